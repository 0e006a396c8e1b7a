/**
 * Words that say how somebody asks or tells rather than what about: verbs of saying and judging, politeness, words
 * of degree and order. They are searched for where the texts have them, but count little, and one that no text has says
 * nothing about whether the texts hold an answer. Folded words; their inflections are weak too.
 */
import { WEAK_WORDS } from '../lexicon/en/weak-words.ts';
import { stem } from './stem.ts';

const WEAK: ReadonlySet<string> = new Set(WEAK_WORDS.map(stem));

/** True for a folded word, or a term, that is weak. */
export function isWeakWord(word: string): boolean {
  return WEAK.has(word) || WEAK.has(stem(word));
}
