/**
 * Runs a command as people do, through the runner, with its output in pipes.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../../src/knowledge/project.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function runCli(
  args: readonly string[],
  { cwd = PROJECT, env = {} }: Surroundings = {},
): Promise<Ended> {
  const { KNOWLEDGE_DIR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/run.mjs'), ...args], {
    cwd,
    env: { ...inherited, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    err += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
