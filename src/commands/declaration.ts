/**
 * A command as its users know it, declared once. Help, Slack's manifest, Discord's registration and Teams' command
 * lists are all made from these declarations.
 */
export type SuggestionKind =
  | 'session'
  | 'person'
  | 'organization'
  | 'topic'
  | 'goal'
  | 'country'
  | 'action-line'
  | 'command';

export interface Example {
  /** What is typed after the command's name. */
  readonly argument: string;
  /** What it asks, in a few words. */
  readonly meaning: string;
}

export interface Declaration {
  /** Lower-case letters only; the same on every platform. */
  readonly name: string;
  /** Other names that are understood behind a slash. */
  readonly aliases: readonly string[];
  /** Other names that are understood at the beginning of any line; no word that questions begin with. */
  readonly bare: readonly string[];
  /** At most 100 characters: the shortest limit of the platforms. */
  readonly summary: string;
  /** The one text argument. */
  readonly argument: {
    readonly name: string;
    /** At most 100 characters. */
    readonly summary: string;
    readonly required: boolean;
    /** A short pattern for the hint that chats show: "[topic, goal, country, year …]". */
    readonly hint: string;
  };
  /** What type-ahead completes the argument with. */
  readonly completes: readonly SuggestionKind[];
  readonly examples: readonly Example[];
  /** Two or three sentences for `help NAME`. */
  readonly details: string;
}
