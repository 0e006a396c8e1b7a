import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LAST, readCustomId } from '../../../adapters/discord/lines.ts';
import { toPlain } from '../../../adapters/discord/markdown.ts';
import type { MessageBody } from '../../../adapters/discord/payloads.ts';
import { PUBLIC, renderAnswer, renderNotice } from '../../../adapters/discord/render.ts';
import { safeUrl } from '../../../adapters/discord/render-item.ts';
import { saysIn } from '../../../adapters/discord/says.ts';
import type { Answer } from '../../../src/answer/answer.ts';
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
        const first = made.page?.first ?? 1;
        for (let index = 0; index < made.items.length; index += 1) expect(shown).toContain(first + index);
      }),
      { numRuns: 40 },
    );
  });

  test('at its largest is valid and says what is missing', () => {
    const body = renderAnswer(largestAnswer(), { part: 1, private: true, asker: ASKER });
    expect(problems(body)).toEqual([]);
    expect(textOf(body)).toContain('Shortened to fit');
    expect(textOf(body)).toMatch(/\d+ more next steps do not fit here/);
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
    const own = /\*\*|__|^-# |^#{2,3} |\*\(related\)\*/gm;
    for (const shown of textsOf(renderAnswer(hostile, PUBLIC))) {
      expect(activeMarkup(shown.replace(/\\./g, '\u0001').replace(own, ''))).toEqual([]);
    }
  });
});

describe('a list', () => {
  test('shows title, reading, who, when, text, why and where, and the position', () => {
    const text = textOf(renderAnswer(answerWith(6, { page: page(2, 5) }), PUBLIC));
    for (const part of [
      '## Recommendations about skills',
      '-# Read as: recommendations about skills',
      '**7. Item number 1**',
      '-# Natalia Popova, ILO · 30 September 2020 · Webinar on digital labour migration',
      'how **skills** are recognised',
      '-# Why: topic skills, named by the source',
      '-# Source: ILO webinar report 2020, paragraph 1',
      '-# 7–12 of 30 · 18 more',
      '-# Documents: Report of the webinar on digital labour migration, ILO, 2020',
      '-# Line: recommendations topic:skills',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('opens its items by buttons beside them', () => {
    const body = renderAnswer(answerWith(3), PUBLIC);
    expect(buttonsOf(body).every(({ menu }) => menu === undefined)).toBe(true);
    const opened = buttonsOf(body)
      .filter(({ label }) => label === 'Open')
      .map(({ id }) => readCustomId(id, [])?.line);
    expect(opened).toEqual(['open c-1', 'open c-2', 'open c-3']);
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
    const menu = buttonsOf(body).filter(({ menu: inMenu }) => inMenu);
    expect(menu.map(({ label }) => label).slice(0, 2)).toEqual(['1. Topic 0', '2. Topic 1']);
    expect(menu).toHaveLength(20);
    expect(problems(body)).toEqual([]);
  });

  test('marks what is only related', () => {
    const text = textOf(
      renderAnswer(answer({ items: [item({ relation: 'related' }), item({ relation: 'direct' })] }), PUBLIC),
    );
    expect(text.match(/\*\(related\)\*/g)).toHaveLength(1);
    expect(text).toContain('**1. Recognise __skills__ across borders** *(related)*');
  });

  test('heads items without a title by who said it, and those without either by their number', () => {
    const text = textOf(
      renderAnswer(
        answer({ items: [item({ title: marked('') }), item({ title: marked(''), makers: [] })] }),
        PUBLIC,
      ),
    );
    expect(text).toContain('**1. Natalia Popova, ILO**\n-# 30 September 2020 · Webinar');
    expect(text).toContain('**2.** Countries of origin');
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

  const verdicts: readonly string[] = [saysIn().chat.helpful, saysIn().chat.notHelpful];
  const stepsOf = (body: MessageBody) => buttonsOf(body).filter(({ label }) => !verdicts.includes(label));

  test('up to ten are buttons', () => {
    const body = renderAnswer(answer({ items: [], choices: steps(10) }), PUBLIC);
    expect(stepsOf(body).filter(({ menu }) => !menu)).toHaveLength(10);
  });

  test('more go into a menu, those that open something first', () => {
    const body = renderAnswer(answer({ items: [], choices: [...steps(9, 'open'), ...steps(5)] }), PUBLIC);
    const buttons = stepsOf(body);
    expect(buttons.filter(({ menu }) => !menu).map(({ label }) => label)).toEqual([
      'refine 0',
      'refine 1',
      'refine 2',
      'refine 3',
      'refine 4',
    ]);
    expect(buttons.filter(({ menu }) => menu)).toHaveLength(9);
  });

  test('an answer can be judged where it is about the archive', () => {
    const judged = (value: ReturnType<typeof answer>) =>
      buttonsOf(renderAnswer(value, PUBLIC)).flatMap(({ label, id }) =>
        verdicts.includes(label) ? [[label, readCustomId(id, [])]] : [],
      );
    const line = 'recommendations topic:skills';
    expect(judged(answer({ revision: 'abc123' }))).toEqual([
      [saysIn().chat.helpful, { mode: 'helpful', line, part: 1, asker: '', revision: 'abc123' }],
      [saysIn().chat.notHelpful, { mode: 'unhelpful', line, part: 1, asker: '', revision: 'abc123' }],
    ]);
    expect(judged(answer({ outcome: 'help' }))).toEqual([]);
    expect(judged(answer({ outcome: 'unclear' }))).toEqual([]);
    expect(judged(answer({ line: '' }))).toEqual([]);
  });

  test('a private answer can be shared, a public one not', () => {
    const share = (hidden: boolean) =>
      buttonsOf(renderAnswer(answer(), { part: 1, private: hidden })).find(({ label }) => label === 'Share');
    expect(readCustomId(share(true)?.id ?? '', [])).toMatchObject({
      mode: 'share',
      line: 'recommendations topic:skills',
    });
    expect(share(false)).toBeUndefined();
    expect(renderAnswer(answer(), { part: 1, private: true }).flags & 64).toBe(64);
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
