/**
 * A query: what a line of text was read as. Language-neutral; names that were resolved stand as ids.
 * `parse.ts` makes it from a line, `format.ts` writes it back as the one canonical line.
 */

export type CommandName = 'sessions' | 'speaker' | 'recommendations' | 'ask' | 'open' | 'help';

/**
 * - `sdg`, `line`, `topic`, `country`, `org`, `session`, `source`, `kind`: what it is about or belongs to.
 * - `by`: made by a person, by somebody of an organization, or by somebody of a group.
 * - `from`: made by somebody from a country. `part`: made by somebody who played that part (moderator, keynote).
 * - `to`: addressed to a group. `group`: a group is addressed or mentioned.
 * - `stance`: a recommendation said outright (`explicit`) or left to be understood (`implied`).
 * - `has`: tells a `number`, a sum of `money`, a `share`, how long something takes (`time`), a `date`, or whose it is (`maker`).
 * - `date`: `2022`, `2022-05`, `2022-05-10`, a range `2020..2022-05`, open at either end, a month or a day of any year
 *   `--05`, `--05-10`, a day of the week `-W-2`, or `none` for what has no date.
 * - `organizer`, `supporter`, `funder`, `moderator`: at an event for which an organization (or one of a group or a country)
 *   or a person did that.
 * - `name`: a person's name not resolved yet; words joined by `+`.
 */
export const FIELDS = [
  'by',
  'name',
  'to',
  'group',
  'topic',
  'sdg',
  'line',
  'country',
  'from',
  'part',
  'org',
  'kind',
  'session',
  'source',
  'date',
  'organizer',
  'supporter',
  'funder',
  'moderator',
  'stance',
  'has',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Term {
  readonly field: Field;
  readonly value: string;
}

/** One condition: any of its terms holds; or, where `not`, none of them. */
export interface Filter {
  readonly any: readonly Term[];
  readonly not: boolean;
}

/** What a question wants to know; decides what is looked at first, never what exists. */
export const WANTS = [
  'people',
  'role',
  'remarks',
  'figure',
  'meaning',
  'date',
  'time',
  'place',
  'attendance',
  'organizers',
  'supporters',
  'funders',
  'moderators',
  'speakers',
  'languages',
  'materials',
  'published',
  'goals',
  'lines',
  'countries',
  'topics',
  'summary',
  'organizations',
  'compare',
  'count',
  'oldest',
  'newest',
  'recent',
  'highest',
  'lowest',
] as const;
export type Want = (typeof WANTS)[number];

/** What is wanted of a session itself: its title words then find it, rather than narrow a search. */
export const SESSION_WANTS: ReadonlySet<Want> = new Set([
  'date',
  'time',
  'place',
  'attendance',
  'organizers',
  'supporters',
  'funders',
  'moderators',
  'speakers',
  'languages',
  'goals',
  'lines',
  'countries',
  'summary',
]);

/** What somebody did for an event, as a condition on it. */
const ROLES = ['organizer', 'supporter', 'funder', 'moderator'] as const satisfies readonly Field[];
export type Role = (typeof ROLES)[number];

/** True for a field that says what somebody did for an event. */
export function isRole(field: string): field is Role {
  return ROLES.some((role) => role === field);
}

export interface Query {
  readonly command: CommandName;
  readonly filters: readonly Filter[];
  /** Free words, folded, in the order in which they were said, each once. */
  readonly words: readonly string[];
  /**
   * Words that were read as a topic or a group: those who used them literally are put first. They narrow nothing.
   */
  readonly literal: readonly string[];
  /** Quoted phrases, folded words separated by single spaces. */
  readonly phrases: readonly string[];
  /** Excluded words, folded. */
  readonly without: readonly string[];
  readonly want?: Want;
  /** What `open` opens (an id) or `help` explains (a command). */
  readonly target?: string;
  /** From 1. */
  readonly page: number;
}

export const EMPTY_QUERY: Query = {
  command: 'ask',
  filters: [],
  words: [],
  literal: [],
  phrases: [],
  without: [],
  page: 1,
};

/** A condition on one field. */
export function filter(field: Field, ...values: readonly string[]): Filter {
  return { any: values.map((value) => ({ field, value })), not: false };
}

/** The values that a query demands of a field, alternatives included, exclusions left out. */
export function valuesOf(query: Query, field: Field): string[] {
  return query.filters
    .filter((one) => !one.not)
    .flatMap((one) => one.any.filter((term) => term.field === field).map((term) => term.value));
}

/** True where nothing narrows the query. */
export function isUnrestricted(query: Query): boolean {
  return (
    query.filters.length === 0 &&
    query.words.length === 0 &&
    query.phrases.length === 0 &&
    query.without.length === 0
  );
}

/** The condition whose alternatives a comparison sets side by side: the first that has several. */
export function comparedIn({ filters }: Query): Filter | undefined {
  return filters.find(({ any, not }) => !not && any.length > 1);
}
