/**
 * Metrics for Prometheus. Adapters count through the `Metrics` port; the service adds HTTP, answers and the archive.
 * Labels are few and bounded, because each new value is a new series: unknown labels are left out, and of one label no
 * more than fifty values are told apart.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer } from '../answer/answer.ts';
import type { Metrics, Status } from '../contract/adapter.ts';
import type { Trouble } from '../contract/troubles.ts';
import type { Closing } from './connections.ts';

const COUNTED = {
  requests: 'Lines that people sent',
  deliveries: 'Deliveries by what became of them',
  failures: 'Requests that ended in an error',
  retries: 'Calls of a platform that were tried again',
  feedback: 'Verdicts on answers',
} as const;

const LABELS = ['adapter', 'kind', 'outcome', 'reason', 'helpful', 'surface'] as const;
const VALUES_PER_LABEL = 50;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface ServiceMetrics extends Metrics {
  answered(answer: Answer, seconds: number): void;
  /** `route` is the path that an adapter registered, never the path that was asked for. */
  served(route: string, status: number, seconds: number): void;
  /** A connection was closed from our side, because of too many. */
  closed(reason: Closing): void;
  reloaded(outcome: 'done' | 'refused'): void;
  /** Given once: what is asked at each scrape. */
  watch(source: {
    adapters(): ReadonlyMap<string, Status>;
    revision(): string;
    connections(): number;
    waiting(): number;
    troubles(): readonly Trouble[];
  }): void;
  /** The text format of Prometheus, and its content type. */
  print(): Promise<{ readonly text: string; readonly type: string }>;
}

interface MetricsOptions {
  /** Node's own figures (memory, event loop) as well; they are one set a process. */
  readonly process?: boolean;
}

/** Metrics with a registry of their own, so that two services of one process (in tests) do not mix. */
export function createMetrics(options: MetricsOptions = {}): ServiceMetrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process === true) collectDefaultMetrics({ register: registry });

  const bound = createBound();
  const counters = new Map<string, Counter<string>>();
  for (const [name, help] of Object.entries(COUNTED)) {
    counters.set(
      name,
      new Counter({ name: `rapporteur_${name}_total`, help, labelNames: [...LABELS], registers }),
    );
  }
  const replies = new Histogram({
    name: 'rapporteur_reply_seconds',
    help: 'Time from receipt to reply',
    labelNames: [...LABELS],
    buckets: BUCKETS,
    registers,
  });
  const answers = new Histogram({
    name: 'rapporteur_answer_seconds',
    help: 'Time that the engine took for one answer',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  });
  const http = new Histogram({
    name: 'rapporteur_http_request_seconds',
    help: 'Time that an HTTP request took',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const closed = new Counter({
    name: 'rapporteur_http_connections_closed_total',
    help: 'Connections closed because too many were open',
    labelNames: ['reason'],
    registers,
  });
  const reloads = new Counter({
    name: 'rapporteur_knowledge_reloads_total',
    help: 'Reloads of the knowledge',
    labelNames: ['outcome'],
    registers,
  });

  return {
    count(name, labels) {
      counters.get(name)?.inc(bound(labels));
    },
    observe(_name, seconds, labels) {
      replies.observe(bound(labels), seconds);
    },
    answered(answer, seconds) {
      answers.observe({ outcome: answer.outcome }, seconds);
    },
    served(route, status, seconds) {
      http.observe({ route, status }, seconds);
    },
    closed(reason) {
      closed.inc({ reason });
    },
    reloaded(outcome) {
      reloads.inc({ outcome });
    },
    watch({ adapters, revision, connections, waiting, troubles }) {
      new Gauge({
        name: 'rapporteur_trouble',
        help: '1 for each failure that lasts until somebody mends it',
        labelNames: ['part', 'kind'],
        registers,
        collect() {
          this.reset();
          for (const { part, kind } of troubles()) this.set({ part, kind }, 1);
        },
      });
      new Gauge({
        name: 'rapporteur_engine_waiting',
        help: 'Questions that wait for their turn',
        registers,
        collect() {
          this.set(waiting());
        },
      });
      new Gauge({
        name: 'rapporteur_http_connections',
        help: 'HTTP connections that are open',
        registers,
        collect() {
          this.set(connections());
        },
      });
      new Gauge({
        name: 'rapporteur_adapter_ready',
        help: '1 where a configured platform is connected',
        labelNames: ['adapter'],
        registers,
        collect() {
          for (const [adapter, { state }] of adapters()) this.set({ adapter }, state === 'ready' ? 1 : 0);
        },
      });
      new Gauge({
        name: 'rapporteur_archive_info',
        help: 'The revision that answers are made against',
        labelNames: ['revision'],
        registers,
        collect() {
          this.reset();
          this.set({ revision: revision() }, 1);
        },
      });
    },
    async print() {
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

/** Keeps known labels only, and folds what comes after the fiftieth value of one into `other`. */
function createBound(): (labels: Readonly<Record<string, string>>) => Record<string, string> {
  const seen = new Map<string, Set<string>>(LABELS.map((label) => [label, new Set<string>()]));
  return (labels) => {
    const kept: Record<string, string> = {};
    for (const [label, values] of seen) {
      const value = labels[label];
      if (value === undefined) continue;
      const known = values.has(value) || values.size < VALUES_PER_LABEL;
      if (known) values.add(value);
      kept[label] = known ? value : 'other';
    }
    return kept;
  };
}
