/** Tables of answers: comparisons, counts and figures, with what they say told in words as well. */
import { describe, expect, test } from '@jest/globals';
import { loadShipped } from '../../bench/data/shipped.ts';
import type { Answer, Table } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';

const archive = openArchive(await loadShipped());
const engine = createEngine(() => archive);
const ask = (text: string): Promise<Answer> => engine.answer({ text });

const rowsOf = ({ rows }: Table): string[][] => rows.map((row) => row.map(({ text }) => text));
const labelsOf = ({ columns }: Table): string[] => columns.map(({ label }) => label);
async function tableOf(text: string): Promise<Table> {
  const { table } = await ask(text);
  if (table === undefined) throw new Error(`“${text}” is answered without a table`);
  return table;
}

describe('a table', () => {
  test('of two countries has a row for each, and says what the lead says', async () => {
    const answer = await ask('compare Japan and India');
    const { table } = answer;
    expect(table && labelsOf(table)).toEqual([
      'Compared',
      'Points',
      'Statements',
      'Recommendations',
      'Practices',
      'Figures',
    ]);
    expect(table?.rows.map(([name, points]) => [name?.text, points?.number])).toEqual([
      ['Japan', 86],
      ['India', 25],
    ]);
    expect(answer.lead).toBe('Japan: 86 points. India: 25 points.');
    expect(table?.tells).toBe('lead');
  });

  test('with a side of which nothing is recorded leaves the lead that says so', async () => {
    const answer = await ask('compare Japan and Finland');
    expect(answer.lead).toContain('Finland: nothing is recorded.');
    expect(answer.table?.rows.map(([, points]) => points?.number)).toEqual([86, 0]);
    expect(answer.table?.tells).toBeUndefined();
  });

  test('of two events has a row for each fact that one of their items tells', async () => {
    const { table, items } = await ask('compare the 2020 webinar and the WSIS session');
    expect(table?.tells).toBe('facts');
    const told = items.flatMap(({ facts }) => facts.filter(({ quiet, url }) => !quiet && url === undefined));
    expect(new Set(table && rowsOf(table).map(([label]) => label))).toEqual(
      new Set(['Date', ...told.map(({ label }) => label)]),
    );
    for (const { value } of told) expect(table && rowsOf(table).flat()).toContain(value);
  });

  test('of a count tells its events, and the rows add up to it', async () => {
    const answer = await ask('how many recommendations');
    expect(answer.title).toBe('89 recommendations');
    const { table } = answer;
    expect(table && labelsOf(table)).toEqual(['Event', 'Recommendations']);
    expect(table?.rows.reduce((sum, [, count]) => sum + (count?.number ?? 0), 0)).toBe(89);
  });

  test('of figures names each with what it is of, who gave it and where it stands', async () => {
    const answer = await ask('how many it specialists will japan be short of');
    const { table } = answer;
    expect(table && labelsOf(table)).toEqual(['No.', 'Figure', 'What of', 'Year', 'Given by', 'Where']);
    expect(table && rowsOf(table)[0]).toEqual([
      '1',
      'Some 450,000 IT specialists',
      'expected shortage of IT specialists in Japan',
      '2030',
      'Masaaki Iuchi, MHLW',
      '¶13',
    ]);
    expect(table?.rows[0]?.[1]?.number).toBe(450_000);
    expect(table?.rows.map((row) => row.at(-1)?.url)).toEqual(answer.items.map(() => answer.sources[0]?.url));
  });

  test('of a later page of figures goes on with its numbers', async () => {
    const { page } = await ask('figures');
    expect(rowsOf(await tableOf(page?.next ?? '')).map(([number]) => number)).toEqual([
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
  });

  test.each(['sessions sdg8', 'recommendations migration', 'how many topics', 'who is Natalia Popova'])(
    'is not made of %s',
    async (line) => {
      expect((await ask(line)).table).toBeUndefined();
    },
  );

  test('has a cell for every column of every row, and a column that names its row', async () => {
    for (const line of ['compare Japan and India', 'how many speakers', 'figures', 'how many practices']) {
      const { columns, rows, header } = await tableOf(line);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
      expect(rows.every((row) => row[header]?.text !== '')).toBe(true);
      for (const row of rows)
        for (const [place, { numeric }] of columns.entries())
          expect(row[place]?.number !== undefined).toBe(numeric);
    }
  });

  test('leaves the plain text as it is', async () => {
    const answer = await ask('compare Japan and India');
    const { table: _, ...without } = answer;
    expect(toText(answer)).toBe(toText(without));
  });
});
