import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

export interface Fuse<Item> {
  search(
    text: string,
    options: { readonly limit: number },
  ): readonly { readonly refIndex: number; readonly item: Item }[];
}

export interface FuseModule {
  readonly default: new <Item>(list: readonly Item[], options: object) => Fuse<Item>;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export const fuse: TextPeer = {
  name: 'fuse.js',
  package: 'fuse.js',
  configuration: 'token search without stop words, threshold .1, ignoreLocation, ignoreDiacritics',
  sources: ['https://www.fusejs.io/token-search.html'],
  patience: 1_500,
  async build(documents) {
    const { default: Fuse } = await loadPackage<FuseModule>('fuse.js');
    const index = new Fuse(documents, {
      keys: ['title', 'body'],
      useTokenSearch: true,
      ignoreLocation: true,
      ignoreDiacritics: true,
      threshold: 0.1,
      tokenize: (text: string) =>
        (text.match(WORD) ?? []).filter((word) => !STOP_WORDS.has(word.toLowerCase())),
    });
    return { search: (text, limit) => index.search(text, { limit }).map(({ refIndex }) => refIndex) };
  },
};
