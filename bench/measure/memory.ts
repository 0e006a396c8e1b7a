/** Memory of this process. Needs `--expose-gc`, so that what is counted is what is held, not what was left behind. */

/** Bytes that are held after a full collection: the heap of JavaScript, typed arrays and what libraries report to V8. */
export function bytesHeld(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined)
    throw new Error('Memory can be measured only where Node was started with --expose-gc');
  for (let pass = 0; pass < 3; pass++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export interface Built<Value> {
  readonly value: Value;
  readonly seconds: number;
  readonly bytes: number;
}

/** Lets go of what the work before still has on the stack, so that it does not count as held. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Builds something, and says how long it took and how many bytes it holds when it is there. */
export async function measureBuild<Value>(build: () => Value | Promise<Value>): Promise<Built<Value>> {
  await turn();
  const before = bytesHeld();
  const start = performance.now();
  const value = await build();
  const seconds = (performance.now() - start) / 1_000;
  await turn();
  return { value, seconds, bytes: bytesHeld() - before };
}
