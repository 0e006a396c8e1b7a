/** The store in processes of their own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { StoreOptions } from '../../src/store/store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How long a process holds what it claimed, in milliseconds. */
export const LEASE = 60_000;

/** Opens the store, claims the deliveries `a:0` to `a:N`, keeps the thread `a:1`, says what it got, and waits. */
const PROGRAM = `
  import { openStore } from './src/store/store.ts';
  const [options, count] = JSON.parse(process.argv[2]);
  const store = await openStore(options);
  const claimed = [];
  for (let index = 0; index < count; index++) {
    const { state } = await store.deliveries.claim('a:' + index, ${LEASE});
    if (state === 'new') claimed.push(index);
  }
  await store.threads.put('a:1', 'help', ${LEASE});
  console.log(JSON.stringify(claimed));
  setInterval(() => {}, 1_000);
`;

let program: Promise<string> | undefined;

/** Below the project, or Node would not find the packages. */
async function compile(): Promise<string> {
  const folder = path.join(ROOT, '.cache', 'tests');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `store-${process.pid}.mjs`);
  await build({
    stdin: { contents: PROGRAM, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

export interface StoreProcess {
  /** Which deliveries it claimed. */
  readonly claimed: readonly number[];
  /** Ends it without a word. */
  kill(): Promise<void>;
}

/** Starts one that claims `count` deliveries. Resolves when it has. */
export async function startProcess(options: Partial<StoreOptions>, count: number): Promise<StoreProcess> {
  program ??= compile();
  const child: ChildProcess = spawn(process.execPath, [await program, JSON.stringify([options, count])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  if (child.stdout === null) throw new Error('the process has no output');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exit.then(() => Promise.reject(new Error('the process ended before it said anything'))),
  ]);
  return {
    claimed: JSON.parse(String(line)) as number[],
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
