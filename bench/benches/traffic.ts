/** The service under load: a burst, one who floods, idle connections, an end under load, and an edit of a large archive. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateArchive } from '../data/archive.ts';
import { writeArchive } from '../data/folder.ts';
import { loadShipped } from '../data/shipped.ts';
import { percentile } from '../measure/statistics.ts';
import { begin } from '../progress.ts';
import { type Cloud, startCloud } from '../service/cloud.ts';
import { createSender, PLATFORMS, type Platform, type Sender } from '../service/platforms.ts';
import { type RunningServer, startOurs } from '../service/servers.ts';
import { burst, type Fate, fateOf, idleSockets } from '../service/swarm.ts';
import { formatBytes, formatTime, type Table } from '../table.ts';

export interface BurstFigures {
  readonly platform: Platform;
  readonly sent: number;
  /** Acknowledged within three seconds, and later than that. */
  readonly inTime: number;
  readonly late: number;
  /** Refused with 503, for the platform to come again. */
  readonly refused: number;
  /** Everything else: other words, broken connections. */
  readonly lost: number;
  /** Milliseconds until the last one was acknowledged or refused. */
  readonly last: number;
  /** Acknowledged and never answered, a minute after the burst. */
  readonly unanswered: number;
  /** Milliseconds until the last answer had come. */
  readonly answered: number;
}

export interface TrafficData {
  readonly bursts: readonly BurstFigures[];
  /** Another person's `help` while one sends 500 lines at once: milliseconds. */
  readonly fairness: { readonly platform: Platform; readonly p50: number; readonly max: number }[];
  /** A probe and a command while a thousand connections idle: milliseconds. */
  readonly idle: { readonly sockets: number; readonly probe: number; readonly command: number };
  /** Requests of 300 a second that were sent before and after SIGTERM. */
  readonly drain: {
    readonly sent: number;
    readonly answered: number;
    readonly refused: number;
    readonly broken: number;
  };
  readonly reload: {
    readonly sessions: number;
    /** Milliseconds, of answers asked one after the other before and while the edit is taken up. */
    readonly before: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly during: { readonly p50: number; readonly p99: number; readonly max: number };
    /** The longest that a request to the receiving thread took meanwhile, in milliseconds. */
    readonly receiver: number;
    readonly seconds: number;
    /** Bytes, before and after three edits. */
    readonly resident: number;
    readonly residentAfter: number;
  };
}

const BURST = 2_000;
const IN_TIME = 3_000;
const LINE = '/sessions sdg8';
const SESSIONS = 10_000;

export async function measureTraffic(): Promise<TrafficData> {
  const cloud = await startCloud();
  const sender = createSender(cloud.url);
  const onServer = async <T>(work: (ours: RunningServer) => Promise<T>, more = {}): Promise<T> => {
    const ours = await startOurs(PLATFORMS, cloud.url, sender.credentials, more);
    try {
      return await work(ours);
    } finally {
      await ours.stop();
    }
  };
  try {
    const bursts: BurstFigures[] = [];
    const fairness: TrafficData['fairness'] = [];
    for (const platform of PLATFORMS) {
      begin(`service: ${BURST} at once, ${platform}`);
      bursts.push(await onServer((ours) => measureBurst(ours, platform, sender, cloud)));
      begin(`service: one who floods, ${platform}`);
      fairness.push(await onServer((ours) => measureFairness(ours, platform, sender)));
    }
    begin('service: idle connections');
    const idle = await onServer((ours) => measureIdle(ours, sender));
    begin('service: an end under load');
    const drain = await onServer((ours) => measureDrain(ours, sender));
    begin('service: an edit of a large archive');
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
    try {
      writeArchive(folder, generateArchive(await loadShipped(), { sessions: SESSIONS }));
      const reload = await onServer((ours) => measureReload(ours, folder), { KNOWLEDGE_DIR: folder });
      return { bursts, fairness, idle, drain, reload };
    } finally {
      rmSync(folder, { recursive: true });
    }
  } finally {
    await cloud.stop();
  }
}

async function measureBurst(
  { port }: RunningServer,
  platform: Platform,
  sender: Sender,
  cloud: Cloud,
): Promise<BurstFigures> {
  for (let warm = 0; warm < 50; warm++) await fateOf(port, sender.request(platform, LINE));
  await untilQuiet(cloud);
  const before = cloud.answers();
  const start = performance.now();
  const fates = await burst(
    port,
    Array.from({ length: BURST }, () => sender.request(platform, LINE)),
  );
  const acknowledged = fates.filter(({ status }) => status >= 200 && status < 300);
  const refused = fates.filter(({ status }) => status === 503).length;
  // On Teams every answer is a message of its own; elsewhere it may be the acknowledgement's body.
  const inBody = platform === 'teams' ? 0 : acknowledged.filter(isAnswer).length;
  const owed = acknowledged.length - inBody;
  let answered = performance.now() - start;
  for (let seen = 0; seen < owed && performance.now() - start < 60_000; ) {
    await pause(20);
    if (cloud.answers() - before === seen) continue;
    seen = cloud.answers() - before;
    answered = performance.now() - start;
  }
  return {
    platform,
    sent: fates.length,
    inTime: acknowledged.filter(({ took }) => took <= IN_TIME).length,
    late: acknowledged.filter(({ took }) => took > IN_TIME).length,
    refused,
    lost: fates.length - acknowledged.length - refused,
    last: Math.max(...fates.map(({ took }) => took)),
    unanswered: Math.max(0, owed - (cloud.answers() - before)),
    answered,
  };
}

/** A body that holds an answer: a message of Slack's, or an interaction's reply that is no deferral. */
function isAnswer({ body }: Fate): boolean {
  return body.includes('"blocks"') || body.includes('"components"');
}

async function measureFairness({ port }: RunningServer, platform: Platform, sender: Sender) {
  for (let warm = 0; warm < 50; warm++) await fateOf(port, sender.request(platform, '/help'));
  const flood = burst(
    port,
    Array.from({ length: 500 }, () => sender.request(platform, LINE, '00000000000000001')),
  );
  const times: number[] = [];
  let over = false;
  void flood.then(() => (over = true));
  do {
    times.push((await fateOf(port, sender.request(platform, '/help'))).took);
    await pause(20);
  } while (!over);
  return { platform, p50: percentile(times, 0.5), max: Math.max(...times) };
}

async function measureIdle({ port }: RunningServer, sender: Sender): Promise<TrafficData['idle']> {
  const sockets = 1_000;
  const close = await idleSockets(port, sockets);
  const start = performance.now();
  await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } });
  const probe = performance.now() - start;
  const { took, status } = await fateOf(port, sender.request('slack', LINE));
  close();
  return { sockets, probe, command: status === 200 ? took : Number.NaN };
}

async function measureDrain(ours: RunningServer, sender: Sender): Promise<TrafficData['drain']> {
  const fates: Promise<Fate>[] = [];
  for (let sent = 0; sent < 450; sent++) {
    if (sent === 300) ours.end();
    fates.push(fateOf(ours.port, sender.request('discord', LINE)));
    await pause(1000 / 300);
  }
  const all = await Promise.all(fates);
  const answered = all.filter(({ status }) => status === 200).length;
  const refused = all.filter(({ status, took }) => status === 503 || (status === 0 && took < 5)).length;
  return { sent: all.length, answered, refused, broken: all.length - answered - refused };
}

const ASKED = ['sessions sdg8', 'speaker p-1', 'recommendations climate', 'sessions skills 2015'];

async function measureReload(ours: RunningServer, folder: string): Promise<TrafficData['reload']> {
  const page = (path: string) => fetch(`http://127.0.0.1:${ours.port}${path}`);
  const revision = async (): Promise<string> =>
    ((await (await page('/readyz')).json()) as { revision: string }).revision;
  let turn = 0;
  let receiver = 0;
  const one = async (): Promise<number> => {
    const start = performance.now();
    await (await page(`/api/answer?q=${encodeURIComponent(ASKED[turn++ % ASKED.length] ?? '')}`)).text();
    const took = performance.now() - start;
    const probing = performance.now();
    await (await page('/healthz')).text();
    receiver = Math.max(receiver, performance.now() - probing);
    await pause(10);
    return took;
  };
  const figures = (times: readonly number[]) => ({
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    max: Math.max(...times),
  });
  for (let warm = 0; warm < 400; warm++) await one();
  const before: number[] = [];
  for (let asked = 0; asked < 400; asked++) before.push(await one());
  const { resident } = await ours.usage('memory');
  receiver = 0;
  const file = join(folder, 'events', 's-7.yaml');
  const text = readFileSync(file, 'utf8');
  const during: number[] = [];
  let seconds = 0;
  for (let edit = 1; edit <= 3; edit++) {
    const old = await revision();
    const start = performance.now();
    writeFileSync(file, text.replace('"title": "', `"title": "Edited ${edit} `));
    while ((await revision()) === old) during.push(await one());
    seconds = (performance.now() - start) / 1_000;
    for (let asked = 0; asked < 50; asked++) during.push(await one());
  }
  await pause(3_000);
  const { resident: residentAfter } = await ours.usage('memory');
  return {
    sessions: SESSIONS,
    before: figures(before),
    during: figures(during),
    receiver,
    seconds,
    resident,
    residentAfter,
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until no answer has come for a moment. */
async function untilQuiet(cloud: Cloud): Promise<void> {
  for (let seen = -1; seen !== cloud.answers(); ) {
    seen = cloud.answers();
    await pause(300);
  }
}

export function trafficTables({ bursts, fairness, idle, drain, reload }: TrafficData): Table[] {
  const many = (value: number): string => value.toLocaleString('en');
  return [
    {
      id: 'service-burst',
      title: `${many(BURST)} deliveries at once, each over a connection of its own`,
      columns: [
        'platform',
        'acknowledged in 3 s',
        'later',
        'refused for a retry',
        'lost',
        'last one after',
        'unanswered',
        'last answer after',
      ],
      rows: bursts.map(({ platform, inTime, late, refused, lost, last, unanswered, answered }) => [
        platform,
        ...[inTime, late, refused, lost].map(many),
        formatTime(last),
        many(unanswered),
        formatTime(answered),
      ]),
    },
    {
      id: 'service-fairness',
      title: "Another person's /help while one sends 500 lines at once",
      columns: ['platform', 'median', 'longest'],
      rows: fairness.map(({ platform, p50, max }) => [platform, formatTime(p50), formatTime(max)]),
    },
    {
      id: 'service-doors',
      title: 'Idle connections, and an end under load',
      columns: ['', 'measured'],
      rows: [
        [`a probe beside ${many(idle.sockets)} idle connections`, formatTime(idle.probe)],
        [`a command beside ${many(idle.sockets)} idle connections`, formatTime(idle.command)],
        [
          `${many(drain.sent)} requests, 300 a second, SIGTERM after 300`,
          `${many(drain.answered)} answered, ${many(drain.refused)} refused, ${many(drain.broken)} broken off`,
        ],
      ],
    },
    {
      id: 'service-reload',
      title: `An edit of an archive of ${many(reload.sessions)} sessions, taken up while questions are asked`,
      columns: ['', 'median', 'p99', 'longest'],
      rows: [
        ['answers before', ...Object.values(reload.before).map(formatTime)],
        ['answers meanwhile', ...Object.values(reload.during).map(formatTime)],
      ],
      notes: [
        `Taken up after ${reload.seconds.toFixed(1)} s. The receiving thread kept nobody waiting for more than ${formatTime(reload.receiver)}. Resident before: ${formatBytes(reload.resident)}, after three edits: ${formatBytes(reload.residentAfter)}.`,
      ],
    },
  ];
}
