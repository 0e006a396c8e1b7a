/**
 * Reading a line: a canonical line, a command with filters in any order, or a plain question. Pure: names of people stay
 * unresolved (`name:`), since resolving them may have to wait for the archive.
 */
import { ABOUT_MESSAGE, WHO_IN_MESSAGE } from '../answer/line.ts';
import { FACET_NOUNS, LISTING_WORDS, QUESTION_WORDS } from '../lexicon/en/asking.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { isSlipOf } from '../text/slip.ts';
import { readMessage } from './about-message.ts';
import { clean, isTooLong } from './clean.ts';
import { readContinuation } from './continue.ts';
import { type Courtesy, courtesyOf } from './courtesy.ts';
import { type Fault, faultIn } from './faults.ts';
import { readFollowUp } from './follow-up.ts';
import { looksForeign } from './foreign.ts';
import { isPlainId, isWord } from './format.ts';
import { addressees, makerFilters, sessionFilter, sidesFilter } from './makers.ts';
import { asksInAnotherLanguage, readOtherLanguage } from './other-languages.ts';
import type { ParseContext, Parsed } from './parsed.ts';
import { writtenOut } from './prepare.ts';
import {
  type CommandName,
  EMPTY_QUERY,
  type Filter,
  filter,
  isUnrestricted,
  type Query,
  type Term,
} from './query.ts';
import { type Reading, readQuestion } from './questions/read.ts';
import { addFilters, type ScanContext, scanWords } from './scan.ts';
import { kindOf, takeTokens, wordsOf } from './tokens.ts';
import { translated } from './translate.ts';

export type { CommandNames, ParseContext, Parsed } from './parsed.ts';

const QUOTES = /["\u201C-\u201F\u00AB\u00BB]/g;

/** Words that a line may begin with before it says what it wants; alone they ask for help. */
const GREETING = /^(?:hi|hello|hey|thanks)$/;
const NOBODY_ELSE = /^(?:there|all|again|everyone|everybody|you|bot|rapporteur|help)$/;
/** "Speakers from Germany" asks who came from there; a name does not begin so. */
const NO_NAME = /^(?:from|of|for|at|in|on|about|representing|who|that)\b/;

const POLL_WORDS = /\b(?:(?:audience|live|online|instant) )?(?:polls?|votes?|voted|voting)\b/;

/** Reads a line. Never throws; takes time linear to the request cap. */
export function parse(line: string, context: ParseContext): Parsed {
  if (isTooLong(line))
    return { query: { ...EMPTY_QUERY, command: 'help' }, explicit: false, problem: 'too-long' };
  const plain = clean(line);
  const marked = MARKUP.test(line);
  const cleaned = plain;
  const head = /^(\/?)([\p{L}-]+)(?:\s+|$)(.*)$/su.exec(cleaned);
  const slash = head?.[1] === '/';
  const courtesy = slash ? undefined : readCourtesy(line, cleaned, context);
  if (courtesy !== undefined) return { query: EMPTY_QUERY, explicit: false, courtesy };
  const first = wordsOf(head?.[2] ?? '').join('');
  const after = head?.[3] ?? '';
  const greeted = !slash && GREETING.test(first) ? wordsOf(after) : [];
  if (greeted.includes('help') || greeted.some((word) => !NOBODY_ELSE.test(word)))
    return parse(after, context);
  const asked = !slash && first === 'speakers' && NO_NAME.test(wordsOf(after).join(' '));
  const named = asked
    ? undefined
    : (context.commands.bare.get(first) ?? (slash ? slashed(first, context) : undefined));
  if (slash && first === ABOUT_MESSAGE) {
    return { query: readMessage(wordsOf(after), context), explicit: true };
  }
  if (slash && first === WHO_IN_MESSAGE) {
    return { query: readMessage(wordsOf(after), context, 'ask'), explicit: true };
  }
  // "/polls", "/topic gig work": no command, but plain enough what is meant.
  if (slash && named === undefined && kindOf(first) !== undefined)
    return parse(`${first} ${after}`.trim(), context);
  if (slash && named === undefined && FACET_NOUNS.has(first) && after !== '') return parse(after, context);
  if (slash && named === undefined) {
    return {
      query: { ...EMPTY_QUERY, command: 'help' },
      explicit: true,
      problem: 'unknown-command',
      attempted: first,
    };
  }
  // "Help with visas" asks about visas; help itself is asked for alone or for a command.
  if (!slash && named === 'help' && wordsOf(after).length > 1 && !canBeHelped(after, context))
    return parse(`ask ${after}`, context);
  const own = named ? after : cleaned;
  // What another language puts between quotes stands in no document word for word.
  const {
    query: tokens,
    text: typed,
    fault,
  } = takeTokens(named === undefined && looksForeign(wordsOf(own)) ? own.replace(QUOTES, ' ') : own, context);
  if (fault !== undefined && named !== 'help') return faulty(fault, named !== undefined);
  // Chat language is that of questions; a list of terms, or another language, has letters of its own.
  const isChat = (named === undefined || named === 'ask') && !looksForeign(wordsOf(typed));
  const text = isChat ? writtenOut(typed) : typed;

  if (named !== undefined && named !== 'help' && /^(?:help|\?)$/i.test(text.trim())) {
    return { query: { ...EMPTY_QUERY, command: 'help', target: named }, explicit: true };
  }
  if (named === 'open' && context.hasShown === true) {
    const asks = readFollowUp(`open ${wordsOf(text).join(' ')}`);
    if (asks !== undefined) return { query: tokens, explicit: false, followUp: asks };
  }
  if (named === 'help' || named === 'open') return readTarget(named, text, tokens, context);
  const spelt = context.vocabulary.wordsIn(text).filter(isWord);
  const foreign = looksForeign(spelt) || asksInAnotherLanguage(spelt);
  const english = foreign ? translated(spelt, context.vocabulary) : undefined;
  const folded = numberParts((foreign ? (english ?? spelt) : mendQuestionWords(spelt, context)).join(' '));
  if (context.hasShown === true && (named === undefined || !slash)) {
    const asks = readFollowUp(named === undefined ? folded : `${first} ${folded}`);
    if (asks !== undefined) return { query: tokens, explicit: false, followUp: asks };
  }
  if (named === undefined && context.hasPrevious) {
    const continued = readContinuation(folded, tokens, context);
    const wrong = continued && faultIn(continued.query, context.vocabulary);
    if (continued) return wrong ? faulty(wrong, false) : continued;
  }
  const query = readSearch(named, folded, tokens, context, foreign && english === undefined);
  const wrong = faultIn(query, context.vocabulary);
  if (wrong !== undefined) return faulty(wrong, named !== undefined);
  if (named !== undefined && isWithoutSubject(query, spelt))
    return { query: { ...EMPTY_QUERY, command: 'help' }, explicit: true, problem: 'no-subject' };
  return {
    query,
    explicit: named !== undefined,
    ...(context.hasPrevious && named === undefined && refersBack(query, folded)
      ? { continues: 'refer' }
      : {}),
    ...(foreign ? { foreign } : {}),
    ...(named !== undefined &&
    query.want === undefined &&
    isUnrestricted(query) &&
    (UNREADABLE.test(text) || (marked && text === ''))
      ? { unreadable: true }
      : {}),
  };
}

const faulty = (fault: Fault, explicit: boolean): Parsed => ({
  query: { ...EMPTY_QUERY, command: 'help' },
  explicit,
  problem: 'unknown-value',
  fault,
});

const LISTED: ReadonlySet<string> = new Set(LISTING_WORDS);

/** True where words stand behind a command of which nothing is left to look for: a list of everything is no answer. */
function isWithoutSubject(query: Query, words: readonly string[]): boolean {
  return isUnrestricted(query) && query.want === undefined && words.some((word) => !LISTED.has(word));
}

/** A mention or a link of a chat behind a command: somebody meant something that stands in no document. */
const MARKUP = /^\s*\/\S+\s[\s\S]*<[^<>]+>/;

/** Digits, and signs that people do not end or join words with. */
const UNREADABLE = /[^\p{L}\p{M}\s.,!?;:'"()&/-]/u;

/** The command that a word behind a slash names, slips of the finger forgiven: "/recomendations". */
function slashed(word: string, { commands }: ParseContext): CommandName | undefined {
  const exact = commands.slashed.get(word);
  if (exact !== undefined || word.length < MENDED_FROM) return exact;
  const names = [...commands.bare, ...commands.slashed];
  return names.find(([name]) => isSlipOf(word, name))?.[1];
}

/** True where the words after "help" name a command. */
function canBeHelped(text: string, { commands }: ParseContext): boolean {
  return wordsOf(text).some((word) => commands.bare.has(word) || commands.slashed.has(word));
}

/** What a message says that is nothing but polite; a word that the archive's vocabulary has, or a quoted one, is looked for. */
function readCourtesy(line: string, cleaned: string, { vocabulary }: ParseContext): Courtesy | undefined {
  if (cleaned.includes('"')) return undefined;
  const words = wordsOf(writtenOut(cleaned));
  const courtesy = courtesyOf(words, line);
  return courtesy !== undefined && words.length === 1 && vocabulary.at(words, 0) ? undefined : courtesy;
}

function readTarget(command: 'help' | 'open', text: string, tokens: Query, context: ParseContext): Parsed {
  const word = text.trim().split(/\s+/)[0] ?? '';
  if (command === 'help') {
    const name = word.replace(/^\/|^id:/, '').toLowerCase();
    const target = context.commands.bare.get(name) ?? context.commands.slashed.get(name);
    return { query: { ...EMPTY_QUERY, command, ...(target ? { target } : {}) }, explicit: true };
  }
  const id =
    /^id:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(word)?.[1] ?? (isPlainId(text.trim()) ? text.trim() : undefined);
  if (id !== undefined) {
    return { query: { ...EMPTY_QUERY, command, target: id, page: tokens.page }, explicit: true };
  }
  const scan = scanWords(wordsOf(text), { ...context, command: 'open' });
  const query: Query = {
    ...tokens,
    command,
    filters: addFilters(tokens.filters, scan.filters),
    words: [...new Set([...tokens.words, ...scan.words])],
    literal: [...new Set([...tokens.literal, ...scan.literal])],
  };
  return { query, explicit: true };
}

function readSearch(
  named: CommandName | undefined,
  folded: string,
  tokens: Query,
  context: ParseContext,
  foreign: boolean,
): Query {
  if (named === 'speaker') {
    const words = folded.split(' ').filter((word) => word !== '');
    const filters =
      words.length > 0 ? addFilters(tokens.filters, [filter('name', words.join('+'))]) : tokens.filters;
    return { ...tokens, command: 'speaker', filters };
  }
  // After an explicit `sessions` or `recommendations`, only a whole question is taken apart.
  const asked = named === undefined || named === 'ask' || /^(?:what|who|how|which|when|where)\b/.test(folded);
  const worded: Reading = asked && context.plain !== true ? readQuestion(folded) : { rest: folded };
  const told = foreign ? readOtherLanguage(folded, worded, context.vocabulary) : worded;
  const reading: Reading = asked ? settleSides(told, context) : told;
  const command =
    named !== undefined && named !== 'ask'
      ? named
      : (reading.command ??
        (isPlain(reading) ? startsWithCommand(reading.rest, context) : undefined) ??
        'ask');
  const rest =
    reading.command === undefined && command !== 'ask' && named === undefined
      ? reading.rest.replace(/^\S+ ?/, '')
      : reading.rest;
  const want = command === 'ask' || command === 'sessions' ? (reading.want ?? tokens.want) : tokens.want;
  // Counting is of sessions and people, whose years are dates.
  const scan: ScanContext = {
    ...context,
    command: want === 'count' ? 'sessions' : command,
    ...(want ? { want } : {}),
    // The years of a figure are words of what tells it.
    plain: context.plain === true || want === 'figure',
  };
  if (reading.want === 'role') {
    return {
      ...tokens,
      command: 'speaker',
      filters: addFilters(tokens.filters, [filter('name', rest.split(' ').join('+'))]),
      want: 'role',
    };
  }
  const to = reading.to ? addressees(reading.to, scan) : { filters: [], rest: '' };
  const remaining = [to.rest, rest].filter((part) => part !== '').join(' ');
  const poll = POLL_WORDS.test(remaining) && command === 'ask';
  const found = scanWords(
    (poll ? remaining.replace(POLL_WORDS, ' ') : remaining).split(/ +/).filter((word) => word !== ''),
    scan,
  );
  const kinds = [...(command === 'ask' ? (reading.kinds ?? []) : []), ...(poll ? ['poll'] : [])];
  const filters = addFilters(tokens.filters, [
    ...(reading.sides ? [sidesFilter(reading.sides, scan)] : []),
    ...(reading.by
      ? makerFilters(reading.by, scan).map((one) => (reading.reported ? orAbout(one) : one))
      : []),
    ...(reading.at ? [sessionFilter(reading.at, scan)] : []),
    ...to.filters,
    ...kinds.map((kind) => filter('kind', kind)),
    ...(reading.tells ? [filter('has', reading.tells)] : []),
    ...(reading.states ? [{ ...filter('has', reading.states.fact), not: reading.states.not }] : []),
    ...found.filters,
  ]);
  return {
    ...tokens,
    command,
    filters,
    words: [
      ...new Set([
        ...tokens.words,
        ...(reading.thing ? [reading.thing.replace(/^keynote speakers$/, 'keynotes')] : []),
        ...found.words,
      ]),
    ],
    literal: [...new Set([...tokens.literal, ...found.literal])],
    ...(want ? { want } : {}),
  };
}

/** "According to the ILO", "what did we hear from Nepal": said by somebody of it or from there, or told of it. */
function orAbout(one: Filter): Filter {
  const told = one.any.flatMap(({ field, value }): Term[] =>
    field === 'by' ? [{ field: 'org', value }] : field === 'from' ? [{ field: 'country', value }] : [],
  );
  return { ...one, any: [...one.any, ...told] };
}

/** "What did she say", "who spoke there": somebody or an event told by a pronoun alone, or by nothing at all. */
const PRONOUN =
  /\b(?:he|she|they|him|her|his|them|their|its|it|there|that|this|these|those|each|both|that (?:event|session|webinar|meeting|person|figure|number))\b/;

/** "List countries", "which goals are there", "who is in the archive": all of them, whatever was spoken of. */
const LISTS_ALL =
  /^(?:list|show|all|browse) (?!.*\b(?:there|their|its|his|her|this|that|these|those)\b)|\b(?:the|this|your) archive\b|\byou (?:have|know|cover)\b|\b(?:are|is) there$/;

function refersBack(query: Query, folded: string): boolean {
  const names = query.filters.some(({ any }) =>
    any.some(({ field }) => ['by', 'name', 'from', 'session', 'source'].includes(field)),
  );
  if (names || query.want === 'topics' || query.want === 'recent' || LISTS_ALL.test(folded)) return false;
  const empty = query.filters.length + query.words.length === 0;
  // "Who took part?", "when?": what is asked of, the line before said.
  if (query.want !== undefined && empty) return true;
  // "Is there anything on …" refers to nothing.
  return PRONOUN.test(folded) && (query.want === 'remarks' || empty);
}

/** A comparison whose sides are nothing that can be compared is a search for its words. */
function settleSides(reading: Reading, context: ParseContext): Reading {
  if (reading.sides === undefined) return reading;
  const { any } = sidesFilter(reading.sides, { ...context, command: 'ask' });
  const distinct = new Set(any.map(({ field, value }) => `${field}:${value}`));
  if (distinct.size === any.length && any.length === reading.sides.length) return reading;
  return { rest: [...reading.sides, reading.rest].join(' ').trim() };
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "The second panel" is called panel 2. */
function numberParts(text: string): string {
  return text.replace(
    /\b(first|second|third|fourth) (panel|session)(?: discussion)?\b/g,
    (_, ordinal: string, part: string) => `${part} ${ORDINALS.indexOf(ordinal) + 1}`,
  );
}

const IS_QUESTION_WORD: ReadonlySet<string> = new Set(QUESTION_WORDS);
const MENDED_FROM = 4;

function mendQuestionWords(words: readonly string[], context: ParseContext): string[] {
  return words.map((word, place) => {
    const known = IS_QUESTION_WORD.has(word) || STOP_WORDS.has(word);
    if (word.length < MENDED_FROM || known || context.vocabulary.at(words, place)) return word;
    return QUESTION_WORDS.find((one) => isSlipOf(word, one)) ?? word;
  });
}

/** True where the wording said nothing: the words may still begin with a command's name. */
function isPlain({ want, by, to, kinds }: Reading): boolean {
  return want === undefined && by === undefined && to === undefined && kinds === undefined;
}

/** A question that begins with a command's name after politeness was taken off: "show me sessions on …". */
function startsWithCommand(text: string, context: ParseContext): CommandName | undefined {
  return context.commands.bare.get(text.split(' ')[0] ?? '');
}
