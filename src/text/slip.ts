/** Slips of the finger: which misspelling of a word may be taken for the word. */

const letters = (word: string): string => [...word].sort().join('');

/** True where `shorter` is `longer` with letters left out. */
function isSubsequence(shorter: string, longer: string): boolean {
  let at = 0;
  for (const letter of longer) if (letter === shorter[at]) at++;
  return at === shorter.length;
}

/** True where the words differ in one place alone. */
function differsInOne(one: string, other: string): boolean {
  let differences = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differences++;
  return one.length === other.length && differences === 1;
}

/** True where `typed` is `meant` with two letters swapped, or one letter too few or too many. The first is never wrong. */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant || typed[0] !== meant[0]) return false;
  if (typed.length === meant.length) return letters(typed) === letters(meant);
  const [shorter, longer] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  return longer.length - shorter.length === 1 && isSubsequence(shorter, longer);
}

/** True where the words differ in `i` for `y` or `y` for `i` alone: "sistems". */
function confusesY(one: string, other: string): boolean {
  return one !== other && one.replaceAll('y', 'i') === other.replaceAll('y', 'i');
}

/**
 * What the known word is: part of a proper name, which people misspell and which means little else; a word of a term of
 * the vocabulary; any word of the texts; or a word of everyday language that means what the texts say otherwise.
 */
export type KnownAs = 'name' | 'term' | 'text' | 'everyday';

/** Shorter words have too many neighbours ("noon" is no "non"). */
const SHORTEST: Readonly<Record<KnownAs, number>> = { name: 4, term: 4, text: 5, everyday: 6 };
/** From so many letters on, a wrong letter is taken for a slip; in a shorter word it makes another word. */
const WRONG_LETTER_FROM: Readonly<Record<KnownAs, number>> = { name: 6, term: 6, text: 7, everyday: 8 };
/** From so many letters on, a second slip is forgiven. */
const TWO_FROM = 10;

/**
 * True where `known` is what somebody who typed `typed` likely meant. A correction puts words into a person's mouth, so
 * it must be a likely slip: "taxes" is no misspelling of "takes", nor "proposed" of "promoted".
 */
export function isLikelySlip(typed: string, known: string, knownAs: KnownAs): boolean {
  if (typed[0] !== known[0] || Math.min(typed.length, known.length) < SHORTEST[knownAs]) return false;
  if (isSlipOf(typed, known) || confusesY(typed, known)) return true;
  if (typed.length >= TWO_FROM) return true;
  return typed.length >= WRONG_LETTER_FROM[knownAs] && differsInOne(typed, known);
}
