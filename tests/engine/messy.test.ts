/** Messages as people write them to a colleague: slips, stories, excuses and thanks around one question. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { orchardEngine } from '../support/orchard.ts';

const now = new Date('2026-11-22T00:00:00Z');
const ask = (text: string): Promise<Answer> => orchardEngine.answer({ text, now });
const direct = ({ items }: Answer): string[] =>
  items.filter(({ relation }) => relation === 'direct').map(({ id }) => id);
const titled = ({ title, items }: Answer): string =>
  [title, ...items.flatMap(({ facts }) => facts.map(({ value }) => value))].join(' ');

describe('what is asked in it is answered', () => {
  test.each([
    // Told around it: the question stands by itself.
    [
      'Morning all! My kids broke the ladder, I am typing with one hand: who mentiond the tax on cider?? thx a bunch',
      'who mentioned the tax on cider',
    ],
    [
      'sory to bother, quick q - how mny came to the blossom summit? gracias',
      'how many came to the blossom summit',
    ],
    [
      'Hallo! my neighbour keeps shouting. when was the pollinator hearing? Danke',
      'when was the pollinator hearing',
    ],
    // The question is within a statement.
    [
      'We had a row over breakfast about how many hives Portugal lost. Can you settle it?',
      'how many hives did Portugal lose',
    ],
    [
      'pls help, my editor wants the date of the pollinator hearing and my phone is dead. ta',
      'date of the pollinator hearing',
    ],
    // What it is about was told before.
    [
      'A freind told me that the tax on cider rises faster than its price. Who said that?',
      'who said that the tax on cider rises faster than its price',
    ],
    [
      'I was at the pollinator hearing, it was raining. Who spoke there?',
      'who spoke at the pollinator hearing',
    ],
    ['Was there anybody from Estonia, and who?', 'who was there from Estonia'],
  ])('%s', async (message, plain) => {
    const [messy, expected] = [await ask(message), await ask(plain)];
    expect(expected.outcome).toBe('found');
    expect(messy.outcome).toBe('found');
    expect(direct(messy)).toEqual(direct(expected));
    // The command for questions changes nothing.
    expect(direct(await ask(`/ask ${message}`))).toEqual(direct(expected));
  });

  test('two announced questions are two, and what one says of an event is not said of the other', async () => {
    const { parts = [] } = await ask(
      'two things: when was the blossom summit, and how many came to the pollinator hearing?',
    );
    expect(parts.map(titled)).toEqual([expect.stringContaining('2021'), expect.stringContaining('75')]);
  });

  test('of a list of events each is answered', async () => {
    const { parts = [] } = await ask('organizers please: the blossom summit, the pollinator hearing.');
    expect(parts.map(titled)).toEqual([
      expect.stringContaining('Orchard Council'),
      expect.stringContaining('Bee Institute'),
    ]);
  });
});

describe('nothing is answered for the story', () => {
  test.each([
    'My hives are fine. What did Olga Brinkmann say about frost?',
    'I keep bees in Turkey and we had frost. how many hives did Norway lose?',
    'Quick one while the cider cools - does anybody here talk about zeppelins?',
    'my aunt lives in Lisbon. how much does a hive cost?',
  ])('%s', async (message) => {
    expect((await ask(message)).outcome).not.toBe('found');
  });

  test('what a pronoun stands for is not lost', async () => {
    const answer = await ask('Lots of zeppelin pilots live in Oslo. What is on offer to lend them?');
    expect(answer.outcome).not.toBe('found');
  });

  test('a slip that was read as another word is told', async () => {
    const { reading = [] } = await ask('what of freindly growers');
    expect(reading.filter(({ use }) => use === 'corrected').map(({ word }) => word)).not.toContain(
      'friendly',
    );
  });
});

test('thanks alone stay thanks, and help is help', async () => {
  for (const text of ['gracias!', 'many thanks', 'help', 'pls help'])
    expect((await ask(text)).outcome).toBe('help');
});
