/**
 * Who is next, where many want the same few: everybody in turn, one piece of work each, so that whoever asks a hundred times
 * keeps nobody else waiting for more than one of them.
 */

export interface Rounds {
  /**
   * Runs `work` when it is its turn; gives what it gives.
   * @param whose works of one person wait behind each other
   */
  run<T>(whose: string, work: () => Promise<T>): Promise<T>;
  /** How many wait for their turn. */
  readonly waiting: number;
}

/**
 * @param atOnce as many works run at the same time
 * @example
 * const rounds = createRounds(2);
 * const answer = await rounds.run(user, () => engine.answer({ text }));
 */
export function createRounds(atOnce: number): Rounds {
  /** What waits, by whose it is; whoever is first in the map is next. */
  const queues = new Map<string, (() => void)[]>();
  let running = 0;
  let waiting = 0;

  function next(): void {
    const [first] = queues;
    if (first === undefined || running >= atOnce) return;
    const [whose, queue] = first;
    const begin = queue.shift();
    queues.delete(whose);
    if (queue.length > 0) queues.set(whose, queue);
    waiting -= 1;
    running += 1;
    begin?.();
  }

  return {
    async run(whose, work) {
      await new Promise<void>((begin) => {
        const queue = queues.get(whose);
        if (queue === undefined) queues.set(whose, [begin]);
        else queue.push(begin);
        waiting += 1;
        next();
      });
      try {
        return await work();
      } finally {
        running -= 1;
        next();
      }
    },
    get waiting() {
      return waiting;
    },
  };
}
