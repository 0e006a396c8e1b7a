/** Tables of answers as tables of cards: complete, valid, narrow enough for a phone, and readable by clients that know none. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../adapters/teams/limits.ts';
import { renderCard, renderMessage } from '../../../adapters/teams/render.ts';
import { renderPut } from '../../../adapters/teams/render-dialog.ts';
import { BUDGETS } from '../../../adapters/teams/render-options.ts';
import type { Answer, Cell, Table } from '../../../src/answer/answer.ts';
import {
  answer,
  anyAnswer,
  HOSTILE_TEXTS,
  item,
  largestAnswer,
  marked,
  page,
} from '../../support/answers.ts';
import { openHost, type TestHost } from '../../support/host.ts';
import { fc } from '../../support/property.ts';
import { linksOf, pressables, visibleOf } from './reading.ts';
import { checkMessage, checkResults } from './rules.ts';

interface DrawnTable {
  readonly type: string;
  readonly columns: readonly { readonly horizontalCellContentAlignment?: string }[];
  readonly rows: readonly { readonly cells: readonly object[] }[];
  readonly fallback: object;
}

const tableIn = (card: { readonly body: readonly { readonly type: string }[] }): DrawnTable | undefined =>
  card.body.find(({ type }) => type === 'Table') as DrawnTable | undefined;

/** What stands in the cells, row by row. */
const gridOf = ({ rows }: DrawnTable): readonly (readonly string[])[] =>
  rows.map(({ cells }) => cells.map((cell) => visibleOf(cell)));

function drawn(value: Answer): DrawnTable {
  const table = tableIn(renderCard(value));
  if (table === undefined) throw new Error('no table was drawn');
  return table;
}

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});

const words = (text: string): Cell => ({ text });
const number = (value: number): Cell => ({ text: String(value), number: value });
const counted: Table = {
  columns: [
    { label: 'Event', numeric: false },
    { label: 'Points', numeric: true },
  ],
  rows: [
    [words('Webinar'), number(20)],
    [words('Forum'), number(3)],
  ],
  header: 0,
};

describe('a table', () => {
  test('has a row of names above its rows, and numbers to the right', () => {
    const table = drawn(answer({ table: counted }));
    expect(gridOf(table)).toEqual([
      ['Event', 'Points'],
      ['Webinar', '20'],
      ['Forum', '3'],
    ]);
    expect(table.columns.map((one) => one.horizontalCellContentAlignment)).toEqual([undefined, 'Right']);
  });

  test('that is wider than long is turned, for narrow screens', () => {
    const wide: Table = {
      ...counted,
      columns: ['Compared', 'Points', 'Statements', 'Polls'].map((label, place) => ({
        label,
        numeric: place > 0,
      })),
      rows: ['Ada', 'Ben'].map((name) => [words(name), number(7), number(5), number(2)]),
    };
    const table = drawn(answer({ table: wide }));
    expect(gridOf(table)).toEqual([
      ['Compared', 'Ada', 'Ben'],
      ['Points', '7', '7'],
      ['Statements', '5', '5'],
      ['Polls', '2', '2'],
    ]);
    expect(table.columns.map((one) => one.horizontalCellContentAlignment)).toEqual([
      undefined,
      'Right',
      'Right',
    ]);
  });

  test('is told row by row to clients that know none', () => {
    const { fallback } = drawn(answer({ table: counted }));
    expect(visibleOf(fallback)).toBe('Webinar · Points: 20\nForum · Points: 3');
  });

  test('leaves out what it tells itself, and nothing else', () => {
    const value = answer({ lead: 'Twenty and three.', items: [item(), item({ id: 'c-2' })] });
    const shown = (tells?: Table['tells']): string =>
      visibleOf(renderCard({ ...value, table: { ...counted, ...(tells === undefined ? {} : { tells }) } }));
    for (const tells of [undefined, 'lead', 'facts', 'items'] as const) {
      const text = shown(tells);
      expect([tells, text.includes('Twenty and three.')]).toEqual([tells, tells !== 'lead']);
      expect([tells, text.includes('governments')]).toEqual([tells, tells !== 'facts' && tells !== 'items']);
      expect([tells, text.includes('Recognise skills')]).toEqual([tells, tells !== 'items']);
    }
  });

  test('opens an item by the name of its row, where it tells the items', () => {
    const items = [item({ id: 'c-1' }), item({ id: 'c-2' })];
    const value = answer({ items, table: { ...counted, tells: 'items' }, choices: [] });
    const opening = pressables(renderCard(value)).filter(({ label }) => label.startsWith('Open: '));
    expect(opening.map(({ label, action }) => [label, action.data])).toEqual([
      ['Open: Webinar', { line: 'open c-1', from: value.line }],
      ['Open: Forum', { line: 'open c-2', from: value.line }],
    ]);
    expect(pressables(renderCard(value, { still: true }))).toEqual([]);
  });

  test('numbers the rows that tell items as the items are numbered, before their names', () => {
    const items = [item({ id: 'c-1' }), item({ id: 'c-2' })];
    const table: Table = {
      columns: [
        { label: 'No.', numeric: true },
        { label: 'Figure', numeric: true },
        { label: 'What of', numeric: false },
      ],
      rows: [
        [number(6), number(50), words('jobs')],
        [number(7), number(10), words('offices')],
      ],
      header: 2,
      tells: 'items',
    };
    const value = answer({ items, table, page: { ...page(2, 2), first: 6, last: 7 } });
    expect(gridOf(drawn(value))).toEqual([
      ['What of', 'Figure'],
      ['6. jobs ›', '50'],
      ['7. offices ›', '10'],
    ]);
  });

  test('links a place to its original, where it may', () => {
    const linked = (url: string): Table => ({
      ...counted,
      rows: [[{ text: '¶7', url }, number(1)], ...counted.rows],
    });
    expect(linksOf(renderCard(answer({ table: linked('https://archive.example/a') })))).toEqual([
      'https://archive.example/a',
    ]);
    expect(linksOf(renderCard(answer({ table: linked('http://archive.example/a') })))).toEqual([]);
  });

  test('that is too large is not drawn: all that it tells stands there in words', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [words(`Event ${index}`), number(index)]);
    const value = answer({ lead: 'Many.', table: { ...counted, rows, tells: 'lead' } });
    expect(tableIn(renderCard(value))).toBeUndefined();
    expect(visibleOf(renderCard(value))).toContain('Many.');
    const crowded = { ...largestAnswer(), table: counted };
    expect(checkMessage(renderMessage(crowded))).toEqual([]);
    expect(BUDGETS.at(-1)?.rows).toBe(0);
  });

  test('fits what may be put into a message', () => {
    const long = 'word '.repeat(60);
    const table: Table = {
      ...counted,
      rows: Array.from({ length: 20 }, () => [words(long), number(1)]),
    };
    const put = renderPut(answer({ table }));
    expect(checkResults(put)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(put))).toBeLessThanOrEqual(LIMITS.putBytes.value);
  });
});

/** Any table that the type allows, of any size that an answer may have. */
function anyTable(): fc.Arbitrary<Table> {
  const text = fc.oneof(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.constantFrom(...HOSTILE_TEXTS));
  const cell = fc.record(
    {
      text,
      number: fc.integer(),
      url: fc.constantFrom('https://archive.example/a#at-7', 'http://archive.example/b', 'no url'),
    },
    { requiredKeys: ['text'] },
  );
  return fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 30 })).chain(([columns, rows]) =>
    fc.record(
      {
        columns: fc.array(fc.record({ label: text, numeric: fc.boolean() }), {
          minLength: columns,
          maxLength: columns,
        }),
        rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        header: fc.nat({ max: columns - 1 }),
        tells: fc.constantFrom('lead', 'facts', 'items'),
      },
      { requiredKeys: ['columns', 'rows', 'header'] },
    ),
  );
}

test('any answer with any table is a message that Teams takes', () => {
  fc.assert(
    fc.property(anyAnswer(), anyTable(), fc.boolean(), (value, table, isPrivate) => {
      expect(checkMessage(renderMessage({ ...value, table }, { private: isPrivate }))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

describe('of the archive', () => {
  test.each([
    ['compare Popova and Harukawa', 'Recommendations'],
    ['compare the 2020 webinar and session 181', 'Organized by'],
    ['how many recommendations are there', 'Event'],
    ['which figures are there', 'Given by'],
  ])('“%s” has one', async (text, head) => {
    const found = await host.ask({ text });
    const table = drawn(found);
    expect(gridOf(table).flat()).toContain(head);
    expect(checkMessage(renderMessage(found))).toEqual([]);
    expect(visibleOf(renderCard(found))).toContain(marked(found.title).text);
  });
});
