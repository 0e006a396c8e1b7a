/**
 * What a line means by the answer before it, and what an answer leaves for the line behind it.
 */
import type { Answer } from '../answer/answer.ts';
import { isSubject } from '../answer/line.ts';
import { narrowings } from '../commands/narrow.ts';
import { clean } from '../reading/clean.ts';
import { formatContinuation, readContinuationToken, type Shown } from '../reading/follow-up.ts';
import { parse } from '../reading/parse.ts';
import { writtenOut } from '../reading/prepare.ts';
import type { Query } from '../reading/query.ts';
import { resolve } from '../reading/resolve.ts';
import { threadWord } from '../reading/thread-words.ts';
import { wordsOf } from '../reading/tokens.ts';
import { contextOf } from '../saying/context.ts';
import { pressedBy } from '../saying/pressed.ts';
import { composeNarrowing, composeVerdict, composeWhich } from '../saying/thread.ts';
import { type Asking, answerOne, answerQuery } from './question.ts';

/** Lines of several words that end so ask something; no label does, but for one that is read as a question anyway. */
const ASKS = /\?\s*$/;

/**
 * What a line means by what the answer before showed: the line that its words stand for where they are the label of something
 * to press, or an answer about the conversation itself. Undefined where it is to be read like any other.
 */
export async function inThread(
  text: string,
  asking: Asking,
  before: Shown | undefined,
): Promise<Answer | string | undefined> {
  const { archive, locale, locales } = asking;
  const reader = contextOf(archive, { locale, locales });
  const words = wordsOf(clean(text)).join(' ');
  if (before === undefined || text.trimStart().startsWith('/') || ASKS.test(text))
    return reader.examples.find(({ label }) => wordsOf(label).join(' ') === words && words !== '')?.line;
  const [gone, ...rest] = before.before ?? [];
  const asks = threadWord(wordsOf(writtenOut(clean(text))).join(' '));
  if (asks === 'back' && gone !== undefined) {
    const answer = await answerOne({ text: gone, refers: false }, asking, undefined, []);
    return withBefore(answer, rest);
  }
  if ((asks === 'helpful' || asks === 'unhelpful') && isSubject(before.line))
    return composeVerdict({ line: before.line, helpful: asks === 'helpful' }, reader);
  const query = await shownQuery(before.line, asking);
  if (asks === 'narrow')
    return composeNarrowing(await narrowings(query, archive, { locale, locales }), reader);
  const shown = await answerQuery(query, archive, reader);
  if (asks === 'open' && shown.items.length > 1) return composeWhich(shown, reader);
  const isCommand = asking.context.commands.bare.has(words);
  const pressed = pressedBy(text, shown, reader.says, isCommand);
  if (pressed !== undefined) return pressed;
  // Of several answers at once, each has something to press.
  for (const line of (before.about ?? 0) > 0 ? (before.before ?? []) : []) {
    const other = pressedBy(
      text,
      await answerQuery(await shownQuery(line, asking), archive, reader),
      reader.says,
    );
    if (other !== undefined) return other;
  }
  return reader.examples.find(({ label }) => wordsOf(label).join(' ') === words)?.line;
}

/** What a canonical line alone showed: the answer that holds a button knows no more of itself. */
export async function withShown(told: Shown, asking: Asking): Promise<Shown> {
  if (told.ids.length > 0 || !isSubject(told.line)) return told;
  const { archive, locale, locales } = asking;
  const reader = contextOf(archive, { locale, locales });
  const shown = await answerQuery(await shownQuery(told.line, asking), archive, reader);
  const { line: _, before: __, ...rest } = readContinuationToken(shown.continuation);
  return { ...told, ...rest };
}

const shownQuery = (line: string, { archive, context }: Asking): Promise<Query> =>
  resolve(parse(line, context).query, archive, context.now);

/** An answer that remembers what was asked before it, so that "back" leads there. */
export function behind(answer: Answer, before: Shown | undefined): Answer {
  if (before === undefined || !isSubject(answer.line) || !isSubject(before.line)) return answer;
  if (answer.line === before.line) return withBefore(answer, before.before ?? []);
  return withBefore(answer, [before.line, ...(before.before ?? [])]);
}

function withBefore(answer: Answer, lines: readonly string[]): Answer {
  const shown = readContinuationToken(answer.continuation);
  return {
    ...answer,
    continuation: formatContinuation({ ...shown, before: [...(shown.before ?? []), ...lines] }),
  };
}
