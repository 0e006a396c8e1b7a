/**
 * What is asked in a message: people write to a bot as to a colleague, with a greeting, why they ask, and thanks. Of several
 * sentences the question is read; where it names nothing itself ("… Who?"), with the sentences before it.
 */
import { isWeakWord } from '../text/weak-words.ts';
import { isContentWord } from './scan.ts';
import { wordsOf } from './tokens.ts';

/** A sentence ends with a question or exclamation mark, or with a full stop behind a word that is no abbreviation. */
const BETWEEN =
  /(?<=[?!])\s+|(?<=\p{L}{3}\.)(?<!\b(?:mrs|prof|dept|univ|govt|incl|approx|resp|para|vol|rev|hon|eng)\.)\s+(?=\p{L})/iu;

const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|thanks?|thank you|many thanks|thx|cheers|(?:best|kind|warm) (?:regards|wishes)|regards|sorry|excuse me|much appreciated)\b[^?]*$/i;
/** A greeting that a comma parts from what is asked. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\b(?: [\p{L}@-]+){0,3}[,:!] */iu;
const FAREWELL =
  /[\s,;.!-]+(?:please|pls|plz|kindly|thanks?(?: you)?(?: (?:so|very) much)?|thx|many thanks|in advance|cheers|if possible|asap|all of them|if you can)[\s.!]*(\??)$/i;

const ASKS =
  /^(?:(?:so|and|but|well|ok|okay|please|pls|now) )*(?:who|whom|whose|what|whats|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|would|will|should|tell|show|list|give|find|name|remind)\b/i;

/** A second question about the same, told by a pronoun: the first says what it is about. */
const SECOND =
  /,? and (?:(?:on|at|in|by|for|to|from|since) )?(?:who|whom|what|which|when|where|why|how)\b(?=[^?]*\b(?:it|they|them|he|she|his|her|their|its|that|this|there)\b)[^?]*\??$/i;
/** "… and when?" asks one thing more, which the source tells beside the first. */
const ALONE = /,? and (?:(?:by|since) )?(?:when|where|why|how|by whom)\??$/i;
const QUESTION_WORD = /^(?:who|what|which|when|where|why|how)\b/i;
/** Fewer words than this before it leave no question. */
const SHORTEST_FIRST = 3;
/** "Somebody warned of that. Who?" */
const SOMEBODY = /^(?:somebody|someone|one of (?:the|them)(?: \p{L}+)?|an? \p{L}+) /iu;

/**
 * @param line a cleaned request that is no command line
 * @returns what of it is to be read; the line itself where nothing is to be left out
 */
export function askedIn(line: string): string {
  const sentences = line
    .split(BETWEEN)
    .map((sentence) => sentence.replace(GREETING, '').trim())
    .filter((sentence) => sentence !== '' && !COURTESY.test(sentence))
    .map(withoutFarewell);
  if (sentences.length === 0) return line;
  return oneQuestion(sentences.length === 1 ? (sentences[0] as string) : chosen(sentences));
}

function withoutFarewell(sentence: string): string {
  let text = sentence.trim();
  for (let shorter = text.replace(FAREWELL, '$1'); shorter !== text && shorter !== ''; ) {
    text = shorter;
    shorter = text.replace(FAREWELL, '$1');
  }
  return text;
}

/** The first question that names something; one that names nothing with all the rest. */
function chosen(sentences: readonly string[]): string {
  const questions = sentences.filter((sentence) => sentence.endsWith('?') || ASKS.test(sentence));
  const [first] = questions;
  if (first === undefined) return sentences.join(' ');
  const telling = questions.find(namesSomething);
  if (telling !== undefined) return telling;
  const rest = sentences.filter((sentence) => sentence !== first);
  const isWho = /^who\b/i.test(first);
  const told = [first, ...rest.map((sentence) => (isWho ? sentence.replace(SOMEBODY, '') : sentence))].join(
    ' ',
  );
  return told.replace(/[?.!]+(?= |$)/g, '').trim() || told;
}

const namesSomething = (sentence: string): boolean =>
  wordsOf(sentence).some((word) => isContentWord(word) && !isWeakWord(word));

function oneQuestion(sentence: string): string {
  if (!QUESTION_WORD.test(sentence)) return sentence;
  const first = sentence.replace(SECOND, '').replace(ALONE, '');
  return first.split(' ').length >= SHORTEST_FIRST ? first : sentence;
}
