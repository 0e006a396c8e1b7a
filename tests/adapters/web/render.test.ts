import { describe, expect, test } from '@jest/globals';
import { renderAnswer, renderMarked } from '../../../adapters/web/render.ts';
import { lineOfPath, pathOf, pathOfItem } from '../../../src/answer/address.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import {
  answer,
  anyAnswer,
  anyMarkedText,
  choice,
  citation,
  HOSTILE_TEXTS,
  item,
  largestAnswer,
  marked,
  page,
  source,
} from '../../support/answers.ts';
import { byTag, type Element, elements, parseMarkup, visibleText } from '../../support/markup.ts';
import { fc } from '../../support/property.ts';
import { taken } from '../../support/taken.ts';

const draw = (value: Answer): Element => parseMarkup(renderAnswer(value).toString());
/** Where the links lead, but for those to the documents behind the answer. */
const links = (of: Element) =>
  byTag(of, 'a')
    .map(({ attributes }) => attributes.href ?? '')
    .filter((href) => !href.startsWith('/sources/'));

/** The lines that the links of a page ask. */
function linesOf(of: Element): string[] {
  return links(of).flatMap((url) => {
    const { pathname, searchParams } = new URL(url, 'http://here.example');
    const line = url.startsWith('/') ? lineOfPath(pathname, searchParams) : undefined;
    return line === undefined ? [] : [line];
  });
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What text becomes on the way through HTML: controls left out, half characters replaced, white space folded. */
function shown(text: string): string {
  const allowed = text.replace(CONTROLS, '').replace(/\p{Surrogate}/gu, '\ufffd');
  return allowed.replace(/\s+/g, ' ').trim();
}

const flat = (of: Element) => visibleText(of).replace(/\s+/g, ' ');

describe('an answer as a page', () => {
  test('says everything there is to say', () => {
    const drawn = draw(
      answer({
        title: 'Recommendations',
        lead: 'Two were found.',
        note: 'Shown for “skills”.',
        items: [
          item({
            group: 'On skills',
            facts: [
              { label: 'Addressed to', value: 'governments' },
              { label: 'Report', value: 'as a file', url: 'https://example.org/report.pdf' },
            ],
          }),
        ],
        sources: [source({ url: 'https://example.org/original' })],
      }),
    );
    const text = visibleText(drawn);
    for (const part of [
      'Recommendations',
      'Two were found.',
      'Shown for “skills”.',
      'On skills',
      'Recognise skills across borders',
      'Natalia Popova, ILO',
      'Countries of origin and destination',
      'Addressed to',
      'governments',
      'Source: ILO webinar report 2020, ¶43',
      'Read the originals',
    ]) {
      expect(text).toContain(part);
    }
    expect(links(drawn)).toContain('https://example.org/report.pdf');
    expect(links(drawn)).toContain('https://example.org/original');
  });

  test('marks what matched, and nothing else', () => {
    const drawn = draw(
      answer({ items: [item({ title: marked('Recognise skills', 'skills'), text: marked('No match') })] }),
    );
    expect(byTag(drawn, 'mark').map(visibleText)).toEqual(['skills']);
  });

  test('says of related items that they are related', () => {
    const drawn = draw(
      answer({ items: [item({ relation: 'related' }), item({ id: 'c-2', relation: 'direct' })] }),
    );
    const items = elements(drawn).filter(
      ({ attributes }) => 'data-kind' in attributes && attributes.class?.startsWith('item'),
    );
    expect(items.map((each) => visibleText(each).includes('Related:'))).toEqual([true, false]);
  });

  test('headings go down one step at a time', () => {
    const items = [item({ group: '' }), item({ id: 'b', group: 'G' }), item({ id: 'c', group: 'G' })];
    const drawn = draw(answer({ items, sources: [source()], choices: [choice()] }));
    const levels = elements(drawn).flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
    });
  });

  test('items of one group stand under one heading', () => {
    const items = ['a', 'a', 'b', 'a'].map((group, index) => item({ id: `c-${index}`, group }));
    const drawn = draw(answer({ items, sources: [], choices: [] }));
    expect(byTag(drawn, 'h2').map(visibleText)).toEqual(['a', 'b', 'a']);
  });

  test('pages by links that ask the lines given', () => {
    const middle = draw(answer({ page: page(2, 3), items: [item({ line: '' })], choices: [] }));
    expect(linesOf(middle)).toEqual([page(2, 3).previous, page(2, 3).next]);
    expect(linesOf(draw(answer({ page: page(1, 3), items: [item({ line: '' })], choices: [] })))).toEqual([
      page(1, 3).next,
    ]);
    expect(linesOf(draw(answer({ page: page(3, 3), items: [item({ line: '' })], choices: [] })))).toEqual([
      page(3, 3).previous,
    ]);
    expect(visibleText(middle)).toContain('(page 2 of 3)');
  });

  test('an item without a title is opened beside its place; one opened by itself is not linked again', () => {
    const untitled = item({ kind: 'statement', title: marked(''), line: 'open c-1', evidence: [] });
    const drawn = draw(answer({ items: [untitled], choices: [] }));
    expect(byTag(drawn, 'a').map(visibleText)).toEqual(['Open']);
    expect(links(drawn)).toEqual([pathOf({ kind: 'contribution', id: untitled.id })]);
    const whole = item({ kind: 'session', title: marked('A session'), line: 'open s-1' });
    const opened = draw(answer({ title: 'A session', line: 'open s-1', items: [whole], choices: [] }));
    expect(linesOf(opened)).toEqual([]);
    expect(visibleText(opened).match(/A session/g)).toHaveLength(1);
  });

  test('choices are links; what a title already opens is not said twice', () => {
    const opened = item({ line: 'open c-1' });
    const drawn = draw(
      answer({
        items: [opened],
        choices: [
          choice({ kind: 'open', label: 'Open it', line: 'open c-1' }),
          choice({ kind: 'open', label: 'Open another', line: 'open c-2' }),
          choice({ kind: 'refine', label: 'Only 2022', line: 'open c-1' }),
        ],
      }),
    );
    expect(linesOf(drawn).slice(1)).toEqual(['open c-2', 'open c-1']);
    expect(links(drawn)[0]).toBe(pathOfItem(opened));
    expect(visibleText(drawn)).not.toContain('Open it');
  });

  test('an answer without items or next steps leads to the help', () => {
    expect(linesOf(draw(answer({ outcome: 'unclear', items: [], choices: [] })))).toEqual(['help']);
  });

  test.each([
    'http://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@example.org/',
    '//example.org',
    'not an address',
  ])('%s is text, not a link', (url) => {
    const drawn = draw(
      answer({
        items: [item({ line: '', facts: [{ label: 'Link', value: 'there', url }] })],
        sources: [source({ url })],
        choices: [],
      }),
    );
    expect(links(drawn)).toEqual([]);
    expect(visibleText(drawn)).toContain('there');
  });
});

describe('whatever an answer holds', () => {
  test.each(HOSTILE_TEXTS)('%j is shown as text wherever it stands', (text) => {
    const drawn = draw(
      answer({
        title: text,
        lead: text,
        understood: text,
        items: [
          item({
            group: text,
            title: marked(text, text),
            makers: [text],
            date: text,
            context: text,
            text: marked(text),
            facts: [{ label: text, value: text }],
            reasons: [text],
            evidence: [citation({ label: text })],
          }),
        ],
        sources: [source({ title: text, publisher: text, date: text })],
        choices: [choice({ label: text })],
      }),
    );
    expect(flat(drawn).split(shown(text)).length).toBeGreaterThan(8);
    const known = new Set(
      elements(
        draw(answer({ items: [item({ group: 'G', text: marked('a', 'a') })], sources: [source()] })),
      ).map(({ tag }) => tag),
    );
    for (const { tag } of elements(drawn)) expect(known).toContain(tag);
  });

  test('it is strict markup, names only ours, asks only its lines, and leaves no item or its first place out', () => {
    fc.assert(
      fc.property(anyAnswer(), (value) => {
        const drawn = draw(value);
        const text = flat(drawn);
        // What has a page leads there; everything else asks its line.
        const pages = new Set(value.items.map((one) => pathOfItem(one)));
        const lines = new Set(
          [
            ...value.items.map(({ line }) => line),
            ...value.choices.map(({ line }) => line),
            'help',
            value.page?.previous ?? '',
            value.page?.next ?? '',
          ].map((line) => Buffer.from(line).toString()),
        );
        for (const url of links(drawn).filter((one) => !pages.has(one) && !one.startsWith('https://'))) {
          expect(url).toMatch(/^\/search\?q=/);
          expect(lines).toContain(new URL(url, 'http://here.example').searchParams.get('q'));
        }
        for (const { evidence } of value.items) {
          // The document may stand above the items.
          for (const { label, place } of evidence.slice(0, 1))
            expect(text).toContain(shown(label.endsWith(`, ${place}`) ? place : label));
        }
        for (const { attributes } of elements(drawn)) {
          for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(on|style$)/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('27 MB of text are drawn in a few seconds at most', () => {
    const large = largestAnswer();
    const started = process.cpuUsage();
    renderAnswer(large);
    expect(taken(started)).toBeLessThan(10_000);
  });

  test('marks never change the text', () => {
    fc.assert(
      fc.property(anyMarkedText(200), (value) => {
        const drawn = parseMarkup(renderMarked(value).toString());
        const text = (of: Element): string =>
          of.children.map((child) => (typeof child === 'string' ? child : text(child))).join('');
        expect(shown(text(drawn))).toBe(shown(value.text));
      }),
    );
  });

  test.each([
    [[[3, 1]]],
    [[[0, 100]]],
    [
      [
        [2, 4],
        [1, 3],
      ],
    ],
    [[[-1, 2]]],
  ] as const)('spans that cannot be, %j, leave the text as it is', (marks) => {
    const drawn = parseMarkup(renderMarked({ text: 'abcdef', marks }).toString());
    expect(visibleText(drawn)).toBe('abcdef');
  });
});
