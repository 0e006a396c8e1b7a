/** Cold starts: the first answer of `ask`, and `npm start` to ready, beside a bare process that imports the SDK alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../data/shipped.ts';
import { type Times, timesOf } from '../measure/statistics.ts';
import { advance, begin } from '../progress.ts';
import { tie } from '../service/children.ts';
import { startCloud } from '../service/cloud.ts';
import { createSender, type Platform } from '../service/platforms.ts';
import { environmentFor, freePort, RUNNER, untilReady } from '../service/servers.ts';
import { formatRatio, formatTime, type Table } from '../table.ts';

export interface StartFigures {
  readonly what: string;
  readonly times: Times;
  /** What it is compared with, measured in turn with it. */
  readonly bare: string;
  readonly bareTimes: Times;
}

export interface StartData {
  readonly rows: readonly StartFigures[];
}

const ROUNDS = 9;
const LINE = '/sessions sdg8';

const SDKS: Readonly<Record<Platform, string>> = {
  slack: '@slack/bolt',
  discord: 'discord.js',
  teams: 'botbuilder',
};

interface Pair {
  readonly what: string;
  readonly bare: string;
  readonly run: () => Promise<number>;
  readonly runBare: () => Promise<number>;
}

export async function measureStart(): Promise<StartData> {
  const cloud = await startCloud();
  const { credentials } = createSender(cloud.url);
  const service = async (platforms: readonly Platform[]): Promise<number> => {
    const port = await freePort();
    const env = environmentFor(platforms, port, cloud.url, credentials);
    return untilGone(spawnNode([RUNNER, 'start'], env), (child) => untilReady(port, child));
  };
  const importing = (names: readonly string[]): Promise<number> =>
    untilGone(
      spawnNode(['--input-type=module', '-e', names.map((name) => `await import('${name}');`).join(' ')], {}),
      untilExit,
    );
  const pairOf = (platforms: readonly Platform[]): Pair => ({
    what: `npm start to ready, ${platforms.length === 0 ? 'the page alone' : platforms.join(', ')}`,
    bare: platforms.length === 0 ? 'node alone' : `importing ${platforms.map((one) => SDKS[one]).join(', ')}`,
    run: () => service(platforms),
    runBare: () => importing(platforms.map((one) => SDKS[one])),
  });
  const pairs: Pair[] = [
    {
      what: `ask "${LINE}"`,
      bare: 'node alone',
      run: () => untilGone(spawnNode([RUNNER, 'ask', LINE], {}), untilExit),
      runBare: () => importing([]),
    },
    pairOf([]),
    pairOf(['slack']),
    pairOf(['discord']),
    pairOf(['teams']),
    pairOf(['slack', 'discord', 'teams']),
  ];
  try {
    const rows: StartFigures[] = [];
    for (const { what, bare, run, runBare } of pairs) {
      begin(`start: ${what}`);
      const [times, bareTimes]: [number[], number[]] = [[], []];
      // Once each beforehand: builds what is stale, and has the files in the system's cache.
      await run();
      await runBare();
      for (let round = 0; round < ROUNDS; round++) {
        advance(`${round + 1}/${ROUNDS}`);
        times.push(await run());
        bareTimes.push(await runBare());
      }
      rows.push({ what, times: timesOf(times), bare, bareTimes: timesOf(bareTimes) });
    }
    return { rows };
  } finally {
    await cloud.stop();
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly at: number;
}

/** In the folder of the build, where no `.env` lies. */
function spawnNode(args: readonly string[], env: NodeJS.ProcessEnv): Started {
  const { PATH = '', HOME = '' } = process.env;
  const at = performance.now();
  const child = tie(
    spawn(process.execPath, [...args], {
      cwd: join(ROOT, 'bench', 'dist'),
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'ignore', 'ignore'],
    }),
  );
  return { child, at };
}

/** Milliseconds from the start of a process until `moment`; afterwards the process is ended. */
async function untilGone(
  { child, at }: Started,
  moment: (child: ChildProcess) => Promise<void>,
): Promise<number> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await moment(child);
  const time = performance.now() - at;
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await gone;
  return time;
}

function untilExit(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A process ended with ${code}`)),
    );
  });
}

export function startTables({ rows }: StartData): Table[] {
  return [
    {
      id: 'start',
      title: `Cold starts, ${rows[0]?.times.count ?? 0} rounds in turn`,
      columns: ['', 'median', 'least', 'beside', 'median', 'least', '×'],
      rows: rows.map(({ what, times, bare, bareTimes }) => [
        what,
        formatTime(times.p50),
        formatTime(times.min),
        bare,
        formatTime(bareTimes.p50),
        formatTime(bareTimes.min),
        formatRatio(times.p50 / bareTimes.p50),
      ]),
    },
  ];
}
