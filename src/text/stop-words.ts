/** Which words of a text are not indexed, and which of those are acronyms instead. */
import { ACRONYMS, STOP_WORDS } from '../lexicon/en/stop-words.ts';

const LONGEST_ACRONYM = 3;

/** Characters on either side that tell whether a text shouts. */
const SURROUNDINGS = 60;

/** True for words that are not indexed: those of the list and single Latin letters. */
export function isStopWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length === 1) return word >= 'a' && word <= 'z';
  return STOP_WORDS.has(word) && !isAcronym(text, start, end);
}

/** True for `WHO`, `IT` and `US` in capitals, unless all that is around them is in capitals too. */
export function isAcronym(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ACRONYM || text.charCodeAt(start) > 0x5a) return false;
  if (!ACRONYMS.has(text.slice(start, end))) return false;
  const around = text.slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS);
  return /\p{Ll}/u.test(around) || !/\s/.test(around.trim());
}
