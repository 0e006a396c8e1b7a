/** Searching people: by who they are and by what they said. */
import type { Appearance, Knowledge, Person } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { personFacets } from './annotate.ts';
import type { Condition, Found, PersonHit, Records, Search } from './archive.ts';
import { type ContributionSearch, namesOf, spanOf } from './contributions.ts';
import { createFacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';
import { createTextIndex } from './text/text-index.ts';
import { coverageOf, hasNoWords, markTerms, prepareWords } from './words.ts';

const PROOFS = 2;
/** Words of a profile must all match: half a job title is somebody else's. */
const PROFILE_COVERAGE = 0.99;
/** Conditions on who somebody is; the others are on what they said. */
const PROFILE_FIELDS = new Set(['by', 'from', 'part', 'session', 'source', 'date']);
const PLACES = new Set(['country', 'org', 'group']);

export interface PeopleSearch {
  search(search: Search): Found<PersonHit>;
  inOffice(words: readonly string[], limit: number): readonly Person[];
}

export function createPeopleSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
): PeopleSearch {
  const { people } = knowledge;
  const numberOf = new Map(people.map((person, doc) => [person.id, doc]));
  const docsOf = new Map<string, number[]>();
  knowledge.contributions.forEach((contribution, doc) => {
    for (const maker of contribution.makers) {
      if (maker.kind !== 'person') continue;
      const list = docsOf.get(maker.id);
      if (list) list.push(doc);
      else docsOf.set(maker.id, [doc]);
    }
  });
  const facets = createFacetIndex(
    people.map((person) =>
      personFacets(
        person.id,
        records,
        (docsOf.get(person.id) ?? []).flatMap((doc) => said.sets[doc] ?? []),
      ),
    ),
    people.map((person) => {
      const [first] = records.appearancesOf(person.id);
      return first ? spanOf(records, first.session) : undefined;
    }),
  );
  const profiles = lazy(() =>
    createTextIndex(
      people.map((person) => ({
        fields: {
          profile: records
            .appearancesOf(person.id)
            .map((one) => {
              const organization = records.organization(one.organization ?? '');
              return [one.role, one.unit, one.note, organization?.name, organization?.abbreviation, one.part]
                .filter((part) => part !== undefined)
                .join(' ');
            })
            .join(' . '),
        },
      })),
    ),
  );

  const isProfile = (condition: Condition): boolean =>
    condition.any.every(({ field }) => PROFILE_FIELDS.has(field));

  function matching(person: Person, conditions: readonly Condition[]): Appearance[] {
    const wanted = conditions.filter((one) => !one.not && isProfile(one)).flatMap((one) => one.any);
    const all = records.appearancesOf(person.id);
    const fitting = all.filter((appearance) =>
      wanted.some(({ field, value }) => {
        if (field === 'session') return records.isWithin(appearance.session, value);
        if (field !== 'by' || appearance.organization === undefined) return false;
        return (
          records.isWithin(appearance.organization, value) ||
          records.isWithin(records.organization(appearance.organization)?.kind ?? '', value)
        );
      }),
    );
    return [...(fitting.length > 0 ? fitting : all)];
  }

  interface Score {
    score: number;
    coverage: number;
    docs: number[];
    related: boolean;
  }

  /** Makers of the contributions that match. Conditions hold for the contribution itself, not just somewhere in the record. */
  function bySpeech(search: Search): Map<number, Score> {
    const scores = new Map<number, Score>();
    for (const { doc, score, coverage, related } of said.rank(search).ranked) {
      for (const maker of knowledge.contributions[doc]?.makers ?? []) {
        const number = maker.kind === 'person' ? numberOf.get(maker.id) : undefined;
        if (number === undefined) continue;
        const known = scores.get(number);
        if (known === undefined) scores.set(number, { score, coverage, docs: [doc], related });
        else {
          known.docs.push(doc);
          known.score = Math.max(known.score, score);
          known.coverage = Math.max(known.coverage, coverage);
          known.related &&= related;
        }
      }
    }
    return scores;
  }

  /** People whose profile holds all the words. Half a job title is somebody else's, and no title is about a topic. */
  function byOffice(
    search: Pick<Search, 'words' | 'phrases' | 'without' | 'conditions'>,
  ): { doc: number; score: number }[] {
    if (search.words.length === 0 || !search.conditions.every(isProfile)) return [];
    const words = prepareWords({ ...search, concepts: [] }, () => [profiles()]);
    const { accept } = facets.evaluate(search.conditions);
    return profiles()
      .search({
        terms: words.terms,
        phrases: words.phrases,
        without: words.without,
        accept,
        limit: people.length,
      })
      .hits.filter(({ matched }) => coverageOf(matched, words) >= PROFILE_COVERAGE);
  }

  return {
    inOffice: (words, limit) =>
      byOffice({ words, phrases: [], without: [], conditions: [] })
        .slice(0, limit)
        .flatMap(({ doc }) => people[doc] ?? []),
    search(search) {
      const words = prepareWords(search, () => [said.text, profiles()]);
      const { accept, related } = facets.evaluate(search.conditions);
      const asksForContent = !hasNoWords(search) || search.conditions.some((one) => !isProfile(one));
      const scores = asksForContent ? bySpeech(search) : new Map<number, Score>();
      if (hasNoWords(search)) {
        // "who from Germany", "who of the ILO": who they are, where nothing but places and organizations is asked.
        const content = search.conditions.filter((one) => !isProfile(one) && !one.not);
        const onlyPlaces = content.every((one) => one.any.some(({ field }) => PLACES.has(field)));
        for (let doc = 0; doc < people.length; doc++) {
          if (!accept[doc] || scores.has(doc) || (asksForContent && !onlyPlaces)) continue;
          const docs = asksForContent ? [] : (docsOf.get(people[doc]?.id ?? '') ?? []);
          scores.set(doc, {
            score: docs.length > 0 ? 1 : 0,
            coverage: 1,
            docs: [...docs],
            related: related[doc] === 1,
          });
        }
      } else if (search.concepts.length === 0) {
        for (const { doc, score } of byOffice(search)) {
          const known = scores.get(doc);
          if (known) known.score += score;
          else scores.set(doc, { score: score * 2, coverage: 1, docs: [], related: false });
        }
      }
      const ranked = [...scores]
        .filter(([, one]) => one.coverage >= search.coverage)
        .sort(
          ([one, a], [other, b]) => Number(a.related) - Number(b.related) || b.score - a.score || one - other,
        );
      const direct = ranked.filter(([, one]) => !one.related);
      return {
        total: ranked.length,
        direct: direct.length,
        hits: ranked.slice(search.offset, search.offset + search.limit).flatMap(([doc, one]) => {
          const record = people[doc];
          if (!record) return [];
          return [
            {
              record,
              score: one.score,
              coverage: one.coverage,
              relation: one.related ? ('related' as const) : ('direct' as const),
              reasons: facets.reasons(doc, [...search.conditions, ...search.concepts]),
              appearances: matching(record, search.conditions),
              proofs: asksForContent
                ? one.docs.slice(0, PROOFS).flatMap((place) => knowledge.contributions[place] ?? [])
                : [],
              contributions: one.docs.length,
            },
          ];
        }),
        facets: facets.count(
          direct.map(([doc]) => doc),
          ['topic', 'country', 'session'],
          20,
        ),
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      };
    },
  };
}
