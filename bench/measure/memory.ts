/** Memory of this process. Needs `--expose-gc`, so that what is counted is what is held, not what was left behind. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Readings this near to each other (bytes) are the same; typed arrays are freed in the background, some time after a collection. */
const SAME = 16_384;
const READINGS = 50;
/** Between two readings, in milliseconds. */
const PAUSE = 20;

/**
 * Bytes that are held after full collections, when they no longer become less: the heap of JavaScript, typed arrays and
 * what libraries report to V8.
 */
export async function bytesHeld(): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined)
    throw new Error('Memory can be measured only where Node was started with --expose-gc');
  let held = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < READINGS; reading++) {
    // Lets go of what the work before still has on the stack, too.
    await sleep(PAUSE);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const now = heapUsed + external;
    if (reading > 2 && Math.abs(held - now) < SAME) return now;
    held = now;
  }
  return held;
}

export interface Built<Value> {
  readonly value: Value;
  readonly seconds: number;
  readonly bytes: number;
}

/** Builds something, and says how long it took and how many bytes it holds when it is there. */
export async function measureBuild<Value>(build: () => Value | Promise<Value>): Promise<Built<Value>> {
  const before = await bytesHeld();
  const start = performance.now();
  const value = await build();
  const seconds = (performance.now() - start) / 1_000;
  return { value, seconds, bytes: (await bytesHeld()) - before };
}
