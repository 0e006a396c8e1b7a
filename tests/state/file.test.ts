import { spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFileState, StateFolderError, StateFormatError } from '../../src/state/file.ts';
import { StateLockedError } from '../../src/state/lock.ts';
import { createHandClock, testState } from './suite.ts';

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rapporteur-state-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function freshFolder(): string {
  count += 1;
  return path.join(root, `state-${count}`, 'inner');
}

testState('file', (clock) => openFileState({ folder: freshFolder(), clock: clock.now }));

describe('the state in a folder', () => {
  test('is there again after a close, with what is left of each expiry', async () => {
    const clock = createHandClock();
    const folder = freshFolder();
    const before = await openFileState({ folder, clock: clock.now });
    await before.set('installation:1', { token: 'x' });
    await before.set('thread:1', 'short', { expiresIn: 1000 });
    await before.set('thread:2', 'long', { expiresIn: 3000 });
    await before.set('thread:3', 'deleted');
    await before.delete('thread:3');
    await before.claim('delivery:done', 1000);
    await before.complete('delivery:done', 5000);
    await before.claim('delivery:in-work', 100_000);
    await before.close();

    clock.pass(2000);
    const after = await openFileState({ folder, clock: clock.now });
    expect(await after.list('')).toEqual(['installation:1', 'thread:2']);
    expect(await after.get('installation:1')).toEqual({ token: 'x' });
    expect(await after.claim('delivery:done', 1000)).toBe('done');
    // The process that held it is gone, so its repeat is served at once.
    expect(await after.claim('delivery:in-work', 1000)).toBe('new');
    await after.close();
  });

  test('answered deliveries stand in the journal by their digests, and those of an older journal still count', async () => {
    const folder = freshFolder();
    await mkdir(folder, { recursive: true });
    const journal = path.join(folder, 'journal.jsonl');
    const until = Date.now() + 60_000;
    await writeFile(
      journal,
      `{"format":"rapporteur-state","version":1}\n{"done":"delivery:slack:old","until":${until}}\n`,
    );
    const before = await openFileState({ folder });
    expect(await before.claim('delivery:slack:old', 1000)).toBe('done');
    await before.claim('delivery:slack:new', 1000);
    await before.complete('delivery:slack:new', 60_000);
    await before.close();
    expect(await readFile(journal, 'utf8')).not.toContain('delivery:');

    const after = await openFileState({ folder });
    expect(await after.claim('delivery:slack:old', 1000)).toBe('done');
    expect(await after.claim('delivery:slack:new', 1000)).toBe('done');
    expect(await after.claim('delivery:slack:other', 1000)).toBe('new');
    await after.close();
  });

  test('the journal stays small however many deliveries are answered, and the newest still count', async () => {
    const folder = freshFolder();
    const limits = { entries: 50, valueCharacters: 1000, characters: 10_000 };
    const before = await openFileState({ folder, limits });
    for (let block = 0; block < 80; block++)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => before.complete(`delivery:${block * 100 + index}`, 60_000)),
      );
    await before.close();
    const after = await openFileState({ folder, limits });
    const lines = (await readFile(path.join(folder, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(51);
    expect(await after.claim('delivery:7999', 1000)).toBe('done');
    expect(await after.claim('delivery:7950', 1000)).toBe('done');
    expect(await after.claim('delivery:7949', 1000)).toBe('new');
    await after.close();
  });

  test('what is deleted leaves the disk as well, and nothing else does', async () => {
    const folder = freshFolder();
    const state = await openFileState({ folder });
    await state.set('installation:1', { token: 'secret-one' });
    await state.set('installation:2', { token: 'secret-two' });
    const written = () => readFile(path.join(folder, 'journal.jsonl'), 'utf8');
    expect(await written()).toContain('secret-one');
    // Together with a change that comes at the same moment.
    await Promise.all([state.delete('installation:1'), state.set('thread:1', 'sessions')]);
    expect(await written()).not.toContain('secret-one');
    await state.delete('installation:1');
    await state.close();
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    const after = await openFileState({ folder });
    expect(await after.list('')).toEqual(['installation:2', 'thread:1']);
    await after.close();
  });

  test('is written anew where the folder is removed while it is in use', async () => {
    const folder = freshFolder();
    const warnings: string[] = [];
    const state = await openFileState({ folder, warn: (message) => warnings.push(message) });
    await state.set('installation:1', 'before');
    await rm(folder, { recursive: true });
    await state.set('thread:1', 'after');
    await state.set('thread:2', 'later');
    expect(warnings).toEqual([expect.stringMatching(/was removed while it was in use/)]);
    await expect(openFileState({ folder, patience: 0 })).rejects.toThrow(StateLockedError);
    await state.close();

    const next = await openFileState({ folder });
    expect(await next.list('')).toEqual(['installation:1', 'thread:1', 'thread:2']);
    await next.close();
  });

  test('a folder that cannot be one is refused by its name', async () => {
    const folder = freshFolder();
    await mkdir(path.dirname(folder), { recursive: true });
    await writeFile(folder, '');
    const opening = openFileState({ folder });
    await expect(opening).rejects.toThrow(StateFolderError);
    await expect(opening).rejects.toMatchObject({ code: 'EEXIST', message: expect.stringContaining(folder) });
  });

  test('is for its owner alone', async () => {
    const folder = freshFolder();
    const state = await openFileState({ folder });
    await state.set('installation:1', 'secret');
    expect((await stat(folder)).mode & 0o077).toBe(0);
    for (const name of await readdir(folder)) {
      expect((await stat(path.join(folder, name))).mode & 0o077).toBe(0);
    }
    await state.close();
  });

  test('what was promised is on disk before the promise resolves, many at once', async () => {
    const folder = freshFolder();
    const state = await openFileState({ folder });
    await Promise.all(Array.from({ length: 500 }, (_, index) => state.set(`thread:${index}`, index)));
    const journal = await readFile(path.join(folder, 'journal.jsonl'), 'utf8');
    expect(journal.split('\n').filter((line) => line.includes('"thread:'))).toHaveLength(500);
    await state.close();
  });

  test('a journal that a crash tore off opens with all whole lines', async () => {
    const folder = freshFolder();
    const first = await openFileState({ folder });
    await first.set('thread:1', 'whole');
    await first.close();
    await appendFile(path.join(folder, 'journal.jsonl'), '{"set":"thread:2","json":"\\"to');

    const warnings: string[] = [];
    const second = await openFileState({ folder, warn: (message) => warnings.push(message) });
    expect(await second.list('')).toEqual(['thread:1']);
    expect(warnings).toEqual([]);
    await second.set('thread:3', 'after');
    await second.close();

    const third = await openFileState({ folder });
    expect(await third.list('')).toEqual(['thread:1', 'thread:3']);
    await third.close();
  });

  test('torn off anywhere, it opens with a beginning of what was written', async () => {
    const folder = freshFolder();
    const state = await openFileState({ folder });
    for (let index = 0; index < 5; index++) await state.set(`thread:${index}`, 'ü🙂'.repeat(index));
    await state.close();
    const whole = await readFile(path.join(folder, 'journal.jsonl'));
    for (let length = 0; length <= whole.length; length += 7) {
      await writeFile(path.join(folder, 'journal.jsonl'), whole.subarray(0, length));
      const opened = openFileState({ folder });
      // Half of the header alone is not known as ours.
      if (length > 0 && length < whole.indexOf('\n')) {
        await expect(opened).rejects.toThrow(StateFormatError);
        continue;
      }
      const again = await opened;
      const keys = await again.list('');
      expect(keys).toEqual(
        ['thread:0', 'thread:1', 'thread:2', 'thread:3', 'thread:4'].slice(0, keys.length),
      );
      await again.close();
    }
  });

  test('damaged lines are left out, kept aside and reported', async () => {
    const folder = freshFolder();
    const first = await openFileState({ folder });
    await first.set('thread:1', 'a');
    await first.close();
    await appendFile(path.join(folder, 'journal.jsonl'), 'rubbish\n{"set":"thread:2"}\nnull\n');
    const warnings: string[] = [];
    const second = await openFileState({ folder, warn: (message) => warnings.push(message) });
    expect(await second.list('')).toEqual(['thread:1']);
    expect(warnings).toEqual([expect.stringMatching(/^3 lines .* kept as .*damaged/)]);
    expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toHaveLength(1);
    await second.close();
  });

  test('a journal of a newer version is left alone', async () => {
    const folder = freshFolder();
    await (await openFileState({ folder })).close();
    const file = path.join(folder, 'journal.jsonl');
    await writeFile(file, '{"format":"rapporteur-state","version":2}\n{"x":1}\n');
    await expect(openFileState({ folder })).rejects.toThrow(StateFormatError);
    expect(await readFile(file, 'utf8')).toBe('{"format":"rapporteur-state","version":2}\n{"x":1}\n');
  });

  test('stays small however often one thing is set', async () => {
    const folder = freshFolder();
    const state = await openFileState({ folder });
    for (let round = 0; round < 30; round++) {
      await Promise.all(
        Array.from({ length: 500 }, (_, index) => state.set(`thread:${index % 10}`, 'x'.repeat(50))),
      );
    }
    expect((await stat(path.join(folder, 'journal.jsonl'))).size).toBeLessThan(6_000 * 100);
    expect(await state.list('')).toHaveLength(10);
    await state.close();
  });

  test('refuses writes once closed', async () => {
    const state = await openFileState({ folder: freshFolder() });
    await state.close();
    await state.close();
    await expect(state.set('thread:1', 1)).rejects.toThrow(/closed/);
  });
});

describe('the lock of a folder', () => {
  test('keeps a second owner out, and names the first', async () => {
    const folder = freshFolder();
    const first = await openFileState({ folder });
    await expect(openFileState({ folder, patience: 0 })).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on ${hostname()}`),
    );
    await expect(openFileState({ folder, patience: 0 })).rejects.toThrow(StateLockedError);
    await first.close();
    await (await openFileState({ folder, patience: 0 })).close();
  });

  test('waits for an owner that is about to go', async () => {
    const folder = freshFolder();
    const first = await openFileState({ folder });
    const second = openFileState({ folder, patience: 10_000 });
    await first.close();
    await (await second).close();
  });

  test('of many that open at once, one gets in', async () => {
    const folder = freshFolder();
    const opened = await Promise.allSettled(
      Array.from({ length: 8 }, () => openFileState({ folder, patience: 0 })),
    );
    const states = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(states).toHaveLength(1);
    for (const state of states) await state.close();
  });

  test('left behind by a process that was killed, it is taken over, with what that one had promised', async () => {
    const folder = freshFolder();
    const child = spawn(process.execPath, ['--input-type=module', '--eval', KILLED], {
      env: { ...process.env, STATE_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(JSON.parse(await readFile(path.join(folder, 'lock'), 'utf8')).pid).toBe(child.pid);
    await expect(openFileState({ folder, patience: 0 })).rejects.toThrow(StateLockedError);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const state = await openFileState({ folder, patience: 0 });
    expect(await state.get('thread:1')).toBe('promised');
    await state.close();
  });

  test('of a process number that was used again, it is taken over', async () => {
    const folder = freshFolder();
    await (await openFileState({ folder })).close();
    const owner = { token: 'x', pid: process.pid, host: hostname(), born: 'long ago' };
    await writeFile(path.join(folder, 'lock'), JSON.stringify(owner));
    await (await openFileState({ folder, patience: 0 })).close();
  });

  test('of another machine, it is taken over only when it was not touched for long', async () => {
    const folder = freshFolder();
    await (await openFileState({ folder })).close();
    const lock = path.join(folder, 'lock');
    await writeFile(lock, JSON.stringify({ token: 'x', pid: process.pid, host: 'elsewhere', born: '' }));
    await expect(openFileState({ folder, patience: 0 })).rejects.toThrow(/on elsewhere/);
    await utimes(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    await (await openFileState({ folder, patience: 0 })).close();
  });

  test('an owner that lost it promises nothing more and does not overwrite the other', async () => {
    const folder = freshFolder();
    const warnings: string[] = [];
    const lost = await openFileState({ folder, warn: (message) => warnings.push(message) });
    await lost.set('thread:1', 'mine');
    await rm(path.join(folder, 'lock'));
    const winner = await openFileState({ folder, patience: 0 });
    await expect(lost.set('thread:1', 'still mine')).rejects.toThrow(/taken over/);
    await winner.set('thread:1', 'theirs');
    await lost.close();
    await winner.close();
    expect(warnings).toEqual([expect.stringContaining('taken over')]);
    const again = await openFileState({ folder, patience: 0 });
    expect(await again.get('thread:1')).toBe('theirs');
    await again.close();
  });
});

/** Holds the folder and waits to be killed. Plain JavaScript, so that it runs without a build. */
const KILLED = `
  import { mkdir, writeFile, readFile } from 'node:fs/promises';
  import { hostname } from 'node:os';
  const folder = process.env.STATE_FOLDER;
  await mkdir(folder, { recursive: true });
  const born = await readFile('/proc/self/stat', 'utf8').then((text) => text.slice(text.lastIndexOf(')') + 2).split(' ')[19], () => '');
  await writeFile(folder + '/lock', JSON.stringify({ token: 'child', pid: process.pid, host: hostname(), born }));
  await writeFile(folder + '/journal.jsonl', '{"format":"rapporteur-state","version":1}\\n' + JSON.stringify({ set: 'thread:1', json: '"promised"' }) + '\\n' + '{"set":"thr');
  console.log('ready');
  setInterval(() => {}, 1000);
`;
