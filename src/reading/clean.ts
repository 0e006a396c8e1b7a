/**
 * What is left of a request before it is read: no controls, no zero-width or bidirectional characters, no markup of any
 * chat (anything in angle brackets), plain quotes and dashes, single spaces, and "to" for the dash of a period.
 */
import { MONTHS } from '../lexicon/en/dates.ts';
import { APOSTROPHES } from '../text/characters.ts';
import { composed } from '../text/fold.ts';

/** Longest request that is read, in characters (code points). */
export const REQUEST_LIMIT = 500;

const APOSTROPHE = new RegExp(`[${APOSTROPHES}‚ˊ]`, 'g');

const DASH = '[-‐‑‒–—―−]';
const MONTH = `(?:${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)`;
const YEAR = '(?:19|20)\\d\\d';
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'giu');
/** What stands before a number that is none by itself: a part of a word, of an id, of an ISO date, of a filter. */
const ALONE = '(?<![\\p{L}\\p{N}.:/-])';

const YEARS = pattern(ALONE, `(${YEAR}) ?(?:${DASH}|/) ?(?=${YEAR}(?![\\p{L}\\p{N}/-]))`);
/** "2022-23", "2022/23": the second year by its last digits. */
const SHORT_YEARS = pattern(ALONE, `(${YEAR}) ?(${DASH}|/) ?(\\d\\d)(?![\\p{L}\\p{N}/-]| ?${DASH})`);
/** A dash with spaces between days, months or numbers. */
const SPACED = pattern(`(\\d|\\b${MONTH}) ${DASH} (?=\\d|${MONTH}\\b)`);
const MONTHS_JOINED = pattern(`\\b(${MONTH})${DASH}(?=(?:${MONTH}|\\d{1,2})(?![\\p{L}\\p{N}-]))`);
const DAY_AND_MONTH = pattern(`(\\d)${DASH}(?=${MONTH}(?![\\p{L}\\p{N}-]))`);
const GOALS = pattern(`\\b((?:sdgs?|goals?) ?\\d{1,2}) ?${DASH} ?(?=\\d{1,2}(?![\\p{L}\\p{N}-]))`);

const LAST_MONTH = 12;

/** "10 May - 3 June 2022", "2022-2023", "2022–23", "SDGs 4-6": with "to" in the place of the dash, which words do not have. */
function withRanges(text: string): string {
  return text
    .replace(YEARS, '$1 to ')
    .replace(SHORT_YEARS, (whole, year: string, dash: string, digits: string) => {
      const later = Number(digits) > Number(year.slice(2));
      // 2022-05 is a month; a dash of typographers stands between years.
      const isYear = later && (Number(digits) > LAST_MONTH || /[–—]/.test(dash));
      return isYear ? `${year} to ${year.slice(0, 2)}${digits}` : whole;
    })
    .replace(SPACED, '$1 to ')
    .replace(MONTHS_JOINED, '$1 to ')
    .replace(DAY_AND_MONTH, '$1 to ')
    .replace(GOALS, '$1 to ');
}

/** Removes what cannot be meant as words. Works on any string in time linear to `limit`. */
export function clean(text: string): string {
  return (
    // An accent that stands alone is no letter's mark.
    composed(text.replace(APOSTROPHE, "'"))
      // A link of Slack says what was typed behind its address.
      .replace(/<(?:https?:|mailto:)[^<>|]{0,400}\|([^<>|]{1,100})>/g, ' $1 ')
      // Mentions, channels, emoji and addresses in a chat's own brackets; other words between them are somebody's text.
      .replace(/<(?:[@#!:/]|https?:|mailto:|tel:|at(?=>|\s+[a-z]+=)|a?:)[^<>]{0,400}>/gi, ' ')
      .replace(/[<>]/g, ' ')
      .replace(/[“”„‟«»″]/g, '"')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      // What is quoted is searched for as it stands.
      .replace(/"[^"]*"|[^"]+/g, (part) => (part.startsWith('"') ? part : withRanges(part)))
      .replace(/[‐‑‒–—―−]/g, '-')
      // Thousands set apart by spaces: 450 000.
      .replace(/(?<![\d.,] ?)\b\d{2,3}(?: \d{3})+\b(?! ?\d)/g, (number) => number.replaceAll(' ', ''))
      .replace(/[\p{Cf}\p{Variation_Selector}\p{Co}\p{Cs}]/gu, '')
      .trim()
      .replace(/^@[\p{L}\p{N}_.-]+[:,]? ?/u, '')
  );
}

/** True where a request is too long to be read. Looks at no more of it than needed. */
export function isTooLong(text: string): boolean {
  if (text.length <= REQUEST_LIMIT) return false;
  if (text.length > REQUEST_LIMIT * 2) return true;
  return [...text].length > REQUEST_LIMIT;
}
