/** The best k of many scored documents: a heap with the worst kept at its root. */

export interface ScoredDocument {
  readonly doc: number;
  readonly score: number;
}

export interface TopHits {
  /** The score that a document must reach to be kept. */
  readonly threshold: number;
  offer(doc: number, score: number): void;
  /** The kept documents, best first, equal scores by document number. Empties the heap. */
  drain(): ScoredDocument[];
}

export function topHits(size: number): TopHits {
  const docs = new Uint32Array(size);
  const scores = new Float64Array(size);
  let count = 0;
  let threshold = size === 0 ? Number.POSITIVE_INFINITY : 0;

  /** True where the first ranks below the second. */
  const isWorse = (score: number, doc: number, otherScore: number, otherDoc: number): boolean =>
    score < otherScore || (score === otherScore && doc > otherDoc);

  function sink(doc: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      const right = child + 1;
      if (
        right < count &&
        isWorse(
          scores[right] as number,
          docs[right] as number,
          scores[child] as number,
          docs[child] as number,
        )
      ) {
        child = right;
      }
      if (!isWorse(scores[child] as number, docs[child] as number, score, doc)) break;
      docs[at] = docs[child] as number;
      scores[at] = scores[child] as number;
      at = child;
    }
    docs[at] = doc;
    scores[at] = score;
  }

  function rise(doc: number, score: number): void {
    let at = count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(score, doc, scores[parent] as number, docs[parent] as number)) break;
      docs[at] = docs[parent] as number;
      scores[at] = scores[parent] as number;
      at = parent;
    }
    docs[at] = doc;
    scores[at] = score;
  }

  return {
    get threshold() {
      return threshold;
    },
    offer(doc: number, score: number): void {
      if (count < size) rise(doc, score);
      else if (size > 0 && isWorse(scores[0] as number, docs[0] as number, score, doc)) sink(doc, score);
      if (count === size && size > 0) threshold = scores[0] as number;
    },
    drain(): ScoredDocument[] {
      const kept = Array.from({ length: count }, (_, at) => ({
        doc: docs[at] as number,
        score: scores[at] as number,
      }));
      count = 0;
      threshold = size === 0 ? Number.POSITIVE_INFINITY : 0;
      return kept.sort((a, b) => b.score - a.score || a.doc - b.doc);
    },
  };
}
