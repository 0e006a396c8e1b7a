/**
 * Words that some write as one and others as two ("policymakers", "policy makers"; "covid19", "covid 19"), and words that
 * stand within longer ones where a script leaves no space between them.
 */
import { JOINED_BEGINNINGS } from '../lexicon/en/hyphens.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { standsWithin } from '../text/characters.ts';
import { stem } from '../text/stem.ts';
import type { Alternative, Phrase, TextIndex } from './text/text-index.ts';

/** Shortest word that may be two, and shortest part of it; shorter beginnings are listed. */
const SHORTEST_WHOLE = 6;
const SHORTEST_PART = 3;
const LONGEST_WHOLE = 30;
const BEGINNINGS: ReadonlySet<string> = new Set(JOINED_BEGINNINGS);

/** Documents that hold one of the parts, up to which a phrase is looked for beside a word that is known itself. */
const SOON_FOUND = 20_000;

/** Letters and a number may be parted anywhere ("covid19"). */
const NUMBERED = /^([a-z]{3,})(\d{1,4})$/;

const isPart = (part: string): boolean =>
  (part.length >= SHORTEST_PART || BEGINNINGS.has(part)) && !STOP_WORDS.has(part);

/** The ways in which a word may be two, as phrases of their terms. */
function partings(word: string, has: (term: string) => boolean): Phrase[] {
  if (word.length > LONGEST_WHOLE) return [];
  const numbered = NUMBERED.exec(word);
  const places =
    numbered !== null
      ? [numbered[1]?.length ?? 0]
      : word.length >= SHORTEST_WHOLE && /^[a-z]+$/.test(word)
        ? Array.from({ length: word.length - SHORTEST_PART - 1 }, (_, place) => place + 2)
        : [];
  const found: Phrase[] = [];
  for (const place of places) {
    const [first, second] = [word.slice(0, place), word.slice(place)];
    if (!isPart(first) || (numbered === null && !isPart(second))) continue;
    const [one, other] = [stem(first), stem(second)];
    if (has(one) && has(other))
      found.push([
        { term: one, position: 0 },
        { term: other, position: 1 },
      ]);
  }
  return found;
}

/** True where some text of the index has the words of a phrase beside each other. */
function holds(index: TextIndex, phrase: Phrase): boolean {
  return (
    phrase.every(({ term }) => index.has(term)) &&
    index.search({ terms: [], phrases: [phrase], limit: 0 }).total > 0
  );
}

/** @returns what a word is where it is written as two words, as far as the indexes have that */
export function writtenApart(word: string, indexes: readonly TextIndex[]): Alternative[] {
  const known = indexes.some((index) => index.has(stem(word)));
  const phrases = partings(word, (term) => indexes.some((index) => index.has(term)));
  return phrases
    .filter((phrase) =>
      known
        ? indexes.every(
            (index) => phrase.reduce((sum, { term }) => sum + index.frequency(term), 0) <= SOON_FOUND,
          )
        : indexes.some((index) => holds(index, phrase)),
    )
    .map((phrase) => ({ phrase }));
}

/** What two neighbours are where they are written as one word, as far as the indexes have that. */
export function writtenTogether(
  first: string,
  second: string,
  indexes: readonly TextIndex[],
): Alternative | undefined {
  const whole = first + second;
  const isWord = /^[a-z]+\d{0,4}$/.test(whole) && first.length > 1 && whole.length >= SHORTEST_WHOLE;
  const term = isWord ? stem(whole) : '';
  return isWord && indexes.some((index) => index.has(term)) ? { term } : undefined;
}

/** Shortest word that is looked for within longer ones, by letters: one of Han is half a word, one of Thai a sound. */
const SHORTEST_WITHIN = 2;
/** What a longer word counts that holds the one asked for. */
const WITHIN_WEIGHT = 0.8;
const MOST_WITHIN = 30;

/** Longer words of the indexes that hold one of a script without spaces, or of Korean, where endings follow without one. */
export function writtenWithin(word: string, indexes: readonly TextIndex[]): Alternative[] {
  if (!standsWithin(word) || [...word].length < SHORTEST_WITHIN) return [];
  const longer = new Set(indexes.flatMap((index) => index.holding(word, MOST_WITHIN)));
  longer.delete(word);
  return [...longer].slice(0, MOST_WITHIN).map((term) => ({ term, weight: WITHIN_WEIGHT }));
}

/** True where a word is known as two words, or within longer ones. */
export function isKnownOtherwise(word: string, index: TextIndex): boolean {
  return writtenApart(word, [index]).length > 0 || writtenWithin(word, [index]).length > 0;
}
