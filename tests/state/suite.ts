/** The cases that every form of the state passes. A database's will be held to the same. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { State } from '../../src/state/state.ts';

/** A clock that stands still until it is moved. */
export interface HandClock {
  now(): number;
  pass(milliseconds: number): void;
}

export function createHandClock(): HandClock {
  let time = Date.UTC(2026, 0, 1);
  return {
    now: () => time,
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

/** Runs the cases over what `open` gives; `open` is called anew for each. */
export function testState(name: string, open: (clock: HandClock) => Promise<State>): void {
  describe(`${name}: the state port`, () => {
    let clock: HandClock;
    let state: State;
    beforeEach(async () => {
      clock = createHandClock();
      state = await open(clock);
    });
    afterEach(() => state.close());

    test('gives back what was set, as a copy', async () => {
      const value = { line: 'sessions goal:8', list: [1, null, 'ü'] };
      await state.set('thread:1', value);
      value.list.push('later');
      expect(await state.get('thread:1')).toEqual({ line: 'sessions goal:8', list: [1, null, 'ü'] });
      (await state.get<typeof value>('thread:1'))?.list.push('from outside');
      expect(await state.get('thread:1')).toEqual({ line: 'sessions goal:8', list: [1, null, 'ü'] });
    });

    test('tells null from nothing', async () => {
      await state.set('thread:1', null);
      expect(await state.get('thread:1')).toBeNull();
      expect(await state.get('thread:2')).toBeUndefined();
    });

    test('the last value set counts, with its own expiry', async () => {
      await state.set('thread:1', 'first', { expiresIn: 100 });
      await state.set('thread:1', 'second');
      clock.pass(1000);
      expect(await state.get('thread:1')).toBe('second');
    });

    test('a value is gone at its expiry, from the list too', async () => {
      await state.set('thread:1', 'a', { expiresIn: 100 });
      await state.set('thread:2', 'b', { expiresIn: 200 });
      clock.pass(99);
      expect(await state.get('thread:1')).toBe('a');
      expect(await state.list('thread:')).toEqual(['thread:1', 'thread:2']);
      clock.pass(1);
      expect(await state.get('thread:1')).toBeUndefined();
      expect(await state.list('thread:')).toEqual(['thread:2']);
    });

    test('a deleted value is gone, and deleting what is not there is allowed', async () => {
      await state.set('thread:1', 'a');
      await state.delete('thread:1');
      await state.delete('thread:1');
      expect(await state.get('thread:1')).toBeUndefined();
    });

    test('lists by prefix, in order, whatever the order of setting', async () => {
      for (const key of ['b:2', 'a:1', 'b:10', 'b:1', 'c:1']) await state.set(key, key);
      expect(await state.list('b:')).toEqual(['b:1', 'b:10', 'b:2']);
      expect(await state.list('')).toEqual(['a:1', 'b:1', 'b:10', 'b:2', 'c:1']);
      expect(await state.list('d')).toEqual([]);
    });

    test.each(['__proto__', 'constructor', 'thread:\n{"delete":"x"}', 'thread:\u2028🙂'])(
      'takes %j as a key like any other',
      async (key) => {
        await state.set(key, 'value');
        expect(await state.get(key)).toBe('value');
        expect(await state.list(key)).toEqual([key]);
      },
    );

    test('refuses keys and values it cannot hold, and says nothing of what they name', async () => {
      await expect(state.set('', 1)).rejects.toThrow(RangeError);
      await expect(state.set(`thread:${'secret'.repeat(100)}`, 1)).rejects.toThrow(/kind "thread"/);
      await expect(state.set(`thread:${'secret'.repeat(100)}`, 1)).rejects.not.toThrow(/secret/);
      await expect(state.set('thread:1', undefined)).rejects.toThrow(TypeError);
      await expect(state.set('thread:1', 'x'.repeat(1_000_000))).rejects.toThrow(/1000002 characters/);
      await expect(state.claim('k'.repeat(513), 1000)).rejects.toThrow(RangeError);
      expect(await state.get('thread:1')).toBeUndefined();
    });

    test('a delivery is claimed by one of many that come at once', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => state.claim('delivery:1', 1000)));
      expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
      expect(claims.filter((claim) => claim === 'busy')).toHaveLength(19);
    });

    test('a completed delivery is done until it is forgotten', async () => {
      expect(await state.claim('delivery:1', 1000)).toBe('new');
      await state.complete('delivery:1', 5000);
      clock.pass(4999);
      expect(await state.claim('delivery:1', 1000)).toBe('done');
      clock.pass(1);
      expect(await state.claim('delivery:1', 1000)).toBe('new');
    });

    test('a completed delivery is remembered for an hour where nothing else is said', async () => {
      await state.claim('delivery:1', 1000);
      await state.complete('delivery:1');
      clock.pass(60 * 60 * 1000 - 1);
      expect(await state.claim('delivery:1', 1000)).toBe('done');
      clock.pass(1);
      expect(await state.claim('delivery:1', 1000)).toBe('new');
    });

    test('a released delivery is served when it comes again', async () => {
      await state.claim('delivery:1', 1000);
      await state.release('delivery:1');
      expect(await state.claim('delivery:1', 1000)).toBe('new');
    });

    test('releasing does not undo what is done', async () => {
      await state.claim('delivery:1', 1000);
      await state.complete('delivery:1');
      await state.release('delivery:1');
      expect(await state.claim('delivery:1', 1000)).toBe('done');
    });

    test('a lease that ran out can be claimed anew; a renewed one cannot', async () => {
      await state.claim('delivery:1', 1000);
      await state.claim('delivery:2', 1000);
      clock.pass(900);
      expect(await state.renew('delivery:2', 1000)).toBe(true);
      clock.pass(100);
      expect(await state.renew('delivery:1', 1000)).toBe(false);
      expect(await state.claim('delivery:1', 1000)).toBe('new');
      expect(await state.claim('delivery:2', 1000)).toBe('busy');
    });

    test('what is done, released or unknown cannot be renewed', async () => {
      await state.claim('delivery:1', 1000);
      await state.complete('delivery:1');
      await state.claim('delivery:2', 1000);
      await state.release('delivery:2');
      for (const key of ['delivery:1', 'delivery:2', 'delivery:3'])
        expect(await state.renew(key, 1000)).toBe(false);
      expect(await state.claim('delivery:1', 1000)).toBe('done');
    });

    test('deliveries and values do not meet', async () => {
      await state.set('delivery:1', 'value');
      expect(await state.claim('delivery:1', 1000)).toBe('new');
      expect(await state.get('delivery:1')).toBe('value');
      expect(await state.list('')).toEqual(['delivery:1']);
    });
  });
}
