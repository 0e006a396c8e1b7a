/** What a platform may never get: more than it takes, or texts that are more than text. */
import { expect, test } from '@jest/globals';
import type { Answer } from '../../../src/answer/answer.ts';
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
} from '../../support/answers.ts';
import { openHost, openShippedArchive } from '../../support/host.ts';
import { fc } from '../../support/property.ts';
import type { Driver } from '../driver.ts';
import { realLines } from '../lines.ts';
import { has, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, simplify } from '../seeing.ts';

/** In private and for everybody. */
const ASKINGS = ['command', 'mention'] as const;

/** Much work in one piece would let the open connections look dead. */
const giveWay = () => new Promise((resolve) => setImmediate(resolve));

export function declareLimitCases(driver: Driver): void {
  const shown: { answer: Answer } = { answer: answer() };
  const { rig, host } = rigFor(driver, () =>
    openHost({ wrapEngine: (engine) => ({ ...engine, answer: async () => shown.answer }) }),
  );
  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  const testDrawing = driver.drawnElsewhere === true ? test.skip : test;
  testDrawing('no answer at all breaks a limit', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer(), fc.constantFrom(...ASKINGS), async (value, asking) => {
        rig().validate(driver.adapter.preview.draw(value, asking).payload);
        await giveWay();
      }),
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

  testDrawing('every real answer keeps the limits, and shows its items with their sources', async () => {
    const { ask } = await openHost();
    const everything = await (await openShippedArchive()).everything();
    for (const [index, line] of realLines(everything).entries()) {
      const real = await ask({ text: line });
      const asking = ASKINGS[index % ASKINGS.length] ?? 'mention';
      rig().validate(driver.adapter.preview.draw(real, asking).payload);
      await giveWay();
    }
  });

  test.each(surfaces)('a hundred items by %s: those left out are spoken of', async (surface) => {
    shown.answer = answerWith(100);
    const reply = expectReply(await rig().send(surface, { text: 'sessions' }));
    rig().validate(reply.payload);
    const count = reply.visible.match(/Item number \d+/g)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    // "80 more", or "1–20 of 100" above the way to the next.
    if (count < 100) expect(reply.visible).toMatch(new RegExp(`\\b${100 - count}\\b|–${count} of 100\\b`));
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
    const { ask } = await openHost();
    shown.answer = await ask({ text });
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
