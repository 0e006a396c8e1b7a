/**
 * The engine that is answered from now. Each revision has a thread of its own: that of an edit is started and warmed beside
 * the one in use, which then answers what is open and ends. Knowledge that cannot be loaded changes nothing, and its
 * problems are kept to be shown. A thread that dies is started anew, and what was open is asked once more.
 */
import type { Worker } from 'node:worker_threads';
import type { Log } from '../../contract/adapter.ts';
import type { Troubles } from '../../contract/troubles.ts';
import { type Call, engineOver } from '../../engine/calls.ts';
import type { Engine } from '../../engine.ts';
import { messageOf } from '../../kit/errors.ts';
import { sleep, within } from '../../kit/waiting.ts';
import { KnowledgeError, type Problem, printProblem } from '../../knowledge/problem.ts';
import type { Examined, Seen } from './messages.ts';
import { type EngineThread, startEngine, startWorker, ThreadEnded } from './thread.ts';
import { warmUp } from './warm-up.ts';

/** Problems that one log line tells; the others are counted. */
const TOLD = 5;
/** Before a thread that died again is started anew. Milliseconds. */
const PAUSE = { first: 500, longest: 30_000 };

/** Milliseconds. Tests shorten them. */
interface LivingTimes {
  /** What was open of a revision may take so long after the next one took over. */
  readonly drain: number;
  /** A call waits so long for a thread that is being started anew. */
  readonly patience: number;
  readonly silence?: number;
}

const TIMES: LivingTimes = { drain: 60_000, patience: 15_000 };

export interface LivingEngine {
  /** Every call goes to the thread of now. */
  readonly engine: Engine;
  readonly revision: string;
  /** Why the newest edit is not answered from; empty where it is. */
  readonly problems: readonly Problem[];
  /** What `check` says of the revision answered from; looked at anew where a snapshot spared it so far. */
  examination(): Promise<Examined>;
  /** Looks at the folder again, whatever was seen of it before. */
  reload(): Promise<void>;
  /** Stops following the folder, answers what is open within `deadline` milliseconds, and ends the thread. */
  stop(deadline: number): Promise<void>;
}

interface LivingOptions {
  /** Address of the file that threads begin with. */
  readonly worker: URL;
  readonly folder: string;
  readonly log: Log;
  readonly troubles: Troubles;
  readonly onReload: (outcome: 'done' | 'refused') => void;
  readonly times?: Partial<LivingTimes>;
}

/** @throws KnowledgeError where the knowledge is faulty at the start: there is nothing good to keep then. */
export async function openLivingEngine(options: LivingOptions): Promise<LivingEngine> {
  const { worker, folder, log, troubles } = options;
  const times = { ...TIMES, ...options.times };
  const start = () =>
    startEngine({ worker, folder, ...(times.silence === undefined ? {} : { silence: times.silence }) });

  let now = await start();
  /** Resolves with the thread in use: at once, but while one that died is started anew. */
  let serving = Promise.resolve(now);
  let examined = now.examined;
  let problems: readonly Problem[] = [];
  let watching: Worker | undefined;
  const stopping = new AbortController();

  const call = (async (name, ...args) => {
    for (let again = false; ; again = true) {
      const waited = await within(serving, times.patience);
      if (!waited.done) throw new Error('The engine is being started anew.');
      try {
        return await waited.value.call(name, ...args);
      } catch (error) {
        if (!(error instanceof ThreadEnded) || again || stopping.signal.aborted) throw error;
        await waited.value.ended;
      }
    }
  }) as Call;

  /** From now on this one is asked. */
  function take(thread: EngineThread): void {
    now = thread;
    serving = Promise.resolve(thread);
    examined = thread.examined;
    guard(thread);
  }

  /** Starts a thread that died anew, again and again with growing pauses. */
  function guard(thread: EngineThread): void {
    void thread.ended.then((reason) => {
      if (reason === undefined || thread !== now || stopping.signal.aborted) return;
      troubles.begin(
        'engine',
        `the thread that makes the answers ended (${messageOf(reason)}) and is started anew; if that happens again, give the service more memory (NODE_OPTIONS=--max-old-space-size=4096) and report it with the log`,
      );
      serving = startAgain(thread);
    });
  }

  async function startAgain(dead: EngineThread): Promise<EngineThread> {
    for (let pause = PAUSE.first; ; pause = Math.min(pause * 2, PAUSE.longest)) {
      try {
        const thread = await start();
        if (now !== dead || stopping.signal.aborted) void thread.drain(0);
        else take(thread);
        troubles.end('engine');
        return now;
      } catch (error) {
        log.error({ error }, 'the engine could not be started anew; it is tried again');
        await sleep(pause, { signal: stopping.signal });
        if (now !== dead || stopping.signal.aborted) return now;
      }
    }
  }

  /** A thread looks after the folder until it sees an edit: what it needed for that is given back with it. */
  function follow(revision: string): void {
    if (stopping.signal.aborted) return;
    const thread = startWorker(worker, { role: 'watch', folder, revision });
    watching = thread;
    thread.on('message', (seen: Seen) => {
      if (thread !== watching) return;
      if (seen.kind === 'faulty') return refused(seen.problems);
      watching = undefined;
      void thread.terminate();
      void edited(seen).then(follow);
    });
    thread.on('error', (error) =>
      log.error({ error }, 'edits could not be followed; they are followed anew'),
    );
    thread.once('exit', () => {
      if (thread !== watching) return;
      watching = undefined;
      void sleep(PAUSE.first, { signal: stopping.signal }).then(() => follow(now.revision));
    });
  }

  /** Gives the revision that is not to be looked at again. */
  async function edited(seen: Exclude<Seen, { kind: 'faulty' }>): Promise<string> {
    if (seen.revision !== now.revision) {
      try {
        const next = await start();
        const { call: ask, revision } = next;
        await warmUp(engineOver(ask, () => revision));
        if (stopping.signal.aborted) {
          await next.drain(0);
          return revision;
        }
        const before = now;
        take(next);
        void before.drain(times.drain);
      } catch (error) {
        // It was edited again meanwhile, and is looked at again.
        if (error instanceof KnowledgeError || stopping.signal.aborted) return now.revision;
        log.error({ error }, 'the engine of the edited knowledge could not be started');
        const remedy = 'See the log; the revision before stays in use.';
        const message = `The new knowledge could not be taken over: ${messageOf(error)}`;
        refused([{ level: 'error', file: '', line: 1, field: '', message, remedy }]);
        return seen.revision;
      }
    }
    if (seen.kind === 'edited' && seen.revision === now.revision) examined = seen.examined ?? examined;
    problems = [];
    log.info({ revision: now.revision }, 'the edited knowledge is answered from');
    options.onReload('done');
    return now.revision;
  }

  function refused(found: readonly Problem[]): void {
    problems = found;
    const told = found.slice(0, TOLD).map((problem) => printProblem(problem, folder));
    log.error(
      { revision: now.revision, count: found.length, problems: told },
      'the edited knowledge is faulty; answers are still made from the last good revision',
    );
    options.onReload('refused');
  }

  guard(now);
  follow(now.revision);
  return {
    engine: engineOver(call, () => now.revision),
    get revision() {
      return now.revision;
    },
    get problems() {
      return problems;
    },
    async examination() {
      if (examined === undefined) {
        const { revision } = now;
        const found = await examine(worker, folder);
        // A faulty edit may lie there by now.
        if (found?.revision === revision && revision === now.revision) examined = found.examined;
      }
      return examined ?? { problems: [], coverage: [] };
    },
    async reload() {
      // While an edit is taken over, the folder is looked at again by itself afterwards.
      if (watching === undefined) return;
      const before = watching;
      watching = undefined;
      problems = [];
      await before.terminate();
      follow(now.revision);
    },
    async stop(deadline) {
      stopping.abort();
      const last = watching;
      watching = undefined;
      await Promise.all([last?.terminate(), now.drain(deadline)]);
    },
  };
}

/** One look at the folder, in a thread of its own; undefined where that ended without a word. */
function examine(worker: URL, folder: string): Promise<Extract<Seen, { kind: 'examined' }> | undefined> {
  return new Promise((resolve, reject) => {
    const thread = startWorker(worker, { role: 'examine', folder });
    thread.on('message', (seen: Seen) => {
      if (seen.kind === 'examined') resolve(seen);
    });
    thread.once('error', reject);
    thread.once('exit', () => resolve(undefined));
  });
}
