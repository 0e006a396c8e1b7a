/**
 * Deciding whom a name means. A name is accepted from a threshold on; below it nobody is named, but the nearest are
 * offered; further below, nothing.
 */
import { askedWords, bestNames, type Scored } from './candidates.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import { type NameWord, nameWords } from './normalize.ts';
import { rerank } from './rerank.ts';
import type { MatchOptions, NameCandidate, NameEntry, NameMatch } from './types.ts';

/**
 * A score from which on a name is accepted. A single word may be one edit off from five letters on (`Omari` for Omori:
 * .83), but not with four or three. Of two words, one may be far off where the other is exact, or both a little. Measured
 * with 50,000 names: of 150 people who share no part of their name with a known one, up to 4 are accepted.
 */
const ACCEPTED_ALONE = 0.79;
const ACCEPTED = 0.72;

/**
 * Of several words, each must be so much alike to its own, or the right given name would make a stranger a known person.
 * Two slips in a word of four letters fall below it, and are asked back.
 */
const WEAKEST = 0.58;

/** A score from which on a name is offered as "did you mean"; one right word of two is not enough. */
const NEAR_ALONE = 0.66;
export const NEAR = 0.6;

/** Scores that differ by no more are equally good. */
const EQUAL = 0.005;

/** Two words read as one; a first `M.` read as Monsieur, which anybody whose initial it is goes before. */
const JOINED = 0.01;
const MONSIEUR = 0.06;

/** Candidates that are compared closely. */
const CANDIDATES = 30;
const DEFAULT_LIMIT = 5;

interface Candidate extends Scored {
  readonly entry: number;
  readonly text: string;
}

export function matchName<Key extends string | number>(
  index: NameIndex,
  entries: readonly NameEntry<Key>[],
  query: string,
  options: MatchOptions = {},
): NameMatch<Key> {
  const limit = Math.max(0, Math.trunc(options.limit ?? DEFAULT_LIMIT) || 0);
  const words = nameWords(query);
  const candidates = candidatesOf(index, words, Math.max(CANDIDATES, limit));
  const top = candidates[0];
  if (top === undefined) return { outcome: 'none', best: [] };
  const accepted = candidates.filter(({ score, weakest }) =>
    words.length === 1 ? score >= ACCEPTED_ALONE : score >= ACCEPTED && weakest >= WEAKEST,
  );
  const [first] = accepted;
  const isFound = first !== undefined;
  const chosen = isFound ? accepted.filter(({ score }) => first.score - score <= EQUAL) : candidates;
  const ordered = top.score === 1 ? chosen : rerank(query, chosen);
  const best = ordered.slice(0, limit).map(
    ({ entry, text, score }): NameCandidate<Key> => ({
      key: (entries[entry] as NameEntry<Key>).key,
      score,
      name: text,
    }),
  );
  return { outcome: isFound ? 'found' : 'near', best };
}

/** The best name of each entry, best first. */
function candidatesOf(index: NameIndex, words: readonly NameWord[], most: number): Candidate[] {
  const byEntry = new Map<number, Candidate>();
  const least = words.length === 1 ? NEAR_ALONE : NEAR;
  for (const { words: read, deduction } of readings(index, words)) {
    for (const { name, score: full, weakest } of bestNames(
      index,
      askedWords(index, read),
      least + deduction,
      most,
    )) {
      const score = full - deduction;
      const { entry, text } = index.names[name] as IndexedName;
      const known = byEntry.get(entry);
      if (known === undefined || score > known.score)
        byEntry.set(entry, { name, score, weakest, entry, text });
    }
  }
  return [...byEntry.values()].sort((one, other) => other.score - one.score || one.name - other.name);
}

/** One way to read the words of a name. */
interface NameReading {
  readonly words: readonly NameWord[];
  /** What is taken off the score, because the name was not written so. */
  readonly deduction: number;
}

/** Most initials that are written together. */
const MOST_INITIALS = 3;
/** Two or three letters that are no known word, beside others: initials written together (`KV Ramana`). */
function asInitials({ dictionary }: NameIndex, words: readonly NameWord[]): NameWord[] | undefined {
  if (words.length < 2) return undefined;
  let found = false;
  const split = words.flatMap((word) => {
    const [plain = ''] = word.spellings;
    const isNone =
      plain.length < 2 || plain.length > MOST_INITIALS || !/^[a-z]+$/.test(plain) || word.isParticle;
    if (isNone || dictionary.numberOf(plain) !== undefined) return [word];
    found = true;
    return [...plain].map((letter) => ({ ...word, spellings: [letter], isInitial: true }));
  });
  return found ? split : undefined;
}

/**
 * The words as asked; once for each two neighbours that are a known word when written together (`van leur`); with initials
 * that were written together apart; and without a first `M.`, which is an initial or the French Monsieur.
 */
function readings(index: NameIndex, words: readonly NameWord[]): NameReading[] {
  const { dictionary } = index;
  const all: NameReading[] = [{ words, deduction: 0 }];
  const initials = asInitials(index, words);
  if (initials !== undefined) all.push({ words: initials, deduction: JOINED });
  for (let place = 0; place + 1 < words.length; place++) {
    const spelling = `${words[place]?.spellings[0]}${words[place + 1]?.spellings[0]}`;
    if (dictionary.numberOf(spelling) === undefined) continue;
    const joined = {
      spellings: [spelling],
      isParticle: false,
      isInitial: false,
      isHyphenated: false,
      isUnspaced: false,
    };
    all.push({ words: [...words.slice(0, place), joined, ...words.slice(place + 2)], deduction: JOINED });
  }
  if (words.length > 1 && words[0]?.spellings[0] === 'm')
    all.push({ words: words.slice(1), deduction: MONSIEUR });
  return all;
}
