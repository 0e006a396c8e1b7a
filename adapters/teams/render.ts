/**
 * An Answer as a message with an Adaptive Card. Pure.
 *
 * The card says in this order: the title, the lead, what the items share, the items under their groups, documents that
 * no citation leads to, where in a long list they stand, and the next steps: a conversation is scrolled to its end, so what can
 * be pressed stands there. What does not fit is shortened, then dropped from the end, and the card says so: see `fitted`.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { layOut } from '../../src/answer/shown.ts';
import { toText } from '../../src/answer/text.ts';
import { typedHere } from '../../src/answer/typed.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Outgoing } from './activity.ts';
import { attachment, type Card, card, type Element, heading, note, paragraph, run } from './card.ts';
import { buttonRows } from './card-buttons.ts';
import { LIMITS } from './limits.ts';
import { renderItem } from './render-item.ts';
import { BUDGETS, type Budget, FIRST_BUDGET_OF_LISTS, type RenderOptions } from './render-options.ts';
import { summaryOf } from './render-plain.ts';
import { sourcesOf } from './render-sources.ts';
import { archiveButton, pageOf, stepsOf } from './render-steps.ts';
import { type Says, saysIn } from './says.ts';
import { harmless, oneLine } from './text.ts';
import { typed } from './typed.ts';

/** The whole message for an answer: never over the platform's limit, whatever the answer holds. */
export function renderMessage(given: Answer, options: RenderOptions = {}): Outgoing {
  const answer = typedHere(given, typed);
  const { says = saysIn(answer.locale) } = options;
  return messageOf(fitted(answer, options, says), answer, says);
}

/** The card alone, for places that take one instead of a message. */
export function renderCard(answer: Answer, options: RenderOptions = {}): Card {
  return fitted(typedHere(answer, typed), options, options.says ?? saysIn(answer.locale));
}

function messageOf(content: Card, answer: Answer, says: Says): Outgoing {
  return { type: 'message', summary: summaryOf(answer, says), attachments: [attachment(content)] };
}

/** The size that counts: the limit is given in UTF-16, and what goes over the wire is UTF-8. */
export function sizeOf(payload: unknown): number {
  const json = JSON.stringify(payload);
  return Math.max(json.length * 2, Buffer.byteLength(json));
}

function fitted(answer: Answer, options: RenderOptions, says: Says): Card {
  const most = options.bytes ?? LIMITS.messageBytes.value;
  const fits = (one: Card): boolean => sizeOf(messageOf(one, answer, says)) <= most;
  const fallback = toText(answer, { says });
  const budgets = answer.items.length > 1 ? BUDGETS.slice(FIRST_BUDGET_OF_LISTS) : BUDGETS;
  for (const budget of budgets) {
    const content = compose(answer, { ...options, says }, fallback, budget, answer.items.length);
    if (fits(content)) {
      return content;
    }
  }
  // Even the tightest is too much: keep as many items as fit. Without items it always fits, all other parts being cut.
  const tightest = BUDGETS.at(-1) as Budget;
  let low = 0;
  let high = answer.items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(compose(answer, { ...options, says }, fallback, tightest, middle))) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return compose(answer, { ...options, says }, fallback, tightest, low);
}

function compose(
  answer: Answer,
  options: RenderOptions & { readonly says: Says },
  fallback: string,
  budget: Budget,
  shown: number,
): Card {
  const { says } = options;
  let short = false;
  const shortened = (): void => {
    short = true;
  };
  const screen = layOut(answer, says.undated);
  const body: (Element | undefined)[] = [
    heading(cut(oneLine(harmless(screen.title)), budget.title) || says.chat.untitled, 'Large'),
    ...screen.lead
      .split('\n')
      .slice(0, MOST_LEAD_LINES)
      .map((line) => paragraph([run(cut(line.trim(), budget.lead))], { spacing: 'Small' })),
    smallOf(screen.note, budget),
    smallOf(screen.shared, budget),
  ];

  let left = shown;
  for (const run of screen.runs) {
    const items = run.items.slice(0, left);
    left -= items.length;
    if (items.length === 0) break;
    body.push(heading(cut(oneLine(harmless(run.heading)), budget.title), 'Medium', { spacing: 'Large' }));
    body.push(smallOf(run.shared, budget));
    for (const one of items)
      body.push(...renderItem(one, { budget, from: answer.line, place: options, says }, shortened));
  }

  const leftOut = answer.items.length - shown;
  if (leftOut > 0) {
    body.push(note(says.own.itemsLeft(leftOut)));
  }
  if (short) {
    body.push(note(says.own.shortened));
  }
  body.push(...sourcesOf(screen.sources, budget, says), ...pageOf(answer, options, leftOut));
  body.push(
    ...(options.still === true ? buttonRows(archiveButton(answer, says)) : stepsOf(answer, options, budget)),
  );
  return card(
    body.filter((one) => one !== undefined),
    cut(fallback, budget.plain),
    summaryOf(answer, says),
  );
}

/** A lead tells a role for each event at most. */
const MOST_LEAD_LINES = 6;

/** A line in small letters, or nothing for a blank one. */
function smallOf(text: string, budget: Budget): Element | undefined {
  return paragraph([run(cut(oneLine(text), budget.meta), { size: 'Small', isSubtle: true })], {
    spacing: 'Small',
  });
}
