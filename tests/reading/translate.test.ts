/** Questions in French, Spanish and German, read word by word; names and terms stay as they are. */
import { describe, expect, test } from '@jest/globals';
import { parse } from '../../src/reading/parse.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { translated } from '../../src/reading/translate.ts';
import { openShippedArchive } from '../support/host.ts';
import { orchardArchive } from '../support/orchard.ts';

const { vocabulary } = orchardArchive;
const english = (line: string): string | undefined => translated(wordsOf(line), vocabulary)?.join(' ');

describe('the words in English, and in its order', () => {
  test.each([
    ['Qui a parlé des pommes ?', 'who'],
    ['¿Cuántas sesiones hay sobre educación?', 'how many'],
    ['Wie viele Sitzungen gibt es?', 'how many'],
    ['¿Cuándo fue la cumbre?', 'when'],
    ['Wann war der Gipfel?', 'when'],
  ])('%s', (line, beginning) => {
    expect(english(line)?.startsWith(beginning)).toBe(true);
  });

  test.each([
    ['Was sagte Talvik über Frost?', 'what did talvik said about frost'],
    ['Was hat Talvik über Frost gesagt?', 'what did talvik said about frost'],
    ['¿Qué dijo Brandt sobre pesticides?', 'what did brandt said about pesticides'],
    ['Qu’a dit Onur sur frost ?', 'what did onur said about frost'],
  ])('who said it stands before the verb: %s', (line, words) => {
    expect(english(line)).toBe(words);
  });
});

describe('nothing is translated', () => {
  test.each(['what did Talvik say about frost?', 'irma talvik', 'frost', 'Кто говорил о пчёлах?'])(
    'of %s',
    (line) => {
      expect(english(line)).toBeUndefined();
    },
  );
});

test('a question is the same query as in English, whatever its language', async () => {
  const shipped = await openShippedArchive();
  const context = {
    vocabulary: shipped.vocabulary,
    commands: { bare: new Map(), slashed: new Map() },
    now: new Date('2026-11-22T00:00:00Z'),
    hasPrevious: false,
  };
  const makers = (line: string) =>
    parse(line, context).query.filters.flatMap(({ any }) =>
      any.map(({ field, value }) => `${field}:${value}`),
    );
  for (const line of ['Qu’a dit Mme Popova ?', 'Was sagte Popova?', '¿Qué dijo Popova?'])
    expect({ line, wants: parse(line, context).query.want, makers: makers(line).join() }).toEqual({
      line,
      wants: 'remarks',
      makers: expect.stringContaining('popova'),
    });
});
