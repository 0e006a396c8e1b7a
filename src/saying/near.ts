/** What to try when nothing was found: people, topics and lines that are near. Never sessions dressed as results. */
import Fuse from 'fuse.js';
import type { Choice } from '../answer/answer.ts';
import type { Archive } from '../archive/archive.ts';
import type { VocabularyEntry } from '../knowledge/vocabulary.ts';
import { words } from '../locales/en/answers.ts';
import { format } from '../reading/format.ts';
import { EMPTY_QUERY, filter, type Query, valuesOf } from '../reading/query.ts';
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
  return lookUp(text, SHOWN);
}

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

export interface Near {
  readonly choices: readonly Choice[];
}

export interface Surrounding {
  /** Names a widened query for its button; '' where it has no name. */
  label(query: Query): string;
  /** True where a widened query finds something: a suggestion is no dead end. */
  exists(query: Query): Promise<boolean>;
}

/** Looks around a query that found nothing. */
export async function lookNear(query: Query, archive: Archive, around: Surrounding): Promise<Near> {
  const choices: Choice[] = [];
  const { outcome, people } =
    query.words.length > 0 && query.words.length <= 3
      ? await archive.matchName(query.words.join(' '), SHOWN)
      : { outcome: 'none', people: [] };
  if (outcome !== 'none') {
    for (const person of people) {
      choices.push({ label: person.name, line: `speaker by:${person.id}`, kind: 'suggest' });
    }
  }
  for (const { value, name } of nearTopics(query, archive)) {
    choices.push({
      label: name,
      line: format({
        ...EMPTY_QUERY,
        command: query.command === 'speaker' ? 'ask' : query.command,
        filters: [filter('topic', value)],
      }),
      kind: 'suggest',
    });
  }
  for (const wider of widened(query).slice(0, SHOWN)) {
    const name = around.label(wider);
    if (name !== '' && (await around.exists(wider)))
      choices.push({ label: name, line: format(wider), kind: 'suggest' });
  }
  const [speaker] = valuesOf(query, 'by');
  const person = speaker === undefined ? undefined : archive.records.person(speaker);
  if (person)
    choices.unshift({
      label: words.choice.allBy(person.name),
      line: `speaker by:${person.id}`,
      kind: 'suggest',
    });
  return { choices };
}

const COMMAND_NAMES = ['sessions', 'speaker', 'recommendations', 'ask', 'open', 'help'];

/** Commands whose names look like a mistyped one, best first. */
export function nearestCommands(attempted: string): string[] {
  const fuse = new Fuse(COMMAND_NAMES, { threshold: FARTHEST });
  return fuse.search(attempted, { limit: 2 }).map(({ item }) => item);
}
