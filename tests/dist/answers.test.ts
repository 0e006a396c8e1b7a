/** Answers of what was built: those of the sources, to the lines of the README and to letters beyond ASCII. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { toText } from '../../src/answer/text.ts';
import { createEngine } from '../../src/engine.ts';
import { BASE, knowledgeFolder } from '../knowledge/folder.ts';
import { openShippedArchive } from '../support/host.ts';
import { buildProject, type Entry, type Project } from './project.ts';

jest.setTimeout(120_000);

/** From the README and the guides, as they stand there or with another of the names that the archive has. */
const SAMPLES = [
  '/sessions sdg8',
  '/sessions goal 8',
  '/sessions c7',
  '/sessions e-learning',
  '/sessions japan before 2021',
  '/sessions may 2022',
  '/speaker Popova',
  '/speaker Harukawa',
  '/recommendations migration',
  '/recommendations skills by:popova',
  '/ask how many IT workers will Japan be short of by 2030?',
  '/open wsis-forum-2022-session-181',
  '/help',
  '/help sessions',
  'sessions ilo 2022',
  'recommendations sdg8 kind:recommendation',
  'migration -japan',
  '"brain circulation"',
  'kind:figure japan',
  'who talked about brain circulation?',
  'what should universities do?',
  'how many IT workers will Japan be short of by 2030?',
  'what did the trade unions say?',
  'who moderated session 181?',
  'what is guthi?',
  'compare Japan and Singapore on ageing',
  'which organizations took part in the WSIS Forum?',
  'who organized the webinar of 2020?',
  'when did session 181 take place?',
  'how many sessions are there on SDG 8?',
  'what did Popova recommend?',
  'Hello! Could you tell me who spoke about e-learning? Thanks',
  'recomendations on labor migraton',
  'what are the objectives of session 181?',
];

/** What the sources answer to them is looked at below. */
const BEYOND_ASCII = [
  'ЦУР 8',
  'migration –japan',
  '“decent work”',
  '/speaker Oeztuerk',
  '/speaker Öztürk',
  'ODD 8, réunions',
  'objetivo 8 · migración',
  '可持续发展目标 8',
  'الهدف 8',
  'ｓｄｇ８',
  'who talked about “brain circulation”…',
  '/sessions sdg8 — before 2021',
];

let project: Project;
let asked: Map<string, Entry>;

beforeAll(async () => {
  project = await buildProject();
  const entries = await project.ask([...SAMPLES, ...BEYOND_ASCII]);
  asked = new Map(entries.map((entry) => [entry.request, entry]));
});

const answerTo = (line: string) => asked.get(line)?.answer;

test.each([...SAMPLES, ...BEYOND_ASCII])('%s: as the sources say', async (line) => {
  const archive = await openShippedArchive();
  const answer = await createEngine(() => archive).answer({ text: line });
  expect(asked.get(line)).toEqual({
    request: line,
    text: toText(answer),
    answer: JSON.parse(JSON.stringify(answer)),
  });
});

test('most samples find something, so that the comparison is one', () => {
  const found = SAMPLES.filter((line) => ['found', 'help'].includes(answerTo(line)?.outcome ?? ''));
  expect(found.length).toBeGreaterThan(SAMPLES.length * 0.8);
});

describe('letters beyond ASCII', () => {
  test.each([
    ['ЦУР 8', 'sessions sdg:8'],
    ['migration –japan', 'ask topic:labour-migration like:migration -japan'],
    ['“decent work”', 'ask "decent work"'],
  ])('%s is understood', (line, understood) => {
    expect(answerTo(line)).toMatchObject({ outcome: 'found', line: understood });
  });

  test('a name is found by how its letters are written without their marks', async () => {
    const people = BASE['people.yaml']?.replace('name: Bo Ek', 'name: Leyla Öztürk');
    const env = { KNOWLEDGE_DIR: knowledgeFolder({ 'people.yaml': people ?? '' }) };
    const [first, second] = await project.ask(['/speaker Oeztuerk', '/speaker Öztürk'], env);
    expect(first?.answer).toMatchObject({ outcome: 'found', title: 'Leyla Öztürk' });
    // What became of each word is told of the words that were typed, and that they were read as another name.
    expect(first?.answer.note).toBe('“Oeztuerk” was read as “Leyla Öztürk”.');
    expect({ ...second?.answer, reading: [] }).toEqual({ ...first?.answer, reading: [], note: undefined });
  });

  test('come out of the terminal as they are', async () => {
    const { code, out, err } = await project.run(['ask', 'ЦУР 8']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^3 sessions on SDG 8, 2 more related\n/);
    expect(out).toContain('Webinar · 30 September 2020');
  });
});
