/**
 * Type-ahead: whom a name half typed may become. Every word typed begins another word of the name; the surname comes
 * before a given name, and names in alphabetical order within these. Where nothing begins so, the name is looked up as
 * a whole, so that a slip of the finger does not end the list.
 */
import { fold } from '../../text/fold.ts';
import { matchName } from './match.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import { type NameWord, nameWords } from './normalize.ts';
import type { NameCandidate, NameEntry } from './types.ts';

type Complete<Key extends string | number> = (
  prefix: string,
  limit?: number,
) => readonly NameCandidate<Key>[];

const DEFAULT_LIMIT = 10;
/** Letters from which on a name that begins no known one is looked up as misspelt. */
const SHORTEST_LOOK_UP = 4;

/** What the first word typed begins, best first; also the score that is shown. */
const SURNAME = 1;
const MIDDLE = 0.985;
const GIVEN = 0.97;

export function createComplete<Key extends string | number>(
  index: NameIndex,
  entries: readonly NameEntry<Key>[],
): Complete<Key> {
  let ranks: Uint32Array | undefined;
  return (prefix, limit = DEFAULT_LIMIT) => {
    const most = Math.max(0, Math.trunc(limit) || 0);
    const typed = nameWords(prefix);
    if (typed.length === 0 || most === 0) return [];
    ranks ??= alphabeticalRanks(index);
    const found = namesBeginning(index, typed, ranks, most);
    if (found.length > 0) {
      return found.map(({ name, score }) => {
        const { entry, text } = index.names[name] as IndexedName;
        return { key: (entries[entry] as NameEntry<Key>).key, score, name: text };
      });
    }
    return prefix.trim().length < SHORTEST_LOOK_UP
      ? []
      : matchName(index, entries, prefix, { limit: most }).best;
  };
}

/** The place of every name in alphabetical order. */
function alphabeticalRanks({ names }: NameIndex): Uint32Array {
  const folded = names.map(({ text }) => fold(text));
  const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  const sorted = [...names.keys()].sort(
    (one, other) => compare(folded[one] as string, folded[other] as string) || one - other,
  );
  const ranks = new Uint32Array(names.length);
  for (const [rank, name] of sorted.entries()) ranks[name] = rank;
  return ranks;
}

interface Beginning {
  readonly name: number;
  readonly entry: number;
  readonly score: number;
  readonly rank: number;
}

/** The best name of each entry in which every word typed begins a word of its own. */
function namesBeginning(
  index: NameIndex,
  typed: readonly NameWord[],
  ranks: Uint32Array,
  most: number,
): Beginning[] {
  const beginnings = typed.map(
    ({ spellings }) => new Set(spellings.flatMap((one) => index.dictionary.beginningWith(one))),
  );
  const [rarest] = beginnings
    .map((words) => ({ words, names: countNames(index, words) }))
    .sort((one, other) => one.names - other.names);
  const best: Beginning[] = [];
  for (const word of rarest?.words ?? []) {
    for (const name of index.holders[word] ?? []) {
      const known = index.names[name] as IndexedName;
      const score = scoreOf(beginnings, known, 0, 0);
      if (score > 0) keep(best, { name, entry: known.entry, score, rank: ranks[name] as number }, most);
    }
  }
  return best;
}

/** Puts one in its place among the best, where it is good enough and better than another name of its entry. */
function keep(best: Beginning[], one: Beginning, most: number): void {
  const worst = best[most - 1];
  if (worst !== undefined && !isBefore(one, worst)) return;
  const same = best.findIndex(({ entry }) => entry === one.entry);
  if (same >= 0) {
    if (!isBefore(one, best[same] as Beginning)) return;
    best.splice(same, 1);
  }
  const place = best.findIndex((other) => isBefore(one, other));
  best.splice(place < 0 ? best.length : place, 0, one);
  if (best.length > most) best.pop();
}

const isBefore = (one: Beginning, other: Beginning): boolean =>
  one.score > other.score || (one.score === other.score && one.rank < other.rank);

const countNames = ({ holders }: NameIndex, words: ReadonlySet<number>): number => {
  let count = 0;
  for (const word of words) count += holders[word]?.length ?? 0;
  return count;
};

/** The score by what the first word typed begins; 0 where the words typed do not begin as many words of the name. */
function scoreOf(
  beginnings: readonly ReadonlySet<number>[],
  name: IndexedName,
  place: number,
  covered: number,
): number {
  const words = beginnings[place];
  if (words === undefined) return SURNAME;
  let best = 0;
  for (const { word, covers } of name.parts) {
    if ((covers & covered) !== 0 || !words.has(word)) continue;
    const rest = scoreOf(beginnings, name, place + 1, covered | covers);
    if (rest === 0) continue;
    const own = (covers & name.surname) !== 0 ? SURNAME : (covers & 1) !== 0 ? GIVEN : MIDDLE;
    best = Math.max(best, place === 0 ? own : SURNAME);
  }
  return best;
}
