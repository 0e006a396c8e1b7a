/**
 * Expressions of several words of which the small ones matter ("sign up", "laid off", "take place"): each is read as the one
 * word that means the same, or as nothing where it only belongs to the form of a question.
 */

import { FORM_PHRASES } from '../lexicon/en/asking.ts';
import { ASSOCIATIONS } from '../lexicon/en/associations/associations.ts';
import { EQUIVALENTS } from '../lexicon/en/equivalents/equivalents.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { tokenize } from '../text/analyse.ts';
import { stem } from '../text/stem.ts';

const LONGEST = 4;

interface Phrase {
  readonly length: number;
  /** The word that is read instead; '' for none. */
  readonly means: string;
}

const keyOf = (words: readonly string[]): string => words.map(stem).join(' ');

function isSmall(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Read from the lexicon when the first line is read. */
let known: ReadonlyMap<string, string> | undefined;

function phrases(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  for (const group of EQUIVALENTS) {
    const entries = group.split(', ');
    const plain = entries.find((entry) => /^[\p{L}]+$/u.test(entry) && !isSmall(entry));
    for (const entry of entries) {
      const words = tokenize(entry).map(({ word }) => word);
      const telling = words.filter((word) => !isSmall(word));
      // With two words that tell, the search finds the expression by itself.
      if (plain === undefined || words.length < 2 || words.length > LONGEST || telling.length > 1) continue;
      const key = keyOf(words);
      if (!made.has(key)) made.set(key, plain);
    }
  }
  for (const line of ASSOCIATIONS) {
    const [said = '', reported = ''] = line.split(' > ');
    const plain = reported.split(', ').find((entry) => /^[\p{L}]+$/u.test(entry));
    for (const entry of said.split(', ')) {
      const words = tokenize(entry).map(({ word }) => word);
      const telling = words.filter((word) => !isSmall(word));
      const key = keyOf(words);
      if (
        plain !== undefined &&
        words.length > 1 &&
        words.length <= LONGEST &&
        telling.length <= 1 &&
        !made.has(key)
      )
        made.set(key, plain);
    }
  }
  for (const phrase of FORM_PHRASES) made.set(keyOf(phrase.split(' ')), '');
  known = made;
  return made;
}

/** Before a noun: "some deal with …" is no "deal with". */
const DETERMINERS: ReadonlySet<string> = new Set(
  'a an the this that these those some any no each every what which my our your his her its their another'.split(
    ' ',
  ),
);

/** The expression that begins at a place of folded words, the longest; undefined where none does. */
export function phraseAt(words: readonly string[], from: number): Phrase | undefined {
  if (DETERMINERS.has(words[from - 1] ?? '') && STOP_WORDS.has(words[from + 1] ?? '')) return undefined;
  const table = phrases();
  for (let length = Math.min(LONGEST, words.length - from); length > 1; length--) {
    const means = table.get(keyOf(words.slice(from, from + length)));
    if (means !== undefined) return { length, means };
  }
  return undefined;
}
