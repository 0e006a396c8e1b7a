/** The benchmarks' command line: measures, prints tables, keeps results, writes the docs. See options.ts for its usage. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureAllLatency } from './benches/latency.ts';
import { measureAllNames } from './benches/names.ts';
import { measureRelevance, ownLine } from './benches/relevance.ts';
import { measureScreens } from './benches/screens.ts';
import { DEFAULT_REQUESTS, measureService } from './benches/service.ts';
import { measureStart } from './benches/start.ts';
import { findCollections } from './data/collection.ts';
import { ROOT } from './data/shipped.ts';
import { describeMachine, pinnedVersions } from './machine.ts';
import { type BenchName, type Options, readOptions, USAGE } from './options.ts';
import { finish } from './progress.ts';
import { goalsTable, tablesOf, withTables } from './report.ts';
import { type Measured, type Results, readResults, writeResults } from './results.ts';
import { toText } from './table.ts';

const RESULTS = join(ROOT, 'bench', 'results.json');
const DOCS = join(ROOT, 'docs', 'benchmarks.md');
const COLLECTIONS = join(ROOT, 'bench', 'collections');

async function measured<Data>(
  options: Options,
  bench: BenchName,
  measure: () => Promise<Data>,
): Promise<Measured<Data>> {
  const machine = describeMachine();
  const start = performance.now();
  const data = await measure();
  finish();
  return {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run --silent bench -- ${bench}${options.isFull ? ' --full' : ''}`,
    seconds: Math.round((performance.now() - start) / 1_000),
    machine,
    packages: pinnedVersions(join(ROOT, 'bench', 'package.json')),
    data,
  };
}

/** The results with one benchmark measured anew, or undefined where there is nothing to measure it on. */
async function run(bench: BenchName, options: Options, results: Results): Promise<Results | undefined> {
  switch (bench) {
    case 'relevance': {
      const folders = collectionFolders(options);
      if (folders.length === 0) {
        console.error(
          'relevance: no collection is there. Give --collection DIR, or put some into bench/collections/.',
        );
        return undefined;
      }
      return {
        ...results,
        relevance: await measured(options, bench, () => measureRelevance(folders, options.isFull)),
      };
    }
    case 'latency':
      return { ...results, latency: await measured(options, bench, () => measureAllLatency(options.isFull)) };
    case 'names':
      return {
        ...results,
        names: await measured(options, bench, () => measureAllNames(options.names, options.isFull)),
      };
    case 'service':
      return {
        ...results,
        service: await measured(options, bench, () => measureService(options.requests ?? DEFAULT_REQUESTS)),
      };
    case 'start':
      return { ...results, start: await measured(options, bench, measureStart) };
    case 'screens':
      return { ...results, screens: await measured(options, bench, measureScreens) };
  }
}

function collectionFolders({ collections }: Options): string[] {
  const given = collections.flatMap((folder) => findCollections(resolve(folder)));
  const kept = existsSync(COLLECTIONS) ? findCollections(COLLECTIONS) : [];
  return given.length > 0 ? given : kept;
}

function report(results: Results): void {
  writeFileSync(DOCS, withTables(readFileSync(DOCS, 'utf8'), results));
}

async function main(args: readonly string[]): Promise<void> {
  let options: Options | 'help';
  try {
    options = readOptions(args);
    if (options !== 'help') collectionFolders(options);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  let results = readResults(RESULTS);
  for (const bench of options.benches) {
    const now = await run(bench, options, results);
    if (now === undefined) continue;
    results = now;
    // After each, so that one that fails does not take the others with it.
    writeResults(RESULTS, results);
    for (const table of tablesOf(bench, results)) console.log(toText(table));
  }
  if (options.benches.length > 0) console.log(toText(goalsTable(results)));
  if (options.isReport) report(results);
  if (options.benches.includes('relevance')) {
    for (const collection of results.relevance?.data.collections ?? []) console.log(ownLine(collection));
  }
}

await main(process.argv.slice(2));
