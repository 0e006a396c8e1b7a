/** When something fails or takes long: throttling, broken connections, a slow archive, a failing one, and the end. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { saysIn } from '../../../adapters/teams/says.ts';
import type { Host } from '../../../src/contract/adapter.ts';
import type { Engine } from '../../../src/engine.ts';
import { type Held, holdAnswers } from '../../support/held.ts';
import { openHost } from '../../support/host.ts';
import {
  channelMessage,
  executeInvoke,
  groupMessage,
  type Json,
  PERSON,
  personalMessage,
  privateMessage,
  searchInvoke,
} from './activities.ts';
import type { Failure } from './connector.ts';
import { visibleOf } from './reading.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const says = saysIn();

jest.setTimeout(60_000);
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

/** The real engine, whose answers wait until they are let go. */
async function holding(): Promise<{ host: Host; held: Held }> {
  const held = holdAnswers();
  return { host: await openHost({ wrapEngine: held.wrapEngine }), held };
}

/** A turn so short that it is over before an answer that is held, or a connector that refuses. */
const SHORT = { turn: 50 };

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
    await on({}, async (stage) => {
      stage.connector.failures.push({ status: 429, retryAfter: '1' });
      const from = Date.now();
      expect((await stage.post(personalMessage('help'))).status).toBe(200);
      expect(Date.now() - from).toBeGreaterThanOrEqual(990);
      expect(stage.connector.messages).toHaveLength(1);
    });
  });

  test('that throttles for longer than a turn gets the answer afterwards, in the same conversation', async () => {
    await on({ timing: SHORT }, async (stage) => {
      stage.connector.failures.push(...repeat({ status: 429 }, 100_000));
      expect((await stage.post(channelMessage('help', {}, '55'))).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(0);
      stage.connector.failures.length = 0;
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.conversation).toBe('19:channel@thread.tacv2;messageid=55');
    });
  });

  test('gets a private answer in private, afterwards as well', async () => {
    await on({ timing: SHORT }, async (stage) => {
      stage.connector.failures.push(...repeat({ status: 429 }, 100_000));
      await stage.post(privateMessage('help'));
      stage.connector.failures.length = 0;
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.targeted).toBe(true);
    });
  });

  test.each<[Failure]>([['reset'], ['hang']])('that ends in %s is asked again', async (failure) => {
    await on(failure === 'hang' ? { timing: { call: 1_500 } } : {}, async (stage) => {
      stage.connector.failures.push(failure);
      await stage.post(personalMessage('help'));
      await stage.until(() => stage.connector.messages.length > 0);
      expect(stage.connector.calls()).toBeGreaterThan(1);
    });
  });

  test.each([400, 413])(
    'that refuses a message with %i gets its card alone, and plain text where that is refused too',
    async (status) => {
      await on({}, async (stage) => {
        stage.connector.failures.push({ status });
        expect((await stage.post(personalMessage('speaker Popova'))).status).toBe(200);
        const alone = stage.connector.messages[0]?.body;
        expect(alone?.attachments).toHaveLength(1);
        expect([alone?.text, alone?.entities, alone?.channelData]).toEqual([undefined, undefined, undefined]);

        stage.connector.failures.push(...repeat({ status }, 2));
        expect((await stage.post(personalMessage('speaker Popova'))).status).toBe(200);
        const plain = stage.connector.messages[1]?.body;
        expect(plain?.attachments).toBeUndefined();
        expect(plain?.text).toMatch(/¶43/u);
      });
    },
  );

  test('that does not take our token gets a fresh one, once', async () => {
    await on({}, async (stage) => {
      stage.connector.failures.push({ status: 401 });
      expect((await stage.post(personalMessage('help'))).status).toBe(200);
      expect(stage.connector.messages).toHaveLength(1);
      expect(stage.issuer.given()).toBe(2);
    });
  });

  test.each([403, 404])(
    'that says %i for good is not asked again: the asker is told one-to-one, and the delivery is done',
    async (status) => {
      await on({}, async (stage) => {
        stage.connector.failures.push({ status });
        expect((await stage.post(channelMessage('help'))).status).toBe(200);
        expect(stage.connector.messages.map(({ conversation, body }) => [conversation, body.text])).toEqual([
          [`a:direct-${PERSON.id}`, says.own.closed],
        ]);
      });
    },
  );

  test('that lets nobody be told is let be, and that is written down', async () => {
    const host = await openHost();
    await on({ host }, async (stage) => {
      stage.connector.failures.push({ status: 403 }, { status: 403 });
      expect((await stage.post(groupMessage('sessions of a secret kind'))).status).toBe(200);
      // The bot was removed from the one-to-one chat itself.
      stage.connector.failures.push({ status: 403 });
      expect((await stage.post(personalMessage('help'))).status).toBe(200);
      expect(stage.connector.messages).toEqual([]);
      expect(JSON.stringify(host.log.lines)).toContain('nobody could be told');
      expect(JSON.stringify(host.log.lines)).not.toContain('secret kind');
    });
  });

  test('that does not take what is shared is told of under the card', async () => {
    await on({}, async (stage) => {
      stage.connector.failures.push({ status: 403 });
      const { body } = await stage.post(executeInvoke({ line: 'help', share: true }));
      expect(body).toMatchObject({ statusCode: 400, value: { message: says.own.mayNotPost } });
      expect(stage.connector.messages).toEqual([]);
    });
  });

  test('is given up after a while, and a repeat of the delivery is served', async () => {
    await on({ timing: { giveUp: 2_000, longestPause: 600 } }, async (stage) => {
      const activity = personalMessage('help');
      stage.connector.failures.push(...repeat({ status: 502 }, 100_000));
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
    const { host, held } = await holding();
    await on({ host, timing: { turn: 400, typing: 20 } }, async (stage) => {
      expect((await stage.post(personalMessage('help'))).status).toBe(200);
      await stage.until(() => stage.connector.all.length === 1);
      expect(stage.connector.all[0]?.body.type).toBe('typing');
      held.release();
      await stage.until(() => stage.connector.messages.length === 1);
      expect(visibleOf(stage.connector.messages[0]?.body.attachments?.[0]?.content)).toMatch(/sessions/u);
    });
  });

  test('shows no typing sign in a channel, which has none', async () => {
    const { host, held } = await holding();
    await on({ host, timing: { turn: 100, typing: 10 } }, async (stage) => {
      await stage.post(channelMessage('help'));
      held.release();
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.all).toHaveLength(1);
    });
  });

  test('is not asked twice by the repeat that its slowness provokes', async () => {
    const { host, held } = await holding();
    await on({ host, timing: SHORT }, async (stage) => {
      const activity = personalMessage('help');
      expect((await stage.post(activity)).status).toBe(200);
      expect((await stage.post(activity)).status).toBe(503);
      held.release();
      await stage.until(() => stage.connector.messages.length === 1);
      await settled(stage, activity);
      expect(stage.connector.messages).toHaveLength(1);
    });
  });

  test('tells who pressed a button that the answer follows', async () => {
    const { host, held } = await holding();
    await on({ host, timing: SHORT }, async (stage) => {
      const { body } = await stage.post(executeInvoke({ line: 'help' }));
      expect(body).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: says.own.later,
      });
      held.release();
      await stage.until(() => stage.connector.messages.length === 1);
    });
  });

  test('that fails in the end says so, to who asked and to who pressed', async () => {
    const held = holdAnswers();
    const host = await hostWith((engine) => ({
      answer: async (request) => {
        await held.wrapEngine(engine).answer(request);
        throw new Error('the archive is away');
      },
    }));
    await on({ host, timing: SHORT }, async (stage) => {
      await stage.post(personalMessage('help'));
      await stage.post(executeInvoke({ line: 'help' }));
      held.release();
      await stage.until(() => stage.connector.messages.length === 2);
      expect(stage.connector.messages.map((one) => one.body.text)).toEqual([
        says.own.failed,
        says.own.failed,
      ]);
    });
  });

  test('that never answers is given up, and the asker is told', async () => {
    const { host } = await holding();
    await on({ host, timing: { turn: 50, giveUp: 3_000 } }, async (stage) => {
      await stage.post(personalMessage('help'));
      await stage.until(() => stage.connector.messages.length === 1);
      expect(stage.connector.messages[0]?.body.text).toBe(says.own.failed);
    });
  });

  test('answers a search in time, with words', async () => {
    const { host } = await holding();
    await on({ host, timing: { search: 200 } }, async (stage) => {
      const { status, body } = await stage.post(searchInvoke('popova'));
      expect(status).toBe(200);
      expect(body).toEqual({ composeExtension: { type: 'message', text: says.own.searchFailed } });
    });
  });
});

/** Waits until a delivery that is being worked on is done: its repeat is no longer told to come again. */
async function settled(stage: Stage, activity: Json): Promise<void> {
  let status = 0;
  do {
    ({ status } = await stage.post(activity));
  } while (status === 503);
  expect(status).toBe(200);
}

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
      expect(stage.connector.messages.map((one) => one.body.text)).toEqual([says.own.failed]);
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
        value: { message: says.own.failed },
      });
      const search = await stage.post(searchInvoke('migration'));
      expect(search.body).toEqual({ composeExtension: { type: 'message', text: says.own.searchFailed } });
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
    await on(
      { timing: { start: 100, call: 1_500 }, prepare: (issuer) => issuer.outcomes.push('hang', 'error') },
      async (stage) => {
        expect(stage.connection.status().state).not.toBe('ready');
        expect((await stage.post(personalMessage('help'))).status).toBe(200);
        await stage.until(() => stage.connector.messages.length > 0);
        expect(stage.connection.status().state).toBe('ready');
      },
    );
  });
});

describe('at the end', () => {
  test('work under way is waited for, and nothing new is taken', async () => {
    const { host, held } = await holding();
    const stage = await openStage({ host, timing: SHORT });
    try {
      await stage.post(personalMessage('help'));
      expect(stage.connector.messages).toHaveLength(0);
      const stopped = stage.connection.stop(40_000);
      expect((await stage.post(personalMessage('help'))).status).toBe(503);
      held.release();
      await stopped;
      expect(stage.connector.messages).toHaveLength(1);
      expect(stage.connection.status().state).toBe('stopped');
    } finally {
      await stage.stop();
    }
  });

  test('work that does not end in time is given up', async () => {
    // Its pauses are longer than this test may take.
    const stage = await openStage({
      timing: { giveUp: 900_000, pause: 300_000, longestPause: 600_000, turn: 50 },
    });
    try {
      stage.connector.failures.push(...repeat({ status: 502 }, 100));
      await stage.post(personalMessage('help'));
      await stage.connection.stop(100);
      expect(stage.connector.messages).toHaveLength(0);
    } finally {
      await stage.stop();
    }
  });
});
