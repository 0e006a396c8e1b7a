/** The overview and the look-ups agree with the knowledge. */
import { describe, expect, test } from '@jest/globals';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Session } from '../../src/knowledge/model.ts';
import { HARBOUR, harbourEngine } from '../support/harbour.ts';
import { KNOWLEDGE } from '../support/host.ts';
import { at, by, contribution, knowledgeOf, linked, person, session } from '../support/knowledge.ts';

const knowledge = await loadKnowledge(KNOWLEDGE, { cache: false });
const archive = openArchive(knowledge);
const engine = createEngine(() => archive);
const roots = knowledge.sessions.filter(({ parent }) => parent === undefined);

describe('the overview', () => {
  test('counts what there is', async () => {
    const { counts, revision } = await engine.browse.overview();
    const { contributions } = knowledge;
    expect(revision).toBe(knowledge.revision);
    expect(counts).toEqual({
      sessions: roots.length,
      parts: knowledge.sessions.length - roots.length,
      people: knowledge.people.length,
      appearances: knowledge.appearances.length,
      organizations: knowledge.organizations.length,
      contributions: contributions.length,
      recommendations: contributions.filter(({ kind }) => kind === 'recommendation').length,
      topics: knowledge.topics.length,
      groups: knowledge.groups.length,
      sources: knowledge.sources.length,
    });
  });

  test('lists every event once, newest first, undated last, each with the line that opens it', async () => {
    const { events } = await harbourEngine.browse.overview();
    expect(events).toEqual([
      { id: 'harbour-day', title: 'Harbour day', date: '4–5 May 2023', line: 'open harbour-day' },
      { id: 'north-webinar', title: 'North webinar', date: '20 November 2022', line: 'open north-webinar' },
      { id: 'tide-forum', title: 'Tide forum', date: 'September 2021', line: 'open tide-forum' },
      { id: 'quay-talk', title: 'Quay talk', date: 'date not stated', line: 'open quay-talk' },
    ]);
  });

  test('keeps events of one date in their order', async () => {
    const dated = (id: string, on?: string): Session =>
      session(id, on === undefined ? {} : { date: { on, evidence: [at('1')] } });
    const sessions = [
      dated('u1'),
      dated('a', '2020'),
      dated('b', '2020'),
      dated('u2'),
      dated('c', '2020'),
      dated('u3'),
    ];
    const here = openArchive(knowledgeOf({ sessions }));
    const { events } = await createEngine(() => here).browse.overview();
    expect(events.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'u1', 'u2', 'u3']);
  });

  test('lists the latest additions first, those of one day newest event first, and none where none was noted', async () => {
    const event = (id: string, on: string, added?: string): Session =>
      session(id, { date: { on, evidence: [at('1')] }, ...(added === undefined ? {} : { added }) });
    const recentOf = async (sessions: readonly Session[]) =>
      (await createEngine(() => openArchive(knowledgeOf({ sessions }))).browse.overview()).recent;
    const all = [
      event('old', '2019', '2024-01-31'),
      event('unnoted', '2025'),
      event('older-of-a-day', '2020', '2024-02-01'),
      event('newer-of-a-day', '2021', '2024-02-01'),
      event('latest', '2001', '2024-12-01'),
    ];
    expect((await recentOf(all)).map(({ id, added }) => [id, added])).toEqual([
      ['latest', '1 December 2024'],
      ['newer-of-a-day', '1 February 2024'],
      ['older-of-a-day', '1 February 2024'],
      ['old', '31 January 2024'],
    ]);
    expect(
      await recentOf(Array.from({ length: 9 }, (_, n) => event(`e${n}`, '2020', '2024-01-01'))),
    ).toHaveLength(5);
    expect(await recentOf([event('unnoted', '2025')])).toEqual([]);
  });

  test('tells for each goal that is touched by how many events it is named, and by how many only related', async () => {
    const { goals } = await harbourEngine.browse.overview();
    expect(goals).toEqual([
      { goal: 8, label: 'Decent work', named: 1, related: 1, line: 'sessions sdg:8' },
      { goal: 9, label: 'Infrastructure', named: 0, related: 1, line: 'sessions sdg:9' },
    ]);
  });

  test('counts the goal of a part for its event, named before related', async () => {
    const sessions = [
      session('event', { sdgs: [linked(8, 'related')] }),
      session('part', { parent: 'event' }),
      session('inner', { parent: 'part', sdgs: [linked(8, 'named')] }),
    ];
    const here = openArchive(knowledgeOf({ sessions, goals: HARBOUR.goals }));
    const { goals } = await createEngine(() => here).browse.overview();
    expect(goals).toEqual([expect.objectContaining({ goal: 8, named: 1, related: 0 })]);
  });

  test('tells the topics with the most contributions', async () => {
    const { topics } = await engine.browse.overview();
    const counts = knowledge.topics.map(
      ({ id }) => knowledge.contributions.filter((one) => one.topics.includes(id)).length,
    );
    expect(topics.map(({ contributions }) => contributions)).toEqual(
      counts.sort((one, other) => other - one).slice(0, 12),
    );
  });

  test('every line of it is answered', async () => {
    const { events, recent, goals, topics, examples } = await engine.browse.overview();
    expect(recent.length).toBeGreaterThan(0);
    for (const { line } of [...events, ...recent, ...goals, ...topics]) {
      expect({ line, outcome: (await engine.answer({ text: line })).outcome }).toEqual({
        line,
        outcome: 'found',
      });
    }
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const { line } of examples) {
      const { outcome } = await engine.answer({ text: line });
      expect({ line, outcome }).toEqual({ line, outcome: line.startsWith('help') ? 'help' : 'found' });
    }
  });

  test('the numbers of a goal are those that its line finds', async () => {
    for (const { line, named, related } of (await engine.browse.overview()).goals) {
      const { page, items } = await engine.answer({ text: line });
      expect({ line, total: page?.total ?? items.length }).toEqual({ line, total: named + related });
      if (page === undefined) expect(items.filter((one) => one.relation === 'direct')).toHaveLength(named);
    }
  });

  test('a goal that only a contribution names is counted, since its line finds the event', async () => {
    const here = openArchive(
      knowledgeOf({
        sessions: [session('event')],
        goals: HARBOUR.goals,
        contributions: [contribution('statement', 'c', 'event', 'Nets.', { sdgs: [linked(8)] })],
      }),
    );
    const one = createEngine(() => here);
    expect((await one.answer({ text: 'sessions sdg:8' })).items.map(({ id }) => id)).toEqual(['event']);
    expect((await one.browse.overview()).goals).toEqual([expect.objectContaining({ goal: 8, named: 1 })]);
  });

  test('a large archive has the newest of its events, how many there are, and who said most', async () => {
    const here = openArchive(
      knowledgeOf({
        sessions: Array.from({ length: 80 }, (_, n) => session(`event-${n}`)),
        people: Array.from({ length: 30 }, (_, n) => person(`person-${n}`, `Person ${n}`)),
        contributions: [contribution('statement', 'c', 'event-0', 'Nets.', { makers: by('person-25') })],
      }),
    );
    const { counts, events, people } = await createEngine(() => here).browse.overview();
    expect(counts).toMatchObject({ sessions: 80, people: 30 });
    expect(events).toHaveLength(50);
    expect(people).toHaveLength(20);
    expect(people[0]?.id).toBe('person-25');
  });

  test('an empty archive has an empty overview', async () => {
    const empty = openArchive(knowledgeOf({ sources: [] }));
    const overview = await createEngine(() => empty).browse.overview();
    expect(overview).toMatchObject({ events: [], recent: [], goals: [], topics: [], people: [] });
    expect(Object.values(overview.counts)).toEqual(Array.from({ length: 10 }, () => 0));
  });
});

describe('look-ups', () => {
  test('give the record of an id, or nothing', async () => {
    const { browse } = harbourEngine;
    expect(await browse.session('tide-forum')).toMatchObject({ title: 'Tide forum' });
    expect(await browse.person('ada-lund')).toMatchObject({ name: 'Ada Lund' });
    expect(await browse.organization('crane-union')).toMatchObject({ name: 'Crane Union' });
    expect(await browse.contribution('hd-1')).toMatchObject({ kind: 'statement' });
    expect(await browse.topic('skills')).toMatchObject({ name: 'skills' });
    expect(await browse.source('quay-note')).toMatchObject({ short: 'quay note' });
    for (const look of [
      browse.session,
      browse.person,
      browse.organization,
      browse.contribution,
      browse.topic,
      browse.source,
    ])
      expect(await look('constructor')).toBeUndefined();
  });
});
