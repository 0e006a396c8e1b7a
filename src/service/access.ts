/**
 * Who sees the local pages: the playground, the curator's view with what people asked, the figures.
 *
 * A request that a proxy or a tunnel passes on may look exactly like one of this machine, so it is not guessed from the
 * request: as soon as anything leads to the service from outside, the local pages have a port of their own, which no proxy
 * is told of, and want a token there. It comes with the link that the start shows, and stays in a cookie.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ConfigurationProblem, Route } from '../contract/adapter.ts';
import type { ServiceConfiguration } from './configuration.ts';
import { isLoopback } from './hosts.ts';

/** How this machine reaches the local pages. */
export interface Access {
  /** Through the main port, or through ADMIN_PORT alone. */
  readonly door: 'main' | 'admin';
  /** What they want to be shown; absent where they are open to this machine. */
  readonly token?: string;
  /** The token was made at this start: nobody knows it who is not told. */
  readonly made?: true;
}

/** What is connected: whether its platform delivers over HTTP, so that something passes the internet's requests on. */
interface Connected {
  readonly overHttp: boolean;
}

/**
 * Where the local pages are and what they want, by what is configured.
 * @example
 * accessOf(configuration, []) // { door: 'main' }: nothing is connected, and nobody but this machine gets here
 */
export function accessOf(
  { host, publicUrl, publicArchive, adminToken }: ServiceConfiguration,
  platforms: readonly Connected[],
): Access {
  const exposed =
    !isLoopback(host) ||
    publicUrl !== undefined ||
    publicArchive ||
    platforms.some(({ overHttp }) => overHttp);
  const door = exposed ? 'admin' : 'main';
  if (adminToken !== undefined) return { door, token: adminToken };
  // Without a way in from outside, other users of this machine still are no readers of what people asked.
  if (!exposed && platforms.length === 0) return { door };
  return { door, token: randomBytes(18).toString('base64url'), made: true };
}

/** The one port cannot be both doors; whether there are two depends on what is connected. */
export function findClash(
  { port, adminPort }: ServiceConfiguration,
  { door }: Access,
): ConfigurationProblem[] {
  if (door === 'main' || port === 0 || port !== adminPort) return [];
  return [
    {
      variables: ['PORT', 'ADMIN_PORT'],
      message: `are both ${port}`,
      remedy: 'Give ADMIN_PORT a port of its own.',
    },
  ];
}

/** The part of an address that carries the token. */
const PARAMETER = 'token';

/** The address that opens the local pages once; they keep the token in a cookie then. */
export function linkWith(token: string, address: string): string {
  return `${address}/?${new URLSearchParams({ [PARAMETER]: token })}`;
}

/** Guards the local pages of one door. */
export interface Gate {
  /** True where the request may see them: it shows the token, or none is wanted. */
  admits(request: IncomingMessage): boolean;
  /** True where another website may have sent the request: it would change something, and does not come from our own pages. */
  isForged(request: IncomingMessage): boolean;
  /** What takes a right token out of the address and keeps it; undefined where the request brings none. */
  entering(request: IncomingMessage): Route | undefined;
}

/** `token` absent: all are admitted. */
export function createGate(token: string | undefined): Gate {
  if (token === undefined) return { admits: () => true, isForged: isForeign, entering: () => undefined };
  // Cookies are sent to every port of a host: what another program there is sent must not be the token itself.
  const kept = createHmac('sha256', token).update('cookie').digest('base64url');
  const bearer = (request: IncomingMessage) =>
    /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return {
    admits: (request) =>
      isSame(bearer(request), token) || cookiesOf(request).some((value) => isSame(value, kept)),
    // Nobody but a program of the operator's can send the token as a header.
    isForged: (request) => !isSame(bearer(request), token) && isForeign(request),
    entering(request) {
      const { path, query } = splitAddress(request.url ?? '/');
      if (request.method !== 'GET' || !isSame(query.get(PARAMETER) ?? undefined, token)) return undefined;
      query.delete(PARAMETER);
      const rest = query.size === 0 ? path : `${path}?${query}`;
      return {
        path: 'entering',
        handle: (_request, response) => {
          response
            .writeHead(303, {
              Location: rest,
              'Set-Cookie': `${cookieName(request)}=${kept}; Path=/; HttpOnly; SameSite=Strict`,
              'Cache-Control': 'no-store',
            })
            .end();
        },
      };
    },
  };
}

/** Two services of one machine share a host, and so their cookies: the port keeps them apart. */
function cookieName({ socket }: IncomingMessage): string {
  return `rapporteur-${socket.localPort ?? 0}`;
}

function cookiesOf(request: IncomingMessage): string[] {
  const name = `${cookieName(request)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.flatMap((pair) => (pair.startsWith(name) ? [pair.slice(name.length)] : []));
}

/** Takes as long whatever is wrong with it. */
function isSame(given: string | undefined, right: string): boolean {
  if (given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

/** Browsers tell the origin of everything that is no mere reading; a program that is none need not. */
function isForeign({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  if (headers.origin === undefined) return headers.cookie !== undefined;
  return headers.origin.toLowerCase() !== `http://${headers.host ?? ''}`.toLowerCase();
}

/** A path that begins with two slashes would lead to another host. */
function splitAddress(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', query = ''] = url.split('?', 2);
  return { path: path.replace(/^\/+/, '/'), query: new URLSearchParams(query) };
}
