/** The store in a real PostgreSQL, and what only a server can suffer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { StoreError } from '../../src/store/error.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { LEASE, startProcess } from './process.ts';
import { type Ground, testStore } from './suite.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

async function layDatabase(): Promise<Ground> {
  const url = await server.newDatabase();
  const beside = new pg.Client({ connectionString: url });
  beside.on('error', () => {});
  await beside.connect();
  return {
    open: (options) => openStore({ url, ...options }),
    sql: async (text) => (await beside.query(text)).rows,
    close: () => beside.end(),
  };
}

testStore('PostgreSQL', layDatabase);

describe('a server', () => {
  let url: string;
  let store: Store | undefined;
  let told: string[];
  beforeEach(async () => {
    url = await server.newDatabase();
    told = [];
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
  });

  async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
    const watch = { failed: () => told.push('failed'), recovered: () => told.push('recovered') };
    store = await openStore({ url, watch, ...options });
    return store;
  }
  async function sql(text: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  const OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  const stateOf = async (key: string) => (await store?.deliveries.claim(key, LEASE))?.state;

  test('that ends connections loses nothing: neither those at rest nor those at work', async () => {
    const { deliveries } = await open();
    let claimed = 0;
    for (let round = 0; round < 5; round++) {
      const claims = Array.from({ length: 40 }, (_, index) => deliveries.claim(`a:${round}:${index}`, LEASE));
      const [results] = await Promise.all([Promise.all(claims), sql(OTHERS)]);
      claimed += results.filter(({ state }) => state === 'new').length;
    }
    // A claim that was done when its connection broke knows itself again.
    expect(claimed).toBe(200);
    expect(told).toEqual([]);
    expect(await stateOf('a:0:0')).toBe('busy');
  });

  test('on which eight processes begin at once is made ready by one, and shared by all', async () => {
    const processes = await Promise.all(Array.from({ length: 8 }, () => startProcess({ url }, 40)));
    const claimed = processes.flatMap((one) => one.claimed);
    expect([claimed.length, new Set(claimed).size]).toEqual([40, 40]);
    expect(await sql('select count(*)::int as rows from schema_version')).toEqual([{ rows: 1 }]);
    await Promise.all(processes.map((one) => one.kill()));
  }, 60_000);

  test('that is asked by processes of which the clocks differ goes by its own', async () => {
    const { deliveries } = await open();
    expect(await stateOf('a:1')).toBe('new');
    const now = Date.now;
    try {
      for (const off of [-5, 5]) {
        Date.now = () => now() + off * 60_000;
        expect(await stateOf('a:1')).toBe('busy');
        const claim = await deliveries.claim(`a:${off}`, LEASE);
        if (claim.state !== 'new') throw new Error(claim.state);
        expect(await deliveries.renew(`a:${off}`, claim.holder, LEASE)).toBe(true);
        await deliveries.complete(`a:${off}`, claim.holder, LEASE);
        await store?.threads.put(`a:${off}`, 'help', LEASE);
      }
    } finally {
      Date.now = now;
    }
    for (const off of [-5, 5]) {
      expect(await stateOf(`a:${off}`)).toBe('done');
      expect(await store?.threads.get(`a:${off}`)).toBe('help');
    }
  });

  test('that puts transactions in order is asked again by those that it turned away', async () => {
    await sql(
      `do $$ begin execute format('alter database %I set default_transaction_isolation = serializable', current_database()); end $$`,
    );
    await open();
    const [one, two] = [store as Store, await openStore({ url })];
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 === 0 ? one : two).deliveries.claim(`a:${index % 10}`, LEASE),
      ),
    );
    expect(claims.filter(({ state }) => state === 'new')).toHaveLength(10);
    await two.close();
  });

  test('whose disk is full refuses what is new, keeps what it has, and goes on when there is room', async () => {
    await open();
    expect(await stateOf('a:1')).toBe('new');
    await store?.threads.put('a:1', 'help', LEASE);
    await sql(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100', message = 'could not extend file'; end $$`);
    for (const table of ['deliveries', 'threads', 'notes'])
      await sql(`create trigger no_room before insert on ${table} execute function full_disk()`);
    for (const key of ['a:2', 'a:3']) await expect(stateOf(key)).rejects.toThrow('could not extend file');
    expect(told[0]).toBe('failed');
    expect(await store?.threads.get('a:1')).toBe('help');
    await sql('drop function full_disk cascade');
    await until(() => told.includes('recovered'));
    expect(await stateOf('a:1')).toBe('busy');
    expect(await stateOf('a:2')).toBe('new');
  });

  test('with a database of a newer version is refused, and how to go on is told', async () => {
    await (await open()).close();
    await sql('update schema_version set version = 1000');
    await expect(openStore({ url })).rejects.toMatchObject({
      name: 'StoreError',
      lasting: true,
      message: expect.stringContaining('newer version'),
      remedy: expect.stringContaining('DATABASE_URL'),
    });
  });

  test.each([
    ['that does not know the database', (at: URL) => Object.assign(at, { pathname: '/nowhere' }), true],
    [
      'that does not know us',
      (at: URL) => Object.assign(at, { username: 'nobody', password: 'secret' }),
      true,
    ],
  ])('%s stops the start without the password', async (_what, change, lasting) => {
    const failure = await openStore({ url: change(new URL(url)).href }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ lasting, remedy: expect.stringContaining('DATABASE_URL') });
    expect((failure as Error).message).not.toContain('secret');
  });

  test('that stops refuses at once, is told, and is taken up again when it is back with all it had', async () => {
    const { power } = server;
    // A server from outside is not ours to stop.
    if (power === undefined) return;
    const { deliveries } = await open();
    const done = await deliveries.claim('a:done', LEASE);
    if (done.state === 'new') await deliveries.complete('a:done', done.holder, LEASE);
    expect(await stateOf('a:held')).toBe('new');
    await power.off();
    await expect(stateOf('a:1')).rejects.toThrow();
    expect(told).toEqual(['failed']);
    const before = performance.now();
    await expect(stateOf('a:2')).rejects.toThrow();
    expect(performance.now() - before).toBeLessThan(2_000);
    await power.on();
    await until(() => told.includes('recovered'));
    expect([await stateOf('a:done'), await stateOf('a:held'), await stateOf('a:1')]).toEqual([
      'done',
      'busy',
      'new',
    ]);
  }, 60_000);

  test('that stops for a moment in the middle of the work loses nothing of what was acknowledged', async () => {
    const { power } = server;
    if (power === undefined) return;
    const { deliveries } = await open();
    const acknowledged = new Set<string>();
    let stop = false;
    const work = async (worker: number) => {
      for (let index = 0; !stop; index++) {
        const key = `a:${worker}:${index}`;
        try {
          const claim = await deliveries.claim(key, LEASE);
          if (claim.state === 'new' && (await deliveries.complete(key, claim.holder, LEASE)))
            acknowledged.add(key);
        } catch {
          // Refused, for a retry.
        }
      }
    };
    const working = Promise.all([0, 1, 2, 3].map(work));
    await until(() => acknowledged.size > 50);
    await power.off();
    await power.on();
    const { size } = acknowledged;
    await until(() => acknowledged.size > size + 50);
    stop = true;
    await working;
    for (const key of acknowledged) expect([key, await stateOf(key)]).toEqual([key, 'done']);
  }, 60_000);
});
