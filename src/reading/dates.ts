/**
 * Date expressions in words: "2022", "may 2022", "after 1 April 2022", "10-13 May 2022", "first half of 2022", "not before 2023".
 * A date filter's value is a partial ISO date, a range of two (`2020..2022-05`) with both ends included, a month or a day of
 * any year (`--09`, `--05-10`, as ISO 8601 had it), a day of the week (`-W-2`, likewise: Tuesday), or `none` for what has
 * no date. A day that there is not (31 February) is kept as it was said, so that it can be told.
 */
import {
  AMBIGUOUS_MONTHS,
  BOUNDS,
  BOUNDS_BEHIND,
  type Bound,
  ORDINALS,
  UNTIL_WORDS,
  WEEKDAYS,
} from '../lexicon/en/dates.ts';
import { dayOf, impossibleIn, isoOf, neighbour, type Point, pointAt, two, yearOf } from './date-points.ts';

export interface DateMatch {
  /** A value for a `date` filter. */
  readonly value: string;
  /** How many words it takes. */
  readonly length: number;
  /** True where a word ("before", "since") or a month makes plain that a date is meant, not a bare number. */
  readonly certain: boolean;
}

/** The value of a date filter that what has no date meets. */
export const NO_DATE = 'none';

/** "On a Tuesday", "Tuesdays"; before a date ("Tuesday 10 May 2022") it says nothing more. */
function weekdayAt(words: readonly string[], from: number, now: Date): DateMatch | undefined {
  let at = from;
  if (words[at] === 'on') at += 1;
  if (words[at] === 'a' || words[at] === 'the') at += 1;
  const day = WEEKDAYS.indexOf((words[at] ?? '').replace(/days$/, 'day')) + 1;
  return day === 0 || pointAt(words, at + 1, now) !== undefined
    ? undefined
    : { value: `-W-${day}`, length: at + 1 - from, certain: true };
}

/** "undated", "without a date", "carry no date", "have no stated date". */
const UNDATED =
  /^(?:undated|(?:that )?(?:do|does|did) not (?:say|state|tell|mention|give|show|name|record) (?:when|(?:a|the|any|their) (?:date|day))(?: (?:they|it) (?:took place|take place|were held|was held|happened|were|was))?|(?:that )?(?:(?:is|are|was|were|do|does) )?not (?:dated|have (?:an? )?date|state (?:an? |the |their )?date)|(?:(?:that |which )?(?:have|has|had|carry|carries|bear|bears|give|gives|come with|comes with) no|without|no|lack(?:s|ing)?|miss(?:es|ing)?) (?:an? |any |the )?(?:stated |known |exact |given )?dates?|dates? (?:(?:is|are) )?(?:not (?:stated|known|given)|unknown|missing|unstated)|unknown dates?)(?: (?:stated|given|recorded|known))?(?= |$)/;
const LONGEST_UNDATED = 10;

/** Length in words of an expression for "without a date" that begins at `from`, or 0. */
function undatedAt(words: readonly string[], from: number): number {
  const match = UNDATED.exec(words.slice(from, from + LONGEST_UNDATED).join(' '));
  return match ? match[0].split(' ').length : 0;
}

/** "First half of 2022", "third quarter of 2020", "Q2 2022": the months from the first to the last, both included. */
function partOfYear(words: readonly string[], from: number): DateMatch | undefined {
  const at = from + (words[from] === 'the' ? 1 : 0);
  const short = /^([qh])([1-4])$/.exec(words[at] ?? '');
  const named = words[at + 1] === 'half' ? 'h' : words[at + 1] === 'quarter' ? 'q' : undefined;
  const grain = short ? short[1] : named;
  const parts = grain === 'h' ? 2 : 4;
  const ordinal = short ? Number(short[2]) : ORDINALS.get(words[at] ?? '');
  if (grain === undefined || ordinal === undefined || ordinal > parts) return undefined;
  let next = at + (short ? 1 : 2);
  if (words[next] === 'of' || words[next] === 'in') next += 1;
  const year = yearOf(words[next]);
  if (year === undefined) return undefined;
  const months = 12 / parts;
  const last = (ordinal === 0 ? parts : ordinal) * months;
  return {
    value: `${year}-${two(last - months + 1)}..${year}-${two(last)}`,
    length: next + 1 - from,
    certain: true,
  };
}

/** "The 2010s". */
function decadeAt(words: readonly string[], from: number): DateMatch | undefined {
  const the = words[from] === 'the' ? 1 : 0;
  const decade = /^((?:19|20)\d)0s$/.exec(words[from + the] ?? '')?.[1];
  return decade === undefined
    ? undefined
    : { value: `${decade}0..${decade}9`, length: 1 + the, certain: true };
}

/** The value for two ends, either first; one that there is not stands for both. */
function rangeOf(one: Point, other: Point): string {
  const ends = [isoOf(one), isoOf(other)];
  return ends.find((end) => impossibleIn(end)) ?? ends.sort().join('..');
}

/** Fills from one end of a period what the other leaves to it: "10 to 13 May 2022", "May 10 to 13, 2022". */
function filled(first: Point, last: Point): readonly [Point, Point] | undefined {
  const year = last.year ?? first.year;
  if (year === undefined) return undefined;
  const bothDays = first.day !== undefined && last.day !== undefined;
  const month = bothDays ? (last.month ?? first.month) : undefined;
  const fill = (point: Point): Point => ({
    ...point,
    year: point.year ?? year,
    ...(point.month === undefined && month !== undefined ? { month } : {}),
  });
  const both = [fill(first), fill(last)] as const;
  return both.some((point) => point.day !== undefined && point.month === undefined) ? undefined : both;
}

/** A point, or a bare day of a month that the other end of a period names. */
function endAt(words: readonly string[], from: number, now: Date): Point | undefined {
  const point = pointAt(words, from, now);
  if (point !== undefined) return point;
  const day = dayOf(words[from]);
  if (day === undefined) return undefined;
  const year = yearOf(words[from + 1]);
  return year === undefined ? { day, length: 1 } : { year, day, length: 2 };
}

/**
 * A period by its two ends: "10 May to 3 June 2022", "May to July 2022", and behind "between" with "and". Without a word
 * between them "10 13 May 2022", "May 10 13 2022" and "May July 2022", as a dash leaves them.
 */
function periodAt(
  words: readonly string[],
  from: number,
  now: Date,
  isBetween: boolean,
): DateMatch | undefined {
  const [first, ...shorter] = endsAt(words, from, now);
  for (const start of first === undefined ? [] : [first, ...shorter]) {
    const joint = words[from + start.length] ?? '';
    const isJoined = UNTIL_WORDS.has(joint) || (isBetween && joint === 'and');
    const end = endAt(words, from + start.length + (isJoined ? 1 : 0), now);
    const ends = end && filled(start, end);
    if (!end || !ends) continue;
    const isSaid = end.month !== undefined || start.month !== undefined;
    if (!isJoined && !(isSaid && leansOn(start, end))) continue;
    return {
      value: rangeOf(...ends),
      length: start.length + (isJoined ? 1 : 0) + end.length,
      certain: isSaid,
    };
  }
  return undefined;
}

/** What may be the first end of a period, the longest first: of "May 10 13 2022" the day belongs to the month. */
function endsAt(words: readonly string[], from: number, now: Date): readonly Point[] {
  const point = endAt(words, from, now);
  // "10 13 May 2022" begins like a day and a month in numbers.
  const day = dayOf(words[from]);
  return point === undefined
    ? []
    : day !== undefined && point.length > 1
      ? [point, { day, length: 1 }]
      : [point];
}

/** True where two neighbours can only be the ends of one period: the first lacks what the second has, or the reverse. */
function leansOn(start: Point, end: Point): boolean {
  if (start.year !== undefined) return false;
  if (start.month === undefined) return (start.day ?? 0) < (end.day ?? 0) && end.month !== undefined;
  if (start.day === undefined) return end.day === undefined && end.month !== undefined;
  return end.day !== undefined && end.year !== undefined;
}

/** The longest expression of some table that begins at a place. */
function longestOf(
  table: ReadonlyMap<string, Bound>,
  words: readonly string[],
  from: number,
): { readonly bound: Bound; readonly length: number } | undefined {
  for (let length = LONGEST_BOUND; length >= 1; length--) {
    const bound = table.get(words.slice(from, from + length).join(' '));
    if (bound !== undefined && from + length <= words.length) return { bound, length };
  }
  return undefined;
}
const LONGEST_BOUND = 4;

/** The value of a bounded date. A day or month of any year bounds nothing; what there is not stays what it is. */
function bounded(iso: string, bound: Bound): string {
  if (iso.startsWith('-') || impossibleIn(iso) !== undefined) return iso;
  const [first = iso, last = iso] = iso.split('..');
  switch (bound) {
    case 'before':
      return `..${neighbour(first, -1)}`;
    case 'until':
      return `..${last}`;
    case 'after':
      return `${neighbour(last, 1)}..`;
    case 'since':
      return `${first}..`;
    case 'within':
      return iso;
  }
}

/** True for a month, or a day of one, without a year that can only be that, and no verb. */
function isMonthSaid(point: Point, words: readonly string[], from: number, isBounded: boolean): boolean {
  if (point.day === undefined) return isBounded && !/^\d/.test(words[from + 1] ?? '');
  const isAmbiguous = words.slice(from, from + point.length).some((word) => AMBIGUOUS_MONTHS.has(word));
  return !isAmbiguous || isBounded || from + point.length === words.length;
}

/** A period that two bounds make: "since 2020 until May 2022". */
function closed(
  start: string,
  words: readonly string[],
  from: number,
  now: Date,
): { readonly value: string; readonly length: number } | undefined {
  const and = words[from] === 'and' || words[from] === 'but' ? 1 : 0;
  const joint = words[from + and] ?? '';
  const bound = longestOf(BOUNDS, words, from + and) ?? (joint === 'to' ? TO : undefined);
  if (bound === undefined || (bound.bound !== 'until' && bound.bound !== 'before')) return undefined;
  const end = pointAt(words, from + and + bound.length, now);
  if (end?.year === undefined) return undefined;
  const value = bounded(isoOf(end), bound.bound);
  return {
    value: impossibleIn(value) === undefined ? `${start}${value.slice('..'.length)}` : value,
    length: and + bound.length + end.length,
  };
}
const TO = { bound: 'until', length: 1 } as const;

/**
 * Reads a date expression that begins at `from`.
 * @param words folded words
 * @returns undefined where none begins there
 */
export function dateAt(words: readonly string[], from: number, now: Date): DateMatch | undefined {
  const undated = undatedAt(words, from);
  if (undated > 0) return { value: NO_DATE, length: undated, certain: true };
  const weekday = weekdayAt(words, from, now);
  if (weekday) return weekday;
  const word = words[from] ?? '';
  if (word === 'between' || word === 'from') return framedAt(words, from, now);
  const before = longestOf(BOUNDS, words, from);
  const at = from + (before?.length ?? 0);
  const bound = before?.bound ?? 'within';
  const period = periodAt(words, at, now, false);
  const whole = partOfYear(words, at) ?? decadeAt(words, at) ?? period;
  if (whole !== undefined) {
    // "Since 2020 until 2022": both ends are said.
    const value = whole === period ? whole.value : bounded(whole.value, bound);
    return { value, length: at - from + whole.length, certain: whole.certain || bound !== 'within' };
  }
  const the = words[at] === 'the' && dayOf(words[at + 1]) !== undefined ? 1 : 0;
  const point = pointAt(words, at + the, now);
  if (point === undefined) return undefined;
  const end = at + the + point.length;
  if (point.year === undefined) {
    if (bound !== 'within' || !isMonthSaid(point, words, at + the, before !== undefined || the > 0))
      return undefined;
    return { value: isoOf(point), length: end - from, certain: true };
  }
  const behind = bound === 'within' ? longestOf(BOUNDS_BEHIND, words, end) : undefined;
  const value = bounded(isoOf(point), behind?.bound ?? bound);
  const rest = value.endsWith('..') ? closed(value, words, end, now) : undefined;
  return {
    value: rest?.value ?? value,
    length: end + (rest?.length ?? behind?.length ?? 0) - from,
    certain: bound !== 'within' || behind !== undefined || point.length > 1,
  };
}

/** "Between May and July 2022", "from 10 to 13 May 2022", "from 2023 onwards"; "from 2022" is the year. */
function framedAt(words: readonly string[], from: number, now: Date): DateMatch | undefined {
  const isBetween = words[from] === 'between';
  const period = periodAt(words, from + 1, now, isBetween);
  if (period) return { value: period.value, length: period.length + 1, certain: true };
  const start = isBetween ? undefined : pointAt(words, from + 1, now);
  if (start?.year === undefined) return undefined;
  const iso = isoOf(start);
  const end = from + 1 + start.length;
  const behind = longestOf(BOUNDS_BEHIND, words, end);
  // "From 2023 on": at the end of a line, where nothing follows that it would be about.
  const on = words[end] === 'on' && end + 1 === words.length ? 1 : 0;
  const value = on > 0 ? bounded(iso, 'since') : bounded(iso, behind?.bound ?? 'within');
  return {
    value,
    length: end + (on || (behind?.length ?? 0)) - from,
    certain: start.length > 1 || on > 0 || behind !== undefined,
  };
}
