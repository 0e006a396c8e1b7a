/**
 * A conference of a thousand talks as a schedule gives them: title, abstract, track, room, speakers, hardly anything that
 * was said. Every talk is found by each of these.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import type { Session } from '../../src/knowledge/model.ts';
import { appearance, at, knowledgeOf, paragraphs, person, session, source } from '../support/knowledge.ts';
import { searchFor } from './generated.ts';

const TALKS = 1000;
const TRACKS = ['Hydraulics', 'Astronomy', 'Typography', 'Beekeeping', 'Acoustics'];
const ROOMS = ['Jansson', 'Foyer', 'Chavanne', 'Aquarium'];
const SYLLABLES = ['ka', 'lo', 'mi', 'nu', 're', 'sa', 'to', 'vi', 'ze', 'bo'];

/** A pronounceable word of its own for each number below 100,000. */
const wordFor = (number: number): string =>
  [...String(number).padStart(5, '0')].map((digit) => SYLLABLES[Number(digit)]).join('');
const nameFor = (number: number): string => {
  const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;
  return `${capital(wordFor(number + 20_000)).slice(0, 6)} ${capital(wordFor(number + 70_000))}`;
};

const talks: Session[] = Array.from({ length: TALKS }, (_, n) =>
  session(`talk-${n}`, {
    title: `Notes on ${wordFor(n)} in practice`,
    kind: 'talk',
    series: { name: 'Summer Congress', number: `${n + 1}`, evidence: [at(`${n + 1}`)] },
    date: { on: `2024-07-${String(1 + (n % 5)).padStart(2, '0')}`, evidence: [at(`${n + 1}`)] },
    track: TRACKS[n % TRACKS.length] as string,
    room: ROOMS[n % ROOMS.length] as string,
    abstract: `We built a ${wordFor(n + 40_000)} and measured it for a year. ${'Then we wrote everything down. '.repeat(30)}`,
    languages: [{ name: n % 2 === 0 ? 'English' : 'German', evidence: [at(`${n + 1}`)] }],
    links: [{ title: 'Recording', url: `https://congress.example/${n}` }],
    unstated: ['attendance'],
    evidence: [at(`${n + 1}`)],
  }),
);

let archive: Archive;
let engine: Engine;
const ask = (text: string): Promise<Answer> => engine.answer({ text });
const ids = ({ items }: Answer): string[] => items.map(({ id }) => id);

beforeAll(() => {
  archive = openArchive(
    knowledgeOf({
      sources: [source('report', { places: paragraphs(TALKS) })],
      sessions: talks,
      people: talks.map((_, n) => person(`speaker-${n}`, nameFor(n))),
      appearances: talks.map(({ id }, n) =>
        appearance(`speaker-${n}`, id, 'speaker', { evidence: [at(`${n + 1}`)] }),
      ),
    }),
  );
  engine = createEngine(() => archive);
});

const SOME = [0, 7, 421, 999];

describe.each(SOME)('talk %i', (n) => {
  test.each([
    ['a word of its title', () => wordFor(n)],
    ['its whole title', () => `Notes on ${wordFor(n)} in practice`],
    ['a word of its abstract', () => wordFor(n + 40_000)],
    ['a phrase of its abstract', () => `"${wordFor(n + 40_000)} and measured"`],
    ['its speaker', () => nameFor(n)],
  ])('is found by %s', async (_, words) => {
    const answer = await ask(`/sessions ${words()}`);
    expect(ids(answer)).toEqual([`talk-${n}`]);
    expect(answer.items[0]?.evidence.map(({ place }) => place)).toContain(`¶${n + 1}`);
  });
});

test.each([...TRACKS, ...ROOMS])('all talks of %s are found, on pages', async (where) => {
  const expected = talks.filter(({ track, room }) => track === where || room === where).length;
  const answer = await ask(`/sessions ${where}`);
  expect(answer.page?.total).toBe(expected);
  const last = await ask(`${answer.line} page:${answer.page?.pages}`);
  expect(last.page?.last).toBe(expected);
});

test('track, room, day and a word of the title narrow together', async () => {
  const { total } = await archive.searchSessions(
    searchFor({
      words: ['hydraulics', 'jansson'],
      conditions: [{ any: [{ field: 'date', value: '2024-07-01' }], not: false }],
      coverage: 0.99,
    }),
  );
  expect(total).toBe(talks.filter((one, n) => n % 5 === 0 && one.room === 'Jansson').length);
});

test('the speaker is shown with the talk, and the documents record no remark', async () => {
  const answer = await ask(`/speaker ${nameFor(421)}`);
  expect(answer.outcome).toBe('found');
  expect(answer.lead).toMatch(/no remark/);
  expect(answer.items[0]?.facts[0]?.value).toContain(`Notes on ${wordFor(421)} in practice`);
  expect(answer.choices.map(({ line }) => line)).toContain('open talk-421');
});

test('a long abstract is cut in a list, at a word, and whole where the talk is opened', async () => {
  const [listed] = (await ask(`/sessions ${wordFor(7)}`)).items;
  const [opened] = (await ask('open talk-7')).items;
  const abstract = talks[7]?.abstract ?? '';
  expect(opened?.text.text).toBe(abstract);
  expect(listed?.text.text.length).toBeLessThanOrEqual(705);
  expect(listed?.text.text).toMatch(/ …$/);
  expect(abstract.startsWith(`${listed?.text.text.slice(0, -2)} `)).toBe(true);
});

test('an opened talk tells its track and room', async () => {
  const [item] = (await ask('open talk-7')).items;
  const values = item?.facts.map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['Typography', 'Aquarium']));
});

test('an opened talk gives its links', async () => {
  const [item] = (await ask('open talk-7')).items;
  expect(item?.facts.map(({ url }) => url)).toContain('https://congress.example/7');
});

test('a talk named by a common word does not hide the others that are about it', async () => {
  const all = openArchive(
    knowledgeOf({
      sessions: [
        session('one', { title: 'Beekeeping' }),
        session('two', { title: 'Bees at night', abstract: 'All about beekeeping.' }),
      ],
    }),
  );
  const answer = await createEngine(() => all).answer({ text: '/sessions beekeeping' });
  expect(ids(answer).sort()).toEqual(['one', 'two']);
});

describe('where nobody wrote down what was said', () => {
  test.each([
    ['who talked about %s?', 40_000],
    ['what about %s?', 40_000],
    ['%s', 40_000],
  ])(
    '"%s" is answered with the talk whose abstract has the word, and who gave it',
    async (question, offset) => {
      const answer = await ask(question.replace('%s', wordFor(offset + 123)));
      expect(answer.outcome).toBe('found');
      expect(ids(answer)).toEqual(['talk-123']);
      if (question.startsWith('who')) expect(JSON.stringify(answer.items[0])).toContain(nameFor(123));
    },
  );

  test('lists of talks can be paged through', async () => {
    const answer = await ask('who talked about beekeeping?');
    expect(answer.page).toMatchObject({ total: TALKS / TRACKS.length, first: 1 });
    const next = await ask(answer.page?.next ?? '');
    expect(ids(next)).not.toEqual(ids(answer));
  });

  test('what no talk has is not found', async () => {
    expect((await ask('who talked about zeppelins?')).outcome).toBe('nothing');
  });
});
