/**
 * How well a known name explains the name that was asked for.
 *
 * Every word asked for is given to another part of the name, so that the likenesses add up to the most; their mean,
 * weighted by what each word tells, is the score. A word that matches nothing counts as 0, so "Angela Merkel" reaches
 * no more than half against any other Angela. Small deductions order names that explain the words equally well.
 */
import type { IndexedName } from './name-index.ts';
import type { NameWord } from './normalize.ts';
import { INITIAL } from './similarity.ts';

/** What a word asked for tells about who is meant. */
export const WEIGHT = { word: 1, initial: 0.4, particle: 0.25 };

/** Deductions. */
const OUT_OF_ORDER = 0.01;
/** For each word of the name that was not asked for, beside two or more that were. */
const LEFT_OUT = 0.02;
const MOST_LEFT_OUT = 0.06;
/** An initial is that of the first name rather than of a middle one. */
const INITIAL_OF_MIDDLE = 0.01;
/** For each particle that was not asked for: enough to put `Ana Falco` before `Ana de Falco`, too little to leave her out. */
const PARTICLE_LEFT_OUT = 0.001;
/** A single word is rather a surname than part of one, than a middle name, than a given name. */
const PART_OF_SURNAME = 0.01;
const MIDDLE_ALONE = 0.015;
const GIVEN_ALONE = 0.03;

/** The bit of a name's first word. */
const FIRST = 1;

/** A word asked for, with its likeness to the words of the dictionary. */
export interface AskedWord {
  readonly weight: number;
  /** Likeness by dictionary number; a word that is not in it is not alike. Empty for initials. */
  readonly similar: ReadonlyMap<number, number>;
  /** An initial's letter. */
  readonly letter: string;
  readonly isInitial: boolean;
}

export function weightOf({ isInitial, isParticle }: NameWord): number {
  return isInitial ? WEIGHT.initial : isParticle ? WEIGHT.particle : WEIGHT.word;
}

/** How well a name explains what was asked for. */
export interface NameScore {
  /** 0 to 1; 1 only where every word was asked for as it is written. */
  readonly score: number;
  /** Likeness of the word that is least alike to the one it was given to; initials and words given to none aside. */
  readonly weakest: number;
}

/** @param words the words of the dictionary by number. */
export function scoreName(
  asked: readonly AskedWord[],
  name: IndexedName,
  words: readonly string[],
): NameScore {
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  const best = assign({ asked, name, words }, 0, 0, 0, all);
  const score = best.sum === 0 ? 0 : Math.max(0, best.sum / all - deduction(asked, name, best));
  return { score, weakest: best.weakest };
}

interface Assignment {
  readonly sum: number;
  readonly weakest: number;
  /** Words of the name that were matched. */
  readonly covered: number;
  readonly isOrdered: boolean;
}

interface Comparison {
  readonly asked: readonly AskedWord[];
  readonly name: IndexedName;
  readonly words: readonly string[];
}

/**
 * The best way to give the words asked for, from `place` on, to parts of the name that are not covered yet.
 * `last` is the part given to the word before, `open` the weight of the words that are left.
 */
function assign(
  comparison: Comparison,
  place: number,
  covered: number,
  last: number,
  open: number,
): Assignment {
  const word = comparison.asked[place];
  if (word === undefined) return { sum: 0, weakest: 1, covered, isOrdered: true };
  const left = open - word.weight;
  let best: Assignment = { sum: -1, weakest: 1, covered, isOrdered: false };
  for (const part of comparison.name.parts) {
    if ((part.covers & covered) !== 0) continue;
    const alike = likeness(word, part.word, comparison.words);
    const value = alike * word.weight;
    if (value === 0 || value + left < best.sum) continue;
    const rest = assign(comparison, place + 1, covered | part.covers, part.covers, left);
    const sum = value + rest.sum;
    const isOrdered = rest.isOrdered && part.covers > last;
    if (sum > best.sum || (sum === best.sum && isOrdered && !best.isOrdered)) {
      const weakest = word.weight === WEIGHT.word ? Math.min(rest.weakest, alike) : rest.weakest;
      best = { sum, weakest, covered: rest.covered, isOrdered };
    }
  }
  if (left <= best.sum) return best;
  const without = assign(comparison, place + 1, covered, last, left);
  return without.sum > best.sum ? without : best;
}

function likeness({ similar, letter, isInitial }: AskedWord, part: number, words: readonly string[]): number {
  if (!isInitial) return similar.get(part) ?? 0;
  const known = words[part] as string;
  if (known === letter) return 1;
  return known.startsWith(letter) ? INITIAL : 0;
}

function deduction(asked: readonly AskedWord[], name: IndexedName, best: Assignment): number {
  let sum = best.isOrdered ? 0 : OUT_OF_ORDER;
  sum += PARTICLE_LEFT_OUT * countBits(name.particles & ~best.covered);
  const isAlone = asked.filter(({ weight, isInitial }) => isInitial || weight === WEIGHT.word).length === 1;
  if (!isAlone) {
    let leftOut = name.words & ~name.particles & ~best.covered;
    if (asked.some(({ isInitial }) => isInitial)) {
      // "S. Das" is short for all given names of Sanjay Kumar Das.
      if ((best.covered & FIRST) !== 0) leftOut &= name.surname;
      else sum += INITIAL_OF_MIDDLE;
    }
    return sum + Math.min(MOST_LEFT_OUT, LEFT_OUT * countBits(leftOut));
  }
  if ((best.covered & name.surname) === 0) sum += (best.covered & FIRST) !== 0 ? GIVEN_ALONE : MIDDLE_ALONE;
  else if ((name.surname & ~best.covered) !== 0) sum += PART_OF_SURNAME;
  return sum;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
