/**
 * Spelling correction: the word of the texts that a misspelt one most likely stands for.
 *
 * Words lie in buckets by length. Within the buckets in reach, a bit for each letter of the alphabet rules out nearly
 * all words before any distance is measured: one edit takes away at most one letter and brings at most one.
 */
import { distanceFrom } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import { bitCount, lettersOf } from '../../text/letters.ts';
import type { Vocabulary } from './postings.ts';

export interface Spelling {
  correct(word: string): string | undefined;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const SHORTEST_FOR_TWO = 8;
/** Nobody means a word by more letters than this. */
const LONGEST = 40;

/** People rarely miss the first letter. */
const FIRST_LETTER = 0.4;
/** A word a thousand times as common outweighs one edit. */
const PER_FREQUENCY = 1 / Math.log(1000);

interface Bucket {
  readonly words: string[];
  readonly counts: number[];
  readonly letters: number[];
}

/** Edits allowed in a word of so many letters. */
export function editsAllowed(length: number): number {
  if (length < SHORTEST || length > LONGEST) return 0;
  return length < SHORTEST_FOR_TWO ? 1 : 2;
}

/** How unlikely it is that `word` was meant to be `known`; the lowest is the best correction. */
export function correctionCost(word: string, known: string, distance: number, count: number): number {
  const first = word.charCodeAt(0) === known.charCodeAt(0) ? 0 : FIRST_LETTER;
  return distance + first - PER_FREQUENCY * Math.log(count);
}

export function createSpelling({ words, counts }: Vocabulary): Spelling {
  const buckets: Bucket[] = [];
  const known = new Set<string>(words);
  for (const [number, word] of words.entries()) {
    if (word.length > LONGEST + 2 || !/^[\p{L}\p{M}]+$/u.test(word)) continue;
    buckets[word.length] ??= { words: [], counts: [], letters: [] };
    const bucket = buckets[word.length] as Bucket;
    bucket.words.push(word);
    bucket.counts.push(counts[number] as number);
    bucket.letters.push(lettersOf(word));
  }
  return { correct: (asked) => correct(asked, buckets, known) };
}

function correct(asked: string, buckets: readonly Bucket[], known: ReadonlySet<string>): string | undefined {
  const word = fold(asked);
  const most = editsAllowed(word.length);
  if (most === 0 || known.has(word) || !/^[\p{L}\p{M}]+$/u.test(word)) return undefined;
  const letters = lettersOf(word);
  const distanceTo = distanceFrom(word);
  let best: string | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (let length = word.length - most; length <= word.length + most; length++) {
    const bucket = buckets[length];
    if (bucket === undefined) continue;
    for (let at = 0; at < bucket.words.length; at++) {
      const theirs = bucket.letters[at] as number;
      if (bitCount(theirs & ~letters) > most || bitCount(letters & ~theirs) > most) continue;
      const candidate = bucket.words[at] as string;
      const distance = distanceTo(candidate, most);
      if (distance > most) continue;
      const cost = correctionCost(word, candidate, distance, bucket.counts[at] as number);
      if (cost < lowest || (cost === lowest && candidate < (best as string))) {
        best = candidate;
        lowest = cost;
      }
    }
  }
  return best;
}
