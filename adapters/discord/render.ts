/**
 * An Answer as a Discord message of components (version 2): a heading, the items with a button each, small print, and
 * rows of buttons and menus for paging and next steps. Pure: `Answer → payload`, within every limit of `limits.ts`.
 */
import type { Answer, Outcome } from '../../src/answer/answer.ts';
import { ACCENT } from '../../src/locales/brand.ts';
import { choiceRows, type Identify, itemMenu, navigation, opens, verdictRows } from './controls.ts';
import { type Block, partition } from './fit.ts';
import { LIMITS } from './limits.ts';
import { customId, LAST, linesDisplay, linesToShow } from './lines.ts';
import { line, toMarkdown } from './markdown.ts';
import {
  type Button,
  type Container,
  FLAG,
  type MessageBody,
  NO_MENTIONS,
  type Row,
  type Section,
  type TextDisplay,
} from './payloads.ts';
import { safeUrl } from './render-item.ts';
import { type Says, saysIn } from './says.ts';

export interface RenderOptions {
  /** Which part of an answer that takes several messages, from 1; `LAST` for the last. */
  readonly part: number;
  /** Only the asker sees the message; it gets a button that shares it. */
  readonly private: boolean;
  /** The asker's id: their paging turns the message over, other people's opens one of their own. */
  readonly asker?: string;
  /** Id of the person who shared it. */
  readonly sharedBy?: string;
  /** All that is not the answer's; in the answer's language where absent. */
  readonly says?: Says;
}

export const PUBLIC: RenderOptions = { part: 1, private: false };

/** The stripe at the side: by how well the archive could answer. */
const BRAND = Number.parseInt(ACCENT.slice(1), 16);
const STRIPES: Readonly<Record<Outcome, number>> = {
  found: BRAND,
  closest: 0x8a8d93,
  nothing: 0x8a8d93,
  unstated: 0xc98a1b,
  unclear: 0xc98a1b,
  help: BRAND,
};

/** Up to so many items of a message stand beside a button each; more are a list with one menu that opens them. */
const WITH_BUTTONS = 4;

/** Characters kept for the parts around the items; what they need at most. */
const ROOM = { title: 300, lead: 500, understood: 250, sources: 420, lines: 1500, notes: 400 } as const;

export function renderAnswer(answer: Answer, options: RenderOptions): MessageBody {
  const { says = saysIn(answer.locale) } = options;
  const header = headerText(answer, says);
  const sources = sourcesText(answer, says);
  const shown = linesToShow(answer.line, wantedLines(answer), ROOM.lines, says.own.line);
  const lines = linesDisplay(shown, says.own.line);
  const parts = partition(answer, says, {
    characters:
      LIMITS.text.value - header.length - sources.length - (lines?.content.length ?? 0) - ROOM.notes,
    items: answer.items.length > WITH_BUTTONS ? LIMITS.selectOptions.value : WITH_BUTTONS,
  });
  const part = options.part === LAST ? parts.length : Math.min(Math.max(1, options.part), parts.length);
  const blocks = parts[part - 1] ?? [];

  // Slots number everything that can be pressed, so that no two custom_ids of a message are equal.
  let slot = 0;
  const identify: Identify = (line, over = {}) =>
    customId({ mode: 'open', line, slot: slot++, ...over }, shown);

  const turning = navigation(answer, { part, parts: parts.length, options }, identify, says);
  const listed = blocks.length > WITH_BUTTONS;
  const body = blocks.map((block) => {
    const id = listed || !opens(block.item, answer) ? undefined : identify(block.item.line);
    return id === undefined ? display(block.markdown) : section(block.markdown, openButton(id, says));
  });
  const unopened = blocks.filter(({ item }, index) => opens(item, answer) && body[index]?.type === 10).length;
  const menu = listed ? itemMenu(blocks, answer, identify, says) : { rows: [], leftOut: unopened };

  const above = [...turning.rows, ...menu.rows];
  const verdict = verdictRows(answer, identify, says);
  const used = size([...body, ...above, ...verdict]) + (lines === undefined ? 0 : 1) + FIXED;
  const choices = choiceRows(answer.choices, LIMITS.components.value - used, identify, says);
  const rows = [...above, ...choices.rows, ...verdict];

  const notes = notesText(answer, { ...options, says }, blocks, {
    stuck: turning.stuck,
    stepsLeftOut: menu.leftOut + choices.leftOut,
  });
  const footer = [notes, sources].filter((text) => text !== '').join('\n');
  const separator = { type: 14, divider: true, spacing: 1 } as const;
  const container: Container = {
    type: 17,
    accent_color: STRIPES[answer.outcome],
    components: [
      display(header),
      ...(body.length === 0 ? [] : [separator, ...body]),
      ...(footer === '' && lines === undefined ? [] : [separator]),
      ...(footer === '' ? [] : [display(footer)]),
      ...(lines === undefined ? [] : [lines]),
      ...rows,
    ],
  };
  return {
    flags: FLAG.componentsV2 | (options.private ? FLAG.ephemeral : 0),
    components: [container],
    allowed_mentions: NO_MENTIONS,
  };
}

/** A notice of our own: an apology, a reason, a confirmation. */
export function renderNotice(text: string, options: { readonly private: boolean }): MessageBody {
  return {
    flags: FLAG.componentsV2 | (options.private ? FLAG.ephemeral : 0),
    components: [display(toMarkdown(text))],
    allowed_mentions: NO_MENTIONS,
  };
}

/** Container, header, two separators, the footer, and the line that addresses a late answer to its asker. */
const FIXED = 6;

const display = (content: string): TextDisplay => ({ type: 10, content });

const section = (content: string, accessory: Button): Section => ({
  type: 9,
  components: [display(content)],
  accessory,
});

const openButton = (id: string, says: Says): Button => ({
  type: 2,
  style: 2,
  label: says.chat.open,
  custom_id: id,
});

/** How many components these are, nested ones included. */
function size(components: readonly (TextDisplay | Section | Row)[]): number {
  return components.reduce((sum, component) => {
    if (component.type === 9) return sum + 3;
    return sum + 1 + (component.type === 1 ? component.components.length : 0);
  }, 0);
}

function headerText(answer: Answer, says: Says): string {
  const lead = line(answer.lead, ROOM.lead - 1);
  const understood = line(answer.understood, ROOM.understood - 16);
  return [
    `## ${line(answer.title, ROOM.title - 4) || says.chat.untitled}`,
    lead,
    understood === '' ? '' : `-# ${says.own.read}: ${understood}`,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** The documents behind the answer, as many as there is room for, each with its link. */
function sourcesText(answer: Answer, says: Says): string {
  const prefix = `-# ${says.own.documents}: `;
  const rows = answer.sources.map((source) => {
    const words = [source.title, source.publisher, source.date].map((text) => line(text, 120));
    const link = safeUrl(source.url);
    return (
      words.filter((text) => text !== '').join(', ') +
      (link === undefined ? '' : ` [${says.own.link}](${link})`)
    );
  });
  for (let count = rows.length; count > 0; count -= 1) {
    const rest = rows.length - count;
    const text = prefix + rows.slice(0, count).join('; ') + (rest === 0 ? '' : `; ${says.own.more(rest)}`);
    if (text.length < ROOM.sources) return text;
  }
  return rows.length === 0 ? '' : `${prefix}${rows.length}`;
}

function wantedLines(answer: Answer): readonly string[] {
  const { page } = answer;
  return [
    ...(page?.next === undefined ? [] : [page.next]),
    ...(page?.previous === undefined ? [] : [page.previous]),
    ...answer.items.map((item) => item.line),
    ...answer.choices.map((choice) => choice.line),
  ];
}

function notesText(
  answer: Answer,
  { says, sharedBy }: Pick<RenderOptions, 'sharedBy'> & { readonly says: Says },
  blocks: readonly Block[],
  left: { readonly stuck: boolean; readonly stepsLeftOut: number },
): string {
  const first = blocks[0]?.position ?? 0;
  const last = blocks.at(-1)?.position ?? 0;
  const total = answer.page?.total ?? answer.items.length;
  const notes = [
    blocks.length > 0 && blocks.length < total ? says.own.position(first, last, Math.max(total, last)) : '',
    blocks.some((block) => block.shortened)
      ? answer.items.length === 1
        ? says.own.shortenedAlone
        : says.own.shortened
      : '',
    left.stuck ? says.own.itemsLeftOut(Math.max(1, total - last)) : '',
    left.stepsLeftOut > 0 ? says.own.stepsLeftOut(left.stepsLeftOut) : '',
    sharedBy === undefined ? '' : says.own.sharedBy(`<@${sharedBy}>`),
  ];
  return notes
    .filter((note) => note !== '')
    .map((note) => `-# ${note}`)
    .join('\n');
}
