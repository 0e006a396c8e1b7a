/** `open`: one thing in full. */
import { describe, expect, test } from '@jest/globals';
import { HARBOUR, PAPER_URL } from '../support/harbour.ts';
import { ask, factsOf, ids, lines, placesOf } from './asking.ts';

describe('an event', () => {
  test('with everything stated, what is left open, and its parts with their people', async () => {
    const { title, items } = await ask('open harbour-day');
    expect(title).toBe('Harbour day');
    expect(items[0]?.text.text).toBe('Two days on work in harbours.');
    expect(factsOf(items[0])).toEqual([
      'Time: 09:00–17:00 (UTC+02:00)',
      'Place: Visby',
      'Languages: Swedish',
      'Languages: Swedish (whispered in English)',
      'Organized by: Office of Ports (OOP)',
      'Supported by: Crane Union',
      'Supported by: Crane Union (coffee)',
      'Attended by: about 1,080',
      'Attended by: about 1,080 (on both days)',
      'Moderated by: Ada Lund, Director, Office of Ports (OOP)',
      'Goals named: SDG 8 Decent work',
      'Goals named: SDG 8 Decent work (the theme of the day)',
      'Goals related: SDG 9 Infrastructure',
      'Action lines related: C7 E-employment',
      'Document: Cranes without drivers, 2022',
      'Document: Map of the quays',
      'Not stated: who funded it',
    ]);
    expect(items[0]?.facts.find(({ url }) => url)?.url).toBe(PAPER_URL);
    expect(items.slice(1).map(({ id, makers }) => [id, ...makers])).toEqual([
      ['harbour-day-opening', 'Ada Lund, OOP'],
      ['harbour-day-panel', 'Bo Ek, Crane Union', 'Wei Zhang, Pilot Service', 'Mei Ono'],
    ]);
  });

  test('names the place behind every fact', async () => {
    const [item] = (await ask('open harbour-day')).items;
    expect(placesOf(item)).toEqual(expect.arrayContaining(['harbour report, ¶5', 'harbour report, ¶6']));
  });

  test('offers what was said and recommended there, who spoke, and for a part the event', async () => {
    expect(lines(await ask('open harbour-day'))).toEqual([
      'ask session:harbour-day',
      'recommendations session:harbour-day',
      'ask session:harbour-day want:people',
    ]);
    expect(lines(await ask('open harbour-day-panel'))).toContain('open harbour-day');
    for (const line of lines(await ask('open harbour-day')))
      expect((await ask(line)).outcome).not.toBe('nothing');
  });

  test('offers no recommendations where there are none', async () => {
    expect(lines(await ask('open quay-talk'))).toEqual([
      'ask session:quay-talk',
      'ask session:quay-talk want:people',
    ]);
  });

  test('without a date, organizer or attendance says what is not stated', async () => {
    const [item] = (await ask('open quay-talk')).items;
    expect(item?.date).toBe('date not stated');
    expect(factsOf(item)).toEqual(['Speakers: Kim Berg', 'Not stated: date, organizers, attendance']);
  });

  test('is opened by its title as well', async () => {
    expect((await ask('open tide forum')).line).toBe('open tide-forum');
  });
});

describe('a contribution', () => {
  test('with its part and topics, and the way to its maker, event and topics', async () => {
    const answer = await ask('open hd-2');
    expect(factsOf(answer.items[0])).toEqual([
      'Addressed to: employers',
      'Part: Panel on cranes',
      'Topics: digital skills',
    ]);
    expect(lines(answer)).toEqual(['speaker by:bo-ek', 'open harbour-day', 'ask topic:digital-skills']);
  });

  test.each(HARBOUR.contributions.map(({ id }) => id).filter((id) => !id.startsWith('nw-')))(
    '%s opens with its places',
    async (id) => {
      const answer = await ask(`open ${id}`);
      expect({ outcome: answer.outcome, ids: ids(answer) }).toEqual({ outcome: 'found', ids: [id] });
      expect(answer.sources.length).toBeGreaterThan(0);
      for (const line of lines(answer)) expect((await ask(line)).outcome).toBe('found');
    },
  );
});

describe('other things', () => {
  test('an organization, with what it is a unit of and what was said of it', async () => {
    const { items } = await ask('open pilot-service');
    expect(factsOf(items[0])).toEqual(['Kind: Public bodies', 'Part of: Office of Ports']);
    expect(items[0]?.kind).toBe('organization');
    expect(items.slice(1).map(({ id }) => id)).toContain('hd-7');
  });

  test('a topic, with the broader one and its other names', async () => {
    const { items } = await ask('open digital-skills');
    expect(factsOf(items[0])).toEqual(['Broader topic: skills', 'Also called: computer literacy']);
  });

  test('a goal, a group, an action line, a source', async () => {
    const titles = await Promise.all(
      ['open sdg-8', 'open id:employers', 'open c7-e-employment', 'open quay-note'].map(
        async (line) => (await ask(line)).title,
      ),
    );
    expect(titles).toEqual(['SDG 8: Decent work', 'Employers', 'C7: E-employment', 'quay note']);
  });

  test('a source tells its publisher, date and language, or that they are not stated', async () => {
    expect(factsOf((await ask('open quay-note')).items[0])).toEqual([
      'Publisher: not stated',
      'Published: not stated',
      'Kind: report',
      'Language: English',
    ]);
  });

  test('a source tells its date in words', async () => {
    expect(factsOf((await ask('open id:report')).items[0])).toContain('Published: June 2023');
  });

  test('a person, by the id', async () => {
    expect((await ask('open ada-lund')).title).toBe('Ada Lund');
  });

  test('what each of them offers leads somewhere, unless nothing is known of it', async () => {
    for (const line of ['open pilot-service', 'open digital-skills', 'open sdg-8']) {
      for (const next of lines(await ask(line))) {
        const { outcome } = await ask(next);
        expect({ next, outcome }).not.toEqual({ next, outcome: 'unclear' });
      }
    }
  });
});

describe('nothing', () => {
  test('under an identifier that is none', async () => {
    const answer = await ask('open no-such-thing-7');
    expect(answer).toMatchObject({ outcome: 'nothing', items: [], line: 'open no-such-thing-7' });
    expect(answer.title).toBe('Nothing in the archive is called “no-such-thing-7”');
  });

  test('without anything to open, what can be asked', async () => {
    expect((await ask('/open')).outcome).not.toBe('found');
  });

  test('a goal beyond the last', async () => {
    expect((await ask('open sdg-18')).outcome).toBe('nothing');
  });
});
