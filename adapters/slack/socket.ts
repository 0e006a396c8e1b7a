/**
 * Keeps Socket Mode connected. Slack renews every connection after some hours, and networks fail: a lost connection is
 * opened again, at once the first time, then with growing pauses. The library's own reconnecting is switched off: it
 * ends in an unhandled rejection where opening fails.
 */

import type { Log } from '../../src/contract/adapter.ts';
import { messageOf } from '../../src/kit/errors.ts';
import { withChance } from '../../src/kit/retry.ts';
import { sleep } from '../../src/kit/waiting.ts';

/** What this room needs of the library's SocketModeClient. */
export interface SocketClient {
  start(): Promise<unknown>;
  disconnect(): Promise<unknown>;
  once(event: 'disconnected', listener: () => void): unknown;
}

interface SocketOptions {
  readonly client: SocketClient;
  readonly log: Log;
  /** Milliseconds to wait for Slack's greeting. */
  readonly deadline: number;
  /** Milliseconds of the first pause after a failed try; doubled at each further one up to `longest`. */
  readonly pause: { readonly first: number; readonly longest: number };
}

export interface Socket {
  /** Resolves after the first try, with why it failed where it did. */
  readonly opened: Promise<unknown>;
  state(): { readonly connected: boolean; readonly reason: string };
  stop(): Promise<void>;
}

export function keepConnected({ client, log, deadline, pause }: SocketOptions): Socket {
  const stopping = new AbortController();
  let connected = false;
  let reason = 'connecting';
  let tellOpened: (failure: unknown) => void = () => {};
  const opened = new Promise<unknown>((resolve) => (tellOpened = resolve));

  async function connect(): Promise<void> {
    const timer = setTimeout(() => void client.disconnect().catch(() => {}), deadline);
    try {
      await client.start();
    } catch (error) {
      throw error ?? new Error(`Slack did not greet within ${deadline / 1000} s`);
    } finally {
      clearTimeout(timer);
    }
  }

  async function run(): Promise<void> {
    for (let wait = pause.first; !stopping.signal.aborted; ) {
      try {
        // Listened for before the start, so that a connection lost at once is noticed.
        const lost = new Promise<void>((resolve) => void client.once('disconnected', resolve));
        await connect();
        connected = true;
        wait = pause.first;
        tellOpened(undefined);
        log.info({}, 'Socket Mode is connected');
        await lost;
        connected = false;
        reason = 'the connection was lost; opening it again';
        if (!stopping.signal.aborted) log.info({}, 'Socket Mode was disconnected; connecting again');
      } catch (error) {
        connected = false;
        reason = messageOf(error);
        tellOpened(error);
        if (stopping.signal.aborted) return;
        log.warn({ error, wait }, 'Socket Mode could not connect; will try again');
        await sleep(withChance(wait), stopping);
        wait = Math.min(wait * 2, pause.longest);
      }
    }
  }

  const running = run();
  return {
    opened,
    state: () => ({ connected, reason }),
    async stop() {
      stopping.abort();
      await client.disconnect().catch(() => {});
      await running;
    },
  };
}
