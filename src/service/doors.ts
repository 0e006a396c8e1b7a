/**
 * Which door leads where. The main door (HOST, PORT) serves platforms' deliveries to everyone; the page and the figures
 * are for this machine, through the main door where nothing leads there from outside, else through a second one on 127.0.0.1.
 */
import type { IncomingMessage } from 'node:http';
import type { Route, Status } from '../contract/adapter.ts';
import type { Gate } from './access.ts';
import type { Found } from './http.ts';

const LATER = { status: 503, reason: 'Not connected yet. Please come again.' } as const;
const WANTED =
  'This page wants a token: open the link that the start showed on its terminal, or add ?token= and the value of ADMIN_TOKEN to the address. Programs send it as "Authorization: Bearer".';
const FORGED = 'Only our own pages may send this: the Origin header names another place, or is missing.';

interface DoorsOptions {
  readonly publicArchive: boolean;
  /** True for requests of this machine itself. */
  readonly isLocal: (request: IncomingMessage) => boolean;
  /** What this machine itself has to show for the local pages. */
  readonly gate: Gate;
  /** The service's own routes: health and metrics. */
  readonly own: readonly Route[];
  /** The adapters' routes for a path, in the order in which they are preferred; the first that is open is taken. */
  readonly routes: (path: string) => readonly Route[];
  /** True until there are adapters at all, while state and archive are opened: nobody's path is known yet. */
  readonly opening: () => boolean;
  readonly statuses: () => ReadonlyMap<string, Status>;
}

/** Finds the route of a request by its path and by who asks; 404 tells neither of the two apart. */
export function createFinder(options: DoorsOptions): (request: IncomingMessage, path: string) => Found {
  return (request, path) => {
    const local = options.isLocal(request);
    const own = options.own.filter((one) => one.path === path);
    const found = own.length > 0 ? own : options.routes(path);
    const route = found.find((one) => isOpenTo(one, local, options.publicArchive));
    if (own.length === 0 && options.opening()) return LATER;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    // The page takes every path that nobody else does, but a delivery is no reader: its platform should come again
    // while the adapter that it is meant for is not connected.
    if (!reads && found.every((one) => one.path === '/')) {
      const waiting = [...options.statuses().values()].some(
        ({ state }) => state === 'starting' || state === 'degraded',
      );
      if (waiting) return LATER;
    }
    if (route === undefined) return { status: 404, reason: 'Nothing is served here.' };
    if (!isOpenTo(route, false, options.publicArchive)) {
      const entering = options.gate.entering(request);
      if (entering !== undefined) return { route: entering };
      if (!options.gate.admits(request)) return { status: 401, reason: WANTED };
      if (options.gate.isForged(request)) return { status: 403, reason: FORGED };
    }
    return { route };
  };
}

function isOpenTo(route: Route, local: boolean, publicArchive: boolean): boolean {
  switch (route.audience ?? 'everyone') {
    case 'everyone':
      return true;
    case 'archive':
      return local || publicArchive;
    case 'local':
      return local;
  }
}
