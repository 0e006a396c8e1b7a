/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import { readLine } from './answer/line.ts';
import type { Archive } from './archive/archive.ts';
import { COMMANDS, commandNames } from './commands/commands.ts';
import { declarationsIn } from './commands/declarations.ts';
import { atEventsOf } from './commands/events-of.ts';
import { LOCALES, type Locales } from './locales/locales.ts';
import { type Browse, createBrowse } from './pages/browse.ts';
import { account } from './reading/account.ts';
import { readContinuationToken, type Shown } from './reading/follow-up.ts';
import { type ParseContext, parse } from './reading/parse.ts';
import type { Parsed } from './reading/parsed.ts';
import { type Part, questionsOf } from './reading/parts.ts';
import { isEmptyQuestion, propose, sharedBy } from './reading/propose.ts';
import { EMPTY_QUERY, type Filter, type Query } from './reading/query.ts';
import { resolve } from './reading/resolve.ts';
import { compose, helpChoice } from './saying/compose.ts';
import { type Context, contextOf } from './saying/context.ts';
import { noteOf } from './saying/note.ts';
import { composeParts } from './saying/parts.ts';
import { composeProblem } from './saying/problems.ts';
import { type Suggestion, type SuggestRequest, suggest } from './suggest.ts';

export type { Browse, Overview } from './pages/browse.ts';
export type { ListKind } from './pages/pages.ts';
export type { Suggestion, SuggestRequest } from './suggest.ts';

/** One request. `text` is whatever a person typed: a command line, with or without its slash, or a question. */
export interface Request {
  readonly text: string;
  /** The `continuation` of the answer before, or its canonical line, where the request continues a thread ("only 2022"). */
  readonly previous?: string;
  /** BCP 47 tag of the reader, for dates and numbers; English where absent. */
  readonly locale?: string;
  /** The moment of asking, for "this year"; now where absent. */
  readonly now?: Date;
}

export interface Engine {
  /**
   * Answers a line. Rejects only where the archive fails, never for what the text holds.
   * @example
   * const first = await engine.answer({ text: '/sessions sdg8' });
   * const next = await engine.answer({ text: 'only 2022', previous: first.line });
   */
  answer(request: Request): Promise<Answer>;
  /**
   * Type-ahead: best first. Never throws for odd text.
   * @example await engine.suggest({ text: 'popo', kinds: ['person'], limit: 5 }) // Natalia Popova
   */
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  readonly browse: Browse;
  /** The revision that the next answer will be made against. */
  readonly revision: string;
}

/**
 * Joins the halves: reading, the archive, the commands. Deterministic; does no input or output of its own.
 * @param archive gives the archive of now: an answer is made against one revision, the next perhaps against a newer one
 * @param options.locales the languages that answers may be in; those of the product where absent
 * @example const engine = createEngine(() => archive);
 */
export function createEngine(
  archive: () => Archive,
  { locales = LOCALES }: { readonly locales?: Locales } = {},
): Engine {
  const commands = commandNames();
  return {
    async answer({ text, previous, locale, now = new Date() }) {
      // One answer is made against one revision, whatever is reloaded meanwhile.
      const here = archive();
      const context: ParseContext = { vocabulary: here.vocabulary, commands, now, hasPrevious: false };
      const asking: Asking = { archive: here, context, locale, locales };
      const before = previous === undefined || previous === '' ? undefined : readContinuationToken(previous);
      const questions = questionsOf(text, context);
      const [only] = questions;
      if (questions.length === 1 && only !== undefined) return answerOne(only.text, asking, before, []);
      return answerAll(questions, asking, before);
    },
    suggest: async (request) => suggest(request, archive(), locales),
    browse: createBrowse(archive, locales),
    get revision() {
      return archive().revision;
    },
  };
}

/** What every question of a message is answered with. */
interface Asking {
  readonly archive: Archive;
  readonly context: ParseContext;
  readonly locale: string | undefined;
  readonly locales: Locales;
}

/** Answers of which a later reading can still make something better. */
const UNANSWERED: ReadonlySet<Answer['outcome']> = new Set(['nothing', 'closest']);

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

/** Tries the readings of one question, likeliest first, until the archive bears one out. */
async function answerOne(
  text: string,
  { archive, context, locale, locales }: Asking,
  previous: Shown | undefined,
  shared: readonly Filter[],
): Promise<Answer> {
  const readings = await propose(
    text,
    { ...context, hasPrevious: previous !== undefined, hasShown: previous !== undefined },
    archive,
    previous,
    shared,
  );
  const [first] = readings;
  const parsed = first?.parsed ?? { query: EMPTY_QUERY, explicit: false };
  const reader = contextOf(archive, { locale, foreign: parsed.foreign, locales });
  if (parsed.problem !== undefined)
    return composeProblem(parsed, declarationsIn(reader.says), archive, reader);
  if (parsed.thanks === true) return composeThanks(reader);
  if (parsed.unreadable) return composeUnreadable(reader);
  let best: { readonly answer: Answer; readonly stands: number } | undefined;
  for (const { query, parsed: read } of readings) {
    if (isEmptyQuestion(query)) continue;
    const made = await answerQuery(query, archive, reader);
    const uses = await account(text, query, read.corrected ?? new Map(), archive, context.now);
    const note = readLine(text) === undefined ? noteOf(text, query, made, uses, joins(read), reader) : '';
    const answer: Answer = { ...made, reading: uses, ...(note === '' ? {} : { note }) };
    const stands = standing(answer, query);
    if (stands === ANSWERED) return answer;
    if (best === undefined || stands > best.stands) best = { answer, stands };
  }
  if (best !== undefined) return best.answer;
  return text.trim() === ''
    ? COMMANDS.help.answer({ ...EMPTY_QUERY, command: 'help' }, archive, reader)
    : composeUnreadable(reader);
}

/** Whether conditions of the line before hold for what was read. */
const joins = ({ continues }: Parsed): boolean => continues !== undefined && continues !== 'page';

/** Answers several questions in turn; each may speak of what the one before was about. */
async function answerAll(
  questions: readonly Part[],
  asking: Asking,
  previous: Shown | undefined,
): Promise<Answer> {
  const { archive, context, locale, locales } = asking;
  const conditions: Filter[] = [];
  for (const { text } of questions) {
    const { query } = parse(text, context);
    conditions.push(...sharedBy(await resolve(query, archive, context.now)));
  }
  const answers: Answer[] = [];
  let before = previous;
  for (const [place, { text, refers }] of questions.entries()) {
    const answer = await answerOne(
      text,
      asking,
      place === 0 || refers ? before : undefined,
      conditions.slice(0, 1),
    );
    answers.push(answer);
    if (answer.line !== '') before = readContinuationToken(answer.continuation);
  }
  return composeParts(answers, contextOf(archive, { locale, locales }));
}

async function answerQuery(query: Query, archive: Archive, context: Context): Promise<Answer> {
  const answer = await COMMANDS[query.command].answer(query, archive, context);
  if (!UNANSWERED.has(answer.outcome) || (query.command !== 'ask' && query.command !== 'recommendations'))
    return answer;
  const there = await atEventsOf(query, archive);
  if (there === undefined) return answer;
  const other = await COMMANDS[there.command].answer(there, archive, context);
  return other.outcome === 'found' ? other : answer;
}

function composeThanks(context: Context): Answer {
  return compose({ ...EMPTY_QUERY, command: 'help' }, context, {
    outcome: 'help',
    line: '',
    title: context.says.thanks.title,
    lead: context.says.thanks.lead,
    choices: [helpChoice(context)],
  });
}

function composeUnreadable(context: Context): Answer {
  return compose(EMPTY_QUERY, context, {
    outcome: 'nothing',
    line: '',
    title: context.says.nothing.unreadable,
    understood: '',
    choices: context.examples,
  });
}
