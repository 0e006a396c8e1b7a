/**
 * Edit distance between words: the fewest insertions, deletions, substitutions and swaps of neighbours that turn one
 * into the other, no part being edited twice (optimal string alignment, the restricted Damerau-Levenshtein distance).
 *
 * One word is usually compared with very many. `distanceFrom` prepares it once, so that each comparison handles a whole
 * column of the table in a few operations on the bits of a number (Hyyrö 2003, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances").
 */

/** Letters that fit the bits of a number. */
const MOST_BITS = 31;
const ASCII = 128;

/** Gives the distance to the prepared word in UTF-16 units, or any larger number than `most` where it is larger. */
type Distance = (other: string, most: number) => number;

export function distanceFrom(word: string): Distance {
  if (word.length === 0 || word.length > MOST_BITS) return (other, most) => tableDistance(word, other, most);
  // For every letter the places in `word` where it stands, as bits.
  const places = new Uint32Array(ASCII);
  const otherPlaces = new Map<number, number>();
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < ASCII) places[code] = (places[code] as number) | (1 << at);
    else otherPlaces.set(code, (otherPlaces.get(code) ?? 0) | (1 << at));
  }
  const lastBit = 1 << (word.length - 1);

  return (other, most) => {
    if (Math.abs(word.length - other.length) > most) return most + 1;
    // Rows where the column grows by one going down, and where it shrinks by one.
    let rising = -1;
    let falling = 0;
    // Rows where the column equals the one before, and the places of the letter before.
    let equal = 0;
    let placesBefore = 0;
    let distance = word.length;
    for (let at = 0; at < other.length; at++) {
      const code = other.charCodeAt(at);
      const here = code < ASCII ? (places[code] as number) : (otherPlaces.get(code) ?? 0);
      const swapped = ((~equal & here) << 1) & placesBefore;
      equal = (((here & rising) + rising) ^ rising) | here | falling | swapped;
      const grows = falling | ~(equal | rising);
      const shrinks = equal & rising;
      if ((grows & lastBit) !== 0) distance++;
      if ((shrinks & lastBit) !== 0) distance--;
      const shifted = (grows << 1) | 1;
      rising = (shrinks << 1) | ~(equal | shifted);
      falling = shifted & equal;
      placesBefore = here;
    }
    return distance;
  };
}

/** The distance between two words, or `most + 1` where it is larger than `most`. */
export function editDistance(one: string, other: string, most: number): number {
  return Math.min(distanceFrom(one)(other, most), most + 1);
}

/** The distance as it is defined, over the whole table: for words too long for the bits of a number. */
function tableDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = (above[j - 1] as number) + (same ? 0 : 1);
      cost = Math.min(cost, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      const isSwap =
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (i > 1 && j > 1 && isSwap) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[other.length] as number;
}
