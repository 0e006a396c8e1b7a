/** What is owed: put down once, served by whoever is there, after a crash too, and tried again where it failed. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createOwing, type OwingDesk } from '../../src/contract/owing.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../knowledge/folder.ts';
import { createRecordingLog, createRecordingMetrics } from '../support/recorders.ts';
import { until } from '../support/until.ts';

const TIMES = { lease: 300, look: 20, again: 20 };
const LIFE = 60_000;
const KEY = 'a key for what people wrote, long enough';

const stores: Store[] = [];
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

async function open(
  folder?: string,
): Promise<{ desk: OwingDesk; metrics: ReturnType<typeof createRecordingMetrics> }> {
  const store = await openStore(folder === undefined ? {} : { folder, key: KEY });
  stores.push(store);
  const metrics = createRecordingMetrics();
  const desk = createOwing({
    owed: store.owed('pager'),
    log: createRecordingLog(),
    metrics,
    isBusy: () => false,
    times: TIMES,
  });
  return { desk, metrics };
}

function settle(desk: OwingDesk, serve: (payload: string) => Promise<void>): void {
  stops.push(desk.settle(serve));
}

describe('what is owed', () => {
  test('is served once, however often it is put down, at the latest when it is looked for', async () => {
    const { desk, metrics } = await open();
    const served: string[] = [];
    expect(await desk.owe('a', 'first', LIFE)).toBe(true);
    settle(desk, async (payload) => void served.push(payload));
    await until(() => served.length === 1);
    for (let n = 0; n < 40; n += 1) expect(await desk.owe(`b-${n % 20}`, `more ${n % 20}`, LIFE)).toBe(true);
    await until(() => metrics.counted.filter(({ labels }) => labels.outcome === 'settled').length >= 21);
    expect(new Set(served).size).toBe(21);
  });

  test('by a process that crashed is served by the next one', async () => {
    const folder = temporaryFolder();
    const { desk } = await open(folder);
    expect(await desk.owe('a', 'in work', LIFE)).toBe(true);
    let begun = false;
    let crash = (): void => {};
    settle(desk, () => {
      begun = true;
      return new Promise((resolve) => (crash = resolve));
    });
    await until(() => begun);
    expect(await desk.owe('b', 'waiting', LIFE)).toBe(true);
    // As a crash leaves it: claimed, never completed, and nobody renews.
    await stores.splice(0)[0]?.close();
    const served: string[] = [];
    const next = await open(folder);
    settle(next.desk, async (payload) => void served.push(payload));
    await until(() => served.length === 2);
    expect([...served].sort()).toEqual(['in work', 'waiting']);
    crash();
  });

  test('and fails is tried again, and given up in the end', async () => {
    const { desk } = await open();
    let tries = 0;
    settle(desk, async (payload) => {
      tries += 1;
      if (payload === 'hopeless' || tries < 3) throw new Error('the platform is away');
    });
    await desk.owe('a', 'mended', LIFE);
    await until(() => tries === 3);
    tries = 0;
    await desk.owe('b', 'hopeless', LIFE);
    await until(() => tries === 4);
    await new Promise((resolve) => setTimeout(resolve, 10 * TIMES.again));
    expect(tries).toBe(4);
  });

  test('longer than its token lives is not served any more', async () => {
    const { desk } = await open();
    await desk.owe('old', 'old', 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const served: string[] = [];
    await desk.owe('new', 'new', LIFE);
    settle(desk, async (payload) => void served.push(payload));
    await until(() => served.length === 1);
    expect(served).toEqual(['new']);
  });
});
