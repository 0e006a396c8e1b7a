/**
 * In its thread: follows the edits of the folder, or looks at it once. Looking, loading and checking take seconds where an
 * archive is large; here nobody waits for them, and what they needed is given back when the thread ends.
 */
import { parentPort } from 'node:worker_threads';
import { type Examination, examineKnowledge } from '../../knowledge/examine.ts';
import { watchKnowledge } from '../../knowledge/watch.ts';
import type { Examined, Seen } from './messages.ts';
import type { WorkerData } from './worker.ts';

/** What is sound is kept as a snapshot by whoever loads it, so that the engine that follows need not do it again. */
export async function serveFolder({ role, folder, revision }: WorkerData): Promise<void> {
  const tell = (seen: Seen): void => parentPort?.postMessage(seen);
  if (role === 'examine') {
    const { knowledge, problems, coverage } = await examineKnowledge(folder);
    tell({ kind: 'examined', revision: knowledge.revision, examined: { problems, coverage } });
    return;
  }
  let examined: Examined | undefined;
  watchKnowledge(folder, {
    ...(revision === undefined ? {} : { revision }),
    onExamined({ problems, coverage }: Examination) {
      examined = { problems, coverage };
    },
    onRevision(knowledge) {
      tell({
        kind: 'edited',
        revision: knowledge.revision,
        ...(examined === undefined ? {} : { examined }),
      });
      examined = undefined;
    },
    onProblems: (problems) => tell({ kind: 'faulty', problems }),
  });
  // The watching by itself keeps nothing alive; the thread ends when it is told to.
  parentPort?.on('message', () => {});
}
