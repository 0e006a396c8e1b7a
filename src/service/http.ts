/**
 * One HTTP server: what every request passes before a route sees it, and an orderly end.
 *
 * Guards: the Host header (DNS rebinding), the path's form, the size of bodies, times for slow senders, strict headers on
 * every reply. Routes are looked up on every request, so that adapters can be mounted while the server runs.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import helmet from 'helmet';
import type { Log, Route } from '../contract/adapter.ts';
import { BODY_LIMIT } from '../kit/body.ts';
import { settles } from '../kit/waiting.ts';
import {
  type Closing,
  CONNECTION_LIMITS,
  type ConnectionLimits,
  createConnections,
  proxiesOf,
} from './connections.ts';
import { hostName } from './hosts.ts';

/** Each value beside its reason. Times in milliseconds, sizes in bytes. */
export const HTTP_LIMITS = {
  body: BODY_LIMIT,
  /** The longest line is 500 characters; percent-encoded and with cookies of other programs on localhost. */
  header: 16 * 1024,
  headers: 10_000,
  /** Until the whole request has arrived. */
  request: 20_000,
  /** Longer than the 60 s that load balancers keep idle connections, so that they never send into a closed one. */
  keepAlive: 65_000,
  /** A connection on which nothing moves at all. */
  silence: 90_000,
  /** At the end, for the first byte of a connection that was taken before: it may be on its way, or never come. */
  firstByte: 500,
  /** At the end, for connections that the system holds ready and nobody took yet. */
  queue: 1_000,
} as const;

/** Names refused that the log tells, so that a scanner does not fill it. */
const NAMES_TOLD = 5;

/** What a request finds: a route, or the status with which it is turned away. */
export type Found =
  | { readonly route: Route }
  | { readonly status: 401 | 403 | 404 | 503; readonly reason: string };

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** True for the names in Host headers that are served. */
  readonly allowed: (name: string) => boolean;
  /** Told in the refusal of an unknown name, and in the log. */
  readonly allowedHint: string;
  /** Finds the route of a request; `path` is without its query. */
  readonly find: (request: IncomingMessage, path: string) => Found;
  /** An address behind which many people are: those near where absent, see `proxiesOf`. */
  readonly isProxy?: (address: string) => boolean;
  readonly onClosed?: (reason: Closing) => void;
  /** Others than usual, for tests. */
  readonly connections?: ConnectionLimits;
  readonly onServed: (route: string, status: number, seconds: number) => void;
  readonly log: Log;
}

export interface HttpServer {
  /** `http://127.0.0.1:3000`, with the port that was really taken. */
  readonly address: string;
  readonly port: number;
  /** Connections that are open. */
  readonly connections: number;
  /** Takes no new connections, ends idle ones, and waits up to `deadline` milliseconds for requests in work. */
  stop(deadline: number): Promise<'drained' | 'cut off'>;
}

/** Paths that say nothing of the service and are asked by address: by probes, under whatever name. */
const PROBES = new Set(['/healthz', '/readyz']);

/** @throws the system's error where the port is taken or may not be used. */
export async function listen(options: HttpOptions): Promise<HttpServer> {
  const secure = helmet(HEADERS);
  const responses = new Set<ServerResponse>();
  const { log } = options;
  const connections = createConnections({
    limits: options.connections ?? CONNECTION_LIMITS,
    isProxy: options.isProxy ?? proxiesOf([]),
    onClosed: options.onClosed ?? (() => {}),
    log,
  });
  const told = new Set<string>();
  let stopping = false;

  /** Deliveries of a platform would be lost without a word where PUBLIC_URL is not set. */
  function tell(request: IncomingMessage): void {
    const name = hostName(request.headers.host) ?? '';
    if (told.has(name) || told.size === NAMES_TOLD) return;
    told.add(name);
    options.log.warn({ host: name }, options.allowedHint);
  }

  const server = createServer(
    {
      maxHeaderSize: HTTP_LIMITS.header,
      headersTimeout: HTTP_LIMITS.headers,
      requestTimeout: HTTP_LIMITS.request,
      keepAliveTimeout: HTTP_LIMITS.keepAlive,
      // Probes may have none; everything else is refused without one all the same.
      requireHostHeader: false,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      const started = performance.now();
      let name = 'refused';
      responses.add(response);
      connections.serving(request, response);
      makeRelative(request);
      const reserved = connections.isReserved(request);
      if (stopping || reserved) response.setHeader('Connection', 'close');
      response.once('close', () => {
        responses.delete(response);
        const seconds = (performance.now() - started) / 1000;
        options.onServed(name, response.statusCode, seconds);
        options.log.debug(
          { method: request.method, route: name, status: response.statusCode, seconds },
          'served',
        );
      });
      secure(request, response, () => {
        const path = pathOf(request) ?? '/';
        if (reserved && !PROBES.has(path)) {
          response.setHeader('Retry-After', '5');
          return plain(response, 503, 'Too many connections are open. Please come again.');
        }
        const refusal = refuse(request, options);
        if (refusal !== undefined) {
          if (refusal.status === 421) tell(request);
          return plain(response, refusal.status, refusal.reason);
        }
        limitBody(request, response);
        const found = options.find(request, path);
        if ('status' in found) {
          if (found.status === 503) response.setHeader('Retry-After', '5');
          if (found.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
          return plain(response, found.status, found.reason);
        }
        name = found.route.path;
        run(found.route, request, response, options.log);
      });
    },
  );
  server.on('clientError', answerBadRequest);
  server.setTimeout(HTTP_LIMITS.silence);
  server.on('connection', connections.open);

  await start(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get connections() {
      return connections.count;
    },
    address: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async stop(deadline) {
      stopping = true;
      for (const response of responses) if (!response.headersSent) response.setHeader('Connection', 'close');
      await emptyQueue(() => connections.opened);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Browsers open connections in advance; one that never sends a byte would hold the end up. Under load a request
      // may be waiting on a connection that was taken and not read yet.
      // A turn later, what came while this process was busy has been read.
      const silent = setTimeout(() => void nextTurn().then(connections.endSilent), HTTP_LIMITS.firstByte);
      const drained = await settles(closed, deadline);
      clearTimeout(silent);
      if (!drained) server.closeAllConnections();
      return drained ? 'drained' : 'cut off';
    },
  };
}

/**
 * The system completes connections before anybody takes them, and resets those that wait when the server closes: so all
 * are taken first, until a turn of the loop brings no more, or for as long as that may take.
 */
async function emptyQueue(opened: () => number): Promise<void> {
  const end = performance.now() + HTTP_LIMITS.queue;
  let before: number;
  do {
    before = opened();
    // The first turn ends where we stand, the second one has looked for connections.
    await nextTurn();
    await nextTurn();
  } while (opened() !== before && performance.now() < end);
}

/** What Node could not read as a request: told in words where the sender still listens. */
function answerBadRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, text] = BAD_REQUESTS[error.code ?? ''] ?? ['400 Bad Request', 'This is not a request.'];
  const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(text) + 1}\r\n\r\n${text}\n`);
}

const BAD_REQUESTS: Readonly<Record<string, readonly [status: string, text: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'This is too long to be read. A line has at most 500 characters.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
};

/** Connections that the system completes before we take them: as many as it allows, for they come in bursts. */
const BACKLOG = 4_096;

function start(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface Refusal {
  readonly status: 400 | 413 | 421;
  readonly reason: string;
}

function refuse(request: IncomingMessage, options: HttpOptions): Refusal | undefined {
  const path = pathOf(request);
  if (path === undefined) return { status: 400, reason: 'The request names no path.' };
  if (!PROBES.has(path)) {
    const name = hostName(request.headers.host);
    if (name === undefined) return { status: 400, reason: 'The Host header is missing or no host name.' };
    if (!options.allowed(name)) return { status: 421, reason: options.allowedHint };
  }
  if (Number(request.headers['content-length'] ?? 0) > HTTP_LIMITS.body) {
    return { status: 413, reason: `The body is larger than ${HTTP_LIMITS.body} bytes.` };
  }
  return undefined;
}

/** A request may name the whole address, as to a proxy; what it names goes before its Host header then. */
function makeRelative(request: IncomingMessage): void {
  const match = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '');
  if (match === null) return;
  const [, host = '', rest = ''] = match;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}

function pathOf(request: IncomingMessage): string | undefined {
  const url = request.url ?? '';
  return url.startsWith('/') ? url.split(/[?#]/, 1)[0] : undefined;
}

/** A body without a stated length is counted as it comes; a sender who goes on for too long is cut off. */
function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    received += Buffer.isBuffer(chunk) ? chunk.length : 0;
    if (received <= HTTP_LIMITS.body) return push(chunk, encoding);
    if (!response.headersSent) plain(response, 413, `The body is larger than ${HTTP_LIMITS.body} bytes.`);
    response.once('finish', () => request.destroy());
    return false;
  };
}

function run(route: Route, request: IncomingMessage, response: ServerResponse, log: Log): void {
  const failed = (error: unknown) => {
    log.error({ error, route: route.path }, 'a request could not be served');
    if (!response.headersSent) plain(response, 500, 'Something went wrong here. Please try again.');
    else response.destroy();
  };
  try {
    // A listener may well be asynchronous, though its type does not say so.
    const result: unknown = route.handle(request, response);
    if (result instanceof Promise) result.catch(failed);
  } catch (error) {
    failed(error);
  }
}

/** A reply of one plain line, after which the connection is of no further use where the request was not read. */
function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  if (status === 400 || status === 413 || status === 421) response.setHeader('Connection', 'close');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${text}\n`);
}

/** Nothing but our own files, no frames, no plug-ins, nothing inline. A route may set its own policy over this one. */
const HEADERS: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  // The service itself speaks http; whoever puts TLS before it decides on this one.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};
