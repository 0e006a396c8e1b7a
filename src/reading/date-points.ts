/** Days, months and years in words: "10 May 2022", "May 2022", "2022-05-10", "30/09/2020", "last month". */
import { MONTHS } from '../lexicon/en/dates.ts';

/** A day, a month or a year, as much of it as is said. */
export interface Point {
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
  /** How many words it takes. */
  readonly length: number;
}

const LAST_MONTH = 12;
const LONGEST_MONTH = 31;

export const two = (number: number): string => String(number).padStart(2, '0');

function monthOf(word: string | undefined): number | undefined {
  if (word === undefined || word.length < 3) return undefined;
  const name = word === 'sept' ? 'september' : word;
  const at = MONTHS.findIndex((month) => month === name || (name.length === 3 && month.startsWith(name)));
  return at < 0 ? undefined : at + 1;
}

export function yearOf(word: string | undefined): string | undefined {
  return word !== undefined && /^(19|20)\d\d$/.test(word) ? word : undefined;
}

/** A day of a month; with `any` also one that no month has, which only a date can be ("32 May 2022"). */
export function dayOf(word: string | undefined, any = false): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  const day = Number(match?.[1]);
  return day >= 1 && (any || day <= LONGEST_MONTH) ? day : undefined;
}

const twoDigits = (word: string | undefined): number => (/^\d{2}$/.test(word ?? '') ? Number(word) : 0);

/** 2022-05-10, 2022-05: the words of a date that begins with its year. */
function fromYear(year: string, second: string | undefined, third: string | undefined): Point {
  const [month, day] = [twoDigits(second), twoDigits(third)];
  // A second number that cannot be a month is another number, except within what else looks like a date.
  if (month >= 1 && month <= LAST_MONTH)
    return day > 0 ? { year, month, day, length: 3 } : { year, month, length: 2 };
  return month > LAST_MONTH && day > 0 && day <= LONGEST_MONTH
    ? { year, month, day, length: 3 }
    : { year, length: 1 };
}

/** 30/09/2020, 30.9.2020: the day first, as most of the world writes it; the month first where only that can be meant. */
function numeric(
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
): Point | undefined {
  const year = yearOf(third);
  if (year === undefined || !/^\d{1,2}$/.test(first ?? '') || !/^\d{1,2}$/.test(second ?? ''))
    return undefined;
  const [one, other] = [Number(first), Number(second)];
  const [day, month] = other > LAST_MONTH && one <= LAST_MONTH ? [other, one] : [one, other];
  if (day < 1 || day > LONGEST_MONTH || month < 1 || month > LONGEST_MONTH) return undefined;
  return { year, month, day, length: 3 };
}

/** "last year", "this month". */
function relative(first: string | undefined, second: string | undefined, now: Date): Point | undefined {
  if ((first !== 'last' && first !== 'this') || (second !== 'year' && second !== 'month')) return undefined;
  const back = first === 'last' ? 1 : 0;
  if (second === 'year') return { year: String(now.getUTCFullYear() - back), length: 2 };
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  return { year: String(date.getUTCFullYear()), month: date.getUTCMonth() + 1, length: 2 };
}

/** What of a date stands at `from`: with its year, or a month, or a day of a month; undefined where none does. */
export function pointAt(words: readonly string[], from: number, now: Date): Point | undefined {
  const [first, second, third] = words.slice(from, from + 3);
  const year = yearOf(first);
  if (year !== undefined) return fromYear(year, second, third);
  const month = monthOf(first);
  if (month !== undefined) {
    const own = yearOf(second);
    if (own !== undefined) return { year: own, month, length: 2 };
    const day = dayOf(second);
    if (day === undefined) return { month, length: 1 };
    const after = yearOf(third);
    return after === undefined ? { month, day, length: 2 } : { year: after, month, day, length: 3 };
  }
  const inNumbers = numeric(first, second, third);
  if (inNumbers !== undefined) return inNumbers;
  const skip = second === 'of' ? 1 : 0;
  const ofMonth = monthOf(words[from + 1 + skip]);
  if (ofMonth !== undefined) {
    const ofYear = yearOf(words[from + 2 + skip]);
    const day = dayOf(first, ofYear !== undefined);
    if (day === undefined) return undefined;
    return ofYear === undefined
      ? { month: ofMonth, day, length: 2 + skip }
      : { year: ofYear, month: ofMonth, day, length: 3 + skip };
  }
  return relative(first, second, now);
}

/** A point with its year as a partial ISO date; without, as one of any year: `--05`, `--05-10`. */
export function isoOf({ year, month, day }: Point): string {
  if (month === undefined) return year ?? '';
  return `${year ?? '-'}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

/** The period of the same grain right before (-1) or after (+1): 2022 → 2021, 2022-01 → 2021-12. */
export function neighbour(iso: string, step: -1 | 1): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  if (iso.length === 4) return String(year + step);
  if (iso.length === 7) return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7);
  return new Date(Date.UTC(year, month - 1, day + step)).toISOString().slice(0, 10);
}

/** A leap year, for days of any year. */
const LEAP = 2024;

/** True for a date that there is not, such as 31 February: a partial ISO date, or a day of any year. */
function isNoDay(iso: string): boolean {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return false;
  const year = match[1] === '-' ? LEAP : Number(match[1]);
  const [month, day] = [Number(match[2]), Number(match[3] ?? 1)];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month < 1 || month > LAST_MONTH || day < 1 || day > days;
}

/** The part of a date filter's value that is no date; undefined where there are such days. */
export function impossibleIn(value: string): string | undefined {
  return value.split('..').find(isNoDay);
}
