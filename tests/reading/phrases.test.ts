/** Expressions whose small words matter: read as one word, or as nothing where they only belong to the question's form. */
import { describe, expect, test } from '@jest/globals';
import { FORM_PHRASES } from '../../src/lexicon/en/asking.ts';
import { EQUIVALENTS } from '../../src/lexicon/en/equivalents/equivalents.ts';
import { phraseAt } from '../../src/reading/phrases.ts';
import { scanWords } from '../../src/reading/scan.ts';
import { isEverydayWord } from '../../src/text/everyday.ts';
import { orchardArchive } from '../support/orchard.ts';

const at = (text: string, from = 0) => phraseAt(text.split(' '), from);
const scanned = (text: string): readonly string[] =>
  scanWords(text.split(' '), {
    command: 'ask',
    now: new Date('2026-11-22T00:00:00Z'),
    vocabulary: orchardArchive.vocabulary,
  }).words;

describe('an expression', () => {
  test('is one word, of several words that are read together', () => {
    for (const text of ['laid off', 'signed up', 'signing up', 'setting up']) {
      const found = at(text);
      expect({ text, length: found?.length }).toEqual({ text, length: 2 });
      expect(found?.means).toMatch(/^[a-z]+$/);
      expect(text).not.toContain(found?.means);
    }
  });

  test('is found where it begins and nowhere else', () => {
    expect(at('growers were laid off', 2)?.length).toBe(2);
    expect(at('growers were laid off', 1)).toBeUndefined();
    expect(at('growers were laid off', 3)).toBeUndefined();
    expect(at('laid', 0)).toBeUndefined();
    expect(at('', 0)).toBeUndefined();
  });

  test('that belongs to the form of a question is nothing', () => {
    expect(at('took place')).toEqual({ length: 2, means: '' });
    for (const phrase of FORM_PHRASES) {
      expect({ phrase, found: at(phrase) }).toEqual({
        phrase,
        found: { length: phrase.split(' ').length, means: expect.any(String) },
      });
    }
  });

  test('is the longest that begins there', () => {
    expect(at('as well as pears')?.length).toBe(3);
  });
});

describe('in a question', () => {
  test('its words are not searched for by themselves', () => {
    expect(scanned('hedges laid off')).toEqual(['hedges', at('laid off')?.means]);
    expect(scanned('hedges took place')).toEqual(['hedges']);
  });

  test('the same words apart stay words', () => {
    expect(scanned('eggs laid by hens')).toContain('laid');
    expect(scanned('a place for hedges')).toContain('place');
  });
});

describe('the lexicon behind it', () => {
  const groups = EQUIVALENTS.map((group) => group.split(', '));

  test('has groups of two or more, each entry once, folded', () => {
    expect(groups.length).toBeGreaterThan(500);
    for (const group of groups) {
      expect({ group, many: group.length > 1 }).toEqual({ group, many: true });
      expect(new Set(group).size).toBe(group.length);
      for (const entry of group)
        expect({ entry, plain: entry === entry.toLowerCase().trim() && entry !== '' }).toEqual({
          entry,
          plain: true,
        });
    }
  });

  test('keeps apart what is not the same: languages, countries, examinations and talks', () => {
    const together = (one: string, other: string): boolean =>
      groups.some((group) => group.includes(one) && group.includes(other));
    for (const [one, other] of [
      ['english', 'german'],
      ['german', 'japanese'],
      ['exam', 'interview'],
      ['test', 'interview'],
    ] as const)
      expect({ one, other, together: together(one, other) }).toEqual({ one, other, together: false });
  });

  test('knows everyday words by their stems, and no names', () => {
    expect(isEverydayWord('wages')).toBe(true);
    expect(isEverydayWord('zeppelins')).toBe(false);
  });
});
