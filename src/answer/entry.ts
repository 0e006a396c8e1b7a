/**
 * The Entry: everything that the archive knows of one thing, laid out for reading. What an Answer is to a chat, an Entry
 * is to a page. Text is text here too: no markup. Every value carries the citations that it rests on.
 */

import type { EntryKind } from './address.ts';
import type { Citation } from './answer.ts';

/** Another entry, by its name. */
export interface Ref {
  readonly kind: EntryKind;
  readonly id: string;
  readonly label: string;
}

/** A document, and where its original or the page of its event can be read. */
export interface DocumentRef extends Ref {
  readonly original?: string;
}

export interface Value {
  /** Ready to print. */
  readonly text: string;
  /** The entry that the text names. */
  readonly ref?: Ref;
  /** https and free of credentials, or it is not linked. */
  readonly url?: string;
  /** More about it: a curator's note, an office held. */
  readonly note?: string;
  /** How many entries are behind it, for lists. */
  readonly count?: number;
  readonly evidence: readonly Citation[];
}

/** A labelled fact; without values where the sources do not state it. */
export interface EntryFact {
  readonly label: string;
  readonly values: readonly Value[];
}

/** A contribution on the page of something else. */
export interface Claim {
  readonly ref: Ref;
  /** "Recommendation", "Practice" … */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly makers: readonly Value[];
  /** The session that it was made in; absent where the page is about that session. */
  readonly where?: Ref;
  readonly date: string;
  readonly facts: readonly EntryFact[];
  /** Figures that stand in it. */
  readonly figures: readonly Claim[];
  readonly evidence: readonly Citation[];
}

/** Somebody at some session. */
export interface Attendance {
  readonly person: Ref;
  /** Absent where the page is about that session. */
  readonly session?: Ref;
  /** '' where it goes without saying. */
  readonly date: string;
  /** "panellist" */
  readonly part: string;
  readonly office: string;
  readonly organization?: Ref;
  readonly note: string;
  readonly evidence: readonly Citation[];
}

/** A part of an event, with who appeared and how much was said. */
export interface ProgrammePart {
  readonly ref: Ref;
  readonly kind: string;
  readonly people: readonly Ref[];
  readonly claims: number;
  readonly parts: readonly ProgrammePart[];
}

/** One place of a source and what rests on it. */
export interface PlaceUse {
  readonly at: string;
  readonly label: string;
  /** Why nothing is taken from here, or ''. */
  readonly empty: string;
  readonly claims: readonly Claim[];
  /** What else is taken from here, by the entry that it belongs to: a session's date, a person's part. */
  readonly facts: readonly { readonly ref: Ref; readonly what: readonly string[] }[];
}

interface Headed {
  /** Anchor; unique in an entry. */
  readonly id: string;
  readonly heading: string;
  /** A sentence under the heading, or ''. */
  readonly note: string;
  /** How many there are in all, where not all are shown, and the line that lists them. */
  readonly more?: { readonly total: number; readonly line: string };
}

export type Section =
  | (Headed & {
      readonly kind: 'claims';
      readonly groups: readonly { readonly ref?: Ref; readonly claims: readonly Claim[] }[];
    })
  | (Headed & { readonly kind: 'values'; readonly values: readonly Value[] })
  | (Headed & {
      readonly kind: 'attendance';
      readonly rows: readonly Attendance[];
      /** What the page is about, and so needs no column. */
      readonly about: 'person' | 'session' | 'organization' | 'country';
    })
  | (Headed & { readonly kind: 'programme'; readonly parts: readonly ProgrammePart[] })
  | (Headed & { readonly kind: 'places'; readonly places: readonly PlaceUse[] });

export interface Entry {
  readonly ref: Ref;
  /** "Session", "Recommendation" … and what kind of it. */
  readonly kind: string;
  readonly title: string;
  /** A line under the title, or ''. */
  readonly subtitle: string;
  /** What it is about or what it says; `text` is '' for nothing. */
  readonly lead: Value;
  /** From the outermost. */
  readonly within: readonly Ref[];
  readonly facts: readonly EntryFact[];
  readonly sections: readonly Section[];
  readonly previous?: Ref;
  readonly next?: Ref;
  /** The line that asks for it in a chat. */
  readonly line: string;
  /** Documents that the page cites, each once. */
  readonly sources: readonly DocumentRef[];
  readonly revision: string;
}

/** - `moved`: the id is that of another kind. - `absent`: nothing has it; `near` may be meant. */
export type EntryResult =
  | { readonly state: 'found'; readonly entry: Entry }
  | { readonly state: 'moved'; readonly ref: Ref }
  | { readonly state: 'absent'; readonly near: readonly Ref[] };

/** One page of a list of entries in sections. */
export interface Listing {
  /** The sections that stand on this page, with the rows of theirs that do. */
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly rows: readonly ListingRow[];
  }[];
  /** Every section of the whole list, with the page that it begins on. */
  readonly contents: readonly {
    readonly id: string;
    readonly heading: string;
    readonly count: number;
    readonly page: number;
  }[];
  /** Entries on all pages. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

export interface ListingRow {
  readonly ref: Ref;
  /** What tells it apart: "10 May 2022", "ILO". */
  readonly details: readonly string[];
  /** "12 statements" */
  readonly counts: readonly string[];
  /** How far below the first row of its branch, from 0. */
  readonly depth: number;
}

/** Goals by events: what of an event names or relates to a goal. */
export interface GoalMatrix {
  readonly events: readonly Ref[];
  readonly rows: readonly {
    readonly goal: Ref;
    /** By event: how it is linked, and how many contributions link to the goal. */
    readonly cells: readonly { readonly link?: 'named' | 'related'; readonly count: number }[];
  }[];
}

/** Who spoke where. */
export interface PeopleMatrix {
  readonly events: readonly Ref[];
  readonly rows: readonly {
    readonly person: Ref;
    readonly cells: readonly { readonly parts: readonly string[]; readonly claims: number }[];
  }[];
  /** People beyond those shown. */
  readonly more: number;
}

export interface Timeline {
  readonly dated: readonly {
    readonly ref: Ref;
    /** Ready to print. */
    readonly date: string;
    /** First and last day, ISO. */
    readonly from: string;
    readonly to: string;
  }[];
  readonly undated: readonly Ref[];
}

export interface Bar {
  readonly ref: Ref;
  readonly count: number;
}

/** What `/recommendations` can be narrowed by. */
export const RECOMMENDATION_FILTERS = ['topic', 'goal', 'to', 'stance', 'event', 'country'] as const;
export type RecommendationFilter = (typeof RECOMMENDATION_FILTERS)[number];
export type RecommendationFilters = Readonly<Partial<Record<RecommendationFilter, string>>>;

export interface RecommendationList {
  readonly claims: readonly Claim[];
  readonly total: number;
  /** Each filter with its values and how many recommendations each would leave, most first. */
  readonly filters: readonly {
    readonly name: RecommendationFilter;
    readonly chosen: string;
    readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  }[];
  readonly page: number;
  readonly pages: number;
}

/** A line narrowed by what its results have in common. */
export interface FacetGroup {
  readonly heading: string;
  readonly values: readonly { readonly label: string; readonly count: number; readonly line: string }[];
}
