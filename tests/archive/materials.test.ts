/** Searching the documents that sources point to. */
import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { at, knowledgeOf, linked, session, source } from '../support/knowledge.ts';
import { searchFor } from './generated.ts';

const archive = openArchive(
  knowledgeOf({
    sources: [source('report', { title: 'Often quoted' }), source('leaflet', { title: 'Seldom read' })],
    sessions: [
      session('harbour', {
        title: 'Harbour day',
        date: { on: '2023', evidence: [at('1')] },
        sdgs: [linked(8)],
        materials: [{ title: 'Cranes without drivers', kind: 'paper', evidence: [at('5')] }],
      }),
      session('panel', {
        title: 'Panel',
        parent: 'harbour',
        materials: [{ title: 'Map of nets', note: 'Drawn by hand.', evidence: [at('6')] }],
      }),
      session('orchard', {
        title: 'Orchard day',
        materials: [{ title: 'Cranes at rest', evidence: [at('7')] }],
      }),
    ],
    goals: [{ id: 8, short: { en: 'zzwork' }, title: {}, aliases: [] }],
  }),
);

/** The documents that sources point to, or the sources themselves, with the event that they belong to. */
async function found(over: Partial<Search>, own = false): Promise<string[]> {
  const { hits } = await archive.searchMaterials(searchFor({ coverage: 0.6, ...over }));
  return hits
    .filter(({ record }) => 'places' in record === own)
    .map(({ record, session: event }) => `${record.title} (${event?.id})`)
    .sort();
}

describe('documents', () => {
  test('are found by their title, note and event, those of a part with the whole event', async () => {
    expect(await found({ words: ['drivers'] })).toEqual(['Cranes without drivers (harbour)']);
    expect(await found({ words: ['drawn'] })).toEqual(['Map of nets (harbour)']);
    expect(await found({ words: ['cranes', 'orchard'], coverage: 0.9 })).toEqual([
      'Cranes at rest (orchard)',
    ]);
    expect(await found({ phrases: ['cranes at rest'] })).toEqual(['Cranes at rest (orchard)']);
  });

  test('are narrowed by the event, its date and its goals', async () => {
    const only = (field: string, value: string) =>
      found({ conditions: [{ any: [{ field, value }], not: false }] });
    expect(await only('session', 'orchard')).toEqual(['Cranes at rest (orchard)']);
    expect(await only('date', '2023')).toHaveLength(2);
    expect(await only('sdg', '8')).toHaveLength(2);
    expect(await only('date', '1999')).toEqual([]);
  });

  test('excluded words leave documents out beside words asked for', async () => {
    expect(await found({ words: ['cranes'], without: ['drivers'] })).toEqual(['Cranes at rest (orchard)']);
  });

  test('the sources of the archive are documents too, each with the first event that it tells of', async () => {
    expect(await found({ words: ['quoted'] }, true)).toEqual(['Often quoted (harbour)']);
    expect(await found({ words: ['seldom'] }, true)).toEqual(['Seldom read (undefined)']);
  });

  test('excluded words leave documents out of the whole list as well', async () => {
    expect(await found({ without: ['cranes'] })).toEqual(['Map of nets (harbour)']);
  });

  test('are found by the part that they belong to', async () => {
    expect(
      await found({ conditions: [{ any: [{ field: 'session', value: 'panel' }], not: false }] }),
    ).toEqual(['Map of nets (harbour)']);
  });
});
