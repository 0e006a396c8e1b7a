/**
 * The analyser: text to words, words to terms. The same one serves documents, queries and highlighting, so that
 * they agree. Words keep their place in the original text as UTF-16 offsets.
 */
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

export interface Word {
  /** The folded word: lower case, no marks, no possessive. */
  readonly word: string;
  /** Where it stands in the original text, [start, end) in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface AnalysedWord extends Word {
  /** The stem under which the word is indexed. */
  readonly term: string;
  /** The how manieth word of the text it is, stop words counted. */
  readonly position: number;
}

const WORD =
  /\p{N}+(?:,\p{N}{3}(?!\p{N})|\.\p{N}+)*|(?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f]|(?<=\p{L})['’](?=\p{L}))+/gu;

/** Splits a text into folded words with their places. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const bare = raw.replace(/['’]s$/i, '');
    const word = fold(bare).replace(/[,'’]/g, '');
    if (word !== '') words.push({ word, start: match.index, end: match.index + bare.length });
  }
  return words;
}

/** The words of a text that can be searched, with term, position and place. */
export function analyse(text: string): AnalysedWord[] {
  const result: AnalysedWord[] = [];
  let position = 0;
  for (const word of tokenize(text)) {
    if (!STOP_WORDS.has(word.word)) result.push({ ...word, term: stem(word.word), position });
    position++;
  }
  return result;
}

/** The terms of a text in order, repeated ones too. */
export function termsOf(text: string): string[] {
  return analyse(text).map((word) => word.term);
}
