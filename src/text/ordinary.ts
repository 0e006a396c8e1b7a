/** Ordinary words: what is one in small letters may be an abbreviation in capitals (WHO, IT, CARE). */
import { EVERYDAY_ABBREVIATIONS } from '../lexicon/en/abbreviations.ts';
import { QUESTION_WORDS } from '../lexicon/en/asking.ts';
import { FILLER } from '../lexicon/en/filler.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { isWeakWord } from './weak-words.ts';

const EVERYDAY: ReadonlySet<string> = new Set([...EVERYDAY_ABBREVIATIONS, ...QUESTION_WORDS]);

/** True for a folded word that people write without meaning any organization. */
export function isOrdinary(word: string): boolean {
  return STOP_WORDS.has(word) || FILLER.has(word) || EVERYDAY.has(word) || isWeakWord(word);
}
