/** The index that the product answers from, as it comes: plain, and widened by feedback. */
import { createTextIndex, queryTerms, type TextIndex } from '../../src/archive/text/text-index.ts';
import type { TextDocument, TextPeer } from './port.ts';

export const OURS = 'rapporteur';
export const OURS_WITH_FEEDBACK = 'rapporteur, with feedback';

export const buildIndex = (documents: readonly TextDocument[]): TextIndex =>
  createTextIndex(documents.map(({ title, body }) => ({ fields: { title, body } })));

export const searchPlain = (index: TextIndex, text: string, limit: number): number[] =>
  index.search({ terms: queryTerms(text), limit }).hits.map(({ doc }) => doc);

export const searchWithFeedback = (index: TextIndex, text: string, limit: number): number[] =>
  index.search({ ...index.feedback({ terms: queryTerms(text) }), limit }).hits.map(({ doc }) => doc);

/** The last index that was built: plain and widened searches share one. */
let last: { readonly documents: readonly TextDocument[]; readonly index: TextIndex } | undefined;

const peer = (name: string, configuration: string, find: typeof searchPlain): TextPeer => ({
  name,
  configuration,
  sources: ['src/archive/text'],
  build(documents) {
    if (last?.documents !== documents) last = { documents, index: buildIndex(documents) };
    const { index } = last;
    return { search: (text, limit) => find(index, text, limit) };
  },
});

export const ours = peer(OURS, 'the defaults of createTextIndex', searchPlain);
export const oursWithFeedback: TextPeer = {
  ...peer(OURS_WITH_FEEDBACK, 'the same index, the query widened by its best documents', searchWithFeedback),
  isIndexShared: true,
};
