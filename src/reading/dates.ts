/**
 * Date expressions in words: "2022", "may 2022", "after 1 April 2022", "between 2019 and 2021", "first half of 2022".
 * A date filter's value is a partial ISO date, a range of two (`2020..2022-05`) with both ends included, a month of
 * any year (`--09`, as ISO 8601 had it), a day of the week (`-W-2`, likewise: Tuesday), or `none` for what has no date.
 */

const MONTHS = [
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

interface DateMatch {
  /** A value for a `date` filter. */
  readonly value: string;
  /** How many words it takes. */
  readonly length: number;
  /** True where a word ("before", "since") or a month makes plain that a date is meant, not a bare number. */
  readonly certain: boolean;
}

interface Point {
  readonly iso: string;
  readonly length: number;
}

/** The value of a date filter that what has no date meets. */
export const NO_DATE = 'none';

const two = (number: number): string => String(number).padStart(2, '0');

function monthOf(word: string | undefined): number | undefined {
  if (word === undefined || word.length < 3) return undefined;
  const name = word === 'sept' ? 'september' : word;
  const at = MONTHS.findIndex((month) => month === name || (name.length === 3 && month.startsWith(name)));
  return at < 0 ? undefined : at + 1;
}

function yearOf(word: string | undefined): string | undefined {
  return word !== undefined && /^(19|20)\d\d$/.test(word) ? word : undefined;
}

function dayOf(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

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
  /^(?:undated|(?:that )?(?:(?:is|are|was|were|do|does) )?not (?:dated|have (?:an? )?date|state (?:an? |the |their )?date)|(?:(?:that |which )?(?:have|has|had|carry|carries|bear|bears|give|gives|come with|comes with) no|without|no|lack(?:s|ing)?|miss(?:es|ing)?) (?:an? |any |the )?(?:stated |known |exact |given )?dates?|dates? (?:(?:is|are) )?(?:not (?:stated|known|given)|unknown|missing|unstated)|unknown dates?)(?: (?:stated|given|recorded|known))?(?= |$)/;
const LONGEST_UNDATED = 8;

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 0 };

/** "First half of 2022", "third quarter of 2020", "Q2 2022": the months from the first to the last, both included. */
function spanAt(words: readonly string[], from: number): DateMatch | undefined {
  const the = words[from] === 'the' ? 1 : 0;
  const at = from + the;
  const short = /^([qh])([1-4])$/.exec(words[at] ?? '');
  const grain = short ? short[1] : { half: 'h', quarter: 'q' }[words[at + 1] ?? ''];
  const parts = grain === 'h' ? 2 : 4;
  const ordinal = short ? Number(short[2]) : ORDINALS[words[at] ?? ''];
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

/** Length in words of an expression for "without a date" that begins at `from`, or 0. */
function undatedAt(words: readonly string[], from: number): number {
  const match = UNDATED.exec(words.slice(from, from + LONGEST_UNDATED).join(' '));
  return match ? match[0].split(' ').length : 0;
}

/** 30/09/2020, 30.9.2020: the day first, as most of the world writes it; the month first where only that can be meant. */
function numericDay(
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
): string | undefined {
  const year = yearOf(third);
  if (year === undefined || !/^\d{1,2}$/.test(first ?? '') || !/^\d{1,2}$/.test(second ?? ''))
    return undefined;
  const [one, other] = [Number(first), Number(second)];
  const [day, month] = other > MONTHS.length ? [other, one] : [one, other];
  if (day < 1 || day > 31 || month < 1 || month > MONTHS.length) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** A day, month or year at `from`. */
function pointAt(words: readonly string[], from: number, now: Date): Point | undefined {
  const [first, second, third] = words.slice(from, from + 3);
  const year = yearOf(first);
  if (year !== undefined) {
    // ISO: the tokens of 2022-05-10. A second number that cannot be a month is another number.
    const month = /^\d{2}$/.test(second ?? '') ? Number(second) : 0;
    if (month >= 1 && month <= 12) {
      const day = /^\d{2}$/.test(third ?? '') ? dayOf(third) : undefined;
      if (day !== undefined) return { iso: `${year}-${two(month)}-${two(day)}`, length: 3 };
      return { iso: `${year}-${two(month)}`, length: 2 };
    }
    return { iso: year, length: 1 };
  }
  const month = monthOf(first);
  if (month !== undefined) {
    const later = yearOf(second);
    if (later !== undefined) return { iso: `${later}-${two(month)}`, length: 2 };
    const day = dayOf(second);
    const after = yearOf(third);
    if (day !== undefined && after !== undefined)
      return { iso: `${after}-${two(month)}-${two(day)}`, length: 3 };
    return undefined;
  }
  const numeric = numericDay(first, second, third);
  if (numeric !== undefined) return { iso: numeric, length: 3 };
  const day = dayOf(first);
  const dayMonth = monthOf(second === 'of' ? third : second);
  const skip = second === 'of' ? 1 : 0;
  const dayYear = yearOf(words[from + 2 + skip]);
  if (day !== undefined && dayMonth !== undefined && dayYear !== undefined) {
    return { iso: `${dayYear}-${two(dayMonth)}-${two(day)}`, length: 3 + skip };
  }
  if ((first === 'last' || first === 'this') && (second === 'year' || second === 'month')) {
    const back = first === 'last' ? 1 : 0;
    if (second === 'year') return { iso: String(now.getUTCFullYear() - back), length: 2 };
    const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    return { iso: `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}`, length: 2 };
  }
  return undefined;
}

/** The period of the same grain right before (-1) or after (+1): 2022 → 2021, 2022-01 → 2021-12. */
function neighbour(iso: string, step: -1 | 1): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  if (iso.length === 4) return String(year + step);
  if (iso.length === 7) {
    const date = new Date(Date.UTC(year, month - 1 + step, 1));
    return date.toISOString().slice(0, 7);
  }
  return new Date(Date.UTC(year, month - 1, day + step)).toISOString().slice(0, 10);
}

/**
 * Reads a date expression that begins at `from`.
 * @param words folded words
 * @returns undefined where none begins there
 */
export function dateAt(words: readonly string[], from: number, now: Date): DateMatch | undefined {
  const word = words[from] ?? '';
  const undated = undatedAt(words, from);
  if (undated > 0) return { value: NO_DATE, length: undated, certain: true };
  const weekday = weekdayAt(words, from, now);
  if (weekday) return weekday;
  const within = word === 'in' || word === 'during' ? 1 : 0;
  const span = spanAt(words, from + within);
  if (span) return { ...span, length: span.length + within };
  const prefixes: Readonly<Record<string, (point: string) => string>> = {
    before: (point) => `..${neighbour(point, -1)}`,
    until: (point) => `..${point}`,
    till: (point) => `..${point}`,
    after: (point) => `${neighbour(point, 1)}..`,
    since: (point) => `${point}..`,
    in: (point) => point,
    on: (point) => point,
    during: (point) => point,
    of: (point) => point,
    // French and Spanish "en 2022".
    en: (point) => point,
  };
  if (word === 'between' || word === 'from') {
    const month = monthOf(words[from + 1]);
    const monthAlone = month === undefined ? undefined : { iso: '', length: 1 };
    const start = pointAt(words, from + 1, now) ?? monthAlone;
    const joint = start ? words[from + 1 + start.length] : undefined;
    if (start && (joint === 'and' || joint === 'to' || joint === 'until')) {
      const end = pointAt(words, from + 2 + start.length, now);
      // "Between January and April 2022": the year of the second month is that of the first as well.
      if (end && start.iso === '' && month !== undefined) {
        const first = `${end.iso.slice(0, 4)}-${two(month)}`;
        const [low, high] = first <= end.iso ? [first, end.iso] : [end.iso, first];
        return { value: `${low}..${high}`, length: 2 + start.length + end.length, certain: true };
      }
      if (end && start.iso !== '') {
        const [low, high] = start.iso <= end.iso ? [start, end] : [end, start];
        return { value: `${low.iso}..${high.iso}`, length: 2 + start.length + end.length, certain: true };
      }
    }
    return start && start.iso !== '' && word === 'from'
      ? { value: start.iso, length: 1 + start.length, certain: start.length > 1 }
      : undefined;
  }
  const month = word === 'in' || word === 'during' ? monthOf(words[from + 1]) : undefined;
  if (month !== undefined && yearOf(words[from + 2]) === undefined && dayOf(words[from + 2]) === undefined) {
    return { value: `--${two(month)}`, length: 2, certain: true };
  }
  const prefix = Object.hasOwn(prefixes, word) ? prefixes[word] : undefined;
  const point = pointAt(words, prefix ? from + 1 : from, now);
  if (point === undefined) return undefined;
  const bare = prefix === undefined || ['in', 'on', 'of', 'during', 'en'].includes(word);
  return {
    value: prefix ? prefix(point.iso) : point.iso,
    length: point.length + (prefix ? 1 : 0),
    certain: !bare || point.length > 1,
  };
}
