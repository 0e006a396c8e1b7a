/**
 * Answers one activity: what was received → the archive → what is sent, within the turn or after it.
 *
 * Knows the host, the plain activities and the `Sender` of `turn.ts`; no SDK. The response of the HTTP request is
 * returned; messages go out through the sender.
 */
import type { Answer } from '../../src/answer/answer.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { TooMany } from '../../src/contract/quotas.ts';
import { within } from '../../src/kit/waiting.ts';
import type { Activity } from './activity.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import {
  ask,
  CLOSED,
  COME_AGAIN,
  converse,
  counted,
  deliver,
  deliverOver,
  EVERYBODY,
  fail,
  find,
  OK,
  orApologise,
  patiently,
  type Response,
  type Services,
  said,
  type Turn,
  tellDirectly,
} from './converse.ts';
import { dialog } from './dialog.ts';
import { isClosed } from './failures.ts';
import { unfurl } from './links.ts';
import { askerOf, surfaceOf } from './places.ts';
import { receive } from './receive.ts';
import type { Received } from './received.ts';
import { renderCard } from './render.ts';
import { renderDialogWords } from './render-dialog.ts';
import { renderWords } from './render-plain.ts';
import { renderResults, renderSearchMessage } from './render-search.ts';
import { saysIn } from './says.ts';
import { search } from './search.ts';
import type { Sender } from './turn.ts';
import { judgedBelow, judgedByButton } from './verdicts.ts';
import { welcome } from './welcome.ts';

/**
 * Never rejects.
 * @param owed it was acknowledged before, and is to be answered now
 */
export async function handle(
  activity: Activity,
  sender: Sender,
  unbound: Services,
  owed = false,
): Promise<Response> {
  const received = receive(activity, unbound.self);
  const asker = askerOf(activity);
  const services = asker === undefined ? unbound : { ...unbound, host: unbound.host.for(asker) };
  const secret = 'private' in received ? received.private : activity.recipient?.isTargeted === true;
  const turn: Turn = {
    kind: received.kind,
    services,
    sender,
    only: secret ? (activity.from ?? {}) : undefined,
    from: Date.now(),
    says: saysIn(activity.locale),
    conversation: activity.conversation?.id ?? '',
    isDirect: surfaceOf(activity) === 'personal',
    typing: !secret && activity.conversation?.conversationType !== 'channel',
  };
  try {
    if (!owed && (await owes(received, activity, services.host))) return OK;
    return await answer(received, turn);
  } catch (error) {
    fail(services.host, received.kind, error);
    return COME_AGAIN;
  }
}

/** An answer that comes late is of no use any more. Milliseconds. */
const OWED_FOR = 30 * 60_000;

/** Where many wait, messages and presses are put down: Teams does not bring them again, and takes answers at any time. */
async function owes(received: Received, activity: Activity, host: Host): Promise<boolean> {
  const lasting = received.kind === 'ask' || (received.kind === 'press' && received.via === 'submit');
  if (!lasting || received.delivery === undefined || !host.isBusy()) return false;
  return host.owe(received.delivery, JSON.stringify(activity), OWED_FOR);
}

async function answer(received: Received, turn: Turn): Promise<Response> {
  const { host } = turn.services;
  switch (received.kind) {
    case 'ask':
      return converse(turn, received.delivery, received.kind, () => answerMessage(turn, received));
    case 'press':
      return received.via === 'execute' ? execute(turn, received) : submit(turn, received);
    case 'verdict':
      return judgedByButton(turn, received);
    case 'judged':
      return judgedBelow(turn, received);
    case 'search':
      return searched(turn, received);
    case 'dialog':
      return dialog(turn, received);
    case 'link':
      return unfurl(turn, received);
    case 'installed':
      return welcome(turn, received);
    case 'removed':
      await host.installations.remove(received.place);
      return OK;
    case 'unreadable':
      return unreadable(turn, received);
    case 'ignored':
      host.log.debug({ why: received.why }, 'nothing to do');
      return OK;
    case 'refused':
      return { status: 400, body: { error: { code: 'BadArgument', message: received.why } } };
  }
}

/** Answers a message; of an edited one the old answer is changed. */
async function answerMessage(turn: Turn, received: Extract<Received, { kind: 'ask' }>): Promise<void> {
  const { host } = turn.services;
  const { text, names, thread, message, follows, locale, edited } = received;
  const ask = {
    text,
    thread,
    ...(names === undefined ? {} : { names }),
    ...(follows === undefined ? {} : { follows }),
    ...(locale === undefined ? {} : { locale }),
  };
  const send = async (asking: () => Promise<Answer>, standing?: string): Promise<string | undefined> => {
    const found = await orApologise(turn, counted(turn, asking()));
    const id = standing === undefined ? await deliver(turn, found) : await deliverOver(turn, found, standing);
    return id || undefined;
  };
  if (message === undefined) {
    await send(() => host.ask(ask));
    return;
  }
  const { key, threadOf } = message;
  await host.answerMessage({ ...ask, message: key, threadOf, onlyKnown: edited === 'long ago' }, send);
}

type Press = Extract<Received, { kind: 'press' }>;

/** `Action.Submit`: the message that holds the card is changed; where that is impossible, a new one is sent. */
function submit(turn: Turn, press: Press): Promise<Response> {
  return converse(turn, press.delivery, 'submit', async () => {
    if (press.share) {
      return share(turn, press);
    }
    const found = await ask(turn, press.line, press);
    const { message } = press;
    if (message === undefined) await deliver(turn, found);
    else await deliverOver(turn, found, message, press.from);
  });
}

/** `Action.Execute`: the response brings the new card, which takes the old one's place for the one who pressed. */
async function execute(turn: Turn, press: Press): Promise<Response> {
  const { host, timing, track } = turn.services;
  if (press.share) {
    const response = await converse(
      turn,
      press.delivery,
      'share',
      () => share(turn, press),
      async () => CLOSED,
    );
    if (response === CLOSED) return refusedAction(turn.says.own.mayNotPost);
    return response.status === 200 ? said(turn.says.own.shared) : response;
  }
  const finding = find(turn, press.line, press);
  try {
    const found = await within(finding, turn.from + timing.turn - Date.now());
    if (found.done) {
      host.metrics.observe('reply_seconds', (Date.now() - turn.from) / 1000, { kind: turn.kind });
      const content = renderCard(found.value, {
        private: press.private,
        ...(press.from ? { back: press.from } : {}),
      });
      return { status: 200, body: { statusCode: 200, type: ADAPTIVE_CARD, value: content } };
    }
  } catch (error) {
    fail(host, 'execute', error);
    const { own, chat } = turn.says;
    return refusedAction(error instanceof TooMany ? chat.tooMany(error.whose) : own.failed);
  }
  // The platform waits no longer; who pressed gets the answer as a message.
  track(
    orApologise(turn, finding)
      .then((found) => deliver(turn, found))
      .catch(async (error: unknown) => {
        fail(host, 'execute', error);
        if (isClosed(error)) await tellDirectly(turn);
      }),
  );
  return said(turn.says.own.later);
}

/** Posts the answer for everybody; once for each card, however often and fast its button is pressed. */
async function share(turn: Turn, { thread, message, line }: Press): Promise<void> {
  const post = async (): Promise<void> => {
    await deliver({ ...turn, ...EVERYBODY }, await ask(turn, line, {}));
  };
  if (message === undefined) {
    return post();
  }
  await turn.services.host.once(`share:${thread}:${message}:${line}`, post);
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
  { services, from, says }: Turn,
  query: Extract<Received, { kind: 'search' }>,
): Promise<Response> {
  const { host, timing } = services;
  const until = from + timing.search;
  try {
    const found = await within(search(host, query, until), until - Date.now());
    if (!found.done) {
      return { status: 200, body: renderSearchMessage(says.own.searchFailed) };
    }
    host.metrics.count('requests', {
      kind: query.kind,
      outcome: found.value.length > 0 ? 'found' : 'nothing',
    });
    if (found.value.length === 0 && query.skip === 0) {
      return {
        status: 200,
        body: renderSearchMessage(query.text === '' ? says.own.searchEmpty : says.own.searchNothing),
      };
    }
    return { status: 200, body: renderResults(found.value, says) };
  } catch (error) {
    fail(host, 'search', error);
    return { status: 200, body: renderSearchMessage(says.own.searchFailed) };
  }
}

async function unreadable(
  turn: Turn,
  received: Extract<Received, { kind: 'unreadable' }>,
): Promise<Response> {
  const { own, chat } = turn.says;
  const words = received.reason === 'attachment' ? chat.textOnly : own.unreadable[received.reason];
  if (received.via === 'dialog') {
    return { status: 200, body: renderDialogWords(words, turn.says) };
  }
  if (received.via === 'invoke') {
    return received.reason === 'button'
      ? refusedAction(words)
      : { status: 501, body: { error: { code: 'NotImplemented', message: words } } };
  }
  return converse(turn, received.delivery, 'unreadable', async () => {
    await patiently(turn, () => turn.sender.send(renderWords(words), turn.only));
  });
}
