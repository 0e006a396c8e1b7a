/** What fails is tried again or told; odd requests get something to go on with. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Engine } from '../../../src/engine.ts';
import { openHost } from '../../support/host.ts';
import type { Driver, Outcome, Waits } from '../driver.ts';
import { has, newDelivery, onSurface, rigFor, SURFACES, withRig } from '../rigs.ts';
import { expectReply, expectShown, findButton, simplify } from '../seeing.ts';

const LINE = 'sessions sdg8';

/** An answer that takes longer than adapters wait for it, and a call that hangs; milliseconds. */
const SLOW = 600;
const HURRIED: Waits = { answer: 200 };
const HANGING: Waits = { call: 600 };

const FAILURES = ['rate-limited', 'server-error', 'reset', 'hang'] as const;

/** An engine that takes its time. */
const slowed = (engine: Engine): Engine => ({
  ...engine,
  answer: async (request) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    return engine.answer(request);
  },
});

export function declareTroubleCases(driver: Driver): void {
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  // Each has a rig of its own and mostly waits: they wait beside each other.
  test.concurrent.each(surfaces)(
    'by %s a delivery whose handling failed is served when it comes again',
    async (surface) => {
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
      await withRig(driver, { host }, async (rig) => {
        const incoming = { text: onSurface(surface, LINE), delivery: newDelivery() };
        const first = await rig.send(surface, incoming);
        // Either the platform is asked to come again, or the person is; never silence.
        expect(first).not.toBe('silence');
        const expected = await host.ask({ text: LINE });
        expectShown(expectReply(await rig.send(surface, incoming)), expected);
      });
    },
  );

  test.concurrent.each(surfaces)('by %s an answer that takes long still comes', async (surface) => {
    const host = await openHost({ wrapEngine: slowed });
    await withRig(driver, { host, waits: HURRIED }, async (rig) => {
      const reply = expectReply(await rig.send(surface, { text: onSurface(surface, LINE) }));
      expectShown(reply, await (await openHost()).ask({ text: LINE }));
    });
  });

  const withApi = driver.callsApi === false ? test.concurrent.skip : test.concurrent;
  withApi.each(surfaces.flatMap((surface) => FAILURES.map((how) => [surface, how] as const)))(
    'by %s an API that fails (%s) is tried again, or the asker is',
    async (surface, how) => {
      // A quick answer to a command may go out in its acknowledgement; a slow one needs the API everywhere.
      const host = await openHost(surface === 'command' ? { wrapEngine: slowed } : {});
      const waits = { ...(surface === 'command' ? HURRIED : {}), ...(how === 'hang' ? HANGING : {}) };
      await withRig(driver, { host, waits }, async (rig) => {
        if (rig.failApi === undefined) throw new Error('the driver cannot let the API fail');
        rig.failApi(how, 2);
        const incoming = { text: onSurface(surface, LINE), delivery: newDelivery() };
        let outcome: Outcome = await rig.send(surface, incoming);
        // Where the platform was told to come again, it does.
        for (let retry = 0; outcome === 'refused' && retry < 3; retry += 1)
          outcome = await rig.send(surface, incoming);
        expectShown(expectReply(outcome), await (await openHost()).ask({ text: LINE }));
        if (rig.failuresLeft !== undefined) expect(rig.failuresLeft()).toBe(0);
      });
    },
  );

  const onPress =
    driver.adapter.capabilities.buttons && driver.callsApi !== false ? test.concurrent : test.concurrent.skip;
  onPress.each(FAILURES)('a click whose API call fails (%s) is answered all the same', async (how) => {
    const host = await openHost();
    await withRig(driver, { host, waits: how === 'hang' ? HANGING : {} }, async (rig) => {
      const surface = surfaces.includes('mention') ? 'mention' : 'direct';
      const reply = expectReply(await rig.send(surface, { text: 'recommendations' }));
      const { page } = await host.ask({ text: 'recommendations' });
      rig.failApi?.(how, 2);
      const turned = await findButton(reply, /next|›|▶|→/i).press();
      rig.validate(turned.payload);
      expectShown(turned, await host.ask({ text: page?.next ?? '' }));
    });
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
      // Said as a command it is no command; said in words it is words that the archive does not have.
      expect(given.outcome).toBe(surface === 'command' ? 'unclear' : 'nothing');
      expectShown(reply, given);
      expect(simplify(given.title)).not.toBe('');
      expect(simplify(reply.visible)).toContain(simplify(given.title));
      expect(reply.buttons.length).toBeGreaterThan(0);
    });

    test('an old button is still answered', async () => {
      if (!driver.adapter.capabilities.buttons) return;
      const expected = await host().ask({ text: LINE });
      expectShown(expectReply(await rig().pressOld(expected.line)), expected);
    });

    test('an old button for something that is gone gets a helpful reply', async () => {
      if (!driver.adapter.capabilities.buttons) return;
      const expected = await host().ask({ text: 'open id:gone-since-long' });
      const reply = expectReply(await rig().pressOld('open id:gone-since-long'));
      rig().validate(reply.payload);
      expect(simplify(reply.visible)).toContain(simplify(expected.title));
    });

    test.each(surfaces)('100,000 characters by %s get an answer', async (surface) => {
      const reply = expectReply(
        await rig().send(surface, { text: onSurface(surface, `sessions ${'migration '.repeat(10_000)}`) }),
      );
      rig().validate(reply.payload);
    });
  });
}
