/**
 * The vocabulary: every term that stands for an entry of the knowledge (topics, groups, goals, action lines, countries,
 * organizations, sessions), found in running words by the longest match. It reads requests and it annotates what was
 * said, so both mean the same by the same words.
 */
import { tokenizeOnce } from '../text/analyse.ts';
import { isUnspaced } from '../text/characters.ts';
import { isOrdinary } from '../text/ordinary.ts';
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
  /**
   * The folded words of a text. An abbreviation that is an ordinary word in small letters (WHO, IT, CARE) stands in capitals
   * where the text has it so and means an entry by it.
   */
  wordsIn(text: string): string[];
  /** The longest term that begins at word `from`, or undefined. Two words may be one of a term: "policy makers". */
  at(words: readonly string[], from: number): VocabularyMatch | undefined;
  /** All terms in running words, longest first from the left, without overlap; the whole names of people are passed over. */
  scan(words: readonly string[]): VocabularyMatch[];
  /**
   * The person whose whole name begins at word `from`, where one of its words would be taken for something else: a country,
   * a month, a small word ("Jordan Peters", "May Chen", "Will Hastings"). Undefined elsewhere.
   */
  personAt(words: readonly string[], from: number): PersonMatch | undefined;
  /** The preferred name of an entry, or undefined. */
  name(field: VocabularyField, value: string): string | undefined;
  /** Every entry with its terms, for type-ahead and "did you mean". */
  readonly entries: readonly VocabularyEntry[];
}

export interface PersonMatch {
  /** Ids of those who have the name. */
  readonly people: readonly string[];
  /** How many words. */
  readonly length: number;
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
interface Node<Meant> {
  readonly next: Map<string, Node<Meant>>;
  readonly meanings: Meant[];
}

const newNode = <Meant>(): Node<Meant> => ({ next: new Map(), meanings: [] });

/** The node of these keys, made where it is missing. */
function grow<Meant>(root: Node<Meant>, keys: readonly string[]): Node<Meant> {
  let node = root;
  for (const key of keys) {
    const next = node.next.get(key) ?? newNode<Meant>();
    node.next.set(key, next);
    node = next;
  }
  return node;
}

/** A word of a script without spaces is looked up letter by letter, wherever a text of it is cut into words. */
function keysOf(word: string): readonly string[] {
  return isUnspaced(word) ? [...word] : [singular(word)];
}

/** The node that a word leads to. */
function stepOver<Meant>(node: Node<Meant>, word: string): Node<Meant> | undefined {
  if (!isUnspaced(word)) return node.next.get(singular(word));
  let at: Node<Meant> | undefined = node;
  for (const letter of word) at = at?.next.get(letter);
  return at;
}

const HYPHEN = /(?<=[\p{L}\p{M}])[-‐‑](?=\p{L})/gu;

/** The ways of writing a term with hyphens: joined as some are, parted, and as one word. */
function spellingsOf(term: string): readonly string[] {
  const parted = term.replace(HYPHEN, ' ');
  return parted === term ? [term] : [term, parted, term.replace(HYPHEN, '')];
}

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

/** Longest abbreviation that may be an ordinary word. */
const LONGEST_ABBREVIATION = 12;
/** Characters on either side that tell whether a text shouts. */
const SURROUNDINGS = 60;

/** True for a term such as WHO: in capitals, and in small letters a word that means no entry. */
function isOrdinaryAbbreviation(term: string): boolean {
  return /^\p{Lu}{2,}$/u.test(term) && term.length <= LONGEST_ABBREVIATION && isOrdinary(term.toLowerCase());
}

/** True where not all of what is around a word is in capitals too. */
function standsOut(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS);
  return /\p{Ll}/u.test(around) || !/\s/.test(around.trim());
}

/** Shortest word that two words of a text make together. */
const SHORTEST_JOINED = 6;
const JOINABLE = /^[a-z]{2,}$/;

/** Builds the matcher; linear in the number of terms. */
export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const entries = entriesOf(knowledge);
  const root = newNode<Meaning>();
  const names = new Map<string, string>();
  const capitals = new Set<string>();
  for (const { field, value, name, terms } of entries) {
    names.set(`${field}:${value}`, name);
    for (const term of terms) {
      const abbreviated = isOrdinaryAbbreviation(term);
      if (abbreviated) capitals.add(term);
      for (const spelling of spellingsOf(term)) {
        const keys = abbreviated
          ? [term]
          : tokenizeOnce(spelling).flatMap(({ word }): readonly string[] => keysOf(word));
        if (keys.length === 0) continue;
        const { meanings } = grow(root, keys);
        if (!meanings.some((one) => one.field === field && one.value === value))
          meanings.push({ field, value });
      }
    }
  }
  const people = createPeople(knowledge, root);

  /** An abbreviation in capitals may be a word of a longer term as well. */
  const stepFrom = (node: Node<Meaning>, word: string): Node<Meaning> | undefined =>
    stepOver(node, word) ?? (capitals.has(word) ? node.next.get(word.toLowerCase()) : undefined);

  const longest = (words: readonly string[], from: number): VocabularyMatch | undefined => {
    let best: VocabularyMatch | undefined;
    let node: Node<Meaning> | undefined = root;
    for (let place = from; place < words.length; place++) {
      node = stepFrom(node, words[place] ?? '');
      if (node === undefined) break;
      if (node.meanings.length > 0) best = { start: from, length: place - from + 1, meanings: node.meanings };
    }
    return best;
  };

  /** The same where two words may be written as the one that they are. */
  const longestJoined = (words: readonly string[], from: number): VocabularyMatch | undefined => {
    let best = longest(words, from);
    let open: (readonly [Node<Meaning>, number])[] = [[root, from]];
    while (open.length > 0) {
      const after: typeof open = [];
      for (const [node, place] of open) {
        const [word = '', next = ''] = words.slice(place, place + 2);
        const own = word === '' ? undefined : stepFrom(node, word);
        if (own !== undefined) after.push([own, place + 1]);
        const isLong = word.length + next.length >= SHORTEST_JOINED;
        const both = isLong && JOINABLE.test(word) && JOINABLE.test(next) ? singular(word + next) : '';
        const joined = both === '' ? undefined : node.next.get(both);
        if (joined !== undefined) after.push([joined, place + 2]);
      }
      for (const [{ meanings }, end] of after) {
        const length = end - from;
        if (meanings.length > 0 && length > (best?.length ?? 0)) best = { start: from, length, meanings };
      }
      open = after;
    }
    return best;
  };

  return {
    wordsIn(text) {
      return tokenizeOnce(text).map(({ word, start, end }) => {
        if (capitals.size === 0 || end - start > LONGEST_ABBREVIATION) return word;
        const written = text.slice(start, end);
        return capitals.has(written) && standsOut(text, start, end) ? written : word;
      });
    },
    at: longestJoined,
    scan(words) {
      const matches: VocabularyMatch[] = [];
      for (let from = 0; from < words.length; ) {
        const person = people(words, from);
        const match = person === undefined ? longest(words, from) : undefined;
        if (match) matches.push(match);
        from += person?.length ?? match?.length ?? 1;
      }
      return matches;
    },
    personAt: people,
    name: (field, value) => names.get(`${field}:${value}`),
    entries,
  };
}

const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** Reads whole names of which a word means something else by itself. */
function createPeople(knowledge: Knowledge, terms: Node<Meaning>): Vocabulary['personAt'] {
  const isTaken = (word: string): boolean =>
    MONTHS.has(word) || (terms.next.get(singular(word))?.meanings.length ?? 0) > 0 || isOrdinary(word);
  const root = newNode<string>();
  for (const { id, name, aliases } of knowledge.people) {
    for (const known of [name, ...aliases]) {
      if (
        !known
          .toLowerCase()
          .split(/[\s-]+/)
          .some(isTaken)
      )
        continue;
      const words = tokenizeOnce(known).map(({ word }) => word);
      if (words.length < 2) continue;
      const { meanings } = grow(root, words);
      if (!meanings.includes(id)) meanings.push(id);
    }
  }
  return (words, from) => {
    let node = root.next.get(words[from] ?? '');
    let best: PersonMatch | undefined;
    for (let place = from + 1; node !== undefined && place < words.length; place++) {
      node = node.next.get(words[place] ?? '');
      if (node !== undefined && node.meanings.length > 0)
        best = { people: node.meanings, length: place + 1 - from };
    }
    return best;
  };
}
