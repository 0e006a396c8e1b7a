/**
 * What a thread of the service begins with. The service imports it for its own address alone, so it loads nothing before
 * it is known to be in a thread.
 */
import { isMainThread, workerData } from 'node:worker_threads';

/** Where this file lies: in the sources, or in a build, where its name holds a hash of all that it loads. */
export const WORKER = new URL(import.meta.url);

/** What a thread is started for. */
export interface WorkerData {
  /** `engine`: to answer from the knowledge in `folder`. `watch`: to follow its edits. `examine`: to look at it once. */
  readonly role: 'engine' | 'watch' | 'examine';
  readonly folder: string;
  /** The revision in use, for `watch`. */
  readonly revision?: string;
}

if (!isMainThread) {
  process.setSourceMapsEnabled(true);
  const data = workerData as WorkerData;
  if (data.role === 'engine') await (await import('./serve-engine.ts')).serveEngine(data.folder);
  else await (await import('./serve-folder.ts')).serveFolder(data);
}
