/**
 * How many connections are open, and who has to go when there are too many: first those on which nothing is asked, the
 * longest idle before the others. One address alone may not take all of them, and probes always find room.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';
import type { Log } from '../contract/adapter.ts';

export interface ConnectionLimits {
  readonly all: number;
  /** Of one address, where that is no proxy's. */
  readonly address: number;
  /** Beyond `all`, for probes: everything else is asked to come again there. */
  readonly reserve: number;
}

/** A browser opens six; people behind one address share it. A thousand idle ones cost some 20 MB. */
export const CONNECTION_LIMITS: ConnectionLimits = { all: 4_000, address: 200, reserve: 24 };

/** Why a connection was closed: idle when room was needed, one too many of its address, or no room at all. */
export type Closing = 'idle' | 'address' | 'full';

interface ConnectionsOptions {
  readonly limits: ConnectionLimits;
  /** An address behind which many people are: there is no telling them apart by it. */
  readonly isProxy: (address: string) => boolean;
  readonly onClosed: (reason: Closing) => void;
  readonly log: Log;
}

export interface Connections {
  /** Takes a new connection, for which another may have to go. */
  open(socket: Socket): void;
  /** A request came; it keeps its connection until `response` is closed. */
  serving(request: IncomingMessage, response: ServerResponse): void;
  /** True where there was room for probes alone. */
  isReserved(request: IncomingMessage): boolean;
  /** Closes connections on which no byte ever came. */
  endSilent(): void;
  readonly count: number;
  /** How many were ever opened. */
  readonly opened: number;
}

interface Held {
  readonly socket: Socket;
  readonly address: string;
  readonly reserved: boolean;
  /** Requests in work. */
  requests: number;
}

/** Between two warnings, milliseconds. */
const WARN_AGAIN = 60_000;

/** Keeps the books of one server's connections. */
export function createConnections(options: ConnectionsOptions): Connections {
  const { limits, isProxy, onClosed, log } = options;
  const held = new Map<Socket, Held>();
  /** The longest idle first. */
  const idle = new Set<Held>();
  const ofAddress = new Map<string, number>();
  let reserved = 0;
  let opened = 0;
  let warned = Number.NEGATIVE_INFINITY;

  function warn(reason: Closing, address: string): void {
    onClosed(reason);
    const now = performance.now();
    if (now - warned < WARN_AGAIN) return;
    warned = now;
    log.warn({ reason, address, open: held.size }, WARNINGS[reason]);
  }

  /** True where one of those that `fits` could go. */
  function endIdle(reason: Closing, fits: (one: Held) => boolean): boolean {
    for (const one of idle) {
      if (!fits(one)) continue;
      warn(reason, one.address);
      forget(one);
      one.socket.destroy();
      return true;
    }
    return false;
  }

  function forget(one: Held): void {
    if (!held.delete(one.socket)) return;
    idle.delete(one);
    if (one.reserved) reserved -= 1;
    const others = (ofAddress.get(one.address) ?? 1) - 1;
    if (others === 0) ofAddress.delete(one.address);
    else ofAddress.set(one.address, others);
  }

  /** Whether there is room, and which; what has to go for it is gone then. */
  function roomFor(address: string): 'for all' | 'for probes' | 'none' {
    const crowded = !isProxy(address) && (ofAddress.get(address) ?? 0) >= limits.address;
    if (crowded && !endIdle('address', (one) => one.address === address)) {
      warn('address', address);
      return 'none';
    }
    if (held.size - reserved < limits.all || endIdle('idle', (one) => !one.reserved)) return 'for all';
    if (reserved < limits.reserve || endIdle('idle', (one) => one.reserved)) return 'for probes';
    warn('full', address);
    return 'none';
  }

  return {
    get count() {
      return held.size;
    },
    get opened() {
      return opened;
    },
    open(socket) {
      opened += 1;
      const address = plainAddress(socket.remoteAddress);
      const room = roomFor(address);
      if (room === 'none') {
        socket.destroy();
        return;
      }
      const one: Held = { socket, address, reserved: room === 'for probes', requests: 0 };
      held.set(socket, one);
      idle.add(one);
      if (one.reserved) reserved += 1;
      ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1);
      socket.once('close', () => forget(one));
    },
    serving({ socket }, response) {
      const one = held.get(socket);
      if (one === undefined) return;
      one.requests += 1;
      idle.delete(one);
      response.once('close', () => {
        one.requests -= 1;
        if (one.requests === 0 && held.has(socket)) idle.add(one);
      });
    },
    isReserved: ({ socket }) => held.get(socket)?.reserved === true,
    endSilent() {
      for (const { socket } of held.values()) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}

const WARNINGS: Readonly<Record<Closing, string>> = {
  idle: 'too many connections are open; those that are idle are closed for new ones',
  address:
    'one address opens too many connections; its idle ones are closed. Is it a proxy? Then name it in TRUSTED_PROXIES',
  full: 'too many requests at once: a connection was refused',
};

/** An IPv4 address that came over an IPv6 socket, as the IPv4 address that it is. */
function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/i, '');
}

/** This machine and private networks: who comes from there is a proxy, a load balancer or a neighbour. */
const NEAR = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
];

/**
 * Tells proxies by their addresses: those near, and those that are named (`203.0.113.7`, `198.51.100.0/24`).
 * @throws Error naming a text that is neither an address nor a network
 */
export function proxiesOf(named: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const text of [...NEAR, ...named]) addNetwork(list, text);
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

function addNetwork(list: BlockList, text: string): void {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (version === 0 || rest.length > 0 || !(length <= most))
    throw new Error(`${text} is no address or network`);
  list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
}
