/** Searching sessions: what of an event finds it, and what is shown of it. */
import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Session } from '../../src/knowledge/model.ts';
import {
  appearance,
  at,
  by,
  contribution,
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
      session('harbour', {
        title: 'Harbour day',
        aliases: ['Port festival'],
        kind: 'conference',
        series: { name: 'Coast Week', number: '7', evidence: [at('1')] },
        track: 'Logistics',
        room: 'Boathouse',
        abstract: 'Cranes swing from dawn on.',
        summary: 'Two days beside the water.',
        date: { on: '2023-05-04', evidence: [at('1')] },
        place: { name: 'Visby', evidence: [at('1')] },
        organizers: [{ organization: 'office', evidence: [at('1')] }],
        funders: [{ organization: 'bank', evidence: [at('1')] }],
        languages: [{ name: 'Gutnish', evidence: [at('1')] }],
        topics: [{ id: 'robots', link: 'named', evidence: [at('1')] }],
        materials: [{ title: 'Almanac of tides', evidence: [at('1')] }],
      }),
      session('panel', { title: 'Lighthouse panel', parent: 'harbour', summary: 'Lanterns compared.' }),
      session('inner', { title: 'Foghorn corner', parent: 'panel' }),
      session('other', { title: 'Orchard day' }),
    ],
    people: [person('ada', 'Ada Lund')],
    appearances: [
      appearance('ada', 'inner', 'speaker', {
        role: 'Cartographer',
        unit: 'Chart room',
        organization: 'office',
      }),
    ],
    organizations: [
      organization('office', 'Quayside Office', 'bodies', { abbreviation: 'QSO' }),
      organization('bank', 'Granite Bank', 'bodies'),
    ],
    topics: [topic('robots', { synonyms: ['automata'] })],
    contributions: [contribution('statement', 'c', 'inner', 'Seals whistle.', { makers: by('ada') })],
  }),
);

async function idsOf(over: Partial<Search>, by?: 'identity'): Promise<string[]> {
  const { hits } = await archive.searchSessions(searchFor({ coverage: 0.6, ...over }), by);
  return hits.map(({ record }) => record.id);
}

const FOUND_BY = [
  ['its title', 'harbour'],
  ['another name', 'festival'],
  ['its kind', 'conference'],
  ['its series', 'coast'],
  ['its track', 'logistics'],
  ['its room', 'boathouse'],
  ['its place', 'visby'],
  ['its year', '2023'],
  ['an organizer', 'quayside'],
  ["an organizer's abbreviation", 'qso'],
  ["a topic's synonym", 'automata'],
  ["a part's title", 'lighthouse'],
  ["the title of a part's part", 'foghorn'],
] as const;

const CONTAINED = [
  ['its abstract', 'cranes'],
  ['its summary', 'water'],
  ['a document', 'almanac'],
  ['what was said in a part', 'whistle'],
  ["somebody's office", 'cartographer'],
  ["somebody's unit", 'chart'],
] as const;

describe('a session is found by', () => {
  test.each([...FOUND_BY, ...CONTAINED])('%s', async (_, word) => {
    expect(await idsOf({ words: [word] })).toEqual(['harbour']);
  });

  test('what a part was about', async () => {
    expect(await idsOf({ words: ['lanterns'] })).toEqual(['harbour']);
  });

  test('who funded it', async () => {
    expect(await idsOf({ words: ['granite'] })).toEqual(['harbour']);
  });

  test('its language', async () => {
    expect(await idsOf({ words: ['gutnish'] })).toEqual(['harbour']);
  });
});

describe('by what it is called alone', () => {
  test.each(FOUND_BY)('%s finds it', async (_, word) => {
    expect(await idsOf({ words: [word] }, 'identity')).toEqual(['harbour']);
  });

  test.each(CONTAINED)('%s does not', async (_, word) => {
    expect(await idsOf({ words: [word] }, 'identity')).toEqual([]);
  });
});

describe('phrases and exclusions', () => {
  test('a phrase of the title or of what was said', async () => {
    expect(await idsOf({ phrases: ['harbour day'] })).toEqual(['harbour']);
    expect(await idsOf({ phrases: ['seals whistle'] })).toEqual(['harbour']);
    expect(await idsOf({ phrases: ['day harbour'] })).toEqual([]);
    // Another name stands behind the title.
    expect(await idsOf({ phrases: ['day port festival'] })).toEqual([]);
  });

  test('a phrase of what was said beside a word of the title', async () => {
    expect(await idsOf({ phrases: ['seals whistle'], words: ['harbour'] })).toEqual(['harbour']);
    expect(await idsOf({ phrases: ['seals whistle', 'harbour day'] })).toEqual(['harbour']);
    expect(await idsOf({ phrases: ['seals whistle'], words: ['orchard'] })).toEqual([]);
  });

  test('excluded words leave out a session that has them anywhere', async () => {
    expect(await idsOf({ words: ['day'], without: ['whistle'] })).toEqual(['other']);
    expect(await idsOf({ without: ['harbour'] })).toEqual(['other']);
    expect(await idsOf({ without: ['whistle', 'orchard'] })).toEqual([]);
  });
});

test('the title counts for more than a mention', async () => {
  const both: Session[] = [
    session('mention', { title: 'Orchard evening', abstract: 'Also ferries.' }),
    session('title', { title: 'Ferries at night' }),
  ];
  const { hits } = await openArchive(knowledgeOf({ sessions: both })).searchSessions(
    searchFor({ words: ['ferries'] }),
  );
  expect(hits.map(({ record }) => record.id)).toEqual(['title', 'mention']);
});

test('of people asked for, the appearances in the session and its parts are given', async () => {
  const conditions = [{ any: [{ field: 'org', value: 'office' }], not: false }];
  const { hits } = await archive.searchSessions(searchFor({ conditions }));
  expect(hits.map(({ appearances }) => appearances.map((one) => one.person))).toEqual([['ada']]);
  const plain = await archive.searchSessions(searchFor({ words: ['harbour'] }));
  expect(plain.hits[0]?.appearances).toEqual([]);
});
