import { describe, expect, test } from '@jest/globals';
import {
  ELLIPSIS,
  line,
  markedLine,
  markedText,
  toMarkdown,
  toPlain,
} from '../../../adapters/discord/markdown.ts';
import { anyMarkedText, anyText, HOSTILE_TEXTS, marked } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';
import { activeMarkup } from './active-markup.ts';

describe('escaping', () => {
  test.each([
    ['@everyone and <@123>', '\\@everyone and \\<\\@123>'],
    ['[a link](https://evil.example/)', '\\[a link\\](https:\\/\\/evil.example\\/)'],
    ['discord.gg/abc', 'discord.gg\\/abc'],
    ['and/or', 'and/or'],
    ['from 10:30 to 12:00–13:00', 'from 10:30 to 12:00–13:00'],
    [':tada:', '\\:tada:'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['> quoted', '\\> quoted'],
    ['1. first', '1\\. first'],
    ['a - b + c > d # e 1. f', 'a - b + c > d # e 1. f'],
    [
      '**bold** _slanted_ ~~gone~~ `code` ||hidden||',
      '\\*\\*bold\\*\\* \\_slanted\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|hidden\\|\\|',
    ],
    ['C:\\path', 'C:\\\\path'],
  ])('%s', (text, markdown) => {
    expect(toMarkdown(text)).toBe(markdown);
    expect(toPlain(markdown)).toBe(text);
  });

  test('is undone by toPlain, whatever the text', () => {
    fc.assert(fc.property(anyText(200), (text) => expect(toPlain(toMarkdown(text))).toBe(text)));
  });

  test.each(HOSTILE_TEXTS)('leaves nothing active of %s', (text) => {
    expect(activeMarkup(toMarkdown(text))).toEqual([]);
  });

  test('leaves nothing active of any text', () => {
    fc.assert(fc.property(anyText(500), (text) => expect(activeMarkup(toMarkdown(text))).toEqual([])));
  });

  test('takes no longer for texts that make patterns backtrack', () => {
    const texts = [
      'a.'.repeat(50_000),
      ':'.repeat(100_000),
      '/'.repeat(100_000),
      ' '.repeat(100_000),
      '\n'.repeat(100_000),
      '1.'.repeat(50_000),
    ];
    const started = process.cpuUsage();
    for (const text of texts) line(text, 1000);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500);
  });
});

describe('cutting', () => {
  test('measures what Discord counts: the escaped text', () => {
    expect(line('_'.repeat(20), 11)).toBe(`${'\\_'.repeat(5)}${ELLIPSIS}`);
  });

  test('never exceeds the limit, never ends within an escape or a character', () => {
    fc.assert(
      fc.property(anyMarkedText(3000), fc.integer({ min: 0, max: 300 }), (text, limit) => {
        for (const cut of [
          markedLine(text, limit, '__'),
          markedText(text, limit, '**'),
          line(text.text, limit),
        ]) {
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
          expect((/(\\*)…?$/.exec(cut)?.[1]?.length ?? 0) % 2).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('marks', () => {
  test('are set off in bold', () => {
    expect(markedText(marked('skills and more skills', 'skills'), 100, '**')).toBe(
      '**skills** and more skills',
    );
  });

  test('that touch become one, and do not take white space in', () => {
    const text = {
      text: 'labour migration now',
      marks: [
        [0, 7],
        [7, 16],
      ] as const,
    };
    expect(markedText(text, 100, '**')).toBe('**labour** **migration** now');
    expect(
      markedText(
        {
          text: 'labourer',
          marks: [
            [0, 6],
            [6, 8],
          ],
        },
        100,
        '**',
      ),
    ).toBe('**labourer**');
  });

  test('do not reach over the end of a line', () => {
    expect(markedText({ text: 'one\ntwo', marks: [[0, 7]] }, 100, '**')).toBe('**one**\n**two**');
  });

  test('stay where they are when white space collapses', () => {
    expect(markedLine({ text: 'a  b\n\nskills', marks: [[6, 12]] }, 100, '__')).toBe('a b __skills__');
  });

  test('of a cut text end with it', () => {
    expect(markedText({ text: 'abcdefghij', marks: [[2, 10]] }, 9, '**')).toBe('ab**cd**…');
  });

  test('show the text and nothing else', () => {
    fc.assert(
      fc.property(anyMarkedText(400), (text) => {
        const shown = markedText(text, Number.POSITIVE_INFINITY, '**');
        const plain = markedText({ ...text, marks: [] }, Number.POSITIVE_INFINITY, '**');
        const bare = toPlain(shown.replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1'));
        expect(bare.replace(/\s+/g, ' ').trim()).toBe(toPlain(plain).replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
