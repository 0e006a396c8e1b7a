/**
 * One English word to its stem (Porter2, the Snowball "english" stemmer).
 * Stemming a word costs some microseconds, so stems are remembered, up to a bound.
 */
import porter2 from 'wink-porter2-stemmer';

const REMEMBERED = 50_000;
const LONGEST = 40;
const remembered = new Map<string, string>();

/** @param word a folded word, see fold.ts. Words with a digit, outside a-z, very short or very long are their own stem. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const result = word.length > 2 && word.length <= LONGEST && /^[a-z]+$/.test(word) ? porter2(word) : word;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, result);
  return result;
}
