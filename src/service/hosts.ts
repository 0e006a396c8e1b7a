/**
 * Who may ask what: which Host headers are served at all, and whether a request comes from this machine itself.
 *
 * A page on loopback is still reachable from any website in the reader's browser once its name points to 127.0.0.1
 * (DNS rebinding), so names that are not ours are refused. And a tunnel or a reverse proxy on this machine makes the
 * whole internet look like loopback, so what it forwards counts as coming from outside.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** True for the names and addresses by which a machine means itself. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}

/** True for addresses that stand for every interface; they are no name that a request could carry. */
function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '[::]';
}

/** The name in a Host header, without its port, in lower case; undefined where it is missing or no name at all. */
export function hostName(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header);
  return match?.[1]?.toLowerCase().replace(/\.$/, '');
}

/** The names that this service answers to: loopback, the interface it listens on, and the public address. */
export function allowedNames(host: string, publicUrl: string | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  if (!isWildcard(host))
    names.add(host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host.toLowerCase());
  if (publicUrl !== undefined) names.add(new URL(publicUrl).hostname.toLowerCase());
  return names;
}

/** Whether a request may be served under this name: one of `names`, or one by which the machine means itself. */
export function isAllowed(name: string, names: ReadonlySet<string>): boolean {
  return isLoopback(name) || names.has(name);
}

/** Headers that only a proxy adds. */
const FORWARDING = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
] as const;

/** True for a request made on this machine itself, to a loopback name, that no proxy has passed on. */
export function isLocal(request: IncomingMessage): boolean {
  const name = hostName(request.headers.host);
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return (
    name !== undefined &&
    isLoopback(name) &&
    isLoopback(peer) &&
    FORWARDING.every((header) => request.headers[header] === undefined)
  );
}
