/** Commands as items of an answer: what is typed, what it is for, and an example of it. */
import type { Choice, Item } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import { itemOf, plain } from './present.ts';

/** What is told of a command. */
export interface ToldCommand {
  readonly name: string;
  readonly summary: string;
  readonly argument: { readonly hint: string };
  readonly examples: readonly { readonly argument: string; readonly meaning: string }[];
}

/** `/name hint`: adapters put what is typed on their platform into the place of `/name`. */
export function commandItem(one: ToldCommand): Item {
  return itemOf('command', one.name, lineOf.typed(`/${one.name}`, one.argument.hint), {
    text: plain(one.summary),
    line: lineOf.help(one.name),
  });
}

/** What is said beside commands, under a heading: nothing to open. */
export const remarkItem = (heading: string, text: string): Item =>
  itemOf('command', '', '', { group: heading, text: plain(text), line: '' });

/** Examples of a command as lines to press. */
export const exampleChoices = (one: ToldCommand): Choice[] =>
  one.examples.map(({ argument }) => ({
    label: lineOf.typed(`/${one.name}`, argument),
    line: lineOf.typed(one.name, argument),
    kind: 'suggest' as const,
  }));
