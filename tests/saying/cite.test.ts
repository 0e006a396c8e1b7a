/** Citations: places as people read them, sources once each. */
import { describe, expect, test } from '@jest/globals';
import type { Item } from '../../src/answer/answer.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { cite, originalOf, placeLabel, sourcesOf } from '../../src/saying/cite.ts';
import { type Context, contextOf } from '../../src/saying/context.ts';
import { item } from '../support/answers.ts';
import { at, knowledgeOf, session, source } from '../support/knowledge.ts';

const REPORT = source('report', {
  short: 'annual report',
  title: 'Annual report 2023',
  publisher: 'Office of Ports',
  date: '2023-06-01',
  url: 'https://ports.example/report',
  places: [
    ...['43', '44', '45'].map((place) => ({ at: place, label: `paragraph ${place}` })),
    { at: '2.1', label: 'section 2, point 1' },
    { at: '2.3', label: 'section 2, point 3' },
    { at: '3.1', label: 'section 3, point 1' },
    { at: 'p1', label: '¶1' },
    { at: 'title', label: 'title' },
    { at: 'sdgs.text', label: 'text on the goals' },
  ],
});
const context: Context = contextOf(
  openArchive(
    knowledgeOf({
      sources: [
        REPORT,
        source('note', { short: 'note', title: 'A note', publisher: 'not stated' }),
        source('list'),
      ],
    }),
  ),
);

describe('a place', () => {
  test.each([
    ['43', 'paragraph 43'],
    ['44-45', 'paragraphs 44–45'],
    ['2.1-2.3', 'section 2, points 1–3'],
    ['2.3-3.1', 'section 2, point 3 to section 3, point 1'],
    ['title-43', 'title to paragraph 43'],
    ['sdgs.text', 'text on the goals'],
    ['unheard', 'unheard'],
  ])('%s reads %s', (place, label) => {
    expect(placeLabel(REPORT, place, context)).toBe(label);
  });

  test('of a source that is not known reads as it is written', () => {
    expect(placeLabel(undefined, '7', context)).toBe('7');
    expect(cite([at('7', 'unknown')], context)).toEqual([
      { source: 'unknown', at: '7', place: '7', label: 'unknown, 7' },
    ]);
  });
});

test('each place is cited once, in order, with its source; the same place of two sources is two', () => {
  const evidence = [at('44-45'), at('p1', 'note'), at('44-45'), at('43'), at('43', 'note')];
  expect(cite(evidence, context).map(({ label }) => label)).toEqual([
    'annual report, ¶44–45',
    'note, p1',
    'annual report, ¶43',
    'note, ¶43',
  ]);
});

describe('the sources of items', () => {
  const from = (relation: Item['relation'], ...sources: readonly string[]): Item =>
    item({
      relation,
      evidence: cite(
        sources.map((id) => at('43', id)),
        context,
      ),
    });

  test('are each told once, in the order of first use, with what is stated of them', () => {
    expect(sourcesOf([from('direct', 'note', 'report'), from('direct', 'report', 'list')], context)).toEqual([
      { id: 'note', title: 'A note', publisher: '', date: '' },
      {
        id: 'report',
        title: 'Annual report 2023',
        publisher: 'Office of Ports',
        date: '1 June 2023',
        url: 'https://ports.example/report',
      },
      { id: 'list', title: 'The list in full', publisher: 'Office of Ports', date: '' },
    ]);
  });

  test('behind related items alone say so', () => {
    const titles = sourcesOf([from('related', 'note', 'report'), from('direct', 'report')], context).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(['A note (related only)', 'Annual report 2023']);
  });

  test('without an address have that of the page of the event that they tell of, if it is one event', () => {
    const told = contextOf(
      openArchive(
        knowledgeOf({
          sources: [REPORT, source('note'), source('programme'), source('leaflet')],
          sessions: [
            session('fair', {
              url: 'https://ports.example/fair',
              evidence: [at('1', 'note'), at('43')],
            }),
            session('stall', { parent: 'fair', evidence: [at('1', 'leaflet')] }),
            session('one', { url: 'https://ports.example/1', evidence: [at('1', 'programme')] }),
            session('two', { evidence: [at('2', 'programme')] }),
          ],
        }),
      ),
    );
    const ids = ['report', 'note', 'programme', 'leaflet'];
    expect(sourcesOf([from('direct', ...ids)], told).map(({ id, url }) => [id, url])).toEqual([
      ['report', 'https://ports.example/report'],
      ['note', 'https://ports.example/fair'],
      ['programme', undefined],
      ['leaflet', undefined],
    ]);
    expect(originalOf(REPORT, told)?.label).toBe('Address');
    expect(originalOf(source('note'), told)?.label).toBe('Event page');
  });

  test('that are not known are left out', () => {
    expect(sourcesOf([from('direct', 'unknown')], context)).toEqual([]);
  });
});
