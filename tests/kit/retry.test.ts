/** Trying again: few times, later each time, never past a deadline, and never what would end the same way. */
import { describe, expect, test } from '@jest/globals';
import { type Failure, growingPauses, readRetryAfter, withRetries } from '../../src/kit/retry.ts';

/** Work that fails `times` and then gives 'done'; counts its tries. */
function failing(times: number) {
  const at: number[] = [];
  const work = async () => {
    at.push(Date.now());
    if (at.length <= times) throw new Error(`failure ${at.length}`);
    return 'done';
  };
  return { at, work };
}

const always = (failure: Failure) => () => failure;
const passing = always({ kind: 'passing' });
const pauses = growingPauses({ first: 1, longest: 5, tries: 4 });

describe('what failed', () => {
  test('is tried again while it may pass, up to the last try, and told of each time', async () => {
    const [one, two] = [failing(3), failing(4)];
    const told: number[] = [];
    const onRetry = (_error: unknown, _failure: Failure, failed: number) => told.push(failed);
    expect(await withRetries(one.work, { classify: passing, pauses, onRetry })).toBe('done');
    await expect(withRetries(two.work, { classify: passing, pauses })).rejects.toThrow('failure 4');
    expect([one.at.length, two.at.length, told]).toEqual([4, 4, [1, 2, 3]]);
  });

  test('for good is not', async () => {
    const { at, work } = failing(1);
    await expect(withRetries(work, { classify: always({ kind: 'final' }), pauses })).rejects.toThrow(
      'failure 1',
    );
    expect(at).toHaveLength(1);
  });

  test('because of a limit waits as long as it was told, unless that is past the deadline', async () => {
    const classify = always({ kind: 'limited', after: 20 });
    const { at, work } = failing(1);
    expect(await withRetries(work, { classify, pauses })).toBe('done');
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(19);
    await expect(withRetries(failing(1).work, { classify, pauses, deadline: 10 })).rejects.toThrow(
      'failure 1',
    );
  });

  test('is given up with the pause', async () => {
    const end = new AbortController();
    setTimeout(() => end.abort(), 20);
    // Longer than this test may take.
    const long = growingPauses({ first: 600_000 });
    const { at, work } = failing(9);
    await expect(withRetries(work, { classify: passing, pauses: long, signal: end.signal })).rejects.toThrow(
      'failure 2',
    );
    expect(at).toHaveLength(2);
  });
});

describe('pauses', () => {
  test('grow up to the longest, each by a share of chance, for as many tries as there are', () => {
    const growing = growingPauses({ first: 100, factor: 3, longest: 500, tries: 5 });
    for (const [failed, about] of [
      [1, 100],
      [2, 300],
    ] as const) {
      const some = Array.from({ length: 50 }, () => growing(failed) ?? 0);
      expect(Math.min(...some)).toBeGreaterThanOrEqual(about * 0.75);
      expect(Math.max(...some)).toBeLessThanOrEqual(about * 1.25);
      expect(new Set(some).size).toBeGreaterThan(1);
    }
    expect([growing(3), growing(4), growing(5)]).toEqual([500, 500, undefined]);
  });
});

describe('Retry-After', () => {
  test.each([
    ['2', 2000],
    ['0', undefined],
    ['-1', undefined],
    ['soon', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j is %j', (header, wait) => {
    expect(readRetryAfter(header)).toBe(wait);
  });

  test('may be a date', () => {
    expect(readRetryAfter(new Date(Date.now() + 10_000).toUTCString())).toBeGreaterThan(8_000);
  });
});
