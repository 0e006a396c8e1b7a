/** The cases that the store passes over every engine. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MOST_OWED } from '../../src/store/owed.ts';
import { EXPIRING } from '../../src/store/schema.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';

/** A database of its own for the tests of a file. */
export interface Ground {
  /** Opens it once more, as another process would. */
  open(options?: Partial<StoreOptions>): Promise<Store>;
  /** Speaks to the database beside the store. Numbers may come as texts. */
  sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** Lets time go by in the database: everything ends so much earlier. */
export async function pass(ground: Ground, milliseconds: number): Promise<void> {
  for (const table of EXPIRING) await ground.sql(`update ${table} set until = until - ${milliseconds}`);
  await ground.sql(`update owed set due = due - ${milliseconds}`);
}

const MINUTE = 60_000;
const KEY = 'a long random text of somebody, of 32 characters or more';

/** Runs the cases over the database that `lay` gives. */
export function testStore(name: string, lay: () => Promise<Ground>): void {
  describe(name, () => declare(lay));
}

function declare(lay: () => Promise<Ground>): void {
  let ground: Ground;
  let store: Store;
  /** Another process over the same database. */
  let other: Store;
  beforeAll(async () => {
    ground = await lay();
    store = await ground.open();
    other = await ground.open();
  });
  afterAll(async () => {
    await store.close();
    await other.close();
    await ground.close();
  });
  beforeEach(async () => {
    for (const table of [...EXPIRING, 'installations']) await ground.sql(`delete from ${table}`);
  });
  const time = (milliseconds: number) => pass(ground, milliseconds);

  /** Claims a delivery that is expected to be free. */
  async function holderOf(by: Store, key: string, lease = 1_000): Promise<string> {
    const claim = await by.deliveries.claim(key, lease);
    if (claim.state !== 'new') throw new Error(`expected to claim it, but it is ${claim.state}`);
    return claim.holder;
  }
  const stateOf = async (by: Store, key: string) => (await by.deliveries.claim(key, 1_000)).state;

  describe('deliveries', () => {
    test('are claimed by one of many that come at once, in two processes', async () => {
      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, index) => stateOf(index % 2 === 0 ? store : other, 'a:1')),
      );
      expect(claims.filter((state) => state === 'new')).toHaveLength(1);
      expect(claims.filter((state) => state === 'busy')).toHaveLength(39);
    });

    test('are done until they are forgotten', async () => {
      expect(await store.deliveries.complete('a:1', await holderOf(store, 'a:1'), 5_000)).toBe(true);
      await time(4_000);
      expect(await stateOf(other, 'a:1')).toBe('done');
      await time(1_001);
      expect(await stateOf(other, 'a:1')).toBe('new');
    });

    test('are served again when they were released, and at once', async () => {
      await store.deliveries.release('a:1', await holderOf(store, 'a:1'));
      expect(await stateOf(other, 'a:1')).toBe('new');
    });

    test('can be claimed anew when the lease ran out, unless it was renewed', async () => {
      const [first, second] = [await holderOf(store, 'a:1'), await holderOf(store, 'a:2')];
      await time(600);
      expect(await store.deliveries.renew('a:2', second, 1_000)).toBe(true);
      await time(600);
      expect(await stateOf(other, 'a:1')).toBe('new');
      expect(await stateOf(other, 'a:2')).toBe('busy');
      expect(await store.deliveries.renew('a:1', first, 1_000)).toBe(false);
    });

    test('obey only whoever claimed them last', async () => {
      const late = await holderOf(store, 'a:1');
      await time(1_001);
      const holder = await holderOf(other, 'a:1');
      expect(await store.deliveries.renew('a:1', late, MINUTE)).toBe(false);
      await store.deliveries.release('a:1', late);
      expect(await store.deliveries.complete('a:1', late, MINUTE)).toBe(false);
      expect(await stateOf(store, 'a:1')).toBe('busy');
      expect(await other.deliveries.complete('a:1', holder, MINUTE)).toBe(true);
      await other.deliveries.release('a:1', holder);
      expect(await stateOf(store, 'a:1')).toBe('done');
    });

    test('may be completed twice by their holder, as after a broken connection', async () => {
      const holder = await holderOf(store, 'a:1');
      expect(await store.deliveries.complete('a:1', holder, MINUTE)).toBe(true);
      expect(await store.deliveries.complete('a:1', holder, MINUTE)).toBe(true);
      expect(await store.deliveries.renew('a:1', holder, MINUTE)).toBe(false);
    });

    test('that nobody claimed cannot be renewed or completed', async () => {
      expect(await store.deliveries.renew('a:1', 'nobody', 1_000)).toBe(false);
      expect(await store.deliveries.complete('a:1', 'nobody', 1_000)).toBe(false);
      await store.deliveries.release('a:1', 'nobody');
      expect(await stateOf(store, 'a:1')).toBe('new');
    });

    test('are kept under what their keys cannot be read from', async () => {
      const long = `slack:${'Ada Lovelace '.repeat(1_000)}`;
      expect(await stateOf(store, `${long}1`)).toBe('new');
      expect(await stateOf(store, `${long}2`)).toBe('new');
      expect(await stateOf(store, `${long}1`)).toBe('busy');
      expect(JSON.stringify(await ground.sql('select * from deliveries'))).not.toContain('Ada');
    });
  });

  describe('threads and messages', () => {
    test('the last line counts, until its end', async () => {
      await store.threads.put('a:1', 'first', 100_000);
      await store.threads.put('a:1', 'second', 1_000);
      expect(await other.threads.get('a:1')).toBe('second');
      await time(1_001);
      expect(await other.threads.get('a:1')).toBeUndefined();
      expect(await other.threads.get('a:2')).toBeUndefined();
    });

    test('a message is known again by its key, with all that was kept of it', async () => {
      const standing = { says: 'digest', left: 'sessions goal:8\n🙂', previous: 'help', reply: '17' };
      await store.messages.put('a:1', standing, 1_000);
      expect(await other.messages.get('a:1')).toEqual(standing);
      await store.messages.put('a:1', { says: 'other', left: '' }, 1_000);
      expect(await other.messages.get('a:1')).toEqual({ says: 'other', left: '' });
      await time(1_001);
      expect(await other.messages.get('a:1')).toBeUndefined();
    });

    test('do not meet, whatever their keys', async () => {
      await store.threads.put('a:1', 'thread', 1_000);
      expect(await store.messages.get('a:1')).toBeUndefined();
      expect(await stateOf(store, 'a:1')).toBe('new');
    });
  });

  describe('turns', () => {
    test('go by numbers, in whichever process they were taken', async () => {
      const takers = [store, other, store, other];
      const taken = [];
      for (const taker of takers) taken.push(await taker.turns.take('a:1'));
      expect(taken.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
      expect(taken.map(({ now }) => now)).toEqual([true, false, false, false]);
      expect((await other.turns.take('a:2')).now).toBe(true);
      for (const number of [1, 2, 3]) {
        expect(await other.turns.isNext('a:1', number + 1)).toBe(false);
        await store.turns.end('a:1', number);
        expect(await other.turns.isNext('a:1', number + 1)).toBe(true);
      }
      await other.turns.end('a:1', 4);
      expect((await store.turns.take('a:1')).now).toBe(true);
    });

    test('are given to one each when all are taken at once', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : other).turns.take('a:1')),
      );
      expect(new Set(taken.map(({ number }) => number)).size).toBe(20);
      expect(taken.filter(({ now }) => now)).toHaveLength(1);
    });

    test('of those who do not come back pass, one after the other', async () => {
      for (let index = 0; index < 3; index++) await store.turns.take('a:1');
      const next = (number: number) => other.turns.isNext('a:1', number);
      await time(16_000);
      // The first is given up on; the second has its time.
      expect([await next(3), await next(3), await next(2)]).toEqual([false, false, true]);
      await time(10_000);
      await other.turns.renew('a:1', 2);
      await time(10_000);
      expect(await next(3)).toBe(false);
      await time(10_000);
      expect(await next(3)).toBe(true);
      // Whoever lost its turn and ends it late takes nobody else's.
      await other.turns.end('a:1', 1);
      expect(await next(3)).toBe(true);
    });

    test('that were swept away hold nobody up', async () => {
      await store.turns.take('a:1');
      const { number } = await other.turns.take('a:1');
      await ground.sql('delete from turns');
      expect(await other.turns.isNext('a:1', number)).toBe(true);
    });
  });

  describe('installations', () => {
    const TOKEN = { team: { id: 'T1' }, bot: { token: 'xoxb-of-T1' } };

    test('are of one platform, and stay until they are removed', async () => {
      const [one, two] = [store.installations('one'), store.installations('two')];
      await one.put('T2', { token: 2 });
      await one.put('T1', { token: 0 });
      await one.put('T1', TOKEN);
      await time(1e12);
      expect(await other.installations('one').get('T1')).toEqual(TOKEN);
      expect(await two.get('T1')).toBeUndefined();
      expect(await one.workspaces()).toEqual(['T1', 'T2']);
      await one.remove('T1');
      await one.remove('T1');
      expect(await other.installations('one').workspaces()).toEqual(['T2']);
    });

    test('cannot be read without the key, nor moved to another workspace', async () => {
      const sealed = await ground.open({ key: KEY });
      await sealed.installations('one').put('T1', TOKEN);
      expect(await sealed.installations('one').get('T1')).toEqual(TOKEN);
      expect(JSON.stringify(await ground.sql('select * from installations'))).not.toContain('xoxb');
      await expect(store.installations('one').get('T1')).rejects.toThrow('STATE_KEY');
      await expect(ground.open()).rejects.toMatchObject({
        name: 'StoreError',
        remedy: expect.stringContaining('STATE_KEY_OLD'),
      });
      await ground.sql(`update installations set workspace = 'T9'`);
      await expect(sealed.installations('one').get('T9')).rejects.toThrow();
      await sealed.close();
    });

    test('are sealed anew at the start where the key is another one, or there was none', async () => {
      const sealed = async () => JSON.stringify(await ground.sql('select value from installations'));
      const openAndClose = async (options: Partial<StoreOptions>) => {
        const one = await ground.open(options);
        expect(await one.installations('one').get('T1')).toEqual(TOKEN);
        await one.close();
      };
      await store.installations('one').put('T1', TOKEN);
      expect(await sealed()).toContain('xoxb');
      await openAndClose({ key: KEY });
      const first = await sealed();
      expect(first).not.toContain('xoxb');
      await openAndClose({ key: `${KEY}, another`, oldKey: KEY });
      expect(await sealed()).not.toBe(first);
      await openAndClose({ key: `${KEY}, another` });
    });

    test('refuse what cannot be kept, and say nothing of what it holds', async () => {
      const put = (value: unknown) => store.installations('one').put('T1', value);
      await expect(put(undefined)).rejects.toThrow(TypeError);
      await expect(put('secret'.repeat(100_000))).rejects.toThrow('600002 characters');
      await expect(put('secret'.repeat(100_000))).rejects.not.toThrow('secret');
    });
  });

  describe('notes', () => {
    test('are of one adapter, and end when they are to', async () => {
      const notes = store.notes('one');
      await notes.put('a', ['1', null, 'ü']);
      await notes.put('b', 1, 1_000);
      expect(await other.notes('one').get('a')).toEqual(['1', null, 'ü']);
      expect(await other.notes('two').get('a')).toBeUndefined();
      await time(1_001);
      expect(await notes.get('b')).toBeUndefined();
      expect(await notes.get('a')).toEqual(['1', null, 'ü']);
      await notes.remove('a');
      expect(await other.notes('one').get('a')).toBeUndefined();
    });

    test.each(['__proto__', "'; drop table notes; --", 'line\nfeed\u2028🙂'])(
      'take %j as a key like any other',
      async (key) => {
        await store.notes('one').put(key, null);
        expect(await store.notes('one').get(key)).toBeNull();
      },
    );
  });

  describe('feedback', () => {
    test('is kept for its time and counted by platform', async () => {
      const verdict = { platform: 'b', line: 'sessions goal:8', revision: 'r1', helpful: true };
      await store.feedback.add(verdict, 1_000);
      for (const helpful of [true, false, true])
        await other.feedback.add({ ...verdict, platform: 'a', helpful }, 5_000);
      expect(await store.feedback.counts()).toEqual([
        { platform: 'a', helpful: 2, unhelpful: 1 },
        { platform: 'b', helpful: 1, unhelpful: 0 },
      ]);
      expect(await store.feedback.latest(10)).toContainEqual(verdict);
      expect(await store.feedback.latest(2)).toHaveLength(2);
      await time(1_001);
      expect(await store.feedback.counts()).toEqual([{ platform: 'a', helpful: 2, unhelpful: 1 }]);
    });
  });

  describe('questions that found little', () => {
    test('are kept as hashes, with what became of them, and counted', async () => {
      const asked = { text: 'Who knows Ada Lovelace?', outcome: 'nothing' };
      await store.questions.add(asked, 1_000);
      await other.questions.add(asked, 5_000);
      await other.questions.add({ ...asked, text: 'And Grace Hopper?', outcome: 'closest' }, 5_000);
      const most = await store.questions.most(10);
      expect(most).toEqual([
        { outcome: 'nothing', times: 2, at: expect.any(Number) },
        { outcome: 'closest', times: 1, at: expect.any(Number) },
      ]);
      expect(Math.abs((most[0]?.at ?? 0) - Date.now())).toBeLessThan(MINUTE);
      expect(JSON.stringify(await ground.sql('select * from questions'))).not.toMatch(/Ada|Grace/);
      expect(await store.questions.most(1)).toHaveLength(1);
      await time(1_001);
      expect((await store.questions.most(1))[0]?.times).toBe(1);
    });

    test('are kept in their words where the operator wants that', async () => {
      const wordy = await ground.open({ keepQuestions: true });
      await wordy.questions.add({ text: 'Who knows Ada Lovelace?', outcome: 'nothing' }, MINUTE);
      expect(await store.questions.most(10)).toMatchObject([{ text: 'Who knows Ada Lovelace?', times: 1 }]);
      await wordy.close();
    });
  });

  describe('what is owed', () => {
    let keyed: Store;
    let second: Store;
    beforeAll(async () => {
      keyed = await ground.open({ key: KEY });
      second = await ground.open({ key: KEY });
    });
    afterAll(() => Promise.all([keyed.close(), second.close()]));

    test('is claimed in the order in which it came, each by one', async () => {
      const [owed, others] = [keyed.owed('one'), second.owed('one')];
      for (const key of ['1', '2', '3']) expect(await owed.put(key, `payload ${key}`, MINUTE)).toBe('kept');
      expect(await others.put('2', 'again', MINUTE)).toBe('known');
      await keyed.owed('two').put('1', 'of another', MINUTE);
      const claimed = [await owed.next(1_000), await others.next(1_000), await owed.next(1_000)];
      expect(claimed.map((one) => one?.payload).sort()).toEqual(['payload 1', 'payload 2', 'payload 3']);
      expect(await others.next(1_000)).toBeUndefined();
    });

    test('is claimed again after a lease that ran out, and only its last holder ends it', async () => {
      const [owed, others] = [keyed.owed('one'), second.owed('one')];
      await owed.put('1', 'payload', MINUTE);
      const late = await owed.next(1_000);
      await time(1_001);
      const claimed = await others.next(1_000);
      expect([late?.tries, claimed?.tries]).toEqual([1, 2]);
      if (late === undefined || claimed === undefined) throw new Error('not claimed');
      expect(await owed.renew(late, MINUTE)).toBe(false);
      await owed.release(late, 0);
      await owed.complete(late);
      await time(900);
      expect(await others.renew(claimed, 1_000)).toBe(true);
      await time(900);
      expect(await owed.next(1_000)).toBeUndefined();
      await others.complete(claimed);
      await time(1_000);
      expect(await owed.next(1_000)).toBeUndefined();
      expect(await ground.sql('select * from owed')).toEqual([]);
    });

    test('rests after a failure, and is let go of at its end', async () => {
      const owed = keyed.owed('one');
      await owed.put('1', 'payload', 10_000);
      const claimed = await owed.next(1_000);
      if (claimed === undefined) throw new Error('not claimed');
      await owed.release(claimed, 5_000);
      expect(await owed.next(1_000)).toBeUndefined();
      await time(5_001);
      expect((await owed.next(1_000))?.tries).toBe(2);
      await time(5_000);
      expect(await owed.next(1_000)).toBeUndefined();
    });

    test('cannot be read where it is kept, and without a key is not kept there at all', async () => {
      await keyed.owed('one').put('1', 'what somebody wrote', MINUTE);
      expect(JSON.stringify(await ground.sql('select * from owed'))).not.toContain('wrote');
      await ground.sql('delete from owed');
      await store.owed('one').put('1', 'what somebody wrote', MINUTE);
      expect((await store.owed('one').next(1_000))?.payload).toBe('what somebody wrote');
      expect(await ground.sql('select * from owed')).toEqual([]);
    });

    test('is bounded', async () => {
      await ground.sql(
        `insert into owed (id, platform, payload, at, due, holder, tries, until)
         with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MOST_OWED})
         select 'x' || i, 'one', '', 0, 0, '', 0, 9000000000000 from n`,
      );
      expect(await keyed.owed('two').put('1', 'payload', MINUTE)).toBe('full');
    });
  });
}
