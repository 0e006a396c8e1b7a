/**
 * An Answer in Block Kit: title, what was understood, items with their citations, paging, next steps, sources. Pure.
 *
 * `private` answers are seen by the asker alone and can be shared; `public` ones stand in a channel; `direct` ones in a
 * conversation with the bot; `view` ones in a modal, which has more room and no feedback row.
 */
import type { Answer, Choice, Page, SourceReference } from '../../src/answer/answer.ts';
import { layOut, menuName, type Shown } from '../../src/answer/shown.ts';
import { besideTable } from '../../src/answer/table.ts';
import { toText } from '../../src/answer/text.ts';
import { typedHere } from '../../src/answer/typed.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import {
  actions,
  type Block,
  type Button,
  button,
  bytes,
  context,
  header,
  linkRun,
  type Message,
  type ModalView,
  type Option,
  type Pressable,
  plain,
  type Run,
  richText,
  run,
} from './blocks.ts';
import { type FittedItem, fitItems, roomBeside, takeWithin } from './fit.ts';
import { LIMITS } from './limits.ts';
import { ARCHIVE, deedOption, lineOption, moreMenu, rowId } from './more.ts';
import { renderTable } from './render-table.ts';
import { type Says, saysIn } from './says.ts';
import { clean, escapeWithin, oneLine } from './text.ts';
import { typedWith } from './typed.ts';

export type Audience = 'private' | 'public' | 'direct' | 'view';

/** Room kept for the notes on what was left out, which are known last. */
const NOTES_BYTES = 700;
const NOTES_BLOCKS = 1;
const SOURCES_BYTES = 2_000;
const LEAD = 600;
const UNDERSTOOD = 300;
const SOURCE_TITLE = 160;

export interface RenderOptions {
  readonly audience: Audience;
  /** A line above everything: who shared it, or that a button was old. */
  readonly note?: string;
  /** All that is not the answer's; in the answer's language where absent. */
  readonly says?: Says;
  /** What stands before the names of the slash commands; nothing where absent. */
  readonly commandPrefix?: string;
}

/** The message for an answer: always within Slack's limits, whatever the answer holds. */
export function renderMessage(given: Answer, options: RenderOptions): Message {
  const answer = typedHere(given, typedWith(options.commandPrefix ?? ''));
  const { blocks, shown } = blocksOf(answer, options);
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
  const here = typedHere(answer, typedWith(options.commandPrefix ?? ''));
  return modal(blocksOf(here, { ...options, audience: 'view' }).blocks, says);
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
    close: plain(says.form.close, LIMITS.viewButton.value),
    blocks,
  };
}

/** All blocks of an answer, and how many of its items they show. */
function blocksOf(
  answer: Answer,
  options: RenderOptions,
): { readonly blocks: readonly Block[]; readonly shown: number } {
  const { says = saysIn(answer.locale) } = options;
  const limit =
    options.audience === 'view'
      ? { bytes: LIMITS.viewBytes.value, blocks: LIMITS.viewBlocks.value }
      : { bytes: LIMITS.messageBytes.value, blocks: LIMITS.messageBlocks.value };
  // Views take no tables.
  const table =
    answer.table === undefined || options.audience === 'view'
      ? undefined
      : renderTable(answer.table, answer.title);
  const whole = layOut(answer, says.undated);
  const screen = table === undefined ? whole : besideTable(whole, answer.table);
  const head = [...renderHead(screen, options.note, says), ...(table === undefined ? [] : [table])];
  const sources = renderSources(screen, SOURCES_BYTES, says);
  const row = renderRow(answer, whole, options.audience, says);
  const room = roomBeside([...head, ...row, ...sources], limit);
  const fitted = fitItems(screen.runs, says, {
    bytes: room.bytes - NOTES_BYTES,
    blocks: room.blocks - NOTES_BLOCKS,
    extra: (one) => ({ bytes: bytes(above(one)), blocks: above(one).length }),
  });
  const notes = [
    isMenu(row) ? '' : pageText(answer.page, says),
    fitted.leftOut === 0 ? '' : says.own.itemsLeftOut(fitted.leftOut),
    fitted.shortened ? says.own.shortened : '',
  ];
  const blocks = [
    ...head,
    ...fitted.items.flatMap((one) => [...above(one), ...one.blocks]),
    ...context(notes.filter((note) => note !== '').join(' · ')),
    ...sources,
    ...row,
  ];
  // Slack refuses a message without any block content.
  const shown = screen.runs.length === 0 ? answer.items.length : fitted.items.length;
  return { blocks: blocks.length === 0 ? context(PRODUCT) : blocks, shown };
}

/** Title and lead; what was understood, where that adds something; what all items share. */
function renderHead(screen: Shown, note: string | undefined, says: Says): readonly Block[] {
  const small = [cut(oneLine(screen.note), UNDERSTOOD), cut(oneLine(screen.shared), UNDERSTOOD)];
  return [
    ...context(note ?? ''),
    ...header(oneLine(screen.title) || says.chat.untitled),
    ...richText(run(cut(clean(screen.lead).trim(), LEAD))),
    ...context(small.filter((line) => line !== '').join('\n')),
  ];
}

/** What stands above the first item of a run: its group, and what its items share. */
function above({ group, shared }: FittedItem): readonly Block[] {
  return [
    ...richText(run(cut(oneLine(group), LIMITS.headerText.value), { bold: true })),
    ...context(cut(oneLine(shared), UNDERSTOOD)),
  ];
}

/** Which of how many are shown, where there are others. */
const pageText = (page: Page | undefined, says: Says): string =>
  page === undefined || page.total === 0 ? '' : says.text.page(page.first, page.last, page.total);

/** Whether a row begins with the menu that opens items: what it is called tells the page, and saves a line. */
const isMenu = ([row]: readonly Block[]): boolean =>
  row?.type === 'actions' && row.elements[0]?.type === 'static_select';

/** Bytes that the menu of what can be opened may take of a message. */
const MENU_BYTES = 3_500;

/** What can be opened: the items, and what else the answer leads to. */
function opened(answer: Answer, { runs }: Shown, says: Says): readonly Option[] {
  const items = runs
    .flatMap(({ items: all }) => all)
    .filter(({ item }) => item.line !== '' && item.line !== answer.line && item.kind !== 'command');
  const lines = new Set(items.map(({ item }) => item.line));
  const options = [
    ...items.flatMap((one) => lineOption(oneLine(menuName(one, says.kind)), one.item.line)),
    ...answer.choices
      .filter(({ kind, line }) => kind === 'open' && !lines.has(line))
      .flatMap(({ label, line }) => lineOption(label, line)),
  ];
  return takeWithin(options.slice(0, LIMITS.options.value), MENU_BYTES, bytes);
}

/** One menu for what can be opened; a button where that is one thing. */
function openers(options: readonly Option[], page: Page | undefined, says: Says): readonly Pressable[] {
  const [first, ...others] = options;
  if (first === undefined) return [];
  if (others.length === 0)
    return [button('open:0', says.chat.open, first.value, { spoken: says.choice.open(first.text.text) })];
  const placeholder = plain(says.own.openOne(pageText(page, says)), LIMITS.placeholder.value);
  return [{ type: 'static_select', action_id: 'open', placeholder, options }];
}

/** At most so many things are pressed under an answer; what else there is to do hides behind "…". */
const MOST_PRESSES = 5;
const MOST_STEPS = 2;

/** The one row under an answer: opening, paging, next steps, and the rest behind "…". */
function renderRow(answer: Answer, screen: Shown, audience: Audience, says: Says): readonly Block[] {
  const { page, line } = answer;
  const id = rowId(line);
  const turns = [
    ...(page?.previous === undefined ? [] : [button('page:previous', says.chat.previous, page.previous)]),
    ...(page?.next === undefined ? [] : [button('page:next', says.chat.next, page.next)]),
  ];
  const opening = openers(opened(answer, screen, says), page, says);
  const steps = answer.choices.filter(({ kind }) => kind !== 'open');
  const rest = id === undefined ? [] : moreOptions(answer, audience, says);
  const controls = id === undefined ? plainControls(answer, audience, says) : [];
  const free = MOST_PRESSES - opening.length - turns.length - controls.length;
  const most = Math.max(0, Math.min(MOST_STEPS, free - Math.min(1, rest.length)));
  // Steps that stand behind "…" alone need it all the same.
  const count = rest.length === 0 && steps.length > most ? Math.min(most, Math.max(0, free - 1)) : most;
  const left = steps.slice(count).flatMap((one) => lineOption(one.label, one.line));
  // Beside what can be done, as many of the further steps as there is room for.
  const further = left.slice(0, Math.max(0, LIMITS.overflowOptions.value - rest.length));
  const shown = steps.slice(0, count).map(choiceButton);
  const hidden = free > count ? moreMenu([...further, ...rest]) : [];
  return actions([...opening, ...turns, ...shown, ...controls, ...hidden], id);
}

function choiceButton(choice: Choice, index: number): Button {
  return button(`choice:${index}`, choice.label, choice.line);
}

/** What can be done with the answer itself. */
function moreOptions(answer: Answer, audience: Audience, says: Says): readonly Option[] {
  if (!isJudged(answer)) return [];
  const link: readonly Option[] = isLinkable(answer.address, LIMITS.url.value)
    ? [{ text: plain(says.openPage, LIMITS.optionText.value), value: ARCHIVE, url: answer.address }]
    : [];
  if (audience === 'view') return link;
  return [
    deedOption(says.refine.open, 'refine'),
    ...(audience === 'private' && answer.outcome !== 'nothing' ? [deedOption(says.own.share, 'share')] : []),
    ...link,
    deedOption(says.chat.helpful, 'helpful', answer.revision),
    deedOption(says.chat.notHelpful, 'unhelpful', answer.revision),
  ];
}

/** The same as buttons, where the line is too long for the menu. */
function plainControls(answer: Answer, audience: Audience, says: Says): readonly Button[] {
  if (!isJudged(answer) || audience === 'view') return [];
  return [
    button('refine', says.refine.open, answer.line),
    ...(audience === 'private' && answer.outcome !== 'nothing'
      ? [button('share', says.own.share, answer.line)]
      : []),
  ];
}

/** The documents behind the answer in one compact paragraph, as many as `room` bytes hold. */
function renderSources({ sources }: Shown, room: number, says: Says): readonly Block[] {
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
const JUDGED: ReadonlySet<Answer['outcome']> = new Set(['found', 'closest', 'nothing', 'unstated']);

/** About the archive, and with a line that can be asked again: not so what the answer says of the bot itself. */
function isJudged(answer: Answer): boolean {
  return answer.line !== '' && JUDGED.has(answer.outcome);
}
