/**
 * Searches over small random archives against looking at every record: what is found, what is direct and what related,
 * and that pages are slices of one list.
 */
import { describe, expect, test } from '@jest/globals';
import type { Archive, Found, Hit, Search } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Appearance, Contribution, Knowledge, Session } from '../../src/knowledge/model.ts';
import { fc } from '../support/property.ts';
import { conditionsOn, knowledge, searchFor, WORDS, words } from './generated.ts';
import { createOracle, judge } from './oracle.ts';

const RUNS = 150;
/** All of the words; a hair below 1, since weights are added up in another order. */
const ALL = 0.999;

const wordsIn = (...texts: readonly (string | undefined)[]): Set<string> =>
  new Set(texts.flatMap((text) => (text ?? '').split(/[^a-z]+/)));

/** Who made a contribution, by the words that people have for them where they said it: names, offices, organizations. */
function wordsOfMakers(
  { makers, session }: Contribution,
  { people, organizations, countries }: Knowledge,
  affiliation: (person: string, session: string) => Appearance | undefined,
): (string | undefined)[] {
  return makers.flatMap((maker) => {
    if (maker.kind === 'unnamed') return [maker.voice];
    const there = maker.kind === 'person' ? affiliation(maker.id, session) : undefined;
    const organization = organizations.find(({ id }) => id === (there?.organization ?? maker.id));
    const country = there?.country ?? organization?.country;
    return [
      people.find(({ id }) => id === maker.id)?.name,
      there?.role,
      there?.unit,
      organization?.name,
      organization?.abbreviation,
      countries.find(({ id }) => id === country)?.name,
    ];
  });
}

/** The words that a contribution is found by: its own, those of the event and its year, of its makers and its topics. */
function wordsOf(one: Contribution, all: Knowledge, oracle: ReturnType<typeof createOracle>): Set<string> {
  const title = (id: string): string | undefined => all.sessions.find((each) => each.id === id)?.title;
  return wordsIn(
    one.title,
    one.text,
    title(one.session),
    title(oracle.rootOf(one.session)),
    ...wordsOfMakers(one, all, oracle.affiliation),
    ...one.topics.map((topic) => all.topics.find(({ id }) => id === topic)?.name),
  );
}

/** The words that a session is found by. */
function wordsOfSession(root: Session, all: Knowledge, rootOf: (id: string) => string): Set<string> {
  const inside = (id: string): boolean => rootOf(id) === root.id;
  return wordsIn(
    ...all.sessions.filter(({ id }) => inside(id)).map(({ title }) => title),
    root.track,
    ...all.sessions.filter(({ id }) => rootOf(id) === root.id).map(({ abstract }) => abstract),
    ...root.materials.map(({ title }) => title),
    ...all.contributions.filter(({ session }) => inside(session)).flatMap((one) => [one.title, one.text]),
    ...all.appearances.filter(({ session }) => inside(session)).map(({ role }) => role),
  );
}

const holds = (held: ReadonlySet<string>, asked: readonly string[], coverage: number): boolean =>
  asked.length === 0 ||
  (coverage > 0 ? asked.every((word) => held.has(word)) : asked.some((word) => held.has(word)));

const search = fc.record({
  conditions: conditionsOn(),
  words,
  without: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 1 }),
  coverage: fc.constantFrom(0, ALL),
});

/** What stands once in an answer: a figure and the statement that it is taken from. */
const familyOf = ({ id, within }: Contribution): string => within ?? id;

describe('contributions', () => {
  test('those that match are found, a figure and its statement once, direct ones told from related ones', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, search, async (all, wanted) => {
        const oracle = createOracle(all);
        const expected = new Map<string, boolean>();
        for (const one of all.contributions) {
          const { accepted, related } = judge(wanted.conditions, (term) =>
            oracle.contributionLink(one, term),
          );
          const held = wordsOf(one, all, oracle);
          const matches = holds(held, wanted.words, wanted.coverage);
          if (!accepted || !matches || wanted.without.some((word) => held.has(word))) continue;
          // The family is direct where one of it is.
          expected.set(familyOf(one), related && (expected.get(familyOf(one)) ?? true));
        }
        const { hits, total, direct } = await openArchive(all).searchContributions(searchFor(wanted));
        const found = hits.map(({ record, relation }) => [familyOf(record), relation === 'related'] as const);
        expect(new Map(found)).toEqual(expected);
        expect(found).toHaveLength(expected.size);
        expect(total).toBe(expected.size);
        expect(direct).toBe([...expected.values()].filter((related) => !related).length);
      }),
      { numRuns: RUNS },
    );
  });

  test('reasons name, for each condition, a term that holds, and nothing is given a reason by an exclusion', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, conditionsOn(), async (all, conditions) => {
        const oracle = createOracle(all);
        const { hits } = await openArchive(all).searchContributions(searchFor({ conditions }));
        for (const { record, reasons } of hits) {
          const wanted = conditions.filter(({ not }) => !not);
          expect(reasons).toHaveLength(wanted.length);
          reasons.forEach(({ field, value, link }, place) => {
            expect(wanted[place]?.any).toContainEqual({ field, value });
            const held = oracle.contributionLink(record, { field, value });
            expect(held === 'related' ? 'related' : 'named').toBe(link);
          });
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('sessions', () => {
  test('roots that match are found by all that they and their parts are and hold', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, search, async (all, wanted) => {
        const oracle = createOracle(all);
        const expected = all.sessions.flatMap((root) => {
          if (root.parent !== undefined) return [];
          const { accepted, related } = judge(wanted.conditions, (term) => oracle.sessionLink(root, term));
          const held = wordsOfSession(root, all, oracle.rootOf);
          const matches = holds(held, wanted.words, wanted.coverage);
          if (!accepted || !matches || wanted.without.some((word) => held.has(word))) return [];
          return [`${root.id} ${related ? 'related' : 'direct'}`];
        });
        const { hits, total, direct } = await openArchive(all).searchSessions(searchFor(wanted));
        const found = hits.map(({ record, relation }) => `${record.id} ${relation}`);
        expect([...found].sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
        expect(direct).toBe(expected.filter((one) => one.endsWith('direct')).length);
      }),
      { numRuns: RUNS },
    );
  });

  test('without words the newest come first and the undated last', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, async (all) => {
        const { hits } = await openArchive(all).searchSessions(searchFor({}));
        const days = hits.map(({ record }) => (record.date?.on ?? '').padEnd(7, '-01').padEnd(10, '-01'));
        const dated = days.filter((day) => !day.startsWith('-'));
        expect(dated).toEqual([...dated].sort().reverse());
        expect(days.slice(dated.length).every((day) => day.startsWith('-'))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('what is shown as proof was said in the session, and meets some of what was asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        knowledge,
        conditionsOn(['topic', 'sdg', 'to', 'by']),
        words,
        async (all, conditions, asked) => {
          const oracle = createOracle(all);
          const { hits } = await openArchive(all).searchSessions(searchFor({ conditions, words: asked }));
          for (const { record, proofs } of hits) {
            for (const proof of proofs) {
              expect(oracle.rootOf(proof.session)).toBe(record.id);
              const meets = conditions.some(
                ({ any, not }) =>
                  !not && any.some((term) => oracle.contributionLink(proof, term) !== undefined),
              );
              const held = wordsOf(proof, all, oracle);
              expect(meets || asked.some((word) => held.has(word))).toBe(true);
            }
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('people', () => {
  test('those who meet all conditions on who they are at one event', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, conditionsOn(['by', 'session', 'source']), async (all, conditions) => {
        const oracle = createOracle(all);
        const { hits, total } = await openArchive(all).searchPeople(searchFor({ conditions }));
        const expected = all.people.filter((person) => oracle.fits(person, conditions)).map(({ id }) => id);
        expect(hits.map(({ record }) => record.id).sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
      }),
      { numRuns: RUNS },
    );
  });

  test('those who said what meets conditions on what was said, with how much of it', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, conditionsOn(['topic', 'sdg', 'to', 'kind']), async (all, conditions) => {
        fc.pre(conditions.length > 0);
        const oracle = createOracle(all);
        const families = new Map<string, Set<string>>();
        for (const one of all.contributions) {
          if (!judge(conditions, (term) => oracle.contributionLink(one, term)).accepted) continue;
          for (const maker of one.makers) {
            if (maker.kind !== 'person') continue;
            families.set(maker.id, (families.get(maker.id) ?? new Set()).add(familyOf(one)));
          }
        }
        const { hits } = await openArchive(all).searchPeople(searchFor({ conditions }));
        const said = hits.filter(({ contributions }) => contributions > 0);
        expect(new Map(said.map(({ record, contributions }) => [record.id, contributions]))).toEqual(
          new Map([...families].map(([id, own]) => [id, own.size])),
        );
        for (const { record, proofs } of said) {
          expect(proofs.length).toBeGreaterThan(0);
          for (const { makers } of proofs) expect(makers).toContainEqual({ kind: 'person', id: record.id });
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('materials', () => {
  test('those that have the words, with the event that points to them', async () => {
    await fc.assert(
      fc.asyncProperty(knowledge, words, async (all, asked) => {
        const oracle = createOracle(all);
        const expected = all.sessions.flatMap(({ id, materials }) => {
          const root = oracle.rootOf(id);
          const event = all.sessions.find((one) => one.id === root)?.title;
          return materials
            .filter(({ title }) => holds(wordsIn(title, event), asked, ALL))
            .map(({ title }) => `${title} in ${root}`);
        });
        const { hits } = await openArchive(all).searchMaterials(searchFor({ words: asked, coverage: ALL }));
        const found = hits
          .filter(({ record }) => !('places' in record))
          .map(({ record, session }) => `${record.title} in ${session?.id}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 80 },
    );
  });
});

describe('pages', () => {
  const searches: readonly (readonly [
    string,
    (archive: Archive, one: Search) => Promise<Found<Hit<unknown>>>,
  ])[] = [
    ['contributions', (archive, one) => archive.searchContributions(one)],
    ['sessions', (archive, one) => archive.searchSessions(one)],
    ['people', (archive, one) => archive.searchPeople(one)],
    ['materials', (archive, one) => archive.searchMaterials(one)],
  ];
  test.each(searches)(
    'of %s are slices of the whole list, direct hits before related ones',
    async (_, find) => {
      await fc.assert(
        fc.asyncProperty(
          knowledge,
          search,
          fc.record({ offset: fc.nat({ max: 12 }), limit: fc.nat({ max: 6 }) }),
          async (all, wanted, page) => {
            const archive = openArchive(all);
            const whole = await find(archive, searchFor(wanted));
            const part = await find(archive, searchFor({ ...wanted, ...page }));
            expect(part.hits).toEqual(whole.hits.slice(page.offset, page.offset + page.limit));
            expect({ ...part, hits: [] }).toEqual({ ...whole, hits: [] });
            const relations = whole.hits.map(({ relation }) => relation);
            expect(relations).toEqual([...relations].sort());
            expect(whole.direct).toBe(relations.filter((one) => one === 'direct').length);
            expect(whole.total).toBe(whole.hits.length);
          },
        ),
        { numRuns: RUNS },
      );
    },
  );
});
