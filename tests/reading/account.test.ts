/** What became of each word of a question. */
import { describe, expect, test } from '@jest/globals';
import { account, lostIn, type WordUse } from '../../src/reading/account.ts';
import { EMPTY_QUERY, type Filter, filter, type Query } from '../../src/reading/query.ts';
import { isContentWord } from '../../src/reading/scan.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { orchardArchive, orchardEngine } from '../support/orchard.ts';

const now = new Date('2026-11-22T00:00:00Z');
const NONE: ReadonlyMap<string, string> = new Map();
const used = (text: string, query: Partial<Query>, corrected = NONE): Promise<readonly WordUse[]> =>
  account(text, { ...EMPTY_QUERY, ...query }, corrected, orchardArchive, now);
/** The use of one word of a question, as the engine answers it. */
async function useIn(text: string, word: string): Promise<string | undefined> {
  const { reading } = await orchardEngine.answer({ text, now });
  return reading?.find((one) => one.word === word)?.use;
}

describe('a word is', () => {
  test('a condition, where a condition holds what it means', async () => {
    expect(
      await used('hives in Turkey', { filters: [filter('topic', 'bees'), filter('country', 'TR')] }),
    ).toEqual([
      { word: 'hives', use: 'condition' },
      { word: 'turkey', use: 'condition' },
    ]);
    expect(await used('Turkey', { filters: [{ ...filter('country', 'TR'), not: true }] })).toEqual([
      { word: 'turkey', use: 'condition' },
    ]);
  });

  test('a condition, where it names a person that is asked for, or the day', async () => {
    expect(
      await used('what did Irma say in 2021?', {
        filters: [filter('by', 'irma-talvik'), filter('date', '2021')],
      }),
    ).toEqual([
      { word: 'irma', use: 'condition' },
      { word: '2021', use: 'condition' },
    ]);
  });

  test('a match, where it is searched for and the archive has it; else unused', async () => {
    expect(await used('wool zeppelins', { words: ['wool', 'zeppelins'] })).toEqual([
      { word: 'wool', use: 'match' },
      { word: 'zeppelins', use: 'unused' },
    ]);
  });

  test('corrected, to what', async () => {
    expect(
      await used('frsot', { filters: [filter('topic', 'frost')] }, new Map([['frsot', 'frost']])),
    ).toEqual([{ word: 'frsot', use: 'corrected', as: 'frost' }]);
  });

  test('of the form of the question, where nothing else became of it', async () => {
    expect(await used('wool figure', { words: ['wool'] })).toEqual([
      { word: 'wool', use: 'match' },
      { word: 'figure', use: 'form' },
    ]);
  });
});

describe('in the answers', () => {
  const LINES = [
    'how many hives did Portugal lose?',
    'what did Irma Talvik say about frost?',
    'who supported the hearing?',
    'compare Talvik and Onur on frost',
    'which country lost the fewest hives?',
    'what was said on bees besides the summit?',
    'when was the blossom summit?',
    'zeppelins over frost',
    '/sessions frost',
    '/recommendations bees',
    'what did joao say abt bees?',
  ];

  test.each(LINES)('every content word of "%s" is accounted for, once and in its order', async (text) => {
    const { reading = [] } = await orchardEngine.answer({ text, now });
    const told = reading.map(({ word }) => word);
    expect(told.length).toBeGreaterThan(0);
    // Shortened words are told as they were written out.
    for (const word of new Set(wordsOf(text).filter(isContentWord)))
      if (!['abt'].includes(word)) expect(told).toContain(word);
  });

  test('words that nobody used are unused, misspelt ones corrected, words of names conditions', async () => {
    expect(await useIn('what did Talvik say about zeppelins and frost?', 'zeppelins')).toBe('unused');
    expect(await useIn('what did Talvik say about frost?', 'talvik')).toBe('condition');
    expect(await useIn('blosom of apricots', 'blosom')).toBe('corrected');
  });

  test('thanks and what cannot be read have no words to account for', async () => {
    for (const text of ['thanks', '/frobnicate frost', ''])
      expect((await orchardEngine.answer({ text, now })).reading ?? []).toEqual([]);
  });
});

describe('what a reading lost', () => {
  const lost = (text: string, query: Partial<Query>): Filter[] =>
    lostIn(text, { ...EMPTY_QUERY, ...query }, orchardArchive);

  test('are the countries, organizations and events that it names and the query does not say', () => {
    expect(lost('how many hives did Turkey lose?', { words: ['hives'] })).toEqual([filter('country', 'TR')]);
    expect(lost('bees, by the Bee Institute', { words: ['bees'] })).toEqual([filter('org', 'bee-institute')]);
  });

  test('is nothing that is a condition already, that is left out, or that is searched for', () => {
    expect(lost('hives in Turkey', { filters: [filter('country', 'TR')] })).toEqual([]);
    expect(lost('hives not in Turkey', { filters: [{ ...filter('country', 'TR'), not: true }] })).toEqual([]);
    expect(lost('hives in Turkey', { words: ['turkey'] })).toEqual([]);
    expect(lost('hives in "turkey"', { phrases: ['turkey'] })).toEqual([]);
  });

  test('are no topics, and nothing of what is opened or explained', () => {
    expect(lost('frost', { words: [] })).toEqual([]);
    expect(lost('open Turkey', { command: 'open', target: 'TR' })).toEqual([]);
    expect(lost('help Turkey', { command: 'help' })).toEqual([]);
  });
});
