/**
 * Ways back to the person: a reply to a message, and the replies to an interaction. What one way cannot deliver goes the next
 * one, so that nobody who asked is left without a word.
 */
import { sleep } from '../../src/kit/waiting.ts';
import { ApiFailure, CODE, isExpired, isForbidden, type Send } from './api.ts';
import { type Callback, FLAG, type Interaction, type Message, type MessageBody } from './payloads.ts';
import { userOf } from './receive.ts';
import { renderNotice } from './render.ts';
import { saysIn } from './says.ts';

/** Tells two messages about the same delivery apart; Discord drops a second one with the same nonce. */
type Purpose = 'answer' | 'apology' | 'edit';

const MARKS: Readonly<Record<Purpose, string>> = { answer: 'a', apology: 'f', edit: 'e' };

/** The message that replies, where Discord tells it; or why nobody could be told anything. */
export interface Replied {
  readonly id?: string;
  readonly refusal?: ApiFailure;
}

/**
 * Replies to a message by reference. Where the bot may not read the history it writes without the reference; where it may not
 * write at all it tells the asker so in a direct message. Gives the id of the reply; the refusal where not even that can be done:
 * the channel is gone, or the asker takes no direct messages.
 */
export async function replyToMessage(
  api: Send,
  message: Message,
  body: MessageBody,
  purpose: Purpose,
): Promise<Replied> {
  const nonce = `${message.id}${MARKS[purpose]}`;
  const post = async (payload: object): Promise<Replied> => {
    const sent = (await api({
      method: 'POST',
      path: `/channels/${message.channel_id}/messages`,
      body: { ...payload, nonce, enforce_nonce: true },
      authorized: true,
      lasting: true,
    })) as { readonly id?: unknown } | undefined;
    return typeof sent?.id === 'string' ? { id: sent.id } : {};
  };
  try {
    return await post({
      ...body,
      message_reference: {
        message_id: message.id,
        channel_id: message.channel_id,
        fail_if_not_exists: false,
      },
    });
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    if (error.code === CODE.replyNeedsHistory) return post(body);
    if (error.code === CODE.unknownChannel) return { refusal: error };
    if (!isForbidden(error) || message.author === undefined) throw error;
    return tellDirectly(api, message.author.id, `${message.id}d`);
  }
}

async function tellDirectly(api: Send, userId: string, nonce: string): Promise<Replied> {
  try {
    await writeDirectly(api, userId, nonce, renderNotice(saysIn().own.mayNotWrite, { private: false }));
    return {};
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'refused') return { refusal: error };
    throw error;
  }
}

/** Brings an earlier reply up to date; where it is gone, the new one is written below the message. */
export async function updateReply(
  api: Send,
  message: Message,
  reply: string,
  body: MessageBody,
): Promise<Replied> {
  try {
    await api({
      method: 'PATCH',
      path: `/channels/${message.channel_id}/messages/${reply}`,
      body: visibleToAll(body),
      authorized: true,
      lasting: true,
    });
    return { id: reply };
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== CODE.unknownMessage) throw error;
    return replyToMessage(api, message, body, 'edit');
  }
}

async function writeDirectly(api: Send, userId: string, nonce: string, body: MessageBody): Promise<void> {
  const channel = (await api({
    method: 'POST',
    path: '/users/@me/channels',
    body: { recipient_id: userId },
    authorized: true,
  })) as { readonly id?: string } | undefined;
  if (channel?.id === undefined) return;
  await api({
    method: 'POST',
    path: `/channels/${channel.id}/messages`,
    body: { ...body, nonce, enforce_nonce: true },
    authorized: true,
    lasting: true,
  });
}

/** Shows the bot as typing, which lasts ten seconds or until it writes. Best effort. */
export async function showTyping(api: Send, channelId: string): Promise<void> {
  await api({ method: 'POST', path: `/channels/${channelId}/typing`, authorized: true }).catch(
    () => undefined,
  );
}

/** The replies to one interaction, over the Gateway or over HTTP. */
export interface Responder {
  /** The first reply; at most one. */
  first(callback: Callback): Promise<void>;
  /** Puts the message in the place of a deferred first reply. */
  edit(body: MessageBody): Promise<void>;
  /** One more message. */
  follow(body: MessageBody): Promise<void>;
}

/** Replies over REST; `first` may be replaced by the response of an HTTP request. */
export function responder(api: Send, interaction: Interaction, first?: Responder['first']): Responder {
  const webhook = `/webhooks/${interaction.application_id}/${interaction.token}` as const;
  return {
    first:
      first ??
      (async (callback) => {
        await api({
          method: 'POST',
          path: `/interactions/${interaction.id}/${interaction.token}/callback`,
          body: callback,
          authorized: false,
        });
      }),
    edit: (body) => editOriginal(api, `${webhook}/messages/@original`, visibleToAll(body)),
    follow: async (body) => {
      await api({ method: 'POST', path: webhook, body, authorized: false });
    },
  };
}

/** A deferral sent as an HTTP response may reach Discord's books a moment after the edit does: then it comes again. */
async function editOriginal(api: Send, path: `/${string}`, body: MessageBody): Promise<void> {
  for (const pause of [300, 1000, undefined]) {
    try {
      await api({ method: 'PATCH', path, body, authorized: false, lasting: true });
      return;
    } catch (error) {
      const early =
        error instanceof ApiFailure &&
        (error.code === CODE.unknownWebhook || error.code === CODE.unknownMessage);
      if (!early || pause === undefined) throw error;
      await sleep(pause);
    }
  }
}

/** An edit cannot change who sees a message, so its flags must not say so. */
export function visibleToAll(body: MessageBody): MessageBody {
  return { ...body, flags: body.flags & ~FLAG.ephemeral };
}

/**
 * Delivers an answer to an interaction. Where it is over (the answer came too late) the answer goes to the channel, or to the asker
 * directly where the bot may not write there, or, if it
 * was for the asker's eyes only, a word that it came too late. Where it was acknowledged before, by an earlier delivery
 * that failed, the answer follows.
 */
export async function deliver(
  api: Send | undefined,
  interaction: Interaction,
  way: Responder,
  send: () => Promise<void>,
  body: MessageBody,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (error instanceof ApiFailure && error.code === CODE.alreadyAcknowledged) {
      // Refused after an attempt whose answer was lost: that attempt had arrived.
      if (error.earlier === 0) await way.follow(body);
      return;
    }
    if (!isExpired(error) || !mayWrite(interaction) || api === undefined) throw error;
    const hidden = (body.flags & FLAG.ephemeral) !== 0;
    await writeToChannel(
      api,
      interaction,
      hidden ? renderNotice(saysIn(interaction.locale).own.late, { private: false }) : body,
    );
  }
}

/** Whether the bot itself is in the place of the interaction, not only the asker's app. */
function mayWrite(interaction: Interaction): boolean {
  const owners = interaction.authorizing_integration_owners;
  return interaction.channel_id !== undefined && (owners === undefined || owners['0'] !== undefined);
}

async function writeToChannel(api: Send, interaction: Interaction, body: MessageBody): Promise<void> {
  const user = userOf(interaction)?.id;
  const addressed: MessageBody =
    user === undefined
      ? body
      : { ...body, components: [{ type: 10, content: `-# <@${user}>` }, ...body.components] };
  try {
    await api({
      method: 'POST',
      path: `/channels/${interaction.channel_id}/messages`,
      body: { ...addressed, nonce: `${interaction.id}l`, enforce_nonce: true },
      authorized: true,
      lasting: true,
    });
  } catch (error) {
    if (!isForbidden(error) || user === undefined) throw error;
    await writeDirectly(api, user, `${interaction.id}d`, body);
  }
}
