/**
 * A catalogue: everything that the bot says, in one language. The English one gives it its shape, and the type holds every
 * other language to saying all of it. A message is a whole: a string, or a function of named values that a language may put
 * in any order.
 */
import type { en } from './en/index.ts';

/** The shape of a catalogue, or of a part of one: the same messages, in whatever words. */
export type Worded<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof Part]: Worded<Part[Name]> };

/** Everything that is said, in one language. */
export type Catalogue = Worded<typeof en>;
