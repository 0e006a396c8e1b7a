/** A log and metrics that keep what they are told. */
import type { Log, Metrics } from '../../src/contract/adapter.ts';
import { describeError } from '../../src/kit/errors.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface RecordingLog extends Log {
  readonly lines: readonly LogLine[];
}

export interface Counted {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly seconds?: number;
}

export interface RecordingMetrics extends Metrics {
  readonly counted: readonly Counted[];
}

export function createRecordingLog(): RecordingLog {
  const lines: LogLine[] = [];
  const keep = (level: LogLine['level']) => (facts: LogLine['facts'], message: string) => {
    // As the service's log writes them: of an error what tells it apart.
    const written = 'error' in facts ? { ...facts, error: describeError(facts.error) } : facts;
    lines.push({ level, facts: written, message });
  };
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export function createRecordingMetrics(): RecordingMetrics {
  const counted: Counted[] = [];
  return {
    counted,
    count: (name, labels) => void counted.push({ name, labels }),
    observe: (name, seconds, labels) => void counted.push({ name, labels, seconds }),
  };
}
