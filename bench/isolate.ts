/**
 * Measures in a process of its own, so that neither memory nor compiled code of one measurement is in the way of the next.
 * The process runs `worker.js`, with the collector at hand.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { advance, begin } from './progress.ts';
import { tie } from './service/children.ts';
import type { FromWorker, Task } from './worker.ts';

const MEMORY = 8_192;

/** @param minutes after which the process is ended (40). @throws Error where it ends without a result. */
export function isolate<Result>(task: Task, minutes = 40): Promise<Result> {
  const child = tie(
    fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [JSON.stringify(task)], {
      execArgv: ['--expose-gc', `--max-old-space-size=${MEMORY}`, '--enable-source-maps'],
    }),
  );
  return new Promise((resolve, reject) => {
    let isDone = false;
    const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'begin') begin(message.text);
      else if (message.kind === 'advance') advance(message.text);
      else if (message.kind === 'result') {
        isDone = true;
        resolve(message.result as Result);
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (!isDone) reject(new Error(`Measuring ${task.name} ended with ${signal ?? code}`));
    });
  });
}
