/**
 * Opens the adapters beside each other and keeps trying those that fail: a bad token of one platform must not silence
 * the others. Also finds which adapter a path belongs to.
 */

import type { Adapter, Connection, Host, Route, Status } from '../contract/adapter.ts';
import { messageOf } from '../kit/errors.ts';
import { withChance } from '../kit/retry.ts';
import { sleep, within } from '../kit/waiting.ts';

export interface Configured {
  readonly adapter: Adapter;
  readonly config: unknown;
}

interface SupervisorOptions {
  readonly adapters: readonly Configured[];
  /** The host that the adapter of this name is opened with. */
  readonly hostFor: (adapter: string) => Host;
  /** Milliseconds before the first further try; doubled at each, up to `longest`. */
  readonly patience?: { readonly first: number; readonly longest: number };
}

export interface Supervisor {
  statuses(): ReadonlyMap<string, Status>;
  /** The routes for a path: the exact ones, else those of the longest prefix; in the order in which they are preferred. */
  routes(path: string): readonly Route[];
  /** Resolves when every adapter was tried once, or after `deadline` milliseconds. */
  settled(deadline: number): Promise<void>;
  /** Ends tries and connections; names the adapters that did not stop within `deadline` milliseconds. */
  stop(deadline: number): Promise<readonly string[]>;
}

/** Half a minute would be long for a network that was gone for a moment; ten minutes do not tire a platform. */
const PATIENCE = { first: 5_000, longest: 10 * 60_000 };

/** Begins to open all adapters at once; returns before any of them is connected. */
export function supervise(options: SupervisorOptions): Supervisor {
  const patience = options.patience ?? PATIENCE;
  const stopping = new AbortController();
  const connections = new Map<string, Connection>();
  const trying = new Map<string, Status>();
  const firstTries: Promise<void>[] = [];
  const tries: Promise<void>[] = [];

  for (const { adapter, config } of options.adapters) {
    trying.set(adapter.name, { state: 'starting', detail: 'connecting' });
    let tried = () => {};
    firstTries.push(new Promise((resolve) => (tried = resolve)));
    tries.push(keepTrying(adapter, config, () => tried()).finally(() => tried()));
  }

  async function keepTrying(adapter: Adapter, config: unknown, tried: () => void): Promise<void> {
    const host = options.hostFor(adapter.name);
    const { log } = host;
    for (let wait = patience.first; !stopping.signal.aborted; wait = Math.min(wait * 2, patience.longest)) {
      try {
        await openOne(adapter, config, host);
        return;
      } catch (error) {
        const seconds = Math.round(wait / 1000);
        const detail = `could not connect: ${firstLineOf(error)}; next try in ${seconds} s`;
        trying.set(adapter.name, { state: 'degraded', detail });
        log.error({ error, reason: firstLineOf(error), seconds }, 'could not connect; will try again');
      }
      tried();
      // A little chance, so that replicas do not come back at the same moment. Ends early when told to stop.
      await sleep(withChance(wait), stopping);
    }
  }

  async function openOne(adapter: Adapter, config: unknown, host: Host): Promise<void> {
    const connection = await adapter.open(config, host);
    const taken = connection.routes.find(({ path }) => findExact(path) !== undefined);
    if (stopping.signal.aborted || taken !== undefined) {
      await connection.stop(1_000);
      if (taken !== undefined) throw new Error(`the path ${taken.path} belongs to another adapter`);
      return;
    }
    connections.set(adapter.name, connection);
    host.log.info({ status: connection.status().detail }, 'open');
  }

  function findExact(path: string): Route | undefined {
    for (const { routes } of connections.values()) {
      for (const route of routes) if (route.path === path) return route;
    }
    return undefined;
  }

  function statusOf(name: string): Status {
    const connection = connections.get(name);
    return connection?.status() ?? trying.get(name) ?? { state: 'stopped', detail: '' };
  }

  return {
    statuses: () => new Map(options.adapters.map(({ adapter: { name } }) => [name, statusOf(name)])),

    routes(path) {
      const all = [...connections.values()].flatMap(({ routes }) => routes);
      const exact = all.filter((route) => route.path === path);
      if (exact.length > 0) return exact;
      const fitting = all.filter((route) => route.path.endsWith('/') && path.startsWith(route.path));
      const longest = Math.max(...fitting.map((route) => route.path.length));
      return fitting.filter((route) => route.path.length === longest);
    },

    async settled(deadline) {
      await within(Promise.all(firstTries), deadline);
    },

    async stop(deadline) {
      stopping.abort();
      const late = await Promise.all(
        [...connections].map(async ([name, connection]) => {
          try {
            return (await within(connection.stop(deadline), deadline)).done ? [] : [name];
          } catch (error) {
            options.hostFor(name).log.error({ error }, 'did not stop in order');
            return [name];
          }
        }),
      );
      await within(Promise.all(tries), Math.min(deadline, 1_000));
      return late.flat();
    },
  };
}

function firstLineOf(error: unknown): string {
  return messageOf(error).split('\n', 1)[0] ?? '';
}
