/**
 * What is written in short forms comes out spelled out.
 */
import { expect, test } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { BASE, EVENT, GULLS, knowledgeFolder, spoil } from './folder.ts';

const load = (changes: Record<string, string> = {}) =>
  loadKnowledge(knowledgeFolder(changes), { cache: false });

test('numbered places become single places with their number in the label', async () => {
  const { sources } = await load();
  expect(sources[0]?.places).toEqual([
    { at: '1', label: 'paragraph 1' },
    { at: '2', label: 'paragraph 2' },
    { at: '3', label: 'paragraph 3' },
    { at: '4', label: 'paragraph 4' },
    { at: 'annex', label: 'annex' },
    { at: 'index', label: 'index', empty: 'a list of page numbers' },
  ]);
});

test('a session has its facts with evidence, and its appearances stand beside it', async () => {
  const { sessions, appearances } = await load();
  const first = [{ source: 'harbour-report', at: '1' }];
  expect(sessions[0]).toMatchObject({
    id: 'harbour-day',
    added: '2023-06-30',
    date: { on: '2023-05-04', until: '2023-05-05', evidence: first },
    place: { name: 'Visby', country: 'SE', evidence: [{ source: 'harbour-news', at: 'p1' }] },
    organizers: [{ organization: 'office-of-ports', evidence: first }],
    supporters: [],
    sdgs: [{ id: 8, link: 'named', evidence: [{ source: 'harbour-report', at: '2' }] }],
    actionLines: [{ id: 'c7-e-employment', link: 'related', evidence: [] }],
    unstated: ['supporters', 'funders', 'materials'],
    evidence: [{ source: 'harbour-report', at: '1-2' }],
  });
  expect(sessions[1]).toMatchObject({ id: 'harbour-day-opening', parent: 'harbour-day' });
  expect(appearances).toEqual([
    {
      person: 'ada-lund',
      session: 'harbour-day-opening',
      part: 'moderator',
      organization: 'office-of-ports',
      evidence: [{ source: 'harbour-report', at: '2' }],
    },
    {
      person: 'bo-ek',
      session: 'harbour-day-opening',
      part: 'speaker',
      country: 'SE',
      evidence: [{ source: 'harbour-report', at: '2' }],
    },
  ]);
});

test('makers are told apart by what their ids stand for', async () => {
  const by = 'by: [harbour-day-opening, office-of-ports, ada-lund]\n    voice: a passer-by';
  const { contributions } = await load({ [EVENT]: spoil(EVENT, 'by: [bo-ek]', by) });
  expect(contributions[0]?.makers).toEqual([
    { kind: 'session', id: 'harbour-day-opening' },
    { kind: 'organization', id: 'office-of-ports' },
    { kind: 'person', id: 'ada-lund' },
    { kind: 'unnamed', voice: 'a passer-by' },
  ]);
});

test('a named goal of a claim has the evidence of the claim', async () => {
  const { contributions } = await load();
  expect(contributions[0]).toMatchObject({
    sdgs: [{ id: 8, link: 'named', evidence: [{ source: 'harbour-report', at: '3' }] }],
    evidence: [{ source: 'harbour-report', at: '3' }],
  });
});

test('no short form is left, and no field is there without a value', async () => {
  const knowledge = await load();
  const strayed: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value === undefined) strayed.push(path);
    if (value === null || typeof value !== 'object') return;
    for (const [key, item] of Object.entries(value)) {
      const isPlace = /evidence\/\d+\/at$|places\/\d+\/at$/.test(`${path}/${key}`);
      if (['at', 'by', 'voice'].includes(key) && !isPlace && !path.includes('/makers/'))
        strayed.push(`${path}/${key}`);
      visit(item, `${path}/${key}`);
    }
  };
  visit(knowledge, '');
  expect(strayed).toEqual([]);
});

test('entries of several files of an event come together, in the order of the files', async () => {
  const knowledge = await load({ 'events/2023-05-harbour/a-first.yaml': GULLS });
  expect(knowledge.contributions.map(({ id }) => id)).toEqual([
    'hn-1',
    'hd-2-1',
    'hd-2-2',
    'hd-2-3',
    'hd-2-4',
  ]);
  expect(knowledge.contributions[0]?.evidence).toEqual([{ source: 'harbour-news', at: 'p1' }]);
});

test('the revision follows the content, and nothing else', async () => {
  const revision = async (changes: Record<string, string>) => (await load(changes)).revision;
  const plain = await revision({});
  expect(plain).toMatch(/^[0-9a-f]{12}$/);
  expect(await revision({})).toBe(plain);
  expect(await revision({ 'people.yaml': `${BASE['people.yaml']}\n` })).not.toBe(plain);
});
