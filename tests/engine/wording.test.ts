/** Ways of asking for what an event, a person or a number is, over an archive on a subject of its own. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { orchardEngine } from '../support/orchard.ts';

const now = new Date('2026-11-22T00:00:00Z');
const ask = (text: string, previous?: string): Promise<Answer> =>
  orchardEngine.answer({ text, now, ...(previous === undefined ? {} : { previous }) });
async function last(...thread: readonly string[]): Promise<Answer> {
  let answer = await ask(thread[0] ?? '');
  for (const text of thread.slice(1)) answer = await ask(text, answer.continuation);
  return answer;
}
const ids = ({ items }: Answer): string[] => items.map(({ id }) => id);
const shown = ({ title, lead, items }: Answer): string =>
  [
    title,
    lead,
    ...items.flatMap((one) => [one.title.text, one.text.text, ...one.facts.map(({ value }) => value)]),
  ].join('\n');

describe('facts of an event', () => {
  test.each([
    ['in what building was the pollinator hearing, and in which town?', 'Ljubljana'],
    ['how many came to the blossom summit, and in which year?', '2021'],
    ['at which hour did the pollinator hearing open?', 'not stated'],
    ['how long did the blossom summit last?', 'not state'],
    ['who came up with the money for the pollinator hearing?', 'not state'],
    ['which of the two meetings had the bigger crowd, the summit or the hearing?', '320'],
  ])('%s', async (text, part) => expect(shown(await ask(text))).toContain(part));

  test('what was said of an event to come is told, and nothing else', async () => {
    expect(ids(await ask('where will the cider makers meet next?'))).toEqual(['cider-next']);
    expect((await ask('when is the next blossom summit?')).outcome).toBe('unstated');
  });
});

describe('somebody', () => {
  test('whose name is asked for has one', async () => {
    expect((await ask('what is the name of the person who spoke of windfall apples?')).outcome).not.toBe(
      'found',
    );
    expect(ids(await ask('what are the names of the speakers from Turkey?'))).toEqual(['sefa-onur']);
  });

  test('whom the archive does not know is not asked about a second time', async () => {
    const { outcome, items } = await ask('who is Olga Brinkmann, and what did she want for hives?');
    expect(outcome).toBe('nothing');
    expect(items.filter(({ relation }) => relation === 'direct')).toEqual([]);
  });

  test('else is not the one who was shown', async () => {
    expect(ids(await last('who is Irma Talvik?', 'and the other one from Turkey?'))).toEqual(['sefa-onur']);
    expect(
      ids(await last('who is Sefa Onur?', 'and the other speaker from the Cider Makers’ Union?')),
    ).toEqual(['nell-carrow']);
  });

  test('is told with the posts of every year', async () => {
    expect(shown(await ask('what was Talvik’s post in 2021?'))).toContain('President');
  });
});

describe('from somewhere', () => {
  test('is what was said of it and by its people', async () => {
    expect(ids(await ask('what did we hear from Ireland?'))).toEqual(expect.arrayContaining(['ban-against']));
  });

  test('are the recommendations of its people where none is on it', async () => {
    const { title, items } = await ask('/recommendations turkey');
    expect(items.map(({ id }) => id)).toEqual(['schools-lend']);
    expect(title).toContain('Turkey');
  });
});

describe('numbers', () => {
  test('that are asked for at the end are numbers, and sides beside no operator are none', async () => {
    const { items } = await ask('hives lost in Portugal versus hives lost in Slovenia, how many each?');
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['hives-portugal', 'hives-slovenia']));
  });

  test('of another year or place in a thread keep what they are of', async () => {
    expect(ids(await last('how many hives did Portugal lose in 2022?', 'and Turkey?'))).toEqual([
      'hives-turkey',
    ]);
  });
});

test('the same thing asked in two ways is answered once', async () => {
  const answer = await last(
    'how many hives did Portugal lose?',
    'whose figures are these, who presented them?',
  );
  expect(answer.parts ?? []).toEqual([]);
  expect(answer.items.flatMap(({ makers }) => makers).join()).toContain('Brandt');
});

test('what is left out is named by what it is on', async () => {
  const found = ids(await ask('which recommendations by Brandt are there besides the one on spraying?'));
  expect(found).not.toContain('ban');
});
