import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

interface Query {
  term(term: unknown, options: object): void;
}

interface Index {
  query(build: (query: Query) => void): readonly { readonly ref: string }[];
  readonly pipeline: { run(tokens: readonly unknown[]): readonly unknown[] };
}

interface Builder {
  ref(field: string): void;
  k1(value: number): void;
  field(name: string): void;
  add(document: object): void;
}

interface Lunr {
  (configure: (this: Builder) => void): Index;
  tokenizer(text: string): readonly unknown[];
}

/** Its own stemmer and stop words are on as it comes. The words go in as terms, so that no sign in them is read as an operator. */
export const lunr: TextPeer = {
  name: 'lunr',
  package: 'lunr',
  configuration: 'its trimmer, stop words and stemmer; BM25 with k1 2; the words of the query as terms',
  sources: ['https://lunrjs.com/guides/core_concepts.html', 'https://lunrjs.com/docs/lunr.Builder.html (k1)'],
  patience: 10_000,
  async build(documents) {
    const { default: create } = await loadPackage<{ default: Lunr }>('lunr');
    const index = create(function configure() {
      this.ref('id');
      this.k1(2);
      this.field('title');
      this.field('body');
      for (const [id, { title, body }] of documents.entries()) this.add({ id, title, body });
    });
    return {
      search: (text, limit) =>
        index
          .query((query) => {
            for (const token of create.tokenizer(text))
              for (const term of index.pipeline.run([token])) query.term(`${term}`, { usePipeline: false });
          })
          .slice(0, limit)
          .map(({ ref }) => Number(ref)),
    };
  },
};
