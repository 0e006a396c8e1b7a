/**
 * The service at work: doors, store, engine, host and adapters, opened in the order in which they need each
 * other and ended in the opposite one. Knows no platform; it is given adapters that are configured.
 */
import { DECLARATIONS } from '../commands/declarations.ts';
import type { Host, Status } from '../contract/adapter.ts';
import { createHost } from '../contract/host.ts';
import { createTraffic } from '../contract/traffic.ts';
import { createTroubleBook, type Trouble, type Troubles } from '../contract/troubles.ts';
import type { Engine } from '../engine.ts';
import { messageOf } from '../kit/errors.ts';
import { within } from '../kit/waiting.ts';
import type { Watch } from '../store/database.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Access, accessOf, createGate } from './access.ts';
import type { ServiceConfiguration } from './configuration.ts';
import { proxiesOf } from './connections.ts';
import { type CurationDesk, createCuration } from './curation.ts';
import { createFinder } from './doors.ts';
import { type LivingEngine, openLivingEngine } from './engine/living.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { allowedNames, isAllowed, isLocal, isLoopback } from './hosts.ts';
import { type HttpServer, listen } from './http.ts';
import type { RootLog } from './log.ts';
import { createMetrics, type ServiceMetrics } from './metrics.ts';
import { type Configured, type Supervisor, supervise } from './supervisor.ts';

/** How long the start waits for adapters to connect before it calls itself ready without them, in milliseconds. */
const FIRST_TRIES = 5_000;
/** Kept of the time to stop for what follows the requests: closing the store and the second door. Milliseconds. */
const LAST_STEPS = 500;

/** Names of parts that can be in trouble beside the adapters. */
const STATE = 'state';
const ENGINE = 'engine';

export interface ServiceOptions {
  readonly configuration: ServiceConfiguration;
  readonly knowledgeFolder: string;
  /** Address of the file that the engine's thread begins with (`engine/worker.ts`, as Node can load it). */
  readonly worker: URL;
  readonly adapters: readonly Configured[];
  /** How this machine reaches the local pages; as for a service with nothing connected where absent. */
  readonly access?: Access;
  /** Platforms whose answers can be drawn, configured or not; none where absent. Asked for when they are needed. */
  readonly previews?: Host['previews'];
  readonly log: RootLog;
  /** Node's own figures among the metrics. */
  readonly processMetrics?: boolean;
}

export interface Service {
  readonly engine: Engine;
  readonly living: LivingEngine;
  /** Where everybody knocks, and where this machine does: the same where nothing leads here from outside. */
  readonly address: string;
  readonly localAddress: string;
  /** Resolves when every adapter was tried once; from then on `/readyz` says so. */
  readonly ready: Promise<void>;
  statuses(): ReadonlyMap<string, Status>;
  /** Lasting failures, of adapters and of the store. */
  troubles(): readonly Trouble[];
  /** Ends in order. Names what had to be cut off; empty where everything ended by itself. */
  stop(): Promise<readonly string[]>;
}

/**
 * Starts everything. The adapters are being tried when it resolves.
 * @throws the system's error where a port is taken, KnowledgeError, StoreError: nothing is left running then.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { configuration, log } = options;
  const access = options.access ?? accessOf(configuration, []);
  const metrics = createMetrics({ process: options.processMetrics === true });
  let phase: Readiness['phase'] = 'opening';
  let living: LivingEngine | undefined;
  let supervisor: Supervisor | undefined;
  let store: Store | undefined;
  let desk: CurationDesk | undefined;
  const doors: HttpServer[] = [];

  const troubles = createTroubleBook();
  const statuses = () => withTroubles(supervisor?.statuses() ?? new Map(), troubles.current());
  const revision = () => living?.revision ?? '';
  const isProxy = proxiesOf(configuration.trustedProxies);
  const names = allowedNames(configuration.host, configuration.publicUrl);

  function openDoor(door: 'main' | 'admin'): Promise<HttpServer> {
    const main = door === 'main';
    const local: typeof isLocal = main && access.door === 'admin' ? () => false : isLocal;
    const gate = createGate(access.token);
    const readiness = () => ({
      phase,
      revision: revision(),
      adapters: statuses(),
      troubles: troubles.current(),
    });
    const own = healthRoutes({
      readiness,
      metrics,
      isTrusted: (request) => local(request) && gate.admits(request),
    });
    return listen({
      host: main ? configuration.host : '127.0.0.1',
      port: main ? configuration.port : configuration.adminPort,
      allowed: main ? (name) => isAllowed(name, names) : isLoopback,
      allowedHint:
        'This host name is not served here. Set PUBLIC_URL to the address that is used from outside.',
      find: createFinder({
        publicArchive: configuration.publicArchive,
        isLocal: local,
        gate,
        own,
        opening: () => supervisor === undefined,
        routes: (path) => supervisor?.routes(path) ?? [],
        statuses,
      }),
      isProxy,
      onClosed: metrics.closed,
      onServed: (route, status, seconds) => metrics.served(route, status, seconds),
      log,
    });
  }

  async function closeAll(deadline: number): Promise<readonly string[]> {
    phase = 'draining';
    const waiting = Math.max(deadline - LAST_STEPS, LAST_STEPS);
    const [main, admin] = doors;
    const [requests, adapters] = await Promise.all([main?.stop(waiting), supervisor?.stop(waiting)]);
    await living?.stop(LAST_STEPS);
    await store?.close();
    // Last, so that the figures and the health of the end itself can still be seen.
    await admin?.stop(LAST_STEPS);
    return [...(requests === 'cut off' ? ['requests'] : []), ...(adapters ?? [])];
  }

  // Its thread loads the knowledge while the rest is opened here.
  const opening = openLivingEngine({
    worker: options.worker,
    folder: options.knowledgeFolder,
    log,
    troubles: troubles.of(ENGINE, log),
    onReload(outcome) {
      metrics.reloaded(outcome);
      desk?.reloaded(outcome);
    },
  });
  opening.then((opened) => (living = opened)).catch(() => {});

  try {
    for (const door of access.door === 'main' ? (['main'] as const) : (['main', 'admin'] as const)) {
      const server = await openDoor(door);
      doors.push(server);
      log.info({ door, address: server.address, port: server.port }, 'listening');
    }
    const kept = await openStore({
      folder: configuration.stateFolder,
      url: configuration.databaseUrl,
      key: configuration.stateKey,
      oldKey: configuration.oldStateKey,
      keepQuestions: configuration.keepQuestions,
      watch: watchStore(troubles.of(STATE, log), configuration),
      warn: (message) => log.warn({}, message),
    });
    store = kept;
    const opened = await opening;
    const curating = createCuration({
      folder: options.knowledgeFolder,
      living: () => opened,
      feedback: kept.feedback,
      questions: kept.questions,
    });
    desk = curating;
    const engine = measured(opened.engine, metrics, curating);
    const traffic = createTraffic();
    supervisor = supervise({
      adapters: options.adapters,
      hostFor: (name) =>
        createHost({
          name,
          engine,
          store: kept,
          log: log.child({ adapter: name }),
          troubles: troubles.of(name, log.child({ adapter: name })),
          metrics,
          traffic,
          declarations: DECLARATIONS,
          curation: curating.port,
          publicArchive: configuration.publicArchive,
          ...(options.previews === undefined ? {} : { previews: options.previews }),
          ...(configuration.publicUrl === undefined ? {} : { publicUrl: configuration.publicUrl }),
        }),
    });
    metrics.watch({
      adapters: statuses,
      revision,
      troubles: troubles.current,
      waiting: () => traffic.waiting,
      connections: () => doors.reduce((sum, door) => sum + door.connections, 0),
    });
    // The archive opens while the platforms answer; until it can be asked, the service is not ready.
    const ready = Promise.all([
      supervisor.settled(FIRST_TRIES),
      within(
        opened.engine.browse.overview().catch(() => {}),
        FIRST_TRIES,
      ),
    ]).then(() => {
      if (phase === 'opening') phase = 'ready';
    });

    const [main, admin] = doors;
    return {
      engine,
      living: opened,
      address: main?.address ?? '',
      localAddress: (admin ?? main)?.address ?? '',
      ready,
      statuses,
      troubles: troubles.current,
      stop: () => closeAll(configuration.shutdown),
    };
  } catch (failure) {
    await opening.catch(() => {});
    await closeAll(LAST_STEPS);
    throw failure;
  }
}

/** A part's trouble shows in its status, whatever the part itself thinks of it. */
function withTroubles(
  statuses: ReadonlyMap<string, Status>,
  troubles: readonly Trouble[],
): ReadonlyMap<string, Status> {
  return new Map(
    [...statuses].map(([name, status]) => {
      const own = troubles.filter(({ part }) => part === name).map(({ what }) => what);
      if (status.state !== 'ready' || own.length === 0) return [name, status];
      return [name, { state: 'degraded', detail: own.join('; ') }];
    }),
  );
}

/** Tells where what must be remembered cannot be kept, and where it can again. */
function watchStore(troubles: Troubles, { databaseUrl }: ServiceConfiguration): Watch {
  const remedy =
    databaseUrl === undefined
      ? 'Make room on the disk, and let this user write to STATE_DIR'
      : 'See that the database of DATABASE_URL runs, can be reached from here and has room';
  return {
    failed: (failure) =>
      troubles.begin(
        'state',
        `what must be remembered cannot be kept (${messageOf(failure)}): deliveries are refused until it can. ${remedy}`,
      ),
    recovered: () => troubles.end('state'),
  };
}

function measured(engine: Engine, metrics: ServiceMetrics, desk: CurationDesk): Engine {
  return {
    browse: engine.browse,
    suggest: (request) => engine.suggest(request),
    refineForm: (request) => engine.refineForm(request),
    readRefined: (request) => engine.readRefined(request),
    get revision() {
      return engine.revision;
    },
    async answer(request) {
      const started = performance.now();
      const answer = await engine.answer(request);
      metrics.answered(answer, (performance.now() - started) / 1000);
      desk.answered(request.text, answer);
      return answer;
    },
  };
}
