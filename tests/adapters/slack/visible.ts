/** What a person sees of Slack's blocks: their text in reading order, and what they can press. */
import { readMore } from '../../../adapters/slack/more.ts';

export interface SeenButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  /** A choice from a menu rather than a button of its own. */
  readonly type: 'button' | 'static_select' | 'overflow' | 'feedback_buttons';
  /** The action that Slack sends for it. */
  readonly sent: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/** All visible text, a line a block or row; runs of one paragraph are joined. */
export function visibleText(blocks: unknown): string {
  return list(blocks).map(blockText).join('\n');
}

function blockText(block: Json): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return [textOf(block.text), ...list([block.accessory]).map((one) => textOf(one.text))].join(' ');
    case 'rich_text':
      return list(block.elements)
        .map((section) =>
          list(section.elements)
            .map((run) => String(run.text))
            .join(''),
        )
        .join('');
    case 'data_table':
      return (block.rows as readonly unknown[])
        .map((row) =>
          list(row)
            .map((cell) => (cell.type === 'rich_text' ? blockText(cell) : String(cell.text)))
            .join(' | '),
        )
        .join('\n');
    case 'context':
      return list(block.elements).map(textOf).join(' ');
    case 'actions':
      return list(block.elements)
        .map((one) => `[${one.type === 'overflow' ? '…' : textOf(one.text) || textOf(one.placeholder)}]`)
        .join(' ');
    case 'context_actions':
      return list(block.elements)
        .flatMap((one) => [one.positive_button, one.negative_button])
        .map((one) => `[${textOf((one as Json).text)}]`)
        .join(' ');
    case 'input':
      return textOf(block.label);
    default:
      return '';
  }
}

export function buttonsOf(blocks: unknown): readonly SeenButton[] {
  return list(blocks).flatMap((block): SeenButton[] => {
    const elements = block.type === 'section' ? [block.accessory] : block.elements;
    if (block.type === 'context_actions') {
      return list(elements).flatMap((one) =>
        [one.positive_button, one.negative_button].map((each) => ({
          label: textOf((each as Json).text),
          actionId: String(one.action_id),
          value: String((each as Json).value),
          type: 'feedback_buttons' as const,
          sent: { type: 'feedback_buttons', action_id: one.action_id, value: (each as Json).value },
        })),
      );
    }
    if (block.type !== 'actions' && block.type !== 'section') return [];
    return list(elements).flatMap((one) => (one.url === undefined ? pressesOf(one, block.block_id) : []));
  });
}

/** A button, or each entry of a menu. */
function pressesOf(one: Json, block_id: unknown): SeenButton[] {
  const action_id = String(one.action_id);
  if (one.type !== 'static_select' && one.type !== 'overflow') {
    const value = String(one.value ?? '');
    const sent = { type: 'button', action_id, block_id, value };
    return [{ label: textOf(one.text), actionId: action_id, value, type: 'button', sent }];
  }
  const type = one.type;
  return list(one.options).flatMap((option): SeenButton[] => {
    if (option.url !== undefined) return [];
    const sent = { type, action_id, block_id, selected_option: option };
    const does = readMore(action_id, String(block_id ?? ''), String(option.value));
    return [{ label: textOf(option.text), ...does, type, sent }];
  });
}

/** Buttons and entries of menus that lead to an address. */
export function linksOf(blocks: unknown): readonly { readonly label: string; readonly url: string }[] {
  return list(blocks)
    .flatMap((block) => (block.type === 'actions' ? list(block.elements) : []))
    .flatMap((one) => [one, ...list(one.options)])
    .flatMap(({ text, url }) => (typeof url === 'string' ? [{ label: textOf(text), url }] : []));
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value)
    ? value.filter((one): one is Json => typeof one === 'object' && one !== null)
    : [];
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const text = (value as Json).text;
  return typeof text === 'string' ? text : textOf(text);
}
