/** Where a reader can go from an answer: other pages, next steps, back, sharing, and a verdict. */

import type { Answer, Choice } from '../../src/answer/answer.ts';
import { isList } from '../../src/answer/line.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import {
  type Action,
  type ButtonData,
  type Element,
  note,
  type OpenUrl,
  type Press,
  paragraph,
  run,
} from './card.ts';
import { buttonRows, LONGEST_LABEL, press } from './card-buttons.ts';
import type { Budget, RenderOptions } from './render-options.ts';
import type { Says } from './says.ts';
import { harmless, oneLine } from './text.ts';

/** Where in the list we are. */
export function pageOf(
  { page }: Answer,
  { says }: { readonly says: Says },
  left: number,
): readonly (Element | undefined)[] {
  return page === undefined
    ? []
    : [note(says.text.page(page.first, Math.max(page.first, page.last - left), page.total))];
}

/** At most so many things are pressed under an answer; what else there is to do hides behind "…". */
const MOST_PRESSES = 5;
const MOST_STEPS = 2;

/** Paging, next steps, back and sharing in one row; the rest, and the verdict, behind "…". */
export function stepsOf(
  answer: Answer,
  options: RenderOptions & { readonly says: Says },
  budget: Budget,
): readonly (Element | undefined)[] {
  const { says } = options;
  const { page } = answer;
  const turn = (title: string, line: string | undefined): readonly Press[] =>
    line ? [press(title, { line }, options)] : [];
  const lines = new Set(answer.items.map(({ line }) => line));
  const choices = answer.choices
    .filter(({ kind, line }) => kind !== 'open' || !lines.has(line))
    .slice(0, budget.choices);
  const first: Action[] = [
    ...(options.back !== undefined && options.back !== answer.line
      ? [press(says.own.back, { line: options.back }, options)]
      : []),
    ...(options.dialog === true && options.puts !== false && answer.line !== '' && answer.items.length > 0
      ? [press(says.own.put, { line: answer.line, put: true }, options)]
      : []),
    ...turn(says.choice.previous, page?.previous),
    ...turn(says.choice.next, page?.next),
  ];
  const room = Math.max(0, Math.min(MOST_STEPS, MOST_PRESSES - 1 - first.length));
  const steps = choices.map((choice) => choiceButton(choice, answer.line, options));
  const rest: Action[] = [
    ...(options.private === true && answer.line !== ''
      ? [press(says.own.share, { line: answer.line, share: true }, options)]
      : []),
    ...refineButton(answer, options),
    ...verdictsOf(answer, options),
    ...archiveButton(answer, says),
    ...steps.slice(room),
  ];
  const invites = steps.length > 0 && (answer.outcome === 'nothing' || answer.outcome === 'unclear');
  return [
    invites ? paragraph([run(says.own.tryOne, { weight: 'Bolder' })], { spacing: 'Medium' }) : undefined,
    ...buttonRows([...first, ...steps.slice(0, room)], { spacing: 'Medium' }, rest),
  ];
}

/** Leads to the page of what is opened; it needs nothing of us, and so stands on any card. */
export function archiveButton({ address }: Answer, says: Says): readonly OpenUrl[] {
  return isLinkable(address) ? [{ type: 'Action.OpenUrl', title: says.openPage, url: address }] : [];
}

/** Opens the form that narrows what is listed. */
function refineButton(
  { line, outcome }: Answer,
  { says, dialog, still }: RenderOptions & { readonly says: Says },
): readonly Press[] {
  if (!isList(line) || !JUDGED.has(outcome) || still === true) {
    return [];
  }
  const data: ButtonData = {
    line,
    refine: true,
    ...(dialog === true ? {} : { msteams: { type: 'task/fetch' } }),
  };
  return [{ type: 'Action.Submit', title: says.refine.open, data }];
}

/** Outcomes that are about the archive, and so can be judged. */
const JUDGED: ReadonlySet<Answer['outcome']> = new Set(['found', 'closest', 'nothing', 'unstated']);

/** Whether readers are asked for a verdict on the answer. */
export function isJudged({ line, outcome }: Answer): boolean {
  return line !== '' && JUDGED.has(outcome);
}

function verdictsOf(answer: Answer, options: RenderOptions & { readonly says: Says }): readonly Press[] {
  // A dialog has nowhere to say thank you.
  if (options.dialog === true || options.judgedBelow === true || !isJudged(answer)) {
    return [];
  }
  const { says } = options;
  const revision = answer.revision.slice(0, 100);
  const verdict = (title: string, helpful: boolean): Press =>
    press(title, { line: answer.line, helpful, revision }, options);
  return [verdict(says.chat.helpful, true), verdict(says.chat.notHelpful, false)];
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

/** Cuts a long label between two words, but keeps the count at its end: "Only to governments and… (25)". */
function clipLabel(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const count = / \(\d+\)$/u.exec(label)?.[0] ?? '';
  const words = label.slice(0, label.length - count.length);
  const clipped = cut(words, LONGEST_LABEL - count.length);
  const kept = clipped.slice(0, -1);
  const end = words.charAt(kept.length) === ' ' ? kept.length : kept.lastIndexOf(' ');
  // A word as long as the label is cut itself.
  return `${end > LONGEST_LABEL / 3 ? `${kept.slice(0, end)}…` : clipped}${count}`;
}
