/** What our service adds to the bare SDK making the same calls: processor time, throughput; and its memory in the long run. */
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import { loadShipped } from '../data/shipped.ts';
import { median } from '../measure/statistics.ts';
import { advance, begin } from '../progress.ts';
import { type Cloud, startCloud } from '../service/cloud.ts';
import { createLoad, type Load } from '../service/load.ts';
import { createSender, PLATFORMS, type Platform, type Sender } from '../service/platforms.ts';
import { type RunningServer, startBare, startOurs } from '../service/servers.ts';
import { formatBytes, formatTime, type Table } from '../table.ts';
import { measureTraffic, type TrafficData, trafficTables } from './traffic.ts';

export interface ServerFigures {
  /** Processor time of the server for a request, milliseconds: median and least of the rounds. */
  readonly cpu: number;
  readonly cpuMin: number;
  /** Requests in a second, median of the rounds. */
  readonly throughput: number;
}

export interface PlatformFigures {
  readonly platform: Platform;
  readonly ours: ServerFigures;
  readonly bare: ServerFigures;
  /** Processor time added to a request, round by round: median and least. Milliseconds. */
  readonly added: number;
  readonly addedMin: number;
  /** Bytes of an answer, mean of the lines. */
  readonly answerBytes: number;
}

export interface MemoryPoint {
  readonly requests: number;
  readonly held: number;
  readonly resident: number;
}

export interface ServiceData {
  readonly rounds: number;
  readonly perRound: number;
  readonly platforms: readonly PlatformFigures[];
  /** `engine.answer` alone, for the same lines, in this process: part of what is added. Milliseconds, mean. */
  readonly answer: number;
  readonly memory: readonly MemoryPoint[];
  /** Absent in results of earlier versions. */
  readonly traffic?: TrafficData;
}

/** What people ask. The bare servers give our answers to these lines in turn. */
const LINES = [
  '/sessions sdg8',
  '/speaker Popova',
  '/recommendations migration',
  '/ask how many IT workers will Japan be short of by 2030?',
  '/sessions "future of work" japan',
  '/speaker Duell',
  '/ask what should universities do?',
  '/sessions e-learning -poll',
];

const ROUNDS = 8;
const PER_ROUND = 400;
/** The figure is that of a service that has run for a while: V8 goes on compiling for some thousand requests, on both sides. */
const WARM_UP = 4_000;
const POINTS = 10;
export const DEFAULT_REQUESTS = 10_000;

/** @param requests for the memory in the long run, over all platforms. */
export async function measureService(requests: number): Promise<ServiceData> {
  const cloud = await startCloud();
  const sender = createSender(cloud.url);
  const load = createLoad();
  begin('service: starting it');
  const ours = await startOurs(PLATFORMS, cloud.url, sender.credentials);
  try {
    const platforms: PlatformFigures[] = [];
    for (const platform of PLATFORMS)
      platforms.push(await comparePlatform(platform, { cloud, sender, load, ours }));
    const memory = await measureMemory(requests, { sender, load, ours });
    const answer = await measureEngine();
    await ours.stop();
    return {
      rounds: ROUNDS,
      perRound: PER_ROUND,
      platforms,
      answer,
      memory,
      traffic: await measureTraffic(),
    };
  } finally {
    await ours.stop();
    load.stop();
    await cloud.stop();
  }
}

/** What the answers themselves cost, without anything around them. */
async function measureEngine(): Promise<number> {
  const archive = openArchive(await loadShipped());
  const engine = createEngine(() => archive);
  const lines = Array.from({ length: WARM_UP }, (_, place) => LINES[place % LINES.length] as string);
  for (const text of lines) await engine.answer({ text });
  const before = process.cpuUsage();
  for (const text of lines) await engine.answer({ text });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / lines.length;
}

interface Rig {
  readonly cloud: Cloud;
  readonly sender: Sender;
  readonly load: Load;
  readonly ours: RunningServer;
}

/** Gives one line after the other. */
function turning(platform: Platform, sender: Sender): () => ReturnType<Sender['request']> {
  let place = 0;
  return () => sender.request(platform, LINES[place++ % LINES.length] as string);
}

async function comparePlatform(
  platform: Platform,
  { cloud, sender, load, ours }: Rig,
): Promise<PlatformFigures> {
  begin(`service: ${platform}`);
  const answers: string[] = [];
  for (const line of LINES) {
    const reply = await load.one(ours.port, sender.request(platform, line));
    // On Teams the answer goes to the connector; elsewhere it is the response.
    answers.push(platform === 'teams' ? withoutAddress(cloud.last()) : reply);
  }
  const bare = await startBare(platform, { credentials: sender.credentials, answers });
  try {
    const servers = { ours, bare };
    const rounds: Record<'ours' | 'bare', { cpu: number; throughput: number }[]> = { ours: [], bare: [] };
    for (const { port } of [ours, bare]) {
      advance('warming up');
      await load.send(port, WARM_UP, turning(platform, sender));
    }
    for (let round = 0; round < ROUNDS; round++) {
      advance(`${round + 1}/${ROUNDS}`);
      for (const which of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const server = servers[which];
        const before = await server.usage('usage');
        const { seconds } = await load.send(server.port, PER_ROUND, turning(platform, sender));
        const after = await server.usage('usage');
        rounds[which].push({ cpu: (after.cpu - before.cpu) / PER_ROUND, throughput: PER_ROUND / seconds });
      }
    }
    const added = rounds.ours.map(({ cpu }, round) => cpu - (rounds.bare[round]?.cpu ?? 0));
    return {
      platform,
      ours: figuresOf(rounds.ours),
      bare: figuresOf(rounds.bare),
      added: median(added),
      addedMin: Math.min(...added),
      answerBytes: Buffer.byteLength(answers.join('')) / answers.length,
    };
  } finally {
    await bare.stop();
  }
}

function figuresOf(rounds: readonly { cpu: number; throughput: number }[]): ServerFigures {
  const cpus = rounds.map(({ cpu }) => cpu);
  return {
    cpu: median(cpus),
    cpuMin: Math.min(...cpus),
    throughput: median(rounds.map(({ throughput }) => throughput)),
  };
}

/** The message itself: whom it goes to is for the SDK to say. */
function withoutAddress(message: string): string {
  const {
    from: _f,
    recipient: _r,
    conversation: _c,
    serviceUrl: _s,
    replyToId: _i,
    ...rest
  } = JSON.parse(message) as Record<string, unknown>;
  return JSON.stringify(rest);
}

async function measureMemory(
  requests: number,
  { sender, load, ours }: Omit<Rig, 'cloud'>,
): Promise<MemoryPoint[]> {
  const points: MemoryPoint[] = [];
  const next = PLATFORMS.map((platform) => turning(platform, sender));
  let sent = 0;
  const look = async (): Promise<void> => {
    const { held, resident } = await ours.usage('memory');
    points.push({ requests: sent, held, resident });
  };
  await look();
  for (let point = 1; point <= POINTS; point++) {
    begin(`service: memory, ${sent.toLocaleString('en')} of ${requests.toLocaleString('en')} requests`);
    const count = Math.round((requests * point) / POINTS) - sent;
    let turn = 0;
    await load.send(ours.port, count, () => (next[turn++ % next.length] as (typeof next)[number])());
    sent += count;
    await look();
  }
  return points;
}

/** How many times the memory held after a tenth of the requests is held after all of them; NaN where there were none. */
export function memoryGrowth(memory: readonly MemoryPoint[]): number {
  const first = memory[1];
  const last = memory.at(-1);
  return first === undefined || last === undefined ? Number.NaN : last.held / first.held;
}

export function serviceTables({
  platforms,
  answer,
  memory,
  rounds,
  perRound,
  traffic,
}: ServiceData): Table[] {
  const rate = (value: number): string => `${Math.round(value).toLocaleString('en')} /s`;
  return [
    {
      id: 'service-added',
      title: `Processor time of the server for a request, ${rounds} rounds of ${perRound} requests in turn`,
      columns: [
        'platform',
        'bare SDK',
        'ours',
        'added',
        'added, least',
        'bare SDK, requests',
        'ours, requests',
        'answer',
      ],
      rows: platforms.map(({ platform, bare, ours, added, addedMin, answerBytes }) => [
        platform,
        formatTime(bare.cpu),
        formatTime(ours.cpu),
        formatTime(added),
        formatTime(addedMin),
        rate(bare.throughput),
        rate(ours.throughput),
        `${(answerBytes / 1_000).toFixed(1)} kB`,
      ]),
      notes: [`Of what is added, engine.answer takes ${formatTime(answer)} for the same lines.`],
    },
    {
      id: 'service-memory',
      title: `Memory over ${(memory.at(-1)?.requests ?? 0).toLocaleString('en')} requests, after full collections`,
      columns: ['requests', 'held', 'resident'],
      rows: memory.map(({ requests, held, resident }) => [
        requests.toLocaleString('en'),
        formatBytes(held),
        formatBytes(resident),
      ]),
    },
    ...(traffic === undefined ? [] : trafficTables(traffic)),
  ];
}
