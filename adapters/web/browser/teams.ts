/**
 * The Teams column: cards are drawn by Microsoft's own renderer, with the sizes and colours that Teams gives it; the frame
 * of a message is added here.
 */
import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalRegistry,
  OpenUrlAction,
  SubmitAction,
  Table,
  Versions,
} from 'adaptivecards';
import { adopt, BOT, clock, element } from './dom.ts';
import { records, textOf } from './payload.ts';
import type { DrawOptions, FormOptions, Message, Payload, Platform } from './platform.ts';
import ownStyle from './teams.css';
import { drawText, drawThumbs } from './teams-around.ts';
import { hostConfig } from './teams-host.ts';

export const platform: Platform = { draw, showsAsked: () => true, form: drawForm };

function draw(root: ShadowRoot, message: Message, options: DrawOptions): void {
  adopt(root, ownStyle);
  const frame = element('div', { className: options.dark ? 'teams dark' : 'teams light' });
  if (message.asked !== '') {
    frame.append(
      element(
        'div',
        { className: 'mine' },
        element('p', { className: 'time' }, clock(message.at)),
        element('p', { className: 'bubble' }, message.asked),
      ),
    );
  }
  const card = cardOf(message.payload);
  const content =
    card === undefined
      ? [element('p', { className: 'bubble' }, textOf(message.payload.text))]
      : [
          ...drawText(message.payload),
          drawCard(card, options),
          ...drawThumbs(message.payload, options.press),
        ];
  frame.append(
    element(
      'div',
      { className: 'theirs' },
      element('img', { src: BOT.icon, alt: '', width: 32, height: 32 }),
      element(
        'div',
        { className: 'body' },
        element('p', { className: 'time' }, element('b', {}, BOT.name), ` ${clock(message.at)}`),
        ...(message.private ? [element('p', { className: 'private' }, 'Only you can see this message')] : []),
        ...content,
      ),
    ),
  );
  root.replaceChildren(frame);
}

// What nothing in a bundle names is left out of it, and the library itself names its tables nowhere.
GlobalRegistry.elements.register('Table', Table, Versions.v1_5);

// Texts that Markdown could read stand in rich text blocks, which are plain; headings hold none of its marks.
AdaptiveCard.onProcessMarkdown = () => undefined;

/** What hides behind "…", below it; a second press hides it again. */
function showMore(actions: readonly Action[], target: HTMLElement): void {
  const row = target.parentElement ?? target;
  const shown = row.nextElementSibling;
  if (shown?.matches('.more') === true) {
    shown.remove();
    return;
  }
  const buttons = actions.map((action) => {
    const button = element('button', { type: 'button', className: 'ac-pushButton' }, action.title ?? '');
    button.onclick = () => action.execute();
    return button;
  });
  const list = element('div', { className: 'more' }, ...buttons);
  row.after(list);
  buttons[0]?.focus();
}

/** The card in a message. */
function cardOf(payload: Payload): Payload | undefined {
  const [first] = records(payload.attachments);
  return records([first?.content])[0];
}

/** The card in a dialog, with the dialog's title above it. */
function drawForm(root: ShadowRoot, payload: Payload, { dark, submit, close }: FormOptions): void {
  adopt(root, ownStyle);
  const [task] = records([payload.task]);
  const [value] = records([task?.value]);
  const [held] = records([value?.card]);
  const [card] = records([held?.content]);
  if (card === undefined) return;
  const drawn = drawCard(card, { dark, press: (interaction) => void submit(interaction) });
  const away = element('button', { type: 'button', className: 'ac-pushButton', onclick: close }, 'Close');
  root.replaceChildren(
    element(
      'div',
      { className: dark ? 'teams dark dialog' : 'teams light dialog' },
      element('header', {}, element('h2', {}, textOf(value?.title)), away),
      drawn,
    ),
  );
}

function drawCard(card: Payload, { dark, press }: Pick<DrawOptions, 'dark' | 'press'>): HTMLElement {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = hostConfig(dark);
  drawn.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener,noreferrer');
    else if (action instanceof ExecuteAction)
      press({ type: 'Action.Execute', title: action.title ?? '', verb: action.verb, data: action.data });
    // What was filled into a form comes with the data of the button that sends it.
    else if (action instanceof SubmitAction)
      press({ type: 'Action.Submit', title: action.title ?? '', data: action.data });
  };
  // The renderer's own menu would stand outside of the message.
  drawn.onDisplayOverflowActionMenu = (actions, target) => {
    if (target !== undefined) showMore(actions, target);
    return true;
  };
  drawn.parse(card);
  const place = element('div', { className: 'card' });
  const made = drawn.render();
  if (made !== undefined) place.append(made);
  // The renderer names what can be pressed as a whole by its tooltip, which is cut; its text names it in full.
  for (const pressable of place.querySelectorAll('.ac-selectable[title]'))
    pressable.removeAttribute('aria-label');
  return place;
}
