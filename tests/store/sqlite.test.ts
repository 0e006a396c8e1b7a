/** The store in a file, and what only a file can suffer. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { createDatabase } from '../../src/store/database.ts';
import { createDeliveries } from '../../src/store/deliveries.ts';
import { migrate } from '../../src/store/migrations.ts';
import { FILE, openSqlite } from '../../src/store/sqlite.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { until } from '../support/until.ts';
import { LEASE, startProcess } from './process.ts';
import { type Ground, testStore } from './suite.ts';

const newFolder = () => mkdtemp(path.join(tmpdir(), 'rapporteur-store-'));

async function layFile(): Promise<Ground> {
  const folder = await newFolder();
  let beside: Libsql.Database | undefined;
  return {
    open: (options) => openStore({ folder, ...options }),
    async sql(text) {
      beside ??= new Libsql(path.join(folder, FILE), { timeout: 5_000 });
      const statement = beside.prepare(text);
      if (statement.reader) return statement.all() as Readonly<Record<string, unknown>>[];
      statement.run();
      return [];
    },
    async close() {
      beside?.close();
      await rm(folder, { recursive: true });
    },
  };
}

testStore('SQLite', layFile);

let folder: string;
let store: Store | undefined;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  await rm(folder, { recursive: true, force: true });
});

test('in memory, what is kept is gone with the store', async () => {
  const one = await openStore();
  await one.threads.put('a:1', 'help', 1_000);
  expect(await one.threads.get('a:1')).toBe('help');
  await one.close();
  store = await openStore();
  expect(await store.threads.get('a:1')).toBeUndefined();
});

test('a closed store says so', async () => {
  const closed = await openStore();
  await closed.close();
  await closed.close();
  await expect(closed.threads.get('a:1')).rejects.toThrow('closed');
});

describe('the folder', () => {
  test('and its files can be read by their owner alone', async () => {
    const at = path.join(folder, 'made', 'here');
    store = await openStore({ folder: at });
    await store.threads.put('a:1', 'help', 1_000);
    expect((await stat(at)).mode & 0o777).toBe(0o700);
    const files = await readdir(at);
    expect(files).toContain(FILE);
    for (const name of files)
      expect([name, (await stat(path.join(at, name))).mode & 0o077]).toEqual([name, 0]);
  });

  test.each([
    ['is a file', async (at: string) => writeFile(at, ''), 'cannot be used'],
    [
      'holds something else',
      async (at: string) => {
        await openStore({ folder: at }).then((made) => made.close());
        await writeFile(path.join(at, FILE), 'something else\n'.repeat(100));
      },
      'no database of ours',
    ],
    [
      'was written by a newer version',
      async (at: string) => {
        await openStore({ folder: at }).then((made) => made.close());
        const database = new Libsql(path.join(at, FILE));
        database.exec('update schema_version set version = 1000');
        database.close();
      },
      'newer version',
    ],
  ] as const)('that %s is refused with a remedy', async (_what, make, words) => {
    const at = path.join(folder, 'state');
    await make(at);
    const failure = await openStore({ folder: at }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      name: 'StoreError',
      lasting: true,
      remedy: expect.stringContaining('STATE_DIR'),
    });
    expect((failure as Error).message).toContain(words);
    expect((failure as Error).message).toContain(at);
  });
});

test('a token that was removed is in no file any more', async () => {
  store = await openStore({ folder });
  const token = 'xoxb-a-token-that-is-looked-for';
  await store.installations('one').put('T1', { token });
  const holds = async () => {
    const texts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'latin1')),
    );
    return texts.some((text) => text.includes(token));
  };
  expect(await holds()).toBe(true);
  await store.installations('one').remove('T1');
  expect(await holds()).toBe(false);
});

test('eight processes that open an empty folder at once share its deliveries', async () => {
  const processes = await Promise.all(Array.from({ length: 8 }, () => startProcess({ folder }, 40)));
  const claimed = processes.flatMap((one) => one.claimed);
  expect(claimed).toHaveLength(40);
  expect(new Set(claimed).size).toBe(40);
  await Promise.all(processes.map((one) => one.kill()));
}, 60_000);

test('what a process held when it was killed is claimed after its lease; what it kept is there', async () => {
  const { claimed, kill } = await startProcess({ folder }, 10);
  expect(claimed).toHaveLength(10);
  await kill();
  store = await openStore({ folder });
  expect(await store.threads.get('a:1')).toBe('help');
  expect((await store.deliveries.claim('a:1', 1_000)).state).toBe('busy');
  const beside = new Libsql(path.join(folder, FILE));
  beside.exec(`update deliveries set until = until - ${LEASE}`);
  beside.close();
  expect((await store.deliveries.claim('a:1', 1_000)).state).toBe('new');
}, 60_000);

test('a full disk refuses what is new, is told, and takes it again when there is room', async () => {
  const told: string[] = [];
  const engine = await openSqlite(folder);
  const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(engine.statements);
  await migrate(engine, folder);
  const database = createDatabase(engine, {
    failed: () => told.push('failed'),
    recovered: () => told.push('recovered'),
  });
  const { claim } = createDeliveries(database);
  // The pages there are, and no more.
  await pragma('max_page_count = 1');
  let taken = 0;
  const fill = async () => {
    for (; taken < 5_000; taken++) await claim(`a:${taken}`, LEASE);
  };
  await expect(fill()).rejects.toThrow('full');
  expect(told).toEqual(['failed']);
  expect(taken).toBeGreaterThan(10);
  for (let index = 0; index < taken; index++) expect((await claim(`a:${index}`, LEASE)).state).toBe('busy');
  await pragma('max_page_count = 100000');
  await until(() => told.includes('recovered'));
  expect((await claim(`a:${taken}`, LEASE)).state).toBe('new');
  await database.close();
});
