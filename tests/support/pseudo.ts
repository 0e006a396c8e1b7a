/**
 * A language that nobody speaks: English with every message in brackets, so that a word which came from elsewhere shows.
 * What is typed stays as it is.
 */
import type { Catalogue } from '../../src/locales/catalogue.ts';
import { catalogueFor, type Locales } from '../../src/locales/locales.ts';

/** The mark behind a bracket becomes a small one where somebody puts a message into small letters. */
const wrapped = (text: string): string => (text === '' ? '' : `⟦Ⓜ${text}⟧`);

/** What is typed. */
const UNTOUCHED = new Set(['argument']);

/** Any part of a catalogue, said in the pseudo-language. */
export function inPseudo<Part>(part: Part, name = ''): Part {
  return translated(part, name) as Part;
}

function translated(part: unknown, name: string): unknown {
  if (typeof part === 'string') return UNTOUCHED.has(name) ? part : wrapped(part);
  if (typeof part === 'function') return (...values: unknown[]) => wrapped(String(part(...values)));
  if (Array.isArray(part)) return part.map((one) => translated(one, name));
  return Object.fromEntries(
    Object.entries(part as object).map(([key, value]) => [key, translated(value, key)]),
  );
}

/** The tag of the language is no message. */
export const PSEUDO: Catalogue = { ...inPseudo(catalogueFor()), language: catalogueFor().language };

/** For an engine that says everything in the pseudo-language. */
export const PSEUDO_LOCALES: Locales = new Map([['en', PSEUDO]]);

/** What is typed is no word of ours: commands, and the examples of what to type behind them. */
export const TYPED: readonly string[] = Object.entries(PSEUDO.commands).flatMap(([name, { examples }]) => [
  name,
  ...examples.map(({ argument }) => argument),
]);

/** Messages within a message are its named values. */
const MESSAGE = /⟦Ⓜ[^⟦⟧]*⟧/gu;
/** One that was cut has lost its end. */
const CUT_MESSAGE = /⟦Ⓜ[^⟦⟧]*…(?![^⟦]*⟧)/gu;

/** A text with its messages taken out; what is left came from elsewhere. */
export function withoutMessages(text: string): string {
  const rest = text.replaceAll(MESSAGE, ' ').replaceAll(CUT_MESSAGE, '…');
  return rest === text ? text : withoutMessages(rest);
}

/** True where a text is whole messages, one behind the other, and nothing else. */
export const isMessages = (text: string): boolean => withoutMessages(text).trim() === '';

/** Days and months are written by the reader's locale; times name their zone. */
const OF_DATES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december utc'.split(
    ' ',
  ),
);

/** Of a date; or the beginning of a word that was cut, of a date or of the content. */
const isOfDate = (word: string, next: string | undefined, content: Content): boolean =>
  OF_DATES.has(word) ||
  (next === '…' && [...OF_DATES, ...content.keys()].some((one) => one.startsWith(word)));

/** Words in small letters, and the marks of what was cut. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|…/gu) ?? [];

/** The texts that are not the bot's own: whole ones, by the word that they begin with, the longest first. */
export type Content = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Every text of what is held: the knowledge, and what a test asked or names. */
export function contentOf(...held: readonly unknown[]): Content {
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      texts.add(value);
      // Shown by the name of the host alone.
      if (value.startsWith('https://')) texts.add(new URL(value).hostname);
    } else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) collect(one);
  };
  collect(held);
  const content = new Map<string, string[][]>();
  for (const text of texts) {
    const words = wordsOf(text);
    const [first] = words;
    if (first !== undefined) content.set(first, [...(content.get(first) ?? []), words]);
  }
  for (const all of content.values()) all.sort((one, other) => other.length - one.length);
  return content;
}

/** How many words from `at` on are one text of the content, or the beginning of one that was cut, within a word or not. */
function lengthOfContent(words: readonly string[], at: number, content: Content): number {
  for (const text of content.get(words[at] ?? '') ?? []) {
    let length = 0;
    while (length < text.length && text[length] === words[at + length]) length += 1;
    if (length === text.length) return length;
    if (length < CUT) continue;
    const [next = '', after] = words.slice(at + length);
    if (next === '…') return length;
    if (after === '…' && text[length]?.startsWith(next)) return length + 1;
  }
  return 0;
}

/** Words that must be there of what was cut. */
const CUT = 1;

/** The words that stand outside of messages, dates, numbers and content; '' where there are none. */
export function strayWords(text: string, content: Content): string {
  const words = wordsOf(withoutMessages(text));
  const stray: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOfContent(words, at, content);
    const word = words[at] ?? '';
    if (length === 0 && !/^[\p{N}…]+$/u.test(word) && !isOfDate(word, words[at + 1], content))
      stray.push(word);
    at += Math.max(1, length);
  }
  return stray.join(' ');
}
