/**
 * Answers one activity: what was received → the archive → what is sent, within the turn or after it.
 *
 * Knows the host, the plain activities and the `Sender` of `turn.ts`; no SDK. The response of the HTTP request is
 * returned; messages go out through the sender.
 */

import type { Host } from '../../src/adapter.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Account, Activity, Outgoing } from './activity.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import { TokenRefused } from './credentials.ts';
import type { Self } from './mention.ts';
import { type Received, receive } from './receive.ts';
import { renderCard, renderMessage, renderPlain, renderWords } from './render.ts';
import { renderResults, renderSearchMessage } from './render-search.ts';
import { ConnectorError, withBackOff } from './retry.ts';
import { search } from './search.ts';
import { type Sender, spanning, type Timing, within } from './turn.ts';
import { WORDS } from './words.ts';

/** The HTTP response to an activity. */
export interface Response {
  readonly status: number;
  readonly body?: unknown;
}

export interface Services {
  readonly host: Host;
  readonly self: Self;
  readonly timing: Timing;
  /** Work that goes on after its response; the connection waits for it when it stops. */
  track(work: Promise<unknown>): void;
  /** Given up when the connection stops and its deadline is over. */
  readonly signal: AbortSignal;
}

const OK: Response = { status: 200 };
/** The platform, if it comes again, is served then. */
const COME_AGAIN: Response = { status: 503 };

/** `inTurn` speaks while the request waits, `afterwards` when it no longer does. Never rejects. */
export async function handle(
  activity: Activity,
  inTurn: Sender,
  afterwards: Sender,
  services: Services,
): Promise<Response> {
  const received = receive(activity, services.self);
  const { sender, end } = spanning(inTurn, afterwards);
  const secret = 'private' in received ? received.private : activity.recipient?.isTargeted === true;
  const turn: Turn = {
    services,
    sender,
    only: secret ? (activity.from ?? {}) : undefined,
    from: Date.now(),
    typing: !secret && activity.conversation?.conversationType !== 'channel',
  };
  try {
    return await answer(received, turn);
  } catch (error) {
    fail(services.host, received.kind, error);
    return COME_AGAIN;
  } finally {
    await end();
  }
}

interface Turn {
  readonly services: Services;
  readonly sender: Sender;
  /** Who alone is to see what is sent, where the question was asked in private. */
  readonly only: Account | undefined;
  /** When the activity came; milliseconds since the epoch. */
  readonly from: number;
  /** Whether the conversation shows that somebody is typing. Channels do not, and in private nobody is to see it. */
  readonly typing: boolean;
}

async function answer(received: Received, turn: Turn): Promise<Response> {
  const { host } = turn.services;
  switch (received.kind) {
    case 'ask':
      return converse(turn, received.delivery, received.kind, async () => {
        const found = await ask(turn, received.text, received);
        return deliver(turn, found);
      });
    case 'press':
      return received.via === 'execute' ? execute(turn, received) : submit(turn, received);
    case 'verdict':
      return judged(turn, received);
    case 'search':
      return searched(turn, received);
    case 'installed':
      return welcome(turn, received);
    case 'removed':
      await host.state.delete(installation(received.place));
      return OK;
    case 'unreadable':
      return unreadable(turn, received);
    case 'ignored':
      host.log.debug({ why: received.why }, 'Teams: nothing to do');
      return OK;
    case 'refused':
      return { status: 400, body: { error: { code: 'BadArgument', message: received.why } } };
  }
}

/** Our words could be said after all, but the work is not done: a repeat of the delivery is to be served. */
class Apologised extends Error {}

/**
 * Runs `work` once per delivery. What takes longer than the turn goes on after the response. Where the archive fails,
 * the asker is told, and a repeat of the same delivery would be served.
 */
async function converse(
  turn: Turn,
  delivery: string | undefined,
  kind: string,
  work: () => Promise<void>,
): Promise<Response> {
  const { host, timing, track } = turn.services;
  const typing = announce(turn);
  const running = (
    delivery === undefined ? work().then(() => ({ state: 'done' as const })) : host.once(delivery, work)
  )
    .then((outcome): Response => (outcome.state === 'busy' ? COME_AGAIN : OK))
    .catch((error: unknown): Response => {
      fail(host, kind, error);
      return error instanceof Apologised ? OK : COME_AGAIN;
    })
    .finally(() => clearTimeout(typing));
  track(running);
  const outcome = await within(running, turn.from + timing.turn - Date.now());
  return outcome.done ? outcome.value : OK;
}

/** Shows the typing sign when the answer takes a while. It is a courtesy: its failure is nobody's concern. */
function announce({ services, sender, typing }: Turn): NodeJS.Timeout | undefined {
  return typing
    ? setTimeout(() => void sender.send({ type: 'typing' }).catch(() => undefined), services.timing.typing)
    : undefined;
}

/** Asks the archive; says sorry in the conversation where it fails. */
async function ask(turn: Turn, text: string, about: { thread?: string; locale?: string }): Promise<Answer> {
  const { host } = turn.services;
  try {
    const found = await host.ask({
      text,
      ...(about.thread === undefined ? {} : { thread: about.thread }),
      ...(about.locale === undefined ? {} : { locale: about.locale }),
    });
    host.metrics.count('requests', { outcome: found.outcome });
    return found;
  } catch (error) {
    await patiently(turn, () => turn.sender.send(renderWords(WORDS.failed), turn.only));
    throw new Apologised('The archive failed; the asker was told.', { cause: error });
  }
}

/** Sends the card, or plain text where the card itself is refused; in the place of `message` where that is given. */
async function deliver(turn: Turn, found: Answer, back?: string, message?: string): Promise<void> {
  const { sender, only, services } = turn;
  const call = (one: Outgoing): Promise<void> =>
    patiently(turn, () =>
      message === undefined ? sender.send(one, only) : sender.update(message, one, only),
    );
  try {
    await call(
      renderMessage(found, { private: only !== undefined, ...(back === undefined ? {} : { back }) }),
    );
  } catch (error) {
    if (!(error instanceof ConnectorError) || (error.status !== 400 && error.status !== 413)) {
      throw error;
    }
    services.host.log.warn({ status: error.status }, 'Teams: the card was refused, plain text goes instead');
    await call(renderPlain(found));
  }
  services.host.metrics.observe('reply_seconds', (Date.now() - turn.from) / 1000, {});
}

const EVERYBODY = { only: undefined } as const;

function patiently<T>({ services, from }: Turn, attempt: () => Promise<T>): Promise<T> {
  const { host, timing, signal } = services;
  return withBackOff(attempt, {
    first: timing.pause,
    most: timing.longestPause,
    until: from + timing.giveUp,
    signal,
    onRetry: (error) => {
      const status = error instanceof ConnectorError ? (error.status ?? 'unreachable') : 'no token';
      host.metrics.count('retries', { reason: String(status) });
    },
  });
}

type Press = Extract<Received, { kind: 'press' }>;

/** `Action.Submit`: the message that holds the card is changed; where that is impossible, a new one is sent. */
function submit(turn: Turn, press: Press): Promise<Response> {
  return converse(turn, press.delivery, 'submit', async () => {
    const found = await ask(turn, press.line, press);
    const { message } = press;
    if (message === undefined || press.share) {
      return deliver({ ...turn, ...(press.share ? EVERYBODY : {}) }, found);
    }
    try {
      await deliver(turn, found, press.from, message);
    } catch (error) {
      if (!(error instanceof ConnectorError) || ![403, 404, 405].includes(error.status ?? 0)) {
        throw error;
      }
      await deliver(turn, found, press.from);
    }
  });
}

/** `Action.Execute`: the response brings the new card, which takes the old one's place for the one who pressed. */
async function execute(turn: Turn, press: Press): Promise<Response> {
  const { host, timing, track } = turn.services;
  if (press.share) {
    const response = await converse(turn, press.delivery, 'share', async () => {
      await deliver({ ...turn, ...EVERYBODY }, await ask(turn, press.line, {}));
    });
    return response.status === 200 ? said(WORDS.shared) : response;
  }
  const finding = host.ask({
    text: press.line,
    thread: press.thread,
    ...(press.locale === undefined ? {} : { locale: press.locale }),
  });
  try {
    const found = await within(finding, turn.from + timing.turn - Date.now());
    if (found.done) {
      host.metrics.count('requests', { outcome: found.value.outcome });
      host.metrics.observe('reply_seconds', (Date.now() - turn.from) / 1000, {});
      const content = renderCard(found.value, {
        private: press.private,
        ...(press.from ? { back: press.from } : {}),
      });
      return { status: 200, body: { statusCode: 200, type: ADAPTIVE_CARD, value: content } };
    }
  } catch (error) {
    fail(host, 'execute', error);
    return refusedAction(WORDS.failed);
  }
  // The platform waits no longer; who pressed gets the answer as a message.
  track(
    finding.then((found) => deliver(turn, found)).catch((error: unknown) => fail(host, 'execute', error)),
  );
  return said(WORDS.later);
}

/** A verdict is kept once per press, and acknowledged where its reader looks. */
async function judged(turn: Turn, verdict: Extract<Received, { kind: 'verdict' }>): Promise<Response> {
  const { host } = turn.services;
  const { line, revision, helpful } = verdict;
  const response = await converse(turn, verdict.delivery, 'feedback', async () => {
    await host.feedback({ platform: 'teams', line, revision, helpful });
    if (verdict.via === 'submit') {
      await patiently(turn, () => turn.sender.send(renderWords(WORDS.thanks), turn.only));
    }
  });
  return verdict.via === 'execute' && response.status === 200 ? said(WORDS.thanks) : response;
}

/** A line under the card. Source: Microsoft Learn, Universal Actions: response format of `adaptiveCard/action`. */
function said(text: string): Response {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

function refusedAction(message: string): Response {
  return {
    status: 200,
    body: {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message },
    },
  };
}

async function searched(
  { services, from }: Turn,
  query: Extract<Received, { kind: 'search' }>,
): Promise<Response> {
  const { host, timing } = services;
  const until = from + timing.search;
  try {
    const found = await within(search(host.engine, host.declarations, query, until), until - Date.now());
    if (!found.done) {
      return { status: 200, body: renderSearchMessage(WORDS.searchFailed) };
    }
    host.metrics.count('requests', {
      outcome: found.value.length > 0 ? 'found' : 'nothing',
    });
    if (found.value.length === 0 && query.skip === 0) {
      return {
        status: 200,
        body: renderSearchMessage(query.text === '' ? WORDS.searchEmpty : WORDS.searchNothing),
      };
    }
    return { status: 200, body: renderResults(found.value) };
  } catch (error) {
    fail(host, 'search', error);
    return { status: 200, body: renderSearchMessage(WORDS.searchFailed) };
  }
}

/**
 * Teams reports one installation up to twice (`installationUpdate`, `conversationUpdate`), perhaps at the same moment;
 * it is greeted once, and again only after the bot was removed in between.
 */
function welcome(
  turn: Turn,
  { place, scope, delivery }: Extract<Received, { kind: 'installed' }>,
): Promise<Response> {
  const { host } = turn.services;
  return converse(turn, delivery, 'welcome', async () => {
    const claim = `welcome:teams:${place}`;
    if ((await host.state.claim(claim, turn.services.timing.giveUp)) !== 'new') {
      return;
    }
    try {
      if ((await host.state.get(installation(place))) !== undefined) {
        return;
      }
      const help = await host.engine.answer({ text: 'help' });
      const lead = scope === 'personal' ? WORDS.welcomePersonal : WORDS.welcomeGroup;
      const greeting = { ...help, title: WORDS.welcomeTitle, lead };
      await deliver({ ...turn, ...EVERYBODY }, greeting);
      await host.state.set(installation(place), { since: new Date().toISOString() });
    } finally {
      await host.state.release(claim);
    }
  });
}

function installation(place: string): string {
  return `installation:teams:${place}`;
}

async function unreadable(
  turn: Turn,
  received: Extract<Received, { kind: 'unreadable' }>,
): Promise<Response> {
  const words = WORDS.unreadable[received.reason];
  if (received.via === 'invoke') {
    return received.reason === 'button'
      ? refusedAction(words)
      : { status: 501, body: { error: { code: 'NotImplemented', message: words } } };
  }
  if (received.via === 'search') {
    return { status: 200, body: renderSearchMessage(words) };
  }
  return converse(turn, received.delivery, 'unreadable', () =>
    patiently(turn, () => turn.sender.send(renderWords(words), turn.only)),
  );
}

/** Names the kind of failure and the place in the code, and nothing of what was asked: messages may quote it. */
function fail(host: Host, kind: string, error: unknown): void {
  const cause = error instanceof Apologised ? error.cause : error;
  host.metrics.count('failures', { kind });
  const ours = cause instanceof ConnectorError || cause instanceof TokenRefused;
  host.log.error(
    {
      kind,
      error: cause instanceof Error ? cause.name : typeof cause,
      ...(ours ? { reason: cause.message } : {}),
      ...(cause instanceof ConnectorError && cause.status !== undefined ? { status: cause.status } : {}),
      ...(!ours && cause instanceof Error ? { at: cause.stack?.match(/^\s+at .*$/mu)?.[0].trim() } : {}),
    },
    'Teams: a request could not be answered',
  );
}
