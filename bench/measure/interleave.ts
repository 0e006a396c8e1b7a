/**
 * Times several ways of doing the same, side by side: each input goes through all of them before the next, in turning order,
 * so that a machine that slows down slows all of them alike and their ratios hold.
 */
import { performance } from 'node:perf_hooks';

/** One way of answering; what it gives back is looked at, so that no work is optimised away. */
export interface Contender<Input> {
  readonly name: string;
  readonly run: (input: Input) => unknown;
}

export interface InterleaveOptions {
  /** Milliseconds after which a contender is not asked again (5,000); slow ones get fewer inputs. */
  readonly budget?: number;
  /** Inputs run before the clock counts (50), within a fifth of the budget. */
  readonly warmUp?: number;
  /** Told when the warm-up is over. */
  readonly onStart?: () => void;
  /** Told now and then how many of the inputs are through. */
  readonly onProgress?: (done: number) => void;
}

/** Milliseconds by contender, one for each input that it was given. */
export async function interleave<Input>(
  contenders: readonly Contender<Input>[],
  inputs: readonly Input[],
  { budget = 5_000, warmUp = 50, onStart, onProgress }: InterleaveOptions = {},
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const spent = new Map<string, number>(contenders.map(({ name }) => [name, 0]));
  for (const contender of contenders) {
    const end = performance.now() + budget / 5;
    for (const input of inputs.slice(0, warmUp)) {
      if (performance.now() > end) break;
      keep(await contender.run(input));
    }
  }
  onStart?.();
  for (const [place, input] of inputs.entries()) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const { name, run } = contenders[(place + turn) % contenders.length] as Contender<Input>;
      if ((spent.get(name) ?? 0) > budget) continue;
      const start = performance.now();
      const result = run(input);
      if (result instanceof Promise) keep(await result);
      else keep(result);
      const time = performance.now() - start;
      times.get(name)?.push(time);
      spent.set(name, (spent.get(name) ?? 0) + time);
    }
    if (place % 20 === 0) onProgress?.(place);
  }
  kept = undefined;
  return times;
}

/** What was measured last; that it may be read is what keeps the compiler from leaving work out. */
export let kept: unknown;

function keep(result: unknown): void {
  kept = result;
}
