/** Slips in everyday English: which word is meant, and what is left as it is. */
import { describe, expect, test } from '@jest/globals';
import { FILLER } from '../../src/lexicon/en/filler.ts';
import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { WEAK_WORDS } from '../../src/lexicon/en/weak-words.ts';
import { everydayMeant, isEverydayWord } from '../../src/text/everyday.ts';

describe('a slip in an everyday word', () => {
  test.each([
    // A letter left out, added, swapped.
    ['happend', 'happened'],
    ['expained', 'explained'],
    ['beleive', 'believe'],
    ['wether', 'whether'],
    ['peopel', 'people'],
    ['intresting', 'interesting'],
    // A wrong vowel; any wrong letter in a long word.
    ['survay', 'survey'],
    ['seperate', 'separate'],
    // Two left out.
    ['colegue', 'colleague'],
    // No vowels at all.
    ['whch', 'which'],
    ['shld', 'should'],
    ['mny', 'many'],
    // Words of the matter.
    ['freind', 'friend'],
    ['goverment', 'government'],
    ['hosptial', 'hospital'],
  ])('%s is %s', (typed, meant) => {
    expect(isEverydayWord(typed)).toBe(false);
    expect(everydayMeant(typed)?.word).toBe(meant);
  });

  test('in a word of asking leaves what is asked about the same', () => {
    expect(everydayMeant('mentiond')?.asking).toBe(true);
    expect(everydayMeant('hosptial')?.asking).toBe(false);
  });
});

describe('what is left as it is', () => {
  test.each(
    `desai clarke hart smith jones garcia muller tanaka suzuki nair kumar sharma patel khan hussein ali okafor mensah diallo zuma
    silva costa perez rossi novak petrov chen zhang nguyen pham kim reyes james george thomas
    lagos paris berlin tokyo accra suva tema elmina calgary kenya ghana fiji samoa tonga mali niger benin togo peru
    unido wipo unctad asean ecowas gdp llm zika polio eurozone`.split(/\s+/),
  )('%s', (name) => {
    expect(everydayMeant(name)).toBeUndefined();
  });

  test('every word of asking is one by itself', () => {
    for (const word of [...STOP_WORDS, ...FILLER, ...WEAK_WORDS])
      if (/^[a-z]{2,}$/.test(word))
        expect({ word, known: isEverydayWord(word) }).toEqual({ word, known: true });
  });

  test.each(['2022', 'c7', 'größe', '東京', ''])('"%s" is no such word', (text) => {
    expect(everydayMeant(text)).toBeUndefined();
  });
});
