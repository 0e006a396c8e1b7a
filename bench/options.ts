/** Reads the command line of the benchmarks. */
export const BENCHES = ['relevance', 'latency', 'names', 'service', 'start', 'screens'] as const;

export type BenchName = (typeof BENCHES)[number];

export interface Options {
  /** What to measure, in this order; empty for `report`. */
  readonly benches: readonly BenchName[];
  /** Only write the tables of results.json into the docs. */
  readonly isReport: boolean;
  readonly collections: readonly string[];
  readonly names: string | undefined;
  /** For the memory of the service; the usual number where undefined. */
  readonly requests: number | undefined;
  readonly isFull: boolean;
}

export const USAGE = `Usage: npm run --silent bench -- [NAME ...] [options]

  relevance   MAP, nDCG@10 and recall@10 on test collections
  latency     times of text queries, name look-ups and whole answers; build and memory
  names       who is found by a name got wrong, and who is made up
  service     what the service adds to the bare SDKs: processor time, throughput; memory over many requests
  start       cold ask, and npm start to ready with each adapter
  screens     what part of a screen is the answer, on each platform
  report      writes the tables of bench/results.json into docs/benchmarks.md

Without a name, all are measured, one after the other.

  --collection DIR   a folder with docs.jsonl, queries.jsonl and qrels.txt, or one that holds such folders; may be given again.
                     Collections in bench/collections/ are measured without being named.
  --names FILE       a JSON list of names, measured beside the generated ones
  --requests N       for the memory of the service: 10,000 unless given; 100000 takes some minutes
  --full             slow peers on large archives too, and all queries for all: most of an hour
`;

/** @throws Error that says what was not understood. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const benches: BenchName[] = [];
  const collections: string[] = [];
  let names: string | undefined;
  let requests: number | undefined;
  let isFull = false;
  let isReport = false;
  const rest = [...args];
  for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
    const [option, inline] = one.startsWith('--') ? split(one) : [one, undefined];
    const value = (): string => {
      const given = inline ?? rest.shift();
      if (given === undefined || given === '') throw new Error(`${option} wants a value`);
      return given;
    };
    if (option === '--help' || option === '-h') return 'help';
    if (option === '--collection') collections.push(value());
    else if (option === '--names') names = value();
    else if (option === '--requests') requests = count(value());
    else if (option === '--full') isFull = true;
    else if (option === 'report') isReport = true;
    else if ((BENCHES as readonly string[]).includes(option)) benches.push(option as BenchName);
    else throw new Error(`"${option}" is neither a benchmark (${BENCHES.join(', ')}, report) nor an option`);
  }
  const isAll = benches.length === 0 && !isReport;
  return { benches: isAll ? BENCHES : benches, isReport, collections, names, requests, isFull };
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 100 || number > 10_000_000)
    throw new Error(`--requests wants a whole number from 100 to 10000000, not "${text}"`);
  return number;
}

function split(option: string): [string, string | undefined] {
  const at = option.indexOf('=');
  return at < 0 ? [option, undefined] : [option.slice(0, at), option.slice(at + 1)];
}
