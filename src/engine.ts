/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import { lineOf } from './answer/line.ts';
import type { Archive } from './archive/archive.ts';
import { COMMANDS, commandNames } from './commands/commands.ts';
import { atEventsOf } from './commands/events-of.ts';
import { LOCALES, type Locales } from './locales/locales.ts';
import { type Browse, createBrowse } from './pages/browse.ts';
import { REQUEST_LIMIT } from './reading/clean.ts';
import { continueQuery } from './reading/continue.ts';
import { shorten } from './reading/format.ts';
import { parseMended } from './reading/mend.ts';
import { type ParseContext, type Parsed, parse } from './reading/parse.ts';
import { EMPTY_QUERY, isUnrestricted, type Query, type Want } from './reading/query.ts';
import { resolve } from './reading/resolve.ts';
import { compose, helpChoice } from './saying/compose.ts';
import { type Context, contextOf } from './saying/context.ts';
import { nearestCommands } from './saying/near.ts';
import { type Suggestion, type SuggestRequest, suggest } from './suggest.ts';

export type { Browse, Overview } from './pages/browse.ts';
export type { ListKind } from './pages/pages.ts';
export type { Suggestion, SuggestRequest } from './suggest.ts';

/** One request. `text` is whatever a person typed: a command line, with or without its slash, or a question. */
export interface Request {
  readonly text: string;
  /** The canonical line of the answer before, where the request continues a thread ("only 2022"). */
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
      const reading: ParseContext = {
        vocabulary: here.vocabulary,
        commands,
        now,
        hasPrevious: previous !== undefined && previous !== '',
      };
      const parsed = await parseMended(text, reading, here);
      const context = contextOf(here, { locale, foreign: parsed.foreign, locales });
      if (parsed.problem !== undefined) return composeProblem(parsed, context);
      const query = shorten(await resolve(parsed.query, here, now));
      if (parsed.continues !== undefined && previous !== undefined) {
        const before = parse(previous, { ...reading, hasPrevious: false });
        if (before.problem === undefined) {
          const merged = shorten(
            continueQuery(await resolve(before.query, here, now), query, parsed.continues, parsed),
          );
          return answerQuery(merged, here, context);
        }
      }
      if (parsed.unreadable) return composeUnreadable(context);
      if (isEmptyQuestion(query))
        return text.trim() === ''
          ? COMMANDS.help.answer({ ...EMPTY_QUERY, command: 'help' }, here, context)
          : composeUnreadable(context);
      return answerQuery(query, here, context);
    },
    suggest: async (request) => suggest(request, archive(), locales),
    browse: createBrowse(archive, locales),
    get revision() {
      return archive().revision;
    },
  };
}

async function answerQuery(query: Query, archive: Archive, context: Context): Promise<Answer> {
  const answer = await COMMANDS[query.command].answer(query, archive, context);
  if (answer.outcome !== 'nothing' || (query.command !== 'ask' && query.command !== 'recommendations'))
    return answer;
  const there = await atEventsOf(query, archive);
  if (there === undefined) return answer;
  const other = await COMMANDS[there.command].answer(there, archive, context);
  return other.outcome === 'found' ? other : answer;
}

/** What can be asked of the whole archive. */
const OF_ALL: ReadonlySet<Want> = new Set(['count', 'materials', 'organizations', 'people', 'countries']);

/** Nothing to look for: no word, no filter, and a command that needs one. */
function isEmptyQuestion(query: Query): boolean {
  if (query.target !== undefined || (query.want !== undefined && OF_ALL.has(query.want))) return false;
  return (query.command === 'ask' || query.command === 'open') && isUnrestricted(query);
}

function composeUnreadable(context: Context): Answer {
  return compose(EMPTY_QUERY, context, {
    outcome: 'nothing',
    line: '',
    title: context.says.nothing.title,
    lead: context.says.nothing.unreadable,
    choices: [
      helpChoice(context),
      { label: context.says.choice.allSessions, line: lineOf.sessions(), kind: 'suggest' },
    ],
  });
}

function composeProblem(parsed: Parsed, context: Context): Answer {
  const near = parsed.attempted === undefined ? [] : nearestCommands(parsed.attempted);
  return compose(parsed.query, context, {
    outcome: 'unclear',
    line: '',
    title: context.says.unclear.title,
    lead:
      parsed.problem === 'too-long'
        ? context.says.unclear.tooLong(REQUEST_LIMIT)
        : [
            context.says.unclear.unknownCommand,
            ...near.slice(0, 1).map((name) => context.says.unclear.didYouMean(`/${name}`)),
          ].join(' '),
    choices: [
      ...near.map((name) => ({ label: `/${name}`, line: lineOf.help(name), kind: 'suggest' as const })),
      helpChoice(context),
    ],
  });
}
