/** What messages carry beside a line: mentions of others, files, forwarded messages, brackets. */
import { describe, expect, test } from '@jest/globals';
import type { Mention } from '../../../src/answer/mentions.ts';
import { catalogueFor } from '../../../src/locales/locales.ts';
import { type Driver, OTHER_BOT, TAG, type Where } from '../driver.ts';
import { has, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, expectShown, simplify } from '../seeing.ts';

const US: Mention = { whom: 'us' };
const person = (name: string): Mention => ({ whom: 'person', name });

export function declareCarriedCases(driver: Driver): void {
  const { rig, host } = rigFor(driver);
  const { note } = catalogueFor().understood;
  const said = SURFACES.filter((one) => one !== 'command' && has(driver, one));

  describe.each(said)('by %s', (surface) => {
    const reply = async (...pieces: readonly (string | Mention)[]) => {
      const sent = expectReply(await rig().send(surface, { text: '', pieces }));
      rig().validate(sent.payload);
      return sent;
    };

    test.each<[string, readonly (string | Mention)[], string]>([
      [
        'a person of the archive',
        [US, ' what did ', person('Natalia Popova'), ' say about migration'],
        'what did Natalia Popova say about migration',
      ],
      [
        'a person of the archive, as a directory has it',
        [US, ' speaker ', person('Popova, Natalia (ILO)')],
        'speaker Natalia Popova',
      ],
      ['a person of the archive alone', [US, ' ', person('Natalia Popova')], 'Natalia Popova'],
      ['brackets', [US, ' speaker <Popova>'], 'speaker Popova'],
    ])('%s is asked about', async (_what, pieces, line) => {
      const expected = await host().ask({ text: line });
      expect(expected.outcome).toBe('found');
      expectShown(await reply(...pieces), expected);
    });

    test.each<[string, readonly (string | Mention)[]]>([
      ['another bot before the bot', [OTHER_BOT, ' ', US, ' sessions sdg8']],
      ['a person before the bot', [person('Natalia Popova'), ' ', US, ' sessions sdg8']],
      ['who gets a copy', [US, ' sessions sdg8 cc ', person('Bob Smith')]],
      [
        'who gets a copy, several of them',
        [US, ' sessions sdg8, FYI: ', person('Bob Smith'), ', ', person('')],
      ],
      ['a tag', [US, ' ', TAG, ' sessions sdg8']],
    ])('%s is addressed, and no part of the question', async (_what, pieces) => {
      const sent = await reply(...pieces);
      expectShown(sent, await host().ask({ text: 'sessions sdg8' }));
      expect(simplify(sent.visible)).not.toMatch(/left (?:it|the name) out/);
    });

    test.each([
      ['a name that the archive does not know', 'Bob Smith', note.unknownPerson],
      ['a name that is told to nobody', '', note.unnamed],
    ])('%s is left out, and that is said', async (_what, name, sentence) => {
      const sent = await reply(US, ' what did ', person(name), ' say about migration');
      expect(simplify(sent.visible)).toContain(simplify(sentence));
      expect(simplify(sent.visible)).not.toContain('Bob');
    });

    test('a file alone gets a reason that fits', async () => {
      const sent = expectReply(await rig().send(surface, { text: '', carries: 'file' }));
      rig().validate(sent.payload);
      expect(simplify(sent.visible)).toContain(simplify(catalogueFor().chat.textOnly));
    });

    test('a forwarded message alone is what is asked about', async () => {
      const forwarded = 'any thoughts on labour migration?';
      const sent = expectReply(await rig().send(surface, { text: '', carries: { forwarded } }));
      rig().validate(sent.payload);
      expectShown(sent, await host().ask({ text: `/related ${forwarded}` }));
    });
  });

  if (said.includes('mention'))
    test('who asks where the bot may not write is told so, alone', async () => {
      const { refusePost } = rig();
      if (refusePost === undefined) return;
      refusePost();
      const sent = expectReply(await rig().send('mention', { text: 'sessions sdg8' }));
      rig().validate(sent.payload);
      expect(sent.private).toBe(true);
      expect(sent.visible).toMatch(/may not (?:post|write)/);
    });

  if (driver.adapter.capabilities.messageShortcut)
    test.each<Where>(['text', 'card', 'forward', 'file'])(
      '“find related” reads a message’s words in its %s',
      async (where) => {
        const words = 'labour migration';
        const found = await rig().findRelated?.(words, undefined, where);
        if (found === undefined) throw new Error('the driver does not play it');
        const sent = expectReply(found);
        rig().validate(sent.payload);
        expectShown(sent, await host().ask({ text: `/related ${words}` }));
      },
    );
}
