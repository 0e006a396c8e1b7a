/** What is generated for the benchmarks: the same every time, whole, and wrong only where it is meant to be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateArchive } from '../../bench/data/archive.ts';
import { findCollections, readCollection } from '../../bench/data/collection.ts';
import { askedLines, LINE_KINDS, textsOf, wordQueries } from '../../bench/data/lines.ts';
import { givenOf, misspell, plain, surnameOf } from '../../bench/data/misspell.ts';
import { distinctNames } from '../../bench/data/people.ts';
import { seeded, shuffled, zipf } from '../../bench/data/random.ts';
import { loadShipped } from '../../bench/data/shipped.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { fold } from '../../src/text/fold.ts';

describe('random numbers', () => {
  test('are the same for the same seed, and spread evenly', () => {
    const draw = (seed: number) => Array.from({ length: 1_000 }, seeded(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const sum = draw(7).reduce((all, one) => all + one, 0);
    expect(sum / 1_000).toBeGreaterThan(0.45);
    expect(sum / 1_000).toBeLessThan(0.55);
  });

  test('shuffling keeps what there is', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8];
    const mixed = shuffled(seeded(3), values);
    expect(mixed).not.toEqual(values);
    expect([...mixed].sort()).toEqual(values);
  });

  test('ranks fall as words do: the second is drawn half as often as the first', () => {
    const next = zipf(seeded(1), 100, 1, 1);
    const counts = new Array<number>(100).fill(0);
    for (let draw = 0; draw < 40_000; draw++) {
      const rank = next();
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    const ratio = (counts[0] ?? 0) / (counts[1] ?? 1);
    expect(ratio).toBeGreaterThan(1.7);
    expect(ratio).toBeLessThan(2.3);
  });
});

describe('names', () => {
  const names = distinctNames(seeded(5), 5_000);

  test('are different people, of many languages', () => {
    expect(new Set(names.map(fold)).size).toBe(5_000);
    expect(names.filter((name) => plain(name) !== name).length).toBeGreaterThan(1_000);
  });

  test('those of absent people are made of parts that nobody else has', () => {
    const parts = (name: string) => fold(name).split(/[\s'-]+/);
    const known = new Set(names.flatMap(parts));
    const absent = distinctNames(seeded(6), 100, { from: 'absent' });
    const shared = absent.filter((name) => parts(name).some((part) => known.has(part)));
    // A part may be another one without its marks; those are sorted out where names are asked.
    expect(shared.length).toBeLessThan(10);
  });

  test.each([
    ['Jürgen von Müller', 'von Müller', 'Jürgen'],
    ['María José de la Cruz', 'de la Cruz', 'María José'],
    ['Anna Schröder', 'Schröder', 'Anna'],
  ])('%s has a surname and a given name', (name, surname, given) => {
    expect([surnameOf(name), givenOf(name)]).toEqual([surname, given]);
  });

  test('are got wrong in the way that is asked for', () => {
    const random = seeded(9);
    expect(misspell('Nicola Düll', 'exact', random)).toBe('Nicola Düll');
    expect(misspell('Nicola Düll', 'lost diacritics', random)).toBe('Nicola Dull');
    expect(misspell('Nicola Düll', 'ue for ü', random)).toBe('Nicola Duell');
    expect(misspell('Patrick Tay', 'lost diacritics', random)).toBeUndefined();
    expect(misspell('Patrick Tay', 'ue for ü', random)).toBeUndefined();
    expect(misspell('Łukasz Ødegård', 'lost diacritics', random)).toBe('Lukasz Odegard');
    expect(misspell('Nicola Düll', 'surname', random)).toBe('Düll');
    expect(misspell('Nicola Düll', 'reversed', random)).toBe('Düll Nicola');
    expect(misspell('Nicola Düll', 'initials', random)).toBe('N. Düll');
    for (let count = 0; count < 200; count++) {
      const typo = misspell('Natalia Popova', 'one typo', random) ?? '';
      expect(typo).not.toBe('Natalia Popova');
      expect(typo).toMatch(/^N.* ?P/);
      expect(Math.abs(typo.length - 'Natalia Popova'.length)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a generated archive', () => {
  let shipped: Knowledge;
  let archive: Knowledge;

  beforeAll(async () => {
    shipped = await loadShipped();
    archive = generateArchive(shipped, { sessions: 300 });
  });

  test('is the same for the same seed and size, and another for another seed', () => {
    expect(generateArchive(shipped, { sessions: 300 })).toEqual(archive);
    expect(generateArchive(shipped, { sessions: 300 }, 1).sessions).not.toEqual(archive.sessions);
  });

  test('refers to nothing that it lacks', () => {
    const ids = (records: readonly { readonly id: string | number }[]) =>
      new Set(records.map(({ id }) => id));
    const [sessions, people, organizations] = [archive.sessions, archive.people, archive.organizations].map(
      ids,
    );
    const sources = new Map(
      archive.sources.map(({ id, places }) => [id, new Set(places.map(({ at }) => at))]),
    );
    expect(sessions?.size).toBe(300);
    for (const { person, session, organization } of archive.appearances) {
      expect([people?.has(person), sessions?.has(session), organizations?.has(organization ?? '')]).toEqual([
        true,
        true,
        true,
      ]);
    }
    for (const { session, makers, evidence } of archive.contributions) {
      expect(sessions?.has(session)).toBe(true);
      for (const maker of makers) expect(maker.kind === 'person' && people?.has(maker.id)).toBe(true);
      for (const { source, at } of evidence) expect(sources.get(source)?.has(at)).toBe(true);
    }
  });

  test('is answered from, in every kind of line', async () => {
    const opened = openArchive(archive);
    const engine = createEngine(() => opened);
    const lines = askedLines(archive, LINE_KINDS.length * 25, seeded(2));
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(LINE_KINDS));
    const found = new Map<string, number>();
    for (const { kind, text } of lines) {
      const { outcome, items } = await engine.answer({ text });
      if (outcome === 'found' && items.length > 0) found.set(kind, (found.get(kind) ?? 0) + 1);
    }
    // Lines are drawn at random, and some have no answer, as in life; but each kind has many that do.
    for (const kind of ['words', 'exclusion', 'synonym', 'speaker', 'did you mean'])
      expect([kind, (found.get(kind) ?? 0) >= 10]).toEqual([kind, true]);
  });

  test('queries are words of its texts', () => {
    const texts = textsOf(archive);
    const wordsOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
    // A hyphenated word is one word, and its parts.
    const all = texts.map(({ title, body }) => {
      const text = `${title} ${body}`;
      return ` ${wordsOf(text)} ${wordsOf(text.replace(/[-‐‑]/g, ''))} `;
    });
    for (const query of wordQueries(texts, 50, seeded(4))) {
      const words = query.split(' ');
      expect(words.length).toBeLessThanOrEqual(4);
      expect(all.some((text) => words.every((word) => text.includes(` ${word} `)))).toBe(true);
    }
  });
});

describe('collections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-collection-'));
  const write = (name: string, files: Record<string, string>): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const FILES = {
    'docs.jsonl':
      '{"id":"1","title":"Cranes","body":"Cranes lift."}\n{"id":2,"title":"","body":"Ships sail."}\n',
    'queries.jsonl': '{"id":"q1","text":"what lifts?"}\n',
    'qrels.txt': 'q1 0 1 2\nq1 0 2 -1\n\n',
  };

  test('are read as TREC writes them', () => {
    expect(readCollection(write('all/harbour', FILES))).toEqual({
      name: 'harbour',
      documents: [
        { id: '1', title: 'Cranes', body: 'Cranes lift.' },
        { id: '2', title: '', body: 'Ships sail.' },
      ],
      queries: [{ id: 'q1', text: 'what lifts?' }],
      judgements: new Map([
        [
          'q1',
          new Map([
            ['1', 2],
            ['2', -1],
          ]),
        ],
      ]),
    });
  });

  test('are found by their own folder and by the one that holds them', () => {
    const one = write('some/first', FILES);
    const two = write('some/second', FILES);
    write('some/third', { 'docs.jsonl': '' });
    expect(findCollections(one)).toEqual([one]);
    expect(findCollections(join(folder, 'some'))).toEqual([one, two]);
    expect(() => findCollections(join(folder, 'some/third'))).toThrow(
      /docs\.jsonl, queries\.jsonl, qrels\.txt/,
    );
    expect(() => findCollections(join(folder, 'nowhere'))).toThrow(/no folder/);
  });

  test.each([
    ['docs.jsonl', 'no JSON', /docs\.jsonl, line 1/],
    ['queries.jsonl', '{"text":"no id"}', /queries\.jsonl, line 1/],
    ['qrels.txt', 'q1 0 1\n', /qrels\.txt, line 1/],
  ])('a fault in %s is named by file and line', (file, text, message) => {
    expect(() => readCollection(write('faulty', { ...FILES, [file]: text }))).toThrow(message);
  });
});
