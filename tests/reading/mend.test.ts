/** Slips in words that are not the archive's: mended where no name and no word of the archive can be meant. */
import { describe, expect, test } from '@jest/globals';
import { everydayMended } from '../../src/reading/mend.ts';
import { ORCHARD, orchardArchive } from '../support/orchard.ts';
import { fc } from '../support/property.ts';

const mended = async (text: string): Promise<string> => (await everydayMended(text, orchardArchive)).text;

describe('everyday words are mended', () => {
  test.each([
    ['who mentiond frost', 'who mentioned frost'],
    ['how mny came to the summit', 'how many came to the summit'],
    ['Waht hapened at the hearing?', 'Waht happened at the hearing?'],
    ['a freind was suposed to speak', 'a friend was supposed to speak'],
  ])('%s', async (typed, meant) => {
    expect(await mended(typed)).toBe(meant);
  });

  test('what was typed is known, of words that say what is asked about', async () => {
    const { typed } = await everydayMended('who mentiond the goverment', orchardArchive);
    expect([...typed]).toEqual([['government', 'goverment']]);
  });
});

describe('what stays as it was typed', () => {
  test.each([
    // The archive's own words, and slips in them, which the archive mends.
    'what of aprikots and hivs',
    // Somebody's name, known or not.
    'who is steven',
    'did carlos speak',
    'what did carlos say',
    'was it by steven',
    'when did Mentiond speak',
    'what did onur say',
    // Quoted, and with a form of its own.
    'who said "mentiond"',
    'by:mentiond frost',
    // Short forms have their own words, other languages other ones.
    'thx abt frost',
    'qué dijo la presidenta sobre el mentiond de la helada',
  ])('%s', async (text) => {
    expect(await mended(text)).toBe(text);
  });

  test('a canonical line', async () => {
    for (const line of ['ask text:mentiond', 'sessions topic:frost']) expect(await mended(line)).toBe(line);
  });

  test('whatever an entry says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ORCHARD.contributions), async ({ text }) => {
        expect((await mended(text)).toLowerCase().replace(/\W+/g, ' ')).toBe(
          text.toLowerCase().replace(/\W+/g, ' '),
        );
      }),
    );
  });

  test('people, places and organizations in small letters', async () => {
    const names = [...ORCHARD.people, ...ORCHARD.organizations, ...ORCHARD.countries].map(({ name }) =>
      name.toLowerCase().replace('’', "'"),
    );
    for (const name of names) expect(await mended(`what of ${name} then`)).toBe(`what of ${name} then`);
  });
});
