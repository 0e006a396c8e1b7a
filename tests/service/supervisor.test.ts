/** The adapters here are made up: what is tested is what the service does with adapters that fail in every way. */
import { describe, expect, test } from '@jest/globals';
import type { Adapter, Connection, Host, Route } from '../../src/contract/adapter.ts';
import { type Supervisor, supervise } from '../../src/service/supervisor.ts';
import { createRecordingLog, createRecordingMetrics } from '../support/recorders.ts';
import { until } from '../support/until.ts';

const CAPABILITIES = {
  commands: false,
  mentions: false,
  directMessages: false,
  buttons: false,
  threads: false,
  edits: false,
  typeAhead: false,
  messageShortcut: false,
  privateAnswers: false,
  forms: false,
  home: false,
  feedback: false,
  tables: false,
  suggestions: false,
  askAnywhere: false,
};

function adapterThat(name: string, open: (host: Host) => Promise<Connection>): Adapter {
  return {
    name,
    title: name,
    configuration: { variables: undefined as never, read: () => ({ state: 'off', hint: '' }) },
    capabilities: CAPABILITIES,
    limits: {},
    preview: { draw: () => ({ payload: '', private: false }), measure: () => [] },
    open: (_config, host) => open(host),
  };
}

interface Opened extends Connection {
  readonly stops: number[];
}

function connection(routes: readonly Route[] = [], stop: () => Promise<void> = async () => {}): Opened {
  const stops: number[] = [];
  return {
    routes,
    stops,
    status: () => ({ state: 'ready', detail: 'connected' }),
    stop(deadline) {
      stops.push(deadline);
      return stop();
    },
  };
}

const route = (path: string): Route => ({ path, handle: () => {} });

function run(...adapters: readonly Adapter[]): { supervisor: Supervisor; messages(): string } {
  const log = createRecordingLog();
  const unused = () => Promise.reject(new Error('not part of this test'));
  const host: Host = {
    engine: undefined as never,
    installations: undefined as never,
    notes: undefined as never,
    alone: unused,
    for: () => host,
    isBusy: () => false,
    owe: unused,
    settle: () => unused,
    ask: unused,
    answerMessage: unused,
    remember: unused,
    once: unused,
    feedback: unused,
    declarations: [],
    previews: async () => [],
    log,
    troubles: { begin: () => {}, end: () => {} },
    metrics: createRecordingMetrics(),
  };
  const supervisor = supervise({
    adapters: adapters.map((adapter) => ({ adapter, config: {} })),
    hostFor: () => host,
    patience: { first: 20, longest: 40 },
  });
  return { supervisor, messages: () => JSON.stringify(log.lines.map(({ message }) => message)) };
}

describe('adapters beside each other', () => {
  test('one that fails is shown as degraded and tried again, and does not hold up the others', async () => {
    let tries = 0;
    const good = connection();
    const { supervisor } = run(
      adapterThat('good', async () => good),
      adapterThat('bad', async () => {
        tries += 1;
        throw new Error('invalid_auth: the token is wrong\nwith more lines');
      }),
    );
    await supervisor.settled(1_000);
    expect(supervisor.statuses().get('good')).toEqual({ state: 'ready', detail: 'connected' });
    expect(supervisor.statuses().get('bad')).toEqual({
      state: 'degraded',
      detail: 'could not connect: invalid_auth: the token is wrong; next try in 0 s',
    });
    await until(() => tries >= 3);
    expect(await supervisor.stop(1_000)).toEqual([]);
    const after = tries;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(tries).toBe(after);
  });

  test('one that works at a later try is taken in, with its routes', async () => {
    let tries = 0;
    const late = connection([route('/late')]);
    const { supervisor } = run(
      adapterThat('late', async () => {
        tries += 1;
        if (tries < 3) throw new Error('not yet');
        return late;
      }),
    );
    await supervisor.settled(1_000);
    expect(supervisor.routes('/late')).toEqual([]);
    await until(() => supervisor.statuses().get('late')?.state === 'ready');
    expect(supervisor.routes('/late')[0]?.path).toBe('/late');
    await supervisor.stop(1_000);
    expect(late.stops).toHaveLength(1);
  });

  test('one that throws before it promises anything is no different', async () => {
    const { supervisor } = run(
      adapterThat('throws', () => {
        throw new Error('at once');
      }),
    );
    await supervisor.settled(1_000);
    expect(supervisor.statuses().get('throws')?.detail).toMatch(/^could not connect: at once/);
    await supervisor.stop(1_000);
  });

  test('one that never connects does not hold up the start', async () => {
    const { supervisor } = run(adapterThat('hangs', () => new Promise(() => {})));
    const started = performance.now();
    await supervisor.settled(50);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(supervisor.statuses().get('hangs')).toEqual({ state: 'starting', detail: 'connecting' });
    await supervisor.stop(50);
  });

  test('one that connects after the end is let go of again', async () => {
    let connect = (_connection: Connection) => {};
    const late = connection();
    const { supervisor } = run(adapterThat('late', () => new Promise((resolve) => (connect = resolve))));
    const stopped = supervisor.stop(50);
    connect(late);
    await stopped;
    await until(() => late.stops.length === 1);
  });
});

describe('paths', () => {
  test('go to the exact route first, then to the longest prefix', async () => {
    const { supervisor } = run(
      adapterThat('page', async () => connection([route('/')])),
      adapterThat('events', async () => connection([route('/events'), route('/events/files/')])),
    );
    await supervisor.settled(1_000);
    expect(supervisor.routes('/events')[0]?.path).toBe('/events');
    expect(supervisor.routes('/events/files/a/b')[0]?.path).toBe('/events/files/');
    expect(supervisor.routes('/events/other')[0]?.path).toBe('/');
    expect(supervisor.routes('/eventsx')[0]?.path).toBe('/');
    await supervisor.stop(1_000);
  });

  test('of two adapters that want the same, the second is refused and let go of', async () => {
    const second = connection([route('/events')]);
    const { supervisor } = run(
      adapterThat('first', async () => connection([route('/events')])),
      adapterThat('second', async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return second;
      }),
    );
    await supervisor.settled(1_000);
    expect(supervisor.statuses().get('second')?.detail).toMatch(
      /the path \/events belongs to another adapter/,
    );
    expect(second.stops.length).toBeGreaterThan(0);
    await supervisor.stop(1_000);
  });
});

describe('the end', () => {
  test('is told to all at once, and names those that did not keep to the deadline', async () => {
    const quick = connection();
    const slow = connection([], () => new Promise(() => {}));
    const failing = connection([], () => Promise.reject(new Error('no')));
    const { supervisor, messages } = run(
      adapterThat('quick', async () => quick),
      adapterThat('slow', async () => slow),
      adapterThat('failing', async () => failing),
    );
    await supervisor.settled(1_000);
    expect(await supervisor.stop(60)).toEqual(['slow', 'failing']);
    for (const { stops } of [quick, slow, failing]) expect(stops).toEqual([60]);
    expect(messages()).toContain('did not stop in order');
  });
});
