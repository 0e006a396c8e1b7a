/**
 * An Answer as a message with an Adaptive Card. Pure.
 *
 * The card says in this order: the title, the lead, what the items share, the table, the items under their groups, documents that
 * no citation leads to, where in a long list they stand, and the next steps: a conversation is scrolled to its end, so what can
 * be pressed stands there. What does not fit is shortened, then dropped from the end, and the card says so: see `fitted`.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { layOut, type Shown } from '../../src/answer/shown.ts';
import { besideTable } from '../../src/answer/table.ts';
import { toText } from '../../src/answer/text.ts';
import { typedHere } from '../../src/answer/typed.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Outgoing } from './activity.ts';
import { attachment, type Card, card, type Element, heading, note, paragraph, run } from './card.ts';
import { buttonRows } from './card-buttons.ts';
import { citing } from './citations.ts';
import { directionOf } from './direction.ts';
import { LIMITS } from './limits.ts';
import { renderItem } from './render-item.ts';
import { BUDGETS, type Budget, FIRST_BUDGET_OF_LISTS, type RenderOptions } from './render-options.ts';
import { summaryOf } from './render-plain.ts';
import { sourcesOf } from './render-sources.ts';
import { archiveButton, isJudged, pageOf, stepsOf } from './render-steps.ts';
import { drawnTable, renderTable } from './render-table.ts';
import { type Says, saysIn } from './says.ts';
import { harmless, oneLine } from './text.ts';
import { typed } from './typed.ts';

/** The whole message for an answer: never over the platform's limit, whatever the answer holds. */
export function renderMessage(given: Answer, options: RenderOptions = {}): Outgoing {
  const answer = typedHere(given, typed);
  const { says = saysIn(answer.locale) } = options;
  const judged = options.judgedBelow === true && isJudged(answer);
  return fitted(answer, { ...options, says }, (content, { screen, budget, shown }) => ({
    ...messageOf(content, answer, says),
    ...(options.still === true ? {} : citing(screen, { most: shown, budget, says })),
    ...(judged ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  }));
}

/** The card alone, for places that take one instead of a message. */
export function renderCard(given: Answer, options: RenderOptions = {}): Card {
  const answer = typedHere(given, typed);
  return fitted(answer, { ...options, says: options.says ?? saysIn(answer.locale) }, (content) => content);
}

/**
 * The message with nothing around its card: for when what is around it was refused.
 * @returns undefined where there was nothing around it
 */
export function bareOf({ text, entities, channelData, ...bare }: Outgoing): Outgoing | undefined {
  return text === undefined && entities === undefined && channelData === undefined ? undefined : bare;
}

function messageOf(content: Card, answer: Answer, says: Says): Outgoing {
  return { type: 'message', summary: summaryOf(answer, says), attachments: [attachment(content)] };
}

/** The size that counts: the limit is given in UTF-16, and what goes over the wire is UTF-8. */
export function sizeOf(payload: unknown): number {
  const json = JSON.stringify(payload);
  return Math.max(json.length * 2, Buffer.byteLength(json));
}

/** What of an answer a card shows: the answer laid out, how much of each part, and how many items. */
interface Part {
  readonly screen: Shown;
  readonly budget: Budget;
  readonly shown: number;
}

type Options = RenderOptions & { readonly says: Says };

/** The largest form of the answer that fits; `wrap` makes of its card what is to be measured and given. */
function fitted<Whole>(answer: Answer, options: Options, wrap: (content: Card, part: Part) => Whole): Whole {
  const { says, bytes: most = LIMITS.messageBytes.value } = options;
  const fallback = toText(answer, { says });
  const screen = layOut(answer, says.undated);
  const made = (budget: Budget, shown: number): Whole => {
    const part = { screen, budget, shown };
    return wrap(compose(answer, options, fallback, part), part);
  };
  const budgets = answer.items.length > 1 ? BUDGETS.slice(FIRST_BUDGET_OF_LISTS) : BUDGETS;
  for (const budget of budgets) {
    const whole = made(budget, answer.items.length);
    if (sizeOf(whole) <= most) return whole;
  }
  // Even the tightest is too much: keep as many items as fit. Without items it always fits, all other parts being cut.
  const tightest = BUDGETS.at(-1) as Budget;
  let low = 0;
  let high = answer.items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sizeOf(made(tightest, middle)) <= most) low = middle;
    else high = middle;
  }
  return made(tightest, low);
}

function compose(answer: Answer, options: Options, fallback: string, { screen, budget, shown }: Part): Card {
  const { says } = options;
  let short = false;
  const shortened = (): void => {
    short = true;
  };
  const table = drawnTable(answer, budget);
  const told = besideTable(screen, table);
  const body: (Element | undefined)[] = [
    heading(cut(oneLine(harmless(screen.title)), budget.title) || says.chat.untitled, 'Large'),
    ...leadOf(told, budget),
    smallOf(screen.note, budget),
    smallOf(screen.shared, budget),
    ...(table === undefined ? [] : [renderTable(table, answer, { budget, place: options, says })]),
  ];

  let left = shown;
  for (const run of told.runs) {
    const items = run.items.slice(0, left);
    left -= items.length;
    if (items.length === 0) break;
    body.push(heading(cut(oneLine(harmless(run.heading)), budget.title), 'Medium', { spacing: 'Large' }));
    body.push(smallOf(run.shared, budget));
    for (const one of items) {
      body.push(
        ...renderItem(
          one,
          { budget, from: answer.line, place: options, says, rtl: directionOf(answer.locale) === 'rtl' },
          shortened,
        ),
      );
    }
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
    answer.locale,
  );
}

/** A lead tells a role for each event at most. */
const MOST_LEAD_LINES = 6;

const leadOf = ({ lead }: Shown, budget: Budget): readonly (Element | undefined)[] =>
  lead
    .split('\n')
    .slice(0, MOST_LEAD_LINES)
    .map((line) => paragraph([run(cut(line.trim(), budget.lead))], { spacing: 'Small' }));

/** A line in small letters, or nothing for a blank one. */
function smallOf(text: string, budget: Budget): Element | undefined {
  return paragraph([run(cut(oneLine(text), budget.meta), { size: 'Small', isSubtle: true })], {
    spacing: 'Small',
  });
}
