/**
 * Loaded into a server before its own code (`node --import`): tells the parent, when asked, what the process has used.
 * So the server that is measured is the one that users start, unchanged.
 */
export interface Usage {
  /** Time on a processor since the start, user and system, in milliseconds. */
  readonly cpu: number;
  /** Bytes held after a full collection, where one was asked for. */
  readonly held: number;
  readonly resident: number;
}

/** What the parent sends: `usage`, or `memory` for a collection first. */
export type Ask = 'usage' | 'memory';

process.on('message', (ask: Ask) => {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (ask === 'memory') for (let pass = 0; pass < 3; pass++) collect?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1_000, held: heapUsed + external, resident: rss } satisfies Usage);
});
// Listening to the parent is no reason to stay alive.
process.channel?.unref();
