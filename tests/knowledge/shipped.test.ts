/**
 * The knowledge that comes with the project is sound, and editors are given the schemas that it is held to.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import { findFiles } from '../../src/knowledge/files.ts';
import { jsonSchemas, schemaName } from '../../src/knowledge/json-schema.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { KNOWLEDGE_FOLDER } from '../../src/knowledge/project.ts';
import { BASE, EVENT, spoil, temporaryFolder } from './folder.ts';

const SCHEMAS = join(KNOWLEDGE_FOLDER, 'schema');
const { files } = findFiles(KNOWLEDGE_FOLDER);

test('the shipped knowledge has no problem and no gap', async () => {
  const { problems, coverage } = await examineKnowledge(KNOWLEDGE_FOLDER);
  expect(problems).toEqual([]);
  expect(coverage.filter(({ covered, places }) => covered < places)).toEqual([]);
});

test('every event of the shipped knowledge tells when it was taken in', async () => {
  const { sessions } = await loadKnowledge(KNOWLEDGE_FOLDER, { cache: false });
  const roots = sessions.filter(({ parent }) => parent === undefined);
  expect(roots.length).toBeGreaterThan(0);
  for (const { id, added } of roots)
    expect([id, added]).toEqual([id, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
});

test('a snapshot of the shipped knowledge is the same as the knowledge', async () => {
  const cache = temporaryFolder();
  const fresh = await loadKnowledge(KNOWLEDGE_FOLDER, { cache });
  expect(await loadKnowledge(KNOWLEDGE_FOLDER, { cache })).toEqual(fresh);
});

describe('the JSON Schemas for editors', () => {
  test('are current; if not: npm run --silent schemas', () => {
    const onDisk = readdirSync(SCHEMAS).map((name) => [name, readFileSync(join(SCHEMAS, name), 'utf8')]);
    expect(new Map(onDisk as [string, string][])).toEqual(jsonSchemas());
  });

  test.each(files.map(({ path }) => [path]))('%s names its schema in its first line', (path) => {
    const [line = ''] = readFileSync(join(KNOWLEDGE_FOLDER, path), 'utf8').split('\n', 1);
    const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line) ?? [];
    const schema = resolve(dirname(join(KNOWLEDGE_FOLDER, path)), named);
    expect(schema).toBe(join(SCHEMAS, schemaName(path)));
    expect(existsSync(schema)).toBe(true);
  });

  const schemaOf = (path: string) =>
    z.fromJSONSchema(JSON.parse(readFileSync(join(SCHEMAS, schemaName(path)), 'utf8')));

  test.each(files.map(({ path, bytes }) => [path, bytes] as const))('accept %s', (path, bytes) => {
    expect(schemaOf(path).safeParse(parse(Buffer.from(bytes).toString('utf8'))).error?.issues ?? []).toEqual(
      [],
    );
  });

  test.each([
    ['an unknown key', EVENT, 'stance: explicit', 'stence: explicit'],
    ['a missing field', EVENT, '    text: Ports in the north lack crane drivers.\n', ''],
    [
      'a number for a place',
      EVENT,
      'at: "2"\n    at: "2"\ncontributions',
      'at: "2"\n    at: 2\ncontributions',
    ],
    ['an unknown kind', EVENT, 'kind: statement', 'kind: statment'],
    ['an id with capitals', 'people.yaml', 'id: ada-lund', 'id: Ada-Lund'],
  ])('refuse %s', (_name, file, passage, by) => {
    expect(schemaOf(file).safeParse(parse(BASE[file] ?? '')).success).toBe(true);
    expect(schemaOf(file).safeParse(parse(spoil(file, passage, by))).success).toBe(false);
  });

  test('explain their fields', () => {
    const event = jsonSchemas().get('event.json') ?? '';
    expect(event).toContain('`named`: the source says it.');
    expect(event).toContain('Lower-case words joined by hyphens');
  });
});
