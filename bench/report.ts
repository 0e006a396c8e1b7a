/** From results to tables, and from tables to the docs, where each benchmark has a place between two marks. */
import { latencyTables } from './benches/latency.ts';
import { namesTables } from './benches/names.ts';
import { relevanceTables } from './benches/relevance.ts';
import { screensTables } from './benches/screens.ts';
import { serviceTables } from './benches/service.ts';
import { startTables } from './benches/start.ts';
import { goalsOf } from './goals.ts';
import { BENCHES, type BenchName } from './options.ts';
import { NAME_PEERS } from './peers/names.ts';
import { TEXT_PEERS } from './peers/texts.ts';
import type { Measured, Results } from './results.ts';
import { type Table, toMarkdown } from './table.ts';

/** The tables of one benchmark; none where it was not measured. */
export function tablesOf(bench: BenchName, results: Results): Table[] {
  switch (bench) {
    case 'relevance':
      return results.relevance === undefined ? [] : relevanceTables(results.relevance.data);
    case 'latency':
      return results.latency === undefined ? [] : latencyTables(results.latency.data);
    case 'names':
      return results.names === undefined ? [] : namesTables(results.names.data);
    case 'service':
      return results.service === undefined ? [] : serviceTables(results.service.data);
    case 'start':
      return results.start === undefined ? [] : startTables(results.start.data);
    case 'screens':
      return results.screens === undefined ? [] : screensTables(results.screens.data);
  }
}

export function goalsTable(results: Results): Table {
  return {
    id: 'goals',
    title: 'Goals',
    columns: ['goal', 'wanted', 'measured', ''],
    rows: goalsOf(results).map(({ what, wanted, measured, isMet }) => [
      what,
      wanted,
      measured,
      isMet ? '✓' : 'missed',
    ]),
  };
}

/** What the others are, in which version, and how they are set up. */
export function peersTable(results: Results): Table {
  const versions: Readonly<Record<string, string>> = Object.assign(
    {},
    ...BENCHES.map((bench) => results[bench]?.packages ?? {}),
  );
  const rows = [...TEXT_PEERS, ...NAME_PEERS].map((peer) => [
    peer.name,
    peer.package === undefined ? 'ours' : `${peer.package} ${versions[peer.package] ?? ''}`.trim(),
    peer.configuration,
    peer.sources.join('; '),
  ]);
  return {
    id: 'peers',
    title: 'What is compared',
    columns: ['engine', 'package', 'configuration', 'documented at'],
    rows,
  };
}

/** `docs/benchmarks.md` with the tables of the results between its marks. @throws Error where a mark is missing. */
export function withTables(markdown: string, results: Results): string {
  const sections: Record<string, string> = {
    goals: toMarkdown(goalsTable(results)),
    peers: toMarkdown(peersTable(results)),
  };
  for (const bench of BENCHES) {
    const measured = results[bench];
    const tables = tablesOf(bench, results).map(toMarkdown);
    sections[bench] = [measured === undefined ? 'Not measured yet.' : describe(measured), ...tables].join(
      '\n\n',
    );
  }
  let result = markdown;
  for (const [name, text] of Object.entries(sections)) {
    const marks = new RegExp(`(<!-- bench:${name}[^>]*-->\\n)[\\s\\S]*?(<!-- /bench:${name} -->)`);
    if (!marks.test(result))
      throw new Error(`The docs have no place for ${name}: <!-- bench:${name} --> … <!-- /bench:${name} -->`);
    result = result.replace(marks, (_, begin: string, end: string) => `${begin}${text}\n${end}`);
  }
  return result;
}

function describe({ date, command, seconds, machine }: Measured<unknown>): string {
  const { cpu, cores, memoryGiB, system, node, load } = machine;
  return `Measured on ${date} with \`${command}\` in ${seconds} s: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}; load before it began ${load}.`;
}
