/**
 * Follows edits of the knowledge folder while the program runs. A good state is handed on as a new revision; a faulty
 * one is only reported, so that the last good revision stays in use.
 */

import { type FSWatcher, watch } from 'node:fs';
import { messageOf } from '../kit/errors.ts';
import { contentHash, findFiles, lookAt, revisionOf } from './files.ts';
import { type LoadOptions, loadFiles } from './load.ts';
import type { Knowledge } from './model.ts';
import { KnowledgeError, type Problem } from './problem.ts';

interface WatchOptions extends LoadOptions {
  /** The revision in use when the watching begins; what differs from it then is handed on soon. */
  readonly revision?: string;
  /** Called with each new revision, and again with the last one when a faulty state was undone. */
  readonly onRevision: (knowledge: Knowledge) => void | Promise<void>;
  /** Called with all problems of a state that cannot be loaded. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  /** Milliseconds between looks at least, for tests. */
  readonly poll?: number;
  /** False leaves it to the looks alone, as in a folder of which the system tells nothing; for tests. */
  readonly events?: boolean;
}

export interface Watching {
  /** Ends the watching; resolves when a load under way has ended. Nothing is called afterwards. */
  stop(): Promise<void>;
}

/** Milliseconds without a further event until a burst of them (an editor saving, a checkout) counts as over. */
const QUIET = 120;
/** Milliseconds after which a burst that does not end is looked at all the same. */
const LONGEST_BURST = 600;
/**
 * Milliseconds between looks. The system does not tell of everything: not of what a link leads to, nor of a network folder,
 * nor a second time of a file that another one was put in the place of. Looking takes some milliseconds, in a large folder
 * more; it may take a thirtieth of the time.
 */
const POLL = 400;
const LONGEST_POLL = 5_000;
const SHARE = 30;
/** A file that was written again so soon may look as before: clocks of file systems tick every few milliseconds. */
const TICK = 2_000;

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof KnowledgeError) return error.problems;
  const message = `The new knowledge could not be taken over: ${messageOf(error)}`;
  const remedy = 'See the log; the revision before stays in use.';
  return [{ level: 'error', file: '', line: 1, field: '', message, remedy }];
}

class Watcher implements Watching {
  private readonly folder: string;
  private readonly options: WatchOptions;
  private readonly events: FSWatcher | undefined;
  private poll: NodeJS.Timeout | undefined;
  /** How the folder was seen last, and whether it may have changed since without looking different. */
  private shape: string | undefined;
  private pending: NodeJS.Timeout | undefined;
  /** When the burst of events under way began. */
  private burst: number | undefined;
  private stopped = false;
  private looking: Promise<void> | undefined;
  private again = false;
  private revision: string | undefined;
  /** Hash of what was last looked at, good or faulty. */
  private seen: string | undefined;
  private faulty = false;

  constructor(folder: string, options: WatchOptions) {
    this.folder = folder;
    this.options = options;
    this.revision = options.revision;
    this.events = options.events === false ? undefined : this.listen();
    this.pollAfter(options.poll ?? POLL);
    // Soon, not now: a start has more urgent things to do.
    this.wake();
  }

  private listen(): FSWatcher | undefined {
    try {
      const events = watch(this.folder, { recursive: true, persistent: false }, () => this.wake());
      // The folder was removed, or the system has no more watches to give: the polling goes on.
      events.on('error', () => events.close());
      return events;
    } catch {
      return undefined;
    }
  }

  private pollAfter(wait: number): void {
    this.poll = setTimeout(() => {
      const began = performance.now();
      const { signature, newest } = lookAt(this.folder);
      const took = performance.now() - began;
      const isFresh = Math.abs(Date.now() - newest) < TICK;
      // With whom it changes again and again, nothing is said to be as it was.
      if (signature !== this.shape || isFresh) this.wake();
      this.shape = signature;
      this.pollAfter(Math.min(LONGEST_POLL, Math.max(this.options.poll ?? POLL, took * SHARE)));
    }, wait);
    this.poll.unref();
  }

  /** Puts off the look until the burst of events is over. */
  private wake(): void {
    if (this.stopped) return;
    const now = Date.now();
    this.burst ??= now;
    clearTimeout(this.pending);
    const wait = Math.max(0, Math.min(QUIET, this.burst + LONGEST_BURST - now));
    this.pending = setTimeout(() => {
      this.burst = undefined;
      this.look();
    }, wait);
    this.pending.unref();
  }

  /** Looks at the folder now, or once more after the look under way. */
  private look(): void {
    if (this.stopped) return;
    if (this.looking !== undefined) {
      this.again = true;
      return;
    }
    this.looking = this.takeOver().finally(() => {
      this.looking = undefined;
      if (this.again) {
        this.again = false;
        this.look();
      }
    });
  }

  private async takeOver(): Promise<void> {
    const found = findFiles(this.folder);
    const reasons = found.problems.map(({ file, message }) => `${file} ${message}`).join('\n');
    const hash = contentHash(found.files);
    const state = `${hash}\n${reasons}`;
    if (state === this.seen) return;
    this.seen = state;
    // What is in use already; at the beginning of the watching that is the rule.
    if (reasons === '' && !this.faulty && revisionOf(hash) === this.revision) return;
    try {
      const knowledge = await loadFiles(this.folder, found, this.options);
      if (this.stopped || (knowledge.revision === this.revision && !this.faulty)) return;
      await this.options.onRevision(knowledge);
      this.revision = knowledge.revision;
      this.faulty = false;
    } catch (error) {
      // Read while it was being written: what is there by now is looked at instead, and told of.
      if (contentHash(findFiles(this.folder).files) !== hash) {
        this.again = true;
        return;
      }
      this.faulty = true;
      if (!this.stopped) this.options.onProblems(problemsOf(error));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.again = false;
    clearTimeout(this.pending);
    clearTimeout(this.poll);
    this.events?.close();
    await this.looking;
  }
}

/**
 * Watches `folder` until `stop()`. A change is taken over within a second; whoever uses the knowledge keeps what
 * `onRevision` gave last. Does not keep the process alive.
 */
export function watchKnowledge(folder: string, options: WatchOptions): Watching {
  return new Watcher(folder, options);
}
