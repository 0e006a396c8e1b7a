/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import type { Filled, Form, FormRead } from './answer/form.ts';
import { firstPage, isSubject, lineOf, readLine } from './answer/line.ts';
import type { Archive } from './archive/archive.ts';
import { COMMANDS, commandNames } from './commands/commands.ts';
import { declarationsIn } from './commands/declarations.ts';
import { atEventsOf } from './commands/events-of.ts';
import { narrowings } from './commands/narrow.ts';
import { readRefined, refineForm } from './commands/refine.ts';
import { LOCALES, type Locales } from './locales/locales.ts';
import { withNames } from './mentions.ts';
import { type Browse, createBrowse } from './pages/browse.ts';
import { namedInMessage } from './reading/about-message.ts';
import { account, type WordUse } from './reading/account.ts';
import { clean } from './reading/clean.ts';
import { takeEvents } from './reading/events.ts';
import { formatContinuation, readContinuationToken, type Shown } from './reading/follow-up.ts';
import { everydayMended } from './reading/mend.ts';
import { type ParseContext, parse } from './reading/parse.ts';
import type { Parsed } from './reading/parsed.ts';
import { isBare, type Part, questionsOf } from './reading/parts.ts';
import { isEmptyQuestion, propose, sharedBy } from './reading/propose.ts';
import { EMPTY_QUERY, type Filter, type Query } from './reading/query.ts';
import { resolve } from './reading/resolve.ts';
import { threadWord } from './reading/thread-words.ts';
import { wordsOf } from './reading/tokens.ts';
import { compose } from './saying/compose.ts';
import { type Context, contextOf } from './saying/context.ts';
import { noteOf } from './saying/note.ts';
import { composeParts } from './saying/parts.ts';
import { pressedBy } from './saying/pressed.ts';
import { composeProblem } from './saying/problems.ts';
import { composeCourtesy, composeNarrowing, composeWhich } from './saying/thread.ts';
import { type Suggestion, type SuggestRequest, suggest } from './suggest.ts';
import { withoutCopies } from './text/addressing.ts';

export type { Browse, Overview } from './pages/browse.ts';
export type { ListKind } from './pages/pages.ts';
export type { Suggestion, SuggestRequest } from './suggest.ts';

/** One request. `text` is whatever a person typed: a command line, with or without its slash, or a question. */
export interface Request {
  readonly text: string;
  /** The names of those who are mentioned, one for each `MENTION` in `text`; '' where the chat does not tell one. */
  readonly names?: readonly string[];
  /** The `continuation` of the answer before, or its canonical line, where the request continues a thread ("only 2022"). */
  readonly previous?: string;
  /** BCP 47 tag of the reader, for dates and numbers; English where absent. */
  readonly locale?: string;
  /** The moment of asking, for "this year"; now where absent. */
  readonly now?: Date;
}

/** A line to refine. `locale`: BCP 47 tag of the reader; English where absent. */
export interface RefineRequest {
  readonly line: string;
  readonly locale?: string;
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
  /**
   * The form that narrows what a line lists, or begins a new search where it lists nothing; '' for no line.
   * @example const form = await engine.refineForm({ line: 'sessions sdg:8', locale: 'en-GB' });
   */
  refineForm(request: RefineRequest): Promise<Form>;
  /**
   * The canonical line that the filled form asks, or what is wrong at which field. Never rejects for what was filled in.
   * @example await engine.readRefined({ line: 'sessions sdg:8', filled: { scope: ['narrow'], date: ['2022'] } })
   */
  readRefined(request: RefineRequest & { readonly filled: Filled }): Promise<FormRead>;
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
  const engine: Engine = {
    async answer({ text: written, names = [], previous, locale, now = new Date() }) {
      // One answer is made against one revision, whatever is reloaded meanwhile.
      const here = archive();
      const named = names.length === 0 ? { text: written } : await withNames({ text: written, names }, here);
      const people = await namedInMessage(named.text, here);
      const text =
        people === undefined || people.length === 0 ? withoutCopies(named.text) : lineOf.speaker(...people);
      const context: ParseContext = { vocabulary: here.vocabulary, commands, now, hasPrevious: false };
      const conversing: Asking = { archive: here, context, locale, locales, typed: new Map() };
      const told = previous === undefined || previous === '' ? undefined : readContinuationToken(previous);
      const before = told === undefined ? undefined : await withShown(told, conversing);
      const typed = await inThread(text, conversing, before);
      if (typeof typed === 'object') return typed;
      const mended = await everydayMended(typed ?? text, here);
      const asking: Asking = { ...conversing, typed: mended.typed };
      const questions = questionsOf(mended.text, context);
      const [only] = questions;
      const answer =
        questions.length === 1 && only !== undefined
          ? await answerOne(only, asking, before, [])
          : await answerAll(questions, asking, before);
      const whole = behind(answer, before);
      return 'unnamed' in named ? withMentions(whole, named, contextOf(here, { locale, locales })) : whole;
    },
    suggest: async (request) => suggest(request, archive(), locales),
    async refineForm({ line, locale }) {
      const reading =
        line === ''
          ? ''
          : (await engine.answer({ text: firstPage(line), ...(locale === undefined ? {} : { locale }) }))
              .understood;
      return refineForm(line, reading, archive(), { locale, locales });
    },
    async readRefined({ line, filled, locale }) {
      const read = await readRefined(line, filled, archive(), { locale, locales }, new Date());
      if ('problems' in read) return read;
      // Of several questions in the field of words there is no one line: each is read again where it is asked.
      return { line: (await engine.answer({ text: read.line })).line || read.line };
    },
    browse: createBrowse(archive, locales),
    get revision() {
      return archive().revision;
    },
  };
  return engine;
}

/** Says whose mention was left out of what was read. */
function withMentions(
  answer: Answer,
  { unnamed, unknown }: { readonly unnamed: boolean; readonly unknown: boolean },
  { says }: Context,
): Answer {
  const sentences = [
    unnamed ? says.understood.note.unnamed : '',
    unknown ? says.understood.note.unknownPerson : '',
    answer.note ?? '',
  ];
  const note = sentences.filter((sentence) => sentence !== '').join(' ');
  return note === '' ? answer : { ...answer, note };
}

/** What every question of a message is answered with. */
interface Asking {
  readonly archive: Archive;
  readonly context: ParseContext;
  readonly locale: string | undefined;
  readonly locales: Locales;
  /** Misspelt words of everyday English, by what they were read as. */
  readonly typed: ReadonlyMap<string, string>;
}

/** Lines of several words that end so ask something; no label does, but for one that is read as a question anyway. */
const ASKS = /\?\s*$/;

/**
 * What a line means by what the answer before showed: the line that its words stand for where they are the label of something
 * to press, or an answer about the conversation itself. Undefined where it is to be read like any other.
 */
async function inThread(
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
  const asks = threadWord(words);
  if (asks === 'back' && gone !== undefined) {
    const answer = await answerOne({ text: gone, refers: false }, asking, undefined, []);
    return withBefore(answer, rest);
  }
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
async function withShown(told: Shown, asking: Asking): Promise<Shown> {
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
function behind(answer: Answer, before: Shown | undefined): Answer {
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

/** Answers one question, in its first wording that the archive bears out. */
async function answerOne(
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
  const reader = contextOf(archive, { locale, foreign: parsed.foreign, locales });
  const final = (answer: Answer): Standing => ({ answer, stands: ANSWERED, names: true });
  if (parsed.problem !== undefined)
    return final(composeProblem(parsed, declarationsIn(reader.says), archive, reader));
  if (parsed.courtesy !== undefined)
    return final(composeCourtesy(parsed.courtesy, declarationsIn(reader.says), reader));
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

/** Answers several questions in turn; each may speak of what the one before was about. */
async function answerAll(
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

async function answerQuery(query: Query, archive: Archive, context: Context): Promise<Answer> {
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
    understood: '',
    choices: context.examples,
  });
}
