import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { fold } from '../../src/text/fold.ts';
import { stem } from '../../src/text/stem.ts';
import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(text: string): readonly { readonly id: number }[];
}

interface Options {
  readonly fields: readonly string[];
  readonly processTerm: (term: string) => string | null;
  readonly searchOptions: object;
}

/** Stop words and stems go where its documentation puts them: into `processTerm`. Prefix and fuzzy search lower its ranking here. */
export const minisearch: TextPeer = {
  name: 'minisearch',
  package: 'minisearch',
  configuration:
    'processTerm with stop words and stemmer of ours; OR; title counts twice; BM25+ with k 2, b .75',
  sources: ['https://lucaong.github.io/minisearch/ (Term processing, Search options)'],
  async build(documents) {
    const { default: MiniSearch } = await loadPackage<{ default: new (options: Options) => MiniSearch }>(
      'minisearch',
    );
    const index = new MiniSearch({
      fields: ['title', 'body'],
      processTerm(term) {
        const word = fold(term);
        return word === '' || STOP_WORDS.has(word) ? null : stem(word);
      },
      searchOptions: { boost: { title: 2 }, bm25: { k: 2, b: 0.75, d: 0.5 } },
    });
    index.addAll(documents.map(({ title, body }, id) => ({ id, title, body })));
    return {
      search: (text, limit) =>
        index
          .search(text)
          .slice(0, limit)
          .map(({ id }) => id),
    };
  },
};
