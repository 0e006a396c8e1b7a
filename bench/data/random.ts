/** Random numbers that are the same in every run: all generated data comes from a seed. */

/** Gives numbers from 0 up to but without 1. */
export type Random = () => number;

/** A small generator of 32 bits of state (mulberry32); good enough for data, never for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to but without `count`. */
export const below = (random: Random, count: number): number => Math.floor(random() * count);

/** One of the values. @throws RangeError where there is none. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  if (values.length === 0) throw new RangeError('There is nothing to pick from');
  return values[below(random, values.length)] as Value;
}

/** A copy in random order. */
export function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    [copy[last], copy[other]] = [copy[other] as Value, copy[last] as Value];
  }
  return copy;
}

/**
 * Ranks from 0 to `count - 1`, drawn as words are in texts: the chance of a rank falls with (rank + shift) to the power of
 * `exponent` (Zipf and Mandelbrot).
 */
export function zipf(random: Random, count: number, exponent = 1, shift = 2.7): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + shift) ** exponent;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
