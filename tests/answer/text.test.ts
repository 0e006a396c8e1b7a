/** The plain-text form of an Answer: everything is in it, lines keep their width, styles add nothing but style. */
import { describe, expect, test } from '@jest/globals';
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
import { fc } from '../support/property.ts';

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
      { numRuns: 40 },
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
      { numRuns: 30 },
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
      { numRuns: 40 },
    );
    const usual = answerWith(3, { page: page(1, 3), lead: 'word '.repeat(40).trim() });
    const styled = toText(usual, { width: WIDTH, style: STYLE });
    expect(styled).toMatch(ESCAPE);
    expect(styled.replace(ESCAPE, '')).toBe(toText(usual, { width: WIDTH }));
  });

  test('shows every item with its text, facts and the first of its places, and ends without a line feed of its own', () => {
    fc.assert(
      fc.property(anyAnswer(), (one) => {
        const text = toText(one);
        for (const { text: body, evidence, facts } of one.items) {
          for (const line of body.text.split('\n')) expect(text).toContain(line);
          // The document may stand above the items.
          for (const { label, place } of evidence.slice(0, 1))
            expect(text).toContain(label.endsWith(`, ${place}`) ? place : label);
          for (const { value } of facts) for (const line of value.split('\n')) expect(text).toContain(line);
        }
      }),
      { numRuns: 30 },
    );
    expect(toText(answer())).not.toMatch(/\n$/);
  });
});

describe('an item', () => {
  const two = (over: Parameters<typeof item>[0]): string[] => {
    const other = item({
      id: 'c-2',
      kind: 'session',
      makers: [],
      facts: [],
      reasons: [],
      context: '',
      date: '',
    });
    const text = toText(answer({ items: [item(over), other], sources: [], choices: [] }));
    return (text.split('\n\n')[1] ?? '').split('\n');
  };
  const only = (over: Parameters<typeof item>[0]): string[] =>
    (toText(answer({ items: [item(over)], sources: [], choices: [] })).split('\n\n')[1] ?? '').split('\n');

  test('says what was said, then who said it and where it stands; what it shares stands above it', () => {
    const whole = toText(answer({ items: [item(), item({ id: 'c-2' })], sources: [], choices: [] }));
    expect(whole.split('\n\n')[0]?.split('\n').at(-1)).toBe(
      'Webinar on digital labour migration · 30 September 2020 · ILO webinar report 2020',
    );
    expect(two({})).toEqual([
      '1. Recognise skills across borders',
      '   Countries of origin and destination should agree on how skills are recognised.',
      '   Natalia Popova, ILO · ¶43',
      '   Addressed to: governments',
      '   Topic skills, named by the source',
    ]);
  });

  test('that stands alone has no number, and names its event itself', () => {
    expect(only({ reasons: [] })).toEqual([
      'Recognise skills across borders',
      'Countries of origin and destination should agree on how skills are recognised.',
      'Natalia Popova, ILO · Webinar on digital labour migration · 30 September 2020 · ILO webinar report 2020, ¶43',
      'Addressed to: governments',
    ]);
  });

  test('of nobody by name is cited behind its text', () => {
    const over = { title: marked(''), makers: [], facts: [], reasons: [] };
    expect(two(over)[0]).toBe(
      '1. Countries of origin and destination should agree on how skills are recognised. (¶43)',
    );
  });

  test('is told to whom it is addressed by its byline, and facts that are told so are not told again', () => {
    const lines = two({
      byline: 'Natalia Popova, ILO, to governments',
      facts: [{ label: 'Addressed to', value: 'governments', quiet: true }],
      reasons: [],
    });
    expect(lines.slice(-1)).toEqual(['   Natalia Popova, ILO, to governments · ¶43']);
  });

  test('is not told again by what the title says of it', () => {
    const text = 'Nobody knows.';
    const one = item({ text: marked(text), title: marked(''), told: 'text' });
    expect(toText(answer({ title: text, items: [one], choices: [] })).match(/Nobody knows/g)).toHaveLength(1);
    const fact = { label: 'Date', value: '4 May 2023' };
    const told = item({ kind: 'session', facts: [fact], told: 'facts' });
    const shown = toText(answer({ title: fact.value, items: [told], choices: [] }));
    expect(shown.match(/4 May 2023/g)).toHaveLength(1);
  });

  test('under the name of who made it tells the rest of them', () => {
    const said = { facts: [], reasons: [], makers: ['Ada Lund, Tide University'] };
    expect(two({ ...said, group: 'Ada Lund' }).at(-1)).toBe('   Tide University · ¶43');
    expect(two({ ...said, makers: ['Ada Lund'], group: 'Ada Lund' }).join()).not.toContain('Ada Lund ·');
    expect(two({ ...said, group: 'Ada Lundqvist' }).at(-1)).toBe('   Ada Lund, Tide University · ¶43');
  });

  test('that is a session does not repeat its title, nor in a list that it has no date', () => {
    const session = (title: string) =>
      two({
        kind: 'session',
        title: marked(title),
        context: 'Hearing · Tide Week',
        date: 'date not stated',
        makers: [],
        text: marked(''),
        facts: [],
        reasons: [],
      });
    expect(session('On cranes').at(-1)).toMatch(/^ {3}Hearing · Tide Week · ILO/);
    expect(session('A hearing on cranes').at(-1)).toMatch(/^ {3}Tide Week · ILO/);
  });

  test('that is related says so: by its heading, else by the word', () => {
    const reason = 'related only: the source does not name SDG 8';
    const headed = two({ relation: 'related', reasons: [reason], group: 'Related only' });
    expect(headed[0]).toBe('Related only');
    expect(headed.join()).not.toContain('does not name SDG 8');
    expect(two({ relation: 'related', reasons: [], title: marked('') })[0]).toMatch(/^1\. Related: /);
    expect(two({ reasons: [] }).join()).not.toContain('elated');
  });

  test('joins several makers and two places; further ones are counted where it stands alone', () => {
    const evidence = ['43', '44', '45', '46'].map((at) => citation({ at }));
    const lines = two({ makers: ['Ada Lund', 'Bo Ek'], evidence, facts: [], reasons: [] });
    expect(lines.at(-1)).toBe('   Ada Lund; Bo Ek · ¶43; ¶44');
    expect(only({ evidence, facts: [], reasons: [] }).at(-1)).toMatch(/¶43; ¶44; ¶45; and 1 more place$/);
  });

  test('gives the address of a fact once', () => {
    const url = 'https://archive.example/paper';
    expect(only({ facts: [{ label: 'Paper', value: 'On cranes', url }] })).toContain(
      `Paper: On cranes ${url}`,
    );
    expect(only({ facts: [{ label: 'Address', value: url, url }] })).toContain(`Address: ${url}`);
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
  test('a document that is called as its event is named by it alone', () => {
    const items = ['1', '2'].map((id) =>
      item({
        id,
        context: 'Cranes (Concept Note)',
        evidence: [citation({ label: 'concept note, ¶43', place: '¶43' })],
      }),
    );
    expect(toText(answer({ items }))).toMatch(/^Cranes \(Concept Note\) · 30 September 2020$/m);
    expect(toText(answer({ items }))).not.toContain('concept note');
  });

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

  test('an original is named by the short name of its document, with its address', () => {
    const url = 'https://archive.example/report.pdf';
    const text = toText(
      answer({ sources: [source({ url }), source({ id: 'x', title: 'A note', publisher: '', date: '' })] }),
    );
    expect(text).toContain(`\nILO webinar report 2020: ${url}`);
    expect(text).not.toContain('A note');
  });

  test('the original of the only document is an address alone: its name stands with the citation', () => {
    const url = 'https://archive.example/report.pdf';
    expect(toText(answer({ sources: [source({ url })] })).split('\n')).toContain(url);
  });

  test('next steps are told as lines to type to who found nothing, and not to others', () => {
    const nothing = answer({ outcome: 'nothing', items: [], sources: [], choices: [choice()] });
    expect(toText(nothing)).toMatch(/Try next:\n {2}Only 2022 → recommendations topic:skills year:2022$/);
    expect(toText(answer({ choices: [choice()] }))).not.toContain('Try next');
  });

  test('what was understood is told where that adds something', () => {
    expect(toText(answer({ note: 'Shown for “Popova”.' }))).toContain('\nShown for “Popova”.\n');
    expect(toText(answer({ understood: 'skills of sailors' }))).not.toContain('skills of sailors');
  });

  test('nothing is said where there is nothing to say', () => {
    const bare = answer({ lead: '', understood: '', items: [], sources: [], choices: [] });
    expect(toText(bare)).toBe('Recommendations about skills');
  });
});

describe('wrapping', () => {
  test('goes on in lines as long as they may be', () => {
    const text = marked('word '.repeat(40).trim());
    const lines = linesOf(answer({ items: [item({ text })] }), { width: WIDTH }).filter((line) =>
      /^word/.test(line),
    );
    expect(lines).toHaveLength(3);
    expect(columnsOf(lines[0] ?? '')).toBeGreaterThan(WIDTH - 5);
    expect(lines.every((line) => line.startsWith('word'))).toBe(true);
  });

  test.each(['😀😀😀😀', '技能認定'])('counts columns, of which %s takes eight', (word) => {
    const text = marked(`${word} `.repeat(8).trim());
    const lines = linesOf(answer({ items: [item({ text })] }), { width: 4 * 9 - 1 }).filter((line) =>
      line.includes(word),
    );
    expect(lines).toEqual(Array(2).fill(`${Array(4).fill(word).join(' ')}`));
  });
});
