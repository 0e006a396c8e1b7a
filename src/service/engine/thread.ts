/** One engine in a thread of its own: one revision, from its start until it has answered what was open. */
import { Worker } from 'node:worker_threads';
import type { Call } from '../../engine/calls.ts';
import { settles } from '../../kit/waiting.ts';
import { KnowledgeError } from '../../knowledge/problem.ts';
import type { Asked, Examined, Told } from './messages.ts';
import type { WorkerData } from './worker.ts';

export interface EngineThread {
  readonly revision: string;
  /** What `check` says of the revision, where the knowledge was looked at. */
  readonly examined: Examined | undefined;
  /** Rejects with `ThreadEnded` where the thread ends before it has answered. */
  readonly call: Call;
  /** Resolves when the thread is no more: with why, where nobody told it to end. */
  readonly ended: Promise<Error | undefined>;
  /** Takes no more calls, and ends when all are answered, or after `deadline` milliseconds. */
  drain(deadline: number): Promise<void>;
}

/** The thread is gone, and with it what was asked of it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

interface ThreadOptions {
  /** Address of the file that threads begin with. */
  readonly worker: URL;
  readonly folder: string;
  /** Milliseconds without a word while something is open, after which the thread is given up; a minute where absent. */
  readonly silence?: number;
}

/** The longest answers take some hundred milliseconds, opening an archive of 100,000 sessions some seconds. */
const SILENCE = 60_000;

interface Open {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a thread of the service. */
export function startWorker(worker: URL, data: WorkerData): Worker {
  return new Worker(worker, { workerData: data, name: data.role });
}

/**
 * Resolves when the knowledge is loaded and sound; the archive opens then, and calls wait for it.
 * @throws KnowledgeError where it is not sound; Error where the thread could not be started or ended
 */
export async function startEngine(options: ThreadOptions): Promise<EngineThread> {
  const { folder, silence = SILENCE } = options;
  const worker = startWorker(options.worker, { role: 'engine', folder });
  const open = new Map<number, Open>();
  let count = 0;
  let failure: Error | undefined;
  let wanted = false;
  let gone: ThreadEnded | undefined;
  let watchdog: NodeJS.Timeout | undefined;
  let answeredAll = (): void => {};

  /** Somebody waits: a word must come, or the thread hangs. */
  function watch(): void {
    clearTimeout(watchdog);
    if (open.size === 0) return;
    watchdog = setTimeout(() => {
      failure = new Error(`it gave no answer for ${silence / 1000} s`);
      void worker.terminate();
    }, silence);
    watchdog.unref();
  }

  function settle(told: Extract<Told, { id: number }>): void {
    const call = open.get(told.id);
    open.delete(told.id);
    watch();
    if (told.kind === 'given') call?.resolve(told.value);
    else call?.reject(told.error);
    if (open.size === 0) answeredAll();
  }

  const ended = new Promise<Error | undefined>((resolve) => {
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.once('exit', (code) => {
      clearTimeout(watchdog);
      const reason = wanted ? undefined : (failure ?? new Error(`it ended with ${code}`));
      gone = new ThreadEnded('The thread of the engine ended.', { cause: reason });
      for (const { reject } of open.values()) reject(gone);
      open.clear();
      answeredAll();
      resolve(reason);
    });
  });

  const loaded = await new Promise<Extract<Told, { kind: 'loaded' | 'faulty' }>>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (told.kind === 'loaded' || told.kind === 'faulty') resolve(told);
      else settle(told);
    });
    void ended.then((reason) => reject(new Error('The engine did not start.', { cause: reason })));
  });
  if (loaded.kind === 'faulty') {
    wanted = true;
    await worker.terminate();
    throw new KnowledgeError(folder, loaded.problems);
  }

  function call(name: Asked['name'], ...args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (gone !== undefined) throw gone;
      const id = ++count;
      worker.postMessage({ id, name, args } satisfies Asked);
      open.set(id, { resolve, reject });
      if (open.size === 1) watch();
    });
  }

  return {
    revision: loaded.revision,
    examined: loaded.examined,
    call: call as Call,
    ended,
    async drain(deadline) {
      wanted = true;
      const answered =
        open.size === 0 ? Promise.resolve() : new Promise<void>((done) => (answeredAll = done));
      await settles(answered, deadline);
      await worker.terminate();
    },
  };
}
