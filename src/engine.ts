/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import type { SuggestionKind } from './commands/declaration.ts';
import type {
  Contribution,
  Knowledge,
  Organization,
  Person,
  Session,
  Source,
  Topic,
} from './knowledge/model.ts';

/** One request. `text` is whatever a person typed: a command line, with or without its slash, or a question. */
export interface Request {
  readonly text: string;
  /** The canonical line of the answer before, where the request continues a thread ("only 2022"). */
  readonly previous?: string;
  /** BCP 47 tag of the reader, for dates and numbers; English where absent. */
  readonly locale?: string;
  /** The moment of asking, for "this year"; now where absent. */
  readonly now?: Date;
}

export interface SuggestRequest {
  /** What was typed so far. */
  readonly text: string;
  /** What to complete with; everything where empty. */
  readonly kinds: readonly SuggestionKind[];
  readonly limit: number;
}

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly id: string;
  /** What the person sees: "Natalia Popova". */
  readonly label: string;
  /** A few words that tell it apart: "ILO · 30 September 2020". */
  readonly detail: string;
  /** The whole line that the choice asks: "speaker natalia-popova". */
  readonly line: string;
  /** The words to put in the place of what was typed, for platforms that complete an argument: "Natalia Popova". */
  readonly argument: string;
}

/** Read-only look into the archive for pages, App Home and pickers. */
export interface Browse {
  overview(): Promise<Overview>;
  session(id: string): Promise<Session | undefined>;
  person(id: string): Promise<Person | undefined>;
  organization(id: string): Promise<Organization | undefined>;
  contribution(id: string): Promise<Contribution | undefined>;
  topic(id: string): Promise<Topic | undefined>;
  source(id: string): Promise<Source | undefined>;
  /** Everything, at one revision: for export and for pages that show all of a small archive. */
  everything(): Promise<Knowledge>;
}

export interface Overview {
  readonly revision: string;
  readonly counts: Readonly<
    Record<
      'sessions' | 'people' | 'organizations' | 'contributions' | 'recommendations' | 'topics' | 'sources',
      number
    >
  >;
  /** Root sessions, newest first, undated last. */
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly line: string;
  }[];
  /** Goals that the archive touches: by how many root sessions they are named, and by how many only related. */
  readonly goals: readonly {
    readonly goal: number;
    readonly label: string;
    readonly named: number;
    readonly related: number;
    readonly line: string;
  }[];
  /** The topics with the most contributions. */
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly contributions: number;
    readonly line: string;
  }[];
  /** Lines to try. */
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
}

export interface Engine {
  answer(request: Request): Promise<Answer>;
  /** Type-ahead: best first. Never throws for odd text. */
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  readonly browse: Browse;
  /** The revision that the next answer will be made against. */
  readonly revision: string;
}
