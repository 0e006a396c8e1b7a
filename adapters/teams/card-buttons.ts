/** Buttons of a card: what they send, and how many fit beside each other. */
import type { Action, ActionSet, ButtonData, Press } from './card.ts';
import { LIMITS } from './limits.ts';
import { harmless } from './text.ts';

/** Where the button stands: see `RenderOptions`. */
interface Placed {
  readonly private?: boolean;
  readonly dialog?: boolean;
}

/**
 * A button that sends a line. In a conversation its answer comes in the response and takes the card's place; clients that
 * know only cards before 1.4 send a message instead. A dialog knows `Action.Submit` alone, and asks for the next one.
 */
export function press(title: string, data: ButtonData, placed: Placed, tooltip?: string): Press {
  const look = {
    title: harmless(title),
    ...(tooltip === undefined || tooltip === title ? {} : { tooltip: harmless(tooltip) }),
  };
  if (placed.dialog === true) {
    return { type: 'Action.Submit', ...look, data };
  }
  const told: ButtonData = placed.private === true && data.share !== true ? { ...data, secret: true } : data;
  return {
    type: 'Action.Execute',
    ...look,
    verb: 'ask',
    data: told,
    fallback: { type: 'Action.Submit', title: look.title, data: told },
  };
}

/** The same for a whole container. Without a fallback: clients too old for it show the container as it is. */
export function select(title: string, data: ButtonData, placed: Placed): Press {
  const whole = press(title, data, placed);
  if (whole.type === 'Action.Submit') {
    return whole;
  }
  const { fallback: _unused, ...rest } = whole;
  return rest;
}

/** Teams takes six, the cards' own renderer takes five unless its host says otherwise; either is to be content. */
const MOST_IN_ROW = Math.min(5, LIMITS.actionsInSet.value);
/**
 * What fits beside each other on a phone, in characters. Clients on phones hide the buttons of a row that do not fit
 * (github.com/microsoft/AdaptiveCards/issues/4758), so a row ends before.
 */
const ROW_WIDTH = 36;
/** Padding and gap of a button, in characters. */
const BUTTON_WIDTH = 6;
/** The longest label that fits a row of its own: its letters are narrower than the average that rows are made for. */
export const LONGEST_LABEL = 32;

/**
 * Rows of buttons, as many as are needed, none wider than a phone.
 * @param hidden what hides behind "…" at the end of the last row
 */
export function buttonRows(
  actions: readonly Action[],
  first: { readonly spacing?: 'Small' | 'Medium' } = {},
  hidden: readonly Action[] = [],
): readonly ActionSet[] {
  const rows: Action[][] = [];
  let left = 0;
  for (const action of actions) {
    const width = (action.title ?? '').length + BUTTON_WIDTH;
    const row = rows.at(-1);
    if (row !== undefined && width <= left && row.length < MOST_IN_ROW) {
      row.push(action);
      left -= width;
    } else {
      rows.push([action]);
      left = ROW_WIDTH - width;
    }
  }
  const behind = hidden.slice(0, MOST_IN_ROW).map((action) => ({ ...action, mode: 'secondary' as const }));
  const last = rows.at(-1);
  if (behind.length > 0 && last !== undefined && last.length + behind.length <= MOST_IN_ROW)
    last.push(...behind);
  else if (behind.length > 0) rows.push(behind);
  return rows.map((row, index) => ({
    type: 'ActionSet',
    actions: row,
    ...(index === 0 ? first : { spacing: 'Small' }),
  }));
}
