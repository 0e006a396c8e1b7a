/**
 * What is asked in a message: people write to a bot as to a colleague, with a greeting, why they ask, several questions at
 * once, and thanks. Greetings, reasons and thanks are left out; each question becomes a part that is read by itself. What a
 * question leaves out because the one before said it ("who came from Canada and who from Indonesia") is filled in again.
 */

import { DATES_OF_IT, LANGUAGES_OF_IT, PLACES_OF_IT } from '../lexicon/en/follow-ups.ts';
import {
  AUXILIARIES,
  CLAUSE_STARTS,
  CONJUNCTIONS,
  COURTESIES,
  FAREWELLS,
  GREETINGS,
  LINKING_PREPOSITIONS,
  QUESTION_STARTS,
  QUESTION_WORDS_BARE,
  REFERRING,
  REQUESTS,
} from '../lexicon/en/messages.ts';
import { isWeakWord } from '../text/weak-words.ts';
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
}

/** Between the canonical lines of several questions. */
export const PARTS_MARK = ' && ';

/** Most questions of one message that are answered. */
const MOST_PARTS = 4;

/** A sentence ends with a question or exclamation mark, a line break, or a full stop behind a word that is no abbreviation. */
const BETWEEN =
  /(?<=[?!]["”')]*)\s+|(?<=\p{L}{3}["')]?\.+|\d{4}\.)(?<!\b(?:mrs|prof|dept|univ|govt|incl|approx|resp|para|vol|rev|hon|eng)\.)\s+(?=\p{L})|\s+-\s+(?=(?:what|who|which|when|where|how)\b)/iu;

const any = (words: readonly string[]): string => words.join('|').replaceAll(' ', '\\s+');

const GREETING = new RegExp(
  `^(?:${any(GREETINGS)})\\b(?:[ ,]+(?:there|all|everyone|everybody|team|folks|colleagues|both|again|bot|rapporteur|@?\\p{L}+(?=[,:!])))*[\\s,:!.-]*`,
  'iu',
);
const COURTESY = new RegExp(`^(?:${any([...COURTESIES, ...GREETINGS])})\\b[^?]*$`, 'iu');
const FAREWELL = new RegExp(`[\\s,;.!(-]+(?:${any(FAREWELLS)})[\\s.!)]*(\\??)$`, 'iu');
const LEADING = new RegExp(`^(?:(?:${any([...CONJUNCTIONS, ...CLAUSE_STARTS])})[\\s,:]+)+(?=\\S)`, 'iu');
const ASKS = new RegExp(`^(?:${any([...QUESTION_STARTS, ...REQUESTS])})\\b`, 'iu');
/** "A on visas vs B on visas" asks without a word of asking. */
const SETS_BESIDE = /\b(?:vs|versus|compared (?:to|with))\b/i;
const WH = any(QUESTION_WORDS_BARE);
const PREPOSITION = any(LINKING_PREPOSITIONS);
const AUXILIARY = any(AUXILIARIES);

/** "… and who …", "…, what …", "… and was Japan one of them": where one question ends and the next begins. */
const NEXT_QUESTION = new RegExp(
  `(?:[,;:]?\\s+(?:and|but|or|plus|&|also)(?:\\s+(?:also|then|please))?|[,;])\\s+(?=(?:(?:${PREPOSITION})\\s+)?(?:${WH})\\b(?!\\s+(?:not|ever|(?:many|much) (?:each|respectively))\\b))|[,;]?\\s+and\\s+(?=(?:was|were|is|are|did|does|do|has|have)\\s+\\S+)`,
  'giu',
);
/** "When and where was it held?": two question words that share what is asked. */
const SHARED = new RegExp(
  `^((?:${PREPOSITION})\\s+)?(${WH})\\s+(?:and|or|&)\\s+((?:(?:${PREPOSITION})\\s+)?(?:${WH}))\\s+(.+)$`,
  'iu',
);
const ONE_SUBJECT = new RegExp(`^(which|what|how many|how much)\\s+(.{2,60}?)\\s+(${AUXILIARY})\\b`, 'iu');
const NO_SUBJECT = new RegExp(
  `^(which|what|how many|how much)\\s+(?=(?:${AUXILIARY}|${PREPOSITION})\\b)`,
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

const OF_SOMEBODY = /\b(?:he|she|his|her|their|they)\b/i;
/** Words of a story that does no more than name somebody. */
const LONGEST_NAMED = 14;

const GOES_ON = /^(?:and|or|but|also|only|just|what about|how about)\b/i;
/** What a question says of a story that it stands behind: "who was it", "what is that". */
const POINTS = /\s+(?:is|was|were|are)\s+(?:it|that|this|they|those)\b.*$/i;

/** "Of the two moderators, who …": what all questions of a sentence are about stands before the first. */
const ABOUT_ALL = new RegExp(
  `^((?:(?:of|in|at|among|between|during|for|about|on|from|under)\\s[^?]{3,80}?)(?=[,:])|[^?:,]{3,40}(?=:))[,:]\\s*(?=(?:${WH})\\b)`,
  'iu',
);

/** What events have: "and in which town?" names nothing else. */
const FACT_NOUNS: ReadonlySet<string> = new Set([...DATES_OF_IT, ...PLACES_OF_IT, ...LANGUAGES_OF_IT]);

/** Fewer words than this before a second question leave no first one. */
const SHORTEST = 3;

/** Words that tell what a text is about. */
function contentOf(text: string): string[] {
  return wordsOf(text).filter((word) => isContentWord(word) && !isWeakWord(word));
}

/**
 * @param line a cleaned request that is no command line
 * @returns the questions in it, in order; the line itself where it holds none that can be told apart. At least one.
 * @example partsOf('Hi! Who spoke on visas, and when was it? Thanks')
 *   // [{ text: 'Who spoke on visas', refers: false }, { text: 'when was it?', refers: true }]
 */
function partsOf(line: string): readonly Part[] {
  const sentences = line
    .split(BETWEEN)
    .filter((sentence) => !COURTESY.test(sentence.trim()))
    .map((sentence) => withoutFarewell(sentence.replace(GREETING, '').trim()))
    .filter((sentence) => sentence !== '' && !COURTESY.test(sentence));
  if (sentences.length === 0) return [{ text: line, refers: false }];
  const parts: Part[] = [];
  let story: string[] = [];
  for (const sentence of sentences) {
    const asked = sentence.replace(LEADING, '') || sentence;
    for (const text of questionsIn(asked)) {
      if (!ASKS.test(text) && !SETS_BESIDE.test(text)) {
        story.push(text);
        continue;
      }
      const bare = contentOf(text).every((word) => FACT_NOUNS.has(word));
      const [first] = parts;
      // A question that names nothing asks about what was told before it.
      // … and one that speaks of somebody who was only named before it ("Mr Desai of Deloitte, what is his post?").
      const named =
        parts.length === 0 && OF_SOMEBODY.test(text) && story.join(' ').split(/\s+/).length <= LONGEST_NAMED;
      if ((bare || named) && story.length > 0) parts.push({ text: joined(text, story), refers: false });
      else parts.push({ text, refers: first !== undefined && (bare || REFERS.test(text)) });
      if (bare || named) story = [];
    }
  }
  if (parts.length === 0) return [{ text: story.join(' '), refers: false }];
  return parts.slice(0, MOST_PARTS);
}

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
  const [, slash, name = ''] = /^(\/?)([\p{L}-]+)/u.exec(line) ?? [];
  const command = commands.bare.get(name.toLowerCase());
  // "Hi" alone is help; before a question it is a greeting.
  const named = command !== undefined && (command !== 'help' || line.split(' ').length <= SHORTEST);
  if (slash === '/' || named || /^\s*\/\S/.test(request)) return [whole];
  // The chat's abbreviations are English: "y" is "and" to others.
  const parts = partsOf(looksForeign(wordsOf(line)) ? line : writtenOut(line));
  const [only] = parts;
  // "And the second webinar?" goes on with what was asked before.
  if (only !== undefined && parts.length === 1 && GOES_ON.test(line) && line.endsWith(only.text))
    return [{ ...only, text: line }];
  return parts.length === 0 ? [whole] : parts;
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
  const told = story
    .map((one) => one.replace(LEADING, ''))
    .join(' ')
    .replace(/[?.!]+(?= |$)/g, '');
  return `${question.replace(/[?.!]+$/, '').replace(POINTS, '')} ${told}`;
}

/** The questions of one sentence, each whole. */
function questionsIn(sentence: string): string[] {
  const about = ABOUT_ALL.exec(sentence);
  if (about) {
    const [before, matter = ''] = about;
    const texts = questionsIn(sentence.slice(before.length));
    return texts.length === 1
      ? [sentence]
      : texts.map((text) => `${text.replace(/[?.!\s]+$/, '')} ${matter}`);
  }
  const shared = SHARED.exec(sentence);
  if (shared) {
    const [, preposition = '', one = '', other = '', rest = ''] = shared;
    return [`${preposition}${one} ${rest}`, `${other} ${rest}`];
  }
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
  if (subject && lacking && subject[1]?.toLowerCase() === lacking[1]?.toLowerCase())
    return text.replace(NO_SUBJECT, (asks) => `${asks}${subject[2]} `);
  const verb = VERB_OF.exec(first);
  const none = NO_VERB.exec(text);
  if (verb && none && verb[1]?.toLowerCase() === none[1]?.toLowerCase())
    return text.replace(NO_VERB, (asks) => `${asks}${verb[2]} `);
  return text;
}
