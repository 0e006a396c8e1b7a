/**
 * An answer as Teams would show it in a channel, and what a press on it would bring. Presses come as the card's action;
 * the invoke activity around it is put in here, and read by `receive.ts` like all others. Pure.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Measure, Press, Pressed, Preview } from '../../src/contract/adapter.ts';
import { LIMITS } from './limits.ts';
import { receive } from './receive.ts';
import type { Received } from './received.ts';
import { renderMessage, sizeOf } from './render.ts';
import { renderForm } from './render-form.ts';
import type { RenderOptions } from './render-options.ts';
import { renderWords } from './render-plain.ts';
import { saysIn } from './says.ts';

export const preview: Preview = {
  // A slash command is answered for its asker alone, a mention for the channel.
  draw: (answer, asking) => drawn(answer, { private: asking === 'command' }),
  measure,
  press,
};

const drawn = (answer: Answer, options: RenderOptions & { readonly private: boolean }) => ({
  payload: renderMessage(answer, options),
  private: options.private,
});

/** Where the preview happens. */
const CONVERSATION = { id: '19:preview@thread.tacv2', conversationType: 'channel' };

function press({ interaction: action }: Press): Pressed {
  const { type, data } = (action ?? {}) as { type?: unknown; data?: unknown };
  // What opens a dialog, and what is pressed in one, comes as a request of its own.
  const name = type === 'Action.Submit' ? 'task/submit' : 'adaptiveCard/action';
  const received = receive(
    {
      type: 'invoke',
      name,
      conversation: CONVERSATION,
      from: { id: '29:you' },
      value: { action, data },
    },
    {},
  );
  if (received.kind === 'dialog') return inDialog(received);
  if (received.kind === 'verdict') return { kind: 'notice', payload: renderWords(saysIn().chat.thanks) };
  if (received.kind !== 'press')
    return { kind: 'notice', payload: renderWords(saysIn().own.unreadable.button) };
  const { line, from, share, private: secret } = received;
  // The response to a press brings the card that takes the old one's place; what is shared is a message of its own.
  if (share) {
    return { kind: 'answer', line, place: 'next', draw: (answer) => drawn(answer, { private: false }) };
  }
  return {
    kind: 'answer',
    line,
    place: 'same',
    draw: (answer) => drawn(answer, { private: secret, ...(from === undefined ? {} : { back: from }) }),
  };
}

function inDialog({ line, filled, refine }: Extract<Received, { kind: 'dialog' }>): Pressed {
  const draw = (answer: Answer) => drawn(answer, { private: true });
  if (refine) return { kind: 'form', line, draw: (form) => renderForm(form, line) };
  if (filled === undefined) return { kind: 'answer', line, place: 'next', draw };
  return {
    kind: 'filled',
    line,
    filled,
    draw,
    mend: (form, problems) => ({ kind: 'dialog', payload: renderForm(form, line, { filled, problems }) }),
  };
}

function measure(payload: unknown): readonly Measure[] {
  return [{ label: 'bytes', value: sizeOf(payload), limit: LIMITS.messageBytes }];
}
