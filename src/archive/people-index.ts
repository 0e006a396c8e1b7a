/** People, indexed: each at each event, because an office and a country must hold at the same one, and each as a whole. */
import type { Appearance, Contribution, Knowledge, Person } from '../knowledge/model.ts';
import { personFacets } from './annotate.ts';
import type { Records } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import { createFacetIndex, type FacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';
import { spanOf } from './records.ts';
import { createTextIndex, type TextIndex } from './text/text-index.ts';

/** A person at one event. */
interface Presence {
  /** Place in the list of people. */
  readonly person: number;
  readonly event: string;
  readonly appearances: Appearance[];
  /** What they said there, as document numbers. */
  readonly docs: number[];
}

export interface PeopleIndex {
  readonly people: readonly Person[];
  readonly contributions: readonly Contribution[];
  readonly numberOf: (id: string) => number | undefined;
  /** A presence's place is its number in `atEvents` and `profiles`. */
  readonly presences: readonly Presence[];
  readonly atEvents: FacetIndex;
  /** Who somebody was at an event, in words. */
  readonly profiles: () => TextIndex;
  /** One document for each person, for what the people found have in common. */
  readonly facets: FacetIndex;
}

/** What each person said, as document numbers. */
function docsByPerson({ contributions }: Knowledge): ReadonlyMap<string, readonly number[]> {
  const docsOf = new Map<string, number[]>();
  contributions.forEach(({ makers }, doc) => {
    for (const maker of makers) {
      if (maker.kind !== 'person') continue;
      const list = docsOf.get(maker.id);
      if (list) list.push(doc);
      else docsOf.set(maker.id, [doc]);
    }
  });
  return docsOf;
}

/** Where a person was, event by event; without an event where the archive only knows the name. */
function presencesOf(
  knowledge: Knowledge,
  records: Records,
  person: number,
  docs: readonly number[],
): Presence[] {
  const made = new Map<string, Presence>();
  const at = (event: string): Presence => {
    const known = made.get(event) ?? { person, event, appearances: [], docs: [] };
    made.set(event, known);
    return known;
  };
  const rootOf = (session: string): string => records.root(session)?.id ?? session;
  for (const one of records.appearancesOf(knowledge.people[person]?.id ?? ''))
    at(rootOf(one.session)).appearances.push(one);
  for (const doc of docs) at(rootOf(knowledge.contributions[doc]?.session ?? '')).docs.push(doc);
  return made.size > 0 ? [...made.values()] : [at('')];
}

/** Who somebody was, in words: "The vice-minister from Japan": where the office is held belongs to it. */
function profileOf(one: Appearance, records: Records): string {
  const organization = records.organization(one.organization ?? '');
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
}

/** Indexes all people; linear in appearances and contributions. */
export function indexPeople(knowledge: Knowledge, records: Records, said: ContributionSearch): PeopleIndex {
  const { people } = knowledge;
  const numbers = new Map(people.map((person, number) => [person.id, number]));
  const docsOf = docsByPerson(knowledge);
  const presences = people.flatMap(({ id }, number) =>
    presencesOf(knowledge, records, number, docsOf.get(id) ?? []),
  );
  const facetsOf = (appearances: readonly Appearance[], docs: readonly number[]) =>
    personFacets(
      appearances,
      records,
      docs.flatMap((doc) => said.sets[doc] ?? []),
    );
  return {
    people,
    contributions: knowledge.contributions,
    numberOf: (id) => numbers.get(id),
    presences,
    atEvents: createFacetIndex(
      presences.map(({ appearances, docs }) => facetsOf(appearances, docs)),
      presences.map(({ event }) => spanOf(records, event)),
    ),
    profiles: lazy(() =>
      createTextIndex(
        presences.map(({ appearances }) => ({
          fields: { profile: appearances.map((one) => profileOf(one, records)) },
        })),
      ),
    ),
    facets: createFacetIndex(
      people.map(({ id }) => facetsOf(records.appearancesOf(id), docsOf.get(id) ?? [])),
      people.map(() => undefined),
    ),
  };
}
