/** What a version before the store kept in the same folder. */
import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { digestOf } from '../../src/store/keys.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const HEADER = '{"format":"rapporteur-state","version":1}';

let folder: string;
let store: Store | undefined;
let told: string[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-takeover-'));
  told = [];
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  await rm(folder, { recursive: true, force: true });
});

const journal = (...lines: readonly unknown[]) =>
  writeFile(
    path.join(folder, 'journal.jsonl'),
    [HEADER, ...lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))), ''].join('\n'),
  );
const open = async () => {
  store = await openStore({ folder, warn: (message) => told.push(message) });
  return store;
};
const there = (name: string) =>
  access(path.join(folder, name)).then(
    () => true,
    () => false,
  );
const set = (key: string, value: unknown, until?: number) => ({
  set: key,
  json: JSON.stringify(value),
  ...(until === undefined ? {} : { until }),
});

test('is taken over once, as it stood at its end', async () => {
  const later = Date.now() + 60_000;
  const verdict = { platform: 'slack', line: 'sessions', revision: 'r1', helpful: false };
  await journal(
    set('thread:slack:T1:C1:17.2', 'sessions goal:8', later),
    set('thread:slack:T1:C1:18.2', 'help', Date.now() - 1),
    set('message:teams:a;b', { says: 'd', left: 'help', reply: '7' }, later),
    set('installation:slack:T1', { bot: { token: 'xoxb' } }),
    set('installation:slack:T2', { bot: { token: 'gone' } }),
    set('installation:teams:19:place@thread', { since: '2026' }),
    { delete: 'installation:slack:T2' },
    set('discord:servers-with-commands', ['55']),
    set('feedback:2026-01-01T00:00:00.000Z:uuid', { ...verdict, at: '2026-01-01T00:00:00.000Z' }, later),
    { done: digestOf('delivery', 'slack:Ev1'), until: later },
    { done: digestOf('delivery', 'slack:Ev2'), until: Date.now() - 1 },
    '{"set":"thread:slack:x","jso',
  );
  const { threads, messages, deliveries, feedback, installations, notes } = await open();
  expect(await threads.get('slack:T1:C1:17.2')).toBe('sessions goal:8');
  expect(await threads.get('slack:T1:C1:18.2')).toBeUndefined();
  expect(await messages.get('teams:a;b')).toEqual({ says: 'd', left: 'help', reply: '7' });
  expect(await installations('slack').workspaces()).toEqual(['T1']);
  expect(await installations('slack').get('T1')).toEqual({ bot: { token: 'xoxb' } });
  expect(await installations('teams').get('19:place@thread')).toEqual({ since: '2026' });
  expect(await notes('discord').get('servers-with-commands')).toEqual(['55']);
  expect(await feedback.latest(10)).toEqual([verdict]);
  expect((await deliveries.claim('slack:Ev1', 1_000)).state).toBe('done');
  expect((await deliveries.claim('slack:Ev2', 1_000)).state).toBe('new');
  expect(await there('journal.jsonl')).toBe(false);
  expect(told).toEqual([
    expect.stringContaining('6 values, 1 answered deliveries; 1 of its lines could not be read'),
  ]);
  await store?.close();
  await open();
  expect(told).toHaveLength(1);
  expect(await store?.threads.get('slack:T1:C1:17.2')).toBe('sessions goal:8');
});

test('waits for a process of that version to end, or to have ended long ago', async () => {
  await journal(set('thread:slack:1', 'help', Date.now() + 60_000));
  const lock = path.join(folder, 'lock');
  await writeFile(lock, '{}');
  const opening = open();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await there('journal.jsonl')).toBe(true);
  const before = new Date(Date.now() - 60_000);
  await utimes(lock, before, before);
  expect(await (await opening).threads.get('slack:1')).toBe('help');
  expect(await there('lock')).toBe(false);
});

test('a file of that name that is something else is let be', async () => {
  await writeFile(path.join(folder, 'journal.jsonl'), 'something else\n');
  await open();
  expect(told).toEqual([expect.stringContaining('let be')]);
  expect(await there('journal.jsonl')).toBe(true);
});
