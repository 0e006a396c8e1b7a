/**
 * The Discord column. The frame of a message, buttons and Markdown are drawn by discord-components-core, which knows no
 * components of version 2: containers, sections, separators and text displays are added here in its look, and a menu that
 * can be used by keyboard.
 */
import './discord-library.ts';
import ownStyle from './discord.css';
import { drawForm } from './discord-form.ts';
import { drawMarkdown } from './discord-markdown.ts';
import { adopt, BOT, clock, element, READER } from './dom.ts';
import { menu } from './menu.ts';
import { records, textOf } from './payload.ts';
import type { DrawOptions, Interaction, Message, Payload, Platform } from './platform.ts';

export const platform: Platform = { draw, showsAsked: () => true, form: drawForm };

function draw(root: ShadowRoot, message: Message, options: DrawOptions): void {
  adopt(root, ownStyle);
  const messages = library('discord-messages', options.dark ? {} : { 'light-theme': '' });
  if (message.asked !== '' && !message.asked.startsWith('/')) messages.append(drawQuestion(message));
  const own = library('discord-message', {
    author: BOT.name,
    avatar: BOT.icon,
    bot: '',
    timestamp: `Today at ${clock(message.at)}`,
    ...(message.private ? { class: 'private' } : {}),
  });
  if (message.asked.startsWith('/')) {
    const [command = ''] = message.asked.slice(1).split(/\s/, 1);
    own.append(library('discord-command', { slot: 'reply', author: 'you', avatar: READER.icon, command }));
  }
  const content = element('div', { className: options.dark ? 'dark' : 'light', slot: 'components' });
  content.append(...drawAll(records(message.payload.components), options.press));
  if (message.private) {
    const away = element('button', { type: 'button', className: 'away', onclick: options.dismiss });
    away.append('Dismiss message');
    content.append(element('p', { className: 'ephemeral' }, 'Only you can see this • ', away));
  }
  own.append(content);
  messages.append(own);
  root.replaceChildren(messages);
}

function drawQuestion({ asked, at }: Message): HTMLElement {
  const question = library('discord-message', {
    author: 'you',
    avatar: READER.icon,
    timestamp: `Today at ${clock(at)}`,
  });
  const mention = library('discord-mention', {});
  mention.append(BOT.name);
  question.append(mention, ` ${asked}`);
  return question;
}

function library(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

type Send = (interaction: Interaction) => void;

function drawAll(components: readonly Payload[], send: Send): readonly Node[] {
  return components.map((component) => drawOne(component, send));
}

function drawOne(component: Payload, send: Send): Node {
  const inner = () => drawAll(records(component.components), send);
  switch (component.type) {
    case 1: {
      const row = library('discord-action-row', {});
      row.append(...inner());
      return row;
    }
    case 2:
      return button(component, send);
    case 3:
      return menu({
        placeholder: textOf(component.placeholder),
        options: records(component.options).map(({ label, description, value }) => ({
          label: textOf(label),
          description: textOf(description),
          value: textOf(value),
        })),
        onChoose: (value) =>
          send({ custom_id: component.custom_id, component_type: component.type, values: [value] }),
      });
    case 9: {
      const accessory = library('discord-action-row', {});
      accessory.append(...drawAll(records([component.accessory]), send));
      return element('div', { className: 'section' }, element('div', {}, ...inner()), accessory);
    }
    case 10:
      return element('div', { className: 'text' }, ...drawMarkdown(textOf(component.content)));
    case 14:
      return element('hr', { className: component.spacing === 2 ? 'wide' : '' });
    case 17: {
      const container = element('div', { className: 'container' }, ...inner());
      const { accent_color: accent } = component;
      if (typeof accent === 'number')
        container.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
      return container;
    }
    default:
      return element('p', { className: 'text' }, `A component of type ${String(component.type)}`);
  }
}

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
};

function button(component: Payload, send: Send): HTMLElement {
  const link = component.style === 5;
  const made = library('discord-button', {
    type: STYLES[Number(component.style)] ?? 'secondary',
    ...(link ? { url: textOf(component.url) } : {}),
  });
  made.append(textOf(component.label));
  if (!link) {
    made.addEventListener('click', () =>
      send({ custom_id: component.custom_id, component_type: component.type }),
    );
  }
  return made;
}
