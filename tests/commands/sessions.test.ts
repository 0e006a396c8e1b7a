/** `sessions`: which events match, why, and what to do next. */
import { describe, expect, test } from '@jest/globals';
import { ask, factsOf, ids, lines, marksOf, placesOf } from './asking.ts';

describe('found', () => {
  test('all events, newest first, undated last, counted in the title', async () => {
    const answer = await ask('/sessions');
    expect(answer).toMatchObject({ outcome: 'found', line: 'sessions', title: 'All 4 sessions' });
    expect(ids(answer)).toEqual(['harbour-day', 'north-webinar', 'tide-forum', 'quay-talk']);
    expect(answer.items.map(({ date }) => date)).toEqual([
      '4–5 May 2023',
      '20 November 2022',
      'September 2021',
      'date not stated',
    ]);
  });

  test('the first and the last by date; what has none is neither', async () => {
    const oldest = await ask('which is the oldest event?');
    expect(oldest).toMatchObject({ outcome: 'found', line: 'sessions want:oldest', title: 'Tide forum' });
    expect(ids(oldest)).toEqual(['tide-forum']);
    expect(ids(await ask('sessions want:newest'))).toEqual(['harbour-day']);
    expect(ids(await ask('the latest webinar'))).toEqual(['north-webinar']);
    expect((await ask('the latest event in Japan on whaling')).outcome).toBe('nothing');
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
    expect(placesOf(item)).toEqual(['harbour report, ¶4', 'harbour report, ¶44–45']);
  });

  test('marks lie behind the maker’s name, on the words that matched', async () => {
    const [item] = (await ask('/sessions dockers training')).items;
    expect(marksOf(item?.text ?? { text: '', marks: [] })).toEqual(['train', 'dockers']);
  });

  test('an organization that was asked for is told with what it did for the event', async () => {
    const { items } = await ask('/sessions org:office-of-ports');
    expect(items.map(({ id }) => id)).toEqual(['harbour-day']);
    expect(factsOf(items[0])).toEqual([
      'Organized by: Office of Ports (OOP)',
      'Speakers: Ada Lund, Office of Ports; Wei Zhang, Pilot Service',
    ]);
  });

  test('a single event offers to be opened, and what was said and recommended on the same subject', async () => {
    const offered = lines(await ask('/sessions 2023'));
    expect(offered.slice(0, 3)).toEqual(['open harbour-day', 'recommendations date:2023', 'ask date:2023']);
    expect(offered.length).toBeLessThanOrEqual(5);
  });
});

describe('by their date', () => {
  test.each([
    'undated',
    '/sessions without a date',
    'which events have no date?',
    'which sessions do not state a date',
  ])('%s: those whose sources state none', async (text) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({
      line: 'sessions date:none',
      understood: 'sessions without a stated date',
    });
    expect(ids(answer)).toEqual(['quay-talk']);
  });
});

describe('by what somebody did for them', () => {
  test.each([
    ['/sessions organized by the Office of Ports', 'organizer:office-of-ports', ['harbour-day']],
    ['which events did the Office of Ports organise?', 'organizer:office-of-ports', ['harbour-day']],
    ['which events were hosted by universities?', 'organizer:universities', ['tide-forum']],
    ['events organized by Japan', 'organizer:JP', ['tide-forum']],
    ['sessions supported by the Crane Union', 'supporter:crane-union', ['harbour-day']],
    ['sessions moderated by Lund', 'moderator:ada-lund', ['harbour-day']],
    ['which session did Ada Lund chair?', 'moderator:ada-lund', ['harbour-day']],
    ['/sessions moderator:"Ada Lund"', 'moderator:ada-lund', ['harbour-day']],
    ['/sessions host:"Tide University"', 'organizer:tide-university', ['tide-forum']],
  ])('%s', async (text, condition, found) => {
    const answer = await ask(text);
    expect(answer.line).toBe(`sessions ${condition}`);
    expect(ids(answer)).toEqual(found);
  });

  test('what they did is told with the place where it stands', async () => {
    const [item] = (await ask('sessions supported by the Crane Union')).items;
    expect(factsOf(item)).toEqual(['Supported by: Crane Union (coffee)']);
    expect(placesOf(item)[0]).toBe('harbour report, ¶2');
  });

  test('organizing is not supporting, and speaking is not moderating', async () => {
    expect((await ask('sessions supported by the Office of Ports')).outcome).toBe('nothing');
    expect((await ask('sessions moderated by Bo Ek')).outcome).toBe('nothing');
  });

  test('holds for what was said there as well', async () => {
    const answer = await ask('what was recommended at events organized by universities?');
    expect(ids(answer)).toEqual(['tf-1']);
    expect(answer.understood).toBe('recommendations at events organized by universities');
    expect(ids(await ask('ask moderator:ada-lund kind:poll'))).toEqual(['hd-6']);
  });

  test('a project that somebody funded is no event', async () => {
    expect((await ask('cranes funded by Japan')).line).toBe('ask country:JP text:cranes,funded like:japan');
  });
});

describe('related', () => {
  test('stands below what is direct, under a heading, with the curator’s reason and none of what was said', async () => {
    const { title, items } = await ask('/sessions sdg8');
    expect(title).toBe('1 session on SDG 8, 1 more related');
    expect(items[1]).toMatchObject({
      id: 'tide-forum',
      relation: 'related',
      reasons: ['related only: the source does not name SDG 8'],
      text: { text: 'Dockers are workers' },
      facts: [],
    });
    expect(items[1]?.group).not.toBe('');
  });

  test('alone, it makes no answer look direct', async () => {
    const { title, items, sources } = await ask('/sessions sdg9');
    expect(title).toBe('1 related session on SDG 9; no source names it');
    expect(items.map(({ relation }) => relation)).toEqual(['related']);
    expect(sources.map((one) => one.title)).toEqual(['Harbour towns at work (related only)']);
  });
});

describe('nothing', () => {
  test.each([
    ['/sessions 1999', 'No session in the archive dated 1999'],
    ['/sessions whaling', 'No session in the archive on whaling'],
    ['/sessions norway', 'No session in the archive on Norway'],
  ])('%s', async (text, title) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({
      outcome: 'nothing',
      title,
      items: [],
      sources: [],
    });
    // Two lines at least that lead somewhere.
    expect(lines(answer).length).toBeGreaterThanOrEqual(2);
    for (const line of lines(answer)) expect((await ask(line)).outcome).toBe('found');
  });

  test('what one of several filters alone would find is offered', async () => {
    const answer = await ask('/sessions japan 1999');
    expect(answer.outcome).toBe('nothing');
    for (const line of lines(answer)) expect((await ask(line)).outcome).not.toBe('nothing');
  });

  test('is not said of a subject that the archive has, because of an unknown word beside it', async () => {
    const { title } = await ask('/sessions zeppelins skills');
    expect(title).toBe('“zeppelins” is not in the archive');
  });
});
