/**
 * What can be pressed below an answer: paging, a menu of its items, next steps. Pure; `identify` gives the custom_id that
 * holds a line, or undefined where it can be held in no way, and then the step is counted as left out, never dropped
 * in silence.
 */
import type { Answer, Choice, Item } from '../../src/answer/answer.ts';
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

interface ChoiceRows {
  readonly rows: readonly Row[];
  /** Steps that no row could take. */
  readonly leftOut: number;
}

interface Position {
  readonly part: number;
  readonly parts: number;
  readonly options: { readonly private: boolean; readonly asker?: string };
}

/** The row for turning pages, sharing and the page of what is opened; `stuck` where there is more to see that no button can lead to. */
export function navigation(
  answer: Answer,
  { part, parts, options }: Position,
  identify: Identify,
  says: Says,
): { readonly rows: readonly Row[]; readonly stuck: boolean } {
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
  const share = options.private && line !== '' ? identify(line, { mode: 'share', part }) : undefined;
  const buttons = [
    ...(previous === undefined ? [] : [button(says.chat.previous, previous)]),
    ...(next === undefined ? [] : [button(says.chat.next, next)]),
    ...(share === undefined ? [] : [button(says.own.share, share, 1)]),
    ...linkButton(says.openPage, answer.address),
  ];
  return {
    rows: buttonRows(buttons),
    stuck: next === undefined && (part < parts || page?.next !== undefined),
  };
}

/** Whether an item can be opened further: the view of one thing does not open itself. */
export function opens(item: Item, answer: Answer): boolean {
  return item.line !== '' && item.line !== answer.line;
}

/** A menu that opens one of many items. */
export function itemMenu(
  blocks: readonly Block[],
  answer: Answer,
  identify: Identify,
  says: Says,
): ChoiceRows {
  const wanted = blocks.filter(({ item }) => opens(item, answer));
  const options = wanted.slice(0, LIMITS.selectOptions.value).flatMap((block): readonly SelectOption[] => {
    const value = identify(block.item.line);
    return value === undefined
      ? []
      : [option(`${block.position}. ${name(block.item, says)}`, value, details(block.item))];
  });
  const leftOut = wanted.length - options.length;
  return { rows: options.length === 0 ? [] : [menu('items', says.own.openOne, options)], leftOut };
}

const name = (item: Item, says: Says) =>
  [item.title.text, item.text.text, item.line].map(oneLine).find((text) => text !== '') ?? says.chat.open;

const details = (item: Item) =>
  oneLine([...item.makers, item.date].filter((text) => text !== '').join(' · '));

/**
 * Next steps in at most `room` components: buttons as long as they fit in two rows, then a menu for the others; the menu
 * takes the steps that open something first.
 */
export function choiceRows(
  choices: readonly Choice[],
  room: number,
  identify: Identify,
  says: Says,
): ChoiceRows {
  const held = choices.flatMap((choice) => {
    const id = identify(choice.line);
    return id === undefined ? [] : [{ choice, id }];
  });
  const leftOut = choices.length - held.length;
  const most = LIMITS.rowButtons.value;
  const rowsNeeded = Math.ceil(held.length / most);
  if (rowsNeeded <= 2 && held.length + rowsNeeded <= room) {
    return { rows: buttonRows(held.map(({ choice, id }) => button(labelOf(choice), id))), leftOut };
  }
  const beside = Math.max(0, Math.min(most, room - 3));
  const ordered = [...held].sort(
    (a, b) => Number(a.choice.kind === 'open') - Number(b.choice.kind === 'open'),
  );
  const asButtons = new Set(ordered.slice(0, beside));
  const others = held.filter((entry) => !asButtons.has(entry));
  const options = room < 2 ? [] : others.slice(0, LIMITS.selectOptions.value);
  return {
    rows: [
      ...buttonRows(
        held.filter((entry) => asButtons.has(entry)).map(({ choice, id }) => button(labelOf(choice), id)),
      ),
      ...(options.length === 0
        ? []
        : [
            menu(
              'steps',
              says.own.moreSteps,
              options.map(({ choice, id }) => option(labelOf(choice), id, '')),
            ),
          ]),
    ],
    leftOut: leftOut + others.length - options.length,
  };
}

/** A row that asks whether the answer helped; none where the answer is about the bot itself. */
export function verdictRows(
  { line, outcome, revision }: Answer,
  identify: Identify,
  says: Says,
): readonly Row[] {
  if (line === '' || outcome === 'help' || outcome === 'unclear') return [];
  const helpful = identify(line, { mode: 'helpful', revision });
  const unhelpful = identify(line, { mode: 'unhelpful', revision });
  if (helpful === undefined || unhelpful === undefined) return [];
  return buttonRows([button(says.chat.helpful, helpful), button(says.chat.notHelpful, unhelpful)]);
}

function buttonRows(buttons: readonly (Button | LinkButton)[]): readonly Row[] {
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

function option(label: string, value: string, description: string): SelectOption {
  return {
    label: cut(label, LIMITS.optionLabel.value),
    value,
    ...(description === '' ? {} : { description: cut(description, LIMITS.optionLabel.value) }),
  };
}

function menu(id: string, placeholder: string, options: readonly SelectOption[]): Row {
  const select: Select = { type: 3, custom_id: id, placeholder, options };
  return { type: 1, components: [select] };
}
