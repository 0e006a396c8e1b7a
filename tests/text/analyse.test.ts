import { describe, expect, test } from '@jest/globals';
import { analyse, scanWords, termsOf, tokenize, type Word } from '../../src/text/analyse.ts';
import { fold } from '../../src/text/fold.ts';
import { anyCharacters, fc } from '../support/property.ts';
import { taken } from '../support/taken.ts';

const words = (text: string): string[] => tokenize(text).map(({ word }) => word);
const marked = (text: string): string[] => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  test.each([
    ['Köln, Łódź; Øresund', ['koln', 'lodz', 'oresund']],
    ['Straße ﬁne ＳＤＧ８', ['strasse', 'fine', 'sdg8']],
    ['450,000 people', ['450000', 'people']],
    ['1,250,000.5 and 7.9 %', ['1250000.5', 'and', '7.9']],
    ['1,2,3', ['1', '2', '3']],
    ['10.5.2022', ['10', '5', '2022']],
    ['SDG8 COVID-19 5G', ['sdg8', 'covid', '19', '5g']],
    ['the U.N. and R&D', ['the', 'un', 'and', 'rd']],
    ["people's, people’s and workers'", ['people', 'people', 'and', 'workers']],
    ["Na'amal, O'Brien, don't", ['naamal', 'obrien', 'dont']],
    ["l'avenir", ['l', 'avenir']],
    ['C++, C# and F#', ['c++', 'c#', 'and', 'f#']],
    ['e-learning', ['elearning', 'learning']],
    ['na\u00adtion soft\u200bzero \u202ebidi\u202c', ['nation', 'softzero', 'bidi']],
    ['東京', ['東京']],
    ['x\ud800y', ['x', 'y']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('keep their place in the original text', () => {
    expect(marked('In 2022, 450,000 Workers’ jobs; café')).toEqual([
      'In',
      '2022',
      '450,000',
      'Workers',
      'jobs',
      'café',
    ]);
    expect(marked('𝒜lpha 😀 people’s')).toEqual(['𝒜lpha', 'people']);
  });
});

describe('terms', () => {
  test('leave out stop words and single letters, but count them in positions', () => {
    expect(analyse('the future of a plan B').map(({ term, position }) => [term, position])).toEqual([
      ['futur', 1],
      ['plan', 4],
    ]);
  });

  test('keep acronyms that look like stop words', () => {
    expect(termsOf('What did WHO say of IT in the US and the U.S.?')).toEqual([
      'who',
      'say',
      'it',
      'us',
      'us',
    ]);
    expect(termsOf('who says it')).toEqual(['say']);
    expect(termsOf('WHO IS IT')).toEqual([]);
    expect(termsOf('WHO')).toEqual(['who']);
  });

  test.each([
    ['digitalisation', 'digitalization'],
    ['labour', 'labor'],
    ['programmes', 'programs'],
    ['centre', 'center'],
    ['organisations', 'organizing'],
    ['prioritise', 'prioritizes'],
    ['skills', 'skill'],
    ['migrating', 'migration'],
  ])('%s and %s meet', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });

  test.each([
    ['university', 'universal'],
    ['organization', 'organic'],
    ['international', 'intern'],
    ['emergency', 'emerging'],
    ['experience', 'experiment'],
    ['four', 'for'],
  ])('%s and %s stay apart', (one, other) => {
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });

  test.each([
    ['revise', 'revision'],
    ['precise', 'precision'],
    ['supervise', 'supervision'],
    ['advertise', 'advertisement'],
    ['promise', 'promising'],
  ])('the spelling rules leave the family of %s whole', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    anyCharacters(),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'E',
        "'",
        '’',
        '.',
        ',',
        '1',
        '9',
        '-',
        '&',
        '+',
        '#',
        ' ',
        '\u200b',
        '\u0301',
        '\ud83d',
        '\ude00',
        'é',
        '東',
      ),
    }),
  );

  test('gives words inside the text, in order, that never cut a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { word, start, end } of tokenize(text)) {
          expect(word).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(
            /^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start)),
          ).toBe(false);
          expect(
            /^[\udc00-\udfff]/.test(text.slice(end)) && /[\ud800-\udbff]$/.test(text.slice(0, end)),
          ).toBe(false);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('tells the plain words by their places, and all of them in the same order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."aBcd '’-.,&+1é") })), (text) => {
        const told: Word[] = [];
        scanWords(
          text,
          (word, start, end) => told.push({ word, start, end }),
          (start, end) => {
            expect(text.slice(start, end)).toMatch(/^[a-z]{2,}$/i);
            told.push({ word: text.slice(start, end).toLowerCase(), start, end });
          },
        );
        expect(told).toEqual(tokenize(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('reads the same in any case and with marks written apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéøñßçžЖλ 1') }), (text) => {
        expect(words(text.normalize('NFD'))).toEqual(words(text));
        expect(words(text.toUpperCase())).toEqual(words(text));
      }),
    );
  });

  test('folding twice changes nothing more', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  test.each(['a.', 'a-', '1,', '1.1', "'s", "a'", '\u0301', 'WHO ', '1,000', 'C++', '\u200b', 'a\u200b'])(
    'a long run of %j is read in little time',
    (part) => {
      const started = process.cpuUsage();
      analyse(part.repeat(200_000));
      expect(taken(started)).toBeLessThan(3000);
    },
  );
});
