/** Whole answers over the shipped knowledge: outcomes, citations, next steps, canonical lines. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { LINE_LIMIT } from '../../src/answer/line.ts';
import { toText } from '../../src/answer/text.ts';
import { createEngine } from '../../src/engine.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { openShippedArchive } from '../support/host.ts';

const archive = await openShippedArchive();
const engine = createEngine(() => archive);
const now = new Date('2026-11-22T00:00:00Z');
const ask = (text: string, previous?: string): Promise<Answer> =>
  engine.answer({ text, now, ...(previous === undefined ? {} : { previous }) });
const ids = (answer: Answer): string[] => answer.items.map(({ id }) => id);

/** Requests of every kind; the properties below hold for each. */
const REQUESTS = [
  '/sessions',
  '/sessions sdg8',
  '/sessions sdg13',
  '/sessions 2022',
  '/sessions japan',
  '/sessions calgary',
  '/speaker',
  '/speaker Popova',
  '/speaker Janahi',
  '/speaker Nobody',
  '/speaker Benjamin',
  '/recommendations',
  '/recommendations migration',
  '/recommendations universities',
  '/recommendations cryptography',
  'what did the trade unions say?',
  'who spoke for the ILO?',
  'who talked about brain circulation?',
  'how many people attended the AROSP webinar?',
  'how many people attended session 181?',
  'when was the partnership forum segment?',
  'how many recommendations are there?',
  'link to the ILO Observatory paper',
  'what is guthi?',
  'what did Tay say about nuclear energy?',
  'what did Marco Pérez recommend?',
  'open ilo',
  'open sdg-8',
  'open brighter-future-2020',
  'open bf-44-1',
  'open nothing-of-that-name-7',
  'help',
  'help speaker',
  '/frobnicate',
  '',
  '?!',
  'x'.repeat(600),
];

describe.each(REQUESTS)('%p', (text) => {
  test('its canonical line gives the same answer', async () => {
    const answer = await ask(text);
    expect(answer.line.length).toBeLessThanOrEqual(LINE_LIMIT);
    if (answer.line === '' || answer.line === 'help') return;
    const again = await ask(answer.line);
    // What became of each word is told of the words that were typed.
    expect({ ...again, lead: '', reading: [] }).toEqual({ ...answer, lead: '', reading: [] });
  });

  test('every item that is not about the bot or a bare term names its evidence, and every source is cited', async () => {
    const answer = await ask(text);
    for (const item of answer.items) {
      if (['command', 'goal', 'topic', 'source'].includes(item.kind)) continue;
      expect({ id: item.id, cited: item.evidence.length > 0 }).toEqual({ id: item.id, cited: true });
    }
    const cited = new Set(answer.items.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    expect(answer.sources.map(({ id }) => id).sort()).toEqual([...cited].sort());
  });

  test('every button leads somewhere', async () => {
    const { choices, page } = await ask(text);
    const lines = [...choices.map(({ line }) => line), page?.next, page?.previous].filter(
      (line) => line !== undefined,
    );
    for (const line of lines) {
      const { outcome } = await ask(line);
      expect({ line, outcome }).not.toEqual({ line, outcome: 'nothing' });
    }
  });

  test('marks lie within their texts, in order, and the plain form is readable in a chat', async () => {
    const answer = await ask(text);
    for (const { title, text: body } of answer.items) {
      for (const marked of [title, body]) {
        let at = 0;
        for (const [start, end] of marked.marks) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(marked.text.length);
          at = end;
        }
      }
    }
    expect(toText(answer).length).toBeLessThanOrEqual(4000);
  });
});

describe('outcomes', () => {
  test.each([
    ['/sessions sdg8', 'found'],
    ['/sessions sdg13', 'nothing'],
    ['/sessions 2019', 'nothing'],
    ['/speaker Merkel', 'nothing'],
    ['what did Sonya Mohamed Janahi say about taxes?', 'unstated'],
    ['what did Chacaltana recommend?', 'unstated'],
    ['on what date was the partnership forum segment?', 'unstated'],
    ['who organized the concept note session?', 'unstated'],
    ['how many people attended session 181?', 'unstated'],
    ['/speaker Benjamin', 'found'],
    ['what did Ralf Bredel say?', 'unstated'],
    ['how many IT workers will India be short of by 2030?', 'closest'],
    ['what percentage of ICT specialists are women?', 'closest'],
    ['/speaker Angela Popova', 'nothing'],
    ['when was the concept note published?', 'found'],
    ['what did Tay say about nuclear energy?', 'nothing'],
    ['who won the world cup?', 'closest'],
    ['/sessions .*', 'nothing'],
    ["/recommendations ' OR 1=1 --", 'unclear'],
    ['/speaker 💥', 'nothing'],
    ['/speaker <@U012AB3CD>', 'nothing'],
    ['are the recordings of the solidarity economy webinar available?', 'found'],
    ['how many polytechnic centres started new courses and when?', 'found'],
    ['/sessions all, please!', 'found'],
    ['sessions on a Tuesday', 'found'],
    ['sessions on a Monday', 'nothing'],
    ['how much did the ICT project cost?', 'closest'],
    ['how much money will Japan lose without digital transformation?', 'found'],
    ['what were the main points Ms Esim made?', 'found'],
    ['who were the moderators?', 'found'],
    ['/sessions AL C11', 'found'],
    ['help', 'help'],
    ['hello', 'help'],
    ['', 'help'],
    ['/frobnicate', 'unclear'],
    ['x'.repeat(501), 'unclear'],
  ])('%s', async (text, outcome) => {
    expect((await ask(text)).outcome).toBe(outcome);
  });
});

test('what comes nearest is at most three entries, none of them an answer, and titled as no answer', async () => {
  for (const text of [
    'who won the world cup?',
    'how much did the ICT project cost?',
    'what percentage of ICT specialists are women?',
  ]) {
    const { items, title } = await ask(text);
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(3);
    expect(new Set(items.map(({ relation }) => relation))).toEqual(new Set(['related']));
    const { closest, unstated } = catalogueFor();
    expect([closest.title, unstated.figure]).toContain(title);
  }
});

describe('slips', () => {
  test.each([
    ['/sessions futhre of work', '/sessions future of work'],
    ['/sessions infromal workers', '/sessions informal workers'],
    ['/recommendations civil scciety', '/recommendations civil society'],
    ['/sessions calgery', '/sessions calgary'],
    ['/sessions japn', '/sessions japan'],
    ['what was said about brian circulation?', 'what was said about brain circulation?'],
  ])('%s is read as %s', async (typed, meant) => {
    expect((await ask(typed)).line).toBe((await ask(meant)).line);
  });
});

describe('named and related', () => {
  test('a goal that a source names comes first; one that a curator relates is marked on every related item', async () => {
    const { items } = await ask('/sessions sdg8');
    const relations = items.map(({ relation }) => relation);
    expect(relations).toEqual([...relations].sort());
    expect(new Set(relations)).toEqual(new Set(['direct', 'related']));
    for (const item of items.filter(({ relation }) => relation === 'related')) {
      expect(item.reasons.join()).toMatch(/related/);
      expect(item.group).not.toBe('');
    }
  });

  test('under nothing, what is near is offered as lines, never as sessions dressed as results', async () => {
    const { items, choices } = await ask('/sessions sdg13');
    expect(items).toEqual([]);
    expect(choices.length).toBeGreaterThan(0);
  });
});

describe('two sources, two figures', () => {
  test('both shortage figures for Japan are kept, each with its speaker and paragraph', async () => {
    const { items } = await ask('ask country:JP topic:skills-shortages kind:figure');
    const told = items.map(({ makers, text, evidence }) =>
      [makers.join(), text.text, evidence.map(({ at }) => at).join()].join('|'),
    );
    expect(told.find((one) => one.includes('450,000'))).toMatch(/Iuchi.*\|13$/);
    expect(told.find((one) => one.includes('430,000'))).toMatch(/Harukawa.*\|23$/);
  });
});

describe('threads', () => {
  test('"more" pages, "only 2022" narrows, "and Harukawa?" swaps the person', async () => {
    const first = await ask('/recommendations');
    const second = await ask('more', first.continuation);
    expect(second.page?.number).toBe(2);
    expect(ids(second)).not.toEqual(ids(first));
    expect((await ask('page:3', first.continuation)).page?.number).toBe(3);
    expect((await ask('back', second.continuation)).line).toBe(first.line);
    const narrowed = await ask('only 2022', first.continuation);
    expect(narrowed.line).toBe('recommendations date:2022');
    const tay = await ask('what did Tay say about older workers?');
    const harukawa = await ask('and Harukawa?', tay.continuation);
    expect(harukawa.line).toBe(tay.line.replace('by:patrick-tay', 'by:toru-harukawa'));
    expect(harukawa.outcome).toBe('found');
    const other = await ask('what about remote work?', tay.continuation);
    expect(other.line).toMatch(/^ask by:patrick-tay topic:/);
    expect(other.line).not.toContain('older');
  });
});

test('pages cover the whole list, each item once', async () => {
  for (const start of [
    '/recommendations',
    'what did universities say?',
    '/speaker',
    'who spoke about migration?',
  ]) {
    const seen: string[] = [];
    let answer = await ask(start);
    const total = answer.page?.total ?? answer.items.length;
    for (let guard = 0; guard < 100; guard++) {
      seen.push(...ids(answer));
      if (!answer.page?.next) break;
      answer = await ask(answer.page.next);
    }
    expect({ start, count: seen.length }).toEqual({ start, count: total });
    expect(new Set(seen).size).toBe(total);
    for (let guard = 0; guard < 100 && answer.page?.previous; guard++)
      answer = await ask(answer.page.previous);
    expect(answer.page?.number).toBe(1);
  }
});

test('a page past the end is the last page', async () => {
  const answer = await ask('recommendations page:9999');
  expect(answer.page?.number).toBe(answer.page?.pages);
  expect(answer.items.length).toBeGreaterThan(0);
});

test('dates follow the reader, and an unknown locale does no harm', async () => {
  const dateIn = async (locale: string) =>
    (await engine.answer({ text: 'open wsis-forum-2022-session-181', locale })).items[0]?.date;
  expect(await dateIn('en-GB')).toBe('10 May 2022');
  expect(await dateIn('en-US')).toBe('May 10, 2022');
  expect(await dateIn('en-<script>')).toBe('10 May 2022');
});
