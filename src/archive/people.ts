/** Searching people: by who they are and by what they said. */
import type { Appearance, Knowledge, Person } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Condition, Found, PersonHit, Records, Search } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import type { Equivalents } from './equivalents.ts';
import { counting, hitOf, pageOf } from './found.ts';
import { indexPeople } from './people-index.ts';
import { asksForContent, isProfile, rankByOffice, rankPeople } from './people-ranking.ts';
import { markTerms, namesOf, prepareWords } from './text-query.ts';

const FACETS = ['topic', 'country', 'session'];
const FACET_COUNT = 20;
const PROOFS = 2;

interface PeopleSearch {
  /** By who they were at one event, and by what they said. */
  search(search: Search): Found<PersonHit>;
  /** People whose office, unit and organization at one event hold all the words, best first. */
  inOffice(words: readonly string[], limit: number): readonly Person[];
}

/** A person's appearances that conditions on who they are ask for; all where they ask for none. */
function appearancesFor(records: Records, person: Person, conditions: readonly Condition[]): Appearance[] {
  const wanted = conditions.filter((one) => !one.not && isProfile(one)).flatMap((one) => one.any);
  const all = records.appearancesOf(person.id);
  const fitting = all.filter(({ session, organization }) =>
    wanted.some(({ field, value }) => {
      if (field === 'session') return records.isWithin(session, value);
      if (field !== 'by' || organization === undefined) return false;
      return (
        records.isWithin(organization, value) ||
        records.isWithin(records.organization(organization)?.kind ?? '', value)
      );
    }),
  );
  return [...(fitting.length > 0 ? fitting : all)];
}

/** Builds the indexes of people; linear in appearances and contributions. */
export function createPeopleSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
  equivalents: Equivalents,
): PeopleSearch {
  const { people, contributions } = knowledge;
  const index = indexPeople(knowledge, records, said);
  const { facets, profiles } = index;

  return {
    inOffice: (words, limit) =>
      rankByOffice(index, { words, phrases: [], without: [], conditions: [] }, equivalents)
        .slice(0, limit)
        .flatMap(({ person }) => people[person] ?? []),
    search(search) {
      const words = prepareWords(search, () => [said.text, profiles()], equivalents);
      const ranked = rankPeople(index, said, search, equivalents);
      const asked = [...search.conditions, ...search.concepts];
      const proofs = asksForContent(search) ? PROOFS : 0;
      return pageOf(search, {
        ranked,
        hitOf(one) {
          const record = people[one.doc];
          if (!record) return undefined;
          return {
            ...hitOf(record, one, facets.reasons(one.doc, asked)),
            appearances: appearancesFor(records, record, search.conditions),
            proofs: one.docs.slice(0, proofs).flatMap((doc) => contributions[doc] ?? []),
            contributions: one.docs.length,
          };
        },
        count: counting(facets, [FACETS], FACET_COUNT),
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      });
    },
  };
}
