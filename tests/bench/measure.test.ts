/** Percentiles against cases worked out by hand, and the order in which contenders take turns. */
import { describe, expect, test } from '@jest/globals';
import { interleave } from '../../bench/measure/interleave.ts';
import { mean, median, percentile, significant, timesOf } from '../../bench/measure/statistics.ts';

describe('percentile', () => {
  test.each([
    [[4, 1, 3, 2], 0.5, 2.5],
    [[3, 1, 2], 0.5, 2],
    // Place .99 × 4 = 3.96: between 4 and 5, nearer to 5.
    [[1, 2, 3, 4, 5], 0.99, 4.96],
    [[10, 20], 0.25, 12.5],
    [[7], 0.99, 7],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBeCloseTo(expected, 12);
  });

  test('leaves the values in their order, and of nothing is not a number', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
    expect(percentile([], 0.5)).toBeNaN();
    expect(mean([])).toBeNaN();
  });
});

test('times are told by count, least, median and 99th percentile', () => {
  expect(timesOf([5, 1, 3])).toEqual({ count: 3, min: 1, p50: 3, p99: 4.96 });
});

test('figures are kept to four digits', () => {
  expect([significant(0.0123456), significant(123_456), significant(0), significant(Number.NaN)]).toEqual([
    0.01235,
    123_500,
    0,
    Number.NaN,
  ]);
});

describe('interleave', () => {
  test('gives each input to all before the next, in turning order, after the warm-up', async () => {
    const seen: string[] = [];
    let isWarm = false;
    const contender = (name: string) => ({
      name,
      run(input: number) {
        if (isWarm) seen.push(`${name}${input}`);
      },
    });
    const times = await interleave([contender('a'), contender('b')], [1, 2, 3], {
      onStart: () => {
        isWarm = true;
      },
    });
    expect(seen).toEqual(['a1', 'b1', 'b2', 'a2', 'a3', 'b3']);
    expect([...times].map(([name, all]) => [name, all.length])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
  });

  test('waits for what comes later, and asks a slow one less often', async () => {
    const slow = () => new Promise((resolve) => setTimeout(resolve, 20));
    const times = await interleave(
      [
        { name: 'slow', run: slow },
        { name: 'quick', run: () => 1 },
      ],
      Array.from({ length: 10 }, (_, place) => place),
      { budget: 50, warmUp: 0 },
    );
    expect(times.get('quick')).toHaveLength(10);
    expect(times.get('slow')?.length).toBeLessThan(10);
    expect(Math.min(...(times.get('slow') ?? []))).toBeGreaterThan(10);
  });
});
