/** Words of dates. Folded words; expressions of several are parted by spaces. */

export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Months that are words of their own: without a year they are a month only where the line leaves nothing else. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(['march', 'may']);

export const WEEKDAYS: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', 0],
]);

/** How a date bounds a period: `before` and `after` leave it out, `until` and `since` keep it, `within` is it. */
export type Bound = 'before' | 'until' | 'after' | 'since' | 'within';

/** Expressions before a date, by how they bound; the longest is read. */
export const BOUNDS: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ['before', 'before'],
  ['prior to', 'before'],
  ['earlier than', 'before'],
  ['until', 'until'],
  ['till', 'until'],
  ['up to', 'until'],
  ['up until', 'until'],
  ['not after', 'until'],
  ['never after', 'until'],
  ['no later than', 'until'],
  ['not later than', 'until'],
  ['latest by', 'until'],
  ['at the latest in', 'until'],
  ['at the latest by', 'until'],
  ['at the latest on', 'until'],
  ['after', 'after'],
  ['later than', 'after'],
  ['since', 'since'],
  ['as of', 'since'],
  ['as from', 'since'],
  ['starting from', 'since'],
  ['not before', 'since'],
  ['never before', 'since'],
  ['no earlier than', 'since'],
  ['not earlier than', 'since'],
  ['no sooner than', 'since'],
  ['not sooner than', 'since'],
  ['at the earliest in', 'since'],
  ['at the earliest on', 'since'],
  ['in', 'within'],
  ['on', 'within'],
  ['during', 'within'],
  ['of', 'within'],
  // French and Spanish "en 2022".
  ['en', 'within'],
]);

/** Expressions behind a date, by how they bound. */
export const BOUNDS_BEHIND: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ['or later', 'since'],
  ['and later', 'since'],
  ['or after', 'since'],
  ['and after', 'since'],
  ['or newer', 'since'],
  ['and since', 'since'],
  ['onward', 'since'],
  ['onwards', 'since'],
  ['and onwards', 'since'],
  ['at the earliest', 'since'],
  ['or earlier', 'until'],
  ['and earlier', 'until'],
  ['or before', 'until'],
  ['and before', 'until'],
  ['or older', 'until'],
  ['at the latest', 'until'],
]);

/** Words between the two ends of a period. */
export const UNTIL_WORDS: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'thru']);
