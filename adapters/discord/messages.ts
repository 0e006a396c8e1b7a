/**
 * A message that the Gateway delivered: from its arrival to the reply. Each is answered once, whatever is delivered again;
 * one whose handling failed is told so and may be delivered again.
 */

import { lineOf } from '../../src/answer/line.ts';
import type { Host } from '../../src/contract/adapter.ts';
import { inTime, settles } from '../../src/kit/waiting.ts';
import type { Send } from './api.ts';
import type { Message } from './payloads.ts';
import { receiveMessage, type Self } from './receive.ts';
import { PUBLIC, renderAnswer, renderNotice } from './render.ts';
import { replyToMessage, showTyping } from './replies.ts';
import { saysIn } from './says.ts';
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
  { host, api, timing }: MessageServices,
  message: Message,
  self: Self,
): Promise<void> {
  const received = receiveMessage(message, self);
  if (received.kind === 'ignored') return;
  const started = performance.now();
  const reply = async () => {
    if (received.kind === 'reason') {
      await replyToMessage(
        api,
        message,
        renderNotice(says.own[received.reason], { private: false }),
        'answer',
      );
      return 'reason';
    }
    const text = received.text === '' ? lineOf.help() : received.text;
    // A reply to an answer continues that answer, however long ago it was given.
    const work =
      received.previous === undefined
        ? host.ask({ text, thread: received.thread })
        : host.ask({ text, previous: received.previous });
    if (!(await settles(work, timing.deferAfter))) void showTyping(api, message.channel_id);
    const answer = await inTime(work, timing.giveUpAfter, 'the answer');
    const asker = message.author?.id ?? '';
    await replyToMessage(api, message, renderAnswer(answer, { ...PUBLIC, asker }), 'answer');
    return answer.outcome;
  };
  const surface = received.kind === 'line' ? received.surface : 'mention';
  try {
    const delivery = await host.once(received.delivery, reply);
    if (delivery.state === 'done') {
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
