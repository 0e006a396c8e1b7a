/** Names that a question gives by their capitals: they are nothing that other words could stand for. */
import { isWrittenEveryday } from '../text/everyday.ts';
import { wordsOf } from './tokens.ts';

/** A run of words that begin with a capital, within a sentence: neither its first word nor an abbreviation. */
const CAPITALISED =
  /(?<=[\p{Ll}\p{N},;)]['’"]?\s["'“‘(]?)\p{Lu}[\p{Ll}\p{M}'’-]+(?:\s\p{Lu}[\p{Ll}\p{M}'’-]+)*(?!\p{L})/gu;
const WORD = /\p{L}{2,}/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Where more of the words than this begin with a capital, capitals tell nothing: a title, German. */
const MOST_CAPITALISED = 0.5;

/**
 * @param text a question as it was typed
 * @returns its names, folded; of a run of several words all of them, as soon as one of them is no everyday English
 * @example namesWithin('How dry did Cape Town get?') // ['cape town']
 */
export function namesWithin(text: string): string[] {
  const words = text.match(WORD) ?? [];
  if (words.filter((word) => CAPITAL.test(word)).length > words.length * MOST_CAPITALISED) return [];
  const names = [...text.matchAll(CAPITALISED)].map(([run]) => wordsOf(run));
  return [
    ...new Set(
      names.filter((name) => name.some((word) => !isWrittenEveryday(word))).map((name) => name.join(' ')),
    ),
  ];
}
