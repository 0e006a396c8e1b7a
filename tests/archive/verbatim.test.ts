/** What says all that was typed in so many words comes first, whatever its words were read as. */
import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import {
  addressed,
  by,
  contribution,
  group,
  knowledgeOf,
  organization,
  person,
  session,
} from '../support/knowledge.ts';
import { searchFor } from './generated.ts';

const archive = openArchive(
  knowledgeOf({
    sessions: [session('event', { title: 'Meeting' }), session('other', { title: 'Second meeting' })],
    people: [person('ada', 'Ada Lund'), person('bo', 'Bo Ek')],
    groups: [group('pilots')],
    organizations: [organization('school', 'Swiss Rowing School', 'pilots')],
    countries: [{ id: 'CH', name: 'Switzerland', aliases: ['Swiss'] }],
    contributions: [
      contribution('statement', 'far', 'event', 'Lakes of Switzerland are deep.', {
        countries: ['CH'],
        to: addressed('pilots'),
      }),
      ...Array.from({ length: 8 }, (_, n) =>
        contribution('statement', `deep-${n}`, 'event', `Deep lakes and more lakes of number ${n}.`, {
          countries: ['CH'],
          makers: by('ada'),
        }),
      ),
      contribution('statement', 'named', 'event', 'The Swiss Rowing School in Nepal has deep tanks.', {
        countries: ['NP'],
        makers: by('bo'),
      }),
      contribution('statement', 'elsewhere', 'other', 'Tanks at the Swiss Rowing School are deep.', {
        makers: by('bo'),
      }),
      contribution('statement', 'told', 'event', 'Lund is a town with deep tanks.', { makers: by('bo') }),
    ],
  }),
);
const condition = (field: string, value: string) => ({ any: [{ field, value }], not: false });

async function ids(search: Partial<Search>): Promise<string[]> {
  const { hits } = await archive.searchContributions(searchFor({ ...search, coverage: 0.9, limit: 20 }));
  return hits.map(({ record }) => record.id);
}

describe('a country that the text names and curators did not link', () => {
  const asked = { conditions: [condition('country', 'CH')], words: ['tanks', 'deep'], verbatim: true };

  test('is met by the very words', async () => {
    expect(await ids({ ...asked, verbatim: false })).toEqual([]);
    expect((await ids(asked)).sort()).toEqual(['elsewhere', 'named']);
  });

  test('but what is demanded of the event still holds', async () => {
    const conditions = [...asked.conditions, condition('session', 'event')];
    expect(await ids({ ...asked, conditions })).toEqual(['named']);
  });

  test('and a word that is missing is not made up for by it', async () => {
    expect(await ids({ ...asked, words: ['tanks', 'deep', 'lakes'] })).toEqual([]);
  });

  test('nor one that must not be there', async () => {
    expect(await ids({ ...asked, without: ['nepal'] })).toEqual(['elsewhere']);
  });

  test('a country that must not be meant is not softened', async () => {
    const conditions = [{ ...condition('country', 'CH'), not: true }];
    expect((await ids({ ...asked, conditions })).sort()).toEqual(['elsewhere', 'named', 'told']);
  });
});

test('comes before what scores higher, and first what meets the conditions as well', async () => {
  const search = { conditions: [condition('country', 'CH')], words: ['deep'], literal: ['swiss'] };
  const [first, second] = await ids({ ...search, verbatim: true });
  expect([first, second].sort()).toEqual(['elsewhere', 'named']);
  const worded = { conditions: [condition('country', 'CH')], words: ['deep'], verbatim: true };
  expect((await ids(worded)).slice(-2).sort()).toEqual(['elsewhere', 'named']);
});

test('a name among free words may be of what is told; a maker that was asked for is demanded', async () => {
  const search = { conditions: [condition('by', 'ada')], words: ['deep', 'tanks'], verbatim: true };
  expect(await ids(search)).toEqual([]);
  expect(await ids({ ...search, literal: ['lund'] })).toEqual(['told']);
});

test('where every word was read as a condition, the text has to name them all', async () => {
  const conditions = [condition('country', 'CH'), condition('group', 'pilots')];
  expect(await ids({ conditions, verbatim: true })).toEqual(['far']);
});
