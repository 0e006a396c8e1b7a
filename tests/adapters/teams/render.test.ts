/** Answers as Adaptive Cards: valid whatever the answer, complete for its reader, and honest about what is left out. */
import { describe, expect, test } from '@jest/globals';
import { renderCard, renderMessage, sizeOf } from '../../../adapters/teams/render.ts';
import { renderPlain, summaryOf } from '../../../adapters/teams/render-plain.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
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
import { linksOf, pressables, visibleOf } from './reading.ts';
import { checkMessage, MOST_BYTES } from './rules.ts';

const says = saysIn();

/** All runs and blocks of a card that hold `text`. */
function partsWith(card: unknown, text: string): readonly Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  JSON.stringify(card, (_key, value: unknown) => {
    if (
      typeof value === 'object' &&
      value !== null &&
      typeof (value as { text?: unknown }).text === 'string'
    ) {
      if ((value as { text: string }).text.includes(text)) {
        found.push(value as Record<string, unknown>);
      }
    }
    return value;
  });
  return found;
}

/** Buttons that lead somewhere; every answer about the archive can be judged as well, and every list refined. */
function ways(card: unknown): ReturnType<typeof pressables> {
  return pressables(card).filter(
    ({ action }) => !['helpful', 'refine'].some((deed) => deed in (action.data as object)),
  );
}

describe('any answer', () => {
  test('becomes a message that Teams takes', () => {
    fc.assert(
      fc.property(
        anyAnswer(),
        fc.record({
          back: fc.constantFrom(undefined, 'sessions sdg:8', 'x'.repeat(1000)),
          private: fc.boolean(),
          still: fc.boolean(),
        }),
        (value, { back, ...options }) => {
          const message = renderMessage(value, { ...options, ...(back === undefined ? {} : { back }) });
          expect(checkMessage(message)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('shows for every item that is shown where it stands, and counts those that are not', () => {
    fc.assert(
      fc.property(anyAnswer(), (value) => {
        const items = value.items.map((one, index) => ({
          ...one,
          title: marked(`Item ${index}.`),
          evidence: [citation({ label: `Document ${index}.` })],
        }));
        const text = visibleOf(renderCard({ ...value, items }));
        const shown = items.filter((_one, index) => text.includes(`Item ${index}.`));
        shown.forEach((_one, index) => {
          expect(text).toContain(`Document ${index}.`);
        });
        if (shown.length < items.length) {
          expect(text).toContain(says.own.itemsLeft(items.length - shown.length));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has a plain form that mentions and links nothing', () => {
    fc.assert(
      fc.property(anyAnswer(), (value) => {
        expect(checkMessage(renderPlain(value))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the largest answer', () => {
  test('stays under 80 KB with as many items as fit, and says how many do not', () => {
    const message = renderMessage(largestAnswer());
    expect(sizeOf(message)).toBeLessThanOrEqual(MOST_BYTES);
    expect(sizeOf(message)).toBeGreaterThan(MOST_BYTES * 0.9);
    expect(checkMessage(message)).toEqual([]);
    expect(visibleOf(message.attachments?.[0]?.content)).toMatch(/\d+ more items do not fit/u);
  });

  test('keeps its page footer in step with what is dropped', () => {
    const value = { ...largestAnswer(), page: { ...page(1, 2), first: 1, last: 100, total: 200 } };
    const text = visibleOf(renderCard(value));
    const left = Number(/(\d+) more items/u.exec(text)?.[1]);
    expect(text).toContain(`1–${100 - left} of 200`);
  });

  test('shrinks to a given size', () => {
    const message = renderMessage(largestAnswer(), { bytes: 34_000 });
    expect(sizeOf(message)).toBeLessThanOrEqual(34_000);
    expect(checkMessage(message)).toEqual([]);
  });
});

describe('a card', () => {
  test('says title, lead, what was understood, what was said, by whom and where, facts, and the place in the list', () => {
    const text = visibleOf(
      renderCard(
        answer({
          note: 'Shown for “skills”.',
          items: [item({ group: 'Said outright' })],
          page: page(2, 3),
          sources: [source({ id: 'other', date: '2020', url: 'https://archive.example/other' })],
        }),
      ),
    );
    expect(text.split('\n')).toEqual([
      'Recommendations about skills',
      '1 recommendation.',
      'Shown for “skills”.',
      'Said outright',
      '7. Recognise skills across borders ›',
      'Countries of origin and destination should agree on how skills are recognised.',
      'Natalia Popova, ILO · ILO webinar report 2020, ¶43',
      'Addressed to: governments',
      'Sources',
      'Report of the webinar on digital labour migration · ILO · 2020',
      '7–12 of 18',
    ]);
  });

  test('says once above them what its items share', () => {
    const text = visibleOf(renderCard(answer({ items: [item(), item({ id: 'c-2' })] })));
    expect(text.match(/Webinar on digital labour migration/gu)).toHaveLength(1);
    expect(text.match(/ILO webinar report 2020/gu)).toHaveLength(1);
  });

  test('has at most five things to press, “…” included, beside its items', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.boolean(), (value, isPrivate) => {
        const sets = renderCard(value, { private: isPrivate }).body.flatMap((one) =>
          one.type === 'ActionSet' ? one.actions : [],
        );
        const seen = sets.filter((one) => one.mode !== 'secondary').length;
        expect(seen + (seen < sets.length ? 1 : 0)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 60 },
    );
  });

  test('names a group once for all its items', () => {
    const items = ['A', 'A', 'B', ''].map((group, index) =>
      item({ id: `c-${index}`, group: group && `Group ${group}` }),
    );
    const text = visibleOf(renderCard(answer({ items })));
    expect(text.match(/Group A/gu)).toHaveLength(1);
    expect(text.match(/Group B/gu)).toHaveLength(1);
  });

  test('shows matched words in bold, and underlined in a title that is bold already', () => {
    const content = renderCard(
      answer({
        items: [
          item({ title: marked('Skills first', 'Skills'), text: marked('Teach skills now', 'skills') }),
        ],
      }),
    );
    expect(partsWith(content, 'skills')).toContainEqual(
      expect.objectContaining({ text: 'skills', weight: 'Bolder' }),
    );
    expect(partsWith(content, 'Skills')).toContainEqual(
      expect.objectContaining({ text: 'Skills', weight: 'Bolder', underline: true }),
    );
    expect(partsWith(content, ' first')).toContainEqual(expect.not.objectContaining({ underline: true }));
  });

  test('marks what is only related, and nothing else', () => {
    const content = renderCard(answer({ items: [item(), item({ id: 'c-2', relation: 'related' })] }));
    expect(partsWith(content, says.relatedMark)).toHaveLength(1);
  });

  test('makes the text the head where there is no title', () => {
    const content = renderCard(answer({ items: [item({ title: marked(''), text: marked('A claim.') })] }));
    const head = ways(content).find((one) => one.label === 'Open: A claim.');
    expect(head?.action.data).toEqual({ line: 'open c-0213', from: 'recommendations topic:skills' });
    expect(visibleOf(content)).toContain('A claim. ›');
  });

  test('opens an item by its head, but not the one that is open already', () => {
    const labels = (line: string): readonly string[] =>
      ways(renderCard(answer({ line, choices: [] }))).map((one) => one.label);
    expect(labels('recommendations topic:skills')).toEqual(['Open: Recognise skills across borders']);
    expect(labels('open c-0213')).toEqual([]);
  });

  test('turns pages with the lines of the answer', () => {
    const buttons = ways(renderCard(answer({ items: [], choices: [], page: page(2, 3) })));
    expect(buttons.map((one) => [one.label, one.action.data])).toEqual([
      ['Previous', { line: 'recommendations topic:skills' }],
      ['Next', { line: 'recommendations topic:skills page:3' }],
    ]);
    const first = ways(renderCard(answer({ items: [], choices: [], page: page(1, 3) })));
    expect(first.map((one) => one.label)).toEqual(['Next']);
  });

  test('carries each button a second time for clients that do not know Action.Execute', () => {
    for (const { action } of ways(renderCard(answer({ items: [] })))) {
      expect(action.type).toBe('Action.Execute');
      expect(action.fallback).toMatchObject({ type: 'Action.Submit', data: action.data });
    }
  });

  test('shows a long label whole in the tooltip; steps beyond two hide behind “…”', () => {
    const choices = Array.from({ length: 4 }, (_, index) =>
      choice({ label: `Choice ${index} ${'x'.repeat(60)}` }),
    );
    const shown = ways(renderCard(answer({ items: [], choices })));
    expect(shown).toHaveLength(4);
    expect(shown[0]?.label.length).toBeLessThanOrEqual(32);
    expect(shown[0]?.action).toMatchObject({ tooltip: choices[0]?.label });
    expect(shown.map(({ action }) => (action as { mode?: string }).mode)).toEqual([
      undefined,
      undefined,
      'secondary',
      'secondary',
    ]);
  });

  test.each([
    ['Only to governments and their agencies (25)', 'Only to governments and… (25)'],
    ['All said on older and mid-career workers', 'All said on older and…'],
    [`Open ${'x'.repeat(40)}`, `Open ${'x'.repeat(26)}…`],
  ])('cuts the long label %j between words, and keeps the count at its end', (label, expected) => {
    const [shown] = ways(renderCard(answer({ items: [], choices: [choice({ label })] })));
    expect(shown?.label).toBe(expected);
  });

  test('ends with what can be pressed, where a conversation is scrolled to', () => {
    const content = renderCard(answer({ items: [item({})], sources: [source({})], page: page(2, 3) }));
    const kinds = content.body.map((one) => one.type);
    expect(kinds.slice(kinds.indexOf('ActionSet')).every((kind) => kind === 'ActionSet')).toBe(true);
  });

  test('fills no row of buttons beyond the width of a phone', () => {
    const labels = ['x'.repeat(16), 'y'.repeat(40)];
    const content = renderCard(
      answer({ items: [], page: page(2, 3), choices: labels.map((label) => choice({ label })) }),
    );
    const rows = content.body.flatMap((one) =>
      one.type === 'ActionSet'
        ? [one.actions.filter(({ mode }) => mode === undefined).map(({ title }) => title ?? '')]
        : [],
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.length).toBeLessThanOrEqual(5);
      // A label alone in its row may fill it: its letters are narrower than those that rows are reckoned with.
      expect(row.join('').length + (row.length === 1 ? 0 : row.length * 6)).toBeLessThanOrEqual(36);
    }
  });

  test('can be judged where it is about the archive, at the revision that it was made against', () => {
    const verdicts = (value: Parameters<typeof renderCard>[0], options = {}): readonly unknown[] =>
      pressables(renderCard(value, options)).flatMap(({ label, action }) =>
        'helpful' in (action.data as object) ? [[label, action.data]] : [],
      );
    expect(verdicts(answer())).toEqual([
      [says.chat.helpful, { line: 'recommendations topic:skills', helpful: true, revision: 'r-test' }],
      [says.chat.notHelpful, { line: 'recommendations topic:skills', helpful: false, revision: 'r-test' }],
    ]);
    expect(verdicts(answer({ outcome: 'help' }))).toEqual([]);
    expect(verdicts(answer({ outcome: 'unclear' }))).toEqual([]);
    expect(verdicts(answer({ line: '' }))).toEqual([]);
    expect(verdicts(answer(), { still: true })).toEqual([]);
  });

  test('does not say the title of its only item twice', () => {
    const text = visibleOf(
      renderCard(
        answer({
          title: 'A session',
          line: 'open s-1',
          items: [item({ title: marked('A session'), line: 'open s-1' })],
        }),
      ),
    );
    expect(text.match(/A session/gu)).toHaveLength(1);
    expect(text).toContain('Countries of origin');
  });

  test('names the kind of an item that has nothing to show in its head', () => {
    const bare = item({
      kind: 'command',
      title: marked('\u0000'),
      text: marked(''),
      makers: [],
      date: '',
      context: '',
    });
    const message = renderMessage(
      answer({ items: [bare, item({ ...bare, id: 'c-2', title: marked('Recommendations about skills') })] }),
    );
    expect(checkMessage(message)).toEqual([]);
  });

  test('names a person before what they were', () => {
    const text = visibleOf(
      renderCard(
        answer({
          items: [
            item({
              kind: 'person',
              title: marked('Ada Example'),
              makers: ['Director, Example Ltd'],
              context: '',
            }),
          ],
        }),
      ),
    );
    expect(text).toContain('Ada Example ›\nCountries of origin');
    expect(text).toContain('\nDirector, Example Ltd · 30 September 2020 · ILO webinar report 2020, ¶43');
  });

  test('invites to try the suggestions where nothing was found', () => {
    const nothing = answer({
      outcome: 'nothing',
      items: [],
      sources: [],
      choices: [choice({ kind: 'suggest' })],
    });
    expect(visibleOf(renderCard(nothing))).toContain(says.own.tryOne);
    expect(visibleOf(renderCard({ ...nothing, choices: [] }))).not.toContain(says.own.tryOne);
    expect(visibleOf(renderCard(answer()))).not.toContain(says.own.tryOne);
  });

  test('leads back to where it was opened from, and shares what one person alone sees', () => {
    const labels = (options: Parameters<typeof renderCard>[1]): readonly string[] =>
      ways(renderCard(answer({ items: [], choices: [] }), options)).map((one) => one.label);
    expect(labels({ back: 'sessions sdg:8' })).toEqual(['Back']);
    expect(labels({ back: 'recommendations topic:skills' })).toEqual([]);
    expect(labels({ private: true })).toEqual([says.own.share]);
    expect(labels({ private: true, still: true })).toEqual([]);
  });

  test('links only to https without credentials', () => {
    const urls = [
      'https://archive.example/a',
      'http://archive.example/b',
      'https://me:secret@archive.example/c',
      'javascript:alert(1)',
      'no url',
    ];
    const content = renderCard(
      answer({
        items: [
          item({
            facts: urls.map((url, index) => ({ label: `Link ${index}`, value: `value ${index}`, url })),
          }),
        ],
        sources: urls.map((url, index) => source({ id: `s-${index}`, url })),
      }),
    );
    expect(linksOf(content)).toEqual(['https://archive.example/a', 'https://archive.example/a']);
    expect(visibleOf(content)).toContain('Link 3: value 3');
  });

  test('shows long texts of a list shortened and says so, and a lone item whole', () => {
    const long = marked(`${'word '.repeat(400)}end.`);
    const alone = visibleOf(renderCard(answer({ items: [item({ text: long })] })));
    expect(alone).toContain('end.');
    expect(alone).not.toContain(says.own.shortened);
    const list = visibleOf(renderCard(answer({ items: [item({ text: long }), item({ id: 'c-2' })] })));
    expect(list).not.toContain('end.');
    expect(list).toContain(says.own.shortened);
  });

  test('counts the places of a lone item beyond the first ones', () => {
    const evidence = Array.from({ length: 5 }, (_, index) => citation({ at: `${index + 1}` }));
    const text = visibleOf(renderCard(answer({ items: [item({ evidence })] })));
    expect(text).toContain('¶1; ¶2; ¶3; and 2 more places');
    expect(text).not.toContain('¶4');
  });

  test('gives every item a line of its own', () => {
    const content = renderCard(answerWith(20));
    const heads = ways(content).filter((one) => one.label.startsWith('Open: Item number'));
    expect(heads).toHaveLength(20);
    expect(new Set(heads.map((one) => JSON.stringify(one.action.data))).size).toBe(20);
  });
});

describe('hostile text', () => {
  test.each(HOSTILE_TEXTS.map((text) => [text]))('stays text: %j', (hostile) => {
    const everywhere = answer({
      title: hostile,
      understood: hostile,
      lead: hostile,
      items: [
        item({
          group: hostile,
          title: marked(hostile),
          text: marked(hostile),
          makers: [hostile],
          context: hostile,
          facts: [{ label: hostile, value: hostile }],
          reasons: [hostile],
          evidence: [citation({ label: hostile })],
        }),
      ],
      choices: [choice({ label: hostile })],
    });
    const message = renderMessage(everywhere);
    expect(checkMessage(message)).toEqual([]);
    expect(checkMessage(renderPlain(everywhere))).toEqual([]);
    // Only runs, which know no Markdown, and headings that hold nothing which it could read.
    const content = message.attachments?.[0]?.content;
    for (const part of partsWith(content, '')) {
      expect(['TextRun', 'TextBlock']).toContain(part.type);
    }
    expect(JSON.stringify(content)).not.toContain('"entities"');
  });
});

describe('beside the card', () => {
  test('stands what notifications show', () => {
    expect(summaryOf(answer())).toBe('Recommendations about skills. 1 recommendation.');
    expect(summaryOf(answer({ title: '', lead: '', items: [] }))).toBe(says.chat.untitled);
    expect(renderMessage(largestAnswer()).summary?.length).toBeLessThanOrEqual(300);
  });

  test('stands what screen readers say, and what clients without cards show', () => {
    const content = renderCard(answer());
    expect(content.speak).toBe('Recommendations about skills. 1 recommendation.');
    expect(content.fallbackText).toContain('¶43');
  });
});
