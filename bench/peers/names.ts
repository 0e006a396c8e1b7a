/** All ways to find a person by name that are measured. */
import { createNameMatcher } from '../../src/archive/names/name-matcher.ts';
import { fold } from '../../src/text/fold.ts';
import type { FuseModule } from './fuse.ts';
import { loadPackage } from './load.ts';

export interface NameEngine {
  /** Places in the list of names, best first; empty where the engine says that there is nobody of that name. */
  readonly find: (name: string) => readonly number[];
}

export interface NamePeer {
  readonly name: string;
  readonly package?: string;
  readonly configuration: string;
  readonly sources: readonly string[];
  readonly build: (names: readonly string[]) => NameEngine | Promise<NameEngine>;
  /** Names above which it is measured with `--full` only. */
  readonly patience?: number;
}

const LIMIT = 5;

export const oursForNames: NamePeer = {
  name: 'rapporteur',
  configuration: 'createNameMatcher; only `found` counts as an answer, `near` is a question back',
  sources: ['src/archive/names'],
  build(names) {
    const matcher = createNameMatcher(names.map((name, key) => ({ key, names: [name] })));
    return {
      find(name) {
        const { outcome, best } = matcher.match(name, { limit: LIMIT });
        return outcome === 'found' ? best.map(({ key }) => key) : [];
      },
    };
  },
};

const fusePeer = (name: string, configuration: string, options: object, patience?: number): NamePeer => ({
  name,
  package: 'fuse.js',
  configuration,
  sources: ['https://www.fusejs.io/token-search.html', 'https://www.fusejs.io/api/options.html'],
  ...(patience === undefined ? {} : { patience }),
  async build(names) {
    const { default: Fuse } = await loadPackage<FuseModule>('fuse.js');
    const index = new Fuse(names, options);
    return { find: (wanted) => index.search(wanted, { limit: LIMIT }).map(({ refIndex }) => refIndex) };
  },
});

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(text: string): readonly { readonly id: number }[];
}

const minisearchForNames: NamePeer = {
  name: 'minisearch',
  package: 'minisearch',
  configuration: 'folded words, fuzzy .2, prefix',
  sources: ['https://lucaong.github.io/minisearch/ (Search options)'],
  async build(names) {
    const { default: MiniSearch } = await loadPackage<{ default: new (options: object) => MiniSearch }>(
      'minisearch',
    );
    const index = new MiniSearch({
      fields: ['name'],
      processTerm: (term: string) => fold(term),
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(names.map((name, id) => ({ id, name })));
    return {
      find: (wanted) =>
        index
          .search(wanted)
          .slice(0, LIMIT)
          .map(({ id }) => id),
    };
  },
};

interface UFuzzy {
  search(
    haystack: readonly string[],
    needle: string,
    outOfOrder: number,
    infoThreshold: number,
  ): readonly [
    readonly number[] | null,
    { readonly idx: readonly number[] } | null,
    readonly number[] | null,
  ];
}

interface UFuzzyModule {
  readonly default: {
    new (options: object): UFuzzy;
    latinize(texts: readonly string[]): string[];
  };
}

const ufuzzy: NamePeer = {
  name: 'uFuzzy',
  package: '@leeoniya/ufuzzy',
  configuration: 'latinize, intraMode 1 (one error a word), words in any order',
  sources: ['https://github.com/leeoniya/uFuzzy#options'],
  async build(names) {
    const { default: UFuzzy } = await loadPackage<UFuzzyModule>('@leeoniya/ufuzzy');
    const haystack = UFuzzy.latinize(names);
    const search = new UFuzzy({ intraMode: 1 });
    return {
      find(wanted) {
        const [needle = ''] = UFuzzy.latinize([wanted]);
        const [found, info, order] = search.search(haystack, needle, 1, 1_000);
        if (order !== null && info !== null)
          return order.slice(0, LIMIT).map((place) => info.idx[place] as number);
        return found?.slice(0, LIMIT) ?? [];
      },
    };
  },
};

export const NAME_PEERS: readonly NamePeer[] = [
  oursForNames,
  minisearchForNames,
  fusePeer('fuse.js, token search', 'token search, ignoreDiacritics', {
    useTokenSearch: true,
    ignoreDiacritics: true,
  }),
  fusePeer('fuse.js as it comes', 'no options', {}, 1_500),
  ufuzzy,
];
