/**
 * What machines ask: `/healthz` (the process lives), `/readyz` (it can answer; not while it opens or ends) and
 * `/metrics`. Outsiders learn from `/readyz` no more than the status.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Route, Status } from '../contract/adapter.ts';
import type { Trouble } from '../contract/troubles.ts';
import type { ServiceMetrics } from './metrics.ts';

export interface Readiness {
  readonly phase: 'opening' | 'ready' | 'draining';
  readonly revision: string;
  readonly adapters: ReadonlyMap<string, Status>;
  readonly troubles: readonly Trouble[];
}

interface HealthOptions {
  readonly readiness: () => Readiness;
  readonly metrics: ServiceMetrics;
  /** Who may know more than that the service is ready. */
  readonly isTrusted: (request: IncomingMessage) => boolean;
}

/** The routes that a door serves itself, whatever adapters there are. */
export function healthRoutes({ readiness, metrics, isTrusted }: HealthOptions): readonly Route[] {
  const healthz: RequestListener = (_request, response) => send(response, 200, { alive: true });

  const readyz: RequestListener = (request, response) => {
    const { phase, revision, adapters, troubles } = readiness();
    const ready = phase === 'ready';
    const details = isTrusted(request)
      ? { phase, revision, adapters: Object.fromEntries(adapters), troubles }
      : {};
    send(response, ready ? 200 : 503, { ready, ...details });
  };

  const figures = async (_request: IncomingMessage, response: ServerResponse) => {
    const { text, type } = await metrics.print();
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
  };

  return [
    { path: '/healthz', handle: readsOnly(healthz) },
    { path: '/readyz', handle: readsOnly(readyz) },
    { path: '/metrics', audience: 'local', handle: readsOnly(figures) },
  ];
}

function readsOnly(handle: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return handle(request, response);
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(`${JSON.stringify(body)}\n`);
}
