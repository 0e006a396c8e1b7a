/** The pages over the shipped knowledge, whole, and over a small invented archive, in detail. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type EntryKind, FOLDERS } from '../../src/answer/address.ts';
import type { Citation } from '../../src/answer/answer.ts';
import type { Claim, Entry, Ref, Section, Value } from '../../src/answer/entry.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { createPages } from '../../src/pages/pages.ts';
import { harbourArchive } from '../support/harbour.ts';
import { openShippedArchive } from '../support/host.ts';
import {
  appearance,
  at,
  contribution,
  group,
  knowledgeOf,
  linked,
  organization,
  person,
  session,
  source,
  topic,
} from '../support/knowledge.ts';

const harbour = createPages(() => harbourArchive);
const KINDS = Object.keys(FOLDERS) as EntryKind[];

async function entryOf(kind: EntryKind, id: string, pages = harbour): Promise<Entry> {
  const result = await pages.entry(kind, id);
  if (result.state !== 'found') throw new Error(`${kind} ${id} is ${result.state}`);
  return result.entry;
}

const sectionOf = <Kind extends Section['kind']>(entry: Entry, id: string, kind: Kind) => {
  const section = entry.sections.find((one) => one.id === id);
  if (section?.kind !== kind)
    throw new Error(`No section ${id} of ${kind}: ${entry.sections.map((one) => one.id)}`);
  return section as Extract<Section, { kind: Kind }>;
};
const factOf = (entry: Entry, label: string) =>
  entry.facts.find((fact) => fact.label === label)?.values.map(({ text }) => text);
const claimsOf = (section: Section): Claim[] =>
  section.kind === 'claims'
    ? section.groups.flatMap(({ claims }) => claims)
    : section.kind === 'places'
      ? section.places.flatMap(({ claims }) => claims)
      : [];

describe('every entry of the shipped knowledge', () => {
  let entries: Entry[];
  let places: Set<string>;
  let exists: (ref: Ref) => boolean;

  beforeAll(async () => {
    const archive = await openShippedArchive();
    const all = await archive.everything();
    const pages = createPages(() => archive);
    const lists: Readonly<Record<EntryKind, readonly { readonly id: string | number }[]>> = {
      session: all.sessions,
      person: all.people,
      organization: all.organizations,
      contribution: all.contributions,
      topic: all.topics,
      group: all.groups,
      goal: all.goals,
      'action-line': all.actionLines,
      country: all.countries,
      source: all.sources,
    };
    entries = [];
    const known = new Set<string>();
    for (const kind of KINDS) {
      for (const { id } of lists[kind]) {
        known.add(`${kind} ${id}`);
        entries.push(await entryOf(kind, String(id), pages));
      }
    }
    exists = ({ kind, id }) => known.has(`${kind} ${id}`);
    places = new Set(all.sources.flatMap((source) => source.places.map(({ at }) => `${source.id} ${at}`)));
  });

  test('has a title, a line, sections with anchors of their own, and no text that is not said', () => {
    expect(entries.length).toBeGreaterThan(500);
    for (const entry of entries) {
      expect([entry.ref, entry.title !== '', entry.line !== '', entry.kind !== '']).toEqual([
        entry.ref,
        true,
        true,
        true,
      ]);
      const ids = entry.sections.map(({ id }) => id);
      expect([entry.ref, new Set(ids).size]).toEqual([entry.ref, ids.length]);
      expect([
        entry.ref.id,
        entry.sections.length > 0 || entry.ref.kind === 'contribution' || entry.facts.length > 0,
      ]).toEqual([entry.ref.id, true]);
      expect(JSON.stringify(entry)).not.toMatch(/undefined|\[object/);
    }
  });

  test('refers only to entries that exist, and cites only places that exist', () => {
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object' && value !== null) {
        if ('kind' in value && 'id' in value && 'label' in value)
          expect([value, exists(value as Ref)]).toEqual([value, true]);
        if ('source' in value && 'place' in value) {
          const { source, at } = value as Citation;
          for (const place of at.split('-'))
            expect([source, place, places.has(`${source} ${place}`)]).toEqual([source, place, true]);
        }
        Object.values(value).forEach(visit);
      }
    };
    for (const entry of entries) visit(entry);
  });

  test('shows every claim with a citation, and names its makers or says that there are none', () => {
    const claims = entries.flatMap((entry) => entry.sections.flatMap(claimsOf));
    expect(claims.length).toBeGreaterThan(1000);
    for (const { ref, evidence, text } of claims)
      expect([ref.id, evidence.length > 0, text !== '']).toEqual([ref.id, true, true]);
  });

  test('is shown by some source where it is a contribution: coverage can be read off the pages', () => {
    const shown = new Set(
      entries
        .filter(({ ref }) => ref.kind === 'source')
        .flatMap((entry) => entry.sections.flatMap(claimsOf).map(({ ref }) => ref.id)),
    );
    for (const { ref } of entries.filter((entry) => entry.ref.kind === 'contribution'))
      expect([ref.id, shown.has(ref.id)]).toEqual([ref.id, true]);
  });
});

describe('a session', () => {
  test('has its facts, each cited, and says what the sources leave open', async () => {
    const day = await entryOf('session', 'harbour-day');
    expect(factOf(day, 'Date')).toEqual(['4–5 May 2023']);
    expect(factOf(day, 'Place')).toEqual(['Visby, Sweden']);
    expect(factOf(day, 'Funded by')).toEqual([]);
    expect(factOf(day, 'Attended by')).toEqual(['about 1,080']);
    expect(factOf(day, 'Goals named')).toEqual(['SDG 8: Decent work']);
    expect(factOf(day, 'Goals related')).toEqual(['SDG 9: Infrastructure']);
    for (const { label, values } of day.facts) {
      if (['Also known as', 'Goals related', 'Action lines related'].includes(label)) continue;
      for (const { evidence, text } of values) expect([text, evidence.length > 0]).toEqual([text, true]);
    }
    expect(factOf(await entryOf('session', 'quay-talk'), 'Date')).toEqual([]);
  });

  test('shows its parts with their people, and a part shows where it stands', async () => {
    const day = await entryOf('session', 'harbour-day');
    const { parts } = sectionOf(day, 'programme', 'programme');
    expect(parts.map(({ ref, people }) => [ref.label, people.map(({ label }) => label)])).toEqual([
      ['Opening', ['Ada Lund']],
      ['Panel on cranes', ['Bo Ek', 'Wei Zhang', 'Mei Ono']],
    ]);
    const panel = await entryOf('session', 'harbour-day-panel');
    expect(panel.within.map(({ label }) => label)).toEqual(['Harbour day']);
    expect(panel.previous?.label).toBe('Opening');
    expect(panel.next).toBeUndefined();
  });

  test('without any remark says so', async () => {
    const archive = openArchive(knowledgeOf({ sessions: [session('silent-day')] }));
    const { sections } = await entryOf(
      'session',
      'silent-day',
      createPages(() => archive),
    );
    expect(sections.map(({ note }) => note)).toEqual(['The documents record nothing that was said here.']);
  });
});

describe('a person', () => {
  test('is what they were at each event', async () => {
    const ada = await entryOf('person', 'ada-lund');
    const { rows } = sectionOf(ada, 'appearances', 'attendance');
    expect(rows.map(({ office, organization }) => [office, organization?.label])).toEqual([
      ['Director', 'Office of Ports (OOP)'],
      ['Lecturer', 'Tide University'],
    ]);
    expect(claimsOf(sectionOf(ada, 'said', 'claims')).map(({ ref }) => ref.id)).toContain('hd-1');
  });

  test('with nothing on record says so', async () => {
    const mei = await entryOf('person', 'mei-ono');
    expect(sectionOf(mei, 'said', 'values').note).toMatch(/no remark/);
  });

  test('stands between their neighbours by family name', async () => {
    const archive = openArchive(
      knowledgeOf({
        sessions: [session('day')],
        people: [
          person('a-zug', 'Anna Zug'),
          person('li-wei', 'Li Wei', { family: 'Li' }),
          person('b-ahl', 'Bo Ahl'),
        ],
        appearances: ['a-zug', 'li-wei', 'b-ahl'].map((one) => appearance(one, 'day')),
      }),
    );
    const li = await entryOf(
      'person',
      'li-wei',
      createPages(() => archive),
    );
    expect([li.previous?.label, li.next?.label]).toEqual(['Bo Ahl', 'Anna Zug']);
  });
});

describe('a contribution', () => {
  test('has who said it, where, to whom, and what it touches', async () => {
    const entry = await entryOf('contribution', 'hd-2');
    expect(entry.lead.text).toBe('Employers should train dockers in computer literacy.');
    expect(factOf(entry, 'Said by')).toEqual(['Bo Ek']);
    expect(factOf(entry, 'Made in')).toEqual(['Panel on cranes']);
    expect(factOf(entry, 'Addressed to')).toEqual(['Employers']);
    expect(factOf(entry, 'How it is put')).toEqual(['said outright']);
    expect(factOf(entry, 'Topics')).toEqual(['digital skills']);
    expect(factOf(entry, 'Countries')).toEqual(['Sweden']);
    expect(entry.within.map(({ id }) => id)).toEqual(['harbour-day', 'harbour-day-panel']);
  });

  test('shows an addressee as implied, or where it is named if that is not where the claim stands', async () => {
    const archive = openArchive(
      knowledgeOf({
        sessions: [session('day')],
        groups: [group('pilots'), group('ports'), group('crews')],
        contributions: [
          contribution('recommendation', 'd-1', 'day', 'Sail at noon.', {
            evidence: [at('5')],
            to: [
              { id: 'pilots', implied: false, evidence: [at('5')] },
              { id: 'ports', implied: false, evidence: [at('6')] },
              { id: 'crews', implied: true, evidence: [] },
            ],
          }),
        ],
      }),
    );
    const entry = await entryOf(
      'contribution',
      'd-1',
      createPages(() => archive),
    );
    const values = entry.facts.find(({ label }) => label === 'Addressed to')?.values ?? [];
    expect(values.map(({ text, note, evidence }) => [text, note, evidence.map((one) => one.at)])).toEqual([
      ['pilots', undefined, []],
      ['ports', undefined, ['6']],
      ['crews', 'implied', []],
    ]);
  });

  test('holds the figures that stand in it, and they name it', async () => {
    const archive = openArchive(
      knowledgeOf({
        sessions: [session('day')],
        contributions: [
          contribution('statement', 'd-1', 'day', 'There are too few pilots.'),
          contribution('figure', 'd-2', 'day', 'Half are missing.', {
            within: 'd-1',
            figure: { value: 50, unit: 'per cent', subject: 'pilots missing' },
          }),
        ],
      }),
    );
    const pages = createPages(() => archive);
    const host = await entryOf('contribution', 'd-1', pages);
    expect(claimsOf(sectionOf(host, 'figures', 'claims')).map(({ ref }) => ref.id)).toEqual(['d-2']);
    const figure = await entryOf('contribution', 'd-2', pages);
    expect(factOf(figure, 'Stands in')).toEqual(['There are too few pilots.']);
    expect(factOf(figure, 'Year')).toEqual([]);
    // Shown once on the page of the session: within the statement.
    const day = await entryOf('session', 'day', pages);
    const claims = day.sections.flatMap(claimsOf);
    expect(claims.map(({ ref, figures }) => [ref.id, figures.map((one) => one.ref.id)])).toEqual([
      ['d-1', ['d-2']],
    ]);
  });
});

describe('a goal', () => {
  test('keeps what is named and what is related apart', async () => {
    const goal = await entryOf('goal', '8');
    const titles = (id: string) => sectionOf(goal, id, 'values').values.map(({ text }: Value) => text);
    expect(titles('named')).toEqual(['Harbour day']);
    expect(titles('related')).toEqual(['Tide forum']);
    expect(claimsOf(sectionOf(goal, 'named-said', 'claims')).map(({ ref }) => ref.id)).toContain('hd-2');
    const climate = await entryOf('goal', '13');
    expect(climate.sections.map(({ note }) => note)).toEqual(['Nothing in the archive is about it yet.']);
  });

  test('by events: a cell says how it is linked and how much was said', async () => {
    const { events, rows } = await harbour.goals();
    const cell = (goal: string, event: string) =>
      rows.find((row) => row.goal.id === goal)?.cells[events.findIndex(({ id }) => id === event)];
    expect(cell('8', 'harbour-day')).toMatchObject({ link: 'named' });
    expect(cell('8', 'tide-forum')).toMatchObject({ link: 'related' });
    expect(cell('13', 'tide-forum')).toEqual({ count: 0 });
  });
});

describe('a country', () => {
  test('has what was held there, who came from there, who is based there and what was said about it', async () => {
    const sweden = await entryOf('country', 'SE');
    expect(sweden.title).toBe('Sweden');
    expect(factOf(sweden, 'Also called')).toEqual(['Swedish']);
    const held = sectionOf(sweden, 'held', 'values').values;
    expect(held.map(({ ref, note }) => [ref?.id, note])).toEqual([['harbour-day', 'Visby · 4–5 May 2023']]);
    expect(held.every(({ evidence }) => evidence.length > 0)).toBe(true);
    const people = sectionOf(sweden, 'people', 'attendance');
    // Of the country of their organization where their own is not stated.
    expect(people.heading).toBe('People from there (2)');
    expect(new Set(people.rows.map(({ person: { label } }) => label))).toEqual(
      new Set(['Ada Lund', 'Bo Ek']),
    );
    expect(sectionOf(sweden, 'organizations', 'values').values.map(({ ref }) => ref?.id)).toEqual([
      'office-of-ports',
    ]);
    expect(claimsOf(sectionOf(sweden, 'recommendations', 'claims')).map(({ ref }) => ref.id)).toEqual([
      'hd-2',
    ]);
    expect(sectionOf(sweden, 'events', 'values').values.map(({ ref }) => ref?.id)).toEqual(['harbour-day']);
  });

  test('that nothing touches says so, and stands in no list', async () => {
    expect((await entryOf('country', 'NO')).sections.map(({ note }) => note)).toEqual([
      'Nothing in the archive is about it yet.',
    ]);
    const { sections } = await harbour.list('country', 1);
    expect(sections.flatMap(({ rows }) => rows.map(({ ref }) => ref.label))).toEqual(['Japan', 'Sweden']);
  });

  test('is linked from its organizations, from what was said and from its events', async () => {
    for (const [kind, id, label] of [
      ['organization', 'office-of-ports', 'Country'],
      ['contribution', 'hd-2', 'Countries'],
    ] as const) {
      const fact = (await entryOf(kind, id)).facts.find((one) => one.label === label);
      expect([id, fact?.values.map(({ ref }) => ref?.kind)]).toEqual([id, ['country']]);
    }
  });

  test('is found under its name, and under its code in any case', async () => {
    for (const id of ['se', 'sweden', 'Sweden']) {
      expect([id, await harbour.entry('country', id)]).toEqual([
        id,
        { state: 'moved', ref: { kind: 'country', id: 'SE', label: 'Sweden' } },
      ]);
    }
    expect(await harbour.entry('country', 'sweeden')).toMatchObject({
      state: 'absent',
      near: [{ id: 'SE' }],
    });
  });
});

describe('more than a page shows', () => {
  const COUNT = 120;
  const ids = Array.from({ length: COUNT }, (_, n) => `n${n + 100}`);
  const archive = openArchive(
    knowledgeOf({
      sessions: [
        session('day'),
        ...ids.map((id) =>
          session(`held-${id}`, {
            organizers: [{ organization: 'office', evidence: [] }],
            topics: [linked('tides')],
            sdgs: [linked(8)],
            place: { name: 'Visby', country: 'SE', evidence: [] },
          }),
        ),
      ],
      people: ids.map((id) => person(id, `Person ${id}`)),
      appearances: ids.map((id) => appearance(id, 'day', 'speaker', { organization: 'office' })),
      organizations: [organization('office', 'Office', 'offices', { country: 'SE' })],
      groups: [group('offices')],
      topics: [topic('tides')],
      goals: [{ id: 8, short: { en: 'Work' }, title: { en: 'Work' }, aliases: [] }],
      countries: [{ id: 'SE', name: 'Sweden', aliases: [] }],
    }),
  );
  const pages = createPages(() => archive);
  const engine = createEngine(() => archive);

  test.each([
    ['session', 'day', 'people'],
    ['organization', 'office', 'people'],
    ['country', 'SE', 'people'],
    ['organization', 'office', 'events'],
    ['topic', 'tides', 'events'],
    ['goal', '8', 'named'],
    ['country', 'SE', 'held'],
  ] as const)('of a %s (%s): its %s end in a line that lists them all', async (kind, id, anchor) => {
    const section = (await entryOf(kind, id, pages)).sections.find((one) => one.id === anchor);
    const shown =
      section?.kind === 'values' ? section.values : section?.kind === 'attendance' ? section.rows : [];
    expect(shown).toHaveLength(100);
    expect(section?.more?.total).toBe(COUNT);
    const { page } = await engine.answer({ text: section?.more?.line ?? '' });
    expect(page?.total).toBe(COUNT);
  });
});

describe('an id', () => {
  test('of another kind is sent on', async () => {
    expect(await harbour.entry('topic', 'employers')).toEqual({
      state: 'moved',
      ref: { kind: 'group', id: 'employers', label: 'Employers' },
    });
  });

  test('written in another way is sent on', async () => {
    expect(await harbour.entry('session', 'Harbour_Day')).toMatchObject({
      state: 'moved',
      ref: { id: 'harbour-day' },
    });
  });

  test('that is unknown finds what is near, by a slip or by its words', async () => {
    const near = async (kind: EntryKind, id: string) => {
      const result = await harbour.entry(kind, id);
      return result.state === 'absent' ? result.near.map((one) => one.id) : result.state;
    };
    expect(await near('session', 'harbor-day')).toContain('harbour-day');
    expect(await near('session', 'panel')).toEqual(['harbour-day-panel']);
    expect(await near('person', 'zzz')).toEqual([]);
    for (const odd of ['constructor', '__proto__', ' ', '%', '9'.repeat(500)])
      expect(await near('goal', odd)).toEqual([]);
  });
});

describe('a document', () => {
  const linked = (entry: Entry) =>
    entry.facts.flatMap(({ label, values }) => values.flatMap(({ url }) => (url ? [[label, url]] : [])));

  test('links to its original, or to the page of the event that it tells of', async () => {
    const told = createPages(() =>
      openArchive(
        knowledgeOf({
          sources: [source('news', { url: 'https://gull.example/day' }), source('minutes')],
          sessions: [session('fair', { url: 'https://ports.example/fair', evidence: [at('1', 'minutes')] })],
        }),
      ),
    );
    expect(linked(await entryOf('source', 'news', told))).toEqual([['Address', 'https://gull.example/day']]);
    const page = [['Event page', 'https://ports.example/fair']];
    expect(linked(await entryOf('source', 'minutes', told))).toEqual(page);
    expect(linked(await entryOf('session', 'fair', told))).toEqual(page);
  });

  test('without an address is said to have none stated', async () => {
    const report = await entryOf('source', 'report');
    expect(linked(report)).toEqual([]);
    expect(factOf(report, 'Address')).toEqual([]);
  });
});

describe('lists', () => {
  test('hold every entry of their kind once', async () => {
    const all = await harbourArchive.everything();
    const expected = {
      session: all.sessions.filter(({ parent }) => parent === undefined).length,
      person: all.people.length,
      organization: all.organizations.length,
      topic: all.topics.length,
      group: all.groups.length,
      goal: all.goals.length,
      'action-line': all.actionLines.length,
      source: all.sources.length,
    };
    for (const [kind, count] of Object.entries(expected)) {
      const { total, sections } = await harbour.list(kind as 'session', 1);
      const ids = sections.flatMap(({ rows }) => rows.map(({ ref }) => ref.id));
      expect([kind, total, new Set(ids).size]).toEqual([kind, count, count]);
    }
  });

  test('of events go by year, undated ones last; of topics by what is broader', async () => {
    const events = await harbour.list('session', 1);
    expect(events.sections.map(({ heading }) => heading)).toEqual([
      '2023',
      '2022',
      '2021',
      'Date not stated',
    ]);
    const topics =
      (await harbour.list('topic', 1)).sections[0]?.rows.map(({ ref, depth }) => [ref.id, depth]) ?? [];
    expect(topics).toEqual([
      ['automation', 0],
      ['skills', 0],
      ['digital-skills', 1],
      ['whaling', 0],
    ]);
  });
});

describe('recommendations', () => {
  const found = async (filters: Parameters<typeof harbour.recommendations>[0]) =>
    (await harbour.recommendations(filters, 1)).claims.map(({ ref }) => ref.id);

  test('are narrowed by topic with what is narrower, by addressee, form, event and country', async () => {
    expect(await found({})).toEqual(expect.arrayContaining(['hd-2', 'hd-3']));
    expect(await found({ topic: 'skills' })).toEqual(expect.arrayContaining(['hd-2', 'hd-3']));
    expect(await found({ topic: 'digital-skills' })).toEqual(['hd-2']);
    expect(await found({ to: 'employers' })).toEqual(['hd-2']);
    expect(await found({ stance: 'implied' })).toEqual(['hd-3']);
    expect(await found({ country: 'SE', goal: '8', event: 'harbour-day' })).toEqual(['hd-2']);
    expect(await found({ topic: 'whaling' })).toEqual([]);
  });

  test('tell for each filter what each value would leave', async () => {
    for (const filters of [{}, { stance: 'explicit' }, { topic: 'skills' }] as const) {
      const list = await harbour.recommendations(filters, 1);
      for (const { name, options } of list.filters) {
        for (const { value, count } of options) {
          const { total } = await harbour.recommendations({ ...filters, [name]: value }, 1);
          expect([filters, name, value, total]).toEqual([filters, name, value, count]);
        }
      }
    }
  });

  test('come in pages; one past the end is the last', async () => {
    const archive = await openShippedArchive();
    const shipped = createPages(() => archive);
    const seen = new Set<string>();
    const { pages, total } = await shipped.recommendations({}, 1);
    for (let page = 1; page <= pages; page++)
      for (const { ref } of (await shipped.recommendations({}, page)).claims) seen.add(ref.id);
    expect(seen.size).toBe(total);
    expect((await shipped.recommendations({}, 999)).page).toBe(pages);
  });
});

describe('figures behind pictures', () => {
  test('who spoke where, with what part and how many remarks', async () => {
    const { events, rows } = await harbour.people();
    const ada = rows.find(({ person: { id } }) => id === 'ada-lund');
    const cell = ada?.cells[events.findIndex(({ id }) => id === 'harbour-day')];
    expect(cell?.parts).toEqual(['moderator']);
    expect(cell?.claims).toBeGreaterThan(0);
    expect(rows).toHaveLength(7);
  });

  test('the timeline runs forward; a month is its whole length; undated events stand apart', async () => {
    const { dated, undated } = await harbour.timeline();
    expect(dated.map(({ ref, from, to }) => [ref.id, from, to])).toEqual([
      ['tide-forum', '2021-09-01', '2021-09-30'],
      ['north-webinar', '2022-11-20', '2022-11-20'],
      ['harbour-day', '2023-05-04', '2023-05-05'],
    ]);
    expect(undated.map(({ id }) => id)).toEqual(['quay-talk']);
  });

  test('addressees and topics by their recommendations', async () => {
    expect((await harbour.addressees()).map(({ ref, count }) => [ref.id, count])).toContainEqual([
      'employers',
      1,
    ]);
    for (const { ref, count } of await harbour.recommendedTopics()) {
      expect(count).toBeGreaterThan(0);
      expect(ref.kind).toBe('topic');
    }
  });
});
