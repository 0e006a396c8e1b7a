/**
 * What every answer goes through: once per delivery, within the turn or after it, tried again where the connector is
 * busy, said sorry for where the archive fails.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { TooMany } from '../../src/contract/quotas.ts';
import { growingPauses, withRetries } from '../../src/kit/retry.ts';
import { within } from '../../src/kit/waiting.ts';
import type { Account, Outgoing } from './activity.ts';
import { TokenRefused } from './credentials.ts';
import { ConnectorError, classify, isClosed } from './failures.ts';
import type { Self } from './mention.ts';
import type { Received } from './received.ts';
import { rememberAnswer } from './remembered.ts';
import { bareOf, renderMessage } from './render.ts';
import { renderPlain, renderWords } from './render-plain.ts';
import type { Says } from './says.ts';
import type { Sender, Timing } from './turn.ts';

/** The HTTP response to an activity. */
export interface Response {
  readonly status: number;
  readonly body?: unknown;
}

export interface Services {
  readonly host: Host;
  readonly self: Self;
  /** For trying out on this machine, with a client that is not Teams. */
  readonly local: boolean;
  readonly timing: Timing;
  /** Work that goes on after its response; the connection waits for it when it stops. */
  track(work: Promise<unknown>): void;
  /** Given up when the connection stops and its deadline is over. */
  readonly signal: AbortSignal;
}

/** A line under the card. Source: Microsoft Learn, Universal Actions: response format of `adaptiveCard/action`. */
export function said(text: string): Response {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

export const OK: Response = { status: 200 };
/** The platform, if it comes again, is served then. */
export const COME_AGAIN: Response = { status: 503 };

/** The conversation takes nothing of ours, today and when the platform comes again: the asker is told elsewhere. */
export const CLOSED: Response = { status: 200 };

/** One activity being answered. */
export interface Turn {
  /** What was received, for counts. */
  readonly kind: Received['kind'];
  readonly services: Services;
  readonly sender: Sender;
  /** Who alone is to see what is sent, where the question was asked in private. */
  readonly only: Account | undefined;
  /** When the activity came; milliseconds since the epoch. */
  readonly from: number;
  /** Whether the conversation shows that somebody is typing. Channels do not, and in private nobody is to see it. */
  readonly typing: boolean;
  /** What is said beside answers, in the language of whom the activity is from. */
  readonly says: Says;
  /** The conversation's id; '' where none is told. */
  readonly conversation: string;
  /** It is one-to-one. */
  readonly isDirect: boolean;
}

/** Our words could be said after all, but the work is not done: a repeat of the delivery is to be served. */
class Apologised extends Error {}

/**
 * Runs `work` once per delivery. What takes longer than the turn goes on after the response. Where the archive fails,
 * the asker is told, and a repeat of the same delivery would be served.
 * @param closed what comes of it where the conversation is closed to us: the asker is told one-to-one, unless the response can
 */
export async function converse(
  turn: Turn,
  delivery: string | undefined,
  kind: string,
  work: () => Promise<void>,
  closed: () => Promise<Response> = () => tellDirectly(turn),
): Promise<Response> {
  const { host, timing, track } = turn.services;
  const typing = announce(turn);
  const running = (
    delivery === undefined ? work().then(() => ({ state: 'done' as const })) : host.once(delivery, work)
  )
    .then((outcome): Response => (outcome.state === 'busy' ? COME_AGAIN : OK))
    .catch(async (error: unknown): Promise<Response> => {
      fail(host, kind, error);
      if (isClosed(error)) return closed();
      return error instanceof Apologised ? OK : COME_AGAIN;
    })
    .finally(() => clearTimeout(typing));
  track(running);
  const outcome = await within(running, turn.from + timing.turn - Date.now());
  return outcome.done ? outcome.value : OK;
}

/** In a one-to-one chat that is closed there is nobody left to tell, and nobody where the bot is not installed for them. */
export async function tellDirectly(turn: Turn): Promise<Response> {
  const { host } = turn.services;
  if (turn.isDirect) return CLOSED;
  try {
    await patiently(turn, () => turn.sender.direct(renderWords(turn.says.own.closed)));
  } catch (error) {
    const status = error instanceof ConnectorError ? error.status : undefined;
    host.log.warn({ status }, 'nobody could be told that their conversation is closed to the bot');
  }
  return CLOSED;
}

/** Shows the typing sign when the answer takes a while. It is a courtesy: its failure is nobody's concern. */
function announce({ services, sender, typing }: Turn): NodeJS.Timeout | undefined {
  return typing
    ? setTimeout(() => void sender.send({ type: 'typing' }).catch(() => undefined), services.timing.typing)
    : undefined;
}

/** Where the line belongs, and for whose eyes dates and numbers are written. */
interface About {
  /** Of the people mentioned in the line. */
  readonly names?: readonly string[];
  readonly thread?: string;
  readonly locale?: string;
}

/** Asks the archive; rejects where it fails, or takes longer than anybody waits. */
export function find(turn: Turn, text: string, { names, thread, locale }: About): Promise<Answer> {
  return counted(
    turn,
    turn.services.host.ask({
      text,
      ...(names === undefined ? {} : { names }),
      ...(thread === undefined ? {} : { thread }),
      ...(locale === undefined ? {} : { locale }),
    }),
  );
}

/** What was asked for, as long as anybody waits for it. */
export async function counted(turn: Turn, asking: Promise<Answer>): Promise<Answer> {
  const { host, timing } = turn.services;
  const found = await within(asking, turn.from + timing.giveUp - Date.now());
  if (!found.done) {
    throw new Error('the archive took too long');
  }
  host.metrics.count('requests', { kind: turn.kind, outcome: found.value.outcome });
  return found.value;
}

/** What was found; where the asker asks too much or the archive failed, says so in the conversation and rejects with `Apologised`. */
export async function orApologise(turn: Turn, finding: Promise<Answer>): Promise<Answer> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof TooMany) {
      turn.services.host.metrics.count('requests', { kind: turn.kind, outcome: 'limited' });
      const words = renderWords(turn.says.chat.tooMany(error.whose));
      // Said once: a reply to each of a flood would be a flood of our own.
      if (!error.again) await patiently(turn, () => turn.sender.send(words, turn.only));
      throw new Apologised('The asker asks too much and was told.', { cause: error });
    }
    await patiently(turn, () => turn.sender.send(renderWords(turn.says.own.failed), turn.only));
    throw new Apologised('The archive failed; the asker was told.', { cause: error });
  }
}

export function ask(turn: Turn, text: string, about: About): Promise<Answer> {
  return orApologise(turn, find(turn, text, about));
}

/**
 * Sends the card; where it is refused, the card with nothing around it, then plain text. In the place of `message` where that
 * is given. Gives the id of the message that holds it, '' where none is told.
 */
export async function deliver(turn: Turn, found: Answer, back?: string, message?: string): Promise<string> {
  const { sender, only, services } = turn;
  const call = (one: Outgoing): Promise<string> =>
    patiently(turn, async () => {
      if (message === undefined) return sender.send(one, only);
      await sender.update(message, one, only);
      return message;
    });
  // Teams has no buttons of its own below what one person alone sees, and clients for trying out have none at all.
  const judgedBelow = only === undefined && !services.local;
  const whole = renderMessage(found, {
    private: only !== undefined,
    judgedBelow,
    ...(back === undefined ? {} : { back }),
  });
  const forms = [whole, bareOf(whole), renderPlain(found)].filter((one) => one !== undefined);
  const id = await inTurn(forms, call, services.host);
  if (whole.channelData !== undefined && id !== '')
    await rememberAnswer(services.host, { conversation: turn.conversation, message: id }, found);
  services.host.metrics.observe('reply_seconds', (Date.now() - turn.from) / 1000, { kind: turn.kind });
  return id;
}

/** Sends the first of the forms that is not refused for what it is. */
async function inTurn(
  [first, ...others]: readonly Outgoing[],
  call: (one: Outgoing) => Promise<string>,
  host: Host,
): Promise<string> {
  if (first === undefined) throw new Error('There is nothing to send.');
  try {
    return await call(first);
  } catch (error) {
    const refused = error instanceof ConnectorError && (error.status === 400 || error.status === 413);
    if (!refused || others.length === 0) throw error;
    host.log.warn({ status: error.status }, 'the message was refused, a simpler one goes instead');
    return inTurn(others, call, host);
  }
}

/** … where the message in its place is gone, or is not ours to change, as a new one. */
export async function deliverOver(
  turn: Turn,
  found: Answer,
  message: string,
  back?: string,
): Promise<string> {
  try {
    return await deliver(turn, found, back, message);
  } catch (error) {
    if (!(error instanceof ConnectorError) || ![403, 404, 405].includes(error.status ?? 0)) {
      throw error;
    }
    return deliver(turn, found, back);
  }
}

/** Turns a private turn into a public one. */
export const EVERYBODY = { only: undefined } as const;

/** Runs one call to the connector again and again while its failure may pass. */
export function patiently<T>({ services, from }: Turn, attempt: () => Promise<T>): Promise<T> {
  const { host, timing, signal } = services;
  return withRetries(attempt, {
    classify,
    pauses: growingPauses({ first: timing.pause, longest: timing.longestPause }),
    deadline: from + timing.giveUp - Date.now(),
    signal,
    onRetry: (error) => {
      const status = error instanceof ConnectorError ? (error.status ?? 'unreachable') : 'no token';
      host.metrics.count('retries', { reason: String(status) });
    },
  });
}

/** Notes a failure; its message only where it is our own, as others may quote what was asked. */
export function fail(host: Host, kind: string, error: unknown): void {
  const cause = error instanceof Apologised ? error.cause : error;
  // Counted and told where it was found.
  if (cause instanceof TooMany) return;
  host.metrics.count('failures', { kind });
  const ours = cause instanceof ConnectorError || cause instanceof TokenRefused;
  host.log.error(
    { kind, error: cause, ...(ours ? { reason: cause.message } : {}) },
    'a request could not be answered',
  );
}
