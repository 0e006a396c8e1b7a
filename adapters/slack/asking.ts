/** Slash commands, mentions and direct messages: a line comes in, its answer goes back to where it was asked. */

import type { Answer } from '../../src/answer/answer.ts';
import { TooMany } from '../../src/contract/quotas.ts';
import { within } from '../../src/kit/waiting.ts';
import { nameThread, whileAtWork } from './agent.ts';
import type { Message } from './blocks.ts';
import type { Request } from './ports.ts';
import { type AskedMessage, askedMessage, commandLine, commandOrigin, type Place } from './receive.ts';
import { renderMessage, renderNotice } from './render.ts';
import { reply, writeAlone } from './replying.ts';
import { LITERAL } from './respond.ts';
import type { Refused } from './says.ts';
import { errorCode, isRefusal } from './web-api.ts';

/** Slack tries an event four times in all: what fails at the last try must be told (docs: apis/events-api, retries). */
const LAST_RETRY = 3;

/** Acknowledges a slash command with its answer, seen by the asker alone; a slow answer follows later. */
export async function answerCommand(request: Request, ack: (body?: unknown) => Promise<void>): Promise<void> {
  const { body, host, delivery } = request;
  const { line, names, responseUrl } = commandLine(body, request.commandPrefix);
  const answering = host
    .ask({ text: line, ...(names === undefined ? {} : { names }) })
    .then((answer) => {
      count(request, 'command', answer);
      return renderMessage(answer, { audience: 'private', commandPrefix: request.commandPrefix });
    })
    .catch((error: unknown) => renderNotice(apology(request, 'command', error)));
  if (request.owed) return answerLate(request, responseUrl, await answering);
  const waited = await within(answering, request.patience);
  if (waited.done) {
    await ack({ response_type: 'ephemeral', ...waited.value, ...LITERAL });
    return;
  }
  await ack();
  delivery.later(async () => answerLate(request, responseUrl, await answering));
}

/** By the response_url, or the ways that take its place. */
async function answerLate(request: Request, responseUrl: string, message: Message): Promise<void> {
  const { channel, user } = commandOrigin(request.body);
  // Commands can be typed where the bot is no member, in other people's direct messages too: nothing public there.
  const spot = {
    responseUrl,
    user,
    message: { channel, threadTs: undefined, ephemeral: true, direct: false },
  };
  await reply(request, spot, { kind: 'private', message });
}

/** Answers a mention in its thread, a direct message where it was written; of an edited one the old answer is changed. */
export async function answerMessage(request: Request): Promise<void> {
  const asked = askedMessage(request.body, request.botUserId, request.agent);
  if (asked === undefined) return;
  const { line, names, thread, message, place, changed, threadBelow, wordless, follows } = asked;
  if (wordless === true) {
    if (!changed) await deliver(request, asked, saying(request.says.chat.textOnly), undefined);
    return;
  }
  await request.host.answerMessage(
    {
      text: line,
      thread,
      message,
      // Slack changes messages by itself as well, when it adds a preview of a link.
      onlyKnown: changed,
      ...(names === undefined ? {} : { names }),
      ...(follows === undefined ? {} : { follows }),
      ...(place.threadTs === undefined ? { threadOf: threadBelow } : {}),
    },
    async (ask, standing) => {
      const made = await messageFor(request, asked, ask);
      if (made === undefined) return undefined;
      if (made.alone !== true) return deliver(request, asked, made, standing);
      await tellAlone(request, asked, made.render('direct'));
      return undefined;
    },
  );
}

/** Gives the ts of the message that answers; undefined where the bot may not write there, which the asker is told alone. */
async function deliver(
  request: Request,
  asked: AskedMessage,
  made: Made,
  standing: string | undefined,
): Promise<string | undefined> {
  const { surface, place } = asked;
  const message = made.render(surface === 'direct' ? 'direct' : 'public');
  try {
    return standing === undefined || made.failed === true
      ? await post(request, place, message)
      : await replace(request, place, standing, message);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // The bot was taken out of the channel, may not post there, or the channel is archived: Slack's retries would end the same way.
    request.host.metrics.count('failures', { kind: surface });
    request.host.log.warn({ error }, 'Slack does not let the bot answer there; the asker is told alone');
    await tellAlone(request, asked, made.render('direct', request.says.own.refused(refusalOf(error))));
    return undefined;
  }
}

interface Made {
  render(audience: 'direct' | 'public', note?: string): Message;
  /** It holds no answer, and takes no answer's place. */
  readonly failed?: true;
  /** It is nobody's affair but the asker's. */
  readonly alone?: true;
}

const saying = (text: string): Made => ({
  render: (_audience, note) => renderNotice(note === undefined ? text : `${note} ${text}`),
});

async function messageFor(
  request: Request,
  asked: AskedMessage,
  ask: () => Promise<Answer>,
): Promise<Made | undefined> {
  const { surface } = asked;
  try {
    const answer = await whileAtWork(request, asked, ask());
    count(request, surface, answer);
    nameThread(request, asked, answer.title);
    return {
      render: (audience, note) =>
        renderMessage(answer, {
          audience,
          commandPrefix: request.commandPrefix,
          ...(note === undefined ? {} : { note }),
        }),
    };
  } catch (error) {
    if (error instanceof TooMany) {
      const text = apology(request, surface, error);
      return error.again ? undefined : { ...saying(text), failed: true, alone: true };
    }
    // Refused for now: Slack comes again. Only who comes for the last time gets the apology.
    if (request.retry < LAST_RETRY) throw error;
    return { ...saying(apology(request, surface, error)), failed: true };
  }
}

/** Where not even that is possible, nothing is left to try: Slack's retries would end the same way. */
async function tellAlone(request: Request, asked: AskedMessage, message: Message): Promise<void> {
  const { surface, place, user } = asked;
  try {
    if (surface === 'direct') await request.api.post({ channel: user }, message);
    else await writeAlone(request, place, user, message);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    request.host.log.error({ error }, 'Slack does not let the bot write to the asker in any way');
  }
}

/** Brings an answer up to date; where that can no longer be done (deleted, too old) the new one is posted. */
async function replace(request: Request, place: Place, ts: string, message: Message): Promise<string> {
  try {
    await plainly(request, message, (form) => request.api.update(place.channel, ts, form));
    return ts;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return post(request, place, message);
  }
}

const post = (request: Request, place: Place, message: Message): Promise<string> =>
  plainly(request, message, (form) => request.api.post(place, form));

/** Where Slack will not have the blocks, their plain form goes out, which holds the citations as well. */
async function plainly<T>(
  { host }: Request,
  message: Message,
  out: (form: Message) => Promise<T>,
): Promise<T> {
  try {
    return await out(message);
  } catch (error) {
    if (!isPayloadProblem(error)) throw error;
    host.metrics.count('failures', { kind: 'payload' });
    host.log.error({ error }, 'Slack refused the blocks of an answer; its plain form is sent');
    return out({ text: message.text, blocks: [] });
  }
}

/** Why Slack did not take a message, as far as people can do something about it (docs: reference/methods/chat.postMessage). */
export function refusalOf(error: unknown): Refused {
  const code = errorCode(error) ?? '';
  if (code === 'is_archived') return 'archived';
  return code === 'channel_not_found' || code === 'not_in_channel' ? 'absent' : 'restricted';
}

const PAYLOAD_PROBLEMS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
  'invalid_form_data',
]);

function isPayloadProblem(error: unknown): boolean {
  return PAYLOAD_PROBLEMS.has(errorCode(error) ?? '');
}

export function count({ host }: Request, kind: string, answer: Answer): void {
  host.metrics.count('requests', { kind, outcome: answer.outcome });
}

/** Notes why a line has no answer, and gives what the asker is told of it. */
export function apology(request: Request, kind: string, error: unknown): string {
  const { host, says } = request;
  if (error instanceof TooMany) {
    host.metrics.count('requests', { kind, outcome: 'limited' });
    return says.chat.tooMany(error.whose);
  }
  tell(request, kind, error);
  return says.own.failed;
}

/** Notes a failure that the asker is told of. */
export function tell({ host, delivery }: Request, kind: string, error: unknown): void {
  host.metrics.count('failures', { kind });
  host.log.error({ error, kind }, 'a request could not be answered; the asker was told');
  delivery.failed();
}
