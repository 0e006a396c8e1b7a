/** The tables of docs/benchmarks.md are those of bench/results.json; `npm run --silent bench -- report` writes them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BENCHES, readOptions, USAGE } from '../../bench/options.ts';
import { NAME_PEERS } from '../../bench/peers/names.ts';
import { TEXT_PEERS } from '../../bench/peers/texts.ts';
import { withTables } from '../../bench/report.ts';
import type { Results } from '../../bench/results.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
const docs = read('docs/benchmarks.md');
const results = existsSync(new URL('bench/results.json', ROOT))
  ? (JSON.parse(read('bench/results.json')) as Results)
  : {};

test('the tables say what the results say', () => {
  expect(docs).toBe(withTables(docs, results));
});

test('a place that is missing is named', () => {
  expect(() => withTables('# Nothing\n', results)).toThrow(/no place for goals/);
});

describe('the benchmarks', () => {
  test.each(BENCHES)('%s is told of in the docs and in the usage', (name) => {
    expect(docs).toContain(`| \`${name}\` |`);
    expect(USAGE).toContain(`\n  ${name} `);
  });

  test('the options in the docs are known', () => {
    for (const [, line = ''] of docs.matchAll(/npm run --silent bench -- ([^#`\n]+)/g))
      expect(() => readOptions(line.trim().split(/\s+/))).not.toThrow();
  });

  test('every peer names its package, pinned in bench/package.json alone, and where its options are documented', () => {
    const { devDependencies } = JSON.parse(read('bench/package.json')) as {
      devDependencies: Record<string, string>;
    };
    const product = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const used = new Set<string>();
    for (const peer of [...TEXT_PEERS, ...NAME_PEERS]) {
      expect([peer.name, peer.sources.length > 0]).toEqual([peer.name, true]);
      if (peer.package === undefined) continue;
      used.add(peer.package);
      expect([peer.package, devDependencies[peer.package]]).toEqual([
        peer.package,
        expect.stringMatching(/^\d+\.\d+\.\d+$/),
      ]);
    }
    expect([...used].sort()).toEqual(Object.keys(devDependencies).sort());
    const carried = [...used].filter(
      (name) => product.dependencies?.[name] ?? product.devDependencies?.[name],
    );
    // The product breaks ties among names with the one, and keeps its store in the other.
    expect(carried.sort()).toEqual(['fuse.js', 'libsql']);
  });
});

describe('the command line', () => {
  test('names, options and their values', () => {
    const all = { benches: BENCHES, isReport: false, collections: [], names: undefined, isFull: false };
    expect(readOptions([])).toEqual(all);
    expect(readOptions(['relevance', '--collection', 'a', '--collection=b', '--full'])).toEqual({
      ...all,
      benches: ['relevance'],
      collections: ['a', 'b'],
      isFull: true,
    });
    expect(readOptions(['report'])).toEqual({ ...all, benches: [], isReport: true });
    expect(readOptions(['--help'])).toBe('help');
  });

  test.each([
    [['speed'], /"speed" is neither/],
    [['--fast'], /"--fast" is neither/],
    [['relevance', '--collection'], /--collection wants a value/],
  ])('%j is refused', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
