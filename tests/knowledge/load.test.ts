/**
 * Loading: all or nothing, and the snapshot that spares the second start the work.
 */

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { EVENT, knowledgeFolder, spoil, temporaryFolder, writeFiles } from './folder.ts';

/** The snapshots in a cache folder. */
function kept(cache: string): string[] {
  return existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : [];
}

async function rejection(load: Promise<unknown>): Promise<KnowledgeError> {
  const error = await load.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnowledgeError)) throw new Error(`Expected a KnowledgeError, not ${String(error)}`);
  return error;
}

describe('faulty knowledge', () => {
  test('is not loaded; the error carries and prints every problem', async () => {
    const folder = knowledgeFolder({ [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck, ada]') });
    const error = await rejection(loadKnowledge(folder, { cache: false }));
    expect(error.problems.map(({ field }) => field)).toEqual([
      'contributions[0].by[0]',
      'contributions[0].by[1]',
    ]);
    expect(error.message).toContain(`${folder} cannot be loaded: 2 problems`);
    expect(error.message).toMatch(/event\.yaml:\d+:\d+ {2}contributions\[0\]\.by\[0\] \(hd-2-1\)/);
    expect(error.message).toContain('→ Did you mean "bo-ek"?');
  });

  test('leaves no snapshot', async () => {
    const cache = temporaryFolder();
    const folder = knowledgeFolder({ 'people.yaml': '' });
    await rejection(loadKnowledge(folder, { cache }));
    expect(kept(cache)).toEqual([]);
  });

  test('of a folder that is not there names the folder and the variable', async () => {
    const error = await rejection(loadKnowledge('/nowhere/at/all'));
    expect(error.message).toContain('/nowhere/at/all');
    expect(error.message).toContain('KNOWLEDGE_DIR');
  });

  test('of an empty folder says so', async () => {
    const error = await rejection(loadKnowledge(temporaryFolder()));
    expect(error.message).toContain('no .yaml files');
  });

  test('that is only incomplete is loaded', async () => {
    const folder = knowledgeFolder({ 'sources.yaml': spoil('sources.yaml', 'to: 4', 'to: 9') });
    await expect(loadKnowledge(folder, { cache: false })).resolves.toHaveProperty('sources');
  });
});

describe('the snapshot', () => {
  test('gives the same knowledge as the files', async () => {
    const folder = knowledgeFolder();
    const cache = join(temporaryFolder(), 'made', 'when-needed');
    const fresh = await loadKnowledge(folder, { cache });
    expect(kept(cache)).toHaveLength(1);
    expect(await loadKnowledge(folder, { cache })).toEqual(fresh);
  });

  test('is what the second load reads', async () => {
    const folder = knowledgeFolder();
    const cache = temporaryFolder();
    const { revision } = await loadKnowledge(folder, { cache });
    const [path = ''] = kept(cache);
    // A snapshot in perfect order that says something else: if this comes out, it was read.
    const [, body = ''] = readFileSync(path, 'utf8').split('\n');
    const other = body.replace('Ada Lund', 'Ada Berg');
    const [format, key] = readFileSync(path, 'utf8').split(' ', 2);
    const hash = createHash('sha256').update(other).digest('hex');
    writeFileSync(path, `${format} ${key} ${hash}\n${other}`);
    const loaded = await loadKnowledge(folder, { cache });
    expect(loaded.people[0]?.name).toBe('Ada Berg');
    expect(loaded.revision).toBe(revision);
  });

  test('of other content is not taken', async () => {
    const folder = knowledgeFolder();
    const cache = temporaryFolder();
    const before = await loadKnowledge(folder, { cache });
    writeFiles(folder, { 'people.yaml': spoil('people.yaml', 'Ada Lund', 'Ada Berg') });
    const after = await loadKnowledge(folder, { cache });
    expect(after.people[0]?.name).toBe('Ada Berg');
    expect(after.revision).not.toBe(before.revision);
    expect(kept(cache)).toHaveLength(2);
  });

  const spoilings: readonly (readonly [name: string, spoil: (bytes: Buffer) => Uint8Array])[] = [
    ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['a flipped bit', (bytes) => bytes.map((byte, index) => (index === bytes.length - 40 ? byte ^ 1 : byte))],
    ['not JSON', (bytes) => Buffer.concat([bytes, Buffer.from('}')])],
    ['of another format', (bytes) => Buffer.from(bytes.toString().replace('knowledge-1', 'knowledge-0'))],
    ['JSON of something else', () => Buffer.from('{}\n')],
  ];
  test.each(spoilings)('that is %s is ignored and written anew', async (_name, spoilBytes) => {
    const folder = knowledgeFolder();
    const cache = temporaryFolder();
    const fresh = await loadKnowledge(folder, { cache });
    const [path = ''] = kept(cache);
    const whole = readFileSync(path);
    writeFileSync(path, spoilBytes(whole));
    expect(await loadKnowledge(folder, { cache })).toEqual(fresh);
    expect(readFileSync(path)).toEqual(whole);
  });

  test('of another revision under this name is ignored', async () => {
    const cache = temporaryFolder();
    const folder = knowledgeFolder();
    const fresh = await loadKnowledge(folder, { cache });
    const [mine = ''] = kept(cache);
    const elsewhere = temporaryFolder();
    await loadKnowledge(knowledgeFolder({ 'people.yaml': spoil('people.yaml', 'Ada', 'Ida') }), {
      cache: elsewhere,
    });
    renameSync(kept(elsewhere)[0] ?? '', mine);
    expect(await loadKnowledge(folder, { cache })).toEqual(fresh);
  });

  test('can be in a place where nothing can be written; then there is none', async () => {
    const folder = knowledgeFolder();
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    const knowledge = await loadKnowledge(folder, { cache: join(blocked, 'cache') });
    expect(knowledge.people).toHaveLength(2);
  });

  test('is not made where none is wanted', async () => {
    const folder = knowledgeFolder();
    await loadKnowledge(folder, { cache: false });
    expect(readdirSync(folder).sort()).toEqual(
      ['events', 'organizations.yaml', 'people.yaml', 'sources.yaml', 'topics.yaml', 'vocabulary'].sort(),
    );
  });

  test('stays one of a few: the oldest go, other files stay', async () => {
    const cache = temporaryFolder();
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'notes.json'), '{}');
    for (let n = 0; n < 12; n += 1) {
      const path = join(cache, `knowledge-${n.toString(16).padStart(32, '0')}.json`);
      writeFileSync(path, '');
      const age = new Date(Date.now() - (n + 1) * 60_000);
      utimesSync(path, age, age);
    }
    await loadKnowledge(knowledgeFolder(), { cache });
    const names = readdirSync(cache);
    expect(names).toContain('notes.json');
    expect(names.filter((name) => name.startsWith('knowledge-'))).toHaveLength(8);
    expect(names).toContain(`knowledge-${'0'.repeat(32)}.json`);
    expect(names).not.toContain(`knowledge-${'b'.padStart(32, '0')}.json`);
  });

  test('is whole at every moment, with many loading at once', async () => {
    const folder = knowledgeFolder();
    const cache = temporaryFolder();
    const loaded = await Promise.all(Array.from({ length: 8 }, () => loadKnowledge(folder, { cache })));
    for (const knowledge of loaded) expect(knowledge).toEqual(loaded[0]);
    expect(kept(cache)).toHaveLength(1);
    expect(statSync(kept(cache)[0] ?? '').size).toBeGreaterThan(1000);
  });
});

test('hidden files and folders are passed over', async () => {
  const folder = knowledgeFolder({ '.backup/people.yaml': 'nonsense: [', '.people.yaml': 'nonsense: [' });
  await expect(loadKnowledge(folder, { cache: false })).resolves.toHaveProperty('people');
});

test('a link that leads nowhere is named; one that leads to a file is followed', async () => {
  const folder = knowledgeFolder();
  const people = join(temporaryFolder(), 'people.yaml');
  renameSync(join(folder, 'people.yaml'), people);
  symlinkSync(people, join(folder, 'people.yaml'));
  expect((await loadKnowledge(folder, { cache: false })).people).toHaveLength(2);
  renameSync(people, `${people}.gone`);
  const error = await rejection(loadKnowledge(folder, { cache: false }));
  expect(error.problems[0]).toMatchObject({
    file: 'people.yaml',
    message: expect.stringMatching(/does not exist/),
  });
});
