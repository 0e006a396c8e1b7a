/** What to try when nothing was found: people, topics and lines that are near. Never sessions dressed as results. */
import Fuse from 'fuse.js';
import type { Choice } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import type { Person } from '../knowledge/model.ts';
import type { VocabularyEntry } from '../knowledge/vocabulary.ts';
import { format } from '../reading/format.ts';
import { EMPTY_QUERY, filter, type Query, valuesOf } from '../reading/query.ts';
import { wordsOf } from '../reading/tokens.ts';
import { nearest } from '../text/nearest.ts';
import type { Context } from './context.ts';
import type { Instead } from './nothing.ts';
import { createLookUp, FARTHEST, type LookUp } from './term-lookup.ts';

/** Fewer letters are near to everything. */
const SHORTEST = 4;
const SHOWN = 3;

/** The look-up of topic names, one per archive. */
const lookUps = new WeakMap<Archive, LookUp>();

/** Topics whose names look like the query's words, best first. */
function nearTopics(query: Query, archive: Archive): readonly VocabularyEntry[] {
  const text = query.words.join(' ');
  if (text.length < SHORTEST) return [];
  let lookUp = lookUps.get(archive);
  if (lookUp === undefined) {
    lookUp = createLookUp(archive.vocabulary.entries.filter(({ field }) => field === 'topic'));
    lookUps.set(archive, lookUp);
  }
  return lookUp(text, FOUND)
    .filter(({ name }) => looksLike(query.words, wordsOf(name)))
    .slice(0, SHOWN);
}

/** Names that are looked up, of which some only hold the letters. */
const FOUND = 10;

/** Whether a word of the one is a word of the other, the beginning of one, or a slip of one. */
const looksLike = (words: readonly string[], names: readonly string[]): boolean =>
  words.some(
    (word) =>
      names.some((name) => name.startsWith(word)) || nearest(word, names.filter(isLong)) !== undefined,
  );

const isLong = ({ length }: string): boolean => length >= SHORTEST;

/** Widened forms of a query: without its words, or without one of its filters. */
function widened(query: Query): Query[] {
  const wider: Query[] = [];
  if (query.words.length > 0 && query.filters.length > 0)
    wider.push({ ...query, words: [], phrases: [], without: [], page: 1 });
  if (query.filters.length > 1) {
    for (const one of query.filters) {
      wider.push({ ...query, filters: query.filters.filter((other) => other !== one), page: 1 });
    }
  }
  return wider;
}

/** What is near to a query that found nothing, the best first. */
export interface Near {
  readonly people: readonly Person[];
  readonly topics: readonly VocabularyEntry[];
  /** Widened forms of the query that find something: a suggestion is no dead end. */
  readonly wider: readonly Query[];
}

export const NOTHING_NEAR: Near = { people: [], topics: [], wider: [] };

/**
 * Looks around a query that found nothing.
 * @param exists true where a widened query finds something; nothing is widened without it
 */
export async function lookNear(
  query: Query,
  archive: Archive,
  exists?: (query: Query) => Promise<boolean>,
): Promise<Near> {
  const { outcome, people } =
    query.words.length > 0 && query.words.length <= 3
      ? await archive.matchName(query.words.join(' '), SHOWN)
      : { outcome: 'none', people: [] };
  const wider: Query[] = [];
  if (exists !== undefined)
    for (const one of widened(query).slice(0, SHOWN)) if (await exists(one)) wider.push(one);
  return { people: outcome === 'none' ? [] : people, topics: nearTopics(query, archive), wider };
}

/**
 * What is near, by name and as buttons.
 * @param label names a widened query; '' where it has no name
 */
export function insteadOf(
  query: Query,
  { people, topics, wider }: Near,
  context: Context,
  label: (query: Query) => string = () => '',
): Instead {
  const [speaker] = valuesOf(query, 'by');
  const person = speaker === undefined ? undefined : context.records.person(speaker);
  const command = query.command === 'speaker' ? 'ask' : query.command;
  const own: Choice[] =
    person === undefined
      ? []
      : [{ label: context.says.choice.allBy(person.name), line: lineOf.speaker(person.id), kind: 'suggest' }];
  const named = [
    ...people.map(({ id, name }): Choice => ({ label: name, line: lineOf.speaker(id), kind: 'suggest' })),
    ...topics.map(({ value, name }): Choice => {
      const line = format({ ...EMPTY_QUERY, command, filters: [filter('topic', value)] });
      return { label: name, line, kind: 'suggest' };
    }),
  ];
  // All that somebody said is among the steps already.
  const others = wider.filter(
    ({ filters, words }) => person === undefined || filters.length + words.length > 1,
  );
  const less = others.flatMap((one): Choice[] => {
    const text = label(one);
    return text === '' ? [] : [{ label: text, line: format(one), kind: 'suggest' }];
  });
  return {
    near: named.map(({ label: name }) => name),
    steps: [...own, ...named, ...less],
    ...(own.length + less.length > 0 ? { lead: context.says.nothing.wider } : {}),
  };
}

const COMMAND_NAMES = ['sessions', 'speaker', 'recommendations', 'ask', 'open', 'help'];

/** Commands whose names look like a mistyped one, best first. */
export function nearestCommands(attempted: string): string[] {
  const fuse = new Fuse(COMMAND_NAMES, { threshold: FARTHEST });
  return fuse.search(attempted, { limit: 2 }).map(({ item }) => item);
}
