/**
 * The Slack column, drawn by slack-blocks-to-jsx. Added here: who sees a message, presses, and forms, whose fields the
 * library draws but cannot be filled in by keyboard or asked for what was filled in.
 */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { type Block, Message as SlackMessage } from 'slack-blocks-to-jsx';
import libraryStyle from 'slack-blocks-to-jsx/dist/style.css';
import { adopt, BOT, element, READER } from './dom.ts';
import { menu } from './menu.ts';
import { records, textOf } from './payload.ts';
import type { DrawOptions, Interaction, Message, Payload, Platform } from './platform.ts';
import ownStyle from './slack.css';
import { drawForm } from './slack-form.ts';

export const platform: Platform = {
  draw,
  // A slash command goes to the app alone, and no trace of it stays.
  showsAsked: ({ private: secret }) => !secret,
  form: drawForm,
};

const HOOKS: NonNullable<Parameters<typeof SlackMessage>[0]['hooks']> = {
  link: ({ href, children, className }) =>
    createElement('a', { href, className, target: '_blank', rel: 'noopener noreferrer' }, children),
};

function draw(root: ShadowRoot, message: Message, { dark, press }: DrawOptions): void {
  adopt(root, libraryStyle, ownStyle);
  const theme = dark ? 'dark' : 'light';
  const place = element('div', { className: 'blocks' });
  const blocks = records(message.payload.blocks);
  const rows = blocks.filter(({ type }) => type === 'actions');
  const frame = element('div', { className: 'slack', data: { theme } });
  if (message.asked !== '' && !message.private) frame.append(drawQuestion(message.asked));
  if (message.private) frame.append(element('p', { className: 'private' }, 'Only visible to you'));
  frame.append(place, ...rows.map((row) => drawRow(row, press)));
  root.replaceChildren(frame);
  createRoot(place).render(
    createElement(SlackMessage, {
      blocks: blocks.filter((one) => !rows.includes(one)).map(asDrawn) as unknown as Block[],
      name: BOT.name,
      logo: BOT.icon,
      time: new Date(message.at),
      theme,
      hooks: HOOKS,
    }),
  );
  frame.onclick = (event) => {
    const pressed = (event.target as Element).closest('button');
    const action = pressed === null ? undefined : actionOf(pressed, blocks);
    if (action?.type === 'link') return void window.open(textOf(action.url), '_blank', 'noopener,noreferrer');
    if (action !== undefined) press({ type: 'block_actions', actions: [action] });
  };
}

/** The library knows plain tables; those that Slack sorts and pages are drawn as such, whole. */
function asDrawn(block: Payload): Payload {
  if (block.type !== 'data_table' || !Array.isArray(block.rows)) return block;
  const rows = block.rows.map((row) =>
    records(row).map((cell) =>
      cell.type === 'raw_number' ? { type: 'raw_text', text: textOf(cell.text) } : cell,
    ),
  );
  return { type: 'table', rows, column_settings: records(block.rows[0]).map(() => ({ is_wrapped: true })) };
}

/** A row of what can be pressed: the library draws menus that cannot be opened by keyboard. */
function drawRow(row: Payload, press: DrawOptions['press']): HTMLElement {
  const elements = records(row.elements).map((one) => {
    if (one.type === 'button') return drawButton(one);
    const options = records(one.options);
    const isMore = one.type === 'overflow';
    const made = menu({
      placeholder: isMore ? '…' : labelOf(one.placeholder),
      options: options.map((option, index) => ({
        label: labelOf(option.text),
        description: '',
        value: String(index),
      })),
      onChoose(index) {
        const chosen = options[Number(index)];
        if (chosen?.url !== undefined) window.open(textOf(chosen.url), '_blank', 'noopener,noreferrer');
        else
          press({
            type: 'block_actions',
            actions: [
              {
                type: one.type,
                action_id: one.action_id,
                block_id: row.block_id,
                selected_option: { value: chosen?.value },
              },
            ],
          });
      },
    });
    if (isMore)
      for (const part of made.querySelectorAll('[role=combobox], [role=listbox]')) part.ariaLabel = MORE;
    return made;
  });
  return element('div', { className: 'blocks row' }, ...elements);
}

/** What Slack calls its menu behind "…". */
const MORE = 'More actions';

function drawButton({ text, action_id, accessibility_label }: Payload): HTMLElement {
  const button = element('button', { type: 'button', id: textOf(action_id) }, labelOf(text));
  const spoken = textOf(accessibility_label);
  if (spoken !== '') button.ariaLabel = spoken;
  return button;
}

/** The text of a text object. */
const labelOf = (text: unknown): string => textOf(records([text])[0]?.text);

/** A mention as it stood in the channel. Slash commands are not shown there. */
function drawQuestion(asked: string): HTMLElement {
  return element(
    'div',
    { className: 'question' },
    element('img', { className: 'person', src: READER.icon, alt: '', width: 36, height: 36 }),
    element(
      'div',
      {},
      element('strong', {}, 'You'),
      element('p', {}, element('span', { className: 'mention' }, `@${BOT.name}`), ` ${asked}`),
    ),
  );
}

/** The action that Slack would send for a button: the library gives a button the id of its action. */
function actionOf(pressed: HTMLButtonElement, blocks: readonly Payload[]): Interaction | undefined {
  const elements = blocks.flatMap((block) => [
    ...records(block.elements),
    ...records(block.accessory === undefined ? [] : [block.accessory]),
  ]);
  const byId = (id: string) => elements.find(({ action_id }) => action_id === id);
  const found = byId(pressed.id);
  if (found?.url !== undefined) return { type: 'link', url: found.url };
  if (found !== undefined) return { type: found.type, action_id: found.action_id, value: found.value };
  const group = pressed.parentElement;
  const feedback = group === null ? undefined : byId(group.id);
  if (feedback === undefined || group === null) return undefined;
  const first = group.querySelector('button') === pressed;
  const [chosen] = records([first ? feedback.positive_button : feedback.negative_button]);
  return { type: feedback.type, action_id: feedback.action_id, value: textOf(chosen?.value) };
}
