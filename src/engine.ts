/**
 * The engine: one line of text in, one Answer out.
 */
import type { Answer } from './answer/answer.ts';
import { words } from './answer/words.ts';
import type { Archive } from './archive/archive.ts';
import { createBrowse } from './browse.ts';
import { compose, HELP_CHOICE } from './commands/command.ts';
import { COMMANDS, commandNames } from './commands/commands.ts';
import { type Context, contextOf } from './commands/context.ts';
import type { SuggestionKind } from './commands/declaration.ts';
import { nearestCommands } from './commands/near.ts';
import { resolve } from './commands/resolve.ts';
import type {
  Contribution,
  Knowledge,
  Organization,
  Person,
  Session,
  Source,
  Topic,
} from './knowledge/model.ts';
import { REQUEST_LIMIT } from './query/clean.ts';
import { continueQuery } from './query/follow.ts';
import { shorten } from './query/format.ts';
import { type ParseContext, type Parsed, parse } from './query/parse.ts';
import { EMPTY_QUERY, isUnrestricted, type Query } from './query/query.ts';
import { suggest } from './suggest.ts';

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

export interface SuggestRequest {
  /** What was typed so far. */
  readonly text: string;
  /** What to complete with; everything where empty. */
  readonly kinds: readonly SuggestionKind[];
  readonly limit: number;
}

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly id: string;
  /** What the person sees: "Natalia Popova". */
  readonly label: string;
  /** A few words that tell it apart: "ILO · 30 September 2020". */
  readonly detail: string;
  /** The whole line that the choice asks: "speaker natalia-popova". */
  readonly line: string;
  /** The words to put in the place of what was typed, for platforms that complete an argument: "Natalia Popova". */
  readonly argument: string;
}

/** Read-only look into the archive for pages, App Home and pickers. */
export interface Browse {
  overview(): Promise<Overview>;
  session(id: string): Promise<Session | undefined>;
  person(id: string): Promise<Person | undefined>;
  organization(id: string): Promise<Organization | undefined>;
  contribution(id: string): Promise<Contribution | undefined>;
  topic(id: string): Promise<Topic | undefined>;
  source(id: string): Promise<Source | undefined>;
  /** Everything, at one revision: for export and for pages that show all of a small archive. */
  everything(): Promise<Knowledge>;
}

export interface Overview {
  readonly revision: string;
  readonly counts: Readonly<
    Record<
      'sessions' | 'people' | 'organizations' | 'contributions' | 'recommendations' | 'topics' | 'sources',
      number
    >
  >;
  /** Root sessions, newest first, undated last. */
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly line: string;
  }[];
  /** Goals that the archive touches: by how many root sessions they are named, and by how many only related. */
  readonly goals: readonly {
    readonly goal: number;
    readonly label: string;
    readonly named: number;
    readonly related: number;
    readonly line: string;
  }[];
  /** The topics with the most contributions. */
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly contributions: number;
    readonly line: string;
  }[];
  /** Lines to try. */
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
}

export interface Engine {
  answer(request: Request): Promise<Answer>;
  /** Type-ahead: best first. Never throws for odd text. */
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  readonly browse: Browse;
  /** The revision that the next answer will be made against. */
  readonly revision: string;
}

/** Joins the halves: reading, the archive, the commands. Deterministic; does no input or output of its own. */
export function createEngine(archive: () => Archive): Engine {
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
      const parsed = parse(text, reading);
      const context = contextOf(here, locale, parsed.foreign);
      if (parsed.problem !== undefined) return composeProblem(parsed, context);
      const query = shorten(await resolve(parsed.query, here, now));
      if (parsed.continues !== undefined && previous !== undefined) {
        const before = parse(previous, { ...reading, hasPrevious: false });
        if (before.problem === undefined) {
          const merged = shorten(
            continueQuery(await resolve(before.query, here, now), query, parsed.continues, parsed),
          );
          return COMMANDS[merged.command].answer(merged, here, context);
        }
      }
      if (isEmptyQuestion(query))
        return text.trim() === ''
          ? COMMANDS.help.answer({ ...EMPTY_QUERY, command: 'help' }, here, context)
          : composeUnreadable(context);
      return COMMANDS[query.command].answer(query, here, context);
    },
    suggest: async (request) => suggest(request, archive()),
    browse: createBrowse(archive),
    get revision() {
      return archive().revision;
    },
  };
}

/** Nothing to look for: no word, no filter, and a command that needs one. */
function isEmptyQuestion(query: Query): boolean {
  if (query.target !== undefined || query.want === 'count') return false;
  return (query.command === 'ask' || query.command === 'open') && isUnrestricted(query);
}

function composeUnreadable(context: Context): Answer {
  return compose(EMPTY_QUERY, context, {
    outcome: 'nothing',
    line: '',
    title: words.nothing.title,
    lead: words.nothing.unreadable,
    choices: [HELP_CHOICE, { label: words.choice.allSessions, line: 'sessions', kind: 'suggest' }],
  });
}

function composeProblem(parsed: Parsed, context: Context): Answer {
  const near = parsed.attempted === undefined ? [] : nearestCommands(parsed.attempted);
  return compose(parsed.query, context, {
    outcome: 'unclear',
    line: '',
    title: words.unclear.title2,
    lead:
      parsed.problem === 'too-long'
        ? words.unclear.tooLong(REQUEST_LIMIT)
        : [
            words.unclear.unknownCommand,
            ...near.slice(0, 1).map((name) => words.unclear.didYouMean(`/${name}`)),
          ].join(' '),
    choices: [
      ...near.map((name) => ({ label: `/${name}`, line: `help ${name}`, kind: 'suggest' as const })),
      HELP_CHOICE,
    ],
  });
}
