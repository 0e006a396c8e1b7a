/**
 * A host for tests: the real engine over the shipped knowledge, a store in memory, and a log and metrics that keep what
 * they are told. The knowledge is loaded once in a test process.
 */
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Curation } from '../../src/answer/curation.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Declaration } from '../../src/commands/declaration.ts';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import type { Host, PreviewedPlatform } from '../../src/contract/adapter.ts';
import { createHost, type HostTimes } from '../../src/contract/host.ts';
import type { Quotas } from '../../src/contract/quotas.ts';
import { createTraffic, type Traffic } from '../../src/contract/traffic.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import {
  createRecordingLog,
  createRecordingMetrics,
  type RecordingLog,
  type RecordingMetrics,
} from './recorders.ts';

export const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

export interface TestHost extends Host {
  readonly store: Store;
  readonly log: RecordingLog;
  readonly metrics: RecordingMetrics;
}

export interface OpenHostOptions {
  /** The adapter's name; `test` where absent. */
  readonly name?: string;
  /** Puts something around the real engine, to let it fail or to watch it. */
  readonly wrapEngine?: (engine: Engine) => Engine;
  readonly store?: Store;
  /** To share with another host; its own where absent. */
  readonly metrics?: RecordingMetrics;
  readonly declarations?: readonly Declaration[];
  readonly publicUrl?: string;
  readonly publicArchive?: boolean;
  readonly curation?: Curation;
  readonly previews?: readonly PreviewedPlatform[];
  readonly times?: Partial<HostTimes>;
  /** To let it be busy, or its quotas be small; without quotas where absent, as one person asks all of a test's lines. */
  readonly traffic?: Traffic;
}

const AMPLE: Quotas = { take: () => () => {}, remembered: 0 };

let shipped: Promise<Archive> | undefined;

/** The archive over the shipped knowledge, shared by all tests of a file. */
export function openShippedArchive(): Promise<Archive> {
  shipped ??= loadKnowledge(KNOWLEDGE, { cache: path.join(tmpdir(), 'rapporteur-tests') }).then(openArchive);
  return shipped;
}

export async function openHost(options: OpenHostOptions = {}): Promise<TestHost> {
  const archive = await openShippedArchive();
  const engine = createEngine(() => archive);
  const log = createRecordingLog();
  const store = options.store ?? (await openStore());
  const metrics = options.metrics ?? createRecordingMetrics();
  const host = createHost({
    name: options.name ?? 'test',
    engine: options.wrapEngine?.(engine) ?? engine,
    store,
    log,
    metrics,
    declarations: options.declarations ?? DECLARATIONS,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(options.publicArchive === undefined ? {} : { publicArchive: options.publicArchive }),
    ...(options.curation === undefined ? {} : { curation: options.curation }),
    ...(options.previews === undefined ? {} : { previews: async () => options.previews ?? [] }),
    ...(options.times === undefined ? {} : { times: options.times }),
    traffic: options.traffic ?? createTraffic(AMPLE),
  });
  return { ...host, store, log, metrics: { ...host.metrics, counted: metrics.counted } };
}
