import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { stem } from '../../src/text/stem.ts';
import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

interface FlexSearch {
  readonly Index: new (
    options: object,
  ) => {
    add(id: number, text: string): void;
    search(text: string, options: object): readonly number[];
  };
  readonly Encoder: new (options: object) => object;
}

export const flexsearch: TextPeer = {
  name: 'flexsearch',
  package: 'flexsearch',
  configuration:
    'encoder with stop words and stemmer of ours; resolution 100; suggest, so that not all words must occur',
  sources: ['https://github.com/nextapps-de/flexsearch/blob/master/doc/encoder.md (filter, finalize)'],
  patience: 50_000,
  async build(documents) {
    const { Index, Encoder } = await loadPackage<FlexSearch>('flexsearch');
    const encoder = new Encoder({
      normalize: true,
      dedupe: false,
      filter: STOP_WORDS,
      finalize: (words: readonly string[]) => words.map((word) => stem(word)),
    });
    const index = new Index({ tokenize: 'strict', resolution: 100, encoder });
    for (const [id, { title, body }] of documents.entries()) index.add(id, `${title} ${body}`);
    return { search: (text, limit) => index.search(text, { limit, suggest: true }) };
  },
};
