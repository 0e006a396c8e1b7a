/** Waiting ends in time, tells what came of it, and keeps no process alive. */
import { describe, expect, test } from '@jest/globals';
import { inTime, settles, sleep, TooLate, within } from '../../src/kit/waiting.ts';

const NEVER = new Promise<never>(() => undefined);
const failing = (after: number) =>
  new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('it failed')), after));

describe('what comes in time', () => {
  test('is given, and fails where the work fails', async () => {
    expect(await within(Promise.resolve(7), 50)).toEqual({ done: true, value: 7 });
    expect(await inTime(Promise.resolve(7), 50, 'the work')).toBe(7);
    await expect(within(failing(1), 500)).rejects.toThrow('it failed');
    await expect(inTime(failing(1), 500, 'the work')).rejects.toThrow('it failed');
  });

  test('has settled, well or badly', async () => {
    expect(await settles(Promise.resolve(), 50)).toBe(true);
    expect(await settles(failing(1), 500)).toBe(true);
  });
});

describe('what comes late', () => {
  test('is not waited for', async () => {
    expect(await within(NEVER, 5)).toEqual({ done: false });
    expect(await settles(NEVER, 5)).toBe(false);
    await expect(inTime(NEVER, 5, 'the work')).rejects.toThrow(TooLate);
    await expect(inTime(NEVER, 5, 'the work')).rejects.toThrow('the work took longer than 5 ms');
  });

  test('may have no time at all', async () => {
    expect(await within(NEVER, -1)).toEqual({ done: false });
  });

  test('may fail later, which troubles nobody', async () => {
    expect(await within(failing(15), 2)).toEqual({ done: false });
    expect(await settles(failing(15), 2)).toBe(false);
    // An unhandled rejection would end the process within this time.
    await sleep(40);
  });
});

describe('sleep', () => {
  test('ends by itself, or when it is given up', async () => {
    const started = Date.now();
    await sleep(20);
    expect(Date.now() - started).toBeGreaterThanOrEqual(18);
    const end = new AbortController();
    setTimeout(() => end.abort(), 10);
    await sleep(600_000, { signal: end.signal });
    await sleep(600_000, { signal: end.signal });
    await sleep(600_000, { signal: end.signal, unref: true });
  });
});
