/** A conversation: what is polite, what turns pages or goes back, what stands on a button typed by hand, what there is at all. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { itemNumbers } from '../../src/answer/numbering.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { HARBOUR, harbourArchive, harbourEngine } from '../support/harbour.ts';
import { ORCHARD, orchardEngine } from '../support/orchard.ts';
import { fc } from '../support/property.ts';

const says = catalogueFor();
const engine = createEngine(() => harbourArchive);

/** The answers to the lines of a thread. */
async function thread(asked: Engine, ...lines: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let previous: string | undefined;
  for (const text of lines) {
    const answer = await asked.answer({ text, ...(previous ? { previous } : {}) });
    answers.push(answer);
    if (answer.line !== '') previous = answer.continuation;
  }
  return answers;
}
/** A list of several pages. */
const LONG = 'ask kind:statement';
const last = async (...lines: readonly string[]): Promise<Answer> =>
  (await thread(engine, ...lines)).at(-1) as Answer;

describe('what is only polite', () => {
  test.each([
    [
      'thanks',
      [
        'Thanks!',
        'thx',
        'thanks a bunch, that helps',
        'Great, thank you so much for your help!',
        '👍',
        '🙏🏽',
        ':)',
      ],
    ],
    [
      'thanks',
      [
        'merci beaucoup',
        'Vielen Dank!',
        'danke dir',
        'muchas gracias por su ayuda',
        'Herzlichen Dank für die Hilfe',
      ],
    ],
    [
      'greeting',
      [
        'hi',
        'Hello there',
        'good morning everyone',
        'bonjour à tous',
        'Guten Tag',
        'hola',
        'Grüß Gott',
        'buenos días',
      ],
    ],
    ['farewell', ['bye', 'goodbye all', 'au revoir', 'Auf Wiedersehen', 'hasta luego', 'Tschüss']],
    ['assent', ['ok', 'I see', 'sorry', 'no problem', 'lol', 'never mind']],
  ] as const)('%s gets a word: %j', async (kind, lines) => {
    for (const text of lines)
      for (const answer of [await last(text), await last('sessions', text)])
        expect({ text, ...answer }).toMatchObject({
          text,
          outcome: 'help',
          title: says.courtesy[kind].title,
          line: '',
          items: [],
        });
  });

  test('and the thread goes on', async () => {
    expect((await last(LONG, 'thanks', 'next')).line).toBe(`${LONG} page:2`);
  });

  test.each(['"thanks"', 'thanks, who is Ada Lund?', 'hi, sessions 2023', 'who thanked whom', 'hello help'])(
    'what asks more is asked: %s',
    async (text) => {
      expect((await last(text)).line).not.toBe('');
    },
  );
});

describe('what there is at all', () => {
  test.each([
    ['list topics', 'ask want:topics'],
    ['which topics are covered here?', 'ask want:topics'],
    ['what subjects does the archive have', 'ask want:topics'],
    ['show me all countries', 'ask want:countries'],
    ['which goals are there', 'ask want:goals'],
    ['what documents do you have', 'ask want:materials'],
    ['who is in the archive', 'ask want:people'],
    ['what is new', 'sessions want:recent'],
    ['anything new?', 'sessions want:recent'],
    ['what was added lately', 'sessions want:recent'],
    ['which events are there', 'sessions'],
    ['show me everything', 'sessions'],
    ['what can you do', 'help'],
    ['commands', 'help'],
    ['menu', 'help'],
    ['?', 'help'],
  ])('%s', async (text, line) => {
    expect(await last(text)).toMatchObject({ line, outcome: line === 'help' ? 'help' : 'found' });
    // In a thread that was about something else, too.
    expect(await last('speaker Ada Lund', text)).toMatchObject({ line });
  });

  test('each leads somewhere, by its number too', async () => {
    for (const asked of [engine, orchardEngine])
      for (const text of ['list topics', 'list countries', 'list goals']) {
        const [list] = await thread(asked, text);
        for (const [place, number] of itemNumbers(list as Answer).entries()) {
          const [, opened] = await thread(asked, text, String(number));
          expect(opened).toMatchObject({ outcome: 'found' });
          expect(opened?.line).toBe((await asked.answer({ text: list?.items[place]?.line ?? '' })).line);
        }
      }
  });

  test('a subject beside it asks of the subject', async () => {
    for (const text of ['what new skills are needed', 'reports on skills', 'new technologies'])
      expect((await last(text)).line).not.toMatch(/want:(?:recent|materials|topics)$/);
  });
});

describe('pages', () => {
  test('“back” leads to what was shown before, whatever that was', async () => {
    expect((await last(LONG, 'next', 'open 7', 'back')).line).toBe(`${LONG} page:2`);
    expect((await last(LONG, 'next', 'open 7', 'back', 'go back')).line).toBe(LONG);
    expect((await last('sessions', 'speaker Ada Lund', 'back')).line).toBe('sessions');
  });

  test('there is nothing behind either end, and it says so', async () => {
    expect(await last(LONG, 'last page', 'more')).toMatchObject({
      note: says.understood.note.lastPage,
    });
    expect(await last(LONG, 'back')).toMatchObject({ note: says.understood.note.firstPage });
    expect((await last(LONG, 'more', 'back')).note).toBeUndefined();
  });

  test('a number is that on the screen, on every page', async () => {
    const [, second] = await thread(engine, LONG, 'show more');
    const numbers = itemNumbers(second as Answer);
    for (const [place, number] of numbers.entries())
      expect(await last(LONG, 'more', `open ${number}`)).toMatchObject({
        line: second?.items[place]?.line,
      });
  });
});

describe('narrowing and opening', () => {
  test('“refine” offers what the list can be narrowed by, and keeps it', async () => {
    const refined = await last(LONG, 'refine');
    expect(refined).toMatchObject({ outcome: 'help', title: says.narrowing.some.title, line: '' });
    expect(refined.choices.length).toBeGreaterThan(0);
    for (const { line } of refined.choices)
      expect((await engine.answer({ text: line })).outcome).toBe('found');
    expect((await last(LONG, 'narrow it down', 'next')).line).toBe(`${LONG} page:2`);
  });

  test('“open” alone asks which, unless there is one alone', async () => {
    const which = await last('sessions', 'open');
    expect(which).toMatchObject({ title: says.which.title, line: '' });
    expect(which.choices[0]).toMatchObject({ kind: 'open' });
  });
});

/** Lines with answers of every sort. */
const ENGINES = { harbour: harbourEngine, orchard: orchardEngine };
const LINES: readonly (readonly [keyof typeof ENGINES, string])[] = [
  ...[
    'help',
    'sessions',
    'recommendations',
    'ask kind:figure',
    'who is Ada Lund and when was the summit?',
    'skills xyzzyq',
    'speaker Ada Lnd',
    '/frobnicate',
    ...HARBOUR.sessions.map(({ id }) => `open ${id}`),
    ...HARBOUR.people.map(({ id }) => `speaker by:${id}`),
    ...HARBOUR.topics.map(({ id }) => `ask topic:${id}`),
    ...HARBOUR.contributions.slice(0, 20).map(({ id }) => `open ${id}`),
  ].map((line) => ['harbour', line] as const),
  ...[
    'sessions',
    'how many people spoke?',
    ...ORCHARD.organizations.map(({ id }) => `open ${id}`),
    ...ORCHARD.topics.map(({ id }) => `recommendations topic:${id}`),
  ].map((line) => ['orchard', line] as const),
];

test('every label of something to press does by hand what pressing it does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LINES), fc.func(fc.boolean()), async ([archive, line], chooses) => {
      const asked = ENGINES[archive];
      const answer = await asked.answer({ text: line });
      const labels = [answer, ...(answer.parts ?? [])].flatMap(({ choices }) => choices);
      const items = answer.items.flatMap(({ title, kind, line: opens }) =>
        // What is typed in the place of a command's argument is the asker's own.
        kind === 'command' ||
        title.text === '' ||
        opens === '' ||
        answer.items.filter((one) => one.title.text === title.text).length > 1
          ? []
          : [{ label: title.text, line: opens }],
      );
      for (const { label, line: sent } of [...labels, ...items].filter(({ label }) => chooses(label))) {
        const pressed = await asked.answer({ text: sent });
        const typed = await asked.answer({ text: label, previous: answer.continuation });
        expect({ line, label, leads: typed.line, title: typed.title }).toEqual({
          line,
          label,
          leads: pressed.line,
          title: pressed.title,
        });
      }
    }),
    { numRuns: 120 },
  );
});
