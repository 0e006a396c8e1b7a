/**
 * The words of all known names, each once, and which of them are alike to a word that is asked for.
 *
 * Words lie in buckets by length with a bit for each of their letters, so that a scan of the lengths in reach measures
 * few distances. Together with the words of the same sound and those that one
 * word begins, it finds everything that `similarity` allows.
 */
import { distanceFrom } from '../../text/edit-distance.ts';
import { bitCount, lettersOf } from '../../text/letters.ts';
import { editsAllowed, LEAST_SIMILAR, SHORTEST_PREFIX, similarityTo, soundsOf } from './similarity.ts';

export interface Dictionary {
  readonly size: number;
  readonly words: readonly string[];
  /** The number of a word. */
  numberOf(word: string): number | undefined;
  /** Every word at least `LEAST_SIMILAR` to the one asked for, with its similarity. Asked for a longer word than a letter. */
  similar(asked: string): Map<number, number>;
  /** Words that begin so, in alphabetical order. */
  beginningWith(prefix: string): readonly number[];
}

/** Words of one length. */
interface Bucket {
  readonly length: number;
  readonly numbers: Uint32Array;
  readonly letters: Int32Array;
}

export function createDictionary(words: readonly string[]): Dictionary {
  const numbers = new Map(words.map((word, number) => [word, number]));
  const buckets = bucketsOf(words);
  const soundsOfWord = words.map(soundsOf);
  const sounds = new Map<string, number[]>();
  for (const [number, { key, codes }] of soundsOfWord.entries()) {
    for (const sound of [`key ${key}`, ...codes]) {
      const same = sounds.get(sound);
      if (same === undefined) sounds.set(sound, [number]);
      else same.push(number);
    }
  }
  const sorted = [...words.keys()].sort((one, other) =>
    compare(words[one] as string, words[other] as string),
  );

  function similar(asked: string): Map<number, number> {
    const found = new Map<number, number>();
    const similarity = similarityTo(asked);
    const consider = (number: number): void => {
      if (found.has(number)) return;
      const value = similarity(words[number] as string, soundsOfWord[number]);
      if (value >= LEAST_SIMILAR) found.set(number, value);
    };
    for (const number of withinReach(asked)) consider(number);
    const initial = numbers.get(asked.charAt(0));
    if (initial !== undefined) consider(initial);
    const { key, codes } = soundsOf(asked);
    for (const sound of [`key ${key}`, ...codes])
      for (const number of sounds.get(sound) ?? []) consider(number);
    if (asked.length >= SHORTEST_PREFIX) {
      for (const number of beginningWith(asked)) consider(number);
      for (let length = SHORTEST_PREFIX; length < asked.length; length++) {
        const number = numbers.get(asked.slice(0, length));
        if (number !== undefined) consider(number);
      }
    }
    return found;
  }

  /** Words as few edits away as are allowed. */
  function withinReach(asked: string): number[] {
    const letters = lettersOf(asked);
    const distanceTo = distanceFrom(asked);
    const reached: number[] = [];
    for (const bucket of buckets) {
      const most = editsAllowed(Math.max(bucket.length, asked.length));
      if (bucket.length < 2 || Math.abs(bucket.length - asked.length) > most) continue;
      for (let at = 0; at < bucket.letters.length; at++) {
        const theirs = bucket.letters[at] as number;
        if (bitCount(theirs & ~letters) > most || bitCount(letters & ~theirs) > most) continue;
        const number = bucket.numbers[at] as number;
        if (distanceTo(words[number] as string, most) <= most) reached.push(number);
      }
    }
    return reached;
  }

  function beginningWith(prefix: string): readonly number[] {
    const from = firstFrom(sorted, (number) => (words[number] as string) >= prefix);
    const to = firstFrom(sorted, (number) => {
      const word = words[number] as string;
      return word >= prefix && !word.startsWith(prefix);
    });
    return sorted.slice(from, to);
  }

  return { size: words.length, words, numberOf: (word) => numbers.get(word), similar, beginningWith };
}

function bucketsOf(words: readonly string[]): Bucket[] {
  const byLength = new Map<number, number[]>();
  for (const [number, { length }] of words.entries()) {
    const same = byLength.get(length);
    if (same === undefined) byLength.set(length, [number]);
    else same.push(number);
  }
  return [...byLength].map(([length, numbers]) => ({
    length,
    numbers: Uint32Array.from(numbers),
    letters: Int32Array.from(numbers, (number) => lettersOf(words[number] as string)),
  }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The first place from which on the condition holds. */
function firstFrom(sorted: readonly number[], holds: (number: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
