/**
 * What every adapter must do, whatever its platform: the same cases over each driver. Which apply is decided by the
 * adapter's capability table and by what its driver can play.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Host } from '../../src/adapter.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import {
  answer,
  answerWith,
  anyAnswer,
  choice,
  citation,
  HOSTILE_TEXTS,
  item,
  largestAnswer,
  source,
} from '../support/answers.ts';
import { openHost, type TestHost } from '../support/host.ts';
import type { Driver, Outcome, Reply, Rig, Surface } from './driver.ts';
import { realLines } from './lines.ts';
import { expectReply, expectShown, findButton, isReply, simplify } from './seeing.ts';

/** Declares the whole suite for one adapter. */
export function declareConformance(driver: Driver): void {
  // Waiting, retries and many answers take their time, above all beside other suites.
  jest.setTimeout(60_000);
  describe(`${driver.adapter.title}: base`, () => declareBaseCases(driver));
  describe(`${driver.adapter.title}: limits and texts`, () => declareLimitCases(driver));
  describe(`${driver.adapter.title}: paging`, () => declarePagingCases(driver));
  describe(`${driver.adapter.title}: trouble`, () => declareTroubleCases(driver));
  describe(`${driver.adapter.title}: what it can do`, () => declareCapabilityCases(driver));
}

/** A rig over a host for all cases of one group. */
function rigFor(
  driver: Driver,
  open: () => Promise<TestHost> = openHost,
): { readonly rig: () => Rig; readonly host: () => TestHost } {
  let rig: Rig | undefined;
  let host: TestHost | undefined;
  beforeAll(async () => {
    host = await open();
    rig = await driver.start(host);
  });
  afterAll(async () => {
    await rig?.stop();
  });
  return {
    rig: () => rig as Rig,
    host: () => host as TestHost,
  };
}

/** Runs `work` over a rig of its own. */
async function withRig(driver: Driver, host: Host, work: (rig: Rig) => Promise<void>): Promise<void> {
  const rig = await driver.start(host);
  try {
    await work(rig);
  } finally {
    await rig.stop();
  }
}

let serial = 0;
/** Identities that no other delivery of this run has; digits alone, which every platform's ids are. */
function newDelivery(): string {
  serial += 1;
  return `${1_000_000_000_000_000_000n + BigInt(process.pid) * 1_000_000n + BigInt(serial)}`;
}

const SURFACES: readonly Surface[] = ['command', 'mention', 'direct'];

function has(driver: Driver, surface: Surface): boolean {
  const { commands, mentions, directMessages } = driver.adapter.capabilities;
  return { command: commands, mention: mentions, direct: directMessages }[surface];
}

/** A line in the form of a surface: commands have a slash before them. */
function onSurface(surface: Surface, line: string): string {
  return surface === 'command' ? `/${line}` : line;
}

function declareBaseCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  test('the driver plays every surface that the adapter has', () => {
    expect([...rig().surfaces].sort()).toEqual([...surfaces].sort());
  });

  describe.each(surfaces)('by %s', (surface) => {
    test.each(['sessions sdg8', 'speaker Popova', 'recommendations migration'])(
      '%s is answered with its sources',
      async (line) => {
        const expected = await host().engine.answer({ text: line });
        expect(expected.outcome).toBe('found');
        const reply = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
        rig().validate(reply.payload);
        expectShown(reply, expected);
      },
    );

    test('what the archive does not have is answered with just that', async () => {
      const line = 'speaker Xqzwv Ktrmpf';
      const expected = await host().engine.answer({ text: line });
      expect(expected.outcome).not.toBe('found');
      const reply = expectReply(await rig().send(surface, { text: onSurface(surface, line) }));
      rig().validate(reply.payload);
      expect(simplify(reply.visible)).toContain(simplify(expected.lead));
    });

    if (driver.repeats === false) return;

    test('the same delivery twice is answered once', async () => {
      const delivery = newDelivery();
      const incoming = { text: onSurface(surface, 'sessions sdg8'), delivery };
      expectReply(await rig().send(surface, incoming));
      expect(await rig().send(surface, incoming)).toBe('silence');
    });

    test('two repeats at the same moment are answered once', async () => {
      const incoming = { text: onSurface(surface, 'sessions sdg8'), delivery: newDelivery() };
      const outcomes = await Promise.all([
        rig().send(surface, incoming),
        rig().send(surface, incoming),
        rig().send(surface, incoming),
      ]);
      expect(outcomes.filter(isReply)).toHaveLength(1);
    });
  });

  const spoken = surfaces.filter((surface) => surface !== 'command');
  if (spoken.length === 0) return;
  describe.each(spoken)('by %s', (surface) => {
    test.each(['self', 'bot'] as const)('a message of a bot (%s) is ignored', async (sender) => {
      expect(await rig().send(surface, { text: 'sessions sdg8', sender })).toBe('silence');
    });

    test('nothing but the bot’s name asks for help', async () => {
      const help = await host().engine.answer({ text: 'help' });
      const reply = expectReply(await rig().send(surface, { text: '' }));
      expect(simplify(reply.visible)).toContain(simplify(help.title));
    });
  });
}

/** What a platform may never get: more than it takes, or texts that are more than text. */
function declareLimitCases(driver: Driver): void {
  const shown: { answer: Answer } = { answer: answer() };
  const { rig, host } = rigFor(driver, () =>
    openHost({ wrapEngine: (engine) => ({ ...engine, answer: async () => shown.answer }) }),
  );
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  test('no answer at all breaks a limit', () => {
    fc.assert(
      fc.property(anyAnswer(), (value) =>
        rig().validate(driver.adapter.preview.draw(value, 'mention').payload),
      ),
      { numRuns: 60 },
    );
  });

  test('the largest answer breaks none and is shown with a source', async () => {
    shown.answer = largestAnswer();
    for (const surface of surfaces) {
      const reply = expectReply(await rig().send(surface, { text: 'sessions' }));
      rig().validate(reply.payload);
      expect(reply.visible.length).toBeGreaterThan(200);
    }
  });

  test('every real answer keeps the limits, and shows its items with their sources', async () => {
    const { engine } = await openHost();
    const { everything } = engine.browse;
    for (const line of realLines(await everything())) {
      const real = await engine.answer({ text: line });
      rig().validate(driver.adapter.preview.draw(real, 'mention').payload);
    }
  });

  test.each(surfaces)('a hundred items by %s: those left out are spoken of', async (surface) => {
    shown.answer = answerWith(100);
    const reply = expectReply(await rig().send(surface, { text: 'sessions' }));
    rig().validate(reply.payload);
    const count = reply.visible.match(/Item number \d+/g)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    if (count < 100) expect(reply.visible).toContain(String(100 - count));
  });

  test.each(HOSTILE_TEXTS)('%j stays the text that it is', async (text) => {
    shown.answer = answer({
      title: text,
      lead: text,
      items: [
        item({
          title: { text, marks: [] },
          makers: [text],
          context: text,
          text: { text, marks: [[0, text.length]] },
          evidence: [citation({ label: text })],
        }),
      ],
      sources: [source({ title: text })],
      choices: [choice({ label: text })],
    });
    for (const surface of surfaces) {
      const reply = expectReply(await rig().send(surface, { text: 'sessions' }));
      rig().validate(reply.payload);
      expect(rig().active?.(reply.payload) ?? []).toEqual([]);
      expect(simplify(reply.visible)).toContain(simplify(text));
    }
  });

  test.each(HOSTILE_TEXTS)('%j as a request does no harm', async (text) => {
    const { engine } = await openHost();
    shown.answer = await engine.answer({ text });
    for (const surface of surfaces) {
      const reply = expectReply(await rig().send(surface, { text: `sessions ${text}` }));
      rig().validate(reply.payload);
      expect(rig().active?.(reply.payload) ?? []).toEqual([]);
    }
    expect(
      host().log.lines.filter(({ facts, message }) => JSON.stringify([facts, message]).includes(text)),
    ).toEqual([]);
  });
}

/** A question of 500 characters, the most that is read: recommendations without forty words that no document has. */
function longQuestion(): string {
  const absent = Array.from(
    { length: 100 },
    (_, index) => `-${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10)]}zqxw`,
  );
  return `recommendations ${absent.join(' ')}`.slice(0, 500);
}

function declarePagingCases(driver: Driver): void {
  if (!driver.adapter.capabilities.buttons) return;
  const { rig, host } = rigFor(driver);

  test.each([
    ['recommendations', 'recommendations'],
    ['a question of 500 characters', longQuestion()],
  ])('%s: clicks walk the whole list and back', async (_name, line) => {
    const pages: Answer[] = [];
    for (let next: string | undefined = line; next !== undefined; ) {
      const one: Answer = await host().engine.answer({ text: next });
      pages.push(one);
      next = one.page?.next;
      expect(pages.length).toBeLessThan(100);
    }
    expect(pages.length).toBeGreaterThan(1);
    let reply = expectReply(
      await rig().send(rig().surfaces.includes('mention') ? 'mention' : (rig().surfaces[0] as Surface), {
        text: line,
      }),
    );
    for (const [index, page] of pages.entries()) {
      rig().validate(reply.payload);
      expectShown(reply, page);
      if (index < pages.length - 1) reply = await findButton(reply, /next|›|▶|→/i).press();
    }
    expect(reply.buttons.filter(({ label }) => /\bnext\b/i.test(label))).toEqual([]);
    for (const page of pages.slice(0, -1).reverse()) {
      reply = await findButton(reply, /prev|back|‹|◀|←/i).press();
      expectShown(reply, page);
    }
    expect(reply.buttons.filter(({ label }) => /\bprev/i.test(label))).toEqual([]);
  });
}

const LINE = 'sessions sdg8';

/** An engine that takes its time, in milliseconds. */
function slowed(time: number): (engine: Engine) => Engine {
  return (engine) => ({
    ...engine,
    answer: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, time));
      return engine.answer(request);
    },
  });
}

function declareTroubleCases(driver: Driver): void {
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  describe.each(surfaces)('by %s', (surface) => {
    test('a delivery whose handling failed is served when it comes again', async () => {
      let failures = 1;
      const host = await openHost({
        wrapEngine: (engine): Engine => ({
          ...engine,
          answer: async (request) => {
            failures -= 1;
            if (failures >= 0) throw new Error('the archive is away');
            return engine.answer(request);
          },
        }),
      });
      await withRig(driver, host, async (rig) => {
        const incoming = { text: onSurface(surface, LINE), delivery: newDelivery() };
        const first = await rig.send(surface, incoming);
        // Either the platform is asked to come again, or the person is; never silence.
        expect(first).not.toBe('silence');
        const expected = await host.engine.answer({ text: LINE });
        expectShown(expectReply(await rig.send(surface, incoming)), expected);
      });
    });

    test('an answer that takes long still comes', async () => {
      const host = await openHost({ wrapEngine: slowed(2_500) });
      await withRig(driver, host, async (rig) => {
        const reply = expectReply(await rig.send(surface, { text: onSurface(surface, LINE) }));
        expectShown(reply, await (await openHost()).engine.answer({ text: LINE }));
      });
    });

    const testWithApi = driver.callsApi === false ? test.skip : test;
    testWithApi.each(['rate-limited', 'server-error', 'reset', 'hang'] as const)(
      'an API that fails (%s) is tried again, or the asker is',
      async (how) => {
        // A quick answer to a command may go out in its acknowledgement; a slow one needs the API everywhere.
        const host = await openHost(surface === 'command' ? { wrapEngine: slowed(2_000) } : {});
        await withRig(driver, host, async (rig) => {
          if (rig.failApi === undefined) throw new Error('the driver cannot let the API fail');
          rig.failApi(how, 2);
          const incoming = { text: onSurface(surface, LINE), delivery: newDelivery() };
          let outcome: Outcome = await rig.send(surface, incoming);
          // Where the platform was told to come again, it does.
          for (let retry = 0; outcome === 'refused' && retry < 3; retry += 1)
            outcome = await rig.send(surface, incoming);
          expectShown(expectReply(outcome), await host.engine.answer({ text: LINE }));
          if (rig.failuresLeft !== undefined) expect(rig.failuresLeft()).toBe(0);
        });
      },
    );
  });

  describe('odd requests', () => {
    const answers: Answer[] = [];
    const { rig, host } = rigFor(driver, () =>
      openHost({
        wrapEngine: (engine) => ({
          ...engine,
          answer: async (request) => {
            const given = await engine.answer(request);
            answers.push(given);
            return given;
          },
        }),
      }),
    );

    test.each(surfaces)('an unknown command by %s gets help to go on with', async (surface) => {
      const reply = expectReply(
        await rig().send(surface, { text: onSurface(surface, 'frobnicate everything') }),
      );
      rig().validate(reply.payload);
      const given = answers.at(-1) as Answer;
      expectShown(reply, given);
      expect(simplify(given.lead)).not.toBe('');
      expect(simplify(reply.visible)).toContain(simplify(given.lead));
      expect(reply.buttons.length).toBeGreaterThan(0);
    });

    test('an old button is still answered', async () => {
      if (!driver.adapter.capabilities.buttons) return;
      const expected = await host().engine.answer({ text: LINE });
      expectShown(expectReply(await rig().pressOld(expected.line)), expected);
    });

    test('an old button for something that is gone gets a helpful reply', async () => {
      if (!driver.adapter.capabilities.buttons) return;
      const expected = await host().engine.answer({ text: 'open id:gone-since-long' });
      const reply = expectReply(await rig().pressOld('open id:gone-since-long'));
      rig().validate(reply.payload);
      expect(simplify(reply.visible)).toContain(simplify(expected.lead));
    });

    test.each(surfaces)('100,000 characters by %s get an answer', async (surface) => {
      const reply = expectReply(
        await rig().send(surface, { text: onSurface(surface, `sessions ${'migration '.repeat(10_000)}`) }),
      );
      rig().validate(reply.payload);
    });
  });
}

function declareCapabilityCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const { capabilities } = driver.adapter;

  if (capabilities.threads) {
    const surface = SURFACES.filter((one) => one !== 'command').find((one) => has(driver, one));
    test('a follow-up in a thread keeps its subject', async () => {
      const thread = newDelivery();
      const first = await host().engine.answer({ text: 'recommendations migration' });
      const second = await host().engine.answer({ text: 'only 2020', previous: first.line });
      expect(second.line).not.toBe((await host().engine.answer({ text: 'only 2020' })).line);
      expectShown(
        expectReply(await rig().send(surface as Surface, { text: 'recommendations migration', thread })),
        first,
      );
      const reply = expectReply(await rig().send(surface as Surface, { text: 'only 2020', thread }));
      expectShown(reply, second);
    });

    test('“more” in a thread turns the page', async () => {
      const thread = newDelivery();
      const first = await host().engine.answer({ text: 'recommendations' });
      const second = await host().engine.answer({ text: first.page?.next ?? '' });
      expectReply(await rig().send(surface as Surface, { text: 'recommendations', thread }));
      expectShown(expectReply(await rig().send(surface as Surface, { text: 'more', thread })), second);
    });

    test('another thread has another subject', async () => {
      expectReply(
        await rig().send(surface as Surface, { text: 'recommendations migration', thread: newDelivery() }),
      );
      const alone = await host().engine.answer({ text: 'only 2020' });
      expectShown(
        expectReply(await rig().send(surface as Surface, { text: 'only 2020', thread: newDelivery() })),
        alone,
      );
    });
  }

  if (capabilities.privateAnswers && capabilities.commands) {
    test('a command’s answer can be for the asker alone, and be shared', async () => {
      const reply = expectReply(await rig().send('command', { text: `/${LINE}` }));
      const first: Reply = reply.private ? reply : await findButton(reply, /only you|private/i).press();
      expect(first.private).toBe(true);
      const shared = await findButton(first, /share/i).press();
      expect(shared.private).toBe(false);
      expectShown(shared, await host().engine.answer({ text: LINE }));
    });
  }

  if (capabilities.feedback) {
    test('a verdict is taken and acknowledged', async () => {
      const reply = expectReply(
        await rig().send(rig().surfaces[0] as Surface, {
          text: onSurface(rig().surfaces[0] as Surface, LINE),
        }),
      );
      const thanks = await findButton(reply, /^(?!.*\bnot\b).*helpful/i).press();
      expect(thanks.visible.trim()).not.toBe('');
      const kept = await host().state.list('feedback:');
      expect(kept).toHaveLength(1);
      expect(await host().state.get(kept[0] as string)).toMatchObject({
        platform: driver.adapter.name,
        helpful: true,
      });
    });
  }
}
