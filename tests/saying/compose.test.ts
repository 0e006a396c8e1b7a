/** What all commands share: pages, next steps, searches, and that a composed answer needs no archive. */
import { describe, expect, test } from '@jest/globals';
import type { Choice } from '../../src/answer/answer.ts';
import { LINE_LIMIT } from '../../src/answer/line.ts';
import type { Search } from '../../src/archive/archive.ts';
import { defineCommand } from '../../src/commands/command.ts';
import { isConcept, searchOf, searchPage } from '../../src/commands/search.ts';
import { EMPTY_QUERY, filter, type Query } from '../../src/reading/query.ts';
import { compose, pageOf } from '../../src/saying/compose.ts';
import { contextOf } from '../../src/saying/context.ts';
import { harbourArchive, harbourContext } from '../support/harbour.ts';
import { fc } from '../support/property.ts';

const QUERY: Query = { ...EMPTY_QUERY, command: 'recommendations', filters: [filter('topic', 'skills')] };
const choice = (line: string, label = line): Choice => ({ label, line, kind: 'suggest' });

describe('a page', () => {
  test('of any list and number lies within it, and its neighbours are lines to it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (total, number, size) => {
          const page = pageOf({ ...QUERY, page: number }, total, size);
          expect(page.pages).toBe(Math.max(1, Math.ceil(total / size)));
          expect(page.number).toBe(Math.min(number, page.pages));
          expect(page.offset).toBe((page.number - 1) * size);
          expect(page.last - page.first + 1).toBe(total === 0 ? 1 : Math.min(size, total - page.offset));
          expect(page.previous === undefined).toBe(page.number === 1);
          expect(page.next === undefined).toBe(page.number === page.pages);
        },
      ),
    );
  });

  test('is told only where there are several', () => {
    expect(pageOf(QUERY, 12, 5)).toMatchObject({ next: 'recommendations topic:skills page:2' });
    expect(pageOf({ ...QUERY, page: 2 }, 12, 5)).toMatchObject({
      previous: 'recommendations topic:skills',
      next: 'recommendations topic:skills page:3',
    });
    const draft = { outcome: 'found', title: 'x' } as const;
    expect(compose(QUERY, harbourContext, { ...draft, page: pageOf(QUERY, 5, 5) }).page).toBeUndefined();
    expect(compose(QUERY, harbourContext, { ...draft, page: pageOf(QUERY, 6, 5) }).page).toBeDefined();
  });

  test('past the end is asked for again at the end', async () => {
    const asked: number[] = [];
    const search = async ({ offset, limit }: Search) => {
      asked.push(offset);
      return { total: 12, hits: [...Array(12).keys()].slice(offset, offset + limit) };
    };
    const found = await searchPage(search, searchOf({ ...QUERY, page: 900 }, { coverage: 0, size: 5 }));
    expect({ found: found.hits, asked }).toEqual({ found: [10, 11], asked: [4495, 10] });
  });

  test('of nothing is asked for once', async () => {
    let asked = 0;
    const found = await searchPage(
      async () => {
        asked++;
        return { total: 0, hits: [] };
      },
      searchOf({ ...QUERY, page: 9 }, { coverage: 0, size: 5 }),
    );
    expect([found.hits.length, asked]).toEqual([0, 1]);
  });
});

describe('next steps', () => {
  const steps = (...choices: readonly Choice[]): string[] =>
    compose(QUERY, harbourContext, { outcome: 'found', title: 'x', choices }).choices.map(({ line }) => line);

  test('each line once, not the line itself, five at most', () => {
    expect(
      steps(choice('a'), choice('b'), choice('a', 'other'), choice('recommendations topic:skills')),
    ).toEqual(['a', 'b']);
    expect(steps(...'abcdefgh'.split('').map((line) => choice(line)))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('none that is longer than a button carries', () => {
    expect(steps(choice('x'.repeat(LINE_LIMIT + 1)), choice('y'.repeat(LINE_LIMIT)))).toEqual([
      'y'.repeat(LINE_LIMIT),
    ]);
  });

  test('nor the line that the answer says instead of the one asked', () => {
    const draft = {
      outcome: 'nothing',
      title: 'x',
      line: 'help',
      choices: [choice('help'), choice('sessions')],
    } as const;
    expect(compose(QUERY, harbourContext, draft).choices.map(({ line }) => line)).toEqual(['sessions']);
  });
});

describe('a search', () => {
  const mixed: Query = {
    ...QUERY,
    filters: [
      filter('topic', 'skills'),
      { ...filter('topic', 'automation'), not: true },
      {
        any: [
          { field: 'to', value: 'employers' },
          { field: 'group', value: 'employers' },
        ],
        not: false,
      },
      filter('country', 'SE'),
    ],
    words: ['cranes'],
    page: 3,
  };

  test('demands every condition, and pages by its size', () => {
    expect(searchOf(mixed, { coverage: 0.6, size: 5 })).toMatchObject({
      conditions: mixed.filters,
      concepts: [],
      words: ['cranes'],
      coverage: 0.6,
      offset: 10,
      limit: 5,
    });
  });

  test('of a plain question counts topics and groups like words; exclusions stay demanded', () => {
    const soft = searchOf(mixed, { coverage: 0.6, size: 5, soft: true });
    expect(soft.concepts).toEqual([mixed.filters[0], mixed.filters[2]]);
    expect(soft.conditions).toEqual([mixed.filters[1], mixed.filters[3]]);
    expect(mixed.filters.map(isConcept)).toEqual([true, false, true, false]);
  });
});

test('finding may wait and composing may not: compose gets what was found, and the archive no more', async () => {
  const command = defineCommand<{ readonly count: number }>({
    shape: { name: 'ask', aliases: [], bare: [], argument: { name: '', required: false }, completes: [] },
    find: async (_query, archive) => ({ count: (await archive.everything()).people.length }),
    compose: (query, { count }, context) => compose(query, context, { outcome: 'found', title: `${count}` }),
  });
  const answer = await command.answer(QUERY, harbourArchive, harbourContext);
  expect(answer).toEqual({
    outcome: 'found',
    line: 'recommendations topic:skills',
    understood: '7',
    locale: 'en-GB',
    revision: 'harbour',
    title: '7',
    lead: '',
    items: [],
    sources: [],
    choices: [],
    continuation: 'recommendations topic:skills',
  });
});

test.each([
  [undefined, 'en-GB'],
  ['en-US', 'en-US'],
  ['en', 'en'],
  ['de-DE', 'en-GB'],
  ['en-GB-oxendict', 'en-GB'],
  ['', 'en-GB'],
  ['__proto__', 'en-GB'],
])('the locale %p is read as %s', (locale, expected) => {
  expect(contextOf(harbourArchive, { locale }).locale).toBe(expected);
});
