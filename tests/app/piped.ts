/**
 * Runs a built command with something on its standard input, in a project folder of its own where its cache and history
 * would otherwise be the developer's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../src/knowledge/project.ts';
import { temporaryFolder } from '../knowledge/folder.ts';
import { type Ended, runCli } from './run.ts';

/** A copy of the built project with an empty cache; builds it first where it is stale. */
export async function copyOfProject(): Promise<string> {
  const { code, err } = await runCli(['ask', '--help']);
  if (code !== 0) throw new Error(err);
  const folder = temporaryFolder();
  cpSync(join(PROJECT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(PROJECT, 'knowledge'), join(folder, 'knowledge'));
  return folder;
}

/** What a process is started with, besides what this one has; colours and folders of the developer's left out. */
function surroundings(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { KNOWLEDGE_DIR: _, NO_COLOR: __, FORCE_COLOR: ___, ...inherited } = process.env;
  return { ...inherited, ...env };
}

/** Runs it through the runner, gives it `input` and waits for its end. */
export function runPiped(
  args: readonly string[],
  input: string | Uint8Array,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/run.mjs'), ...args], {
    env: surroundings(env),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  // A process that has ended before it read everything is no failure of the one who writes.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    );
  });
}

/** Milliseconds; completion is asked for while somebody types on. */
const BETWEEN_KEYS = 120;
/** Milliseconds after which a conversation that does not end is cut off. */
const LONGEST = 20_000;

/** Whether a pseudo-terminal can be had here: by `script` of util-linux. */
export function hasTerminal(): boolean {
  return String(spawnSync('script', ['--version']).stdout ?? '').includes('util-linux');
}

/**
 * Talks to the prompt over a pseudo-terminal. Each entry of `typed` is written when the prompt has appeared once more;
 * a list of keys one after the other, since what comes at once counts as pasted and completes nothing.
 * @returns everything that appeared on the terminal
 */
export function runOnTerminal(
  project: string,
  typed: readonly (string | readonly string[])[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const command = `stty cols 80; "${process.execPath}" "${join(project, 'dist/src/app/cli/ask.js')}"`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: surroundings({ TERM: 'xterm-256color', ...env }),
  });
  const left = [...typed];
  let shown = '';
  // From where on a prompt says that the line before has been answered; while keys are typed, nowhere.
  let from = 0;
  const type = async (keys: readonly string[]): Promise<void> => {
    from = Number.POSITIVE_INFINITY;
    for (const [place, key] of keys.entries()) {
      if (place > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      if (place === keys.length - 1) from = shown.length;
      child.stdin.write(key);
    }
  };
  child.stdin.on('error', () => {});
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    shown += data;
    // The answer ends before the next prompt; a line that is drawn anew while it is typed has no line feed in it.
    if (/(?:^|\n)[^\n]*\u203a /.test(shown.slice(from)) && /\n/.test(shown.slice(from))) {
      const next = left.shift();
      if (next === undefined) child.stdin.end();
      else void type([next].flat());
    }
  });
  const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(tooLong);
      resolve(shown);
    });
  });
}
