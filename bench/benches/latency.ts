/** How long queries, look-ups and whole answers take, and what the index costs, as the archive grows. */
import { LINE_KINDS } from '../data/lines.ts';
import { isolate } from '../isolate.ts';
import { OURS } from '../peers/ours.ts';
import { formatBytes, formatRatio, formatTime, type Table } from '../table.ts';
import {
  type AnswersResult,
  BARE_WALK,
  type EngineTimes,
  type IndexesResult,
  type LatencyResult,
} from './latency-size.ts';

export interface LatencyData {
  readonly sizes: readonly LatencyResult[];
}

/** 0 is the shipped knowledge. */
const SIZES = [0, 1_000, 10_000, 100_000];

export async function measureAllLatency(isFull: boolean): Promise<LatencyData> {
  const sizes: LatencyResult[] = [];
  for (const sessions of SIZES) {
    const answers = await isolate<AnswersResult>({ name: 'latency', part: 'answers', sessions, isFull });
    const indexes = await isolate<IndexesResult>({ name: 'latency', part: 'indexes', sessions, isFull });
    sizes.push({ archive: sessions === 0 ? 'shipped' : 'generated', ...answers, ...indexes });
  }
  return { sizes };
}

export const nameOf = ({ archive, sessions }: LatencyResult): string =>
  archive === 'shipped' ? 'shipped' : `${sessions.toLocaleString('en')} sessions`;

const find = (rows: readonly EngineTimes[], engine: string): EngineTimes | undefined =>
  rows.find((row) => row.engine === engine);

/** How many times the median of one engine is that of another; NaN where one is missing. */
export const ratioOf = (rows: readonly EngineTimes[], engine: string, to: string): number =>
  (find(rows, engine)?.times.p50 ?? Number.NaN) / (find(rows, to)?.times.p50 ?? Number.NaN);

export function latencyTables({ sizes }: LatencyData): Table[] {
  return [
    answersTable(sizes),
    kindsTable(sizes),
    ...sizes.map((size) => textsTable(size)),
    ...sizes.map((size) => lookupsTable(size)),
    ...growthTable(sizes),
  ];
}

function answersTable(sizes: readonly LatencyResult[]): Table {
  return {
    id: 'latency-answers',
    title: 'Whole answers (engine.answer), everything on',
    columns: [
      'archive',
      'remarks',
      'people',
      'p50',
      'p99',
      'answers',
      'just started: p50',
      'p99',
      'answers',
      'open, index',
      'memory',
    ],
    rows: sizes.map((size) => [
      nameOf(size),
      size.contributions.toLocaleString('en'),
      size.people.toLocaleString('en'),
      formatTime(size.answers.all.p50),
      formatTime(size.answers.all.p99),
      `${size.answers.all.count}`,
      formatTime(size.answers.first.p50),
      formatTime(size.answers.first.p99),
      `${size.answers.first.count}`,
      formatTime(size.answers.openSeconds * 1_000),
      formatBytes(size.answers.bytes),
    ]),
  };
}

function kindsTable(sizes: readonly LatencyResult[]): Table {
  return {
    id: 'latency-kinds',
    title: 'Whole answers by kind of line: p50 / p99',
    columns: ['archive', ...LINE_KINDS],
    rows: sizes.map((size) => [
      nameOf(size),
      ...LINE_KINDS.map((kind) => {
        const { p50, p99 } = size.answers.kinds[kind];
        return `${formatTime(p50)} / ${formatTime(p99)}`;
      }),
    ]),
  };
}

function textsTable(size: LatencyResult): Table {
  return {
    id: `latency-texts-${size.archive === 'shipped' ? 'shipped' : size.sessions}`,
    title: `Text queries, ${nameOf(size)}: ${size.postings.toLocaleString('en')} postings a query`,
    columns: ['engine', 'p50', 'p99', '× bare walk', '× ours', 'build', 'memory', 'queries'],
    rows: size.texts.map((row) => [
      row.engine,
      formatTime(row.times.p50),
      formatTime(row.times.p99),
      formatRatio(ratioOf(size.texts, row.engine, BARE_WALK)),
      formatRatio(ratioOf(size.texts, row.engine, OURS)),
      formatTime((row.buildSeconds ?? Number.NaN) * 1_000),
      formatBytes(row.bytes ?? Number.NaN),
      `${row.times.count}`,
    ]),
  };
}

function lookupsTable(size: LatencyResult): Table {
  return {
    id: `latency-names-${size.archive === 'shipped' ? 'shipped' : size.sessions}`,
    title: `Name look-ups, ${nameOf(size)}: ${size.people.toLocaleString('en')} people`,
    columns: ['engine', 'p50', 'p99', '× ours', 'build', 'memory', 'look-ups'],
    rows: size.names.map((row) => [
      row.engine,
      formatTime(row.times.p50),
      formatTime(row.times.p99),
      formatRatio(ratioOf(size.names, row.engine, OURS)),
      formatTime((row.buildSeconds ?? Number.NaN) * 1_000),
      formatBytes(row.bytes ?? Number.NaN),
      `${row.times.count}`,
    ]),
  };
}

/** What ten times as many sessions cost: 10 × is linear. */
function growthTable(sizes: readonly LatencyResult[]): Table[] {
  const growth = growthOf(sizes);
  if (growth === undefined) return [];
  return [
    {
      id: 'latency-growth',
      title: 'Growth from 10,000 to 100,000 sessions (10 × is linear)',
      columns: ['', 'text index: build', 'memory', 'p50', 'archive: open', 'memory', 'answer p50'],
      rows: [
        [
          OURS,
          formatRatio(growth.build),
          formatRatio(growth.memory),
          formatRatio(growth.p50),
          formatRatio(growth.open),
          formatRatio(growth.archiveMemory),
          formatRatio(growth.answerP50),
        ],
      ],
    },
  ];
}

export interface Growth {
  readonly build: number;
  readonly memory: number;
  readonly p50: number;
  readonly open: number;
  readonly archiveMemory: number;
  readonly answerP50: number;
}

export function growthOf(sizes: readonly LatencyResult[]): Growth | undefined {
  const small = sizes.find(({ sessions }) => sessions === 10_000);
  const large = sizes.find(({ sessions }) => sessions === 100_000);
  const [from, to] = [find(small?.texts ?? [], OURS), find(large?.texts ?? [], OURS)];
  if (small === undefined || large === undefined || from === undefined || to === undefined) return undefined;
  return {
    build: (to.buildSeconds ?? Number.NaN) / (from.buildSeconds ?? Number.NaN),
    memory: (to.bytes ?? Number.NaN) / (from.bytes ?? Number.NaN),
    p50: to.times.p50 / from.times.p50,
    open: large.answers.openSeconds / small.answers.openSeconds,
    archiveMemory: large.answers.bytes / small.answers.bytes,
    answerP50: large.answers.all.p50 / small.answers.all.p50,
  };
}
