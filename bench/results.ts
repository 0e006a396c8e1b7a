/** `bench/results.json`: what was measured last, each benchmark with the machine and the moment of its own run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { LatencyData } from './benches/latency.ts';
import type { NamesData } from './benches/names.ts';
import type { RelevanceData } from './benches/relevance.ts';
import type { ScreensData } from './benches/screens.ts';
import type { ServiceData } from './benches/service.ts';
import type { StartData } from './benches/start.ts';
import type { Machine } from './machine.ts';
import { significant } from './measure/statistics.ts';

export interface Measured<Data> {
  /** ISO date. */
  readonly date: string;
  readonly command: string;
  readonly seconds: number;
  readonly machine: Machine;
  /** Versions of the peers that were there. */
  readonly packages: Readonly<Record<string, string>>;
  readonly data: Data;
}

export interface Results {
  readonly relevance?: Measured<RelevanceData>;
  readonly latency?: Measured<LatencyData>;
  readonly names?: Measured<NamesData>;
  readonly service?: Measured<ServiceData>;
  readonly start?: Measured<StartData>;
  readonly screens?: Measured<ScreensData>;
}

export function readResults(file: string): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
}

/** Figures are kept to four digits, which is more than they are worth. */
export function writeResults(file: string, results: Results): void {
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? significant(value) : value;
  writeFileSync(file, `${JSON.stringify(results, rounded, 2)}\n`);
}
