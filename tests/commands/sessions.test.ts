/** `sessions`: which events match, why, and what to do next. */
import { describe, expect, test } from '@jest/globals';
import { ask, factsOf, ids, lines, marksOf, placesOf } from './asking.ts';

describe('found', () => {
  test('all events, newest first, undated last, counted in the title', async () => {
    const answer = await ask('/sessions');
    expect(answer).toMatchObject({ outcome: 'found', line: 'sessions', title: 'All sessions: 4' });
    expect(ids(answer)).toEqual(['harbour-day', 'north-webinar', 'tide-forum', 'quay-talk']);
    expect(answer.items.map(({ date }) => date)).toEqual([
      '4 May 2023 – 5 May 2023',
      '20 November 2022',
      'September 2021',
      'date not stated',
    ]);
  });

  test('an event says why it was found, shows the best proof with its maker, and where both stand', async () => {
    const [item] = (await ask('/sessions sdg8')).items;
    expect(item).toMatchObject({
      kind: 'session',
      title: { text: 'Harbour day' },
      context: 'conference · Coast Week 2023, session 7',
      reasons: ['SDG 8, named by the source'],
      relation: 'direct',
      group: '',
      text: { text: 'Bo Ek, Crane Union: Employers should train dockers in computer literacy.' },
      line: 'open harbour-day',
    });
    expect(placesOf(item)).toEqual(['harbour report, paragraph 4', 'harbour report, paragraphs 44–45']);
  });

  test('marks lie behind the maker’s name, on the words that matched', async () => {
    const [item] = (await ask('/sessions dockers training')).items;
    expect(marksOf(item?.text ?? { text: '', marks: [] })).toEqual(['train', 'dockers']);
  });

  test('an organization that was asked for is told with what it did for the event', async () => {
    const { items } = await ask('/sessions org:office-of-ports');
    expect(items.map(({ id }) => id)).toEqual(['harbour-day']);
    expect(factsOf(items[0])).toEqual([
      'Organized by: Office of Ports',
      'Speakers: Ada Lund, Office of Ports; Wei Zhang, Pilot Service',
    ]);
  });

  test('a single event offers to be opened, and what was said and recommended on the same subject', async () => {
    const offered = lines(await ask('/sessions 2023'));
    expect(offered.slice(0, 3)).toEqual(['open harbour-day', 'recommendations date:2023', 'ask date:2023']);
    expect(offered.at(-1)).toBe('help');
    expect(offered.length).toBeLessThanOrEqual(5);
  });
});

describe('related', () => {
  test('stands below what is direct, under a heading, with the curator’s reason and none of what was said', async () => {
    const { title, items } = await ask('/sessions sdg8');
    expect(title).toBe('1 session, 1 related');
    expect(items[1]).toMatchObject({
      id: 'tide-forum',
      relation: 'related',
      reasons: ['related only: the source does not name SDG 8'],
      text: { text: 'dockers are workers' },
      facts: [],
    });
    expect(items[1]?.group).not.toBe('');
  });

  test('alone, it makes no answer look direct', async () => {
    const { title, items, sources } = await ask('/sessions sdg9');
    expect(title).toMatch(/^Related only/);
    expect(items.map(({ relation }) => relation)).toEqual(['related']);
    expect(sources.map((one) => one.title)).toEqual(['Harbour towns at work (related only)']);
  });
});

describe('nothing', () => {
  test.each([
    ['/sessions 1999', 'The archive has no session dated 1999.'],
    ['/sessions whaling', 'The archive has no session on whaling.'],
    ['/sessions norway', 'The archive has no session on Norway.'],
  ])('%s', async (text, lead) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({
      outcome: 'nothing',
      title: 'Nothing found',
      lead,
      items: [],
      sources: [],
    });
    expect(lines(answer)).toContain('help');
  });

  test('what one of several filters alone would find is offered', async () => {
    const answer = await ask('/sessions japan 2023 1999');
    expect(answer.outcome).toBe('nothing');
    for (const line of lines(answer)) expect((await ask(line)).outcome).not.toBe('nothing');
  });

  test('is not said of a subject that the archive has, because of an unknown word beside it', async () => {
    const { lead } = await ask('/sessions zeppelins skills');
    expect(lead).not.toMatch(/^The archive has no session on skills\./);
  });
});
