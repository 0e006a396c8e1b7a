/**
 * What is asked in a message: people write to a bot as to a colleague, with a greeting, why they ask, several questions at
 * once, and thanks. Greetings, reasons and thanks are left out; each question becomes a part that is read by itself. What a
 * question leaves out because the one before said it ("who came from Canada and who from Indonesia") is filled in again.
 */

import { CALLS, SIGHS } from '../lexicon/en/asides.ts';
import { DATES_OF_IT, LANGUAGES_OF_IT, PLACES_OF_IT } from '../lexicon/en/follow-ups.ts';
import {
  ASKED_BY_NOUN,
  AUXILIARIES,
  CLAUSE_STARTS,
  CONJUNCTIONS,
  COURTESIES,
  DAY_GREETINGS,
  EXCUSES,
  FAREWELLS,
  GREETINGS,
  LINKING_PREPOSITIONS,
  QUESTION_STARTS,
  QUESTION_WORDS_BARE,
  REFERRING,
  REQUESTS,
} from '../lexicon/en/messages.ts';
import { EXCLUDING } from '../lexicon/en/operators.ts';
import {
  contentOf,
  isBareRequest,
  isOwnAffair,
  takeApart,
  withoutAnnouncement,
  withoutApology,
  withoutAsker,
  withoutIntroduction,
} from './asides.ts';
import { clean, isTooLong } from './clean.ts';
import { courtesyOf } from './courtesy.ts';
import { looksForeign } from './foreign.ts';
import type { ParseContext } from './parsed.ts';
import { writtenOut } from './prepare.ts';
import { isContentWord } from './scan.ts';
import { wordsOf } from './tokens.ts';

/** One question of a message. */
export interface Part {
  readonly text: string;
  /** It speaks of what the part before was about ("… and what did he propose?"). */
  readonly refers: boolean;
  /** The same question otherwise: with more, or less, of what was told around it; likeliest first. */
  readonly instead?: readonly string[];
  /** The question without what was told before it, of which it may speak: an answer only where it names something by itself. */
  readonly alone?: string;
  /** It was given to a command: it does not go on with what was asked before. */
  readonly fresh?: true;
}

/** Between the canonical lines of several questions. */
export const PARTS_MARK = ' && ';

/** Most questions of one message that are answered. */
const MOST_PARTS = 4;

/** A sentence ends with a question or exclamation mark, a line break, or a full stop behind a word that is no abbreviation. */
const BETWEEN =
  /(?<=[?!]["”')]*)\s+|(?<=\p{L}{3}["')]?\.+|\d{4}\.|\b(?:it|me|us|so|do|go|up|on|in|ok|we|be|ta)\.+)(?<!\b(?:mrs|prof|dept|univ|govt|incl|approx|resp|para|vol|rev|hon|eng)\.)\s+(?=\p{L})|\s+-\s+(?=(?:what|who|which|when|where|how)\b)|\s+(?:[:;]-?[()DP]+|\p{Extended_Pictographic}+)(?:\s+|$)|[,.:]?\s+\(?[1-4a-d][).]\s+(?=\p{L})/iu;

const any = (words: readonly string[]): string => words.join('|').replaceAll(' ', '\\s+');

const GREETED =
  '(?:[ ,]+(?:there|all|everyone|everybody|team|folks|colleagues|friends|both|again|bot|rapporteur|@?\\p{L}+(?=[,:!])))*';
const GREETING = new RegExp(
  `^(?:(?:${any(GREETINGS)})\\b${GREETED}|(?:${any(DAY_GREETINGS)})(?:(?=[,!.:]|\\s+-|$)|(?=\\s+(?:all|everyone|everybody|team|folks|colleagues)\\b)${GREETED}))[\\s,:!.-]*`,
  'iu',
);
const COURTESY = new RegExp(`^(?:${any(COURTESIES)})\\b[^?]*$`, 'iu');
const EXCUSE = new RegExp(
  `^(?:(?:${any(EXCUSES)})(?:\\s+(?:you|u|all|everyone|again|so|with\\s+this))*|(?:sorry|apologies|pardon|forgive|excuse)\\s+(?:to|for|if|about|my|me|the|but)\\s[^,:!.?]{1,60})\\s*(?:[,:!.-]+\\s*|$)`,
  'iu',
);
const CALL = new RegExp(`^(?:${any(CALLS)})[\\s?!.]*$`, 'iu');
const FAREWELL = new RegExp(`[\\s,;.!(-]+(?:${any(FAREWELLS)})[\\s.!)]*(\\??)$`, 'iu');
const ONLY_FAREWELL = new RegExp(`^(?:${any(FAREWELLS)})[\\s.!)]*$`, 'iu');
/** Thanks before what is asked: "merci d'avance, who …". */
const THANKS_FIRST = new RegExp(`^(?:${any(FAREWELLS)})\\s*[,:!.-]+\\s+`, 'iu');
const SIGH = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any(SIGHS)})(?![\\p{L}\\p{N}-])[,.!]*\\s*`, 'giu');
/** "Could somebody tell me …": what follows is asked. */
const TELL_ME =
  '(?:can|could|would|will|might|do|does)\\s+(?:you|someone|somebody|anyone|anybody|anyone\\s+here|any\\s+of\\s+you)\\s+(?:(?:please|kindly|maybe|perhaps|quickly|happen\\s+to|possibly|just)\\s+)*(?:tell|remind|look\\s+up|check|find\\s+out|explain|know|remember|confirm)(?:\\s+(?:me|us|to\\s+me))?(?:\\s+again)?(?=[\\s,:]+(?:what|who|which|when|where|how|whose|in|at|if|whether)\\b)';
const LEADING = new RegExp(
  `^(?:(?:${any([...CONJUNCTIONS, ...CLAUSE_STARTS])}|tell\\s+me(?!\\s+(?:about|more)\\b)|${TELL_ME}(?:\\s+(?:if|whether))?)[\\s,:]+)+(?=\\S)`,
  'iu',
);
/** "A on visas vs B on visas" asks without a word of asking. */
const COMPARES = /\b(?:vs|versus|compared (?:to|with))\b/i;
const WH = any(QUESTION_WORDS_BARE);
const PREPOSITION = any(LINKING_PREPOSITIONS);
const ASKS = new RegExp(
  `^(?:${any([...QUESTION_STARTS, ...REQUESTS])}|(?:${PREPOSITION})\\s+(?:${WH}))\\b`,
  'iu',
);
const AUXILIARY = any(AUXILIARIES);

/** "… and who …", "…, what …", "… and was Japan one of them": where one question ends and the next begins. */
const NEXT_QUESTION = new RegExp(
  `(?:[,;:]?\\s+(?:and|but|or|plus|&|also)(?:\\s+(?:also|then|please))?|[,;:]|\\s-+)\\s+(?=(?:(?:${PREPOSITION})\\s+)?(?:${WH})\\b(?!\\s+(?:not|ever|to|(?:many|much) (?:each|respectively))\\b))|[,;]?\\s+and\\s+(?=(?:was|were|is|are|did|does|do|has|have)\\s+\\S+)|(?::|\\s-+)\\s+(?=(?:${any(AUXILIARIES)})\\s)`,
  'giu',
);
/** "When and where was it held?": two question words that share what is asked. */
const SHARED = new RegExp(
  `^((?:${PREPOSITION})\\s+)?(${WH})\\s+(?:and|or|&)\\s+((?:(?:${PREPOSITION})\\s+)?(?:${WH}))\\s+(.+)$`,
  'iu',
);
/** Verbs of coming and speaking, which take the place of an auxiliary. */
const CAME = 'came|attended|joined|spoke|participated|registered|turned up|took part|were there';
const ONE_SUBJECT = new RegExp(
  `^(?:(?:${PREPOSITION})\\s+)?(which|what|how many|how much)\\s+(?:(.{2,60}?)\\s+(?:${AUXILIARY})\\b|(.{2,40}?\\s+(?:${CAME}))\\b)`,
  'iu',
);
const NO_SUBJECT = new RegExp(
  `^((?:(?:${PREPOSITION})\\s+)?(which|what|how many|how much))\\s+(?=(?:${AUXILIARY}|${PREPOSITION}|the)\\b)`,
  'iu',
);
const VERB_OF = new RegExp(`^(${WH})\\s+((?:(?:${AUXILIARY})\\s+)?\\S+)\\s+`, 'iu');
const NO_VERB = new RegExp(`^(${WH})\\s+(?=(?:the|a|an|${PREPOSITION})\\s)`, 'iu');
const NAMES_SUBJECT = /^(?:which|what|how many|whose)\s/i;
const HAS_VERB = new RegExp(
  `\\b(?:${AUXILIARY})\\b|\\s(?:\\p{L}+ed|said|spoke|gave|took|made|came|went|led|ran|held|s)\\b`,
  'iu',
);
const REFERS = new RegExp(`\\b(?:${any(REFERRING)})\\b`, 'iu');

const OF_SOMEBODY = /\b(?:he|she|his|her|their|they|both|neither|either)\b/i;
/** Words of a story that does no more than name somebody. */
const LONGEST_NAMED = 14;

const GOES_ON = /^(?:and|or|but|also|only|just|what about|how about)\b/i;
/** What a question says of a story that it stands behind: "who was it", "what is that". */
const OF_THEM =
  /\s+of\s+(?:them|those|these|it|that)(?=\s*$|\s*[?.,]|\s+(?:and|or|by|in)\b)|\s+(?:exactly|again|please|there)$/gi;
const POINTS = /\s+(?:is|was|were|are)\s+(?:it|that|this|they|those)\b(?!\s+(?:that|who)\s+\S).*$/i;

/** "Of the two moderators, who …": what all questions of a sentence are about stands before the first. */
const ABOUT_ALL = new RegExp(
  `^((?:(?:of|in|at|among|between|during|for|about|on|from|under)\\s[^?]{3,80}?)(?=[,:])|[^?:,]{3,40}(?=:))[,:]\\s*(?=(?:(?:${PREPOSITION})\\s+)?(?:${WH})\\b)`,
  'iu',
);

const LEAVES_OUT = new RegExp(`^(?:${any(EXCLUDING)})\\b`, 'iu');
/** What events have: "and in which town?" names nothing else. */
const FACT_NOUNS: ReadonlySet<string> = new Set([...DATES_OF_IT, ...PLACES_OF_IT, ...LANGUAGES_OF_IT]);
/** "Was there somebody from Malta, and who?": one question, of which the second half says what is wanted. */
const EITHER_AND_WHO = new RegExp(
  `^(?:(?:is|are|was|were)\\s+there\\s+(?:(?:some|any)(?:body|one|thing)?\\s+)?|(?:did|does|do|has|have|is|was)\\s+(?:some|any)(?:body|one)\\s+)([^,]+?)(?:,(?:\\s+and)?|\\s+and)\\s+(?:if\\s+so,?\\s+)?(${WH}|how many|how much)\\s*\\?+$`,
  'iu',
);
/** "Moderators please: the fair, the hearing and the round table.": one question of each. */
const LISTED =
  /^([\p{L} ]{3,40}?)(?:\s+please)?(?:\s+of|\s+for)?:\s+(the\s+[^,:?.!]+(?:,\s+(?:and\s+)?the\s+[^,:?.!]+){1,3}?)[.!]*$/iu;
const BETWEEN_LISTED = /,\s+(?:and\s+)?|\s+and\s+(?=the\s)/i;

/** "Somebody from Malta was there. Name?": one noun asks for all that was told. */
const NOUN_ALONE = new RegExp(
  `^(?:(?:the|his|her|their|its)\\s+)?(${Object.keys(ASKED_BY_NOUN).join('|')})[?.!\\s]*$`,
  'iu',
);
/** Fewer words than this before a second question leave no first one. */
const SHORTEST = 3;
/** Greetings, excuses and beginnings may stand one behind the other. */
const MOST_ROUNDS = 4;

/**
 * @param line a cleaned request that is no command line
 * @returns the questions in it, in order; the line itself where it holds none that can be told apart. At least one.
 * @example partsOf('Hi! Who spoke on visas, and when was it? Thanks')
 *   // [{ text: 'Who spoke on visas', refers: false }, { text: 'when was it?', refers: true }]
 */
function partsOf(line: string): readonly Part[] {
  const sentences = line
    .split(BETWEEN)
    .map(bared)
    .filter((sentence) => sentence !== '');
  if (sentences.length === 0) return [{ text: line, refers: false }];
  const parts: Part[] = [];
  let story: string[] = [];
  for (const sentence of sentences) {
    const [, things, list = ''] = LISTED.exec(sentence) ?? [];
    if (things !== undefined) {
      parts.push(
        ...list.split(BETWEEN_LISTED).map((one) => ({ text: `${things} of ${one}`, refers: false })),
      );
      continue;
    }
    for (const said of questionsIn(sentence)) {
      const [, noun = ''] = story.length > 0 ? (NOUN_ALONE.exec(said) ?? []) : [];
      const one = ASKED_BY_NOUN[noun.toLowerCase()] ?? said;
      const text = ASKS.test(one) ? withoutAsker(one) : one;
      // "Can you settle it?" asks what was told before.
      if (isBareRequest(text) && story.length > 0) continue;
      const told = DO_NOT.test(text) && isOwnAffair(text);
      if (told || (!ASKS.test(text) && !COMPARES.test(text))) {
        story.push(text);
        continue;
      }
      const [first] = parts;
      const each = first === undefined ? ofEach(text, story.at(-1)) : [];
      if (each.length > 0) {
        parts.push(...each);
        story = [];
        continue;
      }
      const bare = isBare(text);
      const whole = first === undefined ? withStory(text, story) : undefined;
      story = [];
      parts.push(whole ?? { text, refers: first !== undefined && (bare || REFERS.test(text)) });
    }
  }
  const [only] = parts;
  if (only === undefined) return [storyOf(story)];
  // "Who spoke? At the hearing in Malta, I mean."
  if (parts.length === 1 && story.length > 0 && only.instead === undefined && isBare(only.text))
    return [withStory(only.text, story) ?? only];
  return parts.slice(0, MOST_PARTS);
}

/** "The fair and the hearing, how many came to each?": one question of each. */
function ofEach(text: string, before = ''): Part[] {
  if (!EACH.test(text) || !THINGS.test(before)) return [];
  const asked = text.replace(/[?.!]+$/, '').replace(EACH, '');
  return before.split(BETWEEN_LISTED).map((one) => ({ text: `${asked} at ${one}`, refers: false }));
}
const EACH =
  /\s+(?:(?:to|at|in|of|from|for|during)\s+)?(?:each|both|all|every\s+one|either)(?:\s+one)?(?:\s+of\s+(?:them|these|those|the\s+(?:two|three)))?(?=[?.!\s]*$)/i;
const THINGS = /^the\s[^,]+(?:,\s+(?:and\s+)?the\s[^,]+|\s+and\s+the\s[^,]+)+$/i;

const DO_NOT = /^do not\b/i;

/** "1) who …": the first of several. */
const NUMBERED = /^\s*\(?[1-4a-d][).]\s+/i;

/** A sentence without greetings, excuses, thanks and what only joins it to others; '' where nothing else is in it. */
function bared(sentence: string): string {
  let text = withoutApology(sentence).replace(SIGH, '').replace(NUMBERED, '').trim();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text;
    if (CALL.test(text) || ONLY_FAREWELL.test(text) || courtesyOf(wordsOf(text), text) !== undefined)
      return '';
    text = text.replace(GREETING, '');
    if (!ASKS.test(text)) text = withoutIntroduction(text);
    if (COURTESY.test(text)) {
      const [, rest = ''] = /^[^,:-]*[,:-]+\s+(.+)$/.exec(text) ?? [];
      if (!ASKS.test(rest.replace(LEADING, ''))) return '';
      text = rest;
    }
    text = withoutAnnouncement(withoutFarewell(text.replace(EXCUSE, '').replace(THANKS_FIRST, '').trim()));
    text = text.replace(LEADING, '') || text;
    if (text === before) break;
  }
  return /[\p{L}\p{N}"]/u.test(text) ? text : '';
}

/** A question that goes on with what was told before it; undefined where it stands by itself. */
function withStory(text: string, story: readonly string[]): Part | undefined {
  if (story.length === 0) return undefined;
  const bare = isBare(text);
  // "Mr Desai of Deloitte, what is his post?": somebody who was only named before it.
  const pointing = pointsBack(text);
  const named =
    pointing &&
    OF_SOMEBODY.test(text) &&
    story.join(' ').split(/\s+/).length <= LONGEST_NAMED &&
    isToThePoint(story);
  if (!bare && !pointing) return undefined;
  if (bare || named) return part(wordings(story).map((one) => joined(text, one)));
  const toThePoint = wordings(story).filter(
    (one) => !sameWords(one.join(' '), story.join(' ')) || isToThePoint(story),
  );
  // Of what is the teller's own affair alone nothing is meant.
  if (toThePoint.length === 0) return undefined;
  return { ...part(toThePoint.map((one) => joined(text, one))), alone: text };
}

const isToThePoint = (story: readonly string[]): boolean =>
  story.every((one) => takeApart(one).matter !== '');

/** What was told, likeliest first: all that is to the point, the nearest of it, that with the teller's own subject, everything. */
function wordings(story: readonly string[]): string[][] {
  const all = story.map(takeApart);
  const matters = all
    .map(({ matter, wanted }) => [wanted, matter].filter((one) => one !== '').join(' '))
    .filter((matter) => contentOf(matter).length > 0);
  const topics = all.map(({ topic }) => topic).filter((topic) => topic !== '');
  const places = all.map(({ place }) => place).filter((place) => place !== '');
  const whole = [...story];
  // Of one's own affairs alone, what they are about says less than all of it.
  const made =
    matters.length === 0
      ? [whole, topics]
      : [matters, matters.slice(-1), places, [...matters, ...topics], whole];
  return made.filter((one) => one.length > 0);
}

/** A message that asks nothing in so many words: what is wanted in it, what it is about, all of it. */
function storyOf(story: readonly string[]): Part {
  const all = story.map(takeApart);
  const wanted = all.map((one) => one.wanted).filter((one) => contentOf(one).length > 0);
  const matters = all.map(({ matter }) => matter).filter((matter) => contentOf(matter).length > 0);
  const whole = story.join(' ');
  return part(
    [wanted[0] ?? '', [...wanted, ...matters].join(' '), whole]
      .filter((one) => one !== '')
      .map((one) => (sameWords(one, whole) ? whole : one)),
  );
}

const sameWords = (one: string, other: string): boolean =>
  wordsOf(one).join(' ') === wordsOf(other).join(' ');

/** One question by its wordings, each once. */
function part(texts: readonly string[]): Part {
  const [text = '', ...instead] = [...new Set(texts)];
  return instead.length === 0 ? { text, refers: false } : { text, refers: false, instead };
}

/** Words that stand for what was told before, where nothing before them in the question can be meant. */
const POINTING =
  /\b(?:he|she|they|him|them|his|her|their|its)\b|(?<!\b(?:is|are|was|were)\s)\bthere\b(?!\s+(?:is|are|was|were|any)\b)|(?<=\b(?:is|was|are|were|did|does|do|about|of|on|for|by|with|in|at|said|say|to|from)\s)(?:it|that|this|those|these)\b(?!\s+(?:that|who|people|speakers|experts|participants|folks|guys)\b)/i;
/** What a pronoun behind it stands for: a name, or several things. */
const NAME = /\s\p{Lu}\p{Ll}/u;
const isSeveral = (word: string): boolean => /[^s]s$/.test(word) && isContentWord(word);

function pointsBack(text: string): boolean {
  const match = POINTING.exec(text);
  if (match === null) return false;
  const before = text.slice(0, match.index);
  if (NAME.test(before)) return false;
  return /^there$/i.test(match[0]) || !wordsOf(before).some(isSeveral);
}

/** True for a question that names nothing: "who spoke". */
export const isBare = (text: string): boolean => contentOf(text).every((word) => FACT_NOUNS.has(word));

/**
 * The questions of a request: of a message each question that it holds; a command or a canonical line is one, and lines joined
 * by ` && ` are each their own.
 */
export function questionsOf(request: string, { commands }: Pick<ParseContext, 'commands'>): readonly Part[] {
  const whole: Part = { text: request, refers: false };
  if (isTooLong(request)) return [whole];
  const lines = request.split(PARTS_MARK.trim()).filter((line) => line.trim() !== '');
  if (lines.length > 1) return lines.slice(0, MOST_PARTS).map((text) => ({ text, refers: false }));
  const line = clean(request);
  if (courtesyOf(wordsOf(writtenOut(line)), request) !== undefined) return [whole];
  const [head, slash, name = ''] = /^(\/?)([\p{L}-]+)/u.exec(line) ?? [];
  const command =
    commands.bare.get(name.toLowerCase()) ??
    (slash === '/' ? commands.slashed.get(name.toLowerCase()) : undefined);
  if (command === 'ask' && head !== undefined) {
    const asked = line.slice(head.length).trim();
    // "/ask" and a question in plain words is that question; with conditions, or a word or two, it is a line of its own.
    if (isPlainQuestion(asked, commands))
      return messageIn(asked).map((one) => (one.refers ? one : { ...one, fresh: true }));
  }
  // "Hi" alone is help; before a question it is a greeting.
  const named = command !== undefined && (command !== 'help' || line.split(' ').length <= SHORTEST);
  if (slash === '/' || named || /^\s*\/\S/.test(request)) return [whole];
  return messageIn(line);
}

function isPlainQuestion(text: string, { bare }: ParseContext['commands']): boolean {
  const words = wordsOf(text);
  const named = bare.get(words[0] ?? '');
  return (
    words.length >= SHORTEST &&
    !/(?:^|\s)-?[a-z]+:\S/i.test(text) &&
    (named === undefined || named === 'help')
  );
}

/** The questions of a message. */
function messageIn(line: string): readonly Part[] {
  // The chat's abbreviations are English: "y" is "and" to others.
  const parts = partsOf(looksForeign(wordsOf(line)) ? line : writtenOut(line));
  const [only] = parts;
  // "And the second webinar?" goes on with what was asked before.
  if (only !== undefined && parts.length === 1 && GOES_ON.test(line) && line.endsWith(only.text))
    return [{ ...only, text: line }];
  return parts;
}

function withoutFarewell(sentence: string): string {
  let text = sentence;
  for (let shorter = text.replace(FAREWELL, '$1'); shorter !== text && shorter !== ''; ) {
    text = shorter;
    shorter = text.replace(FAREWELL, '$1');
  }
  return text;
}

/** "Somebody warned of that. Who?": the question with the words of the story behind it. */
function joined(question: string, story: readonly string[]): string {
  const before = story
    .map((one) => one.replace(LEADING, ''))
    .join(' ')
    .replace(/[?.!]+(?= |$)/g, '');
  const asked = question
    .replace(/[?.!]+$/, '')
    .replace(POINTS, '')
    .replace(OF_THEM, '');
  return `${asked} ${before}`;
}

/** The questions of one sentence, each whole. */
function questionsIn(sentence: string): string[] {
  const about = ABOUT_ALL.exec(sentence);
  const matter = about?.[1] ?? '';
  if (about && !isOwnAffair(matter) && !looksForeign(wordsOf(matter))) {
    const [before] = about;
    const texts = questionsIn(sentence.slice(before.length));
    // "Leaving out the moderators: who spoke?": what is left out stands as well behind the question.
    if (LEAVES_OUT.test(matter)) return texts.map((text) => `${text.replace(/[?.!\s]+$/, '')} ${matter}`);
    return texts.length === 1
      ? [sentence]
      : texts.map((text) => `${text.replace(/[?.!\s]+$/, '')} ${matter}`);
  }
  const shared = SHARED.exec(sentence);
  if (shared) {
    const [, preposition = '', one = '', other = '', rest = ''] = shared;
    return [`${preposition}${one} ${rest}`, `${other} ${rest}`];
  }
  const either = EITHER_AND_WHO.exec(sentence);
  if (either) return [`${either[2]} ${either[1]}`];
  const texts: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NEXT_QUESTION)) {
    const before = sentence.slice(from, match.index).trim();
    if (before.split(/\s+/).length < SHORTEST || lacksVerb(before)) continue;
    texts.push(before);
    from = match.index + match[0].length;
  }
  texts.push(sentence.slice(from).trim());
  const first = texts.find((text) => ASKS.test(text));
  return texts.map((text) => (first === undefined || text === first ? text : filled(text, first)));
}

/** "Which employers' body and which union backed it": half a question, which its other half completes. */
function lacksVerb(text: string): boolean {
  return NAMES_SUBJECT.test(text) && !HAS_VERB.test(text);
}

/** What a second question leaves out, from the first: its subject ("which will shrink") or its verb ("who from Indonesia"). */
function filled(text: string, first: string): string {
  const subject = ONE_SUBJECT.exec(first);
  const lacking = NO_SUBJECT.exec(text);
  if (subject && lacking && subject[1]?.toLowerCase() === lacking[2]?.toLowerCase())
    return text.replace(NO_SUBJECT, (asks) => `${asks}${subject[2] ?? subject[3]} `);
  const verb = VERB_OF.exec(first);
  const none = NO_VERB.exec(text);
  if (verb && none && verb[1]?.toLowerCase() === none[1]?.toLowerCase())
    return text.replace(NO_VERB, (asks) => `${asks}${verb[2]} `);
  return text;
}
