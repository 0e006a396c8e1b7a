/** When something fails or takes long: throttling, broken connections, a slow archive, a failing one, and the end. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { WORDS } from '../../../adapters/teams/words.ts';
import type { Host } from '../../../src/adapter.ts';
import type { Engine } from '../../../src/engine.ts';
import { openHost } from '../../support/host.ts';
import {
  channelMessage,
  executeInvoke,
  personalMessage,
  privateMessage,
  searchInvoke,
} from './activities.ts';
import type { Failure } from './connector.ts';
import { visibleOf } from './reading.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

jest.setTimeout(20_000);
// The first to open loads the knowledge and the SDK, which is not what is timed here.
beforeAll(() => on({}, async () => undefined), 60_000);

async function on(options: StageOptions, play: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(options);
  try {
    await play(stage);
    expect(stage.connector.broken).toEqual([]);
  } finally {
    await stage.stop();
  }
}

/** The real engine, made slow or broken. */
function hostWith(wrap: (engine: Engine) => Partial<Engine>): Promise<Host> {
  return openHost({ wrapEngine: (engine) => ({ ...engine, revision: engine.revision, ...wrap(engine) }) });
}

const slow = (milliseconds: number): Promise<Host> =>
  hostWith((engine) => ({
    answer: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return engine.answer(request);
    },
    suggest: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return engine.suggest(request);
    },
  }));

const repeat = (failure: Failure, times: number): readonly Failure[] =>
  Array.from({ length: times }, () => failure);

describe('the connector', () => {
  test.each([412, 429, 502, 504, 500, 503, 408])(
    'that answers %i is asked again until it takes the answer',
    async (status) => {
      await on({}, async (stage) => {
        stage.connector.failures.push(...repeat({ status }, 2));
        expect((await stage.post(personalMessage('help'))).status).toBe(200);
        await stage.until(() => stage.connector.messages.length === 1);
        expect(stage.connector.calls()).toBe(3);
      });
    },
  );

  test('is not asked again before the time that it named', async () => {
    await on({ timing: { turn: 3_000 } }, async (stage) => {
      stage.connector.failures.push({ status: 429, retryAfter: '1' });
      const { status, milliseconds } = await stage.post(personalMessage('help'));
      expect(status).toBe(200);
      expect(milliseconds).toBeGreaterThanOrEqual(990);
      expect(stage.connector.messages).toHaveLength(1);
    });
  });

  test('that throttles for longer than a turn gets the answer afterwards, in the same conversation', async () => {
    await on({ timing: { pause: 100, longestPause: 200, turn: 250 } }, async (stage) => {
      stage.connector.failures.push(...repeat({ status: 429 }, 6));
      const { status, milliseconds } = await stage.post(channelMessage('help', {}, '55'));
      expect(status).toBe(200);
      expect(milliseconds).toBeLessThan(700);
      expect(stage.connector.messages).toHaveLength(0);
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.conversation).toBe('19:channel@thread.tacv2;messageid=55');
    });
  });

  test('gets a private answer in private, afterwards as well', async () => {
    await on({ timing: { pause: 100, turn: 50 } }, async (stage) => {
      stage.connector.failures.push(...repeat({ status: 429 }, 3));
      await stage.post(privateMessage('help'));
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.targeted).toBe(true);
    });
  });

  test.each<[Failure]>([['reset'], ['hang']])('that ends in %s is asked again', async (failure) => {
    await on({ timing: { call: 200 } }, async (stage) => {
      stage.connector.failures.push(failure);
      await stage.post(personalMessage('help'));
      await stage.until(() => stage.connector.messages.length === 1);
    });
  });

  test.each([400, 413])('that refuses a card with %i gets plain text instead', async (status) => {
    await on({}, async (stage) => {
      stage.connector.failures.push({ status });
      expect((await stage.post(personalMessage('speaker Popova'))).status).toBe(200);
      const { body } = stage.connector.messages[0] ?? {};
      expect(body?.attachments).toBeUndefined();
      expect(body?.text).toMatch(/paragraph 43/u);
    });
  });

  test('that does not take our token gets a fresh one, once', async () => {
    await on({}, async (stage) => {
      stage.connector.failures.push({ status: 401 });
      expect((await stage.post(personalMessage('help'))).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(1);
      expect(stage.issuer.given()).toBe(2);
    });
  });

  test.each([403, 404])(
    'that says %i for good is not asked again; the delivery may come again',
    async (status) => {
      await on({}, async (stage) => {
        const activity = personalMessage('help');
        stage.connector.failures.push({ status });
        expect((await stage.post(activity)).status).toBe(503);
        expect(stage.connector.calls()).toBe(1);
        expect((await stage.post(activity)).status).toBe(200);
        expect(stage.connector.messages).toHaveLength(1);
      });
    },
  );

  test('is given up after a while, and a repeat of the delivery is served', async () => {
    await on({ timing: { giveUp: 100 } }, async (stage) => {
      const activity = personalMessage('help');
      stage.connector.failures.push(...repeat({ status: 502 }, 50));
      expect((await stage.post(activity)).status).toBe(503);
      stage.connector.failures.length = 0;
      expect((await stage.post(activity)).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(1);
    });
  });

  test('is counted when it is asked again', async () => {
    const host = await openHost();
    await on({ host }, async (stage) => {
      stage.connector.failures.push({ status: 429 });
      await stage.post(personalMessage('help'));
      expect(host.metrics.counted).toContainEqual({
        name: 'retries',
        labels: expect.objectContaining({ reason: '429' }),
      });
    });
  });
});

describe('an archive that is slow', () => {
  test('answers after the turn, and shows meanwhile that it is at work', async () => {
    const host = await slow(700);
    await on({ host, timing: { turn: 400, typing: 100 } }, async (stage) => {
      const { status, milliseconds } = await stage.post(personalMessage('help'));
      expect(status).toBe(200);
      expect(milliseconds).toBeLessThan(650);
      expect(stage.connector.all.map((one) => one.body.type)).toEqual(['typing']);
      await stage.until(() => stage.connector.messages.length === 1);
      expect(visibleOf(stage.connector.messages[0]?.body.attachments?.[0]?.content)).toMatch(/sessions/u);
    });
  });

  test('shows no typing sign in a channel, which has none', async () => {
    const host = await slow(300);
    await on({ host, timing: { typing: 50 } }, async (stage) => {
      await stage.post(channelMessage('help'));
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.all).toHaveLength(1);
    });
  });

  test('is not asked twice by the repeat that its slowness provokes', async () => {
    const host = await slow(400);
    await on({ host, timing: { turn: 100 } }, async (stage) => {
      const activity = personalMessage('help');
      expect((await stage.post(activity)).status).toBe(200);
      expect((await stage.post(activity)).status).toBe(503);
      await stage.until(() => stage.connector.messages.length === 1);
      expect((await stage.post(activity)).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(1);
    });
  });

  test('tells who pressed a button that the answer follows', async () => {
    const host = await slow(400);
    await on({ host, timing: { turn: 100 } }, async (stage) => {
      const { body } = await stage.post(executeInvoke({ line: 'help' }));
      expect(body).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: WORDS.later,
      });
      await stage.until(() => stage.connector.messages.length === 1);
    });
  });

  test('that fails in the end says so, to who asked and to who pressed', async () => {
    const host = await hostWith(() => ({
      answer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        throw new Error('the archive is away');
      },
    }));
    await on({ host, timing: { turn: 100 } }, async (stage) => {
      await stage.post(personalMessage('help'));
      await stage.post(executeInvoke({ line: 'help' }));
      await stage.until(() => stage.connector.messages.length === 2);
      expect(stage.connector.messages.map((one) => one.body.text)).toEqual([WORDS.failed, WORDS.failed]);
    });
  });

  test('that never answers is given up, and the asker is told', async () => {
    const host = await hostWith(() => ({ answer: () => new Promise(() => undefined) }));
    await on({ host, timing: { turn: 100, giveUp: 300 } }, async (stage) => {
      await stage.post(personalMessage('help'));
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.body.text).toBe(WORDS.failed);
    });
  });

  test('answers a search in time, with words', async () => {
    const host = await slow(1_000);
    await on({ host, timing: { search: 200 } }, async (stage) => {
      const { status, body, milliseconds } = await stage.post(searchInvoke('popova'));
      expect(status).toBe(200);
      expect(milliseconds).toBeLessThan(800);
      expect(body).toEqual({ composeExtension: { type: 'message', text: WORDS.searchFailed } });
    });
  });
});

describe('an archive that fails', () => {
  const failing = async (times: number): Promise<Host> => {
    let left = times;
    return hostWith((engine) => ({
      answer: (request) => {
        left -= 1;
        return left >= 0
          ? Promise.reject(new Error(`broken while reading ${request.text}`))
          : engine.answer(request);
      },
    }));
  };

  test('is apologised for, and the delivery is served when it comes again', async () => {
    await on({ host: await failing(1) }, async (stage) => {
      const activity = personalMessage('help');
      expect((await stage.post(activity)).status).toBe(200);
      expect(stage.connector.messages.map((one) => one.body.text)).toEqual([WORDS.failed]);
      expect((await stage.post(activity)).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(2);
      expect(stage.connector.messages[1]?.body.attachments).toHaveLength(1);
    });
  });

  test('is apologised for under a card, and in a search', async () => {
    await on({ host: await failing(99) }, async (stage) => {
      const { body } = await stage.post(executeInvoke({ line: 'help' }));
      expect(body).toMatchObject({
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { message: WORDS.failed },
      });
      const search = await stage.post(searchInvoke('migration'));
      expect(search.body).toEqual({ composeExtension: { type: 'message', text: WORDS.searchFailed } });
    });
  });

  test('leaves nothing of the question in the log', async () => {
    const host = (await failing(99)) as Awaited<ReturnType<typeof openHost>>;
    await on({ host }, async (stage) => {
      await stage.post(personalMessage('sessions of a secret kind'));
      const logged = JSON.stringify(host.log.lines);
      expect(logged).toContain('could not be answered');
      expect(logged).not.toContain('secret kind');
    });
  });
});

describe('the bot’s own token', () => {
  test('that is refused is told at the start, with the variable and no secret, and others can go on', async () => {
    const host = await openHost();
    await on({ host, prepare: (issuer) => issuer.outcomes.push('refuse-secret') }, async (stage) => {
      expect(stage.connection.status()).toEqual({
        state: 'degraded',
        detail: expect.stringContaining('TEAMS_APP_PASSWORD is not a secret of this app'),
      });
      expect(JSON.stringify(host.log.lines)).not.toContain('a-secret-of-the-tests');
    });
  });

  test('that could not be had at the start is tried again until it comes', async () => {
    await on(
      { timing: { recheck: 20 }, prepare: (issuer) => issuer.outcomes.push('error', 'error') },
      async (stage) => {
        expect(stage.connection.status().state).toBe('degraded');
        await stage.until(() => stage.connection.status().state === 'ready');
      },
    );
  });

  test('that is refused for good is not asked for again and again', async () => {
    await on({ prepare: (issuer) => issuer.outcomes.push('refuse-app', 'refuse-app') }, async (stage) => {
      expect((await stage.post(personalMessage('help'))).status).toBe(503);
      expect(stage.connection.status().detail).toContain('TEAMS_APP_ID');
      expect(stage.issuer.outcomes).toEqual([]);
    });
  });

  test('that comes late or after a failure is used as soon as it comes', async () => {
    const started = Date.now();
    await on(
      { timing: { start: 100 }, prepare: (issuer) => issuer.outcomes.push('hang', 'error') },
      async (stage) => {
        expect(Date.now() - started).toBeLessThan(2_000);
        expect((await stage.post(personalMessage('help'))).status).toBe(200);
        await stage.until(() => stage.connector.messages.length === 1);
        expect(stage.connection.status().state).toBe('ready');
      },
    );
  });
});

describe('at the end', () => {
  test('work under way is waited for, and nothing new is taken', async () => {
    const host = await slow(300);
    const stage = await openStage({ host, timing: { turn: 100 } });
    try {
      await stage.post(personalMessage('help'));
      expect(stage.connector.messages).toHaveLength(0);
      const stopped = stage.connection.stop(2_000);
      expect((await stage.post(personalMessage('help'))).status).toBe(503);
      await stopped;
      expect(stage.connector.messages).toHaveLength(1);
      expect(stage.connection.status().state).toBe('stopped');
    } finally {
      await stage.stop();
    }
  });

  test('work that does not end in time is given up', async () => {
    const stage = await openStage({
      timing: { giveUp: 60_000, pause: 5_000, longestPause: 10_000, turn: 50 },
    });
    try {
      stage.connector.failures.push(...repeat({ status: 502 }, 100));
      await stage.post(personalMessage('help'));
      const from = Date.now();
      await stage.connection.stop(100);
      expect(Date.now() - from).toBeLessThan(1_000);
    } finally {
      await stage.stop();
    }
  });
});
