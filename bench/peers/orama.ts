import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { stem } from '../../src/text/stem.ts';
import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

interface Orama {
  create(options: object): Promise<object>;
  insertMultiple(database: object, documents: readonly object[], batch: number): Promise<unknown>;
  search(database: object, query: object): Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

const BATCH = 1_000;

export const orama: TextPeer = {
  name: 'orama',
  package: '@orama/orama',
  configuration: 'tokenizer with stemmer and stop words of ours; title counts twice; BM25 as it comes',
  sources: [
    'https://docs.orama.com/docs/orama-js/text-analysis (stemming, stop words)',
    'https://docs.orama.com/docs/orama-js/search/fields-boosting',
  ],
  patience: 10_000,
  async build(documents) {
    const { create, insertMultiple, search } = await loadPackage<Orama>('@orama/orama');
    const database = await create({
      schema: { title: 'string', body: 'string' },
      components: {
        tokenizer: { language: 'english', stemming: true, stemmer: stem, stopWords: [...STOP_WORDS] },
      },
    });
    await insertMultiple(
      database,
      documents.map(({ title, body }, id) => ({ id: `${id}`, title, body })),
      BATCH,
    );
    return {
      async search(text, limit) {
        const { hits } = await search(database, { term: text, limit, boost: { title: 2 } });
        return hits.map(({ id }) => Number(id));
      },
    };
  },
};
