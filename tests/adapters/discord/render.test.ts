import { describe, expect, test } from '@jest/globals';
import { LAST, readCustomId } from '../../../adapters/discord/lines.ts';
import { toPlain } from '../../../adapters/discord/markdown.ts';
import type { MessageBody } from '../../../adapters/discord/payloads.ts';
import { PUBLIC, renderAnswer, renderNotice } from '../../../adapters/discord/render.ts';
import { safeUrl } from '../../../adapters/discord/render-item.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import { itemNumbers } from '../../../src/answer/numbering.ts';
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
import { activeMarkup } from './active-markup.ts';
import { messageProblems } from './counterpart-rules.ts';
import { buttonsOf, textOf, textsOf } from './reading.ts';

const ASKER = '812345678901234567';

/** Discord's rules, with what a channel message has beside its body. */
const problems = (body: MessageBody) => messageProblems({ ...body, nonce: 'n', enforce_nonce: true });

/** The parts of an answer, `most` at most, found by pressing "Next" until it leads to another line. */
function walk(made: Answer, hidden = false, most = 60): readonly MessageBody[] {
  const bodies = [renderAnswer(made, { part: 1, private: hidden, asker: ASKER })];
  while (bodies.length < most) {
    const body = bodies.at(-1) as MessageBody;
    const next = buttonsOf(body).find(({ label }) => label.startsWith('Next'));
    const click = next && readCustomId(next.id, body.components);
    if (click === undefined || click.line !== made.line || click.part !== bodies.length + 1) return bodies;
    bodies.push(renderAnswer(made, { part: click.part, private: hidden, asker: ASKER }));
  }
  return bodies;
}

describe('any answer', () => {
  test('is a valid message in each of its parts, public or private', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.boolean(), (made, hidden) => {
        for (const body of walk(made, hidden, 4)) expect(problems(body)).toEqual([]);
        expect(problems(renderAnswer(made, { part: LAST, private: hidden, sharedBy: ASKER }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('has buttons that mean the lines of the answer', () => {
    fc.assert(
      fc.property(anyAnswer(), (made) => {
        const lines = new Set([
          made.line,
          made.page?.previous,
          made.page?.next,
          ...made.items.map(({ line }) => line),
          ...made.choices.map(({ line }) => line),
        ]);
        const body = renderAnswer(made, { part: 1, private: true, asker: ASKER });
        for (const { id } of buttonsOf(body))
          expect(lines).toContain(readCustomId(id, body.components)?.line);
      }),
      { numRuns: 40 },
    );
  });

  test('leaves nothing out in silence: every step is a button or counted', () => {
    fc.assert(
      fc.property(anyAnswer(), (made) => {
        const body = renderAnswer(made, { part: 1, private: false, asker: ASKER });
        const opened = buttonsOf(body).map(({ id }) => readCustomId(id, body.components)?.line);
        const left = /-# (\d+) more next steps? do/.exec(textOf(body));
        const missing = made.choices.filter(({ line }) => !opened.includes(line)).length;
        expect(missing === 0 || left !== null).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('shows each item with its number once, over all parts', () => {
    fc.assert(
      fc.property(anyAnswer(), (made) => {
        if (made.items.length < 2 || made.items.length > 20 || made.line === '') return;
        const shown = walk(made).flatMap((body) =>
          textsOf(body).flatMap((text) =>
            [...text.matchAll(/^\*\*(\d+)\./gm)].map((match) => Number(match[1])),
          ),
        );
        // What stands before the list has no number.
        for (const number of itemNumbers(made)) if (number !== undefined) expect(shown).toContain(number);
      }),
      { numRuns: 40 },
    );
  });

  test('at its largest is valid and says what is missing', () => {
    const body = renderAnswer(largestAnswer(), { part: 1, private: true, asker: ASKER });
    expect(problems(body)).toEqual([]);
    expect(textOf(body)).toContain('Shortened to fit');
  });

  test.each(HOSTILE_TEXTS)('shows %s as plain text', (text) => {
    const hostile = answer({
      title: text,
      lead: text,
      understood: text,
      items: [
        item({
          title: marked(text),
          text: marked(text),
          group: text,
          makers: [text],
          date: text,
          context: text,
          reasons: [text],
          facts: [{ label: text, value: text }],
          evidence: [citation({ label: text })],
        }),
      ],
      sources: [source({ title: text, publisher: text })],
    });
    const own = /\*\*|__|^-# |^#{2,3} /gm;
    for (const shown of textsOf(renderAnswer(hostile, PUBLIC))) {
      expect(activeMarkup(shown.replace(/\\./g, '\u0001').replace(own, ''))).toEqual([]);
    }
  });
});

describe('a list', () => {
  test('shows title, what its items share, what was said, by whom and where, and the position', () => {
    const text = textOf(renderAnswer(answerWith(6, { page: page(2, 5) }), PUBLIC));
    for (const part of [
      '## Recommendations about skills',
      '-# Webinar on digital labour migration · 30 September 2020 · ILO webinar report 2020',
      '**7.** **Item number 1**',
      'how **skills** are recognised',
      '-# Natalia Popova, ILO · ¶1',
      '-# 7–12 of 30',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.match(/Webinar on digital labour migration/g)).toHaveLength(1);
    // Lines are for us, not for readers.
    expect(text).not.toContain('recommendations topic:skills');
  });

  test('opens its items by one menu', () => {
    const body = renderAnswer(answerWith(3), PUBLIC);
    const opened = buttonsOf(body)
      .filter(({ menu }) => menu === 'items')
      .map(({ id }) => readCustomId(id, [])?.line);
    expect(opened).toEqual(['open c-1', 'open c-2', 'open c-3']);
  });

  test('has at most five things to press, menus counted once', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.boolean(), (made, isPrivate) => {
        const body = renderAnswer(made, { part: 1, private: isPrivate, asker: ASKER });
        const pressed = new Set(buttonsOf(body).map(({ id, menu }) => menu ?? id));
        expect(pressed.size).toBeLessThanOrEqual(5);
      }),
      { numRuns: 60 },
    );
  });

  test('of many short items opens them by a menu', () => {
    const items = Array.from({ length: 20 }, (_, index) =>
      item({
        id: `t-${index}`,
        line: `open t-${index}`,
        title: marked(`Topic ${index}`),
        text: marked(''),
        makers: [],
        facts: [],
        reasons: [],
        context: '',
        date: '',
      }),
    );
    const body = renderAnswer(answer({ items }), PUBLIC);
    const menu = buttonsOf(body).filter(({ menu: inMenu }) => inMenu === 'items');
    expect(menu.map(({ label }) => label).slice(0, 2)).toEqual(['1. Topic 0', '2. Topic 1']);
    expect(menu).toHaveLength(20);
    expect(problems(body)).toEqual([]);
  });

  test('marks what is only related', () => {
    const text = textOf(
      renderAnswer(answer({ items: [item({ relation: 'related' }), item({ relation: 'direct' })] }), PUBLIC),
    );
    expect(text.match(/\*Related:\*/g)).toHaveLength(1);
    expect(text).toContain('**1.** *Related:* **Recognise __skills__ across borders**');
  });

  test('begins items without a title with what was said; with nobody to name, the place stands behind it', () => {
    const text = textOf(
      renderAnswer(
        answer({ items: [item({ title: marked('') }), item({ title: marked(''), makers: [] })] }),
        PUBLIC,
      ),
    );
    expect(text).toMatch(/\*\*1\.\*\* Countries of origin[^\n]*\n-# Natalia Popova, ILO · ¶43/);
    expect(text).toMatch(/\*\*2\.\*\* Countries of origin[^\n]* \(¶43\)\n/);
  });

  test('leads to the original by the place, as far as its name can be the text of a link', () => {
    const url = 'https://archive.example/r';
    const one = (place: string) => item({ evidence: [citation({ place, label: place })] });
    const made = (place: string) => answer({ items: [one(place)], sources: [source({ url })] });
    expect(textOf(renderAnswer(made('report, ¶43'), PUBLIC))).toContain(`[report, ¶43](${url})`);
    expect(textOf(renderAnswer(made('a*b'), PUBLIC))).toContain(`a\\*b [link](${url})`);
  });

  test('says a group once, and again where it goes on in the next message', () => {
    const long = 'word '.repeat(180);
    const items = Array.from({ length: 6 }, (_, index) =>
      item({ id: `c-${index}`, line: `open c-${index}`, group: 'Said outright', text: marked(long) }),
    );
    const [first, second] = walk(answer({ items }));
    expect(textOf(first as MessageBody).match(/### Said outright$/gm)).toHaveLength(1);
    expect(textOf(second as MessageBody)).toContain('### Said outright (continued)');
  });

  test('longer than a message goes on in parts of even size, before the next page', () => {
    const items = Array.from({ length: 8 }, (_, index) =>
      item({ id: `c-${index}`, line: `open c-${index}`, text: marked('word '.repeat(160)) }),
    );
    const made = answer({
      items,
      page: {
        number: 1,
        pages: 2,
        total: 16,
        first: 1,
        last: 8,
        next: 'recommendations topic:skills page:2',
      },
    });
    const bodies = walk(made);
    expect(bodies.map((body) => /-# (\d+–\d+) of 16/.exec(textOf(body))?.[1])).toEqual(['1–3', '4–6', '7–8']);
    const last = bodies.at(-1) as MessageBody;
    const next = buttonsOf(last).find(({ label }) => label.startsWith('Next'));
    expect(readCustomId(next?.id ?? '', last.components)).toMatchObject({
      mode: 'turn',
      line: 'recommendations topic:skills page:2',
      part: 1,
      asker: ASKER,
    });
  });

  test('goes back to the last part of the page before', () => {
    const body = renderAnswer(answerWith(3, { page: page(3, 5) }), { part: 1, private: false, asker: ASKER });
    const previous = buttonsOf(body).find(({ label }) => label.includes('Previous'));
    expect(readCustomId(previous?.id ?? '', body.components)).toMatchObject({
      line: 'recommendations topic:skills page:2',
      part: LAST,
    });
  });
});

describe('the view of one thing', () => {
  const one = answer({
    title: 'A session',
    items: [
      item({
        title: marked('A session'),
        line: 'open s-1',
        facts: [{ label: 'Recording', value: 'video', url: 'https://archive.example/v(1)' }],
      }),
    ],
    line: 'open s-1',
  });

  test('does not say its title twice, nor open itself, and lists facts with their links', () => {
    const body = renderAnswer(one, PUBLIC);
    expect(textOf(body).match(/A session/g)).toHaveLength(1);
    expect(buttonsOf(body).map(({ label }) => label)).not.toContain('Open');
    expect(textOf(body)).toContain('**Recording:** video [link](https://archive.example/v%281%29)');
  });

  test('of a very long text ends with an ellipsis and says so', () => {
    const body = renderAnswer(
      {
        ...one,
        items: [{ ...(one.items[0] as Answer['items'][number]), text: marked('long '.repeat(2000)) }],
      },
      PUBLIC,
    );
    expect(problems(body)).toEqual([]);
    expect(textOf(body)).toContain('…');
    expect(textOf(body)).toContain('Shortened to fit what Discord shows in one message.');
    expect(textOf(body).length).toBeGreaterThan(3000);
  });
});

describe('next steps', () => {
  const steps = (count: number, kind: 'refine' | 'open' = 'refine') =>
    Array.from({ length: count }, (_, index) =>
      choice({ label: `${kind} ${index}`, line: `ask ${kind} ${index}`, kind }),
    );

  test('are two buttons; the others, sharing and the verdict stand in one menu', () => {
    const body = renderAnswer(answer({ items: [], choices: steps(5) }), { part: 1, private: true });
    const labels = (inMenu: string | undefined) =>
      buttonsOf(body)
        .filter(({ menu }) => menu === inMenu)
        .map(({ label }) => label);
    expect(labels(undefined)).toEqual(['refine 0', 'refine 1']);
    expect(labels('more')).toEqual([
      'refine 2',
      'refine 3',
      'refine 4',
      'Refine…',
      'Share',
      'Helpful',
      'Not helpful',
    ]);
  });

  test('that open something stand in the menu that opens', () => {
    const body = renderAnswer(answer({ items: [], choices: [...steps(3, 'open'), ...steps(2)] }), PUBLIC);
    const opened = buttonsOf(body).filter(({ menu }) => menu === 'items');
    expect(opened.map(({ label }) => label)).toEqual(['open 0', 'open 1', 'open 2']);
  });
});

test('a notice is plain text that mentions nobody', () => {
  const notice = renderNotice('Ask @everyone for *help*', { private: true });
  expect(problems(notice)).toEqual([]);
  expect(toPlain(textOf(notice))).toBe('Ask @everyone for *help*');
  expect(activeMarkup(textOf(notice))).toEqual([]);
});

describe('links', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a_(b)', 'https://example.org/a%5f%28b%29'],
    ['http://example.org/', undefined],
    ['javascript:alert(1)', undefined],
    ['https://user:secret@example.org/', undefined],
    ['not an address', undefined],
    [`https://example.org/${'x'.repeat(600)}`, undefined],
    [undefined, undefined],
  ])('%s', (url, safe) => expect(safeUrl(url)).toBe(safe));
});
