import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import type { Host, SendAnswer } from '../../src/contract/adapter.ts';
import type { Engine } from '../../src/engine.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openHost } from '../support/host.ts';
import { createRecordingMetrics } from '../support/recorders.ts';
import { until } from '../support/until.ts';

/** The real engine, with what it was asked. */
function watching(asked: { text: string; previous: string | undefined }[]): (engine: Engine) => Engine {
  return (engine) => ({
    ...engine,
    revision: engine.revision,
    answer: (request) => {
      asked.push({ text: request.text, previous: request.previous });
      return engine.answer(request);
    },
  });
}

/** A store in which some calls of one part fail. */
async function failing<Part extends 'deliveries' | 'threads'>(
  part: Part,
  ...names: readonly (keyof Store[Part])[]
): Promise<Store> {
  const store = await openStore();
  const fail = () => Promise.reject(new Error('the disk is full'));
  return { ...store, [part]: { ...store[part], ...Object.fromEntries(names.map((name) => [name, fail])) } };
}

const years = ({ items }: Answer) =>
  items.filter(({ relation }) => relation === 'direct').map(({ date }) => date);

describe('a line in its thread', () => {
  test('continues the line before', async () => {
    const host = await openHost();
    const first = await host.ask({ text: 'sessions sdg8', thread: 'T1' });
    const second = await host.ask({ text: 'only 2022', thread: 'T1' });
    expect(years(first).length).toBeGreaterThan(years(second).length);
    expect(years(second).length).toBeGreaterThan(0);
    for (const date of years(second)) expect(date).toContain('2022');
  });

  test('knows nothing of other threads, or outside of one', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const host = await openHost({ wrapEngine: watching(asked) });
    await host.ask({ text: 'sessions sdg8', thread: 'T1' });
    await host.ask({ text: 'only 2022', thread: 'T2' });
    await host.ask({ text: 'only 2022' });
    expect(asked.map(({ previous }) => previous)).toEqual([undefined, undefined, undefined]);
  });

  test('continues the line that it was given rather than the one that is remembered', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const host = await openHost({ wrapEngine: watching(asked) });
    await host.ask({ text: 'sessions sdg8', thread: 'T1' });
    const second = await host.ask({ text: 'only 2022', thread: 'T1', previous: 'recommendations' });
    await host.ask({ text: 'only 2020', previous: 'sessions' });
    await host.ask({ text: 'only 2020', thread: 'T1' });
    expect(asked.map(({ previous }) => previous)).toEqual([
      undefined,
      'recommendations',
      'sessions',
      second.continuation,
    ]);
  });

  test('asks in the order in which it came, even when all come at once', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const host = await openHost({ wrapEngine: watching(asked) });
    const lines = ['sessions sdg8', 'only 2022', 'speaker Popova', 'help', 'recommendations'];
    const answers = await Promise.all(lines.map((text) => host.ask({ text, thread: 'T1' })));
    expect(asked.map(({ text }) => text)).toEqual(lines);
    // Help does not take the place of the subject before it.
    const [first, second, third] = answers.map(({ continuation }) => continuation);
    const subjects = [undefined, first, second, third, third];
    expect(asked.map(({ previous }) => previous)).toEqual(subjects);
  });

  test('is forgotten after its time', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const host = await openHost({ wrapEngine: watching(asked), times: { thread: 20 } });
    await host.ask({ text: 'sessions sdg8', thread: 'T1' });
    await new Promise((resolve) => setTimeout(resolve, 40));
    await host.ask({ text: 'only 2022', thread: 'T1' });
    expect(asked[1]?.previous).toBeUndefined();
  });

  test('may have a key of any length', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const host = await openHost({ wrapEngine: watching(asked) });
    const long = `19:${'x'.repeat(3000)}@thread.tacv2`;
    const first = await host.ask({ text: 'sessions sdg8', thread: `${long};1` });
    await host.ask({ text: 'only 2022', thread: `${long};1` });
    await host.ask({ text: 'only 2022', thread: `${long};2` });
    expect(asked.map(({ previous }) => previous)).toEqual([undefined, first.continuation, undefined]);
  });

  test('is answered on its own where the store fails, and that is logged without the line', async () => {
    const host = await openHost({ store: await failing('threads', 'get', 'put') });
    expect((await host.ask({ text: 'sessions sdg8', thread: 'T1' })).outcome).toBe('found');
    expect((await host.ask({ text: 'speaker Popova', thread: 'T1' })).outcome).toBe('found');
    await until(() => host.log.lines.length >= 4);
    expect(JSON.stringify(host.log.lines)).not.toMatch(/sdg8|Popova/);
  });

  test('that fails does not hold up the next', async () => {
    let calls = 0;
    const host = await openHost({
      wrapEngine: (engine) => ({
        ...engine,
        revision: engine.revision,
        answer: (request) => {
          calls += 1;
          return calls === 1 ? Promise.reject(new Error('the archive is away')) : engine.answer(request);
        },
      }),
    });
    const first = host.ask({ text: 'sessions sdg8', thread: 'T1' });
    const second = host.ask({ text: 'sessions sdg8', thread: 'T1' });
    await expect(first).rejects.toThrow('the archive is away');
    expect((await second).outcome).toBe('found');
  });
});

describe('a thread that is served by two processes', () => {
  test('is answered in the order in which its lines came', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const store = await openStore();
    let first = true;
    // The first line takes long: whoever does not wait overtakes it.
    const wrapEngine = (engine: Engine): Engine => {
      const watched = watching(asked)(engine);
      return {
        ...watched,
        revision: watched.revision,
        answer: async (request) => {
          if (first) {
            first = false;
            await new Promise((resolve) => setTimeout(resolve, 300));
          }
          return watched.answer(request);
        },
      };
    };
    const hosts = [await openHost({ store, wrapEngine }), await openHost({ store, wrapEngine })];
    const lines = ['sessions sdg8', 'only 2022', 'speaker Popova', 'recommendations', 'only 2022'];
    const answers: Promise<Answer>[] = [];
    for (const [index, text] of lines.entries()) {
      const host = hosts[index % 2] as (typeof hosts)[number];
      answers.push(host.ask({ text, thread: 'T1' }));
      // A balancer brings one after the other.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const continuations = (await Promise.all(answers)).map(({ continuation }) => continuation);
    expect(asked.map(({ text }) => text)).toEqual(lines);
    expect(asked.map(({ previous }) => previous)).toEqual([undefined, ...continuations.slice(0, -1)]);
  });

  test('has an edit answered after the message that it changes', async () => {
    const store = await openStore();
    const hosts = [await openHost({ store }), await openHost({ store })];
    const sent: (string | undefined)[] = [];
    const send =
      (milliseconds: number): SendAnswer =>
      async (answer, standing) => {
        await answer();
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        sent.push(standing);
        return 'R1';
      };
    const message = { message: 'M1', thread: 'T1' };
    const before = hosts[0]?.answerMessage({ ...message, text: 'sessions sdg8' }, send(300));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const after = hosts[1]?.answerMessage({ ...message, text: 'speaker Popova', onlyKnown: true }, send(0));
    expect(await Promise.all([before, after])).toEqual(['answered', 'answered']);
    expect(sent).toEqual([undefined, 'R1']);
  });

  test('is kept in order within one process while the store is away', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const store = await openStore();
    const away = () => Promise.reject(new Error('the database is away'));
    const host = await openHost({
      store: { ...store, turns: { take: away, isNext: away, renew: away, end: away } },
      wrapEngine: watching(asked),
    });
    const lines = ['sessions sdg8', 'only 2022', 'speaker Popova'];
    await Promise.all(lines.map((text) => host.ask({ text, thread: 'T1' })));
    expect(asked.map(({ text }) => text)).toEqual(lines);
  });
});

test('a message whose process died between its answer and the note that it is done is not answered again', async () => {
  const store = await openStore();
  const times = { lease: 50 };
  const dies = () => new Promise<never>(() => {});
  const dying = await openHost({
    times,
    store: { ...store, deliveries: { ...store.deliveries, complete: dies } },
  });
  const other = await openHost({ times, store });
  const sent: string[] = [];
  const handle = (host: Host) => () =>
    host.answerMessage({ text: 'sessions sdg8', thread: 'T1', message: 'M1' }, async (answer) => {
      sent.push((await answer()).line);
      return 'R1';
    });
  void dying.once('E1', handle(dying));
  await until(() => sent.length === 1);
  await until(async () => (await other.once('E1', handle(other))).state === 'done');
  expect(sent).toHaveLength(1);
});

describe('the page of what an answer opens', () => {
  const PUBLIC = { publicUrl: 'https://archive.example', publicArchive: true };
  const linkOf = async (options: Parameters<typeof openHost>[0], text: string) => {
    const { address } = await (await openHost(options)).ask({ text });
    return address === undefined ? [] : [address];
  };

  test('is linked where everybody may read it', async () => {
    expect(await linkOf(PUBLIC, 'open wsis-forum-2022-session-181')).toEqual([
      'https://archive.example/sessions/wsis-forum-2022-session-181',
    ]);
    expect(await linkOf(PUBLIC, 'speaker Popova')).toEqual(['https://archive.example/people/natalia-popova']);
    expect(await linkOf(PUBLIC, 'open sdg-8')).toEqual(['https://archive.example/goals/8']);
    for (const line of ['sessions', 'recommendations migration', 'help', 'speaker Nobody Atall'])
      expect([line, await linkOf(PUBLIC, line)]).toEqual([line, []]);
  });

  test('is not linked where it would lead nowhere, or not over https', async () => {
    const line = 'open wsis-forum-2022-session-181';
    expect(await linkOf({ publicUrl: PUBLIC.publicUrl }, line)).toEqual([]);
    expect(await linkOf({ publicArchive: true }, line)).toEqual([]);
    expect(await linkOf({ ...PUBLIC, publicUrl: 'http://localhost:3000' }, line)).toEqual([]);
  });
});

describe('a delivery', () => {
  test('is worked once, however often it comes', async () => {
    const host = await openHost();
    let works = 0;
    const work = async () => {
      works += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return 'worked';
    };
    const [first, second] = await Promise.all([host.once('E1', work), host.once('E1', work)]);
    expect([first, second]).toEqual([{ state: 'done', value: 'worked' }, { state: 'busy' }]);
    expect(await host.once('E1', work)).toEqual({ state: 'repeat' });
    expect(works).toBe(1);
    expect(host.metrics.counted.map(({ labels }) => labels.outcome)).toEqual(['busy', 'done', 'repeat']);
  });

  test('whose work failed is served when it comes again', async () => {
    const host = await openHost();
    await expect(host.once('E1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await host.once('E1', async () => 'worked')).toEqual({ state: 'done', value: 'worked' });
  });

  test('whose work throws before it promises anything is no different', async () => {
    const host = await openHost();
    const throws = () => {
      throw new Error('at once');
    };
    await expect(host.once('E1', throws)).rejects.toThrow('at once');
    expect(await host.once('E1', async () => 1)).toEqual({ state: 'done', value: 1 });
  });

  test('stays claimed while its work runs longer than the lease', async () => {
    const host = await openHost({ times: { lease: 600 } });
    let finish = () => {};
    const first = host.once('E1', () => new Promise<void>((resolve) => (finish = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await host.once('E1', async () => 'twice')).toEqual({ state: 'busy' });
    finish();
    expect((await first).state).toBe('done');
    expect(await host.once('E1', async () => 'twice')).toEqual({ state: 'repeat' });
  });

  test('whose work never ends is served again after its longest time', async () => {
    const host = await openHost({ times: { lease: 40, longest: 60 } });
    void host.once('E1', () => new Promise(() => {}));
    const told = () =>
      host.log.lines.some(
        ({ message }) => message === 'work on a delivery takes too long; its claim is no longer renewed',
      );
    await until(async () => told());
    await until(async () => (await host.once('E1', async () => 'again')).state === 'done');
  });

  test('that was answered stays answered where that cannot be written down', async () => {
    const host = await openHost({ store: await failing('deliveries', 'complete') });
    expect(await host.once('E1', async () => 'worked')).toEqual({ state: 'done', value: 'worked' });
    expect(host.log.lines.map(({ level }) => level)).toEqual(['error']);
  });

  test('fails with its own failure where it cannot be given back either', async () => {
    const host = await openHost({ store: await failing('deliveries', 'release') });
    await expect(host.once('E1', () => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
  });

  test('is not worked where it cannot be claimed: the platform comes again', async () => {
    const host = await openHost({ store: await failing('deliveries', 'claim') });
    let works = 0;
    await expect(
      host.once('E1', async () => {
        works += 1;
      }),
    ).rejects.toThrow('the disk is full');
    expect(works).toBe(0);
  });
});

describe('a verdict', () => {
  test('is kept with its line and counted', async () => {
    const host = await openHost();
    const verdict = { platform: 'slack', line: 'sessions sdg:8', revision: 'r1', helpful: false };
    await host.feedback(verdict);
    await host.feedback({ ...verdict, helpful: true });
    const kept = await host.store.feedback.latest(10);
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(expect.arrayContaining([verdict, { ...verdict, helpful: true }]));
    expect(host.metrics.counted.map(({ name, labels }) => [name, labels.helpful])).toEqual([
      ['feedback', 'no'],
      ['feedback', 'yes'],
    ]);
  });
});

describe('the hosts of two adapters', () => {
  test('share neither threads nor deliveries', async () => {
    const asked: { text: string; previous: string | undefined }[] = [];
    const shared = {
      store: await openStore(),
      metrics: createRecordingMetrics(),
      wrapEngine: watching(asked),
    };
    const one = await openHost({ ...shared, name: 'one' });
    const two = await openHost({ ...shared, name: 'two' });
    await one.ask({ text: 'sessions sdg8', thread: 'T1' });
    await two.ask({ text: 'only 2022', thread: 'T1' });
    expect(asked[1]?.previous).toBeUndefined();
    expect((await one.once('E1', async () => 1)).state).toBe('done');
    expect((await two.once('E1', async () => 2)).state).toBe('done');
    expect((await one.once('E1', async () => 3)).state).toBe('repeat');
    expect(shared.metrics.counted.map(({ labels }) => labels)).toEqual([
      { adapter: 'one', outcome: 'done' },
      { adapter: 'two', outcome: 'done' },
      { adapter: 'one', outcome: 'repeat' },
    ]);
  });
});
