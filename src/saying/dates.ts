/** Dates and numbers in the reader's form of English. */

import type { Session } from '../knowledge/model.ts';
import type { Context } from './context.ts';

/** A partial ISO date for people: "30 September 2020", "May 2022", "2022". */
export function formatDate(iso: string, locale: string): string {
  if (iso.length === 4) return iso;
  const key = `${locale} ${iso}`;
  const written = dates.get(key);
  if (written !== undefined) return written;
  const date = new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const withDay = iso.length !== 7;
  const text = locale === 'en-GB' ? british(date, withDay) : formatterFor(locale, withDay).format(date);
  if (dates.size >= REMEMBERED) dates.clear();
  dates.set(key, text);
  return text;
}

/** Dates come again and again; each is written once. */
const dates = new Map<string, string>();
const REMEMBERED = 5_000;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The form that most answers are written in. `Intl` writes the same, but making its first formatter takes longer than
 * any answer, and a process that answers one line pays it.
 */
function british(date: Date, withDay: boolean): string {
  const month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return withDay ? `${date.getUTCDate()} ${month}` : month;
}

/** Making a formatter costs more than all else in a short answer, so each is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterFor(locale: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withDay}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(withDay ? { day: 'numeric' } : {}),
    month: 'long',
    year: 'numeric',
  });
  formatters.set(key, made);
  return made;
}

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** All forms of English name days and months alike, and `Intl` is slow to begin; other languages are its business. */
const isEnglish = (locale: string): boolean => locale === 'en' || locale.startsWith('en-');

/** @param day 1 is Monday */
export function weekdayName(day: number, locale: string): string {
  // The third of January 2000 was a Monday.
  return isEnglish(locale)
    ? (DAYS[day - 1] ?? '')
    : new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2000, 0, 2 + day),
      );
}

/** @param month 1 is January */
export function monthName(month: number, locale: string): string {
  return isEnglish(locale)
    ? (MONTHS[month - 1] ?? '')
    : new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));
}

/** The day of the week of a whole ISO date, or ''. */
export function weekday(iso: string, locale: string): string {
  return iso.length < 10 ? '' : weekdayName(new Date(`${iso}T00:00:00Z`).getUTCDay() || 7, locale);
}

/** A session's date, or that it is not stated. */
export function sessionDate(
  session: Session | undefined,
  { locale, says }: Pick<Context, 'locale' | 'says'>,
): string {
  if (!session?.date) return says.undated;
  const { on, until } = session.date;
  return until === undefined || until === on ? formatDate(on, locale) : dateRange(on, until, locale);
}

/** No blanks between two days of a month: "May 4–5, 2023". */
const closed = (range: string): string =>
  range.replace(/\u2009/g, ' ').replace(/\b(\d{1,2}) – (\d{1,2})\b/, '$1–$2');

/** From one day to another, what they share written once: "4–5 May 2023", "30 April – 2 May 2023". */
function dateRange(on: string, until: string, locale: string): string {
  const dates = [on, until].map((iso) => new Date(`${iso}T00:00:00Z`));
  const [from, to] = dates as [Date, Date];
  const whole = `${formatDate(on, locale)} – ${formatDate(until, locale)}`;
  if (on.length < 10 || until.length < 10 || dates.some((date) => Number.isNaN(date.getTime()))) return whole;
  if (locale !== 'en-GB') return closed(formatterFor(locale, true).formatRange(from, to));
  if (from.getUTCFullYear() !== to.getUTCFullYear()) return whole;
  const day = from.getUTCDate();
  const last = formatDate(until, locale);
  return from.getUTCMonth() === to.getUTCMonth()
    ? `${day}–${last}`
    : `${day} ${MONTHS[from.getUTCMonth()]} – ${last}`;
}

/** A session's time with its zone as printed, or ''. */
export function sessionTime(session: Session): string {
  if (!session.time) return '';
  const { start, end, offset } = session.time;
  return `${start}${end ? `–${end}` : ''}${offset ? ` (UTC${offset})` : ''}`;
}

const numberFormatters = new Map<string, Intl.NumberFormat>();

/** A number with grouped digits, at most six behind the point. */
export function formatNumber(value: number, locale: string): string {
  const known = numberFormatters.get(locale);
  const formatter = known ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  if (known === undefined) numberFormatters.set(locale, formatter);
  return formatter.format(value);
}
