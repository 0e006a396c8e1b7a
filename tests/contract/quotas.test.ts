/** Quotas: so many at once, so many in a minute, each for itself, and told once a minute. */
import { describe, expect, test } from '@jest/globals';
import { createQuotas, QUOTAS, TooMany } from '../../src/contract/quotas.ts';

const QUOTA = { user: { atOnce: 3, perMinute: 6 }, workspace: { atOnce: 5, perMinute: 10 } };
const ANN = { user: 'ann', workspace: 'harbour' };
const BEN = { user: 'ben', workspace: 'harbour' };

function open(quotas = QUOTA) {
  let now = 0;
  const book = createQuotas(quotas, () => now);
  const { take } = book;
  const tries = (asker: typeof ANN, count: number) =>
    Array.from({ length: count }, () => {
      try {
        return take(asker);
      } catch (error) {
        return error as TooMany;
      }
    });
  return {
    take,
    /** Takes and gives back, `count` times; how many were granted. */
    ask: (asker: typeof ANN, count: number) => {
      let granted = 0;
      for (let line = 0; line < count; line += 1) {
        const [one] = tries(asker, 1);
        if (typeof one !== 'function') continue;
        one();
        granted += 1;
      }
      return granted;
    },
    tries,
    remembered: () => book.remembered,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('quotas', () => {
  test('are for so many at once, and free again when answered', () => {
    const { tries, take } = open();
    const taken = tries(ANN, 4);
    expect(taken.map((one) => typeof one)).toEqual(['function', 'function', 'function', 'object']);
    const [first, , , refused] = taken;
    expect(refused).toBeInstanceOf(TooMany);
    expect(refused).toMatchObject({ whose: 'user', again: false });
    (first as () => void)();
    expect(take(ANN)).toEqual(expect.any(Function));
  });

  test('are for so many in a minute, and fill up as time goes by', () => {
    const { ask, pass } = open();
    expect(ask(ANN, 20)).toBe(6);
    pass(10_000);
    expect(ask(ANN, 20)).toBe(1);
    pass(600_000);
    expect(ask(ANN, 20)).toBe(6);
  });

  test('of one person leave the others theirs, until the workspace has none left', () => {
    const { ask, tries } = open();
    expect(ask(ANN, 20)).toBe(6);
    expect(ask(BEN, 20)).toBe(4);
    expect(tries(BEN, 1)[0]).toMatchObject({ whose: 'workspace' });
    expect(ask({ user: 'ann', workspace: 'orchard' }, 1)).toBe(1);
  });

  test('that are used up are told once a minute', () => {
    const { ask, tries, pass } = open();
    ask(ANN, 6);
    expect(tries(ANN, 2).map((one) => (one as TooMany).again)).toEqual([false, true]);
    pass(61_000);
    ask(ANN, 6);
    expect(tries(ANN, 1).map((one) => (one as TooMany).again)).toEqual([false]);
  });

  test('of those who are silent take no room', () => {
    const { ask, pass, remembered } = open(QUOTAS);
    for (let user = 0; user < 5_000; user += 1) {
      expect(ask({ user: `user-${user}`, workspace: `w-${user % 7}` }, 1)).toBe(1);
      pass(1_000);
    }
    expect(remembered()).toBeLessThan(100);
  });
});
