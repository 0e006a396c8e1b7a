/** A copy of the project in a temporary folder, built there: what is asked is what was built, by nothing but Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/answer/answer.ts';
import { PROJECT } from '../../src/knowledge/project.ts';
import type { Ended } from '../app/run.ts';
import { temporaryFolder } from '../knowledge/folder.ts';
import { collect, type Started } from '../service/started.ts';

const COPIED = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts', 'src', 'adapters', 'brand'];
const LINKED = ['node_modules', 'knowledge'];

/** What something that was built is started with: nothing of this process' environment that it reads. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Both of its streams on standard output, as they come on a terminal. */
  readonly together?: boolean;
}

/** What `ask --batch` writes for a line. */
export interface Entry {
  readonly request: string;
  readonly text: string;
  readonly answer: Answer;
}

export interface Project {
  readonly folder: string;
  /** Starts a program in the folder: `node dist/src/app/main.js`, `npm start`. */
  start(program: 'node' | 'npm', args: readonly string[], surroundings?: Surroundings): ChildProcess;
  /** Runs `node scripts/run.mjs` with these arguments to its end. */
  run(args: readonly string[], surroundings?: Surroundings): Promise<Ended>;
  /** Asks what was built, all lines in one process. */
  ask(lines: readonly string[], env?: Surroundings['env']): Promise<Entry[]>;
  /** The service as a service manager starts it, on any port. */
  serve(env?: Surroundings['env']): Started;
}

/** @throws Error where it cannot be built */
export async function buildProject(): Promise<Project> {
  const folder = temporaryFolder();
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  for (const name of LINKED) symlinkSync(join(PROJECT, name), join(folder, name));
  const project = openProject(folder);
  const { code, err } = await project.run(['build']);
  if (code !== 0) throw new Error(err);
  return project;
}

function openProject(folder: string): Project {
  const start: Project['start'] = (program, args, { env = {}, input, together = false } = {}) => {
    const { PATH = '', HOME = '' } = process.env;
    const [command, given] = together
      ? ['sh', ['-c', 'exec "$0" "$@" 2>&1', program, ...args]]
      : [program === 'node' ? process.execPath : program, args];
    const child = spawn(command, given, { cwd: folder, env: { PATH, HOME, ...env } });
    if (input !== undefined) child.stdin.end(input);
    return child;
  };
  const run: Project['run'] = async (args, surroundings) => {
    const { out, err, exit } = collect(
      start('node', ['scripts/run.mjs', ...args], { input: '', ...surroundings }),
    );
    return { code: await exit, out: out(), err: err() };
  };
  return {
    folder,
    start,
    run,
    async ask(lines, env = {}) {
      const { code, out, err } = await run(['ask', '--batch'], { env, input: lines.join('\n') });
      if (code !== 0 || err !== '') throw new Error(`ask ended with ${code}: ${err}`);
      return out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    },
    serve: (env = {}) =>
      collect(start('node', ['dist/src/app/main.js'], { env: { PORT: '0', ADMIN_PORT: '0', ...env } })),
  };
}
