/**
 * Several questions of one message, answered one after the other.
 */
import type { Answer } from '../answer/answer.ts';
import { readLine } from '../answer/line.ts';
import { takeEvents } from '../reading/events.ts';
import { readContinuationToken, type Shown } from '../reading/follow-up.ts';
import { parse } from '../reading/parse.ts';
import type { Part } from '../reading/parts.ts';
import { sharedBy } from '../reading/propose.ts';
import type { Filter } from '../reading/query.ts';
import { resolve } from '../reading/resolve.ts';
import { isBare } from '../reading/story.ts';
import { wordsOf } from '../reading/tokens.ts';
import { contextOf } from '../saying/context.ts';
import { composeParts } from '../saying/parts.ts';
import { type Asking, answerOne, UNANSWERED } from './question.ts';

/** Answers several questions in turn; each may speak of what the one before was about. */
export async function answerAll(
  questions: readonly Part[],
  asking: Asking,
  previous: Shown | undefined,
): Promise<Answer> {
  const { archive, context, locale, locales } = asking;
  const named: Filter[][] = [];
  for (const { text } of questions) {
    const { query } = parse(text, context);
    const told = sharedBy(await resolve(query, archive, context.now));
    named.push(told.length > 0 ? told : [...(await takeEvents(wordsOf(text), archive, context.now)).filters]);
  }
  const answers: Answer[] = [];
  let before = previous;
  for (const [place, one] of questions.entries()) {
    // Of somebody whom the archive does not know, no further question is answered either.
    const stranger = one.refers && strangerIn(answers.at(-1));
    // What a question says of the event holds for those behind it, and for one before it that says nothing at all.
    const conditions = (isBare(one.text) ? named : named.slice(0, place)).flat().slice(0, 1);
    const answer = stranger
      ? (answers.at(-1) as Answer)
      : await answerWithin(one, asking, place === 0 || one.refers ? before : undefined, conditions);
    // "Whose figures are these, who presented them" asks one thing in two ways.
    if (!answers.some(({ line }) => line !== '' && line === answer.line)) answers.push(answer);
    if (answer.line !== '') before = readContinuationToken(answer.continuation);
  }
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0) return only;
  return composeParts(answers, contextOf(archive, { locale, locales }));
}

/** Answers a question of several: within the event that the others name, or where that has nothing, anywhere. */
async function answerWithin(
  one: Part,
  asking: Asking,
  before: Shown | undefined,
  conditions: readonly Filter[],
): Promise<Answer> {
  const within = await answerOne(one, asking, before, conditions);
  if (conditions.length === 0 || !UNANSWERED.has(within.outcome)) return within;
  const anywhere = await answerOne(one, asking, before, []);
  return UNANSWERED.has(anywhere.outcome) ? within : anywhere;
}

/** True for an answer that knows nobody of the name that was asked for. */
const strangerIn = (answer: Answer | undefined): boolean =>
  answer?.outcome === 'nothing' &&
  (readLine(answer.line)?.filters.some(({ any }) => any.some(({ field }) => field === 'name')) ?? false);
