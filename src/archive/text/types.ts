/** The types of the text index: what is indexed, what is asked, what is answered. */
import type { AnalysedWord } from '../../text/analyse.ts';

/**
 * What is indexed: named fields of plain text, or of several texts that no phrase runs across. Documents are known by
 * their place in the list, from 0.
 */
export interface TextDocument {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export interface TextIndexOptions {
  /** How much a word in a field counts against one in a field of weight 1. Fields not named weigh 1; 0 leaves a field out. */
  readonly weights?: Readonly<Record<string, number>>;
  /** BM25: how slowly repeated words saturate (1.2). */
  readonly k1?: number;
  /** BM25: how far long documents are held back, 0 to 1 (.75). */
  readonly b?: number;
}

/** Words that must stand one after another, as `analyse` gives them; stop words between them keep their distance. */
export type Phrase = readonly Pick<AnalysedWord, 'term' | 'position'>[];

/** One spelling of a concept: a single analysed term, or a phrase. `weight` (1) is below 1 for what only resembles. */
export type Alternative =
  | { readonly term: string; readonly weight?: number }
  | { readonly phrase: Phrase; readonly weight?: number };

/** One concept of a query: alternatives (synonyms, spellings) that together score as one word would. */
export interface QueryTerm {
  readonly any: readonly Alternative[];
  /** How much the concept counts (1). */
  readonly weight?: number;
}

export interface TextQuery {
  readonly terms: readonly QueryTerm[];
  /** Phrases that a document must hold; they score like the words they are made of. */
  readonly phrases?: readonly Phrase[];
  /** A document that holds one of these is left out. */
  readonly without?: readonly Alternative[];
  /** How many of `terms` a document must match at least (1; 0 where there are phrases). */
  readonly minimum?: number;
  /** One byte per document; 0 leaves the document out. */
  readonly accept?: Uint8Array;
}

export interface Paging {
  /** Most hits given back (10). */
  readonly limit?: number;
  /** Hits passed over (0). */
  readonly offset?: number;
}

export interface TextHit {
  readonly doc: number;
  readonly score: number;
}

export interface TextResult {
  /** All documents that match, whatever the page. */
  readonly total: number;
  /** Best first; equal scores by document number. */
  readonly hits: readonly TextHit[];
  /** True where a document matches the query's term at a place of `terms`. */
  matches(doc: number, place: number): boolean;
}

export interface TextIndex {
  /** Number of documents. */
  readonly size: number;
  /** Number of different terms. */
  readonly terms: number;
  /** Ranked retrieval (BM25). A query with no terms matches by its phrases alone; with neither, nothing. */
  search(query: TextQuery & Paging): TextResult;
  /** In how many documents an analysed term stands. */
  frequency(term: string): number;
  /** How much an analysed term tells (inverse document frequency times burstiness, see weighting.ts); 0 for an unknown one. */
  weight(term: string): number;
  has(term: string): boolean;
  /**
   * The indexed word closest to a misspelt one: at most 1 edit away for 4 to 7 letters, 2 from 8 letters on.
   * Undefined when there is none, when the word is shorter, or when it is known.
   */
  correct(word: string): string | undefined;
  /** Terms of scripts without spaces, and of Korean, that hold `part`; the most frequent first, `most` at most. */
  holding(part: string, most: number): readonly string[];
}
