/**
 * Edit distance between words: the fewest insertions, deletions, substitutions and swaps of neighbours that turn one
 * into the other, no part being edited twice (optimal string alignment, the restricted Damerau-Levenshtein distance).
 */

let before: number[] = [];
let above: number[] = [];
let row: number[] = [];

/**
 * @param most the largest distance of interest.
 * @returns the distance in UTF-16 units, or `most + 1` where it is larger.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0;
  const far = most + 1;
  if (Math.abs(one.length - other.length) > most) return far;
  // Only a band of the table matters: places that lie further apart than `most` cost more than `most`.
  for (let j = 0; j <= other.length; j++) {
    above[j] = j <= most ? j : far;
    row[j] = far;
  }
  for (let i = 1; i <= one.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(other.length, i + most);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    if (to < other.length) row[to + 1] = far;
    let best = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = (above[j - 1] as number) + (same ? 0 : 1);
      cost = Math.min(cost, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      if (
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = Math.min(cost, far);
      best = Math.min(best, row[j] as number);
    }
    if (best > most) return far;
    [before, above, row] = [above, row, before];
  }
  return above[other.length] as number;
}
