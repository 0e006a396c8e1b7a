/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import type { Filled, Form, FormRead } from './answer/form.ts';
import { firstPage, lineOf } from './answer/line.ts';
import type { Archive } from './archive/archive.ts';
import { commandNames } from './commands/commands.ts';
import { readRefined, refineForm } from './commands/refine.ts';
import { withNames } from './engine/mentions.ts';
import { type Asking, answerOne } from './engine/question.ts';
import { answerAll } from './engine/several.ts';
import { type Suggestion, type SuggestRequest, suggest } from './engine/suggest.ts';
import { behind, inThread, withShown } from './engine/thread.ts';
import { LOCALES, type Locales } from './locales/locales.ts';
import { type Browse, createBrowse } from './pages/browse.ts';
import { namedInMessage } from './reading/about-message.ts';
import { readContinuationToken } from './reading/follow-up.ts';
import { everydayMended } from './reading/mend.ts';
import type { ParseContext } from './reading/parse.ts';
import { questionsOf } from './reading/parts.ts';
import { type Context, contextOf } from './saying/context.ts';
import { withoutCopies } from './text/addressing.ts';

export type { Suggestion, SuggestRequest } from './engine/suggest.ts';
export type { Browse, Overview } from './pages/browse.ts';
export type { ListKind } from './pages/pages.ts';

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
