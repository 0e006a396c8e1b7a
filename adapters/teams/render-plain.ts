/** Messages without a card, and the words that stand for one: in notifications, for screen readers, where it is refused. */
import type { Answer } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { typedHere } from '../../src/answer/typed.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Outgoing } from './activity.ts';
import { type Says, saysIn } from './says.ts';
import { harmless, oneLine } from './text.ts';
import { typed } from './typed.ts';

/** One or two sentences for notifications, the activity feed and screen readers. */
export function summaryOf(answer: Answer, says: Says = saysIn(answer.locale)): string {
  const parts = [answer.title, answer.lead || (answer.items[0]?.text.text ?? '')]
    .map(oneLine)
    .filter((one) => one !== '');
  return cut(harmless(parts.join('. ')), 300) || says.chat.untitled;
}

/** The answer as a message without a card: for when a card was refused. */
export function renderPlain(given: Answer): Outgoing {
  const answer = typedHere(given, typed);
  return {
    type: 'message',
    textFormat: 'plain',
    text: plainText(cut(toText(answer), 8000)),
    summary: summaryOf(answer),
  };
}

/** A message of our own words. */
export function renderWords(text: string): Outgoing {
  return { type: 'message', textFormat: 'plain', text, summary: cut(text, 300) };
}

/** Message text, unlike a card's, may hold tags that Teams reads even in plain text: `<at>` is one. */
function plainText(text: string): string {
  return harmless(text).replace(/</gu, '‹').replace(/>/gu, '›');
}
