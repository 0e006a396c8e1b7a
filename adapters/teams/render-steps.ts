/** Where a reader can go from an answer: other pages, next steps, back, sharing, and a verdict. */

import type { Answer, Choice } from '../../src/answer/answer.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { type Action, type Element, note, type OpenUrl, type Press, paragraph, run } from './card.ts';
import { buttonRows, LONGEST_LABEL, press } from './card-buttons.ts';
import type { Budget, RenderOptions } from './render-options.ts';
import type { Says } from './says.ts';
import { harmless, oneLine } from './text.ts';

/** Where in the list we are, with the ways to its other pages right under it. */
export function pageOf(
  answer: Answer,
  options: RenderOptions & { readonly says: Says },
  left: number,
): readonly (Element | undefined)[] {
  const { page } = answer;
  const { says } = options;
  if (page === undefined) {
    return [];
  }
  const turn = (title: string, line: string | undefined): readonly Press[] =>
    line ? [press(title, { line }, options)] : [];
  const turns = [...turn(says.choice.previous, page.previous), ...turn(says.choice.next, page.next)];
  return [
    note(says.text.page(page.first, Math.max(page.first, page.last - left), page.total), {
      separator: true,
    }),
    ...(options.still === true ? [] : buttonRows(turns, { spacing: 'Small' })),
  ];
}

/** Next steps, back, sharing and the verdict, in rows of buttons. */
export function stepsOf(
  answer: Answer,
  options: RenderOptions & { readonly says: Says },
  budget: Budget,
): readonly (Element | undefined)[] {
  const { says } = options;
  const shown = answer.choices.slice(0, budget.choices);
  const buttons: Action[] = shown.map((choice) => choiceButton(choice, answer.line, options));
  buttons.push(...archiveButton(answer, options.says));
  if (options.dialog === true && answer.line !== '' && answer.items.length > 0) {
    buttons.unshift(press(says.own.put, { line: answer.line, put: true }, options));
  }
  if (options.back !== undefined && options.back !== answer.line) {
    buttons.unshift(press(says.own.back, { line: options.back }, options));
  }
  if (options.private === true && answer.line !== '') {
    buttons.push(press(says.own.share, { line: answer.line, share: true }, options));
  }
  const invites = shown.length > 0 && (answer.outcome === 'nothing' || answer.outcome === 'unclear');
  return [
    invites ? paragraph([run(says.own.tryOne, { weight: 'Bolder' })], { spacing: 'Medium' }) : undefined,
    ...buttonRows(buttons, { spacing: 'Medium' }),
    shown.length < answer.choices.length
      ? note(says.chat.choicesLeftOut(answer.choices.length - shown.length))
      : undefined,
    ...verdictsOf(answer, options),
  ];
}

/** Leads to the page of what is opened; it needs nothing of us, and so stands on any card. */
export function archiveButton({ address }: Answer, says: Says): readonly OpenUrl[] {
  return isLinkable(address) ? [{ type: 'Action.OpenUrl', title: says.openPage, url: address }] : [];
}

/** Outcomes that are about the archive, and so can be judged. */
const JUDGED: ReadonlySet<Answer['outcome']> = new Set(['found', 'nothing', 'unstated']);

function verdictsOf(answer: Answer, options: RenderOptions & { readonly says: Says }): readonly Element[] {
  // A dialog has nowhere to say thank you.
  if (answer.line === '' || options.dialog === true || !JUDGED.has(answer.outcome)) {
    return [];
  }
  const { says } = options;
  const revision = answer.revision.slice(0, 100);
  const verdict = (title: string, helpful: boolean): Press =>
    press(title, { line: answer.line, helpful, revision }, options);
  return buttonRows([verdict(says.chat.helpful, true), verdict(says.chat.notHelpful, false)], {
    spacing: 'Medium',
  });
}

/** Buttons are as wide as their words; a long label is cut on the button and whole in its tooltip. */
function choiceButton(choice: Choice, from: string, options: RenderOptions): Press {
  const label = cut(oneLine(harmless(choice.label)) || choice.line, 200);
  const data =
    choice.kind === 'open' && from !== '' && from !== choice.line
      ? { line: choice.line, from }
      : { line: choice.line };
  return press(clipLabel(label), data, options, label);
}

/** Cuts a long label, but keeps the count at its end: "Only addressed to governme… (25)". */
function clipLabel(label: string): string {
  const count = / \(\d+\)$/u.exec(label)?.[0] ?? '';
  return label.length <= LONGEST_LABEL
    ? label
    : `${cut(label.slice(0, label.length - count.length), LONGEST_LABEL - count.length)}${count}`;
}
