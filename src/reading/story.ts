/**
 * A question and what was told before it: which of the story's words belong to what is asked.
 */

import { DATES_OF_IT, LANGUAGES_OF_IT, PLACES_OF_IT } from '../lexicon/en/follow-ups.ts';
import { LEADING } from './around.ts';
import { contentOf, takeApart } from './asides.ts';
import type { Part } from './parts.ts';
import { isContentWord } from './scan.ts';
import { wordsOf } from './tokens.ts';

const OF_SOMEBODY = /\b(?:he|she|his|her|their|they|both|neither|either)\b/i;
/** Words of a story that does no more than name somebody. */
const LONGEST_NAMED = 14;

/** What a question says of a story that it stands behind: "who was it", "what is that". */
const OF_THEM =
  /\s+of\s+(?:them|those|these|it|that)(?=\s*$|\s*[?.,]|\s+(?:and|or|by|in)\b)|\s+(?:exactly|again|please|there)$/gi;
const POINTS = /\s+(?:is|was|were|are)\s+(?:it|that|this|they|those)\b(?!\s+(?:that|who)\s+\S).*$/i;

/** What events have: "and in which town?" names nothing else. */
const FACT_NOUNS: ReadonlySet<string> = new Set([...DATES_OF_IT, ...PLACES_OF_IT, ...LANGUAGES_OF_IT]);
/** A question that goes on with what was told before it; undefined where it stands by itself. */
export function withStory(text: string, story: readonly string[]): Part | undefined {
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
export function storyOf(story: readonly string[]): Part {
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
