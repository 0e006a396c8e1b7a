/**
 * Which names are worth scoring: those that hold words alike to enough of the words asked for. No name is passed over
 * that would score `least` or more, because what is added up here for a name is never less than its score.
 */
import type { NameIndex } from './name-index.ts';
import type { NameWord } from './normalize.ts';
import { type AskedWord, type NameScore, scoreName, WEIGHT, weightOf } from './score.ts';

export interface Scored extends NameScore {
  /** Number of the name. */
  readonly name: number;
}

export function askedWords(index: NameIndex, words: readonly NameWord[]): AskedWord[] {
  return words.map((word) => ({
    weight: weightOf(word),
    similar: word.isInitial ? new Map() : similarTo(index, word.spellings),
    letter: word.spellings[0] ?? '',
    isInitial: word.isInitial,
  }));
}

function similarTo({ dictionary }: NameIndex, spellings: readonly string[]): Map<number, number> {
  const [plain = '', ...others] = spellings;
  const similar = dictionary.similar(plain);
  for (const other of others) {
    for (const [word, value] of dictionary.similar(other))
      similar.set(word, Math.max(value, similar.get(word) ?? 0));
  }
  return similar;
}

/** Sums of the same numbers in another order may differ by so little. */
const ROUNDING = 1e-9;

// Working memory, by name: what the words so far add up to, and the last word that added to it (numbered from 1).
let bounds = new Float64Array(0);
let lastWord = new Uint8Array(0);

/** The best `most` names that score `least` or more, best first, equal scores in the order of the names. */
export function bestNames(
  index: NameIndex,
  asked: readonly AskedWord[],
  least: number,
  most: number,
): Scored[] {
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  const telling = asked.filter(({ weight }) => weight === WEIGHT.word);
  if (telling.length === 0) return [];
  // Initials and particles are common: they do not find names, so every name is granted them.
  const granted = all - telling.length * WEIGHT.word;
  const met = collect(index, telling);
  const bound = (name: number): number => ((bounds[name] as number) + granted) / all + ROUNDING;
  const worth = met.filter((name) => bound(name) >= least);
  worth.sort((one, other) => bound(other) - bound(one) || one - other);

  const best: Scored[] = [];
  for (const name of worth) {
    const worst = best.length < most ? least : (best[most - 1]?.score ?? least);
    if (bound(name) < worst) break;
    const scored = scoreName(asked, index.names[name] as NameIndex['names'][number], index.dictionary.words);
    if (scored.score >= worst) insert(best, { name, ...scored }, most);
  }
  for (const name of met) {
    bounds[name] = 0;
    lastWord[name] = 0;
  }
  return best;
}

/** Adds up, for every name, the best likeness of each telling word; gives the names met. */
function collect({ names, holders }: NameIndex, telling: readonly AskedWord[]): number[] {
  if (bounds.length < names.length) {
    bounds = new Float64Array(names.length);
    lastWord = new Uint8Array(names.length);
  }
  const met: number[] = [];
  for (const [place, { similar }] of telling.entries()) {
    // Falling likeness: the first that a name is met with is its best.
    const falling = [...similar].sort(([, one], [, other]) => other - one);
    for (const [word, value] of falling) {
      for (const name of holders[word] ?? []) {
        if (lastWord[name] === place + 1) continue;
        if (lastWord[name] === 0) met.push(name);
        lastWord[name] = place + 1;
        (bounds[name] as number) += value * WEIGHT.word;
      }
    }
  }
  return met;
}

/** Keeps the list ordered and no longer than `most`. */
function insert(best: Scored[], one: Scored, most: number): void {
  let at = best.length;
  while (at > 0 && isBetter(one, best[at - 1] as Scored)) at--;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}

const isBetter = (one: Scored, other: Scored): boolean =>
  one.score > other.score || (one.score === other.score && one.name < other.name);
