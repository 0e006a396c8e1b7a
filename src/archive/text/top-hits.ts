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

/** Room at first; most searches find less than the most that is asked for. */
const FIRST_ROOM = 64;

export function topHits(size: number): TopHits {
  let docs = new Uint32Array(Math.min(size, FIRST_ROOM));
  let scores = new Float64Array(docs.length);
  let count = 0;
  let threshold = size === 0 ? Number.POSITIVE_INFINITY : 0;

  /** True where the first ranks below the second. */
  const isWorse = (score: number, doc: number, otherScore: number, otherDoc: number): boolean =>
    score < otherScore || (score === otherScore && doc > otherDoc);

  /** Puts a document at `from` or below, so that none of its children ranks below it. */
  function sink(from: number, doc: number, score: number): void {
    let at = from;
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

  /** Keeps one more; a heap is made of them only when one has to go. */
  function append(doc: number, score: number): void {
    if (count === docs.length) {
      const room = Math.min(size, count * 2);
      const [fewerDocs, fewerScores] = [docs, scores];
      docs = new Uint32Array(room);
      scores = new Float64Array(room);
      docs.set(fewerDocs);
      scores.set(fewerScores);
    }
    docs[count] = doc;
    scores[count] = score;
    count++;
    if (count < size) return;
    heapify();
    threshold = scores[0] as number;
  }

  function heapify(): void {
    for (let at = (count >> 1) - 1; at >= 0; at--) sink(at, docs[at] as number, scores[at] as number);
  }

  return {
    get threshold() {
      return threshold;
    },
    offer(doc: number, score: number): void {
      if (count < size) append(doc, score);
      else if (size > 0 && isWorse(scores[0] as number, docs[0] as number, score, doc)) {
        sink(0, doc, score);
        threshold = scores[0] as number;
      }
    },
    drain(): ScoredDocument[] {
      if (count < size) heapify();
      const kept = new Array<ScoredDocument>(count);
      while (count > 0) {
        kept[count - 1] = { doc: docs[0] as number, score: scores[0] as number };
        count--;
        if (count > 0) sink(0, docs[count] as number, scores[count] as number);
      }
      threshold = size === 0 ? Number.POSITIVE_INFINITY : 0;
      return kept;
    },
  };
}
