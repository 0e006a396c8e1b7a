/** Answers in Block Kit: what is shown, what it may never be, and that every Answer fits. */
import { describe, expect, test } from '@jest/globals';
import type { Audience } from '../../../adapters/slack/render.ts';
import { renderMessage, renderModal } from '../../../adapters/slack/render.ts';
import type { Item } from '../../../src/answer/answer.ts';
import {
  answer,
  answerWith,
  anyAnswer,
  choice,
  citation,
  HOSTILE_TEXTS,
  item,
  largestAnswer,
  marked,
  page,
  source,
} from '../../support/answers.ts';
import { fc } from '../../support/property.ts';
import { validateMessage, validateView } from './validator.ts';
import { buttonsOf, visibleText } from './visible.ts';

const AUDIENCES: readonly Audience[] = ['private', 'public', 'direct'];

describe('what an answer shows', () => {
  test('title, lead, what was understood, item, maker and citation, fact, next step, in reading order', () => {
    const { blocks } = renderMessage(answer({ note: 'Shown for “skills”.' }), { audience: 'public' });
    const visible = visibleText(blocks);
    const order = [
      'Recommendations about skills',
      '1 recommendation.',
      'Shown for “skills”.',
      'Recognise skills across borders',
      'Countries of origin and destination should agree',
      'Natalia Popova, ILO · ILO webinar report 2020, ¶43',
      'Addressed to: governments',
      'Only 2022',
    ].map((part) => visible.indexOf(part));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test('matched words in bold, with the rest of the text plain', () => {
    const { blocks } = renderMessage(
      answer({ items: [item({ text: marked('agree on skills and pay', 'skills', 'pay') })] }),
      { audience: 'public' },
    );
    const runs = JSON.stringify(blocks);
    expect(runs).toContain('{"type":"text","text":"skills","style":{"bold":true}}');
    expect(runs).toContain('{"type":"text","text":"agree on "}');
  });

  test('related items are marked as related, direct ones are not', () => {
    const shown = (relation: 'direct' | 'related') =>
      visibleText(renderMessage(answer({ items: [item({ relation })] }), { audience: 'public' }).blocks);
    expect(shown('related')).toContain('Related: Recognise skills');
    expect(shown('direct')).not.toContain('Related');
  });

  test('places in one document name it once', () => {
    const evidence = [
      citation({ at: '43' }),
      citation({ at: '45' }),
      citation({ source: 'other', at: '2', label: 'Agenda 2022, part 2', place: 'part 2' }),
    ];
    const visible = visibleText(
      renderMessage(answer({ items: [item({ evidence })] }), { audience: 'public' }).blocks,
    );
    expect(visible).toContain('ILO webinar report 2020, ¶43; ¶45; Agenda 2022, part 2');
  });

  test('items are numbered by their place in the whole list, and so are the entries of the menu that opens them', () => {
    const value = answerWith(6, { page: page(2, 5) });
    const { blocks } = renderMessage(value, { audience: 'public' });
    expect(visibleText(blocks)).toContain('7. Item number 1');
    expect(visibleText(blocks)).toContain('7–12 of 30');
    const opens = buttonsOf(blocks).filter((one) => one.type === 'static_select');
    expect(opens.map((one) => one.label)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `${n + 6}. Item number ${n}`),
    );
    expect(opens.map((one) => one.value)).toEqual(value.items.map((one) => one.line));
  });

  test('at most five things are pressed: one menu opens, two next steps, the rest behind “…”', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.constantFrom(...AUDIENCES), (value, audience) => {
        const { blocks } = renderMessage(value, { audience });
        const pressed = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
        expect(pressed.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 100 },
    );
  });

  test('what the items share stands once above them', () => {
    const visible = visibleText(renderMessage(answerWith(3), { audience: 'public' }).blocks);
    expect(visible.match(/Webinar on digital labour migration/g)).toHaveLength(1);
    expect(visible.match(/ILO webinar report 2020/g)).toHaveLength(1);
    expect(visible).toContain('Natalia Popova, ILO · ¶2');
  });

  test('paging buttons carry the lines of the pages around, none at the ends', () => {
    const labels = (number: number) =>
      buttonsOf(renderMessage(answerWith(6, { page: page(number, 3) }), { audience: 'public' }).blocks)
        .filter((one) => one.actionId.startsWith('page:'))
        .map((one) => [one.label, one.value]);
    expect(labels(1)).toEqual([['Next ›', 'recommendations topic:skills page:2']]);
    expect(labels(2)).toEqual([
      ['‹ Previous', 'recommendations topic:skills'],
      ['Next ›', 'recommendations topic:skills page:3'],
    ]);
    expect(labels(3)).toEqual([['‹ Previous', 'recommendations topic:skills page:2']]);
  });

  test('an item before the list, such as a profile, has no number in it', () => {
    const value = answerWith(3, {
      page: { number: 1, pages: 2, total: 4, first: 1, last: 2, next: 'speaker x page:2' },
    });
    const visible = visibleText(renderMessage(value, { audience: 'public' }).blocks);
    expect(visible).toContain('\nItem number 1\n');
    expect(visible).toContain('1. Item number 2');
  });

  test('a title that the message bears already is not repeated', () => {
    const value = answer({
      title: 'One session',
      items: [item({ kind: 'session', title: marked('One session') })],
    });
    expect(
      visibleText(renderMessage(value, { audience: 'public' }).blocks).split('One session'),
    ).toHaveLength(2);
  });

  test('an item above a list whose title the message bears already is not headed by it either', () => {
    const value = answer({
      title: 'Natalia Popova',
      items: [item({ kind: 'person', title: marked('Natalia Popova') }), item(), item()],
      page: { number: 1, pages: 2, total: 4, first: 1, last: 2, next: 'speaker x page:2' },
    });
    const visible = visibleText(renderMessage(value, { audience: 'public' }).blocks);
    expect(visible.match(/^Natalia Popova$/gm)).toHaveLength(1);
    expect(visible).toContain('1. Recognise skills');
  });

  test('documents are named where no citation leads to their original', () => {
    const shownOf = (over: Parameters<typeof source>[0]) =>
      visibleText(renderMessage(answer({ sources: [source(over)] }), { audience: 'public' }).blocks);
    expect(shownOf({ url: 'https://archive.example/report' })).not.toContain('Sources: ');
    expect(shownOf({ id: 'other', url: 'https://archive.example/report' })).toContain('Sources: Report of');
    expect(shownOf({})).not.toContain('Sources: ');
  });

  test('groups head their items once', () => {
    const items = [
      item({ id: 'a', group: 'Said outright' }),
      item({ id: 'b', group: 'Said outright' }),
      item({ id: 'c', group: 'Implied' }),
    ];
    const visible = visibleText(renderMessage(answer({ items }), { audience: 'public' }).blocks);
    expect(visible.split('Said outright')).toHaveLength(2);
    expect(visible.indexOf('Implied')).toBeGreaterThan(visible.indexOf('2. '));
  });

  test('only private answers offer to share; help is not rated', () => {
    const share = (audience: Audience) =>
      buttonsOf(renderMessage(answer(), { audience }).blocks).some((one) => one.actionId === 'share');
    expect(AUDIENCES.map(share)).toEqual([true, false, false]);
    const rated = (outcome: 'found' | 'help') =>
      buttonsOf(renderMessage(answer({ outcome }), { audience: 'public' }).blocks).some(
        ({ actionId }) => actionId === 'feedback',
      );
    expect([rated('found'), rated('help')]).toEqual([true, false]);
  });

  test('links of facts and sources are links only where they are https without credentials', () => {
    const links = (url: string) => {
      const value = answer({
        items: [item({ facts: [{ label: 'Slides', value: 'the slides', url: `${url}#slides` }] })],
        sources: [source({ url })],
      });
      return (
        JSON.stringify(renderMessage(value, { audience: 'public' }).blocks).split('"type":"link"').length - 1
      );
    };
    expect(links('https://archive.example/slides')).toBe(2);
    for (const url of [
      'http://archive.example/',
      'javascript:alert(1)',
      'https://user:pass@archive.example/',
      'not a url',
      `https://a.example/${'x'.repeat(3000)}`,
    ]) {
      expect(links(url)).toBe(0);
    }
  });

  test('a fact that only repeats the link of its place is left out', () => {
    const url = 'https://archive.example/slides';
    const value = answer({
      items: [item({ facts: [{ label: 'Event page', value: 'archive.example', url }] })],
      sources: [source({ url })],
    });
    expect(visibleText(renderMessage(value, { audience: 'public' }).blocks)).not.toContain('Event page');
  });

  test('short facts share a line, long ones have their own', () => {
    const facts = [
      { label: 'Time', value: '12:00' },
      { label: 'Place', value: 'online' },
      { label: 'Organized by', value: 'x'.repeat(80) },
    ];
    const visible = visibleText(
      renderMessage(answer({ items: [item({ facts })] }), { audience: 'public' }).blocks,
    );
    expect(visible).toContain(`Time: 12:00 · Place: online\nOrganized by: ${'x'.repeat(80)}`);
  });

  test('who somebody is stands behind the name, who made a claim behind the claim', () => {
    const shown = (kind: 'person' | 'statement') =>
      visibleText(
        renderMessage(
          answer({ items: [item({ kind, title: marked('Ada Lund'), text: marked('Agree.') })] }),
          { audience: 'public' },
        ).blocks,
      );
    expect(shown('person')).toMatch(/Ada Lund — Natalia Popova, ILO.*\nAgree\. — .*¶43/);
    expect(shown('statement')).toMatch(/Ada Lund\nAgree\. — Natalia Popova, ILO.*¶43/);
  });

  test('the fallback text tells the same to a screen reader', () => {
    const { text } = renderMessage(answer(), { audience: 'public' });
    expect(text).toContain('Recommendations about skills');
    expect(text).toContain('Recognise skills across borders');
    expect(text).toContain('ILO webinar report 2020, ¶43');
  });

  test('what has no title begins with what was said; with nobody to name, the place stands behind it', () => {
    const shown = (over: Partial<Item>) =>
      visibleText(
        renderMessage(answer({ items: [item({ title: marked(''), facts: [], ...over })] }), {
          audience: 'public',
        }).blocks,
      );
    expect(shown({ text: marked('Agree.') })).toContain(
      'Agree. — Natalia Popova, ILO · ILO webinar report 2020, ¶43',
    );
    expect(shown({ makers: [], text: marked('What was said.') })).toContain(
      'What was said. — ILO webinar report 2020, ¶43',
    );
  });

  test('an answer that holds nothing at all is still a valid message', () => {
    const empty = answer({
      title: '',
      lead: '',
      understood: ' ',
      line: '',
      items: [],
      sources: [],
      choices: [],
    });
    for (const audience of AUDIENCES) validateMessage(renderMessage(empty, { audience }));
    validateView(renderModal(empty));
  });
});

describe('texts stay texts', () => {
  test.each(HOSTILE_TEXTS)('%j', (text) => {
    const value = answer({
      title: text,
      lead: text,
      understood: text,
      items: [
        item({
          title: { text, marks: [[0, text.length]] },
          makers: [text],
          context: text,
          text: marked(text),
          group: text,
          facts: [{ label: text, value: text }],
          reasons: [text],
          evidence: [citation({ label: text, place: text })],
        }),
      ],
      sources: [source({ title: text, publisher: text })],
      choices: [choice({ label: text })],
    });
    const message = renderMessage(value, { audience: 'private', note: text });
    // The validator lets through neither mrkdwn nor mention elements, nor an unescaped fallback text.
    validateMessage(message);
    validateView(renderModal(value, { note: text }));
    expect(JSON.stringify(message.blocks)).not.toContain('"mrkdwn"');
  });
});

describe('every answer fits', () => {
  test('any answer, for every audience', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.constantFrom(...AUDIENCES), (value, audience) => {
        validateMessage(renderMessage(value, { audience }));
        validateView(renderModal(value));
      }),
      { numRuns: 150 },
    );
  });

  test('the largest answer still shows an item, and says what is left out', () => {
    const { blocks } = renderMessage(largestAnswer(), { audience: 'private' });
    validateMessage({ text: 'x', blocks });
    const visible = visibleText(blocks);
    expect(visible).toMatch(/\d+ more items do not fit in one message/);
  });

  test('what is shown and what is counted as left out add up to all items', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 3000 }), (count, length) => {
        const value = answerWith(count);
        const items = value.items.map((one) => ({ ...one, text: marked('x'.repeat(length)) }));
        const visible = visibleText(renderMessage({ ...value, items }, { audience: 'public' }).blocks);
        const shown = visible.match(/Item number \d+/g)?.length ?? 0;
        const left = Number(
          /(\d+) more items? do/.exec(visible)?.[1] ?? /1 more item does/.exec(visible)?.[0][0] ?? 0,
        );
        expect(shown + left).toBe(count);
        expect(visible.match(/¶\d+/g)?.length).toBe(shown);
      }),
      { numRuns: 100 },
    );
  });

  test('ten ordinary items are shown in full', () => {
    const value = answerWith(10, { page: page(1, 3, 'recommendations topic:skills', 10) });
    const visible = visibleText(renderMessage(value, { audience: 'private' }).blocks);
    expect(visible).not.toContain('shortened');
    expect(visible).not.toContain('do not fit');
  });

  test('texts are cut between characters', () => {
    const family = '👩‍👩‍👧‍👦';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (offset) => {
        const text = 'x'.repeat(offset) + family.repeat(400);
        const value = answer({ items: [item({ text: { text, marks: [[1, text.length - 1]] } })] });
        const visible = visibleText(renderMessage(value, { audience: 'public' }).blocks);
        const tail = visible.slice(0, visible.indexOf('…')).replace(/.*x/s, '');
        expect(tail.replaceAll(family, '')).not.toMatch(/[\p{Surrogate}\u200d]/u);
      }),
    );
  });
});
