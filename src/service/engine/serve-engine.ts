/** In its thread: loads the knowledge, says whether it is sound, opens the archive, and serves calls until it is ended. */
import { parentPort } from 'node:worker_threads';
import { openArchive } from '../../archive/memory.ts';
import { callsOf } from '../../engine/calls.ts';
import { createEngine } from '../../engine.ts';
import type { Examination } from '../../knowledge/examine.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { KnowledgeError } from '../../knowledge/problem.ts';
import type { Asked, Examined, Told } from './messages.ts';

/** Resolves when calls are served; the thread lives on by its port. */
export async function serveEngine(folder: string): Promise<void> {
  const tell = (told: Told): void => parentPort?.postMessage(told);
  let examined: Examined | undefined;
  const onExamined = ({ problems, coverage }: Examination): void => {
    examined = { problems, coverage };
  };
  try {
    const knowledge = await loadKnowledge(folder, { onExamined });
    tell({
      kind: 'loaded',
      revision: knowledge.revision,
      ...(examined === undefined ? {} : { examined }),
    });
    const archive = openArchive(knowledge);
    const calls = callsOf(createEngine(() => archive));
    parentPort?.on('message', ({ id, name, args }: Asked) => {
      const call = calls[name] as (...given: readonly unknown[]) => Promise<unknown>;
      call(...args)
        .then((value) => tell({ kind: 'given', id, value }))
        .catch((error: unknown) => tell({ kind: 'failed', id, error: asError(error) }));
    });
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    tell({ kind: 'faulty', problems: error.problems });
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
