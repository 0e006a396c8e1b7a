/**
 * Jaro-Winkler similarity of two words, 0 to 1: shared letters near the same place, less their swaps, more for a
 * shared beginning (Winkler 1990, with the usual weight .1 for up to four letters).
 */

const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/** Longer words are compared by their beginning. */
const LONGEST = 64;
const taken = new Uint8Array(LONGEST);
const matched = new Uint8Array(LONGEST);

export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  const one = first.slice(0, LONGEST);
  const other = second.slice(0, LONGEST);
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  taken.fill(0, 0, other.length);
  matched.fill(0, 0, one.length);
  let matches = 0;
  for (let i = 0; i < one.length; i++) {
    const to = Math.min(other.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (taken[j] === 0 && one.charCodeAt(i) === other.charCodeAt(j)) {
        taken[j] = 1;
        matched[i] = 1;
        matches++;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let swapped = 0;
  for (let i = 0, j = 0; i < one.length; i++) {
    if (matched[i] === 0) continue;
    while (taken[j] === 0) j++;
    if (one.charCodeAt(i) !== other.charCodeAt(j)) swapped++;
    j++;
  }
  const jaro = (matches / one.length + matches / other.length + (matches - swapped / 2) / matches) / 3;
  let prefix = 0;
  while (
    prefix < LONGEST_PREFIX &&
    prefix < one.length &&
    one.charCodeAt(prefix) === other.charCodeAt(prefix)
  )
    prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}
