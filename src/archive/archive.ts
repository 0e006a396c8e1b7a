/**
 * The Archive port: everything that the commands may ask of the knowledge. It lies in this process today
 * (`memory.ts`) and may lie in a database later, so whatever searches may wait. One archive is one revision.
 */
import type {
  ActionLine,
  Appearance,
  Contribution,
  Country,
  Evidence,
  Goal,
  Group,
  Knowledge,
  Material,
  Organization,
  Person,
  Session,
  Source,
  Topic,
} from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';

/** Conditions on one field; see `src/reading/query.ts` for the fields. */
export interface Condition {
  readonly any: readonly { readonly field: string; readonly value: string }[];
  readonly not: boolean;
}

export interface Search {
  /** All must hold. */
  readonly conditions: readonly Condition[];
  /**
   * Concepts that count like words: what matches more of them ranks higher, and `coverage` says how much of them
   * must match. A topic that a plain question mentions is one.
   */
  readonly concepts: readonly Condition[];
  /** Folded words. */
  readonly words: readonly string[];
  /** Folded words that put first what contains them, and leave nothing out. */
  readonly literal: readonly string[];
  /** Folded phrases that must occur. */
  readonly phrases: readonly string[];
  /** Folded words that must not occur. */
  readonly without: readonly string[];
  /** Share of the weight of words and concepts that a direct hit matches at least, 0 to 1. */
  readonly coverage: number;
  /** `first`: the very words, and those that mean about the same only where nobody used the very words. */
  /**
   * `counted`: words that mean about the same rank, but only the very words, and the archive's own equivalents, count for
   * `coverage`.
   */
  readonly exact?: 'first' | 'counted';
  /**
   * Entries whose own text has every word that was typed come first, even where what a word was read as (a country, a topic)
   * is not what they were annotated with.
   */
  readonly verbatim?: boolean;
  /** Kinds of contribution to put first. */
  readonly prefer?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** Why something matched. */
export interface Reason {
  readonly field: string;
  readonly value: string;
  /** `named` by a source, or `related` in the curator's judgement. */
  readonly link: 'named' | 'related';
}

export interface Hit<Record> {
  readonly record: Record;
  readonly score: number;
  readonly relation: 'direct' | 'related';
  readonly reasons: readonly Reason[];
  /** Share of what was asked in words and concepts that matched, 0 to 1; 1 where there were none. */
  readonly coverage: number;
  /** Words that were asked and do not match, neither by themselves nor by what means about the same; where it was looked at. */
  readonly missing?: readonly string[];
}

export interface SessionHit extends Hit<Session> {
  /** The contributions, in the session or its parts, that match best: what to show as the proof. */
  readonly proofs: readonly Contribution[];
  /** Appearances that match a condition on a person, organization, group or country. */
  readonly appearances: readonly Appearance[];
}

export interface Facet {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

/** Direct hits of a search, and those of them that meet one more condition. */
export interface Counts {
  readonly all: number;
  readonly those: number;
}

export interface Found<H> {
  readonly total: number;
  /** How many of `total` are direct; they come first. */
  readonly direct: number;
  readonly hits: readonly H[];
  /** What the direct hits have in common, most frequent first. */
  readonly facets: readonly Facet[];
  /** Analysed terms of the search, corrections included, for marking. */
  readonly terms: readonly string[];
  /** Words that the archive does not know. */
  readonly unknown: readonly string[];
}

/**
 * - `found`: the one person, or several whom the name fits equally well.
 * - `near`: nobody of that name; `people` are whom one might have meant.
 */
export interface NameResult {
  readonly outcome: 'found' | 'near' | 'none';
  readonly people: readonly Person[];
}

export interface PersonHit extends Hit<Person> {
  /** Where they appeared, as far as it matches. */
  readonly appearances: readonly Appearance[];
  /** Their best matching contributions. */
  readonly proofs: readonly Contribution[];
  /** How many contributions match. */
  readonly contributions: number;
}

/** What an organization did at an event. `represented`: somebody of it appeared, or it is told what it said there. */
export interface OrganizationPart {
  /** The root session. */
  readonly session: string;
  readonly roles: readonly ('organizer' | 'supporter' | 'funder' | 'represented')[];
  readonly appearances: readonly Appearance[];
  readonly evidence: readonly Evidence[];
}

export interface OrganizationHit extends Hit<Organization> {
  /** The events in which it took part, as far as they match; none where it is only mentioned. */
  readonly parts: readonly OrganizationPart[];
  /** What mentions it, where it took no part. */
  readonly mentions: readonly Contribution[];
}

/** A document: one of the sources, or one that a session's source points to. */
export interface MaterialHit extends Hit<Material | Source> {
  readonly session: Session | undefined;
}

/** Look-up by id and the relations between records, synchronous: what a search gave back is at hand. */
export interface Records {
  session(id: string): Session | undefined;
  person(id: string): Person | undefined;
  organization(id: string): Organization | undefined;
  contribution(id: string): Contribution | undefined;
  topic(id: string): Topic | undefined;
  group(id: string): Group | undefined;
  goal(id: number): Goal | undefined;
  actionLine(id: string): ActionLine | undefined;
  country(id: string): Country | undefined;
  source(id: string): Source | undefined;
  /** The root session of a part; the session itself where it is a root. */
  root(session: string): Session | undefined;
  /** The event that alone stands in a source; undefined where several do, or none. */
  eventIn(source: string): Session | undefined;
  /** Direct parts, in order. */
  parts(session: string): readonly Session[];
  /** A session's own and its parts' contributions, in order of the document. */
  contributionsIn(session: string): readonly Contribution[];
  /** A session's own and its parts' appearances, in order. */
  appearancesIn(session: string): readonly Appearance[];
  appearancesOf(person: string): readonly Appearance[];
  contributionsBy(maker: string): readonly Contribution[];
  /** What a person was at the event that a session belongs to. */
  affiliation(person: string, session: string): Appearance | undefined;
  /** All groups below a group, at any depth. */
  narrowerGroups(group: string): readonly string[];
  /** True where `id` is `ancestor` or a unit, narrower term or member of it. */
  isWithin(id: string, ancestor: string): boolean;
}

/**
 * One revision of the knowledge, to be asked.
 * @example
 * const archive = openArchive(await loadKnowledge('knowledge'));
 * const { outcome, people } = await archive.matchName('Popowa', 3); // 'found', [Natalia Popova]
 */
export interface Archive {
  readonly revision: string;
  readonly vocabulary: Vocabulary;
  readonly records: Records;
  /**
   * What was said, best first: direct hits, then related ones.
   * @example
   * // Five entries that hold most of what is asked, recommendations before others. `anything` asks for nothing.
   * const topic = { any: [{ field: 'topic', value: 'labour-migration' }], not: false };
   * await archive.searchContributions({
   *   ...anything, concepts: [topic], words: ['seafarers'], coverage: 0.6, prefer: ['recommendation'], limit: 5,
   * });
   */
  searchContributions(search: Search): Promise<Found<Hit<Contribution>>>;
  /** Counts without listing: the direct hits, and those among them that meet `condition` too. */
  countContributions(search: Search, condition: Condition): Promise<Counts>;
  /**
   * Events, by what they are called and what was said in them.
   * @param by `identity`: by what sessions are called alone
   * @example
   * // All events that name Goal 8, and after them those that a curator relates to it.
   * const goal = { any: [{ field: 'sdg', value: '8' }], not: false };
   * await archive.searchSessions({ ...anything, conditions: [goal] });
   */
  searchSessions(search: Search, by?: 'everything' | 'identity'): Promise<Found<SessionHit>>;
  /** People, by who they were at one event and by what they said there; an office and a country must hold at the same one. */
  searchPeople(search: Search): Promise<Found<PersonHit>>;
  /** Documents: the archive's sources and those that these point to. */
  searchMaterials(search: Search): Promise<Found<MaterialHit>>;
  /** Those that took part in an event are direct, those only mentioned related. */
  searchOrganizations(search: Search): Promise<Found<OrganizationHit>>;
  /**
   * The known word that one which the archive does not contain is likely a slip of, or undefined.
   * @example await archive.correctWord('migartion') // 'migration'
   */
  correctWord(word: string): Promise<string | undefined>;
  /** Known words near to one that the archive does not contain, likely or not. */
  nearWords(word: string): Promise<readonly string[]>;
  /**
   * Whom a name means; misspellings forgiven, absent people not invented.
   * @example await archive.matchName('Merkel', 3) // { outcome: 'none', people: [] }
   */
  matchName(name: string, limit: number): Promise<NameResult>;
  /** People whose office, unit and organization at some event hold all the words ("president", "sophia", "university"). */
  peopleInOffice(words: readonly string[], limit: number): Promise<readonly Person[]>;
  /** True where the words are, folded, exactly somebody's full name, family name or alias. */
  isName(words: readonly string[]): Promise<boolean>;
  /** True where some session or contribution has the term, so that it leads somewhere. */
  isUsed(field: string, value: string): boolean;
  /**
   * The ids of what most was said on, or of who said most, most frequent first; a few at most.
   * @example archive.mostFrequent('topic') // ['ict-sector', 'digital-transformation', …]
   */
  mostFrequent(what: 'topic' | 'person'): readonly string[];
  /** Type-ahead over people. */
  completeName(prefix: string, limit: number): Promise<readonly Person[]>;
  /** True where a folded word, or one that means about the same, occurs anywhere in the text of the archive. */
  knowsWord(word: string): Promise<boolean>;
  /** All of it, for what walks through the whole archive: pages and exports. */
  everything(): Promise<Knowledge>;
}
