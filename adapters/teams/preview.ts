/**
 * An answer as Teams would show it in a channel, and what a press on it would bring. Presses come as the card's action;
 * the invoke activity around it is put in here, and read by `receive.ts` like all others. Pure.
 */

import type { Answer } from '../../src/answer/answer.ts';
import type { Drawn, Measure, Press, Pressed, Preview } from '../../src/contract/adapter.ts';
import { attachment } from './card.ts';
import { LIMITS } from './limits.ts';
import { receive } from './receive.ts';
import type { Received } from './received.ts';
import { renderCard, renderMessage, sizeOf } from './render.ts';
import { renderForm } from './render-form.ts';
import { renderWords } from './render-plain.ts';
import { saysIn } from './says.ts';

export const preview: Preview = {
  // A slash command is answered for its asker alone, a mention for the channel.
  draw: (answer, asking) => message(answer, asking === 'command'),
  measure,
  press,
};

const message = (answer: Answer, secret: boolean): Drawn => ({
  payload: renderMessage(answer, { private: secret, judgedBelow: !secret }),
  private: secret,
});

/** Where the preview happens. */
const CONVERSATION = { id: '19:preview@thread.tacv2', conversationType: 'channel' };

function press({ interaction, payload, private: secret }: Press): Pressed {
  const received = receive({ type: 'invoke', ...ABOUT, ...invokeOf(interaction) }, {});
  switch (received.kind) {
    case 'dialog':
      return inDialog(received);
    case 'verdict':
    case 'judged':
      return { kind: 'notice', payload: renderWords(saysIn().chat.thanks) };
    case 'press':
      return onCard(received, { payload, private: secret });
    default:
      return { kind: 'notice', payload: renderWords(saysIn().own.unreadable.button) };
  }
}

const ABOUT = { conversation: CONVERSATION, from: { id: '29:you' }, replyToId: 'preview' };

/** The request that the press makes: a button of a card, one in a dialog, or Teams' own below the message. */
function invokeOf(interaction: unknown): { readonly name: string; readonly value: unknown } {
  const { type, data, reaction } = (interaction ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'message/submitAction')
    return { name: type, value: { actionName: 'feedback', actionValue: { reaction } } };
  // What opens a dialog, and what is pressed in one, comes as a request of its own.
  const name = type === 'Action.Submit' ? 'task/submit' : 'adaptiveCard/action';
  return { name, value: { action: interaction, data } };
}

/** The response to a press brings the card that takes the old one's place; what is shared is a message of its own. */
function onCard(
  { line, from, share, private: secret }: Extract<Received, { kind: 'press' }>,
  pressed: Drawn,
): Pressed {
  if (share) return { kind: 'answer', line, place: 'next', draw: (answer) => message(answer, false) };
  return {
    kind: 'answer',
    line,
    place: 'same',
    draw: (answer) => {
      const card = renderCard(answer, { private: secret, ...(from === undefined ? {} : { back: from }) });
      return {
        payload: { ...(pressed.payload as object), attachments: [attachment(card)] },
        private: secret,
      };
    },
  };
}

function inDialog({ line, filled, refine }: Extract<Received, { kind: 'dialog' }>): Pressed {
  const draw = (answer: Answer) => message(answer, true);
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
