/** Searching people: by who they are and by what they said. */
import type { Appearance, Knowledge, Person } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { personFacets } from './annotate.ts';
import type { Condition, Found, PersonHit, Records, Search } from './archive.ts';
import { type ContributionSearch, namesOf, spanOf } from './contributions.ts';
import type { Equivalents } from './equivalents.ts';
import { createFacetIndex, type Evaluation } from './facets.ts';
import { lazy } from './lazy.ts';
import { createTextIndex } from './text/text-index.ts';
import { coverageOf, hasNoWords, markTerms, prepareWords } from './text-query.ts';

const FACETS = ['topic', 'country', 'session'];
const FACET_COUNT = 20;
const PROOFS = 2;
/** Words of a profile must all match: half a job title is somebody else's. */
const PROFILE_COVERAGE = 0.99;
/** Conditions on who somebody is; the others are on what they said. */
const PROFILE_FIELDS = new Set(['by', 'from', 'part', 'session', 'source', 'date']);
const PLACES = new Set(['country', 'org', 'group']);

/** A person at one event. */
interface Presence {
  /** Place in the list of people. */
  readonly person: number;
  readonly event: string;
  readonly appearances: Appearance[];
  /** What they said there, as document numbers. */
  readonly docs: number[];
}

export interface PeopleSearch {
  /** By who they were at one event, and by what they said. */
  search(search: Search): Found<PersonHit>;
  /** People whose office, unit and organization at one event hold all the words, best first. */
  inOffice(words: readonly string[], limit: number): readonly Person[];
}

/** Builds the indexes of people; linear in appearances and contributions. */
export function createPeopleSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
  equivalents: Equivalents,
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
  const presences = people.flatMap((person, number) =>
    presencesOf(person, number, docsOf.get(person.id) ?? []),
  );
  /** One document for each person at each event: an office and a country must hold at the same one. */
  const atEvents = createFacetIndex(
    presences.map(({ appearances, docs }) =>
      personFacets(
        appearances,
        records,
        docs.flatMap((doc) => said.sets[doc] ?? []),
      ),
    ),
    presences.map(({ event }) => spanOf(records, event)),
  );
  /** One for each person, for what the people found have in common. */
  const facets = createFacetIndex(
    people.map((person) =>
      personFacets(
        records.appearancesOf(person.id),
        records,
        (docsOf.get(person.id) ?? []).flatMap((doc) => said.sets[doc] ?? []),
      ),
    ),
    people.map(() => undefined),
  );
  const profiles = lazy(() =>
    createTextIndex(
      presences.map(({ appearances }) => ({
        fields: {
          profile: appearances.map((one) => {
            const organization = records.organization(one.organization ?? '');
            // "The vice-minister from Japan", "the union representative": where the office is held belongs to it.
            const country = records.country(one.country ?? organization?.country ?? '');
            return [
              one.role,
              one.unit,
              one.note,
              organization?.name,
              organization?.abbreviation,
              records.group(organization?.kind ?? '')?.name,
              country?.name,
              one.part,
            ]
              .filter((part) => part !== undefined)
              .join(' ');
          }),
        },
      })),
    ),
  );

  /** Where a person was, event by event; without an event where the archive only knows the name. */
  function presencesOf(person: Person, number: number, docs: readonly number[]): Presence[] {
    const rootOf = (session: string): string => records.root(session)?.id ?? session;
    const made = new Map<string, Presence>();
    const at = (event: string): Presence => {
      const known = made.get(event) ?? { person: number, event, appearances: [], docs: [] };
      made.set(event, known);
      return known;
    };
    for (const one of records.appearancesOf(person.id)) at(rootOf(one.session)).appearances.push(one);
    for (const doc of docs) at(rootOf(knowledge.contributions[doc]?.session ?? '')).docs.push(doc);
    return made.size > 0 ? [...made.values()] : [at('')];
  }

  /** Where people meet all conditions at one event; whoever an exclusion names at any event is left out everywhere. */
  function evaluate(conditions: readonly Condition[]): Evaluation {
    const found = atEvents.evaluate(conditions.filter(({ not }) => !not));
    for (const { any } of conditions.filter(({ not }) => not)) {
      const { accept, related } = atEvents.evaluate([{ any, not: false }]);
      const named = new Set<number>();
      for (const [place, { person }] of presences.entries())
        if (accept[place] && !related[place]) named.add(person);
      for (const [place, { person }] of presences.entries()) if (named.has(person)) found.accept[place] = 0;
    }
    return found;
  }

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

  /** People whose profile at some event holds all the words. Half a job title is somebody else's, and no title is about a topic. */
  function byOffice(
    search: Pick<Search, 'words' | 'phrases' | 'without' | 'conditions'>,
  ): { doc: number; score: number }[] {
    if (search.words.length === 0 || !search.conditions.every(isProfile)) return [];
    const words = prepareWords({ ...search, concepts: [] }, () => [profiles()], equivalents);
    const { accept } = evaluate(search.conditions);
    const best = new Map<number, number>();
    const result = profiles().search({
      terms: words.terms,
      phrases: words.phrases,
      without: words.without,
      accept,
      limit: presences.length,
    });
    for (const { doc, score } of result.hits) {
      const person = presences[doc]?.person;
      if (person !== undefined && !best.has(person) && coverageOf(doc, [result], words) >= PROFILE_COVERAGE)
        best.set(person, score);
    }
    return [...best].map(([doc, score]) => ({ doc, score }));
  }

  return {
    inOffice: (words, limit) =>
      byOffice({ words, phrases: [], without: [], conditions: [] })
        .slice(0, limit)
        .flatMap(({ doc }) => people[doc] ?? []),
    search(search) {
      const words = prepareWords(search, () => [said.text, profiles()], equivalents);
      const { accept, related } = evaluate(search.conditions);
      const asksForContent = !hasNoWords(search) || search.conditions.some((one) => !isProfile(one));
      const scores = asksForContent ? bySpeech(search) : new Map<number, Score>();
      if (hasNoWords(search)) {
        // "who from Germany", "who of the ILO": who they are, where nothing but places and organizations is asked.
        const content = search.conditions.filter((one) => !isProfile(one) && !one.not);
        const onlyPlaces = content.every((one) => one.any.some(({ field }) => PLACES.has(field)));
        const here = new Map<number, Score>();
        for (const [place, { person, docs }] of presences.entries()) {
          if (!accept[place] || scores.has(person) || (asksForContent && !onlyPlaces)) continue;
          const known = here.get(person) ?? { score: 0, coverage: 1, docs: [], related: true };
          if (!asksForContent) known.docs.push(...docs);
          known.score = known.docs.length > 0 ? 1 : 0;
          known.related &&= related[place] === 1;
          here.set(person, known);
        }
        for (const [person, one] of here) scores.set(person, one);
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
      const direct = ranked.filter(([, one]) => !one.related).map(([doc]) => doc);
      const counted = lazy(() => facets.count(direct, FACETS, FACET_COUNT));
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
        get facets() {
          return counted();
        },
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      };
    },
  };
}
