/**
 * Which part of Discord's servers a process serves. Discord requires shards above 2,500 servers; each is a connection of its
 * own, and any number of them may run in one process.
 */
import type { ConfigurationProblem } from '../../src/contract/adapter.ts';
import { problem } from './problem.ts';

/** `auto`: as many shards as Discord recommends, all in this process; else these shards of so many. */
export type Sharding = 'auto' | { readonly total: number; readonly ids: readonly number[] };

/** At most as many shards as 16 million servers need: anything larger is a slip of the keyboard. */
const MOST_SHARDS = 16_384;

/** Reads DISCORD_SHARDS and DISCORD_SHARD_IDS; what is wrong with them is added to `problems`. */
export function readSharding(
  shards: string | undefined,
  ids: string | undefined,
  problems: ConfigurationProblem[],
): Sharding {
  if (shards === undefined || shards === 'auto') {
    if (ids !== undefined) {
      problems.push(
        problem(
          ['DISCORD_SHARDS', 'DISCORD_SHARD_IDS'],
          'shard ids need a fixed number of shards',
          'set DISCORD_SHARDS to how many there are in all processes',
        ),
      );
    }
    return 'auto';
  }
  const total = Number(shards);
  if (!Number.isInteger(total) || total < 1 || total > MOST_SHARDS) {
    problems.push(
      problem(
        ['DISCORD_SHARDS'],
        'is neither auto nor a number of shards',
        `set it to auto or to 1 … ${MOST_SHARDS}`,
      ),
    );
    return 'auto';
  }
  const all = Array.from({ length: total }, (_, id) => id);
  if (ids === undefined) return { total, ids: all };
  const chosen = expand(ids);
  if (chosen === undefined || chosen.some((id) => id >= total)) {
    problems.push(
      problem(
        ['DISCORD_SHARD_IDS'],
        `does not name shards from 0 to ${total - 1}`,
        'write ids and ranges, for example 0-1,3',
      ),
    );
    return { total, ids: all };
  }
  return { total, ids: chosen };
}

/** `0-1,3` as [0, 1, 3]; undefined where it cannot be read. */
function expand(ids: string): readonly number[] | undefined {
  const found = new Set<number>();
  for (const range of ids.split(/[\s,]+/).filter((part) => part !== '')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range);
    if (match === null) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from) return undefined;
    for (let id = from; id <= to; id += 1) found.add(id);
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}
