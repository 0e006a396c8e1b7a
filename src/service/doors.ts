/**
 * Which door leads where. The main door (HOST, PORT) serves platforms' deliveries to everyone; the page and the figures
 * are for this machine, through the main door where that is on loopback, else through a second one on 127.0.0.1.
 */
import type { IncomingMessage } from 'node:http';
import type { Route, Status } from '../contract/adapter.ts';
import type { Found } from './http.ts';

interface DoorsOptions {
  readonly publicArchive: boolean;
  /** True for requests of this machine itself. */
  readonly isLocal: (request: IncomingMessage) => boolean;
  /** The service's own routes: health and metrics. */
  readonly own: readonly Route[];
  /** The adapters' routes for a path, in the order in which they are preferred; the first that is open is taken. */
  readonly routes: (path: string) => readonly Route[];
  readonly statuses: () => ReadonlyMap<string, Status>;
}

/** Finds the route of a request by its path and by who asks; 404 tells neither of the two apart. */
export function createFinder(options: DoorsOptions): (request: IncomingMessage, path: string) => Found {
  return (request, path) => {
    const local = options.isLocal(request);
    const own = options.own.filter((one) => one.path === path);
    const found = own.length > 0 ? own : options.routes(path);
    const route = found.find((one) => isOpenTo(one, local, options.publicArchive));
    const reads = request.method === 'GET' || request.method === 'HEAD';
    // The page takes every path that nobody else does, but a delivery is no reader: its platform should come again
    // while the adapter that it is meant for is not connected.
    if (!reads && found.every((one) => one.path === '/')) {
      const waiting = [...options.statuses().values()].some(
        ({ state }) => state === 'starting' || state === 'degraded',
      );
      if (waiting) return { status: 503, reason: 'Not connected yet. Please come again.' };
    }
    return route === undefined ? { status: 404, reason: 'Nothing is served here.' } : { route };
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
