/**
 * Words of asking in the languages that people write besides English: French, Spanish, German, Italian, Russian, Arabic
 * and Chinese. In a line that holds one of them they say what is wanted and are no words to search for; names, goals,
 * countries and topics around them are read as in any line.
 */

import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { ASKING, ENGLISH, EVENTS, RECOMMENDED, SMALL, SPOKE, WHO } from '../lexicon/other-languages.ts';
import type { Reading } from './questions/shape.ts';

const IDEOGRAPH = /\p{Script=Han}/u;
/** The Chinese words of asking; a line of Chinese may be cut into words elsewhere than between them. */
const CHINESE: ReadonlySet<string> = new Set(
  [...EVENTS, ...SPOKE, ...WHO, ...RECOMMENDED, ...ASKING].filter((word) => IDEOGRAPH.test(word)),
);
const LONGEST = Math.max(...[...CHINESE].map((word) => word.length));

/** The longest Chinese word of asking that some words from a place on make together. */
function chineseAt(words: readonly string[], from: number): { word: string; length: number } | undefined {
  for (let length = Math.min(LONGEST, words.length - from); length >= 1; length--) {
    const word = words.slice(from, from + length).join('');
    if (CHINESE.has(word)) return { word, length };
  }
  return undefined;
}

/** Puts Chinese words of asking together and leaves all else as it is. */
function joined(words: readonly string[]): readonly string[] {
  if (!words.some((word) => IDEOGRAPH.test(word))) return words;
  const result: string[] = [];
  for (let from = 0; from < words.length; ) {
    const asking = chineseAt(words, from);
    result.push(asking?.word ?? (words[from] as string));
    from += asking?.length ?? 1;
  }
  return result;
}

const ALL_ASKING: ReadonlySet<string> = new Set([
  ...[...WHO].filter((word) => !SMALL.has(word)),
  ...[EVENTS, SPOKE, RECOMMENDED, ASKING].flatMap((list) => [...list]),
]);
const isAsking = (word: string): boolean => ALL_ASKING.has(word);

/** True where a word of asking is of another language. */
export function asksInAnotherLanguage(words: readonly string[]): boolean {
  return !words.some((word) => ENGLISH.has(word)) && joined(words).some(isAsking);
}

/** What is left without the words of asking; the names of goals and other terms stay whole. */
function withoutAsking(words: readonly string[], vocabulary: Vocabulary): string {
  const left: string[] = [];
  for (let from = 0; from < words.length; ) {
    const term = vocabulary.at(words, from)?.length ?? 0;
    const asking = chineseAt(words, from);
    const word = asking?.word ?? words[from] ?? '';
    if (term > 1) left.push(...words.slice(from, from + term));
    else if (!isAsking(word) && !SMALL.has(word)) left.push(word);
    from += term > 1 ? term : (asking?.length ?? 1);
  }
  return left.join(' ');
}

/**
 * Adds to a reading what the words of asking of another language say, and takes them off what is searched for.
 * @param folded the words of the whole line
 */
export function readOtherLanguage(folded: string, reading: Reading, vocabulary: Vocabulary): Reading {
  const all = joined(folded.split(' '));
  const plain = reading.command === undefined && reading.want === undefined;
  const read: Reading = { ...reading, rest: withoutAsking(reading.rest.split(' '), vocabulary) };
  if (all.some((word) => RECOMMENDED.has(word)))
    return { ...read, kinds: ['recommendation'], ...(plain ? { want: 'remarks' } : {}) };
  if (!plain) return read;
  if (all.some((word) => EVENTS.has(word))) return { ...read, command: 'sessions' };
  return all.some((word) => WHO.has(word)) && all.some((word) => SPOKE.has(word))
    ? { ...read, want: 'people' }
    : read;
}
