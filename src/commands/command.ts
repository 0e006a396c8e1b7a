/**
 * A command: its declaration, what it asks of the archive, and how it composes the answer. `compose` is pure, so a
 * command can be tested from findings to Answer without an archive.
 */
import type { Answer, Choice, Item, Outcome, Page } from '../answer/answer.ts';
import { words } from '../answer/words.ts';
import type { Archive, Condition, Search } from '../archive/archive.ts';
import { format, LINE_LIMIT } from '../query/format.ts';
import type { Filter, Query } from '../query/query.ts';
import { sourcesOf } from './cite.ts';
import type { Context } from './context.ts';
import type { Declaration } from './declaration.ts';
import { describe, describeSubject } from './describe.ts';

export interface Command {
  readonly declaration: Declaration;
  answer(query: Query, archive: Archive, context: Context): Promise<Answer>;
}

/** Joins the two halves of a command: `find` may wait, `compose` may not. */
export function defineCommand<Findings>(parts: {
  readonly declaration: Declaration;
  find(query: Query, archive: Archive): Promise<Findings>;
  compose(query: Query, findings: Findings, context: Context): Answer;
}): Command {
  return {
    declaration: parts.declaration,
    answer: async (query, archive, context) =>
      parts.compose(query, await parts.find(query, archive), context),
  };
}

/** The parts of an Answer that differ; the rest follows from the query and the context. */
export interface Draft {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead?: string;
  readonly understood?: string;
  readonly items?: readonly Item[];
  readonly choices?: readonly Choice[];
  readonly page?: Page;
  /** The query that the answer's line says, where it is not the one asked. */
  readonly line?: string;
}

/** Most buttons under one answer; the strictest platform shows few in a row. */
const CHOICES = 5;

/** The whole Answer from what differs: its line, its sources, its choices (each once) follow from query and items. */
export function compose(query: Query, context: Context, draft: Draft): Answer {
  const items = draft.items ?? [];
  // A page past the end was answered with the last one.
  const line = draft.line ?? format({ ...query, page: draft.page?.number ?? 1 });
  return {
    outcome: draft.outcome,
    line,
    understood: understoodOf(draft),
    revision: context.revision,
    title: draft.title,
    lead: leadOf(draft, context),
    items,
    sources: sourcesOf(items, context),
    choices: uniqueChoices(draft.choices ?? [], line),
    ...(draft.page && draft.page.pages > 1 ? { page: shownPage(draft.page) } : {}),
  };
}

/** What was read, and the page that is shown. */
function understoodOf({ understood = '', page }: Draft): string {
  const shown = page !== undefined && page.number > 1 ? words.understood.page(page.number) : '';
  return [understood, shown].filter((part) => part !== '').join(', ');
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
function leadOf({ lead = '', outcome }: Draft, { foreign }: Context): string {
  const notice = foreign && outcome !== 'help' ? words.nothing.english : '';
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

const SOFT = new Set(['topic', 'group']);

/** True for a condition that a plain question only mentions: a topic or a group. */
export function isConcept(filter: Filter): boolean {
  return !filter.not && filter.any.some(({ field }) => SOFT.has(field));
}

const toCondition = ({ any, not }: Filter): Condition => ({ any, not });

/** A search for all that a query says. `soft`: topics and groups count like words instead of being demanded. */
export function searchOf(
  query: Query,
  options: {
    readonly coverage: number;
    readonly size: number;
    readonly soft?: boolean;
    /** Words that mean about the same only where the very words find nothing: who lists wants the words typed. */
    readonly exact?: 'first';
    readonly prefer?: readonly string[];
  },
): Search {
  const concepts = options.soft ? query.filters.filter(isConcept) : [];
  const conditions = query.filters.filter((filter) => !concepts.includes(filter));
  return {
    conditions: conditions.map(toCondition),
    concepts: concepts.map(toCondition),
    words: query.words,
    literal: query.literal,
    phrases: query.phrases,
    without: query.without,
    coverage: options.coverage,
    ...(options.exact ? { exact: options.exact } : {}),
    ...(options.prefer ? { prefer: options.prefer } : {}),
    offset: (query.page - 1) * options.size,
    limit: options.size,
  };
}

/** Searches; asked for a page past the end, gives the last page. */
export async function searchPage<
  Result extends { readonly total: number; readonly hits: readonly unknown[] },
>(search: (search: Search) => Promise<Result>, wanted: Search): Promise<Result> {
  const result = await search(wanted);
  if (result.hits.length > 0 || result.total === 0 || wanted.offset === 0) return result;
  const last = Math.floor((result.total - 1) / wanted.limit) * wanted.limit;
  return search({ ...wanted, offset: last });
}

/** The words of a query that the archive knows. */
export function knownWords(query: Query, unknown: readonly string[]): ReadonlySet<string> {
  return new Set(query.words.filter((word) => !unknown.includes(word)));
}

/** A reading for `understood`, and the subject alone for sentences. */
export function reading(
  query: Query,
  unknown: readonly string[],
  context: Context,
): { whole: string; subject: string } {
  const known = knownWords(query, unknown);
  return {
    whole: describe(query, known, context),
    subject: describeSubject(query, known, context) || words.nothing.words,
  };
}

/** The next step that is always there. */
export const HELP_CHOICE: Choice = { label: words.choice.help, line: 'help', kind: 'help' };
