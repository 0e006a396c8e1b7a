import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { createDeliveries } from '../../src/store/deliveries.ts';
import { migrate } from '../../src/store/migrations.ts';
import { createNotes } from '../../src/store/notes.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { sweep } from '../../src/store/sweep.ts';

let database: Database;
beforeEach(async () => {
  const engine = await openSqlite(undefined);
  await migrate(engine, 'memory');
  database = createDatabase(engine, { failed: () => {}, recovered: () => {} });
});
afterEach(() => database.close());

const left = async () =>
  (await database.run((statements) => statements.selectFrom('notes').select('value').execute())).map(
    ({ value }) => JSON.parse(value) as string,
  );

test('what is over goes, what has no end stays', async () => {
  const notes = createNotes(database, 'one');
  await notes.put('over', 'over', 0);
  await notes.put('later', 'later', 60_000);
  await notes.put('lasting', 'lasting');
  await sweep(database);
  expect((await left()).sort()).toEqual(['lasting', 'later']);
});

test('where there is too much, what ends first goes, and never what has no end', async () => {
  const notes = createNotes(database, 'one');
  await notes.put('lasting', 'lasting');
  for (let index = 0; index < 20; index++) await notes.put(`${index}`, `${index}`, 60_000 + index * 1_000);
  await sweep(database, 3);
  expect((await left()).sort()).toEqual(['17', '18', '19', 'lasting']);
});

test('a delivery whose lease ran out goes, and its holder can end it no more', async () => {
  const { claim, complete } = createDeliveries(database);
  const given = await claim('a:1', 0);
  if (given.state !== 'new') throw new Error(given.state);
  await sweep(database);
  expect(await complete('a:1', given.holder, 1_000)).toBe(false);
});
