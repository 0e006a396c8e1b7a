/** Marking: where in a text the words stand that a query asked for. */
import { type AnalysedWord, analyse } from './analyse.ts';

/** Words that must stand one after another; stop words between them keep their distance. */
type Phrase = readonly Pick<AnalysedWord, 'term' | 'position'>[];

/** [start, end) in UTF-16 units of the original text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The spans of `text` that match analysed terms or phrases, in order, not overlapping.
 * A phrase is one span from its first to its last word.
 */
export function mark(text: string, wanted: Iterable<string | Phrase>): Span[] {
  const words = analyse(text);
  const terms = new Set<string>();
  const spans: Span[] = [];
  for (const one of wanted) {
    if (typeof one === 'string') terms.add(one);
    else spans.push(...phraseSpans(words, one));
  }
  for (const word of words) if (terms.has(word.term)) spans.push({ start: word.start, end: word.end });
  return merge(spans);
}

function phraseSpans(words: ReturnType<typeof analyse>, phrase: Phrase): Span[] {
  const first = phrase[0];
  if (first === undefined) return [];
  const at = new Map<number, AnalysedWord[]>();
  // Several only where a part of a word is read by itself.
  for (const word of words) at.set(word.position, [...(at.get(word.position) ?? []), word]);
  const spans: Span[] = [];
  for (const word of words) {
    if (word.term !== first.term) continue;
    const matched = phrase.map((part) => {
      const there = at.get(word.position + part.position - first.position);
      return there?.find(({ term }) => term === part.term);
    });
    const last = matched.at(-1);
    if (last !== undefined && matched.every((part) => part !== undefined)) {
      spans.push({ start: word.start, end: last.end });
    }
  }
  return spans;
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}
