/** What reading a line gives, and what it needs to know. */
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Courtesy } from './courtesy.ts';
import type { Fault } from './faults.ts';
import type { FollowUp } from './follow-up.ts';
import type { CommandName, Query } from './query.ts';

/**
 * How a line relates to the one before it in a thread.
 * `narrow` adds to it ("only 2022"), `replace` swaps its subject ("and Harukawa?"), `page` moves in it ("more", "page:3"),
 * `refer` asks something else of the same person or event ("who organized it?", "what did she say?").
 */
export type Continuation = 'narrow' | 'replace' | 'page' | 'refer';

export interface Parsed {
  readonly query: Query;
  /** The line named its command; otherwise `ask` was assumed or the question's wording chose. */
  readonly explicit: boolean;
  readonly continues?: Continuation;
  /** For `page`: steps from the previous page, where no number was given. */
  readonly step?: 1 | -1;
  /** For `page`: what was shown before is meant, whatever it was. */
  readonly back?: true;
  /** Somebody else than those who were shown is asked for ("and the other one?"). */
  readonly others?: boolean;
  /** Something is asked of what the answer before showed ("open 2", "who said that?"). */
  readonly followUp?: FollowUp;
  /** Thanks, a greeting and the like: nothing is asked. */
  readonly courtesy?: Courtesy;
  /** Misspelt words and what they were read as. */
  readonly corrected?: ReadonlyMap<string, string>;
  /** Why nothing could be read. `unknown-command`: a slash and a name that no command has. */
  readonly problem?: 'too-long' | 'unknown-command' | 'unknown-value' | 'no-subject';
  /** For `unknown-value`: the condition that nothing can meet. */
  readonly fault?: Fault;
  /** Behind the command stands something, but nothing that can be read: signs and bare digits ("/sessions .*"). */
  readonly unreadable?: boolean;
  /** The line is hardly English: what is not found may be the language's fault. */
  readonly foreign?: boolean;
  /** The unknown command's name, folded, for "did you mean"; never shown. */
  readonly attempted?: string;
}

/** A name that a line may begin with, and the command that it stands for. */
export interface CommandNames {
  /** Names and aliases that count wherever a line begins with them. */
  readonly bare: ReadonlyMap<string, CommandName>;
  /** Further aliases that count behind a slash only. */
  readonly slashed: ReadonlyMap<string, CommandName>;
}

export interface ParseContext {
  readonly vocabulary: Vocabulary;
  readonly commands: CommandNames;
  readonly now: Date;
  /** A line came before in the thread, so that continuations can be meant. */
  readonly hasPrevious: boolean;
  /** The answer before showed something, so that "open 2" or "who said that?" can be meant. */
  readonly hasShown?: boolean;
  /** The wording of a question is not looked at: all its words are searched for. */
  readonly plain?: boolean;
}
