/** The process that `isolate` starts: one task, given as an argument; progress and result go to the parent. */
import { type LatencyTask, measureLatency } from './benches/latency-size.ts';
import { measureNames, type NamesTask } from './benches/names-size.ts';

export type Task = LatencyTask | NamesTask;

export type FromWorker =
  | { readonly kind: 'begin'; readonly text: string }
  | { readonly kind: 'advance'; readonly text: string }
  | { readonly kind: 'result'; readonly result: unknown };

/** What a measurement tells while it runs. */
export interface Teller {
  readonly begin: (text: string) => void;
  readonly advance: (text: string) => void;
}

const send = (message: FromWorker): void => void process.send?.(message);
const teller: Teller = {
  begin: (text) => send({ kind: 'begin', text }),
  advance: (text) => send({ kind: 'advance', text }),
};

const task = JSON.parse(process.argv[2] ?? '') as Task;
const result =
  task.name === 'latency' ? await measureLatency(task, teller) : await measureNames(task, teller);
send({ kind: 'result', result });
process.disconnect();
