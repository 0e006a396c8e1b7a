/**
 * Words to filters: goals, action lines, dates and every term of the vocabulary are taken out of running words;
 * what is left over is searched as text.
 */
import type { Meaning, Vocabulary } from '../knowledge/vocabulary.ts';
import { FILLER } from '../lexicon/en/filler.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { dateAt } from './dates.ts';
import {
  type CommandName,
  type Filter,
  filter,
  type Role,
  SESSION_WANTS,
  type Term,
  type Want,
} from './query.ts';

const GOAL = /^(?:sdgs?|odd|ods|цур|goals?|objectifs?|objetivos?|ziele?|цель)(\d{1,2})$/u;
const GOAL_WORD = /^(?:sdgs?|odd|ods|цур|goals?|objectifs?|objetivos?|ziel|цель)$/u;

interface Scan {
  readonly filters: readonly Filter[];
  readonly words: readonly string[];
  /** Words that were read as a topic or a group. */
  readonly literal: readonly string[];
}

export interface ScanContext {
  readonly command: CommandName;
  readonly want?: Want;
  readonly now: Date;
  readonly vocabulary: Vocabulary;
}

const LEAVES_OUT = /^(?:not|except|without)$/;

/**
 * Whether "without" and the like leave out what follows. In a question a matter that is missing is what it is about
 * ("what happens without digital transformation?"); only who and where can be left out there.
 */
function canBeLeftOut(
  meanings: readonly Meaning[] | undefined,
  word: string,
  { command }: ScanContext,
): boolean {
  if (meanings === undefined) return false;
  if (word !== 'without' || command !== 'ask') return true;
  return !meanings.some(({ field }) => field === 'topic' || field === 'group');
}

/** How a recommendation was made. */
const STANCES: ReadonlyMap<string, string> = new Map([
  ['explicit', 'explicit'],
  ['implied', 'implied'],
  ['implicit', 'implied'],
]);

/** What somebody does for an event, as participles that "by" follows. */
const ROLE_WORDS: ReadonlyMap<string, Role> = new Map([
  ...['organized', 'organised', 'hosted', 'convened', 'held', 'run', 'arranged'].map(
    (word) => [word, 'organizer'] as const,
  ),
  ...['supported', 'sponsored', 'backed', 'endorsed'].map((word) => [word, 'supporter'] as const),
  ...['funded', 'financed'].map((word) => [word, 'funder'] as const),
  ...['moderated', 'chaired', 'facilitated'].map((word) => [word, 'moderator'] as const),
]);
const EVENT_WORD = /^(?:sessions?|events?|webinars?|meetings?|forums?|conferences?|segments?|panels?)$/;
/** Between an event and its role stand at most "that were all". */
const BEFORE_ROLE = 3;
/** Words that end a moderator's name. */
const NAME_END = /^(?:in|on|at|about|during|before|after|since|with|and|or|from|between)$/;
const LONGEST_NAME = 4;
const LONGEST_LINK = 4;

/** "organized by the ILO", "moderated by Ernst" at `from`; in a question only of events. */
function roleAt(
  words: readonly string[],
  from: number,
  context: ScanContext,
): { filter: Filter; length: number } | undefined {
  const role = ROLE_WORDS.get(words[from] ?? '');
  if (role === undefined) return undefined;
  const link = /^(?:by|(?:together |jointly |in cooperation |in partnership |along )?(?:with|by)) /.exec(
    `${words.slice(from + 1, from + LONGEST_LINK).join(' ')} `,
  )?.[0];
  if (link === undefined) return undefined;
  const next = from + link.split(' ').length;
  const ofEvent =
    context.command === 'sessions' ||
    words.slice(Math.max(0, from - BEFORE_ROLE), from).some((word) => EVENT_WORD.test(word));
  if (!ofEvent) return undefined;
  const start = next + (['the', 'a', 'an'].includes(words[next] ?? '') ? 1 : 0);
  const match = context.vocabulary.at(words, start);
  const terms = (match?.meanings ?? []).flatMap(({ field, value }): Term[] =>
    field === 'org' || field === 'group' || field === 'country' ? [{ field: role, value }] : [],
  );
  if (match && terms.length > 0)
    return { filter: { any: terms, not: false }, length: start + match.length - from };
  if (role !== 'moderator') return undefined;
  const behind = words.slice(start, start + LONGEST_NAME);
  const end = behind.findIndex((word) => NAME_END.test(word) || /\d/.test(word));
  const name = (end < 0 ? behind : behind.slice(0, end)).filter(isContentWord);
  return name.length === 0
    ? undefined
    : { filter: filter(role, name.join('+')), length: start - from + (end < 0 ? behind.length : end) };
}

/** A word that is searched for; stop words and words about asking are not. */
export function isContentWord(word: string): boolean {
  return !STOP_WORDS.has(word) && !FILLER.has(word) && !/^[a-z0-9]$/.test(word);
}

function goalAt(words: readonly string[], from: number): { goal: string; length: number } | undefined {
  const word = words[from] ?? '';
  // "Sustainable Development Goal 8", "global goal 8": the long forms of "goal 8".
  const long = word === 'sustainable' && words[from + 1] === 'development' ? 2 : word === 'global' ? 1 : 0;
  if (long > 0) {
    const goal = GOAL_WORD.test(words[from + long] ?? '') ? goalAt(words, from + long) : undefined;
    return goal ? { goal: goal.goal, length: goal.length + long } : undefined;
  }
  const joined = GOAL.exec(word)?.[1];
  const valid = (number: string | undefined): boolean => Number(number) >= 1 && Number(number) <= 17;
  if (valid(joined)) return { goal: String(Number(joined)), length: 1 };
  if (!GOAL_WORD.test(word)) return undefined;
  const next = words[from + 1];
  return next !== undefined && /^\d{1,2}$/.test(next) && valid(next)
    ? { goal: String(Number(next)), length: 2 }
    : undefined;
}

/** The filter for what a term can mean, seen from a command; undefined where it means nothing to it. */
function filterFor(meanings: readonly Meaning[], context: ScanContext): Filter | undefined {
  const session = meanings.find((one) => one.field === 'session');
  const looksForSession = context.want !== undefined && SESSION_WANTS.has(context.want);
  // A document is found by the words of its title, whatever else they stand for.
  if (context.want === 'materials') return undefined;
  if (session) {
    // An event may go by the name of the action line that it belongs to: asked for sessions, either is meant.
    const line =
      context.command === 'sessions' && !looksForSession
        ? meanings.find(({ field }) => field === 'line')
        : undefined;
    return { any: [...(line ? [line] : []), session], not: false };
  }
  const source = meanings.find((one) => one.field === 'source');
  if (source) return looksForSession ? undefined : filter('source', source.value);
  const usable = meanings.filter(
    ({ field }) => !(looksForSession && (field === 'topic' || field === 'group')),
  );
  if (usable.length === 0) return undefined;
  const terms: Term[] = [];
  for (const { field, value } of usable) {
    if (field === 'group' && context.command === 'recommendations') terms.push({ field: 'to', value });
    terms.push({ field, value });
  }
  return { any: terms, not: false };
}

const same = (one: Filter, other: Filter): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Adds filters, each once. */
export function addFilters(filters: readonly Filter[], more: readonly Filter[]): Filter[] {
  const result = [...filters];
  for (const one of more) if (!result.some((known) => same(known, one))) result.push(one);
  return result;
}

/**
 * Reads running words.
 * @param words folded words in the order of the request
 */
export function scanWords(words: readonly string[], context: ScanContext): Scan {
  let filters: Filter[] = [];
  const left: string[] = [];
  const literal = new Set<string>();
  let not = false;
  for (let from = 0; from < words.length; ) {
    const word = words[from] ?? '';
    const add = (one: Filter, length: number): void => {
      filters = addFilters(filters, [{ ...one, not }]);
      not = false;
      from += length;
    };
    const goal = goalAt(words, from);
    if (goal) {
      add(filter('sdg', goal.goal), goal.length);
      continue;
    }
    const stance =
      context.command === 'recommendations' || context.want === 'count' ? STANCES.get(word) : undefined;
    if (stance !== undefined) {
      add(filter('stance', stance), 1);
      continue;
    }
    const role = roleAt(words, from, context);
    if (role) {
      add(role.filter, role.length);
      continue;
    }
    const date = dateAt(words, from, context.now);
    // In a question a bare year is as likely the year of a figure: it is searched as a word, which finds both.
    if (date && (date.certain || context.command !== 'ask' || date.length === words.length)) {
      add(filter('date', date.value), date.length);
      continue;
    }
    const match = context.vocabulary.at(words, from);
    const meant =
      match && (match.length > 1 || isContentWord(word)) ? filterFor(match.meanings, context) : undefined;
    if (match && meant) {
      if (!not && meant.any.some(({ field }) => field === 'topic' || field === 'group')) {
        for (const one of words.slice(from, from + match.length)) if (isContentWord(one)) literal.add(one);
      }
      add(meant, match.length);
      continue;
    }
    if (LEAVES_OUT.test(word) && from + 1 < words.length) {
      not = canBeLeftOut(context.vocabulary.at(words, from + 1)?.meanings, word, context);
    } else if (isContentWord(word) && !left.includes(word)) {
      left.push(word);
    }
    from += 1;
  }
  return { filters, words: left, literal: [...literal] };
}
