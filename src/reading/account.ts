/**
 * What became of each word of a question: a condition, a word that is searched for, a word of the question's form, one that
 * was read as another, or one that the archive does not know. Whoever reads the answer can see what it does not say.
 */
import type { Archive } from '../archive/archive.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { dateAt } from './dates.ts';
import { type Filter, filter, type Query, type Term, valuesOf } from './query.ts';
import { isContentWord } from './scan.ts';
import { wordsOf } from './tokens.ts';

export type Use = 'condition' | 'match' | 'form' | 'corrected' | 'unused';

/** A word of the question, folded, and what became of it. */
export interface WordUse {
  readonly word: string;
  readonly use: Use;
  /** For `corrected`: the word that was read instead. */
  readonly as?: string;
}

/** Fields whose terms name one thing: leaving one out changes what is asked. */
const NAMING: ReadonlySet<string> = new Set(['org', 'country', 'session', 'source', 'sdg', 'line']);

/** Words between whose event it is and what kind of event: "the ECOSOC SDG 8 segment". */
const EVENT_WITHIN = 3;

interface Named {
  readonly from: number;
  readonly length: number;
  readonly meanings: readonly Term[];
}

function namedIn(words: readonly string[], vocabulary: Vocabulary): Named[] {
  const found: Named[] = [];
  for (let from = 0; from < words.length; ) {
    const match = vocabulary.at(words, from);
    const usable = match !== undefined && (match.length > 1 || isContentWord(words[from] ?? ''));
    if (usable) found.push({ from, length: match.length, meanings: match.meanings });
    from += usable ? match.length : 1;
  }
  return found;
}

/** Every value that a query demands or leaves out. */
function valuesIn(query: Query): ReadonlySet<string> {
  const values = new Set(query.filters.flatMap(({ any }) => any.map(({ value }) => value)));
  if (query.target !== undefined) values.add(query.target);
  return values;
}

/** Whether a query says what is named: as a condition, or with all of its words. */
function says(query: Query, values: ReadonlySet<string>, words: readonly string[], named: Named): boolean {
  if (named.meanings.some(({ value }) => values.has(value))) return true;
  const searched = new Set([
    ...query.words,
    ...query.literal,
    ...query.phrases.flatMap((one) => one.split(' ')),
    ...query.without,
  ]);
  const parts = query.filters.flatMap(({ any }) => any.flatMap(({ value }) => value.split(/[+-]/)));
  return words
    .slice(named.from, named.from + named.length)
    .every((word) => !isContentWord(word) || searched.has(word) || parts.includes(word));
}

/**
 * The organizations, countries, events and goals that a text names and a reading of it lost, as conditions.
 * @param text a question
 */
export function lostIn(
  text: string,
  query: Query,
  { vocabulary, records }: Pick<Archive, 'vocabulary' | 'records'>,
): Filter[] {
  if (query.command === 'help' || query.command === 'open') return [];
  const words = wordsOf(text);
  const ofEvent = valuesOf(query, 'session').length > 0;
  // "At the ECOSOC segment": whose event it is says which event is meant.
  const namesEvent = ({ from, length }: Named): boolean =>
    ofEvent && words.slice(from + length, from + length + EVENT_WITHIN).some((word) => EVENT_NOUNS.has(word));
  // "The vice-president of the IOE": whom somebody stands for is said with who it is.
  const affiliations = valuesOf(query, 'by').flatMap((id) =>
    records.appearancesOf(id).flatMap(({ organization }) => organization ?? []),
  );
  const values = new Set([...valuesIn(query), ...affiliations]);
  return namedIn(words, vocabulary)
    .filter(
      (named) =>
        named.meanings.some(({ field }) => NAMING.has(field)) &&
        !namesEvent(named) &&
        !says(query, values, words, named),
    )
    .map(({ meanings }) => {
      const [only] = meanings.filter(({ field }) => NAMING.has(field));
      return filter(only?.field ?? 'org', only?.value ?? '');
    });
}

/**
 * @param text a question
 * @param corrected misspelt words and what they were read as
 */
export async function account(
  text: string,
  query: Query,
  corrected: ReadonlyMap<string, string>,
  archive: Archive,
  now: Date,
): Promise<readonly WordUse[]> {
  const words = wordsOf(text);
  const values = valuesIn(query);
  const conditions = new Set<number>();
  const mark = (from: number, length: number): void => {
    for (let place = from; place < from + length; place++) conditions.add(place);
  };
  for (const { from, length, meanings } of namedIn(words, archive.vocabulary))
    if (meanings.some(({ value }) => values.has(value))) mark(from, length);
  const dated = query.filters.some(({ any }) => any.some(({ field }) => field === 'date'));
  if (dated)
    for (let from = 0; from < words.length; from++) mark(from, dateAt(words, from, now)?.length ?? 0);
  const names = new Set(
    query.filters.flatMap(({ any }) =>
      any.flatMap(({ value }) => wordsOf(archive.records.person(value)?.name ?? '')),
    ),
  );
  const searched = new Set([
    ...query.words,
    ...query.literal,
    ...query.phrases.flatMap((one) => one.split(' ')),
    ...query.without,
  ]);
  const uses: WordUse[] = [];
  for (const [place, word] of words.entries()) {
    if (!isContentWord(word)) continue;
    const as = corrected.get(word);
    if (as !== undefined) uses.push({ word, use: 'corrected', as });
    else if (conditions.has(place) || names.has(word)) uses.push({ word, use: 'condition' });
    else if (searched.has(word))
      uses.push({ word, use: (await archive.knowsWord(word)) ? 'match' : 'unused' });
    else uses.push({ word, use: 'form' });
  }
  return uses;
}
