/** The web pages on the real server, behind the real doors. */
import { web } from '../../adapters/web/adapter.ts';
import type { WebConfiguration } from '../../adapters/web/config.ts';
import { openArchive } from '../../src/archive/memory.ts';
import type { Adapter, Host } from '../../src/contract/adapter.ts';
import { createHost } from '../../src/contract/host.ts';
import { createEngine } from '../../src/engine.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { createGate } from '../../src/service/access.ts';
import { createFinder } from '../../src/service/doors.ts';
import { isLocal, isLoopback } from '../../src/service/hosts.ts';
import { type HttpServer, listen } from '../../src/service/http.ts';
import { supervise } from '../../src/service/supervisor.ts';
import { openStore } from '../../src/store/store.ts';
import { createRecordingLog, createRecordingMetrics } from './recorders.ts';

export interface Site extends HttpServer {
  /** Ends the pages, then the server. */
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Everybody counts as coming from outside. */
  readonly outside?: boolean;
  readonly publicArchive?: boolean;
  /** The adapter with the playground's bundles; without them where absent. */
  readonly adapter?: Adapter<WebConfiguration>;
}

/** Pages over knowledge of one's own. */
export async function openSiteOver(knowledge: Knowledge, options: SiteOptions = {}): Promise<Site> {
  const archive = openArchive(knowledge);
  const host = createHost({
    name: 'web',
    engine: createEngine(() => archive),
    store: await openStore(),
    log: createRecordingLog(),
    metrics: createRecordingMetrics(),
    declarations: [],
  });
  return openSite(host, options);
}

export async function openSite(host: Host, options: SiteOptions = {}): Promise<Site> {
  const supervisor = supervise({
    adapters: [{ adapter: options.adapter ?? web, config: {} }],
    hostFor: () => host,
  });
  await supervisor.settled(10_000);
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    allowed: isLoopback,
    allowedHint: '',
    find: createFinder({
      publicArchive: options.publicArchive === true,
      isLocal: options.outside === true ? () => false : isLocal,
      own: [],
      gate: createGate(undefined),
      opening: () => false,
      routes: (path) => supervisor.routes(path),
      statuses: () => supervisor.statuses(),
    }),
    onServed: () => {},
    log: host.log,
  });
  return {
    ...server,
    async close() {
      await Promise.all([supervisor.stop(1_000), server.stop(1_000)]);
    },
  };
}
