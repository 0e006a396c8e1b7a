/** From the parts of an answer that differ to the whole of it: line, sources, choices, page. Pure. */
import type { Answer, Choice, Item, Outcome, Page, Table } from '../answer/answer.ts';
import { LINE_LIMIT, lineOf } from '../answer/line.ts';
import { itemNumbers } from '../answer/numbering.ts';
import type { ToldConditions } from '../locales/values.ts';
import { formatContinuation } from '../reading/follow-up.ts';
import { format } from '../reading/format.ts';
import type { Query } from '../reading/query.ts';
import { sourcesOf } from './cite.ts';
import type { Context } from './context.ts';
import { describe, toldConditions } from './describe.ts';

/** The parts of an Answer that differ; the rest follows from the query and the context. */
interface Draft {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead?: string;
  /** What the title says of the first item already. */
  readonly told?: Item['told'];
  /** The title where absent. */
  readonly understood?: string;
  readonly items?: readonly Item[];
  readonly table?: Table | undefined;
  readonly choices?: readonly Choice[];
  readonly page?: Page;
  /** The query that the answer's line says, where it is not the one asked. */
  readonly line?: string;
}

/** Most buttons under one answer; the strictest platform shows few in a row. */
const CHOICES = 5;

/** The whole Answer from what differs: its line, its sources, its choices (each once) follow from query and items. */
export function compose(query: Query, context: Context, draft: Draft): Answer {
  const items = toldBy(draft);
  // A page past the end was answered with the last one.
  const line = draft.line ?? format({ ...query, page: draft.page?.number ?? 1 });
  const page = draft.page && draft.page.pages > 1 ? draft.page : undefined;
  return {
    outcome: draft.outcome,
    line,
    understood: understoodOf(draft, context),
    locale: context.locale,
    revision: context.revision,
    title: draft.title,
    lead: leadOf(draft, context),
    items,
    ...(draft.table === undefined ? {} : { table: draft.table }),
    sources: sourcesOf(items, context),
    choices: uniqueChoices(draft.choices ?? [], line),
    continuation: formatContinuation({ line, ids: idsOf(items), first: firstNumber(items, page) }),
    ...(page === undefined ? {} : { page: shownPage(page) }),
  };
}

/** The ids of items, none where none has one. */
const idsOf = (items: readonly Item[]): readonly string[] =>
  items.some(({ id }) => id !== '') ? items.map(({ id }) => id) : [];

/** The number that the first item would have: less than 1 where something stands before the list. */
export function firstNumber(items: readonly Item[], page: Page | undefined): number {
  const numbers = itemNumbers({ items, ...(page === undefined ? {} : { page }) });
  const place = numbers.findIndex((number) => number !== undefined);
  return place < 0 ? 1 : (numbers[place] ?? 1) - place;
}

/** The items, the first with what the title says of it. */
function toldBy({ items = [], told }: Draft): readonly Item[] {
  return told === undefined ? items : items.map((item, place) => (place === 0 ? { ...item, told } : item));
}

/** What was read, and the page that is shown. */
function understoodOf({ title, understood: given, page }: Draft, { says }: Context): string {
  const understood = given ?? title;
  return page !== undefined && page.number > 1 ? says.understood.onPage(understood, page.number) : understood;
}

/** A page as an Answer carries it. */
function shownPage({ number, pages, total, first, last, previous, next }: Page): Page {
  return {
    number,
    pages,
    total,
    first,
    last,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

/** What was not found in a request of another language may be there in English. */
function leadOf({ lead = '', outcome }: Draft, { foreign, says }: Context): string {
  const notice = foreign && outcome !== 'help' ? says.nothing.english : '';
  return [lead, notice].filter((part) => part !== '').join(' ');
}

/** Each line once, none that only asks the same again, none longer than a button carries. */
function uniqueChoices(choices: readonly Choice[], own: string): Choice[] {
  const seen = new Set([own]);
  return choices
    .filter(({ line }) => {
      if (line.length > LINE_LIMIT || seen.has(line)) return false;
      seen.add(line);
      return true;
    })
    .slice(0, CHOICES);
}

/** The page that a query asks for, of a list of `total`; a page past the end becomes the last one. */
export function pageOf(query: Query, total: number, size: number): Page & { readonly offset: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  const number = Math.min(query.page, pages);
  const offset = (number - 1) * size;
  const line = (page: number): string => format({ ...query, page });
  return {
    number,
    pages,
    total,
    first: total === 0 ? 0 : offset + 1,
    last: Math.min(offset + size, total),
    ...(number > 1 ? { previous: line(number - 1) } : {}),
    ...(number < pages ? { next: line(number + 1) } : {}),
    offset,
  };
}

/** The words of a query that the archive knows. */
function knownWords(query: Query, unknown: readonly string[]): ReadonlySet<string> {
  return new Set(query.words.filter((word) => !unknown.includes(word)));
}

/** A reading for `understood`, and the conditions alone for messages that name them. */
export function reading(
  query: Query,
  unknown: readonly string[],
  context: Context,
): { whole: string; subject: ToldConditions } {
  const known = knownWords(query, unknown);
  return {
    whole: describe(query, known, context),
    subject: toldConditions(query, known, context),
  };
}

/** The next step that is always there. */
export const helpChoice = ({ says }: Context): Choice => ({
  label: says.choice.help,
  line: lineOf.help(),
  kind: 'help',
});
