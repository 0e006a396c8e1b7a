/**
 * How well a ranking answers a query, judged by people. The definitions are those of trec_eval: means are over the queries
 * that have a relevant document, and what nobody judged is not relevant.
 */

/** The grades of the judged documents of one query; grades below 1 are not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/** Average precision: the precision at each relevant document that was found, over all that are relevant. */
export function averagePrecision(ranking: readonly string[], judgements: Judgements): number {
  const relevant = countRelevant(judgements);
  if (relevant === 0) return 0;
  let found = 0;
  let sum = 0;
  for (const [place, document] of ranking.entries()) {
    if ((judgements.get(document) ?? 0) < 1) continue;
    found++;
    sum += found / (place + 1);
  }
  return sum / relevant;
}

/** Discounted gain of the first `depth`, over that of the best ranking there could be; the gain is the grade. */
export function ndcg(ranking: readonly string[], judgements: Judgements, depth = 10): number {
  const discounted = (grades: readonly number[]): number =>
    grades.slice(0, depth).reduce((sum, grade, place) => sum + Math.max(0, grade) / Math.log2(place + 2), 0);
  const ideal = discounted([...judgements.values()].sort((one, other) => other - one));
  return ideal === 0 ? 0 : discounted(ranking.map((document) => judgements.get(document) ?? 0)) / ideal;
}

/** Share of the relevant documents that are among the first `depth`. */
export function recall(ranking: readonly string[], judgements: Judgements, depth = 10): number {
  const relevant = countRelevant(judgements);
  if (relevant === 0) return 0;
  return ranking.slice(0, depth).filter((document) => (judgements.get(document) ?? 0) >= 1).length / relevant;
}

export function countRelevant(judgements: Judgements): number {
  let count = 0;
  for (const grade of judgements.values()) if (grade >= 1) count++;
  return count;
}

export interface Relevance {
  readonly map: number;
  readonly ndcg10: number;
  readonly recall10: number;
}

/** Means over the queries. @param rankings each best first, without repeats, with the judgements of its query. */
export function relevanceOf(
  rankings: readonly { readonly ranking: readonly string[]; readonly judgements: Judgements }[],
): Relevance {
  const judged = rankings.filter(({ judgements }) => countRelevant(judgements) > 0);
  const mean = (metric: (ranking: readonly string[], judgements: Judgements) => number): number =>
    judged.reduce((sum, { ranking, judgements }) => sum + metric(ranking, judgements), 0) /
    Math.max(1, judged.length);
  return { map: mean(averagePrecision), ndcg10: mean(ndcg), recall10: mean(recall) };
}
