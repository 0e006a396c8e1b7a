/** The service as its users start it: a process of its own, through the runner, so from the build. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
/** A first start may have to build. Milliseconds. */
export const PATIENT = 120_000;

export interface Started {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Port of the page, once it is announced. */
  port(): Promise<number>;
  /** Port of the platforms' deliveries, once the log told it. */
  mainPort(): Promise<number>;
  /** Resolves when it has ended and all it said was read. */
  readonly exit: Promise<number | null>;
}

/** Starts it in `cwd`, on any port, with nothing of this process' environment that it reads. */
export function startBuilt(environment: Readonly<Record<string, string>>, cwd: string): Started {
  const { PATH = '', HOME = '' } = process.env;
  return collect(
    spawn(process.execPath, [RUN, 'start'], {
      cwd,
      env: { PATH, HOME, PORT: '0', ADMIN_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Collects what a process says. */
export function collect(child: ChildProcess): Started {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  return {
    child,
    out: () => out,
    err: () => err,
    exit: new Promise((resolve) => child.once('close', resolve)),
    async port() {
      await until(() => /Page\s+http/.test(out) || child.exitCode !== null, PATIENT);
      const port = /http:\/\/localhost:(\d+)/.exec(out)?.[1];
      if (port === undefined) throw new Error(`It did not start:\n${out}\n${err}`);
      return Number(port);
    },
    async mainPort() {
      const told = (): string | undefined => /"door":"main"[^\n]*"port":(\d+)/.exec(out + err)?.[1];
      await until(() => told() !== undefined || child.exitCode !== null, PATIENT);
      return Number(told());
    },
  };
}
