/** Spelling correction: the word of the texts that a misspelt one most likely stands for. */
import type { Vocabulary } from './postings.ts';

export interface Spelling {
  correct(word: string): string | undefined;
}

export function createSpelling(_vocabulary: Vocabulary): Spelling {
  return { correct: () => undefined };
}
