/** The answer when a search found nothing. */
import type { Answer, Choice } from '../answer/answer.ts';
import { capital } from '../answer/shown.ts';
import type { ToldConditions } from '../locales/values.ts';
import { type Query, valuesOf } from '../reading/query.ts';
import { compose, reading } from './compose.ts';
import type { Context } from './context.ts';

/** So many words are named, none longer than the longest of a language, and none that could be an address. */
const NAMED = { words: 3, letters: 40 } as const;

/** Which words are not in the archive, as a title. */
function unknownTitle(unknown: readonly string[], { says }: Context): string {
  const isNameable =
    unknown.length <= NAMED.words &&
    unknown.every((word) => word.length <= NAMED.letters && /^[\p{L}\p{M}\p{N}]+$/u.test(word));
  return isNameable ? says.nothing.unknown(unknown) : says.nothing.unknownWords(unknown.length);
}

/** The name of whom a query asks and the archive does not know, each word with a capital; '' where there is none. */
export function nameAsked(query: Query): string {
  const name = valuesOf(query, 'name').join(' ').split(/[+ ]/).map(capital).join(' ');
  return name.length <= NAMED.letters ? name : '';
}

/** What there is instead of what was looked for. */
export interface Instead {
  /** Names of people and topics that are close to what was typed. */
  readonly near: readonly string[];
  /** What to try. */
  readonly steps: readonly Choice[];
  /** What some of the steps have in common, in a sentence. */
  readonly lead?: string;
}

/** What the archive is about, in a sentence; '' where it has no topics. */
export const aboutArchive = ({ says, subjects }: Context): string =>
  subjects.length > 0 ? says.nothing.speaksOf(subjects) : '';

/** The names that are close, or what the steps are; else what the archive is about. */
function leadOf({ near, lead = '' }: Instead, context: Context): string {
  return near.length > 0 ? context.says.nothing.near(near) : lead || aboutArchive(context);
}

/**
 * @param instead what to try instead
 * @param sentence makes the title from the conditions
 * @param unknown words that the archive does not know
 */
export function composeNothing(
  query: Query,
  instead: Instead,
  unknown: readonly string[],
  context: Context,
  sentence: (subject: ToldConditions) => string,
): Answer {
  const { whole, subject } = reading(query, unknown, context);
  // A word that occurs nowhere is why nothing matches; the rest of the request may well be there.
  return compose(query, context, {
    outcome: 'nothing',
    title: unknown.length > 0 ? unknownTitle(unknown, context) : sentence(subject),
    lead: leadOf(instead, context),
    understood: whole,
    choices: [...instead.steps, ...context.examples],
  });
}
