/**
 * A language that nobody speaks: English with every message in brackets, so that a word which came from elsewhere shows.
 * What is typed stays as it is.
 */
import type { Catalogue } from '../../src/locales/catalogue.ts';
import { catalogueFor, type Locales } from '../../src/locales/locales.ts';

/** The mark behind a bracket becomes a small one where somebody puts a message into small letters. */
const wrapped = (text: string): string => (text === '' ? '' : `⟦Ⓜ${text}⟧`);

/** What is typed, and the language's tag. */
const UNTOUCHED = new Set(['argument', 'line', 'language']);

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

export const PSEUDO: Catalogue = inPseudo(catalogueFor());

/** For an engine that says everything in the pseudo-language. */
export const PSEUDO_LOCALES: Locales = new Map([['en', PSEUDO]]);

/** Messages within a message are its named values. */
const MESSAGE = /⟦Ⓜ[^⟦⟧]*⟧/gu;

/** A text with its messages taken out; what is left came from elsewhere. */
export function withoutMessages(text: string): string {
  const rest = text.replaceAll(MESSAGE, ' ');
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

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The texts that are not the bot's own: whole ones, by the word that they begin with, the longest first. */
export type Content = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Every text of what is held: the knowledge, and what a test asked or names. */
export function contentOf(...held: readonly unknown[]): Content {
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null)
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

/** How many words from `at` on are one text of the content; of a text that was cut, the last words may begin one. */
function lengthOfContent(words: readonly string[], at: number, content: Content, cut: boolean): number {
  const isHere = (text: readonly string[], length: number): boolean =>
    text.slice(0, length).every((word, place) => word === words[at + place]);
  const left = words.length - at;
  for (const text of content.get(words[at] ?? '') ?? [])
    if (text.length <= left ? isHere(text, text.length) : cut && left >= CUT && isHere(text, left))
      return Math.min(text.length, left);
  return 0;
}

/** Texts are cut only where they are long. */
const CUT = 6;

/** The words that stand outside of messages, dates, numbers and content; '' where there are none. */
export function strayWords(text: string, content: Content): string {
  const words = wordsOf(withoutMessages(text));
  const stray: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOfContent(words, at, content, text.endsWith('…'));
    const word = words[at] ?? '';
    if (length === 0 && !OF_DATES.has(word) && !/^\p{N}+$/u.test(word)) stray.push(word);
    at += Math.max(1, length);
  }
  return stray.join(' ');
}
