/**
 * What can be pressed below an answer: paging, a menu of its items, next steps. Pure; `identify` gives the custom_id that
 * holds a line, or undefined where it can be held in no way, and then the step is counted as left out, never dropped
 * in silence.
 */
import type { Answer, Choice, Item } from '../../src/answer/answer.ts';
import { isList } from '../../src/answer/line.ts';
import { menuName } from '../../src/answer/shown.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Block } from './fit.ts';
import { LIMITS } from './limits.ts';
import { LAST, type Mode } from './lines.ts';
import { oneLine } from './markdown.ts';
import type { Button, LinkButton, Row, Select, SelectOption } from './payloads.ts';
import { safeUrl } from './render-item.ts';
import type { Says } from './says.ts';

export type Identify = (
  line: string,
  over?: {
    readonly mode?: Mode;
    readonly part?: number;
    readonly asker?: string;
    readonly revision?: string;
  },
) => string | undefined;

interface Position {
  readonly part: number;
  readonly parts: number;
  readonly options: { readonly private: boolean; readonly asker?: string };
}

interface Turns {
  readonly buttons: readonly (Button | LinkButton)[];
  /** There is more to see that no button can lead to. */
  readonly stuck: boolean;
}

/** The buttons that turn pages, and the one to the page of what is opened. */
export function navigation(
  answer: Answer,
  { part, parts, options }: Position,
  identify: Identify,
  says: Says,
): Turns {
  const { line, page } = answer;
  const turn = { mode: 'turn', asker: options.asker ?? '' } as const;
  const within = (to: number) => (line === '' ? undefined : identify(line, { ...turn, part: to }));
  const previous =
    part > 1
      ? within(part - 1)
      : page?.previous === undefined
        ? undefined
        : identify(page.previous, { ...turn, part: LAST });
  const following = part < parts ? within(part + 1) : undefined;
  const next =
    following ??
    (part < parts || page?.next === undefined ? undefined : identify(page.next, { ...turn, part: 1 }));
  return {
    buttons: [
      ...(previous === undefined ? [] : [button(says.chat.previous, previous)]),
      ...(next === undefined ? [] : [button(says.chat.next, next)]),
      ...linkButton(says.openPage, answer.address),
    ],
    stuck: next === undefined && (part < parts || page?.next !== undefined),
  };
}

/** Whether an item can be opened further: the view of one thing does not open itself. */
function opens(item: Item, answer: Answer): boolean {
  return item.line !== '' && item.line !== answer.line;
}

/** What opens the items, and what else the answer leads to: one menu, or a button where that is one thing. */
export function openers(
  blocks: readonly Block[],
  answer: Answer,
  identify: Identify,
  says: Says,
): { readonly rows: readonly Row[]; readonly single: readonly Button[]; readonly leftOut: number } {
  const items = blocks.filter(({ item }) => opens(item, answer) && item.kind !== 'command');
  const lines = new Set(answer.items.map(({ line }) => line));
  const wanted = [
    ...items.map(({ item, shown }) => ({ line: item.line, label: oneLine(menuName(shown, says.kind)) })),
    ...answer.choices.filter(({ kind, line }) => kind === 'open' && !lines.has(line)),
  ];
  const held = wanted.flatMap(({ line, label }) => {
    const id = identify(line);
    return id === undefined ? [] : [{ id, label: oneLine(label) || oneLine(line) }];
  });
  const options = held.slice(0, LIMITS.selectOptions.value).map(({ id, label }) => option(label, id));
  const leftOut = wanted.length - options.length;
  const [first, ...others] = held;
  if (first === undefined) return { rows: [], single: [], leftOut };
  if (others.length === 0) return { rows: [], single: [button(says.chat.open, first.id)], leftOut };
  return { rows: [menu('items', says.own.openOne, options)], single: [], leftOut };
}

/** At most so many things are pressed under an answer; what else there is to do stands in one menu. */
const MOST_PRESSES = 5;
const MOST_STEPS = 2;

interface Steps {
  readonly buttons: readonly Button[];
  readonly rows: readonly Row[];
  readonly leftOut: number;
}

/** Next steps: two as buttons where there is room, and a menu with the rest, sharing, and the verdict. */
export function stepRows(
  answer: Answer,
  { taken, isPrivate, part }: { readonly taken: number; readonly isPrivate: boolean; readonly part: number },
  identify: Identify,
  says: Says,
): Steps {
  const held = answer.choices
    .filter(({ kind }) => kind !== 'open')
    .flatMap((choice) => {
      const id = identify(choice.line);
      return id === undefined ? [] : [{ label: labelOf(choice), id }];
    });
  const deeds = deedOptions(answer, isPrivate, part, identify, says);
  const room = MOST_PRESSES - taken - Math.min(1, deeds.length);
  const most = Math.max(0, Math.min(MOST_STEPS, room));
  // A step more than there is room for needs the menu, which takes a place itself.
  const count = deeds.length === 0 && held.length > most ? Math.max(0, Math.min(MOST_STEPS, room - 1)) : most;
  const further = held.slice(count).map(({ label, id }) => option(label, id));
  const options = [...further, ...deeds].slice(0, LIMITS.selectOptions.value);
  return {
    buttons: held.slice(0, count).map(({ label, id }) => button(label, id)),
    rows: options.length === 0 ? [] : [menu('more', says.own.more, options)],
    leftOut: answer.choices.filter(({ kind }) => kind !== 'open').length - held.length,
  };
}

/** What can be done with the answer itself; nothing where it is about the bot. */
function deedOptions(
  { line, outcome, revision }: Answer,
  isPrivate: boolean,
  part: number,
  identify: Identify,
  says: Says,
): readonly SelectOption[] {
  if (line === '') return [];
  const isJudged = outcome !== 'help' && outcome !== 'unclear';
  const deeds = [
    ...(isJudged && isList(line)
      ? [{ label: says.refine.open, id: identify(line, { mode: 'refine' }) }]
      : []),
    ...(isPrivate ? [{ label: says.own.share, id: identify(line, { mode: 'share', part }) }] : []),
    ...(isJudged
      ? [
          { label: says.chat.helpful, id: identify(line, { mode: 'helpful', revision }) },
          { label: says.chat.notHelpful, id: identify(line, { mode: 'unhelpful', revision }) },
        ]
      : []),
  ];
  return deeds.flatMap(({ label, id }) => (id === undefined ? [] : [option(label, id)]));
}

/** Rows of buttons, as many as are needed. */
export function buttonRows(buttons: readonly (Button | LinkButton)[]): readonly Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < buttons.length; index += LIMITS.rowButtons.value) {
    rows.push({ type: 1, components: buttons.slice(index, index + LIMITS.rowButtons.value) });
  }
  return rows;
}

const labelOf = (choice: Choice) => oneLine(choice.label) || oneLine(choice.line);

function button(label: string, id: string, style: Button['style'] = 2): Button {
  return { type: 2, style, label: cut(label, LIMITS.buttonLabel.value), custom_id: id };
}

/** None where the address may not be shown; one that may is shorter than the 512 characters that Discord takes. */
function linkButton(label: string, url: string | undefined): readonly LinkButton[] {
  const address = safeUrl(url);
  return address === undefined ? [] : [{ type: 2, style: 5, label, url: address }];
}

function option(label: string, value: string): SelectOption {
  return { label: cut(label, LIMITS.optionLabel.value), value };
}

function menu(id: string, placeholder: string, options: readonly SelectOption[]): Row {
  const select: Select = { type: 3, custom_id: id, placeholder, options };
  return { type: 1, components: [select] };
}
