/** `ask`: what was said, facts of events, people, documents and counts, as the wording of a question asks for them. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { PAPER_URL } from '../support/harbour.ts';
import { ask, factsOf, ids, lines, marksOf, placesOf } from './asking.ts';

describe('what was said', () => {
  test('by an organization, by an unnamed voice, and by the event itself', async () => {
    const makers = async (text: string) => (await ask(text)).items[0]?.makers;
    expect(await makers('rope work')).toEqual(['Pilot Service']);
    expect(await makers('night watch')).toEqual(['a member of the audience']);
    expect(await makers('lanterns')).toEqual(['Quay talk']);
    expect(await makers('remote cranes')).toEqual(['Harbour day']);
  });

  test('at an event without a date says so', async () => {
    expect((await ask('lanterns')).items[0]).toMatchObject({
      date: 'date not stated',
      context: 'Quay talk',
      evidence: [
        { source: 'quay-note', at: 'intro', place: 'introduction', label: 'quay note, introduction' },
      ],
    });
  });

  test('has the words that matched marked, also in another form', async () => {
    const [item] = (await ask('training docker')).items;
    expect(marksOf(item?.text ?? { text: '', marks: [] })).toEqual(['train', 'dockers']);
  });

  test('a figure and its statement are one line; its value is told where the text writes it in words', async () => {
    const answer = await ask('pilotage');
    expect(answer.items).toHaveLength(1);
    const figure = await ask('how many of the pilotage staff retired?');
    expect(ids(figure)).toEqual(['hd-5']);
    expect(factsOf(figure.items[0])).toEqual(['Value: about 33 per cent']);
  });

  test('a poll gives its options with their results', async () => {
    expect(factsOf((await ask('kind:poll')).items[0])).toEqual([
      'Question: Will cranes be driven from afar?',
      'Yes: 70 per cent',
      'No: 30 per cent',
    ]);
  });

  test('a poll gives the question that was asked', async () => {
    expect(JSON.stringify((await ask('kind:poll')).items[0])).toContain('Will cranes be driven from afar?');
  });

  test('comes on pages that cover it once', async () => {
    const seen: string[] = [];
    for (let line: string | undefined = 'ferries'; line !== undefined; ) {
      const answer = await ask(line);
      seen.push(...ids(answer));
      line = answer.page?.next;
    }
    expect(seen).toEqual(Array.from({ length: 14 }, (_, n) => `nw-${n + 1}`));
  });

  test('is offered narrowed by what the results differ in', async () => {
    const { choices } = await ask('what did the public bodies say?');
    expect(choices.filter(({ kind }) => kind === 'refine').length).toBeGreaterThan(0);
    for (const { line, label, kind } of choices) {
      if (kind !== 'refine') continue;
      const count = Number(/\((\d+)\)$/.exec(label)?.[1]);
      const narrowed = await ask(line);
      expect({ line, count: narrowed.page?.total ?? narrowed.items.length }).toEqual({ line, count });
    }
  });
});

describe('facts of an event', () => {
  test.each([
    ['when was harbour day?', 'Date: 4–5 May 2023', 'harbour report, ¶1'],
    ['where was harbour day?', 'Place: Visby', 'harbour report, ¶1'],
    ['who organized harbour day?', 'Organized by: Office of Ports (OOP)', 'harbour report, ¶1'],
    ['who supported harbour day?', 'Supported by: Crane Union (coffee)', 'harbour report, ¶2'],
    [
      'who moderated harbour day?',
      'Moderated by: Ada Lund, Director, Office of Ports (OOP)',
      'harbour report, ¶2',
    ],
    [
      'how many people attended harbour day?',
      'Attended by: about 1,080 (on both days)',
      'harbour report, ¶2',
    ],
    [
      'in which languages was harbour day?',
      'Languages: Swedish (whispered in English)',
      'harbour report, ¶1',
    ],
    ['at what time was harbour day?', 'Time: 09:00–17:00 (UTC+02:00)', 'harbour report, ¶1'],
  ])('%s', async (text, fact, place) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('found');
    expect(factsOf(answer.items[0])).toContain(fact);
    expect(placesOf(answer.items[0])).toContain(place);
  });

  test('of a part, where the part has them, and of the whole event otherwise', async () => {
    const speakers = (await ask('who spoke in the panel on cranes?')).items[0];
    expect(speakers).toMatchObject({ id: 'harbour-day-panel' });
    expect(factsOf(speakers)).toEqual(['Speakers: Bo Ek, Crane Union; Wei Zhang, Pilot Service; Mei Ono']);
    expect((await ask('when was the panel on cranes?')).items[0]).toMatchObject({ id: 'harbour-day' });
  });

  test('which goals: those that are named apart from those that a curator relates', async () => {
    expect(factsOf((await ask('which goals does harbour day name?')).items[0])).toEqual([
      'Goals named: SDG 8 Decent work (the theme of the day)',
      'Goals related: SDG 9 Infrastructure',
    ]);
  });

  test.each([
    ['when was the quay talk?', 'The documents do not say when “Quay talk” was held'],
    ['who organized the quay talk?', 'The documents do not say who organized “Quay talk”'],
    [
      'how many people attended the quay talk?',
      'The documents do not say how many people attended “Quay talk”',
    ],
    ['who funded harbour day?', 'The documents do not say who funded “Harbour day”'],
  ])('%s: not stated', async (text, title) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ outcome: 'unstated', title });
    expect(answer.items).toHaveLength(1);
    expect(answer.items[0]?.evidence.length).toBeGreaterThan(0);
  });

  test('words that the archive does not know are not repeated', async () => {
    expect((await ask('when was the frobnicated harbour day?')).understood).not.toContain('frobnicated');
  });
});

describe('people', () => {
  test('who spoke for an organization, or for a kind of organization', async () => {
    expect(ids(await ask('who spoke for the pilot service?'))).toEqual(['wei-zhang-ports']);
    expect(ids(await ask('who spoke for the universities?')).sort()).toEqual(['ada-lund', 'wei-zhang-tide']);
  });

  test('who spoke of something, with what they said as the proof', async () => {
    const answer = await ask('who talked about robots?');
    // Automation is the topic of both; she used the word.
    expect(ids(answer)).toEqual(['ada-lund', 'wei-zhang-tide']);
    expect(answer.items[0]?.text.text).toBe('Robots will weld hulls before they mend nets.');
    expect(placesOf(answer.items[0])).toContain('harbour report, ¶13');
  });

  test('a place that proves both is cited once', async () => {
    for (const text of [
      'who talked about lanterns?',
      'who talked about ferries?',
      'who talked about robots?',
    ]) {
      for (const item of (await ask(text)).items) {
        expect(new Set(placesOf(item)).size).toBe(placesOf(item).length);
      }
    }
  });

  test('who was asked for and said nothing that is recorded', async () => {
    const answer = await ask('what did Mei Ono say about cranes?');
    expect(answer).toMatchObject({ outcome: 'unstated', title: 'The documents record no remark by Mei Ono' });
  });
});

test('what panellists said is found by the part that they played and the panel', async () => {
  expect((await ask('what did the panellists of the panel on cranes say?')).line).toBe(
    'ask part:panellist session:harbour-day-panel want:remarks',
  );
  expect((await ask('show me all polls')).understood).toBe('polls');
});

describe('documents', () => {
  test('with their address, publisher and date, and the event that points to them', async () => {
    const answer = await ask('link to cranes without drivers');
    const [item] = answer.items;
    expect(item).toMatchObject({
      kind: 'material',
      title: { text: 'Cranes without drivers' },
      context: 'Harbour day',
    });
    expect(item?.facts[0]).toEqual({ label: 'Address', value: PAPER_URL, url: PAPER_URL });
    expect(factsOf(item).slice(1)).toEqual(['Publisher: Office of Ports', 'Published: 2022']);
    expect(placesOf(item)).toEqual(['harbour report, ¶5']);
    expect(lines(answer)).toEqual(['open harbour-day']);
  });

  test('without an address, with their note', async () => {
    const [item] = (await ask('document map of the quays')).items;
    expect(item?.text.text).toBe('Handed out on paper.');
    expect(item?.facts.map(({ url }) => url)).not.toContain(expect.anything());
  });
});

describe('counts', () => {
  test.each([
    ['how many sessions are there?', '4 sessions'],
    ['how many recommendations are there?', '3 recommendations'],
    ['how many recommendations are there on digital skills?', '1 recommendation on digital skills'],
    ['how many topics are there?', '4 topics'],
    ['how many documents are there?', '4 documents'],
    ['how many organizations are there?', '4 organizations'],
  ])('%s', async (text, title) => {
    expect((await ask(text)).title).toBe(title);
  });

  test('lead to the list that they count', async () => {
    const { choices } = await ask('how many recommendations are there on digital skills?');
    expect((await ask(choices[0]?.line ?? '')).items).toHaveLength(1);
  });

  test.each([
    ['how many organizations are there from Japan?', '1 organization'],
    ['how many organizations took part in harbour day?', '3 organizations in “Harbour day”'],
    ['how many documents are there on automation?', '1 document on automation'],
    ['how many documents are there on the quay talk?', '1 document in “Quay talk”'],
    ['how many topics are there at the quay talk?', 'No topics in “Quay talk”'],
    ['how many topics are there at harbour day?', '2 topics in “Harbour day”'],
    ['how many webinars are there?', '1 session'],
    ['how many polls were held?', '1 poll'],
    ['how many moderators were there?', '1 moderator'],
    ['how many panellists spoke about automation?', '1 panellist on automation'],
    ['how many implied recommendations are there?', '1 recommendation (implied)'],
    ['how many practices are there on skills?', '1 practice on skills'],
  ])('%s', async (text, title) => {
    expect((await ask(text)).title).toBe(title);
  });

  test('of documents and topics name what they count', async () => {
    expect(ids(await ask('how many documents are there on automation?'))).toEqual(['report']);
    expect(ids(await ask('how many topics are there at harbour day?')).sort()).toEqual([
      'digital-skills',
      'skills',
    ]);
  });

  test.each([
    'how many organizations took part in harbour day?',
    'how many moderators were there?',
    'how many polls were held?',
    'how many webinars are there?',
    'how many people spoke about automation?',
  ])('%s: the button leads to as many', async (text) => {
    const { title, choices } = await ask(text);
    expect(choices[0]?.label).toMatch(/^Show /);
    expect((await ask(choices[0]?.line ?? '')).items).toHaveLength(Number.parseInt(title, 10));
  });

  test('words that the archive does not know are not repeated', async () => {
    const answer = await ask('how many sessions about frobnication?');
    expect(`${answer.lead} ${answer.understood}`).not.toContain('frobnication');
  });
});

/** What is shown of an answer: neither its lines nor what became of the words that were typed. */
const shownOf = ({ line, choices, continuation, reading, ...shown }: Answer): string => JSON.stringify(shown);

describe('nothing', () => {
  test('that matches is said, with the word that the archive does not know, and nothing else of the request', async () => {
    for (const text of ['frobnication', 'what is frobnication?', 'who said frobnication?']) {
      const answer = await ask(text);
      expect(answer.outcome).toBe('nothing');
      expect(answer.title).toBe('“frobnication” is not in the archive');
      expect(shownOf({ ...answer, title: '' })).not.toMatch(/frobni|zeppelin/);
    }
  });

  test('beside something that is there, words that nobody used do not keep it back, and are accounted for', async () => {
    const answer = await ask('frobnicate robots zeppelin');
    expect(ids(answer)).toContain('tf-2');
    expect(`${answer.title} ${answer.understood}`).not.toMatch(/frobni|zeppelin/);
    expect(answer.reading).toEqual([
      { word: 'frobnicate', use: 'unused' },
      { word: 'robots', use: 'condition' },
      { word: 'zeppelin', use: 'unused' },
    ]);
  });

  test('what somebody did not speak of is told of them, with all that they did say', async () => {
    const answer = await ask('what did Bo Ek say about whaling?');
    expect(answer).toMatchObject({
      outcome: 'nothing',
      title: 'No remark by Bo Ek on whaling is recorded',
    });
    expect(lines(answer)[0]).toBe('speaker by:bo-ek');
  });
});
