/**
 * Builders of knowledge as the program sees it once it is loaded: each gives a whole record, of which a test says what it
 * is about. Nothing is checked here; what the loader would refuse can be built on purpose.
 */
import type {
  Addressee,
  Appearance,
  Contribution,
  ContributionKind,
  Evidence,
  Group,
  Knowledge,
  Link,
  Linked,
  Maker,
  Organization,
  Part,
  Person,
  Place,
  Session,
  Source,
  Topic,
} from '../../src/knowledge/model.ts';

/** The source that records stand in unless a test says otherwise. */
export const SOURCE = 'report';

export const at = (place: string, source = SOURCE): Evidence => ({ source, at: place });

/** `paragraph 1` to `paragraph n`. */
export function paragraphs(count: number): Place[] {
  return Array.from({ length: count }, (_, n) => ({ at: `${n + 1}`, label: `paragraph ${n + 1}` }));
}

export function source(id: string, over: Partial<Source> = {}): Source {
  return {
    id,
    title: `The ${id} in full`,
    short: id,
    publisher: 'Office of Ports',
    kind: 'report',
    language: 'English',
    places: paragraphs(60),
    ...over,
  };
}

export function session(id: string, over: Partial<Session> = {}): Session {
  return {
    id,
    title: id,
    aliases: [],
    kind: 'meeting',
    languages: [],
    organizers: [],
    supporters: [],
    funders: [],
    materials: [],
    sdgs: [],
    actionLines: [],
    topics: [],
    countries: [],
    links: [],
    unstated: [],
    evidence: [at('1')],
    ...over,
  };
}

export function person(id: string, name: string, over: Partial<Person> = {}): Person {
  return { id, name, aliases: [], ...over };
}

export function appearance(
  who: string,
  where: string,
  part: Part = 'speaker',
  over: Partial<Appearance> = {},
): Appearance {
  return { person: who, session: where, part, evidence: [at('2')], ...over };
}

export function organization(
  id: string,
  name: string,
  kind: string,
  over: Partial<Organization> = {},
): Organization {
  return { id, name, aliases: [], kind, evidence: [at('1')], ...over };
}

export function contribution(
  kind: ContributionKind,
  id: string,
  where: string,
  text: string,
  over: Partial<Contribution> = {},
): Contribution {
  return {
    id,
    kind,
    session: where,
    text,
    makers: [],
    to: [],
    topics: [],
    sdgs: [],
    countries: [],
    about: [],
    keywords: [],
    evidence: [at('3')],
    ...over,
  };
}

export const by = (...people: readonly string[]): Maker[] => people.map((id) => ({ kind: 'person', id }));

/** Whom a recommendation addresses, each named where the recommendation stands. */
export const addressed = (...groups: readonly string[]): Addressee[] =>
  groups.map((id) => ({ id, implied: false, evidence: [at('3')] }));

export function topic(id: string, over: Partial<Topic> = {}): Topic {
  return { id, name: id.replaceAll('-', ' '), synonyms: [], ...over };
}

export function group(id: string, over: Partial<Group> = {}): Group {
  return { id, name: id.replaceAll('-', ' '), synonyms: [], ...over };
}

export function linked<Id>(id: Id, link: Link = 'named', over: Partial<Linked<Id>> = {}): Linked<Id> {
  return { id, link, evidence: link === 'named' ? [at('4')] : [], ...over };
}

/** Knowledge of what is given, empty of everything else but the one source. */
export function knowledgeOf(parts: Partial<Knowledge>): Knowledge {
  return {
    revision: 'test',
    sources: [source(SOURCE)],
    sessions: [],
    appearances: [],
    people: [],
    organizations: [],
    contributions: [],
    topics: [],
    groups: [],
    goals: [],
    actionLines: [],
    countries: [],
    equivalents: [],
    ...parts,
  };
}
