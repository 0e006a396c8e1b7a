/**
 * The archive that is answered from now. An edit of the knowledge replaces it in one step, so that an answer is made
 * against one revision; knowledge that cannot be loaded changes nothing, and its problems are kept to be shown.
 */

import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/memory.ts';
import type { Log } from '../contract/adapter.ts';
import type { Examination } from '../knowledge/examine.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { type Problem, printProblem } from '../knowledge/problem.ts';
import { type Watching, watchKnowledge } from '../knowledge/watch.ts';

/** Problems that one log line tells; the others are counted. */
const TOLD = 5;

export interface LivingArchive {
  /** Opened when it is first asked for; what was loaded is checked by then. */
  readonly current: Archive;
  readonly revision: string;
  /** Why the newest edit is not answered from; empty where it is. */
  readonly problems: readonly Problem[];
  /** What `check` says of the revision answered from; looked at anew where a snapshot spared it so far. */
  examination(): Promise<Pick<Examination, 'problems' | 'coverage'>>;
  /** Looks at the folder again, whatever was seen of it before. */
  reload(): Promise<void>;
  /** Stops following the folder. */
  stop(): Promise<void>;
}

interface LivingOptions {
  readonly folder: string;
  readonly log: Log;
  readonly onReload: (outcome: 'done' | 'refused') => void;
}

/** @throws KnowledgeError where the knowledge is faulty at the start: there is nothing good to keep then. */
export async function openLivingArchive({ folder, log, onReload }: LivingOptions): Promise<LivingArchive> {
  let examined: Examination | undefined;
  const onExamined = (examination: Examination) => {
    // Of a faulty edit, the problems are told; what it would cover is not known.
    if (examination.problems.every(({ level }) => level !== 'error')) examined = examination;
  };
  let knowledge = await loadKnowledge(folder, { onExamined });
  let opened: Archive | undefined;
  let problems: readonly Problem[] = [];
  let watching = follow();

  function follow(): Watching {
    return watchKnowledge(folder, {
      revision: knowledge.revision,
      onExamined,
      onRevision(edited) {
        problems = [];
        if (edited.revision !== knowledge.revision) opened = openArchive(edited);
        knowledge = edited;
        log.info({ revision: edited.revision }, 'the edited knowledge is answered from');
        onReload('done');
      },
      onProblems(found) {
        problems = found;
        const told = found.slice(0, TOLD).map((problem) => printProblem(problem, folder));
        log.error(
          { revision: knowledge.revision, count: found.length, problems: told },
          'the edited knowledge is faulty; answers are still made from the last good revision',
        );
        onReload('refused');
      },
    });
  }

  return {
    get current() {
      opened ??= openArchive(knowledge);
      return opened;
    },
    get revision() {
      return knowledge.revision;
    },
    get problems() {
      return problems;
    },
    async examination() {
      if (examined?.knowledge.revision !== knowledge.revision) {
        const { examineKnowledge } = await import('../knowledge/examine.ts');
        const found = await examineKnowledge(folder);
        // A faulty edit may lie there by now.
        if (found.knowledge.revision === knowledge.revision) examined = found;
      }
      return examined ?? { problems: [], coverage: [] };
    },
    async reload() {
      await watching.stop();
      problems = [];
      watching = follow();
    },
    stop: () => watching.stop(),
  };
}
