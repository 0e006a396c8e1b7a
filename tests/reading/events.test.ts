/** Events that a text names by what the archive calls its events. */
import { describe, expect, test } from '@jest/globals';
import { openArchive } from '../../src/archive/memory.ts';
import { takeEvents } from '../../src/reading/events.ts';
import { filter } from '../../src/reading/query.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { harbourArchive } from '../support/harbour.ts';
import { at, knowledgeOf, session } from '../support/knowledge.ts';
import { orchardArchive } from '../support/orchard.ts';

const now = new Date('2026-11-22T00:00:00Z');
const taken = async (text: string, archive = orchardArchive) => takeEvents(wordsOf(text), archive, now);
const events = async (text: string, archive = orchardArchive): Promise<string[]> =>
  (await taken(text, archive)).filters.map(({ any, not }) => `${not ? '-' : ''}${any[0]?.value}`);

describe('an event by its kind and what tells it apart', () => {
  test.each([
    ['what was said at the blossom summit?', 'summit'],
    ['who spoke in the pollinator hearing', 'hearing'],
    ['what did they say at the cider round table', 'cider'],
    ['frost at the 2021 summit', 'summit'],
  ])('%s', async (text, id) => {
    expect(await events(text)).toEqual([id]);
  });

  test('a kind that the archive has is enough where one event is of it', async () => {
    expect(await events('who spoke at the hearing?')).toEqual(['hearing']);
    expect(await events('who spoke at the summit?')).toEqual(['summit']);
  });

  test('its words are no words of the question, the others stay in their order', async () => {
    const { rest } = await taken('what did growers say on bees at the pollinator hearing about hives?');
    expect(rest).not.toEqual(expect.arrayContaining(['pollinator']));
    expect(rest).not.toEqual(expect.arrayContaining(['hearing']));
    expect(rest.filter((word) => ['growers', 'bees', 'hives'].includes(word))).toEqual([
      'growers',
      'bees',
      'hives',
    ]);
  });

  test('two are both taken', async () => {
    expect((await events('who was at the blossom summit and at the pollinator hearing?')).sort()).toEqual([
      'hearing',
      'summit',
    ]);
  });

  test('one that is left out is left out', async () => {
    expect(await events('what was said besides the blossom summit?')).toEqual(['-summit']);
    expect(await events('frost except at the pollinator hearing')).toEqual(['-hearing']);
  });
});

describe('nothing is taken', () => {
  test.each([
    'what was said about frost?',
    'who heard the bees?',
    'is there a table of hives?',
    'what was said at the plastics congress?',
    '',
  ])('out of %p', async (text) => {
    expect(await taken(text)).toEqual({ rest: wordsOf(text), filters: [] });
  });

  test('where two events fit alike', async () => {
    const archive = openArchive(
      knowledgeOf({
        sessions: [
          session('one', { title: 'Spring fair of Riga', kind: 'fair', evidence: [at('1')] }),
          session('two', { title: 'Spring fair of Lodz', kind: 'fair', evidence: [at('1')] }),
        ],
      }),
    );
    expect(await events('who came to the spring fair?', archive)).toEqual([]);
  });
});

test('what events are called is a matter of the archive', async () => {
  expect(await events('who came to the hearing?', harbourArchive)).toEqual([]);
  expect((await taken('who came to the tide forum?', harbourArchive)).filters).toEqual([
    filter('session', 'tide-forum'),
  ]);
});
