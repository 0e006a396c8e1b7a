/**
 * Words to filters: goals, action lines, dates and every term of the vocabulary are taken out of running words;
 * what is left over is searched as text.
 */
import type { Meaning, Vocabulary } from '../knowledge/vocabulary.ts';
import { AMBIGUOUS_MONTHS, MONTHS } from '../lexicon/en/dates.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { FILLER } from '../lexicon/en/filler.ts';
import { EXCLUDING, TELLING_NOUNS } from '../lexicon/en/operators.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { two } from './date-points.ts';
import { type DateMatch, dateAt } from './dates.ts';
import { phraseAt } from './phrases.ts';
import {
  type CommandName,
  type Field,
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
  /** Dates are words like others: the day of something told, rather than of the event where it was told. */
  readonly plain?: boolean;
}

/** Expressions after which something is left out, by their words, the longest first. */
const LEAVES_OUT: readonly (readonly string[])[] = EXCLUDING.map((one) => one.split(' ')).sort(
  (one, other) => other.length - one.length,
);

/** How many words of such an expression begin at a place; 0 where none does. */
function leavingOutAt(words: readonly string[], from: number): number {
  return LEAVES_OUT.find((one) => one.every((word, place) => words[from + place] === word))?.length ?? 0;
}

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

/** What may stand between such an expression and what it leaves out. */
const ARTICLES: ReadonlySet<string> = new Set([
  'on',
  'about',
  'by',
  'from',
  'for',
  'of',
  'the',
  'a',
  'an',
  'those',
  'that',
  'one',
  'ones',
  'concerning',
  'regarding',
  'mr',
  'ms',
  'mrs',
  'dr',
  'prof',
]);
/** Only these say for certain that a name follows; "not" and "without" stand before much else. */
const CERTAIN_EXCLUSION: ReadonlySet<string> = new Set(
  EXCLUDING.filter((one) => one !== 'not' && one !== 'without' && one !== 'minus' && one !== 'and not'),
);
const PARTS: ReadonlyMap<string, string> = new Map([
  ['moderator', 'moderator'],
  ['moderators', 'moderator'],
  ['chair', 'moderator'],
  ['panellists', 'panellist'],
  ['keynotes', 'keynote'],
]);

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

const HIGHEST_GOAL = 17;

/** The number of a goal, or undefined. */
function goalNumber(word: string | undefined): number | undefined {
  const number = /^\d{1,2}$/.test(word ?? '') ? Number(word) : 0;
  return number >= 1 && number <= HIGHEST_GOAL ? number : undefined;
}

/** The goal that begins at a place: "goal 8", "sdg8", "sustainable development goal 8". */
function goalAt(words: readonly string[], from: number): { goal: number; length: number } | undefined {
  const word = words[from] ?? '';
  // "Sustainable Development Goal 8", "global goal 8": the long forms of "goal 8".
  const long = word === 'sustainable' && words[from + 1] === 'development' ? 2 : word === 'global' ? 1 : 0;
  if (long > 0) {
    const goal = GOAL_WORD.test(words[from + long] ?? '') ? goalAt(words, from + long) : undefined;
    return goal ? { goal: goal.goal, length: goal.length + long } : undefined;
  }
  const joined = goalNumber(GOAL.exec(word)?.[1]);
  if (joined !== undefined) return { goal: joined, length: 1 };
  const next = GOAL_WORD.test(word) ? goalNumber(words[from + 1]) : undefined;
  return next === undefined ? undefined : { goal: next, length: 2 };
}

const BETWEEN_GOALS: ReadonlySet<string> = new Set(['and', 'or', 'und', 'et', 'y', 'и']);

/** Goals told behind one word: "SDGs 4, 5 and 8", "SDG 4/5", "goals 4 to 6". */
function goalsAt(
  words: readonly string[],
  from: number,
  now: Date,
): { goals: readonly number[]; length: number } | undefined {
  const first = goalAt(words, from);
  if (first === undefined) return undefined;
  const goals = [first.goal];
  let { length } = first;
  for (;;) {
    const joint = words[from + length] ?? '';
    const skip = BETWEEN_GOALS.has(joint) || joint === 'to' ? 1 : 0;
    const at = from + length + skip;
    const next = goalNumber(words[at]);
    // "SDG 8 10 May 2022": the number may begin something else.
    if (next === undefined || dateAt(words, at, now) !== undefined) break;
    const last = goals.at(-1) ?? next;
    if (joint === 'to') for (let goal = last + 1; goal < next; goal++) goals.push(goal);
    goals.push(next);
    length += skip + 1;
  }
  return { goals: [...new Set(goals)], length };
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

/**
 * Whether words read as a condition are looked for as words too: a text may hold them and be linked to nothing of the kind.
 * What is counted, listed or looked up is told by the condition alone.
 */
function isSpoken(field: Field, { command, want, plain }: ScanContext): boolean {
  if (field === 'topic' || field === 'group') return true;
  const isFree = command === 'ask' && (want === undefined || want === 'remarks') && plain !== true;
  return isFree && (field === 'country' || field === 'org');
}

/** Adds filters, each once. */
export function addFilters(filters: readonly Filter[], more: readonly Filter[]): Filter[] {
  const result = [...filters];
  for (const one of more) if (!result.some((known) => same(known, one))) result.push(one);
  return result;
}

/** The date at a place, where words are read as dates. */
function dateIn(words: readonly string[], from: number, context: ScanContext): DateMatch | undefined {
  if (context.plain) return undefined;
  const date = dateAt(words, from, context.now);
  // In a question a bare year is as likely the year of a figure: it is searched as a word, which finds both.
  if (date)
    return date.certain || context.command !== 'ask' || date.length === words.length ? date : undefined;
  if (context.command === 'ask') return undefined;
  // "/sessions September", "/sessions sdg8 May": a month by itself, where it can be no verb.
  const word = words[from] ?? '';
  const isMonth = MONTHS.includes(word) && (!AMBIGUOUS_MONTHS.has(word) || from === words.length - 1);
  return isMonth ? { value: `--${two(MONTHS.indexOf(word) + 1)}`, length: 1, certain: true } : undefined;
}

/** A date and where it ends. */
interface Dated {
  readonly filter: Filter;
  readonly end: number;
}

/** "2020 and 2022", "in May or in June 2022": either date, where nothing stands between; undefined for others. */
function eitherDate(one: Dated, other: Filter, between: readonly string[]): Filter | undefined {
  const isPeriod = [...one.filter.any, ...other.any].some(({ value }) => !/^[-\d]+$/.test(value));
  if (one.filter.not || isPeriod || between.some((word) => word !== 'and' && word !== 'or')) return undefined;
  return { any: [...one.filter.any, ...other.any], not: false };
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
  let dated: Dated | undefined;
  // A fact of an event is asked for by what the event is called, the word "session" among it.
  const asksOfEvent = context.want !== undefined && SESSION_WANTS.has(context.want);
  for (let from = 0; from < words.length; ) {
    const word = words[from] ?? '';
    const add = (one: Filter, length: number): void => {
      filters = addFilters(filters, [{ ...one, not }]);
      not = false;
      from += length;
    };
    const person = context.vocabulary.personAt(words, from);
    if (person) {
      add(filter('by', ...person.people), person.length);
      continue;
    }
    const goal = goalsAt(words, from, context.now);
    if (goal) {
      add(filter('sdg', ...goal.goals.map(String)), goal.length);
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
    const date = dateIn(words, from, context);
    if (date) {
      const before = dated !== undefined && filters.at(-1) === dated.filter ? dated : undefined;
      const one = before && eitherDate(before, filter('date', date.value), words.slice(before.end, from));
      if (one) filters = filters.slice(0, -1);
      add(one ?? filter('date', date.value), date.length);
      const last = filters.at(-1);
      dated = last && { filter: last, end: from };
      continue;
    }
    const match = context.vocabulary.at(words, from);
    const meant =
      match && (match.length > 1 || isContentWord(word)) ? filterFor(match.meanings, context) : undefined;
    if (match && meant) {
      if (!not && meant.any.some(({ field }) => isSpoken(field, context))) {
        for (const one of words.slice(from, from + match.length)) if (isContentWord(one)) literal.add(one);
      }
      add(meant, match.length);
      continue;
    }
    const leaving = leavingOutAt(words, from);
    if (leaving > 0 && from + leaving < words.length) {
      let next = from + leaving;
      while (next < words.length - 1 && ARTICLES.has(words[next] ?? '')) next += 1;
      not =
        canBeLeftOut(context.vocabulary.at(words, next)?.meanings, word, context) ||
        dateIn(words, next, context) !== undefined;
      const name = words[next] ?? '';
      // As much as may be a name; how much of it is one, the archive knows.
      const end = words.findIndex(
        (one, place) => place > next && (place >= next + LONGEST_NAME || !isContentWord(one)),
      );
      const whole = words.slice(next, end < 0 ? words.length : end);
      // Whom or what it is that the vocabulary does not know, the archive may: a name, or a part that somebody played.
      if (
        !not &&
        context.command === 'ask' &&
        CERTAIN_EXCLUSION.has(words.slice(from, from + leaving).join(' ')) &&
        isContentWord(name)
      ) {
        const part = PARTS.get(name);
        filters = addFilters(filters, [
          { ...(part === undefined ? filter('name', whole.join('+')) : filter('part', part)), not: true },
        ]);
        from = next + (part === undefined ? whole.length : 1);
        continue;
      }
      from = not ? next : from + leaving;
      continue;
    }
    const phrase = phraseAt(words, from);
    if (phrase !== undefined) {
      if (phrase.means !== '' && !left.includes(phrase.means)) left.push(phrase.means);
      from += phrase.length;
      continue;
    }
    if (context.command === 'ask' && TELLING_NOUNS.has(word)) literal.add(word);
    if ((isContentWord(word) || (asksOfEvent && EVENT_NOUNS.has(word))) && !left.includes(word))
      left.push(word);
    from += 1;
  }
  return { filters, words: left, literal: [...literal] };
}
