/** The answer when a search found nothing. */
import type { Answer } from '../answer/answer.ts';
import { listOf, words } from '../locales/en/answers.ts';
import type { Query } from '../reading/query.ts';
import { compose, HELP_CHOICE, reading } from './compose.ts';
import type { Context } from './context.ts';
import type { Near } from './near.ts';

/**
 * @param sentence makes the lead from the subject in words
 * @param unknown words that the archive does not know
 */
export function composeNothing(
  query: Query,
  near: Near,
  unknown: readonly string[],
  context: Context,
  sentence: (subject: string) => string,
): Answer {
  const { whole, subject } = reading(query, unknown, context);
  const names = near.choices.filter(({ kind }) => kind === 'suggest').map(({ label }) => label);
  // A word that occurs nowhere is why nothing matches; the rest of the request may well be there.
  const known = query.filters.length + query.words.length + query.phrases.length > unknown.length;
  const main = unknown.length > 0 && known ? words.nothing.unknownAmong(unknown.length) : sentence(subject);
  const lead = [main, names.length > 0 ? words.nothing.near(listOf(names)) : ''];
  return compose(query, context, {
    outcome: 'nothing',
    title: words.nothing.title,
    lead: lead.filter((part) => part !== '').join(' '),
    understood: whole,
    choices: [...near.choices, HELP_CHOICE],
  });
}
