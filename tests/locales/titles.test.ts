/** English titles that join a figure with its unit, and headings that name what was asked for. */
import { describe, expect, test } from '@jest/globals';
import { titles } from '../../src/locales/en/titles.ts';
import type { ToldConditions } from '../../src/locales/values.ts';

describe('a figure', () => {
  const { figure } = titles.found;

  test.each([
    ['per cent of GDP', 'GDP earned from fishing', '12 per cent of GDP earned from fishing'],
    ['boats', 'boats that lie idle', '12 boats that lie idle'],
    ['tonnes of net waste', 'net waste in harbours', '12 tonnes of net waste in harbours'],
    ['per cent of GDP', 'GDP', '12 per cent of GDP'],
  ])('in %s of a subject that begins with it goes on with the subject', (unit, subject, title) => {
    expect(figure({ value: '12', unit, subject })).toBe(title);
  });

  test.each([
    ['per cent', 'share of boats that lie idle', '12 per cent: share of boats that lie idle'],
    ['boats', 'shortage of boats in Norvia', '12 boats: shortage in Norvia'],
    // A part of a word is no word.
    ['per cent of car', 'carriers in debt', '12 per cent of car: carriers in debt'],
  ])('in %s of another subject is told of it', (unit, subject, title) => {
    expect(figure({ value: '12', unit, subject })).toBe(title);
  });
});

describe('the heading of what is only related names what its sources do not name', () => {
  const about = (...subjects: string[]): ToldConditions => [
    { kind: 'about', subjects: subjects.map((one) => [one]) },
  ];

  test.each<[string, ToldConditions]>([
    ['fishing', about('fishing')],
    ['SDG 14', [{ kind: 'about', subjects: [[{ is: 'goal', number: '14', name: 'Life below water' }]] }]],
    ['fishing or harbours', about('fishing', 'harbours')],
    ['fishing or governments', [...about('fishing'), { kind: 'to', names: ['governments'] }]],
    ['it', [{ kind: 'words', words: ['net'], phrases: [] }]],
  ])('%s', (named, conditions) => {
    expect(titles.relatedGroup(conditions)).toBe(`Related only: the source does not name ${named}`);
  });
});
