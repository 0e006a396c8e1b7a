/**
 * One question: its readings are tried against the archive, likeliest first, and the first that it bears out is answered.
 */
import type { Answer } from '../answer/answer.ts';
import { readLine } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { COMMANDS } from '../commands/commands.ts';
import { declarationsIn } from '../commands/declarations.ts';
import { atEventsOf } from '../commands/events-of.ts';
import type { Locales } from '../locales/locales.ts';
import { account, type WordUse } from '../reading/account.ts';
import type { Shown } from '../reading/follow-up.ts';
import type { ParseContext } from '../reading/parse.ts';
import type { Parsed } from '../reading/parsed.ts';
import type { Part } from '../reading/parts.ts';
import { isEmptyQuestion, propose } from '../reading/propose.ts';
import { EMPTY_QUERY, type Filter, type Query } from '../reading/query.ts';
import { compose } from '../saying/compose.ts';
import { type Context, contextOf } from '../saying/context.ts';
import { noteOf } from '../saying/note.ts';
import { composeProblem } from '../saying/problems.ts';
import { composeCourtesy } from '../saying/thread.ts';

/** What every question of a message is answered with. */
export interface Asking {
  readonly archive: Archive;
  readonly context: ParseContext;
  readonly locale: string | undefined;
  readonly locales: Locales;
  /** Misspelt words of everyday English, by what they were read as. */
  readonly typed: ReadonlyMap<string, string>;
}

/** Where "more" or "back" leads nowhere, the same page says so. */
function turnedNowhere(
  step: Parsed['step'],
  before: Shown | undefined,
  made: Answer,
  { says }: Context,
): string {
  if (step === undefined || made.line !== before?.line) return '';
  return step === 1 ? says.understood.note.lastPage : says.understood.note.firstPage;
}

/** Answers of which a later reading can still make something better. */
export const UNANSWERED: ReadonlySet<Answer['outcome']> = new Set(['nothing', 'closest']);

const ANSWERED = 3;

/** How well an answer stands beside that of another reading: what is only related comes before what is merely nearest. */
function standing({ outcome, items }: Answer, { want }: Pick<Query, 'want'>): number {
  if (outcome === 'nothing') return 0;
  if (outcome === 'closest') return 1;
  // Who was at an event is less than who said it.
  if (outcome === 'found' && want === 'people' && items.every(({ kind }) => kind === 'session')) return 2;
  const related =
    items.length > 0 && items.every(({ relation, kind }) => relation === 'related' && kind !== 'command');
  return outcome === 'found' && related ? 2 : ANSWERED;
}

/** Answers one question, in its first wording that the archive bears out. */
export async function answerOne(
  { text, instead = [], alone, fresh }: Part,
  asking: Asking,
  previous: Shown | undefined,
  shared: readonly Filter[],
): Promise<Answer> {
  const before = fresh === true ? undefined : previous;
  let best = await answerText(text, asking, before, shared);
  for (const other of instead) {
    if (best.stands === ANSWERED) break;
    const next = await answerText(other, asking, before, shared);
    if (next.stands > best.stands) best = next;
  }
  if (best.stands < ANSWERED && alone !== undefined) {
    const next = await answerText(alone, asking, before, shared);
    if (next.stands > best.stands && next.names) best = next;
  }
  return best.answer;
}

interface Standing {
  readonly answer: Answer;
  readonly stands: number;
  /** What was asked names something that the archive knows as a subject, a place, a person or an event. */
  readonly names: boolean;
}

/** Tries the readings of one wording, likeliest first, until the archive bears one out. */
async function answerText(
  text: string,
  { archive, context, locale, locales, typed }: Asking,
  previous: Shown | undefined,
  shared: readonly Filter[],
): Promise<Standing> {
  const readings = await propose(
    text,
    { ...context, hasPrevious: previous !== undefined, hasShown: previous !== undefined },
    archive,
    previous,
    shared,
  );
  const [first] = readings;
  const parsed = first?.parsed ?? { query: EMPTY_QUERY, explicit: false };
  const reader = contextOf(archive, { locale, foreign: parsed.foreign, text, locales });
  const final = (answer: Answer): Standing => ({ answer, stands: ANSWERED, names: true });
  if (parsed.problem !== undefined)
    return final(composeProblem(parsed, declarationsIn(reader.says), archive, reader));
  if (parsed.courtesy !== undefined) return final(composeCourtesy(parsed.courtesy, reader));
  if (parsed.unreadable) return final(composeUnreadable(reader));
  let best: Standing | undefined;
  for (const { query, parsed: read } of readings) {
    if (isEmptyQuestion(query)) continue;
    const made = await answerQuery(query, archive, reader);
    const corrected = read.corrected ?? new Map<string, string>();
    const uses = asTyped(await account(text, query, corrected, archive, context.now), typed);
    const note =
      turnedNowhere(read.step, previous, made, reader) ||
      (readLine(text) === undefined ? noteOf(text, query, made, uses, joins(read), reader) : '');
    const answer: Answer = { ...made, reading: uses, ...(note === '' ? {} : { note }) };
    const stands = standing(answer, query);
    const names = query.filters.length > 0;
    if (stands === ANSWERED) return { answer, stands, names };
    if (best === undefined || stands > best.stands) best = { answer, stands, names };
  }
  if (best !== undefined) return best;
  // Signs alone ask what can be asked: "?".
  return /^[?!.\s]*$/.test(text)
    ? final(await COMMANDS.help.answer({ ...EMPTY_QUERY, command: 'help' }, archive, reader))
    : { answer: composeUnreadable(reader), stands: 0, names: false };
}

/** What became of words that were mended before the line was read: told of those that were typed. */
function asTyped(uses: readonly WordUse[], typed: ReadonlyMap<string, string>): readonly WordUse[] {
  return uses.map((one) => {
    const word = typed.get(one.word);
    return word === undefined || (one.use !== 'match' && one.use !== 'condition')
      ? one
      : { word, use: 'corrected', as: one.word };
  });
}

/** Whether conditions of the line before hold for what was read. */
const joins = ({ continues }: Parsed): boolean => continues !== undefined && continues !== 'page';

export async function answerQuery(query: Query, archive: Archive, context: Context): Promise<Answer> {
  const answer = await COMMANDS[query.command].answer(query, archive, context);
  if (!UNANSWERED.has(answer.outcome) || (query.command !== 'ask' && query.command !== 'recommendations'))
    return answer;
  const there = await atEventsOf(query, archive);
  if (there === undefined) return answer;
  const other = await COMMANDS[there.command].answer(there, archive, context);
  return other.outcome === 'found' ? other : answer;
}

function composeUnreadable(context: Context): Answer {
  return compose(EMPTY_QUERY, context, {
    outcome: 'nothing',
    line: '',
    title: context.says.nothing.unreadable,
    lead: context.says.nothing.unreadableLead,
    understood: '',
    choices: context.examples,
  });
}
