/** The answer when a search found nothing. */
import type { Answer, Choice } from '../answer/answer.ts';
import type { ToldConditions } from '../locales/values.ts';
import type { Query } from '../reading/query.ts';
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

/**
 * @param steps what to try instead
 * @param sentence makes the title from the conditions
 * @param unknown words that the archive does not know
 */
export function composeNothing(
  query: Query,
  steps: readonly Choice[],
  unknown: readonly string[],
  context: Context,
  sentence: (subject: ToldConditions) => string,
): Answer {
  const { whole, subject } = reading(query, unknown, context);
  const names = steps.filter(({ kind }) => kind === 'suggest').map(({ label }) => label);
  // A word that occurs nowhere is why nothing matches; the rest of the request may well be there.
  return compose(query, context, {
    outcome: 'nothing',
    title: unknown.length > 0 ? unknownTitle(unknown, context) : sentence(subject),
    lead: names.length > 0 ? context.says.nothing.near(names) : '',
    understood: whole,
    choices: [...steps, ...context.examples],
  });
}
