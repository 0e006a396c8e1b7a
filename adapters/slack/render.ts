/**
 * An Answer in Block Kit: title, what was understood, items with their citations, paging, next steps, sources. Pure.
 *
 * `private` answers are seen by the asker alone and can be shared; `public` ones stand in a channel; `direct` ones in a
 * conversation with the bot; `view` ones in a modal, which has more room and no feedback row.
 */
import type { Answer, Choice, Page, SourceReference } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { cut } from '../../src/kit/cut.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import {
  actions,
  type Block,
  type Button,
  button,
  bytes,
  context,
  DIVIDER,
  header,
  linkButton,
  linkRun,
  type Message,
  type ModalView,
  plain,
  type Run,
  richText,
  run,
} from './blocks.ts';
import { type FittedItem, fitItems, roomBeside, takeWithin } from './fit.ts';
import { LIMITS } from './limits.ts';
import { type Says, saysIn } from './says.ts';
import { clean, escapeWithin, oneLine } from './text.ts';

export type Audience = 'private' | 'public' | 'direct' | 'view';

/** Room kept for the notes on what was left out, which are known last. */
const NOTES_BYTES = 700;
const NOTES_BLOCKS = 1;
/** Shares of the room beside the fixed parts. */
const CHOICES_SHARE = 0.3;
const SOURCES_SHARE = 0.2;
const MOST_CHOICES = 15;
const LEAD = 600;
const UNDERSTOOD = 300;
const SOURCE_TITLE = 160;

/** The button that leads to the archive's pages: the person's browser does what there is to do. */
export const ARCHIVE = 'archive';

export interface RenderOptions {
  readonly audience: Audience;
  /** A line above everything: who shared it, or that a button was old. */
  readonly note?: string;
  /** All that is not the answer's; in the answer's language where absent. */
  readonly says?: Says;
}

/** The message for an answer: always within Slack's limits, whatever the answer holds. */
export function renderMessage(answer: Answer, options: RenderOptions): Message {
  const { blocks, shown } = layOut(answer, options);
  // The plain form tells of the same items as the blocks do.
  const text = [
    options.note ?? '',
    toText(
      { ...answer, items: answer.items.slice(0, shown) },
      options.says === undefined ? {} : { says: options.says },
    ),
  ];
  return { text: fallbackText(text.filter((part) => part.trim() !== '').join('\n\n')), blocks };
}

/** A message of one sentence, for what is not an answer. */
export function renderNotice(text: string): Message {
  return { text: fallbackText(text), blocks: richText(run(cut(clean(text), LIMITS.text.value))) };
}

/** What notifications show and screen readers read out. Slack reads it as mrkdwn, and refuses an empty one. */
function fallbackText(text: string): string {
  const limit = LIMITS.messageText.value;
  // What lies far beyond the limit need not be cleaned first.
  const escaped = escapeWithin(text.slice(0, 3 * limit), limit);
  return escaped.trim() === '' ? PRODUCT : escaped;
}

/** A modal that shows an answer; buttons in it ask within it. */
export function renderModal(answer: Answer, options: Omit<RenderOptions, 'audience'> = {}): ModalView {
  const { says = saysIn(answer.locale) } = options;
  return modal(layOut(answer, { ...options, audience: 'view' }).blocks, says);
}

/** A modal of one sentence, for what is not an answer. */
export function renderModalNotice(text: string, says: Says): ModalView {
  return modal(renderNotice(text).blocks, says);
}

function modal(blocks: readonly Block[], says: Says): ModalView {
  return {
    type: 'modal',
    callback_id: 'answer',
    title: plain(PRODUCT, LIMITS.viewTitle.value),
    close: plain(says.own.close, LIMITS.viewButton.value),
    blocks,
  };
}

/** All blocks of an answer, and how many of its items they show. */
function layOut(
  answer: Answer,
  options: RenderOptions,
): { readonly blocks: readonly Block[]; readonly shown: number } {
  const { says = saysIn(answer.locale) } = options;
  const limit =
    options.audience === 'view'
      ? { bytes: LIMITS.viewBytes.value, blocks: LIMITS.viewBlocks.value }
      : { bytes: LIMITS.messageBytes.value, blocks: LIMITS.messageBlocks.value };
  const head = renderHead(answer, options.note, says);
  const paging = renderPaging(answer, says);
  const controls = controlButtons(answer, options.audience, says);
  const feedback = renderFeedback(answer, options.audience, says);
  const room = roomBeside([...head, ...paging, ...actions(controls), ...feedback], limit);
  const free = room.bytes - NOTES_BYTES;
  // A choice that opens an item says no more than the item's own button.
  const opened = new Set(answer.items.map((item) => item.line));
  const offered = answer.choices.filter((choice) => choice.kind !== 'open' || !opened.has(choice.line));
  const choices = takeWithin(
    offered.slice(0, MOST_CHOICES),
    free * CHOICES_SHARE,
    (one) => bytes(choiceButton(one, 0)) + 1,
  );
  const sources = renderSources(answer.sources, free * SOURCES_SHARE, says);
  const nextSteps = actions([...choices.map(choiceButton), ...controls]);
  const openRows = Math.ceil(answer.items.length / LIMITS.actions.value);
  const fitted = fitItems(answer, says, {
    bytes: free - bytes([...nextSteps, ...sources]),
    blocks: room.blocks - NOTES_BLOCKS - openRows - nextSteps.length - sources.length,
    extra: (one) => ({
      bytes: bytes([...groupHeading(one), ...openButtons([one], answer, says)]),
      blocks: groupHeading(one).length,
    }),
  });
  const notes = [
    fitted.leftOut === 0 ? '' : says.own.itemsLeftOut(fitted.leftOut),
    fitted.shortened ? says.own.shortened : '',
    choices.length < offered.length ? says.chat.choicesLeftOut(offered.length - choices.length) : '',
  ];
  const blocks = [
    ...head,
    ...fitted.items.flatMap((one) => [...groupHeading(one), ...one.blocks]),
    ...context(notes.filter((note) => note !== '').join(' ')),
    ...actions(openButtons(fitted.items, answer, says)),
    ...paging,
    ...nextSteps,
    ...sources,
    ...feedback,
  ];
  // Slack refuses a message without any block content.
  return { blocks: blocks.length === 0 ? context(PRODUCT) : blocks, shown: fitted.items.length };
}

function renderHead(answer: Answer, note: string | undefined, says: Says): readonly Block[] {
  return [
    ...context(note ?? ''),
    ...header(answer.title),
    ...context(
      answer.understood.trim() === ''
        ? ''
        : says.text.understood(cut(oneLine(answer.understood), UNDERSTOOD)),
    ),
    ...richText(run(cut(clean(answer.lead).trim(), LEAD))),
  ];
}

function groupHeading(one: FittedItem): readonly Block[] {
  const heading = richText(run(cut(oneLine(one.group), LIMITS.headerText.value), { bold: true }));
  return heading.length === 0 ? [] : [DIVIDER, ...heading];
}

/** One button an item, numbered like the items; none for the thing that the answer itself is about. */
function openButtons(items: readonly FittedItem[], answer: Answer, says: Says): readonly Button[] {
  return items
    .filter(({ item }) => item.line !== '' && item.line !== answer.line)
    .map(({ item, number }, index) => {
      const name = oneLine(item.title.text.slice(0, 400)) || oneLine(item.text.text.slice(0, 400));
      const label =
        item.kind === 'command'
          ? says.own.explain(item.id)
          : number === undefined
            ? says.chat.open
            : says.own.open(number);
      return button(`open:${index}`, label, item.line, {
        spoken: name === '' ? label : `${label}: ${name}`,
      });
    });
}

function renderPaging({ page }: Answer, says: Says): readonly Block[] {
  if (page === undefined || page.total === 0) return [];
  const buttons = [
    ...(page.previous === undefined ? [] : [button('page:previous', says.chat.previous, page.previous)]),
    ...(page.next === undefined ? [] : [button('page:next', says.chat.next, page.next)]),
  ];
  return [...context(pageLine(page, says)), ...actions(buttons)];
}

function pageLine({ first, last, total, number, pages }: Page, says: Says): string {
  const shown = says.text.page(first, last, total);
  return pages > 1 ? `${shown} · ${says.text.pageOf(number, pages)}` : shown;
}

function choiceButton(choice: Choice, index: number): Button {
  return button(`choice:${index}`, choice.label, choice.line);
}

/** The documents behind the answer in one compact paragraph, as many as `room` bytes hold. */
function renderSources(sources: readonly SourceReference[], room: number, says: Says): readonly Block[] {
  const runs = (one: SourceReference): readonly Run[] => {
    const about = [one.publisher, one.date]
      .map(oneLine)
      .filter((part) => part !== '')
      .join(', ');
    return [
      ...linkRun(cut(oneLine(one.title) || one.id, SOURCE_TITLE), one.url),
      ...run(about === '' ? '' : ` (${cut(about, SOURCE_TITLE)})`),
    ];
  };
  const taken = takeWithin(sources, room - 300, (one) => bytes(runs(one)) + 40);
  const rest = sources.length - taken.length;
  if (taken.length === 0) return [];
  const all = [
    ...run(`${says.text.headed(says.text.sources)} `),
    ...taken.flatMap((one, index) => [...(index === 0 ? [] : run('; ')), ...runs(one)]),
    ...run(rest === 0 ? '' : `; … (+${rest})`),
  ];
  // Small print cannot hold links without markup; text that holds some stands in rich text instead.
  return all.some(({ type }) => type === 'link')
    ? richText(all)
    : context(all.map(({ text }) => text).join(''));
}

/** Outcomes that are about the archive: they can be refined and judged. */
const JUDGED: ReadonlySet<Answer['outcome']> = new Set(['found', 'nothing', 'unstated']);

/** About the archive, and with a line that can be asked again: not so what the answer says of the bot itself. */
function isJudged(answer: Answer): boolean {
  return answer.line !== '' && JUDGED.has(answer.outcome);
}

/** The page of what is opened, refining, and sharing what only the asker sees. */
function controlButtons(answer: Answer, audience: Audience, says: Says): readonly Button[] {
  if (!isJudged(answer)) return [];
  return [
    ...linkButton(ARCHIVE, says.openPage, answer.address),
    ...(audience === 'view' ? [] : [button('refine', says.own.refine, answer.line)]),
    ...(audience === 'private' && answer.outcome !== 'nothing'
      ? [button('share', says.own.share, answer.line)]
      : []),
  ];
}

/** Whether the answer helped. */
function renderFeedback(answer: Answer, audience: Audience, says: Says): readonly Block[] {
  return isJudged(answer) && audience !== 'view' ? [feedbackRow(answer, says)] : [];
}

function feedbackRow(answer: Answer, says: Says): Block {
  const value = (helpful: boolean) =>
    JSON.stringify({ helpful, line: answer.line, revision: oneLine(answer.revision).slice(0, 100) });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: {
          text: plain(says.chat.helpful),
          value: value(true),
          accessibility_label: says.own.helpfulSpoken,
        },
        negative_button: {
          text: plain(says.chat.notHelpful),
          value: value(false),
          accessibility_label: says.own.notHelpfulSpoken,
        },
      },
    ],
  };
}
