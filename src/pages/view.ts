/**
 * One archive at one revision, as pages look at it: the records, and the relations that only whole pages ask for,
 * made once per archive.
 */
import type { Archive } from '../archive/archive.ts';
import type {
  Appearance,
  Contribution,
  Country,
  Knowledge,
  Organization,
  Person,
  Session,
} from '../knowledge/model.ts';
import { type Context, contextOf, type Reader } from '../saying/context.ts';

/** What every page is made from: one revision, for one reader's language. */
export interface View extends Context {
  readonly knowledge: Knowledge;
  readonly relations: Relations;
}

/** Look-ups that answers do without. Where nothing is related, a map has no entry. */
export interface Relations {
  /** Root sessions, newest first; undated ones last, in the order of the files. */
  readonly roots: readonly Session[];
  /** By family name. */
  readonly people: readonly Person[];
  /** By name. */
  readonly organizations: readonly Organization[];
  readonly byTopic: ReadonlyMap<string, readonly Contribution[]>;
  readonly byAddressee: ReadonlyMap<string, readonly Contribution[]>;
  readonly byGoal: ReadonlyMap<number, readonly Contribution[]>;
  /** By organization or person that a contribution is about. */
  readonly about: ReadonlyMap<string, readonly Contribution[]>;
  /** Figures by the contribution that they stand in. */
  readonly within: ReadonlyMap<string, readonly Contribution[]>;
  readonly appearancesFor: ReadonlyMap<string, readonly Appearance[]>;
  readonly byCountry: ReadonlyMap<string, readonly Contribution[]>;
  /** Sessions by the country of their place. */
  readonly heldIn: ReadonlyMap<string, readonly Session[]>;
  /** Appearances by the country that somebody came from: their own at that event, else that of their organization. */
  readonly appearancesFrom: ReadonlyMap<string, readonly Appearance[]>;
  readonly basedIn: ReadonlyMap<string, readonly Organization[]>;
  /** Countries that anything in the archive touches, by name. */
  readonly countries: readonly Country[];
  /** Ids below an id, for topics, groups, organizations and action lines. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

const ENGLISH = new Intl.Collator('en');

const relations = new WeakMap<Archive, Promise<Pick<View, 'knowledge' | 'relations'>>>();

/** Opens the view for a reader's language. What it rests on is built once per archive. */
export async function viewOf(archive: Archive, reader: Reader = {}): Promise<View> {
  let made = relations.get(archive);
  if (made === undefined) {
    made = archive.everything().then((knowledge) => ({ knowledge, relations: relate(knowledge) }));
    relations.set(archive, made);
  }
  return { ...contextOf(archive, reader), ...(await made) };
}

function relate(knowledge: Knowledge): Relations {
  const { contributions, appearances, organizations, topics, groups, actionLines } = knowledge;
  const dayOf = ({ date }: Session): string => date?.on ?? '';
  const countryOf = new Map(organizations.map(({ id, country }) => [id, country]));
  const present = (id: string | undefined): string[] => (id === undefined ? [] : [id]);
  const byCountry = groupBy(contributions, ({ countries }) => countries);
  const heldIn = groupBy(knowledge.sessions, ({ place }) => present(place?.country));
  const appearancesFrom = groupBy(appearances, ({ country, organization }) =>
    present(country ?? countryOf.get(organization ?? '')),
  );
  const basedIn = groupBy(organizations, ({ country }) => present(country));
  const touched = new Set([
    ...[byCountry, heldIn, appearancesFrom, basedIn].flatMap((one) => [...one.keys()]),
    ...knowledge.sessions.flatMap(({ countries }) => countries.map(({ id }) => id)),
  ]);
  return {
    roots: knowledge.sessions
      .filter(({ parent }) => parent === undefined)
      .sort((one, other) => (dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? 1 : -1)),
    people: alphabetical(knowledge.people),
    organizations: [...organizations].sort((one, other) => ENGLISH.compare(one.name, other.name)),
    byTopic: groupBy(contributions, ({ topics: ids }) => ids),
    byAddressee: groupBy(contributions, ({ to }) => to.map(({ id }) => id)),
    byGoal: groupBy(contributions, ({ sdgs }) => sdgs.map(({ id }) => id)),
    about: groupBy(contributions, ({ about }) => about),
    within: groupBy(contributions, ({ within }) => (within === undefined ? [] : [within])),
    appearancesFor: groupBy(appearances, ({ organization }) => present(organization)),
    byCountry,
    heldIn,
    appearancesFrom,
    basedIn,
    countries: knowledge.countries
      .filter(({ id }) => touched.has(id))
      .sort((one, other) => ENGLISH.compare(one.name, other.name)),
    below: new Map(
      [
        ...groupBy([...topics, ...groups], ({ broader }) => (broader === undefined ? [] : [broader])),
        ...groupBy([...organizations, ...actionLines], ({ parent }) =>
          parent === undefined ? [] : [parent],
        ),
      ].map(([id, below]) => [id, below.map((one) => one.id)]),
    ),
  };
}

/** The family name that somebody is sorted by. */
export function familyName({ name, family }: Person): string {
  return family ?? name.split(/\s+/).at(-1) ?? name;
}

function alphabetical(people: readonly Person[]): Person[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base' });
  return [...people].sort(
    (one, other) =>
      collator.compare(familyName(one), familyName(other)) || collator.compare(one.name, other.name),
  );
}

function groupBy<Key, One>(all: readonly One[], keysOf: (one: One) => readonly Key[]): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
