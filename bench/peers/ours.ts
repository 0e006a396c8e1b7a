/** The index that the product answers from: as it is used there, and with queries widened by feedback, which it does without. */
import {
  createTextIndex,
  queryTerms,
  type TextIndex,
  type TextResult,
} from '../../src/archive/text/text-index.ts';
import { createFeedback } from './feedback.ts';
import type { TextDocument, TextPeer } from './port.ts';

export const OURS = 'rapporteur';
export const OURS_WITH_FEEDBACK = 'rapporteur, with feedback';

const asIndexed = ({ title, body }: TextDocument) => ({ fields: { title, body } });

interface Built {
  readonly documents: readonly TextDocument[];
  readonly index: TextIndex;
  /** Made when the first widened search wants it. */
  feedback?: ReturnType<typeof createFeedback>;
}

/** The last index that was built: plain and widened searches share one. */
let last: Built | undefined;

type Find = (built: Built, text: string, limit: number) => TextResult;

const searchPlain: Find = ({ index }, text, limit) => index.search({ terms: queryTerms(text), limit });

const peer = (name: string, configuration: string, find: Find): TextPeer => ({
  name,
  configuration,
  sources: ['src/archive/text'],
  build(documents) {
    if (last?.documents !== documents) last = { documents, index: createTextIndex(documents.map(asIndexed)) };
    const built = last;
    return {
      search: (text, limit) => find(built, text, limit).hits.map(({ doc }) => doc),
    };
  },
});

export const ours = peer(OURS, 'the defaults of createTextIndex', searchPlain);
export const oursWithFeedback: TextPeer = {
  ...peer(
    OURS_WITH_FEEDBACK,
    'the same index, the query widened by its best documents',
    (built, text, limit) => {
      built.feedback ??= createFeedback(built.index, built.documents.map(asIndexed));
      return built.index.search({ ...built.feedback({ terms: queryTerms(text) }), limit });
    },
  ),
  isIndexShared: true,
};
