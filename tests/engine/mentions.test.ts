/** People mentioned in a chat's message: subject or address, known to the archive or not. */
import { describe, expect, test } from '@jest/globals';
import { hasWords, MENTION, type Mention, wordsAndNames } from '../../src/answer/mentions.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { withoutCopies } from '../../src/text/addressing.ts';
import { openHost } from '../support/host.ts';

const { note } = catalogueFor().understood;
const us: Mention = { whom: 'us' };
const other: Mention = { whom: 'other', name: 'Some bot' };
const person = (name: string): Mention => ({ whom: 'person', name });

async function ask(...pieces: readonly (string | Mention)[]) {
  return (await openHost()).ask(wordsAndNames(pieces));
}

async function sameAs(line: string) {
  return (await openHost()).ask({ text: line });
}

describe('the pieces of a message', () => {
  test.each<[string, readonly (string | Mention)[], string, readonly string[]]>([
    ['the bot falls away', [us, ' sessions ', us, ' sdg8'], 'sessions sdg8', []],
    ['so do other bots, tags, channels and roles', [other, ' sessions sdg8 ', other], 'sessions sdg8', []],
    ['whoever is addressed together with the bot', [person('Ann'), ', ', us, ' sdg8'], 'sdg8', []],
    [
      'people have a mark each',
      [us, 'a ', person('X'), 'b', person('')],
      `a ${MENTION} b ${MENTION}`,
      ['X', ''],
    ],
    ['the mark is nobody’s to type', [`a${MENTION}b`], 'a b', []],
    [
      'what stands in brackets is text',
      ['<at most 40%> <@home> <Popova>'],
      '< at most 40%> < @home> <Popova>',
      [],
    ],
  ])('%s', (_name, pieces, text, names) => {
    expect(wordsAndNames(pieces)).toEqual({ text, names });
  });

  test('words are there where something is typed, or a name is told', () => {
    expect(hasWords(wordsAndNames([us, person('')]))).toBe(false);
    expect(hasWords(wordsAndNames([us, person('Ann')]))).toBe(true);
    expect(hasWords(wordsAndNames([us, 'hi']))).toBe(true);
  });
});

describe('a person of the archive is asked about', () => {
  test.each([
    'Natalia Popova',
    'Popova, Natalia (ILO)',
    'Natalia Popova | ILO',
    'natalia.popova',
    'natalia_popova',
    'N. Popova',
    'NATALIA POPOVA',
  ])('as %s', async (name) => {
    const expected = await sameAs('what did Natalia Popova say about migration');
    expect(expected.outcome).toBe('found');
    const answer = await ask(us, ' what did ', person(name), ' say about migration');
    expect({ line: answer.line, note: answer.note }).toEqual({ line: expected.line, note: expected.note });
  });

  test('alone', async () => {
    expect((await ask(us, ' ', person('Natalia Popova'))).line).toBe((await sameAs('Natalia Popova')).line);
  });
});

describe('others are addressed', () => {
  test.each([
    ['cc', ' sessions sdg8 cc ', ['Bob Smith']],
    ['CC:', ' sessions sdg8 CC: ', ['Bob Smith']],
    ['/cc', ' sessions sdg8 /cc ', ['']],
    ['fyi', ' sessions sdg8, fyi ', ['Bob Smith', 'Ann Lee']],
    ['somebody of the archive, too', ' sessions sdg8 cc ', ['Natalia Popova']],
  ])('behind “%s” without a word about it', async (_name, text, names) => {
    const expected = await sameAs('sessions sdg8');
    const answer = await ask(us, text, ...names.flatMap((name) => [person(name), ' and ']).slice(0, -1));
    expect({ line: answer.line, note: answer.note }).toEqual({ line: expected.line, note: expected.note });
  });

  test('by a greeting that is no part of the question', async () => {
    const answer = await ask('hi ', person('Bob Smith'), ' sessions sdg8');
    expect(answer.note ?? '').not.toContain(note.unknownPerson);
  });
});

test.each([
  'sessions sdg8 cc @Bob Smith',
  'sessions sdg8 CC: @bob, @Ann Lee and @carl.maria',
  'sessions sdg8 (fyi @Bob Smith)',
  'cc @bob sessions sdg8',
])('whoever gets a copy where mentions are only typed is no part of %s', async (line) => {
  expect((await sameAs(line)).line).toBe((await sameAs('sessions sdg8')).line);
});

test.each(['what did @natalia.popova say', 'sessions on access @ work', 'who is @Popova'])(
  'but a name that is asked about is: %s',
  (line) => expect(withoutCopies(line)).toBe(line),
);

describe('who may be asked about, but cannot be', () => {
  test.each([
    ['without a name', '', note.unnamed],
    ['not in the archive', 'Bob Smith', note.unknownPerson],
    ['called alike, but another', 'Natalia Popowska', note.unknownPerson],
    ['of the same family name', 'Igor Popova', note.unknownPerson],
  ])('%s, is left out, and that is said', async (_name, name, sentence) => {
    const answer = await ask(us, ' what did ', person(name), ' say about migration');
    expect(answer.note).toContain(sentence);
    expect(answer.line).not.toContain('by:');
    expect(JSON.stringify(answer)).not.toMatch(/Smith|Popowska|Igor/);
  });
});
