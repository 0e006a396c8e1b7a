/** By what a sentence is known to ask something, as parts of patterns and a whole one. */
import {
  AUXILIARIES,
  LINKING_PREPOSITIONS,
  QUESTION_STARTS,
  QUESTION_WORDS_BARE,
  REQUESTS,
} from '../lexicon/en/messages.ts';

/** The part of a pattern that any of the expressions meets, however its words are spaced. */
export const any = (words: readonly string[]): string => words.join('|').replaceAll(' ', '\\s+');

export const WH = any(QUESTION_WORDS_BARE);
export const PREPOSITION = any(LINKING_PREPOSITIONS);
export const AUXILIARY = any(AUXILIARIES);

/** A sentence that asks: it begins with a word of asking or a request, or with one behind a preposition ("in which town"). */
export const ASKS = new RegExp(
  `^(?:${any([...QUESTION_STARTS, ...REQUESTS])}|(?:${PREPOSITION})\\s+(?:${WH}))\\b`,
  'iu',
);
