/**
 * What is asked in a message: people write to a bot as to a colleague, with a greeting, why they ask, several questions at
 * once, and thanks. Greetings, reasons and thanks are left out; each question becomes a part that is read by itself. What a
 * question leaves out because the one before said it ("who came from Canada and who from Indonesia") is filled in again.
 */

import { ASKED_BY_NOUN, REFERRING } from '../lexicon/en/messages.ts';
import { bared } from './around.ts';
import { isBareRequest, isOwnAffair, withoutAsker } from './asides.ts';
import { ASKS, any } from './asks.ts';
import { clean, isTooLong } from './clean.ts';
import { courtesyOf } from './courtesy.ts';
import { looksForeign } from './foreign.ts';
import type { ParseContext } from './parsed.ts';
import { writtenOut } from './prepare.ts';
import { questionsIn, SHORTEST } from './sentence.ts';
import { isBare, storyOf, withStory } from './story.ts';
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

/** "A on visas vs B on visas" asks without a word of asking. */
const COMPARES = /\b(?:vs|versus|compared (?:to|with))\b/i;
const REFERS = new RegExp(`\\b(?:${any(REFERRING)})\\b`, 'iu');

const GOES_ON = /^(?:and|or|but|also|only|just|what about|how about)\b/i;
/** "Moderators please: the fair, the hearing and the round table.": one question of each. */
const LISTED =
  /^([\p{L} ]{3,40}?)(?:\s+please)?(?:\s+of|\s+for)?:\s+(the\s+[^,:?.!]+(?:,\s+(?:and\s+)?the\s+[^,:?.!]+){1,3}?)[.!]*$/iu;
const BETWEEN_LISTED = /,\s+(?:and\s+)?|\s+and\s+(?=the\s)/i;

/** "Somebody from Malta was there. Name?": one noun asks for all that was told. */
const NOUN_ALONE = new RegExp(
  `^(?:(?:the|his|her|their|its)\\s+)?(${Object.keys(ASKED_BY_NOUN).join('|')})[?.!\\s]*$`,
  'iu',
);
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
