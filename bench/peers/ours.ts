/** The index that the product answers from, as it comes: plain, and widened by feedback. */
import {
  createTextIndex,
  queryTerms,
  type TextIndex,
  type TextResult,
} from '../../src/archive/text/text-index.ts';
import type { TextDocument, TextPeer } from './port.ts';

export const OURS = 'rapporteur';
export const OURS_WITH_FEEDBACK = 'rapporteur, with feedback';

const asIndexed = ({ title, body }: TextDocument) => ({ fields: { title, body } });

const searchPlain = (index: TextIndex, text: string, limit: number): TextResult =>
  index.search({ terms: queryTerms(text), limit });

/** The last index that was built: plain and widened searches share one. */
let last: { readonly documents: readonly TextDocument[]; readonly index: TextIndex } | undefined;

type Find = (index: TextIndex, text: string, limit: number, documents: readonly TextDocument[]) => TextResult;

const peer = (name: string, configuration: string, find: Find): TextPeer => ({
  name,
  configuration,
  sources: ['src/archive/text'],
  build(documents) {
    if (last?.documents !== documents) last = { documents, index: createTextIndex(documents.map(asIndexed)) };
    const { index } = last;
    return {
      search: (text, limit) => find(index, text, limit, documents).hits.map(({ doc }) => doc),
    };
  },
});

export const ours = peer(OURS, 'the defaults of createTextIndex', searchPlain);
export const oursWithFeedback: TextPeer = {
  ...peer(
    OURS_WITH_FEEDBACK,
    'the same index, the query widened by its best documents',
    (index, text, limit, documents) => {
      const read = (doc: number) => asIndexed(documents[doc] as TextDocument);
      return index.search({ ...index.feedback({ terms: queryTerms(text) }, read), limit });
    },
  ),
  isIndexShared: true,
};
