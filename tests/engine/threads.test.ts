/** Whole threads: each line may continue the one before. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { createEngine } from '../../src/engine.ts';
import { harbourArchive } from '../support/harbour.ts';

const engine = createEngine(() => harbourArchive);

/** The answer to the last line of a thread. */
async function last(...thread: readonly string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const text of thread)
    answer = await engine.answer({ text, ...(answer ? { previous: answer.continuation } : {}) });
  if (answer === undefined) throw new Error('A thread has at least one line');
  return answer;
}
const lineOf = async (...thread: readonly string[]) => (await last(...thread)).line;

describe('narrowing', () => {
  test.each([
    ['to recommendations', ['/speaker Ada Lund', 'only recommendations'], 'recommendations by:ada-lund'],
    [
      'to a kind',
      ['what did the public bodies say?', 'only figures'],
      'ask by:public-bodies kind:figure want:remarks',
    ],
    ['to a year', ['/sessions sdg8', 'in 2023'], 'sessions sdg:8 date:2023'],
    [
      'to a person',
      ['/recommendations skills', 'by Bo Ek'],
      'recommendations topic:skills by:bo-ek like:skills',
    ],
    ['to an organizer', ['/sessions', 'only organized by universities'], 'sessions organizer:universities'],
  ])('%s', async (_, thread, line) => {
    expect(await lineOf(...thread)).toBe(line);
  });
});

describe('the same of something else', () => {
  test('a person, and nothing of the words that are no more', async () => {
    expect(await lineOf('what did Ada Lund say about robots?', 'and Bo Ek?')).toContain(
      'by:bo-ek topic:automation',
    );
    expect(await lineOf('/speaker Ada Lund', 'only recommendations', 'and Bo Ek?')).toBe(
      'recommendations by:bo-ek',
    );
  });

  test('what is counted stays what is counted', async () => {
    expect((await last('how many recommendations are there on skills?', 'and on automation?')).title).toBe(
      '1 recommendation on automation',
    );
  });
});

describe('the same event or person', () => {
  test.each([
    ['who organized it?', 'Organized by: Office of Ports (OOP)'],
    ['where was it?', 'Place: Visby'],
    ['how many people attended it?', 'Attended by: about 1,080 (on both days)'],
  ])('when was harbour day? %s', async (text, fact) => {
    const { items } = await last('when was harbour day?', text);
    expect(items[0]?.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([fact]);
  });

  test('an event that is open', async () => {
    expect((await last('open quay-talk', 'what was said there?')).items.map(({ id }) => id)).toEqual([
      'qt-1',
    ]);
    expect((await last('open quay-talk', 'who spoke there?')).items.map(({ id }) => id)).toEqual([
      'kim-berg',
    ]);
  });

  test('a person told by a pronoun', async () => {
    const { items } = await last('/speaker Ada Lund', 'what did she say about robots?');
    expect(items.map(({ id }) => id)).toEqual(['tf-2']);
  });

  test('without a thread a pronoun is nobody', async () => {
    expect((await last('who organized it?')).outcome).toBe('nothing');
  });
});

describe('a comparison goes on', () => {
  test('with one more side, a subject, a kind', async () => {
    expect(await lineOf('compare Sweden and Japan', 'and Norway?')).toBe(
      'ask country:SE|country:JP|country:NO want:compare',
    );
    expect(await lineOf('compare Sweden and Japan', 'on automation')).toBe(
      'ask country:SE|country:JP topic:automation like:automation want:compare',
    );
    expect(await lineOf('compare Sweden and Japan', 'only recommendations')).toBe(
      'ask country:SE|country:JP kind:recommendation want:compare',
    );
  });
});

test.each([
  ['Helpful', true],
  ['👍 Helpful', true],
  ['not helpful.', false],
  ['This didn’t help', false],
])('“%s” says of the answer before whether it helped', async (text, helpful) => {
  const answer = await last('ferries', text);
  expect(answer).toMatchObject({ outcome: 'help', line: '', verdict: { line: 'ask text:ferries', helpful } });
});

test('a verdict on nothing is none', async () => {
  expect((await last('helpful')).verdict).toBeUndefined();
  expect((await last('/help', 'helpful')).verdict).toBeUndefined();
  expect((await last('ferries', 'what was helpful?')).verdict).toBeUndefined();
});

test('more than there is gives the last page, under its own line', async () => {
  const answer = await last('ferries', 'page 9');
  expect(answer.page?.number).toBe(3);
  expect(answer.line).toBe('ask text:ferries page:3');
  expect(answer.understood).toContain('page 3');
  expect(await lineOf('/sessions', 'more')).toBe('sessions');
});
