import { describe, expect, test } from '@jest/globals';
import { nameWords } from '../../../src/archive/names/normalize.ts';
import { anyCharacters, fc } from '../../support/property.ts';

const read = (name: string): string[] => nameWords(name).map(({ spellings }) => spellings.join('/'));

describe('reading a name', () => {
  test.each([
    ['Natalia Popova', ['natalia', 'popova']],
    ['Nicola Düll', ['nicola', 'dull/duell']],
    ['Øjvind Færøy', ['ojvind/oejvind', 'faeroy/faeroey']],
    ['Łukasz Groß', ['lukasz', 'gross']],
    ['Chihoko Asada-Miyakawa', ['chihoko', 'asada', 'miyakawa']],
    ["Sinéad O'Brien", ['sinead', 'obrien']],
    ['Popova’s', ['popova']],
    ['POPOVA, Natalia', ['popova', 'natalia']],
    ['Ms Natalia Popova', ['natalia', 'popova']],
    ['Prof. Dr. Natalia Popova, PhD', ['natalia', 'popova']],
    ['Mme Popova', ['popova']],
    ['Herr Düll', ['dull/duell']],
    ['Sra. Quiñones', ['quinones']],
    ['Michael Herr', ['michael', 'herr']],
    ['Dr', ['dr']],
    ['Martin King Jr.', ['martin', 'king']],
    ['N. Popova', ['n', 'popova']],
    ['  ', []],
    ['--', []],
  ])('%s', (name, expected) => {
    expect(read(name)).toEqual(expected);
  });

  test('knows particles, initials and hyphens', () => {
    expect(nameWords('J. van der Berg-Leur')).toMatchObject([
      { isInitial: true, isParticle: false },
      { isParticle: true },
      { isParticle: true },
      { isParticle: false, isHyphenated: false },
      { isHyphenated: true },
    ]);
    expect(nameWords('Le')).toMatchObject([{ isParticle: false }]);
    expect(nameWords('Thị Lê')).toMatchObject([{}, { isParticle: false }]);
    expect(nameWords('Leur, Alette van')).toMatchObject([{}, {}, { isParticle: true }]);
    expect(nameWords('Þ. Jónsdóttir')).toMatchObject([{ isInitial: true, spellings: ['th'] }, {}]);
  });

  test('any text gives few short words', () => {
    fc.assert(
      fc.property(anyCharacters(400), (name) => {
        const words = nameWords(name);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const { spellings } of words) {
          expect(spellings.length).toBeGreaterThan(0);
          for (const one of spellings) expect(one.length).toBeLessThanOrEqual(40);
          expect(spellings).not.toContain('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
