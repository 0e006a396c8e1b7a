/**
 * Words that mean about the same as another ("staff", "employees"; "brain drain", "exodus of talent"), by their stems. They
 * widen a search: what holds an equivalent is found as well, behind what holds the very word.
 */

import type { Equivalent } from '../knowledge/model.ts';
import { ASSOCIATIONS } from '../lexicon/en/associations/associations.ts';
import { EQUIVALENTS } from '../lexicon/en/equivalents/equivalents.ts';
import { type AnalysedWord, analyse } from '../text/analyse.ts';
import type { Search } from './archive.ts';
import type { Alternative, Phrase } from './text/text-index.ts';

/** What an equivalent counts beside the word itself: of the archive's own list, and of the general one. */
export const OWN_WEIGHT = 0.7;
const GENERAL_WEIGHT = 0.55;
/** What a word of reports counts for an everyday word that only leads to it. */
const ASSOCIATION_WEIGHT = 0.6;
/** Words of the longest phrase that is looked up. */
export const LONGEST_PHRASE = 3;

export interface Equivalents {
  /** What means about the same as a term, or as several that stand beside each other ("brain drain"); empty for most. */
  of(terms: readonly string[]): readonly Alternative[];
  /** The same without the everyday words that only lead to those of reports: for lists of what was typed. */
  readonly close: Pick<Equivalents, 'of'>;
  /** The single words of the archive's own list, for correcting misspelt ones. */
  readonly words: readonly (readonly string[])[];
}

const NONE: readonly Alternative[] = [];

export const NO_EQUIVALENTS: Equivalents = { of: () => NONE, close: { of: () => NONE }, words: [] };

type Entries = readonly AnalysedWord[];

/** Groups as written, each entry analysed; entries of small words alone say nothing. */
function entriesOf(words: readonly string[]): Entries[] {
  return words.map((entry) => analyse(entry)).filter((entry) => entry.length > 0);
}

const keyOf = (terms: readonly string[]): string => terms.join(' ');

function alternativeOf(entry: Entries, weight: number): Alternative {
  const [only] = entry;
  if (entry.length === 1 && only !== undefined) return { term: only.term, weight };
  const phrase: Phrase = entry.map(({ term, position }) => ({ term, position }));
  return { phrase, weight };
}

/** An entry of several words of which only one tells ("laid off", "set up") is that word to nobody who looks it up alone. */
const isCutShort = (words: string, entry: Entries): boolean => entry.length === 1 && words.includes(' ');

/** What an entry leads to, as written: it is analysed when somebody asks for it, which nobody does for most. */
interface Listed {
  readonly words: readonly string[];
  readonly weight: number;
}
type Lists = Map<string, Listed[]>;

/** Lists for each of `said` what it leads to, by its stems. */
function addTo(lists: Lists, said: readonly string[], listed: Listed): void {
  for (const words of said) {
    const entry = analyse(words);
    if (entry.length === 0 || entry.length > LONGEST_PHRASE || isCutShort(words, entry)) continue;
    const key = keyOf(entry.map(({ term }) => term));
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [listed]);
    else known.push(listed);
  }
}

const nameOf = (one: Alternative): string =>
  'term' in one ? one.term : keyOf(one.phrase.map(({ term }) => term));

/** What is listed under a key, each once, itself left out. */
function alternativesOf(key: string, listed: readonly Listed[]): Alternative[] {
  const made = new Map<string, Alternative>();
  for (const { words, weight } of listed) {
    for (const one of words) {
      const entry = analyse(one);
      if (entry.length === 0 || isCutShort(one, entry)) continue;
      const alternative = alternativeOf(entry, weight);
      const name = nameOf(alternative);
      if (name !== key && !made.has(name)) made.set(name, alternative);
    }
  }
  return [...made.values()];
}

let general: { readonly alike: Lists; readonly associated: Lists } | undefined;

/** The general lists, read once for all archives: words that mean the same, and everyday words that lead to those of reports. */
function generalLists(): { readonly alike: Lists; readonly associated: Lists } {
  if (general !== undefined) return general;
  const alike: Lists = new Map();
  const associated: Lists = new Map();
  for (const group of EQUIVALENTS) {
    const words = group.split(', ');
    addTo(alike, words, { words, weight: GENERAL_WEIGHT });
  }
  for (const line of ASSOCIATIONS) {
    const [said = '', reported = ''] = line.split(' > ');
    addTo(associated, said.split(', '), { words: reported.split(', '), weight: ASSOCIATION_WEIGHT });
  }
  general = { alike, associated };
  return general;
}

/** @param groups the archive's own; a word may stand in several groups, and then all of their words are its equivalents */
export function createEquivalents(groups: readonly Equivalent[]): Equivalents {
  const own: Lists = new Map();
  for (const { words } of groups) addTo(own, words, { words, weight: OWN_WEIGHT });
  const lookUp = (associations: boolean): Equivalents['of'] => {
    const joined = new Map<string, readonly Alternative[]>();
    return (terms) => {
      const key = keyOf(terms);
      const made = joined.get(key);
      if (made !== undefined) return made;
      const { alike, associated } = generalLists();
      const listed = [own, alike, ...(associations ? [associated] : [])].flatMap(
        (lists) => lists.get(key) ?? [],
      );
      const all = alternativesOf(key, listed);
      // Bounded by the words that the lists hold: others have none and are not kept.
      if (all.length > 0) joined.set(key, all);
      return all.length > 0 ? all : NONE;
    };
  };
  return {
    of: lookUp(true),
    close: { of: lookUp(false) },
    words: groups.map(({ words }) => entriesOf(words).flatMap((entry) => entry.map(({ word }) => word))),
  };
}

/**
 * Searches as `exact` says: with words that mean about the same, or first without them. The second time is spared where
 * none of the words has any, which cannot find more.
 * @param find searches with the equivalents it is given
 */
export function exactFirst<Result extends { readonly ranked: readonly unknown[] }>(
  search: Pick<Search, 'exact' | 'words' | 'literal'>,
  equivalents: Equivalents,
  find: (alike: Equivalents) => Result,
): Result {
  if (search.exact !== 'first') return find(equivalents);
  const exact = find(NO_EQUIVALENTS);
  const hasAny = (word: string): boolean =>
    analyse(word).some(({ term }) => equivalents.close.of([term]).length > 0);
  return exact.ranked.length > 0 || ![...search.words, ...search.literal].some(hasAny)
    ? exact
    : find({ ...equivalents, of: equivalents.close.of });
}
