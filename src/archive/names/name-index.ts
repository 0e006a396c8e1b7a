/**
 * All names in memory: each as parts (its words, and words that are also written together), each part as numbers of
 * the dictionary, and for each word of the dictionary the names that have it.
 */
import { createDictionary, type Dictionary } from './dictionary.ts';
import { type NameWord, nameWords } from './normalize.ts';
import type { NameEntry } from './types.ts';

/** One known name. Words are numbered from 0; sets of words are bits. */
export interface IndexedName {
  /** Place of the entry that it belongs to. */
  readonly entry: number;
  readonly text: string;
  /** All words of the name, as a set. */
  readonly words: number;
  /** Words that may be left out; never the first, which is a given name (`Al`, `Van`). */
  readonly particles: number;
  /** Words of the surname. */
  readonly surname: number;
  readonly parts: readonly Part[];
}

/** Something that a word of a query can match: a spelling of one word, or several words written together. */
export interface Part {
  /** Number of its spelling in the dictionary. */
  readonly word: number;
  /** The words of the name that it stands for. */
  readonly covers: number;
}

export interface NameIndex {
  readonly names: readonly IndexedName[];
  readonly dictionary: Dictionary;
  /** By dictionary number, the names that have it as a part, rising. */
  readonly holders: readonly (readonly number[])[];
}

export function buildNameIndex(entries: readonly NameEntry<string | number>[]): NameIndex {
  const numbers = new Map<string, number>();
  const holders: number[][] = [];
  const names: IndexedName[] = [];

  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
      holders.push([]);
    }
    return number;
  };

  for (const [entry, { names: known, family = [] }] of entries.entries()) {
    const surnames = new Set(family.flatMap((name) => nameWords(name)).flatMap(({ spellings }) => spellings));
    for (const text of known) {
      const words = nameWords(text);
      if (words.length === 0) continue;
      const parts = partsOf(words).map(({ spelling, covers }) => ({ word: numberOf(spelling), covers }));
      for (const word of new Set(parts.map((part) => part.word))) holders[word]?.push(names.length);
      names.push({
        entry,
        text,
        words: bits(words, () => true),
        particles: bits(words, ({ isParticle }, place) => isParticle && place > 0),
        surname: surnameOf(words, surnames),
        parts,
      });
    }
  }
  return { names, holders, dictionary: createDictionary([...numbers.keys()]) };
}

const bits = (words: readonly NameWord[], holds: (word: NameWord, place: number) => boolean): number =>
  words.reduce((set, word, place) => (holds(word, place) ? set | (1 << place) : set), 0);

/** The words given as the surname; where none are, the last word with what a hyphen joins to it. */
function surnameOf(words: readonly NameWord[], given: ReadonlySet<string>): number {
  const known = bits(
    words,
    ({ spellings, isParticle }) => !isParticle && spellings.some((one) => given.has(one)),
  );
  if (known !== 0) return known;
  let first = words.length - 1;
  while (first > 0 && words[first]?.isHyphenated) first--;
  return bits(words, ({ isParticle }, place) => place >= first && !isParticle);
}

/** True where two neighbours may be written together. */
function areOne(one: NameWord | undefined, other: NameWord | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.isParticle ||
    other.isHyphenated ||
    (one.isInitial && other.isInitial) ||
    (one.isUnspaced && other.isUnspaced)
  );
}

interface Spelled {
  readonly spelling: string;
  readonly covers: number;
}

/**
 * Every word in its spellings; also written together: particles with the word behind them, hyphenated words, initials
 * (`KV`), and names of scripts that leave no space between words.
 */
function partsOf(words: readonly NameWord[]): Spelled[] {
  const parts = words.flatMap(({ spellings }, place) =>
    spellings.map((spelling) => ({ spelling, covers: 1 << place })),
  );
  for (let from = 0; from < words.length; from++) {
    let to = from + 1;
    while (to < words.length && areOne(words[to - 1], words[to])) to++;
    if (to - from < 2) continue;
    const together = words.slice(from, to);
    const covers = bits(words, (_, place) => place >= from && place < to);
    for (const spelling of new Set(
      [0, 1].map((which) => together.map(({ spellings }) => spellings[which] ?? spellings[0]).join('')),
    )) {
      parts.push({ spelling, covers });
    }
  }
  return parts;
}
