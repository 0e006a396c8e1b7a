/**
 * A message that the Gateway delivered: from its arrival to the reply. Each is answered once, whatever is delivered again;
 * one whose handling failed is told so and may be delivered again.
 */

import { lineOf } from '../../src/answer/line.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { TooMany } from '../../src/contract/quotas.ts';
import { inTime, settles } from '../../src/kit/waiting.ts';
import type { Send } from './api.ts';
import type { Message } from './payloads.ts';
import { belowOf, receiveMessage, type Self } from './receive.ts';
import { PUBLIC, renderAnswer, renderNotice } from './render.ts';
import { type Replied, replyToMessage, showTyping, updateReply } from './replies.ts';
import { reasonIn, saysIn } from './says.ts';
import type { Timing } from './timing.ts';

/** The Gateway tells no language with a message. */
const says = saysIn();

interface MessageServices {
  readonly host: Host;
  readonly api: Send;
  readonly timing: Timing;
}

/** Rejects where the message could not be answered, after the asker has been told if that was possible. */
export async function handleMessage(
  { host: unbound, api, timing }: MessageServices,
  message: Message,
  self: Self,
): Promise<void> {
  const received = receiveMessage(message, self);
  if (received.kind === 'ignored') return;
  const { author, guild_id: guild } = message;
  const workspace = guild === undefined || guild === null ? {} : { workspace: guild };
  const host = author === undefined ? unbound : unbound.for({ user: author.id, ...workspace });
  const started = performance.now();
  const surface = received.kind === 'line' ? received.surface : 'mention';
  /** Gives the outcome that is counted. Where nobody can be told anything, a repeat would end the same way. */
  const outcomeOf = ({ refusal }: Replied, outcome: string): string => {
    if (refusal === undefined) return outcome;
    host.metrics.count('failures', { kind: surface });
    host.log.warn({ code: refusal.code }, 'Discord lets the bot answer neither there nor directly');
    return 'refused';
  };
  const reply = async () => {
    if (received.kind === 'reason') {
      const body = renderNotice(reasonIn(says, received.reason), { private: false });
      return outcomeOf(await replyToMessage(api, message, body, 'answer'), 'reason');
    }
    const text = received.text === '' ? lineOf.help() : received.text;
    const { thread, message: key, old, names, previous, follows } = received;
    let outcome = 'same';
    await host.answerMessage(
      {
        text,
        thread,
        message: key,
        onlyKnown: old,
        threadOf: belowOf,
        ...(names === undefined ? {} : { names }),
        // A reply to an answer continues that answer, however long ago it was given.
        ...(previous === undefined ? {} : { previous }),
        ...(follows === undefined ? {} : { follows }),
      },
      async (ask, standing) => {
        const work = ask();
        if (!(await settles(work, timing.deferAfter))) void showTyping(api, message.channel_id);
        const answer = await inTime(work, timing.giveUpAfter, 'the answer').catch(unlessTooMany);
        if (answer instanceof TooMany) {
          outcome = 'limited';
          const words = renderNotice(says.chat.tooMany(answer.whose), { private: false });
          // Said once: a reply to each of a flood would be a flood of our own.
          if (!answer.again) await replyToMessage(api, message, words, 'answer');
          return undefined;
        }
        const body = renderAnswer(answer, { ...PUBLIC, asker: message.author?.id ?? '' });
        const replied = await (standing === undefined
          ? replyToMessage(api, message, body, 'answer')
          : updateReply(api, message, standing, body));
        outcome = outcomeOf(replied, answer.outcome);
        return replied.id;
      },
    );
    return outcome;
  };
  try {
    const delivery = await host.once(received.delivery, reply);
    if (delivery.state === 'done' && delivery.value !== 'same') {
      host.metrics.count('requests', { kind: surface, outcome: delivery.value });
      host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind: surface });
    }
  } catch (error) {
    await replyToMessage(api, message, renderNotice(says.own.failed, { private: false }), 'apology').catch(
      () => undefined,
    );
    throw error;
  }
}

function unlessTooMany(error: unknown): TooMany {
  if (error instanceof TooMany) return error;
  throw error;
}
