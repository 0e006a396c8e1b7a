/** Searching people: by who they are, by what they said, and by both at once. */
import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import {
  appearance,
  at,
  by,
  contribution,
  group,
  knowledgeOf,
  organization,
  person,
  session,
  topic,
} from '../support/knowledge.ts';
import { searchFor } from './generated.ts';

const archive = openArchive(
  knowledgeOf({
    sessions: [
      session('old', { date: { on: '2019-03-01', evidence: [at('1')] } }),
      session('new', { date: { on: '2023-05-04', evidence: [at('1')] } }),
    ],
    people: [
      person('ada', 'Ada Lund'),
      person('bo', 'Bo Ek'),
      person('mei', 'Mei Ono'),
      person('kim', 'Kim Berg'),
    ],
    organizations: [
      organization('office', 'Quayside Office', 'bodies', { country: 'SE' }),
      organization('institute', 'Tide Institute', 'schools', { country: 'JP' }),
    ],
    groups: [group('bodies'), group('schools')],
    topics: [topic('robots'), topic('welding')],
    countries: [
      { id: 'SE', name: 'Sweden', aliases: [] },
      { id: 'JP', name: 'Japan', aliases: [] },
    ],
    appearances: [
      appearance('ada', 'old', 'panellist', { role: 'Lecturer', organization: 'institute' }),
      appearance('ada', 'new', 'keynote', { role: 'Director of pilotage', organization: 'office' }),
      appearance('bo', 'new', 'panellist', { role: 'Director of welding', organization: 'office' }),
      appearance('mei', 'new', 'panellist', { role: 'Director of nets', country: 'JP' }),
      appearance('kim', 'old', 'moderator'),
    ],
    contributions: [
      contribution('statement', 'c1', 'new', 'Robots tire nobody.', {
        makers: by('ada'),
        topics: ['robots'],
      }),
      contribution('recommendation', 'c2', 'new', 'Weld by day.', { makers: by('bo'), topics: ['welding'] }),
    ],
  }),
);

const condition = (field: string, value: string, not = false) => ({ any: [{ field, value }], not });
async function idsOf(over: Partial<Search>): Promise<string[]> {
  const { hits } = await archive.searchPeople(searchFor({ coverage: 0.5, ...over }));
  return hits.map(({ record }) => record.id).sort();
}

describe('by who they are', () => {
  test.each([
    ['an office', { words: ['lecturer'] }, ['ada']],
    ['all words of an office', { words: ['director', 'nets'] }, ['mei']],
    ['an organization', { conditions: [condition('by', 'office')] }, ['ada', 'bo']],
    ['a kind of organization', { conditions: [condition('by', 'schools')] }, ['ada']],
    ['an event', { conditions: [condition('session', 'old')] }, ['ada', 'kim']],
    [
      'an event and an organization',
      { conditions: [condition('session', 'new'), condition('by', 'office')] },
      ['ada', 'bo'],
    ],
    [
      'an event and an organization that somebody was of at another event',
      { conditions: [condition('session', 'old'), condition('by', 'office')] },
      [],
    ],
    ['all but an organization', { conditions: [condition('by', 'office', true)] }, ['kim', 'mei']],
  ])('%s', async (_, search, expected) => {
    expect(await idsOf(search)).toEqual(expected);
  });

  test('the appearances that match are given, or all where none does', async () => {
    const { hits } = await archive.searchPeople(searchFor({ conditions: [condition('by', 'schools')] }));
    expect(hits[0]?.appearances.map(({ role }) => role)).toEqual(['Lecturer']);
    const all = await archive.searchPeople(searchFor({ words: ['lecturer'] }));
    expect(all.hits[0]?.appearances).toHaveLength(2);
  });

  test('when they appeared, for the first time or again', async () => {
    expect(await idsOf({ conditions: [condition('date', '2019')] })).toEqual(['ada', 'kim']);
    expect(await idsOf({ conditions: [condition('date', '2023')] })).toEqual(['ada', 'bo', 'mei']);
  });
});

describe('by what they said', () => {
  test('a topic, with the contribution as proof', async () => {
    const { hits } = await archive.searchPeople(searchFor({ conditions: [condition('topic', 'robots')] }));
    expect(hits.map(({ record, proofs }) => [record.id, ...proofs.map(({ id }) => id)])).toEqual([
      ['ada', 'c1'],
    ]);
  });

  test('words', async () => {
    expect(await idsOf({ words: ['tire'] })).toEqual(['ada']);
  });
});

describe('by both at once, every condition holds', () => {
  test('an office and an organization', async () => {
    expect(await idsOf({ words: ['director'], conditions: [condition('by', 'office')] })).toEqual([
      'ada',
      'bo',
    ]);
  });

  test('an office and a country: who had both, but never at one event, has not', async () => {
    expect(await idsOf({ words: ['director'], conditions: [condition('from', 'JP')] })).toEqual(['mei']);
  });

  test('an office and a part played', async () => {
    expect(await idsOf({ words: ['director'], conditions: [condition('part', 'keynote')] })).toEqual(['ada']);
  });

  test('an office and a topic', async () => {
    expect(await idsOf({ words: ['director'], conditions: [condition('topic', 'robots')] })).not.toContain(
      'mei',
    );
  });
});
