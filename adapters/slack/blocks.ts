/**
 * The part of Block Kit that this adapter sends, as plain types and small makers. The makers cut to Slack's limits and
 * leave out what Slack refuses (empty texts), so that no caller has to remember either.
 *
 * Texts go out as `plain_text` with `emoji: false` or as `rich_text`: neither knows markup, mentions or automatic links.
 */

import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { LIMITS } from './limits.ts';
import { clean, oneLine } from './text.ts';

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export interface Style {
  readonly bold?: true;
  readonly italic?: true;
}

export type Run =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string; readonly style?: Style };

interface RichTextSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly Run[];
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary';
  readonly accessibility_label?: string;
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
  readonly description?: PlainText;
  /** In an overflow menu alone. */
  readonly url?: string;
}

/** The menu behind "…". */
export interface Overflow {
  readonly type: 'overflow';
  readonly action_id: string;
  readonly options: readonly Option[];
}

interface ExternalSelect {
  readonly type: 'external_select' | 'multi_external_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly min_query_length: number;
}

export interface StaticSelect {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder?: PlainText;
  readonly options: readonly Option[];
  readonly initial_option?: Option;
}

interface PlainTextInput {
  readonly type: 'plain_text_input';
  readonly action_id: string;
  readonly max_length: number;
  readonly placeholder?: PlainText;
  readonly initial_value?: string;
}

export interface FeedbackButtons {
  readonly type: 'feedback_buttons';
  readonly action_id: string;
  readonly positive_button: FeedbackButton;
  readonly negative_button: FeedbackButton;
}

interface FeedbackButton {
  readonly text: PlainText;
  readonly value: string;
  readonly accessibility_label: string;
}

export interface HeaderBlock {
  readonly type: 'header';
  readonly text: PlainText;
}

export interface RichTextBlock {
  readonly type: 'rich_text';
  readonly elements: readonly RichTextSection[];
}

export interface ContextBlock {
  readonly type: 'context';
  readonly elements: readonly PlainText[];
}

type TableCell =
  | { readonly type: 'raw_text'; readonly text: string }
  | { readonly type: 'raw_number'; readonly value: number; readonly text: string }
  | RichTextBlock;

/** Rows of equal length, the header first; sorted, filtered and paged by Slack itself. */
export interface DataTableBlock {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly TableCell[])[];
  readonly page_size: number;
  readonly row_header_column_index: number;
}

export interface SectionBlock {
  readonly type: 'section';
  readonly text: PlainText;
  readonly accessory?: Button;
}

/** What stands in a row of actions. */
export type Pressable = Button | StaticSelect | Overflow;

export interface ActionsBlock {
  readonly type: 'actions';
  readonly block_id?: string;
  readonly elements: readonly Pressable[];
}

export interface InputBlock {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly optional: boolean;
  readonly element: ExternalSelect | StaticSelect | PlainTextInput;
}

export type Block =
  | HeaderBlock
  | RichTextBlock
  | ContextBlock
  | SectionBlock
  | ActionsBlock
  | InputBlock
  | DataTableBlock
  | { readonly type: 'divider' }
  | { readonly type: 'context_actions'; readonly elements: readonly FeedbackButtons[] };

/** What every way of sending a message takes. */
export interface Message {
  /** The plain form: for notifications and screen readers. Escaped: Slack reads it as mrkdwn. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface ModalView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly title: PlainText;
  readonly close: PlainText;
  readonly submit?: PlainText;
  readonly private_metadata?: string;
  readonly blocks: readonly Block[];
}

export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}

export const DIVIDER: Block = { type: 'divider' };

/** A text object of at most `limit` characters; `text` must not be blank. */
export function plain(text: string, limit: number = LIMITS.text.value): PlainText {
  return { type: 'plain_text', text: cut(clean(text), limit), emoji: false };
}

/** A header, or nothing for a blank text. */
export function header(text: string): readonly Block[] {
  const title = oneLine(text);
  return title === '' ? [] : [{ type: 'header', text: plain(title, LIMITS.headerText.value) }];
}

/** A small grey line, or nothing where all texts are blank. */
export function context(...texts: readonly string[]): readonly Block[] {
  const elements = texts
    .filter((text) => clean(text).trim() !== '')
    .slice(0, LIMITS.contextElements.value)
    .map((text) => plain(text));
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** A stretch of text, or nothing where it is empty; `text` must be clean and cut already. */
export function run(text: string, style?: Style): readonly Run[] {
  if (text === '') return [];
  return [style === undefined ? { type: 'text', text } : { type: 'text', text, style }];
}

/** A link where `url` is one that may be shown, else its text alone. */
export function linkRun(text: string, url: string | undefined): readonly Run[] {
  if (text === '') return [];
  return isLinkable(url, LIMITS.url.value) ? [{ type: 'link', url, text }] : run(text);
}

/**
 * Paragraphs of rich text in one section; empty ones are left out, and so is the block where none is left. Breaks ride
 * on the text before them rather than in runs of their own: the message's whole size is what is scarce.
 */
export function richText(...paragraphs: readonly (readonly Run[])[]): readonly Block[] {
  const filled = paragraphs.filter((runs) => runs.some((one) => one.text.trim() !== ''));
  if (filled.length === 0) return [];
  const elements = filled.flatMap((runs, index) => (index < filled.length - 1 ? broken(runs) : runs));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function broken(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last === undefined || last.type === 'link') return [...runs, { type: 'text', text: '\n' }];
  return [...runs.slice(0, -1), { ...last, text: `${last.text}\n` }];
}

interface ButtonOptions {
  readonly style?: 'primary';
  /** Read out in the place of the label. */
  readonly spoken?: string;
}

/** A button that carries a value, in most cases a line. */
export function button(actionId: string, label: string, value: string, options: ButtonOptions = {}): Button {
  const spoken = oneLine(options.spoken ?? '');
  return {
    type: 'button',
    action_id: actionId,
    text: plain(oneLine(label) || value, LIMITS.buttonText.value),
    value,
    ...(options.style === undefined ? {} : { style: options.style }),
    ...(spoken === '' ? {} : { accessibility_label: cut(spoken, LIMITS.buttonLabel.value) }),
  };
}

/** Rows of what can be pressed: as many blocks as Slack wants. @param id of the first row */
export function actions(elements: readonly Pressable[], id?: string): readonly Block[] {
  const rows: Block[] = [];
  for (let from = 0; from < elements.length; from += LIMITS.actions.value) {
    const row = elements.slice(from, from + LIMITS.actions.value);
    rows.push({
      type: 'actions',
      ...(id === undefined || from > 0 ? {} : { block_id: id }),
      elements: row,
    });
  }
  return rows;
}

/** UTF-8 bytes of a payload's JSON. */
export function bytes(payload: unknown): number {
  return Buffer.byteLength(JSON.stringify(payload), 'utf8');
}
