/** Words of a thread that ask nothing of the archive: going back, narrowing, opening what is not named, a verdict. */
import { GOING_BACK, HELPFUL, OPENING_ALONE, REFINING, UNHELPFUL } from '../lexicon/en/follow-ups.ts';

/**
 * What a line asks of the thread itself; undefined for every other line.
 * @param words its words, folded
 * @example threadWord('go back') // 'back'
 */
export function threadWord(words: string): 'back' | 'narrow' | 'open' | 'helpful' | 'unhelpful' | undefined {
  if (GOING_BACK.has(words)) return 'back';
  if (REFINING.has(words)) return 'narrow';
  if (HELPFUL.has(words)) return 'helpful';
  if (UNHELPFUL.has(words)) return 'unhelpful';
  return OPENING_ALONE.has(words) ? 'open' : undefined;
}
