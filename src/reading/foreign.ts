/** Whether a line is hardly English: told by its script, or by the small words of another language. */
import { FUNCTION_WORDS } from '../lexicon/other-languages.ts';

const SHORTEST_RUN = 2;

/** True where a line is hardly English: another script, or several function words of another language. */
export function looksForeign(words: readonly string[]): boolean {
  if (words.some((word) => /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(word)))
    return true;
  const foreign = words.filter(
    (word) => FUNCTION_WORDS.has(word) || /^(?:qua|qu|dune|lon|cest)$/.test(word),
  ).length;
  return foreign >= SHORTEST_RUN;
}
