/**
 * Between Bolt's receivers and its App: each delivery is claimed, given its handle, and acknowledged at the right time.
 * The same for HTTP and Socket Mode. Knows Bolt's events by their shape alone.
 */
import type { Host } from '../../src/contract/adapter.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { NotInstalled } from './installations.ts';
import { LIMITS } from './limits.ts';
import { askerOf, lastingKey } from './receive.ts';
import { LITERAL } from './respond.ts';
import { saysIn } from './says.ts';

/** The part of Bolt's ReceiverEvent that matters here. */
interface BoltEvent {
  readonly body: object;
  readonly ack: (body?: never) => Promise<unknown>;
  readonly customProperties?: Readonly<Record<string, unknown>>;
}

interface ReceivingOptions<Event extends BoltEvent> {
  readonly host: Host;
  readonly deliveries: Deliveries;
  readonly isStopping: () => boolean;
  /** Where the app can be installed again, for workspaces that have no installation. */
  readonly installUrl: string | undefined;
  /** Bolt's App. */
  readonly handle: (event: Event) => Promise<void>;
  /**
   * Bolt acknowledges an event before its listeners run. Over HTTP its receiver keeps that back until they did; over a
   * socket it would end Slack's retries too early, so it is kept back here.
   */
  readonly holdEvents: boolean;
}

/** Not now: another delivery of the same is in work, or the adapter stops. Slack is asked to come again. */
export class Busy extends Error {
  override readonly name = 'Busy';
  constructor(reason: string) {
    super(reason);
  }
}

/** What a receiver calls in the place of Bolt's App. Rejects with Busy, or where handling failed. */
export function createReceiving<Event extends BoltEvent>(
  options: ReceivingOptions<Event>,
): (event: Event) => Promise<void> {
  const { host, deliveries, handle } = options;
  return async (event) => {
    if (options.isStopping()) throw new Busy('stopping');
    let acknowledged = false;
    const ack = async (body?: unknown) => {
      acknowledged = true;
      await event.ack(body as never);
    };
    const held = options.holdEvents && 'event' in event.body;
    if (host.isBusy()) {
      if ('event' in event.body) {
        host.metrics.count('deliveries', { outcome: 'refused' });
        throw new Busy('too much is waiting');
      }
      if (await owes(event.body, host)) {
        await ack();
        return;
      }
    }
    const work = async (delivery: Delivery) => {
      const customProperties = { ...event.customProperties, delivery };
      await handle({ ...event, ack: held ? async () => {} : ack, customProperties });
    };
    try {
      const outcome = await deliveries.take(event, work);
      if (outcome === 'busy') throw new Busy('a delivery of the same is in work');
      // Repeats, held events, and requests that no listener was there for.
      if (!acknowledged) await ack();
    } catch (error) {
      if (!isNotInstalled(error)) throw error;
      // Slack's retries would end the same way; a person who asked is told how to get out of it.
      host.log.warn({ error }, 'a request of a workspace without an installation was dropped');
      if (acknowledged) return;
      const text = saysIn().own.notInstalled(options.installUrl);
      await ack('command' in event.body ? { response_type: 'ephemeral', text, ...LITERAL } : undefined);
    }
  };
}

/** Puts down what Slack never sends again, for as long as its response_url works. */
async function owes(body: object, host: Host): Promise<boolean> {
  const key = lastingKey(body);
  const asker = askerOf(body);
  if (key === undefined || asker === undefined) return false;
  return host.for(asker).owe(key, JSON.stringify(body), LIMITS.responseUrlLife.value - LAST_MINUTE);
}

/** Kept of a response_url's life for the answer itself. Milliseconds. */
const LAST_MINUTE = 60_000;

/** Serves what is owed; see `Host.settle`. Rejects where it could not be answered. */
export function createSettling<Event extends BoltEvent>({
  deliveries,
  handle,
}: Pick<ReceivingOptions<Event>, 'deliveries' | 'handle'>): (payload: string) => Promise<void> {
  return async (payload) => {
    const body = JSON.parse(payload) as object;
    await deliveries.settle({ body }, async (delivery) => {
      const event: BoltEvent = { body, ack: async () => {}, customProperties: { delivery, owed: true } };
      await handle(event as Event);
    });
  };
}

/** Nobody's token answers this workspace: so says the store, at the bottom of what Bolt and its OAuth library wrap. */
export function isNotInstalled(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth += 1) {
    if (at instanceof NotInstalled) return true;
    const { original, cause } = at as Error & { readonly original?: unknown };
    at = original ?? cause;
  }
  return false;
}
