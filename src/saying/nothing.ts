/** The answer when a search found nothing. */
import type { Answer, Choice } from '../answer/answer.ts';
import type { ToldConditions } from '../locales/values.ts';
import type { Query } from '../reading/query.ts';
import { compose, helpChoice, reading } from './compose.ts';
import type { Context } from './context.ts';

/**
 * @param steps what to try instead
 * @param sentence makes the lead from the conditions
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
  const known = query.filters.length + query.words.length + query.phrases.length > unknown.length;
  const main =
    unknown.length > 0 && known ? context.says.nothing.unknownAmong(unknown.length) : sentence(subject);
  const lead = [main, names.length > 0 ? context.says.nothing.near(names) : ''];
  return compose(query, context, {
    outcome: 'nothing',
    title: context.says.nothing.title,
    lead: lead.filter((part) => part !== '').join(' '),
    understood: whole,
    choices: [...steps, helpChoice(context)],
  });
}
