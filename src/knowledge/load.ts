/**
 * Loads the knowledge: from the snapshot of the same content where there is one, else the long way. Imports neither the
 * schema library nor the YAML parser until they are needed, because both cost a cold start more than all else.
 */
import type { Examination } from './examine.ts';
import { contentHash, type Found, findFiles, revisionOf } from './files.ts';
import type { Knowledge } from './model.ts';
import { KnowledgeError } from './problem.ts';
import { CACHE_FOLDER } from './project.ts';
import { readSnapshot, snapshotKey, writeSnapshot } from './snapshot.ts';

export interface LoadOptions {
  /** Folder for snapshots; the project's `.cache` where absent; `false` for none. */
  readonly cache?: string | false;
  /** Called with what came to light, where no snapshot spared the look. */
  readonly onExamined?: (examination: Examination) => void;
}

/** Loads what `findFiles` found in `folder`. */
export async function loadFiles(
  folder: string,
  found: Found,
  { cache = CACHE_FOLDER, onExamined }: LoadOptions = {},
): Promise<Knowledge> {
  const hash = contentHash(found.files);
  const usable = cache !== false && found.problems.length === 0;
  const key = usable ? snapshotKey(hash) : '';
  if (usable) {
    const kept = readSnapshot(cache, key);
    if (kept?.revision === revisionOf(hash)) return kept;
  }
  const { examineFiles } = await import('./examine.ts');
  const examination = await examineFiles(found);
  const { knowledge, problems } = examination;
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(folder, errors);
  onExamined?.(examination);
  if (usable) writeSnapshot(cache, key, knowledge);
  return knowledge;
}

/**
 * The knowledge in `folder`, checked. Gaps (a place not covered, an entry not used) do not stop it; `check` shows them.
 * @throws KnowledgeError with every problem, if any entry is faulty: nothing is answered from half a file.
 */
export async function loadKnowledge(folder: string, options: LoadOptions = {}): Promise<Knowledge> {
  return loadFiles(folder, findFiles(folder), options);
}
