/**
 * The vocabulary: every term that stands for an entry of the knowledge (topics, groups, goals, action lines, countries,
 * organizations, sessions), found in running words by the longest match. It reads requests and it annotates what was
 * said, so both mean the same by the same words.
 */
import { tokenize } from '../text/analyse.ts';
import type { Knowledge } from './model.ts';

export type VocabularyField = 'topic' | 'group' | 'sdg' | 'line' | 'country' | 'org' | 'session' | 'source';

export interface Meaning {
  readonly field: VocabularyField;
  readonly value: string;
}

export interface VocabularyMatch {
  /** Index of the first word, and how many words. */
  readonly start: number;
  readonly length: number;
  /** What the words can mean; more than one where vocabularies share a term. */
  readonly meanings: readonly Meaning[];
}

export interface Vocabulary {
  /** The longest term that begins at word `from`, or undefined. */
  at(words: readonly string[], from: number): VocabularyMatch | undefined;
  /** All terms in running words, longest first from the left, without overlap. */
  scan(words: readonly string[]): VocabularyMatch[];
  /** The preferred name of an entry, or undefined. */
  name(field: VocabularyField, value: string): string | undefined;
  /** Every entry with its terms, for type-ahead and "did you mean". */
  readonly entries: readonly VocabularyEntry[];
}

export interface VocabularyEntry extends Meaning {
  readonly name: string;
  readonly terms: readonly string[];
}

/** More sessions than this are found by the index alone; their titles would swamp the vocabulary. */
const SESSION_TITLES = 2_000;

/** Singular and plural meet: "migrations" and "migration", "policies" and "policy". Only a plural's ending is taken off. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  if (/(sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A word of a term, and what may follow it. */
interface Node {
  readonly next: Map<string, Node>;
  readonly meanings: Meaning[];
}

const newNode = (): Node => ({ next: new Map(), meanings: [] });

function entriesOf(knowledge: Knowledge): VocabularyEntry[] {
  const entries: VocabularyEntry[] = [];
  for (const topic of knowledge.topics) {
    entries.push({
      field: 'topic',
      value: topic.id,
      name: topic.name,
      terms: [topic.name, ...topic.synonyms],
    });
  }
  for (const group of knowledge.groups) {
    entries.push({
      field: 'group',
      value: group.id,
      name: group.name,
      terms: [group.name, ...group.synonyms],
    });
  }
  for (const goal of knowledge.goals) {
    const terms = [...Object.values(goal.short), ...Object.values(goal.title), ...goal.aliases];
    entries.push({ field: 'sdg', value: String(goal.id), name: goal.short.en ?? `SDG ${goal.id}`, terms });
  }
  for (const line of knowledge.actionLines) {
    const coded = [line.code, `action line ${line.code}`, `al ${line.code}`];
    // A subline is told by code and title together ("C7 e-learning", "C7: e-learning"); the bare code is its parent.
    const own = line.parent
      ? [`${line.code} ${line.title}`, line.title]
      : [...coded, line.title, `${line.code} ${line.title}`];
    entries.push({
      field: 'line',
      value: line.id,
      name: `${line.code} ${line.title}`,
      terms: [...own, ...line.aliases],
    });
  }
  for (const country of knowledge.countries) {
    entries.push({
      field: 'country',
      value: country.id,
      name: country.name,
      terms: [country.name, ...country.aliases],
    });
  }
  for (const organization of knowledge.organizations) {
    const { abbreviation } = organization;
    const terms = [organization.name, ...(abbreviation ? [abbreviation] : []), ...organization.aliases];
    entries.push({ field: 'org', value: organization.id, name: organization.name, terms });
  }
  if (knowledge.sessions.length <= SESSION_TITLES) {
    for (const session of knowledge.sessions) {
      const numbered = session.series?.number
        ? [`session ${session.series.number}`, session.series.number]
        : [];
      // A title of one word is a word like others; an alias is given to be called by.
      const several = [session.title, ...numbered].filter((term) => /\s/.test(term));
      const terms = [...several, ...session.aliases];
      entries.push({ field: 'session', value: session.id, name: session.title, terms });
    }
  }
  for (const source of knowledge.sources) {
    // One word ("report") is too common a word to mean a document.
    const terms = [source.short, source.title, source.kind].filter((term) => /\s/.test(term));
    entries.push({ field: 'source', value: source.id, name: source.short, terms });
  }
  return entries;
}

/** Builds the matcher; linear in the number of terms. */
export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const entries = entriesOf(knowledge);
  const root = newNode();
  const names = new Map<string, string>();
  for (const { field, value, name, terms } of entries) {
    names.set(`${field}:${value}`, name);
    for (const term of terms) {
      let node = root;
      for (const { word } of tokenize(term)) {
        const key = singular(word);
        const next = node.next.get(key) ?? newNode();
        node.next.set(key, next);
        node = next;
      }
      if (node !== root && !node.meanings.some((one) => one.field === field && one.value === value)) {
        node.meanings.push({ field, value });
      }
    }
  }

  const at = (words: readonly string[], from: number): VocabularyMatch | undefined => {
    let best: VocabularyMatch | undefined;
    let node = root;
    for (let place = from; place < words.length; place++) {
      const next = node.next.get(singular(words[place] ?? ''));
      if (next === undefined) break;
      node = next;
      if (node.meanings.length > 0) best = { start: from, length: place - from + 1, meanings: node.meanings };
    }
    return best;
  };

  return {
    at,
    scan(words) {
      const matches: VocabularyMatch[] = [];
      for (let from = 0; from < words.length; ) {
        const match = at(words, from);
        if (match) matches.push(match);
        from += match?.length ?? 1;
      }
      return matches;
    },
    name: (field, value) => names.get(`${field}:${value}`),
    entries,
  };
}
