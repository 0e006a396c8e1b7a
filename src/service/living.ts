/**
 * The archive that is answered from now. A change of the knowledge replaces it in one step, so that an answer is made
 * against one revision; knowledge that cannot be loaded changes nothing, and the problem is kept to be shown.
 */
import type { Log } from '../adapter.ts';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/memory.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { KnowledgeError } from '../knowledge/problem.ts';

export interface LivingArchive {
  readonly current: Archive;
  /** Why the newest edit is not answered from; undefined where it is. */
  readonly problem: Error | undefined;
  /** Loads the folder again. Never rejects: what is wrong is logged and kept as `problem`. */
  reload(): Promise<'done' | 'same' | 'refused'>;
}

export interface LivingOptions {
  readonly folder: string;
  readonly log: Log;
  readonly onReload: (outcome: 'done' | 'refused') => void;
}

/** @throws KnowledgeError where the knowledge is faulty at the start: there is nothing good to keep then. */
export async function openLivingArchive({ folder, log, onReload }: LivingOptions): Promise<LivingArchive> {
  let current = openArchive(await loadKnowledge(folder));
  let problem: Error | undefined;
  let running = Promise.resolve<'done' | 'same' | 'refused'>('same');

  async function load(): Promise<'done' | 'same' | 'refused'> {
    try {
      const knowledge = await loadKnowledge(folder);
      problem = undefined;
      if (knowledge.revision === current.revision) return 'same';
      current = openArchive(knowledge);
      log.info({ revision: knowledge.revision }, 'the knowledge was reloaded');
      onReload('done');
      return 'done';
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error));
      const problems = error instanceof KnowledgeError ? error.problems.length : 1;
      log.error(
        { revision: current.revision, problems, reason: problem.message },
        'the edited knowledge is faulty; answers are still made from the last good revision',
      );
      onReload('refused');
      return 'refused';
    }
  }

  return {
    get current() {
      return current;
    },
    get problem() {
      return problem;
    },
    reload() {
      // One after the other, so that the last edit wins.
      running = running.then(load);
      return running;
    },
  };
}
