/** Questions in French, Spanish and German, read word by word; names and terms stay as they are. */
import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../../src/engine.ts';
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

test('a question finds what it finds in English, whatever its language', async () => {
  const shipped = await openShippedArchive();
  const engine = createEngine(() => shipped);
  const makers = async (text: string): Promise<string[]> => {
    const { items } = await engine.answer({ text, now: new Date('2026-11-22T00:00:00Z') });
    return [...new Set(items.flatMap((item) => item.makers))];
  };
  const english = await makers('what did Popova say?');
  expect(english).toHaveLength(1);
  for (const line of ['Qu’a dit Mme Popova ?', 'Was hat Popova gesagt?', '¿Qué dijo Popova?'])
    expect({ line, makers: await makers(line) }).toEqual({ line, makers: english });
});
