/**
 * The knowledge as the rest of the program sees it: loaded, checked, with every short form expanded.
 * Plain types only, so that a cold start pays for no schema library. How it is written down is in `schema.ts`.
 */

/** Where a statement stands: a source and a place in it, or a range of places (`44-45`). */
export interface Evidence {
  readonly source: string;
  readonly at: string;
}

/** One citable place of a source; `label` is how people name it: `paragraph 43`. */
export interface Place {
  readonly at: string;
  readonly label: string;
  /** Why nothing is taken from this place, where that is so (a table of contents, a form's printed hint). */
  readonly empty?: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  /** A few words that name the source in a citation. */
  readonly short: string;
  readonly publisher: string;
  /** ISO date of publication, absent where the source gives none. */
  readonly date?: string;
  readonly kind: string;
  readonly language: string;
  /** Where the original stands. */
  readonly url?: string;
  readonly places: readonly Place[];
}

/** `named`: the source says it. `related`: the curator judges so; every answer shows which. */
export type Link = 'named' | 'related';

export interface Linked<Id> {
  readonly id: Id;
  readonly link: Link;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

export type Part =
  | 'moderator'
  | 'opening'
  | 'keynote'
  | 'panellist'
  | 'speaker'
  | 'closing'
  | 'organizer'
  | 'author';

/** What a person was at one session: affiliations change between events, so they belong here. */
export interface Appearance {
  readonly person: string;
  readonly session: string;
  readonly part: Part;
  readonly role?: string;
  readonly unit?: string;
  readonly organization?: string;
  readonly country?: string;
  /** Further facts that the source gives about the person, in the curator's words. */
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

/** The facts that a session either has or says it lacks. */
export type SessionFact =
  | 'date'
  | 'time'
  | 'place'
  | 'languages'
  | 'organizers'
  | 'supporters'
  | 'funders'
  | 'attendance'
  | 'appearances'
  | 'materials';

export interface SessionDate {
  /** ISO date, or a month (`2024-05`) or year where the source gives no more. */
  readonly on: string;
  readonly until?: string;
  readonly evidence: readonly Evidence[];
}

export interface SessionTime {
  /** `HH:MM` in the zone given. */
  readonly start: string;
  readonly end?: string;
  /** UTC offset as the source prints it, `+02:00`. */
  readonly offset?: string;
  readonly evidence: readonly Evidence[];
}

export interface OrganizationRole {
  readonly organization: string;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

export interface Material {
  readonly title: string;
  readonly kind?: string;
  readonly url?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly parent?: string;
  /** ISO date on which the curator took the event into the archive; on roots alone, absent where it was not noted. */
  readonly added?: string;
  readonly series?: {
    readonly name: string;
    readonly number?: string;
    readonly evidence: readonly Evidence[];
  };
  readonly date?: SessionDate;
  readonly time?: SessionTime;
  readonly place?: {
    readonly name: string;
    readonly country?: string;
    readonly evidence: readonly Evidence[];
  };
  readonly languages: readonly {
    readonly name: string;
    readonly note?: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly organizers: readonly OrganizationRole[];
  readonly supporters: readonly OrganizationRole[];
  readonly funders: readonly OrganizationRole[];
  readonly attendance?: {
    readonly value: number;
    readonly qualifier?: string;
    readonly note?: string;
    readonly evidence: readonly Evidence[];
  };
  readonly materials: readonly Material[];
  readonly sdgs: readonly Linked<number>[];
  readonly actionLines: readonly Linked<string>[];
  readonly topics: readonly Linked<string>[];
  readonly countries: readonly Linked<string>[];
  /** What the session was about, in the curator's words. */
  readonly summary?: string;
  readonly abstract?: string;
  readonly track?: string;
  readonly room?: string;
  /** The event's own page on the web. */
  readonly url?: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** What the sources explicitly leave open; answered as "not stated". */
  readonly unstated: readonly SessionFact[];
  readonly evidence: readonly Evidence[];
}

export interface Person {
  readonly id: string;
  /** The name as the sources print it, without honorific. */
  readonly name: string;
  /** The family name, where it is not simply the last word of `name`. */
  readonly family?: string;
  readonly honorific?: string;
  readonly aliases: readonly string[];
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly abbreviation?: string;
  readonly aliases: readonly string[];
  /** A group of `vocabulary/groups.yaml`. */
  readonly kind: string;
  readonly country?: string;
  /** The organization that this one is a unit of. */
  readonly parent?: string;
  readonly evidence: readonly Evidence[];
}

export type ContributionKind = 'statement' | 'recommendation' | 'practice' | 'figure' | 'poll';

/** Who made a contribution. `unnamed` keeps a voice that the source does not name ("a member of the audience"). */
export type Maker =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'organization'; readonly id: string }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'unnamed'; readonly voice: string };

export interface Figure {
  readonly value: number;
  /** `about`, `over`, `more than` … as the source has it. */
  readonly qualifier?: string;
  readonly unit: string;
  readonly subject: string;
  /** The year that the figure is for. */
  readonly year?: number;
}

export interface Poll {
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly result: string; readonly share?: number }[];
}

/** A group that a recommendation is addressed to. */
export interface Addressee {
  readonly id: string;
  /** The source does not name it but leaves no doubt; every answer shows which. */
  readonly implied: boolean;
  /** Where the source names it; empty where it is implied, or where nobody has said. */
  readonly evidence: readonly Evidence[];
}

/** One claim, in the curator's words. */
export interface Contribution {
  readonly id: string;
  readonly kind: ContributionKind;
  /** The session, or the part of it, in which the claim was made. */
  readonly session: string;
  /** A few words that name a practice or a poll. */
  readonly title?: string;
  readonly text: string;
  readonly makers: readonly Maker[];
  /** Recommendations only: said outright, or left to be understood. */
  readonly stance?: 'explicit' | 'implied';
  /** Whom a recommendation is addressed to. */
  readonly to: readonly Addressee[];
  readonly topics: readonly string[];
  readonly sdgs: readonly Linked<number>[];
  readonly countries: readonly string[];
  /** Organizations and people that the claim is about. */
  readonly about: readonly string[];
  /** Further words that people may search by (the source's own terms, spellings). */
  readonly keywords: readonly string[];
  readonly figure?: Figure;
  readonly poll?: Poll;
  /** The statement that a figure stands in; the two are shown once. */
  readonly within?: string;
  readonly evidence: readonly Evidence[];
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly broader?: string;
}

/** A group of society: whom recommendations address, and what kind an organization is of. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly broader?: string;
}

export interface Goal {
  readonly id: number;
  /** Short name and title by language code (the six languages of the UN). */
  readonly short: Readonly<Record<string, string>>;
  readonly title: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
}

export interface ActionLine {
  /** `c4`, `c7`, `c7-e-employment`. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly parent?: string;
  readonly aliases: readonly string[];
}

export interface Country {
  /** ISO 3166-1 alpha-2, in upper case. */
  readonly id: string;
  readonly name: string;
  /** Everyday names, adjectives and names of inhabitants. */
  readonly aliases: readonly string[];
}

/** Words of everyday language that mean about the same: a search for one finds the others, with less weight. */
export interface Equivalent {
  readonly id: string;
  readonly words: readonly string[];
}

/** All of it, at one revision. Arrays keep the order of the files. */
export interface Knowledge {
  /** Hash of the content; two archives of the same revision answer alike. */
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly sessions: readonly Session[];
  readonly appearances: readonly Appearance[];
  readonly people: readonly Person[];
  readonly organizations: readonly Organization[];
  readonly contributions: readonly Contribution[];
  readonly topics: readonly Topic[];
  readonly groups: readonly Group[];
  readonly goals: readonly Goal[];
  readonly actionLines: readonly ActionLine[];
  readonly countries: readonly Country[];
  readonly equivalents: readonly Equivalent[];
}
