/** The plain-text form of an Answer: everything is in it, lines keep their width, styles add nothing but style. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/answer/answer.ts';
import { columnsOf } from '../../src/answer/columns.ts';
import { type TextOptions, toText } from '../../src/answer/text.ts';
import {
  answer,
  answerWith,
  anyAnswer,
  choice,
  citation,
  item,
  marked,
  page,
  source,
} from '../support/answers.ts';

const WIDTH = 80;
const ESCAPE = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const STYLE: NonNullable<TextOptions['style']> = {
  mark: (text) => `\u001b[33m${text}\u001b[39m`,
  heading: (text) => `\u001b[1m${text}\u001b[22m`,
  aside: (text) => `\u001b[2m${text}\u001b[22m`,
};

const linesOf = (one: Answer, options?: TextOptions): string[] => toText(one, options).split('\n');
const wordsOf = (text: string): string[] => text.split(/[ \n]+/).filter((word) => word !== '');
/** Lines that are longer than they may be though they could be broken. */
const tooLong = (lines: readonly string[], width: number): string[] =>
  lines.filter((line) => columnsOf(line) > width && line.trim().includes(' '));
/** Any Answer whose texts hold no escape sequence of their own. */
const harmless = anyAnswer().filter((one) => !JSON.stringify(one).includes('\\u001b'));

describe('any answer', () => {
  test('is wrapped at spaces alone: a longer line is a single word, and no word is broken or lost', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.integer({ min: 20, max: 100 }), (one, width) => {
        const lines = linesOf(one, { width });
        expect(tooLong(lines, width)).toEqual([]);
        expect(wordsOf(lines.join(' ')).join(' ')).toBe(wordsOf(toText(one)).join(' '));
      }),
      { numRuns: 100 },
    );
  });

  test('holds every address whole', () => {
    fc.assert(
      fc.property(anyAnswer(), (one) => {
        const text = toText(one, { width: 30 });
        const addresses = [...one.items.flatMap(({ facts }) => facts), ...one.sources].flatMap(
          ({ url }) => url ?? [],
        );
        for (const address of addresses) expect(text).toContain(address);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same styled or plain but for the style, which takes no room', () => {
    fc.assert(
      fc.property(harmless, fc.integer({ min: 20, max: 100 }), (one, width) => {
        const plain = toText(one, { width });
        expect(plain).not.toMatch(ESCAPE);
        const styled = toText(one, { width, style: STYLE }).replace(ESCAPE, '');
        expect(tooLong(styled.split('\n'), width)).toEqual([]);
        expect(wordsOf(styled).join(' ')).toBe(wordsOf(plain).join(' '));
      }),
      { numRuns: 100 },
    );
    const usual = answerWith(3, { page: page(1, 3), lead: 'word '.repeat(40).trim() });
    const styled = toText(usual, { width: WIDTH, style: STYLE });
    expect(styled).toMatch(ESCAPE);
    expect(styled.replace(ESCAPE, '')).toBe(toText(usual, { width: WIDTH }));
  });

  test('shows every item with its text, facts and evidence, and ends without a line feed of its own', () => {
    fc.assert(
      fc.property(anyAnswer(), (one) => {
        const text = toText(one);
        for (const { text: body, evidence, facts } of one.items) {
          expect(text).toContain(body.text);
          for (const { label } of evidence) expect(text).toContain(label);
          for (const { value } of facts) expect(text).toContain(value);
        }
        for (const { line } of one.choices) expect(text).toContain(` → ${line}`);
      }),
      { numRuns: 60 },
    );
    expect(toText(answer())).not.toMatch(/\n$/);
  });
});

describe('an item', () => {
  const only = (over: Parameters<typeof item>[0]): string[] =>
    (toText(answer({ items: [item(over)], sources: [], choices: [] })).split('\n\n')[1] ?? '').split('\n');

  test('names its number, title, makers, kind, event, date, text, facts and places', () => {
    expect(only({})).toEqual([
      '1. Recognise skills across borders · Natalia Popova, ILO (recommendation)',
      '   topic skills, named by the source',
      '   Webinar on digital labour migration · 30 September 2020',
      '   Countries of origin and destination should agree on how skills are recognised.',
      '   Addressed to: governments',
      '   [ILO webinar report 2020, paragraph 43]',
    ]);
  });

  test('is headed by its kind where it has neither title nor maker, and says the kind once', () => {
    expect(only({ title: marked(''), makers: [], kind: 'statement' })[0]).toBe('1. Statement');
    expect(only({ title: marked(''), makers: [], kind: 'figure' })[0]).toBe('1. Figure');
  });

  test('of a kind that goes without saying is not labelled with it', () => {
    for (const kind of ['statement', 'session', 'person'] as const)
      expect(only({ kind })[0]).not.toMatch(/\(/);
    expect(only({ kind: 'poll' })[0]).toMatch(/\(poll\)$/);
  });

  test('that is related says so: by its reasons, else by the word', () => {
    const reason = 'related only: the source does not name SDG 8';
    expect(only({ relation: 'related', reasons: [reason] })[1]).toBe(`   ${reason}`);
    expect(only({ relation: 'related', reasons: [] })[1]).toBe('   related');
    expect(only({ reasons: [] }).join()).not.toContain('related');
  });

  test('joins several makers and several places', () => {
    const lines = only({ makers: ['Ada Lund', 'Bo Ek'], evidence: [citation(), citation({ at: '44' })] });
    expect(lines[0]).toContain('Ada Lund; Bo Ek');
    expect(lines.at(-1)).toBe(
      '   [ILO webinar report 2020, paragraph 43; ILO webinar report 2020, paragraph 44]',
    );
  });

  test('gives the address of a fact once', () => {
    const url = 'https://archive.example/paper';
    expect(only({ facts: [{ label: 'Paper', value: 'On cranes', url }] })).toContain(
      `   Paper: On cranes ${url}`,
    );
    expect(only({ facts: [{ label: 'Address', value: url, url }] })).toContain(`   Address: ${url}`);
  });

  test('has its marks styled, and they may stand side by side', () => {
    const one = answer({
      items: [
        item({
          text: {
            text: 'abcdef',
            marks: [
              [0, 2],
              [2, 3],
              [5, 6],
            ],
          },
        }),
      ],
    });
    const style = {
      mark: (text: string) => `<${text}>`,
      heading: (text: string) => text,
      aside: (text: string) => text,
    };
    expect(toText(one, { style })).toContain('<ab><c>de<f>');
  });
});

describe('around the items', () => {
  test('groups are headed once each; items without a group end one', () => {
    const groups = ['', 'Said', 'Said', '', 'Related only', 'Said'];
    const text = toText(answer({ items: groups.map((group, n) => item({ id: `c-${n}`, group })) }));
    expect(text.match(/^(Said|Related only)$/gm)).toEqual(['Said', 'Related only', 'Said']);
  });

  test('numbers go on from page to page', () => {
    const { items } = answerWith(2);
    const text = toText(answer({ items, page: page(3, 4) }));
    expect(text.match(/^\d+\./gm)).toEqual(['13.', '14.']);
  });

  test('a page tells where it stands and the line of the next; a single page tells nothing', () => {
    expect(toText(answer({ page: page(1, 3) }))).toContain(
      '1–6 of 18; next page: recommendations topic:skills page:2',
    );
    expect(toText(answer({ page: page(3, 3) }))).toMatch(/^13–18 of 18$/m);
    expect(toText(answer({ page: page(1, 1) }))).not.toContain('of 6');
  });

  test('sources are told with what is known of them', () => {
    const url = 'https://archive.example/report.pdf';
    const text = toText(
      answer({ sources: [source({ url }), source({ id: 'x', title: 'A note', publisher: '', date: '' })] }),
    );
    expect(text).toContain(
      `Sources:\n  Report of the webinar on digital labour migration, ILO, 2020, ${url}\n  A note\n`,
    );
  });

  test('next steps are told as lines to type', () => {
    expect(toText(answer({ choices: [choice()] }))).toMatch(
      /Try next:\n {2}Only 2022 → recommendations topic:skills year:2022$/,
    );
  });

  test('nothing is said where there is nothing to say', () => {
    const bare = answer({ lead: '', understood: '', items: [], sources: [], choices: [] });
    expect(toText(bare)).toBe('Recommendations about skills');
  });
});

describe('wrapping', () => {
  test('continues under the indent, in lines as long as they may be', () => {
    const text = marked('word '.repeat(40).trim());
    const lines = linesOf(answer({ items: [item({ text })] }), { width: WIDTH }).filter((line) =>
      /^ {3}word/.test(line),
    );
    expect(lines).toHaveLength(3);
    expect(columnsOf(lines[0] ?? '')).toBeGreaterThan(WIDTH - 5);
    expect(lines.every((line) => line.startsWith('   word'))).toBe(true);
  });

  test.each(['😀😀😀😀', '技能認定'])('counts columns, of which %s takes eight', (word) => {
    const text = marked(`${word} `.repeat(8).trim());
    const lines = linesOf(answer({ items: [item({ text })] }), { width: 3 + 4 * 9 - 1 }).filter((line) =>
      line.includes(word),
    );
    expect(lines).toEqual(Array(2).fill(`   ${Array(4).fill(word).join(' ')}`));
  });
});
