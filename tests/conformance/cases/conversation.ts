/** A conversation: the words on buttons typed by hand, what is polite, edited messages, and replies to what the bot said. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/answer/answer.ts';
import { catalogueFor } from '../../../src/locales/locales.ts';
import { openHost } from '../../support/host.ts';
import type { Driver } from '../driver.ts';
import { has, newDelivery, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, expectShown, simplify } from '../seeing.ts';

const says = catalogueFor();

/** Labels that lead to nothing that can be said: a form, a verdict, a copy for others, a step back within one message. */
const NOT_SAID = /^(?:refine|share|helpful|not helpful|put |back$|search)/i;

export function declareConversationCases(driver: Driver): void {
  if (!driver.adapter.capabilities.threads) return;
  const answers: Answer[] = [];
  const { rig, host } = rigFor(driver, () =>
    openHost({
      wrapEngine: (engine) => ({
        ...engine,
        revision: engine.revision,
        answer: async (request) => {
          const answer = await engine.answer(request);
          answers.push(answer);
          return answer;
        },
      }),
    }),
  );
  const spoken = SURFACES.filter((one) => has(driver, one) && one !== 'command');
  const surfaces = spoken.length > 0 ? spoken : SURFACES.slice(0, 1);

  describe.each(surfaces)('by %s', (surface) => {
    const say = async (text: string, thread: string) =>
      expectReply(await rig().send(surface, { text, thread }));

    // Where there is nothing to press but links, a link leads to a page.
    const lines =
      driver.adapter.preview.press === undefined
        ? []
        : ['sessions sdg8', 'recommendations migration', 'speaker Popova', 'open brighter-future-2020'];
    for (const line of lines)
      test(`every label under ${line} does by hand what pressing it does`, async () => {
        const reply = await say(line, newDelivery());
        const labels = reply.buttons.filter(({ label }) => !NOT_SAID.test(label));
        for (const button of labels) {
          await button.press();
          const pressed = answers.at(-1);
          const thread = newDelivery();
          await say(line, thread);
          await say(button.label, thread);
          expect({ label: button.label, line: answers.at(-1)?.line }).toEqual({
            label: button.label,
            line: pressed?.line,
          });
        }
        expect(labels).not.toEqual([]);
      }, 120_000);

    test.each([
      ['2', 'open 2', 'Open 2', 'the second one'],
      ['next', 'more', 'Next ›', 'show more please'],
    ])('%s, however it is said', async (...texts) => {
      const lines = new Set<string | undefined>();
      for (const text of texts) {
        const thread = newDelivery();
        await say('recommendations migration', thread);
        await say(text, thread);
        lines.add(answers.at(-1)?.line);
      }
      expect([...lines]).toHaveLength(1);
      expect(answers.at(-1)?.outcome).toBe('found');
    });

    test('“back” leads to what was shown before', async () => {
      const thread = newDelivery();
      await say('recommendations migration', thread);
      const list = answers.at(-1) as Answer;
      await say('open 3', thread);
      expectShown(await say('back', thread), list);
    });

    test.each([
      ['merci beaucoup', says.courtesy.thanks.title],
      ['Guten Tag', says.courtesy.greeting.title],
      ['hola', says.courtesy.greeting.title],
      ['refine', says.narrowing.some.title],
    ])('%s gets a word, and the subject stays', async (text, title) => {
      const thread = newDelivery();
      await say('recommendations migration', thread);
      expect(simplify((await say(text, thread)).visible)).toContain(simplify(title));
      await say('next', thread);
      expect(answers.at(-1)?.page?.number).toBe(2);
    });

    test.each([
      ['Helpful', true],
      ['not helpful', false],
    ])('“%s” is a verdict on the answer before, and the subject stays', async (text, helpful) => {
      const thread = newDelivery();
      await say('recommendations migration', thread);
      const judged = answers.at(-1) as Answer;
      const { feedback } = host().store;
      const before = await feedback.latest(100);
      expect(simplify((await say(text, thread)).visible)).toContain(says.verdict.title);
      const after = await feedback.latest(100);
      expect(after).toHaveLength(before.length + 1);
      expect(after[0]).toMatchObject({ line: judged.line, revision: judged.revision, helpful });
      await say('next', thread);
      expect(answers.at(-1)?.page?.number).toBe(2);
    });
  });

  const { edits = [] } = driver;
  test('the table says whether edits are told', () => {
    expect(driver.adapter.capabilities.edits).toBe(edits.length > 0);
  });
  if (edits.length > 0)
    describe.each(edits)('an edited message, by %s', (surface) => {
      async function write(text: string) {
        const first = { text, thread: newDelivery(), message: newDelivery() };
        expectReply(await rig().send(surface, first));
        return first;
      }

      test('that says the same is let be', async () => {
        const first = await write('sessions sdg8');
        expect(await rig().send(surface, { ...first, edited: true, delivery: newDelivery() })).toBe(
          'silence',
        );
      });

      test('that says something else has its answer brought up to date, again and again', async () => {
        const first = await write('sessions sdg8');
        for (const text of ['recommendations migration', 'speaker Popova', 'sessions sdg8']) {
          const edit = { ...first, text, edited: true as const, delivery: newDelivery() };
          const reply = expectReply(await rig().send(surface, edit));
          expect(reply.replaced).toBe(true);
          rig().validate(reply.payload);
          expectShown(reply, await host().ask({ text }));
        }
      });

      test('goes on with what it went on with, and the thread with it', async () => {
        const first = await write('recommendations migration');
        const { thread } = first;
        const message = newDelivery();
        expectReply(await rig().send(surface, { text: 'only 2019', thread, message }));
        const edit = { text: 'only 2020', thread, message, edited: true as const, delivery: newDelivery() };
        expectReply(await rig().send(surface, edit));
        const line = answers.at(-1)?.line ?? '';
        const before = await host().ask({ text: 'recommendations migration' });
        expect(line).toBe((await host().ask({ text: 'only 2020', previous: before.continuation })).line);
        expectReply(await rig().send(surface, { text: 'more', thread }));
        expect(answers.at(-1)?.line).toBe((await host().ask({ text: 'more', previous: line })).line);
      });

      test('that did not ask anything before is answered', async () => {
        const text = 'sessions sdg8';
        const edit = { text, thread: newDelivery(), message: newDelivery(), edited: true as const };
        const outcome = await rig().send(surface, edit);
        // A direct message was answered when it was written.
        if (outcome !== 'silence') expectShown(expectReply(outcome), await host().ask({ text }));
      });
    });

  const { replies = [] } = driver;
  if (replies.length > 0)
    describe.each(replies)('a reply to an answer, by %s', (surface) => {
      test.each(['2', 'only 2020', 'next', 'who said that?'])(
        '%s goes on with that answer, whatever was asked since',
        async (text) => {
          const place = newDelivery();
          const first = expectReply(await rig().send(surface, { text: 'recommendations migration', place }));
          const before = answers.at(-1) as Answer;
          expectReply(await rig().send(surface, { text: 'speaker Popova', place }));
          expectReply(await rig().send(surface, { text, place, below: first }));
          const said = answers.at(-1)?.line;
          expect(said).toBe((await host().ask({ text, previous: before.continuation })).line);
          expect(said).not.toBe((await host().ask({ text })).line);
        },
      );
    });
}
