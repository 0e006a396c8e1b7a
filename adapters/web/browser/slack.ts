/**
 * The Slack column, drawn by slack-blocks-to-jsx. Added here: who sees a message, presses, and forms, whose fields the
 * library draws but cannot be filled in by keyboard or asked for what was filled in.
 */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { type Block, Message as SlackMessage } from 'slack-blocks-to-jsx';
import libraryStyle from 'slack-blocks-to-jsx/dist/style.css';
import { adopt, BOT, element, READER } from './dom.ts';
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
  const frame = element('div', { className: 'slack', data: { theme } });
  if (message.asked !== '' && !message.private) frame.append(drawQuestion(message.asked));
  if (message.private) frame.append(element('p', { className: 'private' }, 'Only visible to you'));
  frame.append(place);
  root.replaceChildren(frame);
  createRoot(place).render(
    createElement(SlackMessage, {
      blocks: blocks as unknown as Block[],
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
