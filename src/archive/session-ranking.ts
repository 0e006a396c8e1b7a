/** Ranking root sessions: by what they are called, and by what was said in them. */
import type { Search } from './archive.ts';
import type { Equivalents } from './equivalents.ts';
import type { Ranked } from './found.ts';
import type { SessionIndex } from './session-index.ts';
import type { Phrase, TextIndex, TextResult } from './text/text-index.ts';
import { coverageOf, hasNoWords, type PreparedWords, prepareWords } from './text-query.ts';

const RANKED = 2_000;
/** What a session is called tells more than what was said in it. */
const IDENTITY = 3;

/** Scores by session. */
type Scores = Map<number, number>;
type WeighedIndex = readonly [index: () => TextIndex, factor: number];
type Indexes = readonly WeighedIndex[];

/** By what sessions are ranked: what they are called alone, or what was said in them as well. */
export type RankedBy = 'everything' | 'identity';

interface SessionRanking {
  readonly ranked: readonly Ranked[];
  readonly words: PreparedWords;
  /** The equivalents that it was made with. */
  readonly alike: Equivalents;
}

function indexesOf({ identities, contents }: SessionIndex, by: RankedBy): Indexes {
  const called: WeighedIndex = [identities, IDENTITY];
  return by === 'identity' ? [called] : [called, [contents, 1]];
}

function add(scores: Scores, doc: number, score: number): void {
  scores.set(doc, (scores.get(doc) ?? 0) + score);
}

/** The sessions that hold every phrase, each in what they are called or in what was said there. */
function holdingPhrases(
  phrases: readonly Phrase[],
  indexes: Indexes,
  accept: Uint8Array,
  limit: number,
): Scores {
  const found = phrases.map((phrase) => {
    const scores: Scores = new Map();
    for (const [index, factor] of indexes) {
      const { hits } = index().search({ terms: [], phrases: [phrase], accept, limit });
      for (const { doc, score } of hits) add(scores, doc, score * factor);
    }
    return scores;
  });
  const [first = new Map<number, number>(), ...others] = found;
  const inAll: Scores = new Map();
  for (const [doc, own] of first) {
    if (!others.every((scores) => scores.has(doc))) continue;
    inAll.set(
      doc,
      others.reduce((sum, scores) => sum + (scores.get(doc) ?? 0), own),
    );
  }
  return inAll;
}

/** Adds what the terms score; gives back what matched, for the coverage. */
function addWords(
  scores: Scores,
  indexes: Indexes,
  { terms }: PreparedWords,
  accept: Uint8Array,
): TextResult[] {
  return indexes.map(([index, factor]) => {
    const result = index().search({ terms, accept, limit: RANKED });
    for (const { doc, score } of result.hits) add(scores, doc, score * factor);
    return result;
  });
}

/** Takes out what holds one of the words that are not wanted, wherever it stands. */
function excludeWords(scores: Scores, index: SessionIndex, { without }: PreparedWords): void {
  if (without.length === 0) return;
  const terms = without.map((one) => ({ any: [one] }));
  for (const [text] of indexesOf(index, 'everything')) {
    const { hits } = text().search({ terms, limit: index.roots.length });
    for (const { doc } of hits) scores.delete(doc);
  }
}

/** Adds to what was found what the literal words score: they put first, and find nothing. */
function addLiteral(
  scores: Scores,
  indexes: Indexes,
  { literal }: Search,
  accept: Uint8Array,
  alike: Equivalents,
): void {
  if (literal.length === 0 || scores.size === 0) return;
  const words = { words: literal, concepts: [], phrases: [], without: [] };
  const { terms } = prepareWords(words, () => indexes.map(([index]) => index()), alike);
  for (const [index, factor] of indexes) {
    for (const { doc, score } of index().search({ terms, accept, limit: RANKED }).hits)
      if (scores.has(doc)) add(scores, doc, score * factor);
  }
}

/** Direct ones first, best first, then the newest. */
function inOrder(firstDays: readonly string[]): (one: Ranked, other: Ranked) => number {
  const byDay = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);
  return (one, other) =>
    Number(one.related) - Number(other.related) ||
    other.score - one.score ||
    byDay(firstDays[one.doc] as string, firstDays[other.doc] as string) ||
    one.doc - other.doc;
}

/** All sessions that fit, in the order in which they are shown. */
export function rankSessions(
  index: SessionIndex,
  search: Search,
  by: RankedBy,
  alike: Equivalents,
): SessionRanking {
  const { roots, facets, firstDays } = index;
  const indexes = indexesOf(index, by);
  const { accept, related } = facets.evaluate(search.conditions);
  const words = prepareWords(search, () => indexes.map(([text]) => text()), alike);
  let scores: Scores = new Map();
  if (words.phrases.length > 0) {
    scores = holdingPhrases(words.phrases, indexes, accept, roots.length);
    for (let doc = 0; doc < roots.length; doc++) if (!scores.has(doc)) accept[doc] = 0;
  }
  let results: TextResult[] = [];
  if (!hasNoWords(search)) results = addWords(scores, indexes, words, accept);
  else for (let doc = 0; doc < roots.length; doc++) if (accept[doc]) scores.set(doc, 0);
  excludeWords(scores, index, words);
  addLiteral(scores, indexes, search, accept, alike);
  const ranked: Ranked[] = [];
  for (const [doc, score] of scores) {
    const coverage = coverageOf(doc, results, words);
    if (coverage >= search.coverage) ranked.push({ doc, score, coverage, related: related[doc] === 1 });
  }
  return { ranked: ranked.sort(inOrder(firstDays)), words, alike };
}
