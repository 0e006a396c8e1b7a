/** Questions that combine what is found, told by operator words and by what else they name. */
import { describe, expect, test } from '@jest/globals';
import { asksFigure, combined, eitherMaker } from '../../src/reading/operators.ts';
import { EMPTY_QUERY, type Filter, filter, type Query, type Want } from '../../src/reading/query.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { orchardArchive } from '../support/orchard.ts';

const SUMMIT = filter('session', 'summit');
const HEARING = filter('session', 'hearing');
const IRMA = filter('by', 'irma-talvik');
const SEFA = filter('by', 'sefa-onur');
const excluded = (one: Filter): Filter => ({ ...one, not: true });

/** What the operators make of a question that names these conditions; its content words are given as well. */
function made(text: string, filters: readonly Filter[] = [], words: readonly string[] = []): Query[] {
  return combined(wordsOf(text), { ...EMPTY_QUERY, filters, words }, orchardArchive);
}
const wants = (queries: readonly Query[]): (Want | undefined)[] => queries.map(({ want }) => want);

describe('two beside each other', () => {
  test.each([
    ['Talvik vs Onur on frost', 'vs'],
    ['how do Talvik and Onur differ?', 'differ'],
    ['what do Talvik and Onur disagree on?', 'disagree'],
    ['compare Talvik with Onur', 'compare'],
    ['what have Talvik and Onur in common?', 'common'],
  ])('%s', (text, operator) => {
    const [comparison] = made(text, [IRMA, SEFA], [operator, 'frost']);
    expect(comparison).toMatchObject({
      want: 'compare',
      filters: [{ any: [...IRMA.any, ...SEFA.any], not: false }],
      words: ['frost'],
    });
  });

  test('may be events, countries or organizations, each of one kind; what else is named narrows both', () => {
    expect(made('compare the summit and the hearing', [SUMMIT, HEARING])[0]?.filters).toEqual([
      { any: [...SUMMIT.any, ...HEARING.any], not: false },
    ]);
    const countries = [filter('country', 'PT'), filter('country', 'TR')];
    expect(made('Portugal versus Turkey at the hearing', [...countries, HEARING])[0]?.filters).toEqual([
      { any: countries.flatMap(({ any }) => any), not: false },
      HEARING,
    ]);
  });

  test('organizations are compared by what they said', () => {
    const both = [filter('org', 'bee-institute'), filter('org', 'cider-union')];
    expect(made('how do the institute and the union differ?', both)[0]?.filters[0]?.any).toEqual([
      { field: 'by', value: 'bee-institute' },
      { field: 'by', value: 'cider-union' },
    ]);
  });

  test('"or" with a comparative sets them beside each other, a comparative alone does not', () => {
    const countries = [filter('country', 'PT'), filter('country', 'TR')];
    expect(wants(made('which lost more, Portugal or Turkey?', countries))).toContain('compare');
    expect(wants(made('did Portugal and Turkey lose more?', countries))).not.toContain('compare');
  });

  test('one alone, the same twice, or one that is left out is no comparison', () => {
    expect(wants(made('compare Talvik', [IRMA]))).not.toContain('compare');
    expect(wants(made('compare Talvik and Irma Talvik', [IRMA, IRMA]))).not.toContain('compare');
    expect(wants(made('how does Talvik differ, leaving out Onur?', [IRMA, excluded(SEFA)]))).not.toContain(
      'compare',
    );
    expect(wants(made('what did Talvik and Onur say?', [IRMA, SEFA]))).not.toContain('compare');
  });

  test('more sides than a screen holds are a list', () => {
    const many = ['PT', 'TR', 'SI', 'EE', 'IE'].map((id) => filter('country', id));
    expect(wants(made('compare them all', many))).not.toContain('compare');
  });
});

describe('the most and the least', () => {
  test.each([
    ['which country lost the most hives?', 'highest'],
    ['what was the highest loss of hives?', 'highest'],
    ['which country lost the fewest hives?', 'lowest'],
    ['what is the smallest number of hives?', 'lowest'],
  ])('%s', (text, want) => {
    const [query] = made(text, [], ['hives', 'most', 'highest', 'fewest', 'smallest', 'number']);
    expect(query?.want).toBe(want);
    expect(query?.words).toContain('hives');
    expect(query?.words).not.toContain('number');
  });

  test('are not asked for by "one of the most …", or where nothing says so', () => {
    expect(made('one of the most loved pears', [], ['pears'])).toEqual([]);
    expect(made('which country lost hives?', [], ['hives'])).toEqual([]);
  });
});

describe('what somebody did for an event', () => {
  test.each([
    ['who supported the hearing?', 'supporters'],
    ['who backed it?', 'supporters'],
    ['which body paid for the hearing?', 'funders'],
    ['who hosted the hearing?', 'organizers'],
    ['who chaired the hearing?', 'moderators'],
  ])('%s', (text, want) => {
    expect(made(text, [HEARING])).toContainEqual(
      expect.objectContaining({ want, filters: [HEARING], words: [] }),
    );
  });

  test('is asked of an event alone: of a ban or a person it is what was said', () => {
    for (const filters of [[], [filter('topic', 'spraying')], [IRMA]])
      expect(wants(made('who supported a ban on spraying?', filters, ['ban']))).not.toContain('supporters');
  });
});

describe('a number without "how many"', () => {
  test.each([
    'what is the share of old trees?',
    'what percentage of trees are old?',
    'which figures were given for lost hives?',
    'what did the proposal say the budget would be?',
  ])('%s', (text) => {
    expect(asksFigure(wordsOf(text))).toBe(true);
  });

  test.each(['who shared a hive?', 'what is a windfall?', 'how should growers share trees?', ''])(
    'not %p',
    (text) => {
      expect(asksFigure(wordsOf(text))).toBe(false);
    },
  );
});

describe('two people in one question', () => {
  test('mean either of them, in the place of the first', () => {
    const frost = filter('topic', 'frost');
    expect(eitherMaker([IRMA, frost, SEFA], orchardArchive)).toEqual([
      { any: [...IRMA.any, ...SEFA.any], not: false },
      frost,
    ]);
  });

  test('each once', () => {
    expect(eitherMaker([IRMA, filter('by', 'irma-talvik', 'sefa-onur')], orchardArchive)).toEqual([
      { any: [...IRMA.any, ...SEFA.any], not: false },
    ]);
  });

  test('leave everything else as it is: one person, an organization beside one, one left out', () => {
    for (const filters of [
      [IRMA],
      [IRMA, filter('by', 'bee-institute')],
      [IRMA, excluded(SEFA)],
      [IRMA, filter('topic', 'frost')],
      [],
    ])
      expect(eitherMaker(filters, orchardArchive)).toEqual(filters);
  });
});
