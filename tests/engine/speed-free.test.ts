/**
 * What keeps answers quick and alike, held without a clock: one revision an answer, a bounded number of searches whatever
 * the size of the archive, and nothing that an answer before leaves behind.
 */
import { describe, expect, test } from '@jest/globals';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import type { Contribution } from '../../src/knowledge/model.ts';
import { HARBOUR, harbourArchive } from '../support/harbour.ts';
import { by, contribution, person } from '../support/knowledge.ts';

const now = new Date('2026-11-22T00:00:00Z');
const REQUESTS = [
  '/sessions',
  '/sessions sdg8',
  '/sessions nothing of that kind',
  '/speaker Lund',
  '/speaker Zhang',
  '/speaker Nobodyson',
  '/recommendations',
  '/recommendations universities',
  '/recommendations zeppelins',
  'what did Ada Lund say about robots?',
  'who talked about cranes?',
  'who spoke at harbour day?',
  'how many pilotage staff retired?',
  'how many recommendations are there?',
  'when was the quay talk?',
  'documents on cranes',
  'open harbour-day',
  'open nothing-like-that',
  'help',
  'some words that nobody ever said anywhere in this archive',
];

/** The archive with its calls counted; what is asked is answered by the archive itself. */
function counted(archive: Archive): { archive: Archive; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const count = (name: string): void => void calls.set(name, (calls.get(name) ?? 0) + 1);
  const watched = new Proxy(archive, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        count(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { archive: watched, calls };
}

/** The harbour with many more people and remarks, none of which the requests are about. */
function grown(times: number): Archive {
  const people = Array.from({ length: times }, (_, n) => person(`extra-${n}`, `Extra${n} Person${n}`));
  const contributions: Contribution[] = people.map(({ id }, n) =>
    contribution('statement', `extra-said-${n}`, 'north-webinar', `Buoy number ${n} drifts.`, {
      makers: by(id),
    }),
  );
  return openArchive({
    ...HARBOUR,
    people: [...HARBOUR.people, ...people],
    contributions: [...HARBOUR.contributions, ...contributions],
  });
}

async function callsFor(archive: Archive, text: string): Promise<Map<string, number>> {
  const watched = counted(archive);
  await createEngine(() => watched.archive).answer({ text, now });
  return watched.calls;
}

const large = grown(500);
const SEARCHES = [
  'searchContributions',
  'searchSessions',
  'searchPeople',
  'searchOrganizations',
  'searchMaterials',
  'everything',
];

describe.each(REQUESTS)('%p', (text) => {
  test('takes a few searches, as many in a large archive as in a small one', async () => {
    const small = await callsFor(harbourArchive, text);
    const searches = [...small]
      .filter(([name]) => SEARCHES.includes(name))
      .reduce((sum, [, times]) => sum + times, 0);
    expect(searches).toBeLessThanOrEqual(10);
    expect(Object.fromEntries(await callsFor(large, text))).toEqual(Object.fromEntries(small));
  });

  test('is answered alike however often, whatever was asked before', async () => {
    const fresh = await createEngine(() => harbourArchive).answer({ text, now });
    const used = createEngine(() => harbourArchive);
    for (const other of REQUESTS) await used.answer({ text: other, now });
    expect(await used.answer({ text, now })).toEqual(fresh);
    const together = await Promise.all([1, 2, 3].map(() => used.answer({ text, now })));
    for (const one of together) expect(one).toEqual(fresh);
  });
});

test('a request at the cap, of words that nobody knows, takes no more look-ups of names than it has words', async () => {
  const words = Array.from({ length: 60 }, (_, n) => `qz${n}x`.padEnd(7, 'w'));
  const calls = await callsFor(harbourArchive, words.join(' ').slice(0, 500));
  expect(calls.get('matchName') ?? 0).toBeLessThanOrEqual(words.length + 1);
  // Each word twice, in each of the two readings that such a line has.
  expect(calls.get('correctWord') ?? 0).toBeLessThanOrEqual(2 * 2 * words.length);
});

describe('one answer, one revision', () => {
  const second = openArchive({ ...HARBOUR, revision: 'second', people: [] });

  test('the archive is asked for once an answer', async () => {
    for (const text of REQUESTS) {
      let asked = 0;
      const engine = createEngine(() => {
        asked++;
        return asked === 1 ? harbourArchive : second;
      });
      expect((await engine.answer({ text, now, previous: 'sessions' })).revision).toBe('harbour');
      expect(asked).toBe(1);
    }
  });

  test('the next answer, suggestion and overview are of the revision that is there then', async () => {
    let current = harbourArchive;
    const engine = createEngine(() => current);
    const people = async () => (await engine.browse.overview()).counts.people;
    expect([engine.revision, await people()]).toEqual(['harbour', 7]);
    current = second;
    expect([engine.revision, await people()]).toEqual(['second', 0]);
    expect((await engine.answer({ text: '/speaker Lund', now })).outcome).toBe('nothing');
    expect(await engine.suggest({ text: 'lund', kinds: ['person'], limit: 5 })).toEqual([]);
  });

  test('the overview is made once a revision', async () => {
    const watched = counted(harbourArchive);
    const engine = createEngine(() => watched.archive);
    const first = await engine.browse.overview();
    expect(await engine.browse.overview()).toBe(first);
    expect(watched.calls.get('everything')).toBe(1);
  });
});

test('only the moment of asking that is given counts', async () => {
  const engine = createEngine(() => harbourArchive);
  const at = (year: number) =>
    engine.answer({ text: '/sessions last year', now: new Date(`${year}-06-01T00:00:00Z`) });
  expect((await at(2024)).line).toBe('sessions date:2023');
  expect((await at(2022)).line).toBe('sessions date:2021');
});
