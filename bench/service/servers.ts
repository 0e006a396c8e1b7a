/** Starts and ends the servers that are measured, each in a process of its own, with the probe in it. */
import { type ChildProcess, fork } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../data/shipped.ts';
import type { BareOptions } from './bare.ts';
import { tie } from './children.ts';
import { APPLICATION, type Credentials, type Platform } from './platforms.ts';
import type { Ask, Usage } from './probe.ts';

export interface RunningServer {
  readonly port: number;
  usage(ask: Ask): Promise<Usage>;
  /** Tells it to end, without waiting for it. */
  end(): void;
  stop(): Promise<void>;
}

const PROBE = new URL('./probe.js', import.meta.url).href;
const BARE = fileURLToPath(new URL('./bare.js', import.meta.url));
export const RUNNER = join(ROOT, 'scripts', 'run.mjs');
/** A start may have to build. Milliseconds. */
const PATIENCE = 180_000;

/** The variables that connect the platforms to stand-ins; all of them, or those of one. */
export function environmentFor(
  platforms: readonly Platform[],
  port: number,
  cloud: string,
  { slackSecret, publicKey }: Credentials,
): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  const variables: Record<Platform, NodeJS.ProcessEnv> = {
    slack: {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: slackSecret,
      SLACK_API_URL: `${cloud}/api/`,
    },
    discord: {
      DISCORD_APPLICATION_ID: APPLICATION,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_API_URL: `${cloud}/api`,
    },
    teams: { TEAMS_LOCAL: '1' },
  };
  return Object.assign({ PATH, HOME, PORT: `${port}` }, ...platforms.map((one) => variables[one]));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The service as `npm start` starts it, with the platforms connected to the stand-ins. */
export async function startOurs(
  platforms: readonly Platform[],
  cloud: string,
  credentials: Credentials,
  more: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const port = await freePort();
  const child = tie(
    fork(RUNNER, ['start'], {
      cwd: join(ROOT, 'bench', 'dist'),
      env: { ...environmentFor(platforms, port, cloud, credentials), ...more },
      execArgv: ['--import', PROBE, '--expose-gc'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }),
  );
  await untilReady(port, child);
  return running(child, port);
}

export async function startBare(platform: Platform, options: BareOptions): Promise<RunningServer> {
  const { PATH = '', HOME = '' } = process.env;
  const child = tie(
    fork(BARE, [platform], {
      env: { PATH, HOME },
      execArgv: ['--import', PROBE, '--expose-gc'],
      stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    }),
  );
  child.stdin?.end(JSON.stringify(options));
  const { port } = await answerOf<{ port: number }>(child, () => undefined);
  return running(child, port);
}

function running(child: ChildProcess, port: number): RunningServer {
  return {
    port,
    usage: (ask) => answerOf<Usage>(child, () => child.send(ask)),
    end: () => void child.kill('SIGTERM'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exit;
      clearTimeout(timer);
    },
  };
}

/** The next message of a process. @throws Error where it ends before. */
function answerOf<Answer>(child: ChildProcess, ask: () => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A server ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as Answer);
    });
    ask();
  });
}

/** Asks `/readyz` every few milliseconds. @throws Error where the process ends, or is not ready in three minutes. */
export async function untilReady(port: number, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`The service ended with ${child.exitCode} instead of starting`);
    if ((await statusOf(port)) === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  child.kill('SIGKILL');
  throw new Error('The service was not ready within three minutes');
}

function statusOf(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asking = request({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    asking.on('error', () => resolve(undefined));
    asking.end();
  });
}
