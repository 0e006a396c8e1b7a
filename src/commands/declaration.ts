/**
 * A command as its users know it, declared once. Help, Slack's manifest, Discord's registration and Teams' command
 * lists are all made from these declarations.
 */
import type { Catalogue } from '../locales/catalogue.ts';
import type { CommandName } from '../reading/query.ts';

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

/** What of a command is the same in every language. */
export interface Shape {
  /** Lower-case letters only; the same on every platform. */
  readonly name: CommandName;
  /** Other names that are understood behind a slash. */
  readonly aliases: readonly string[];
  /** Other names that are understood at the beginning of any line; no word that questions begin with. */
  readonly bare: readonly string[];
  /** The one text argument. */
  readonly argument: { readonly name: string; readonly required: boolean };
  /** What type-ahead completes the argument with. */
  readonly completes: readonly SuggestionKind[];
}

/** A command as its users know it, in one language. */
export interface Declaration extends Omit<Shape, 'name'> {
  readonly name: string;
  /** At most 100 characters: the shortest limit of the platforms. */
  readonly summary: string;
  readonly argument: Shape['argument'] & {
    /** At most 100 characters. */
    readonly summary: string;
    /** A short pattern for the hint that chats show: "[topic, goal, country, year …]". */
    readonly hint: string;
  };
  readonly examples: readonly Example[];
  /** Two or three sentences for `help NAME`. */
  readonly details: string;
}

/** A command in the words of a language. */
export function declare(shape: Shape, { commands }: Catalogue): Declaration {
  const { argument, ...told } = commands[shape.name];
  return { ...shape, ...told, argument: { ...shape.argument, ...argument } };
}

/** A declaration in the words of another language; one of a command that the catalogue does not know stays as it is. */
export function inWords(declaration: Declaration, says: Catalogue): Declaration {
  return Object.hasOwn(says.commands, declaration.name)
    ? declare({ ...declaration, name: declaration.name as CommandName }, says)
    : declaration;
}
