/** The text index: ranked full-text retrieval over documents held in memory. The public entry of this folder. */
import { type AnalysedWord, analyse } from './analyse.ts';
import type {
  Alternative,
  FeedbackOptions,
  Paging,
  Phrase,
  QueryTerm,
  TextDocument,
  TextIndex,
  TextIndexOptions,
  TextQuery,
  TextResult,
} from './types.ts';

export type { AnalysedWord, Word } from './analyse.ts';
export { analyse, termsOf, tokenize } from './analyse.ts';
export { fold } from './fold.ts';
export type { Span } from './mark.ts';
export { mark } from './mark.ts';
export { STOP_WORDS } from './stop-words.ts';
export type * from './types.ts';

/** The concepts of a plain text: one per different term, weighted by how often it is said. */
export function queryTerms(text: string): QueryTerm[] {
  const counts = new Map<string, number>();
  for (const { term } of analyse(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].map(([term, weight]) => ({ any: [{ term }], weight }));
}

export function createTextIndex(
  documents: readonly TextDocument[],
  options: TextIndexOptions = {},
): TextIndex {
  const k1 = options.k1 ?? 2;
  const b = options.b ?? 0.75;
  const analysed: Map<string, AnalysedWord[]>[] = documents.map(
    ({ fields }) => new Map(Object.entries(fields).map(([name, text]) => [name, analyse(text)])),
  );
  const weightOf = (name: string): number => options.weights?.[name] ?? 1;
  const lengths = analysed.map((fields) => {
    let length = 0;
    for (const [name, words] of fields) length += weightOf(name) * words.length;
    return length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const frequencies = new Map<string, number>();
  for (const fields of analysed) {
    const terms = new Set<string>();
    for (const words of fields.values()) for (const { term } of words) terms.add(term);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const frequency = (term: string): number => frequencies.get(term) ?? 0;
  const weight = (term: string): number => {
    const df = frequency(term);
    return df === 0 ? 0 : Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
  };
  const occurrences = (doc: number, phrase: Phrase): number => {
    const first = phrase[0];
    if (first === undefined) return 0;
    let count = 0;
    for (const [name, words] of analysed[doc] ?? []) {
      const at = new Map(words.map((word) => [word.position, word.term]));
      for (const word of words) {
        if (phrase.every((part) => at.get(word.position + part.position - first.position) === part.term)) {
          count += weightOf(name);
        }
      }
    }
    return count;
  };
  const phraseOf = (one: Alternative): Phrase =>
    'phrase' in one ? one.phrase : [{ term: one.term, position: 0 }];
  const score = (doc: number, term: QueryTerm): number => {
    let x = 0;
    let idf = Number.POSITIVE_INFINITY;
    const norm = k1 * (1 - b + (b * (lengths[doc] ?? 0)) / (average || 1));
    for (const one of term.any) {
      const phrase = phraseOf(one);
      x += ((one.weight ?? 1) * occurrences(doc, phrase)) / norm;
      const known = phrase.map((part) => weight(part.term)).filter((value) => value > 0);
      if (known.length > 0) idf = Math.min(idf, Math.max(...known));
    }
    return x === 0 ? 0 : (((term.weight ?? 1) * (k1 + 1) * x) / (1 + x)) * idf;
  };

  function search(query: TextQuery & Paging): TextResult {
    const hits: { doc: number; score: number; matched: number[] }[] = [];
    const phrases = query.phrases ?? [];
    for (let doc = 0; doc < documents.length; doc++) {
      if (query.accept && !query.accept[doc]) continue;
      const scores = query.terms.map((term) => score(doc, term));
      const matched = scores.flatMap((value, place) => (value > 0 ? [place] : []));
      if (query.terms.length > 0 && matched.length < (query.minimum ?? 1)) continue;
      if (query.terms.length === 0 && phrases.length === 0) continue;
      if (!phrases.every((phrase) => phrase.length === 0 || occurrences(doc, phrase) > 0)) continue;
      if (query.without?.some((one) => occurrences(doc, phraseOf(one)) > 0)) continue;
      let total = scores.reduce((sum, value) => sum + value, 0);
      for (const phrase of phrases) for (const { term } of phrase) total += score(doc, { any: [{ term }] });
      hits.push({ doc, score: total, matched });
    }
    hits.sort((one, other) => other.score - one.score || one.doc - other.doc);
    const offset = query.offset ?? 0;
    return { total: hits.length, hits: hits.slice(offset, offset + (query.limit ?? 10)) };
  }

  return {
    size: documents.length,
    terms: frequencies.size,
    search,
    frequency,
    weight,
    has: (term) => frequencies.has(term),
    correct: (_word) => undefined,
    feedback: (query, _options?: FeedbackOptions) => query,
  };
}
