/**
 * The weighting model: how much a word tells, and how much its repetition in one document adds.
 *
 * score(document, query) = Σ over concepts  weight(concept) × informativeness(concept) × saturation(concept, document)
 *
 * Saturation is that of BM25 (Robertson & Zaragoza 2009) over field-weighted occurrences. Informativeness is BM25's
 * inverse document frequency times the word's burstiness: its mean occurrences in the documents that have it. A word
 * of substance comes back in a document that is about it, a word of manner does not (Church & Gale, Poisson mixtures,
 * 1995); the same factor is the after-effect of the divergence-from-randomness model InB2 (Amati & van Rijsbergen 2002).
 */

/** Added to both sides of the mean, so that a single document does not decide. */
const SMOOTHING = 1;

/** Inverse document frequency, always above 0. */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** Mean occurrences of a word in the documents that have it, smoothed. */
export function burstiness(occurrences: number, frequency: number): number {
  return (occurrences + SMOOTHING) / (frequency + SMOOTHING);
}

/** What one occurrence of a word tells; 0 for a word that stands nowhere. */
export function informativeness(documents: number, frequency: number, occurrences: number): number {
  return frequency === 0
    ? 0
    : inverseDocumentFrequency(documents, frequency) * burstiness(occurrences, frequency);
}

/** The occurrences at which a document's saturation is one half: k1 where it is of average length, more where longer. */
export function halfSaturation(length: number, average: number, k1: number, b: number): number {
  return k1 * (1 - b + (b * length) / (average || 1));
}

/** BM25 saturation, 0 to 1, from occurrences as multiples of the half saturation. */
export function saturation(ratio: number): number {
  return ratio / (1 + ratio);
}

/** The inverse of `saturation`. */
export function ratioOf(saturated: number): number {
  return saturated / (1 - saturated);
}

/**
 * Saturations are kept in 16 bits (0 is "not there"), which halves the index. The step is far below
 * what separates two documents; the bound 1 itself is never stored, so that `ratioOf` stays finite.
 */
export const IMPACT_SCALE = 65_535;

export function quantise(saturated: number): number {
  return Math.min(IMPACT_SCALE - 1, Math.max(1, Math.round(saturated * IMPACT_SCALE)));
}
