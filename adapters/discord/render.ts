/**
 * An Answer as a Discord message of components (version 2): a heading, the items with a button each, small print, and
 * rows of buttons and menus for paging and next steps. Pure: `Answer → payload`, within every limit of `limits.ts`.
 */
import type { Answer, Outcome } from '../../src/answer/answer.ts';
import { layOut, type Shown } from '../../src/answer/shown.ts';
import { ACCENT } from '../../src/locales/brand.ts';
import { buttonRows, type Identify, navigation, openers, stepRows } from './controls.ts';
import { type Block, partition } from './fit.ts';
import { holdLines } from './held.ts';
import { LIMITS } from './limits.ts';
import { customId, LAST, linesDisplay, linesToShow } from './lines.ts';
import { line, toMarkdown } from './markdown.ts';
import { type Container, FLAG, type MessageBody, NO_MENTIONS, type TextDisplay } from './payloads.ts';
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

/** Items of one message: beside them, all that can be pressed is a component too. */
const MOST_ITEMS = 20;

/** Characters kept for the parts around the items; what they need at most. */
const ROOM = {
  title: 300,
  lead: 500,
  note: 250,
  shared: 300,
  sources: 420,
  lines: 1500,
  notes: 400,
} as const;

export function renderAnswer(answer: Answer, options: RenderOptions): MessageBody {
  const { says = saysIn(answer.locale) } = options;
  const screen = layOut(answer, says.undated);
  const header = headerText(screen, says);
  const sources = sourcesText(screen, says);
  const shown = linesToShow(answer.line, wantedLines(answer), ROOM.lines, says.own.line);
  // Whether the menus hold the lines is known when all else is; until then there is room for them.
  const print = linesDisplay(shown, says.own.line);
  const parts = partition(answer, screen, says, {
    characters:
      LIMITS.text.value - header.length - sources.length - (print?.content.length ?? 0) - ROOM.notes,
    items: MOST_ITEMS,
  });
  const part = options.part === LAST ? parts.length : Math.min(Math.max(1, options.part), parts.length);
  const blocks = parts[part - 1] ?? [];

  // Slots number everything that can be pressed, so that no two custom_ids of a message are equal.
  let slot = 0;
  const identify: Identify = (line, over = {}) =>
    customId({ mode: 'open', line, slot: slot++, ...over }, shown);

  const turning = navigation(answer, { part, parts: parts.length, options }, identify, says);
  const opening = openers(blocks, answer, identify, says);
  const taken = turning.buttons.length + opening.rows.length + opening.single.length;
  const steps = stepRows(answer, { taken, isPrivate: options.private, part }, identify, says);
  const below = [
    ...opening.rows,
    ...buttonRows([...opening.single, ...turning.buttons, ...steps.buttons]),
    ...steps.rows,
  ];
  const held = print === undefined ? undefined : holdLines(below, shown);
  const lines = held === undefined ? print : undefined;
  const rows = held ?? below;

  const notes = notesText(answer, { ...options, says }, blocks, {
    stuck: turning.stuck,
    stepsLeftOut: opening.leftOut + steps.leftOut,
  });
  const footer = [notes, sources].filter((text) => text !== '').join('\n');
  const separator = { type: 14, divider: true, spacing: 1 } as const;
  const container: Container = {
    type: 17,
    accent_color: STRIPES[answer.outcome],
    components: [
      display(header),
      ...(blocks.length === 0 ? [] : [separator, ...blocks.map(({ markdown }) => display(markdown))]),
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

const display = (content: string): TextDisplay => ({ type: 10, content });

/** A lead tells a role for each event at most. */
const MOST_LEAD_LINES = 4;

/** Title and lead; in small print what was understood, where that adds something, and what all items share. */
function headerText({ title, lead, note, shared }: Shown, says: Says): string {
  const leads = lead
    .split('\n')
    .filter((part) => part.trim() !== '')
    .slice(0, MOST_LEAD_LINES);
  const small = [line(note, ROOM.note), line(shared, ROOM.shared)];
  return [
    `## ${line(title, ROOM.title - 4) || says.chat.untitled}`,
    ...leads.map((part) => line(part, Math.floor(ROOM.lead / leads.length) - 1)),
    ...small.map((part) => (part === '' ? '' : `-# ${part}`)),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** The documents behind the answer, as many as there is room for, each with its link. */
function sourcesText(answer: Pick<Shown, 'sources'>, says: Says): string {
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
    const text = prefix + rows.slice(0, count).join('; ') + (rest === 0 ? '' : `; ${says.own.moreOf(rest)}`);
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
  const isCut = blocks.length < answer.items.length;
  const notes = [
    blocks.length > 0 && blocks.length < total
      ? says.own.position(first, last, Math.max(total, last), isCut)
      : '',
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
