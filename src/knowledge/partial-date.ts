/**
 * Partial ISO dates: a year, a month or a day. What days one covers is worked out here alone, for the dates that the
 * knowledge states and for the periods that people ask for.
 */

/** First and last day, ISO, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Later than any date. */
const END = '9999-12-31';

/** The first day that a partial date covers: 2022-05 → 2022-05-01; '' stays ''. */
function firstDay(iso: string): string {
  return iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso;
}

/** The last day that a partial date covers: 2022-02 → 2022-02-28; '' is the end of time. */
function lastDay(iso: string): string {
  if (iso === '') return END;
  if (iso.length === 4) return `${iso}-12-31`;
  if (iso.length > 7) return iso;
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return `${iso}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** The days from the first of one partial date to the last of another. */
export function daysBetween(start: string, end: string): Days {
  return { from: firstDay(start), to: lastDay(end) };
}

/** The days of a period, `2022-05` or `2020..2022-05`; an open end gives the empty string or `9999-12-31`. */
export function dayRange(value: string): Days {
  const [start = '', end = start] = value.includes('..') ? value.split('..') : [value];
  return daysBetween(start, end);
}
