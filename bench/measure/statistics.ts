/** What a row of measurements says. */

/**
 * The value below which a share of the values lies, interpolated between the two nearest (as NumPy and spreadsheets do).
 * @param share 0 to 1: .5 is the median. NaN where there are no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 0) return Number.NaN;
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(place)] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Times of one kind, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
}

export function timesOf(values: readonly number[]): Times {
  return {
    count: values.length,
    min: percentile(values, 0),
    p50: median(values),
    p99: percentile(values, 0.99),
  };
}

/** Rounded to so many significant digits, which is what a measurement is worth; keeps results.json readable. */
export function significant(value: number, digits = 4): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}
