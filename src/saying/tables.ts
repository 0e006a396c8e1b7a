/** Tables of an answer: the sides of a comparison, a count by its events, figures with what they are of. Pure. */
import type { Cell, Item, Page, Table } from '../answer/answer.ts';
import { itemNumbers } from '../answer/numbering.ts';
import type { Facet, Found, Hit } from '../archive/archive.ts';
import type { Contribution, ContributionKind } from '../knowledge/model.ts';
import { originalOf } from './cite.ts';
import type { Context } from './context.ts';
import { formatNumber } from './dates.ts';
import { toldFigure } from './titles.ts';

/** In the order of their columns. */
const KINDS: readonly ContributionKind[] = ['statement', 'recommendation', 'practice', 'figure', 'poll'];

/** Rows of a count: what comes after them is one row. */
const EVENTS = 9;

const words = (text: string): Cell => ({ text });
const number = (value: number, { locale }: Context): Cell => ({
  text: formatNumber(value, locale),
  number: value,
});

type Column = Table['columns'][number];
const ofWords = (label: string): Column => ({ label, numeric: false });
const ofNumbers = (label: string): Column => ({ label, numeric: true });

/** A table without the columns that are empty; undefined with fewer than two rows or columns left. */
function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { header = 0, tells }: { readonly header?: number; readonly tells?: Table['tells'] } = {},
): Table | undefined {
  const kept = [...columns.keys()].filter((place) => rows.some((row) => (row[place]?.text ?? '') !== ''));
  if (kept.length < 2 || rows.length < 2) return undefined;
  const pick = <T>(all: readonly T[]): T[] => kept.flatMap((place) => all[place] ?? []);
  return {
    columns: pick(columns),
    rows: rows.map(pick),
    header: Math.max(0, kept.indexOf(header)),
    ...(tells === undefined ? {} : { tells }),
  };
}

/** How much of each kind is recorded of each side: a row each. Sides of which nothing is recorded are told in words, too. */
export function sidesTable(
  sides: readonly { readonly name: string; readonly found: Found<Hit<Contribution>> }[],
  context: Context,
): Table | undefined {
  const { table } = context.says;
  const counts = sides.map(({ found }) => countsOf('kind', found.facets));
  const kinds = KINDS.filter((kind) => counts.some((one) => one.has(kind)));
  return tableOf(
    [ofWords(table.compared), ofNumbers(table.points), ...kinds.map((kind) => ofNumbers(table.kinds[kind]))],
    sides.map(({ name, found }, place) => [
      words(name),
      number(found.total, context),
      ...kinds.map((kind) => number(counts[place]?.get(kind) ?? 0, context)),
    ]),
    sides.every(({ found }) => found.total > 0) ? { tells: 'lead' } : {},
  );
}

/**
 * Facts of several events, as their items tell them: a row for each fact, its date first. Addresses stay with the items.
 * A cell is empty where the item does not tell the fact, which may be told of its parts.
 */
export function factsTable(events: readonly Item[], { says }: Context): Table | undefined {
  const all = events.map(
    ({ date, facts }) =>
      new Map([
        [says.fact.date, date] as const,
        ...facts.flatMap(({ label, value, url, quiet }) =>
          quiet === true || url !== undefined ? [] : [[label, value] as const],
        ),
      ]),
  );
  const labels = [...new Set(all.flatMap((facts) => [...facts.keys()]))];
  return tableOf(
    [ofWords(says.table.fact), ...events.map(({ title }) => ofWords(title.text))],
    labels.map((label) => [words(label), ...all.map((facts) => words(facts.get(label) ?? ''))]),
    { tells: 'facts' },
  );
}

/**
 * A count by its events, the most first.
 * @param what the label of what is counted
 * @param counts how many belong to each session, by its id; parts of events are left out
 * @param total how many there are; what no event of the table has is one row more. Without it there is none.
 */
export function countTable(
  what: string,
  counts: Iterable<readonly [id: string, count: number]>,
  context: Context,
  total?: number,
): Table | undefined {
  const { records, says } = context;
  const events = [...counts]
    .flatMap(([id, count]) => {
      const session = records.session(id);
      return session !== undefined && session.parent === undefined ? { title: session.title, count } : [];
    })
    .sort((one, other) => other.count - one.count);
  if (events.length < 2) return undefined;
  const shown = events.slice(0, EVENTS);
  const rest = (total ?? 0) - shown.reduce((sum, { count }) => sum + count, 0);
  return tableOf(
    [ofWords(says.table.event), ofNumbers(what)],
    [
      ...shown.map(({ title, count }) => [words(title), number(count, context)]),
      ...(rest > 0 ? [[words(says.table.others), number(rest, context)]] : []),
    ],
  );
}

/** Figures, where all that is shown are some: what each is, of what, who gave it and where it stands. */
export function figuresTable(
  found: Found<Hit<Contribution>>,
  items: readonly Item[],
  page: Page,
  context: Context,
): Table | undefined {
  const { table, found: told } = context.says;
  const figures = found.hits.flatMap(({ record, relation }) =>
    record.figure !== undefined && relation === 'direct' ? record.figure : [],
  );
  if (figures.length < items.length) return undefined;
  const numbers = itemNumbers({ items, ...(page.pages > 1 ? { page } : {}) });
  const documents = new Set(items.map(({ evidence: [first] }) => first?.source));
  return tableOf(
    [
      ofNumbers(table.number),
      ofNumbers(table.figure),
      ofWords(table.subject),
      ofWords(table.year),
      ofWords(table.maker),
      ofWords(table.place),
    ],
    figures.map((figure, place) => {
      const item = items[place];
      const [cited] = item?.evidence ?? [];
      return [
        number(numbers[place] ?? place + 1, context),
        { text: told.amount(toldFigure(figure, context)), number: figure.value },
        words(figure.subject),
        words(figure.year === undefined ? '' : String(figure.year)),
        words(item?.makers[0] ?? ''),
        placeCell(cited, documents.size > 1, context),
      ];
    }),
    { header: 2, tells: 'items' },
  );
}

/** Where something stands, with its document where they differ, and where the original can be read. */
function placeCell(cited: Item['evidence'][number] | undefined, named: boolean, context: Context): Cell {
  if (cited === undefined) return words('');
  const source = context.records.source(cited.source);
  const url = source === undefined ? undefined : originalOf(source, context)?.url;
  return { text: named ? cited.label : cited.place, ...(url === undefined ? {} : { url }) };
}

const countsOf = (field: string, facets: readonly Facet[]): ReadonlyMap<string, number> =>
  new Map(facets.filter((one) => one.field === field).map(({ value, count }) => [value, count]));

/** How many of what was found belong to each session. */
export const countsBySession = (found: Found<unknown>): ReadonlyMap<string, number> =>
  countsOf('session', found.facets);
