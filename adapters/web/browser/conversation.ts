/**
 * One column at work: the messages that a platform's channel would show, what is pressed on them, and the payload behind
 * each with its size against the platform's limits.
 */
import type { Measure } from '../../../src/contract/adapter.ts';
import type { Shown } from '../playground/answer.ts';
import { fetchOptions, sendPress } from './api.ts';
import { bringUp, element } from './dom.ts';
import { isRecord } from './payload.ts';
import type { Interaction, Payload, Platform } from './platform.ts';
import type { Kept } from './talk.ts';

interface ConversationOptions {
  readonly name: string;
  readonly title: string;
  readonly platform: Platform;
  /** Where messages go. */
  readonly place: HTMLElement;
  readonly dark: () => boolean;
  /** Something was added, exchanged or taken away. */
  changed(): void;
  /** A press brought an answer, which the next line may continue. */
  answered(next: string): void;
  /** Tells screen readers. */
  announce(words: string): void;
}

export interface Conversation {
  add(message: Kept): void;
  messages(): readonly Kept[];
  clear(): void;
  /** Draws everything anew: the colours have changed. */
  redraw(): void;
}

interface Entry {
  readonly kept: Kept;
  readonly article: HTMLElement;
  draw(): void;
}

/** Milliseconds within which a message has its final size. */
const SETTLED = 500;

export function converse(options: ConversationOptions): Conversation {
  const { name, title, platform, place, dark, changed, answered, announce } = options;
  const entries: Entry[] = [];

  function add(kept: Kept, instead?: Entry): Entry {
    const { shown, asked, at } = kept;
    const payload = isRecord(shown.payload) ? shown.payload : {};
    const message = { payload, private: shown.private, asked, at };
    const host = element('div', { className: 'drawn' });
    const root = host.attachShadow({ mode: 'open' });
    const article = element('article', { className: 'message', tabIndex: -1 });
    // Where the platform does not show what was typed, the page does, in its own look.
    if (asked !== '' && !platform.showsAsked(message))
      article.append(element('p', { className: 'typed', dir: 'auto' }, asked));
    article.append(host, ...(shown.measures.length === 0 ? [] : [payloadOf(shown)]));
    article.setAttribute('aria-label', `${title}: ${asked === '' ? 'message' : `answer to ${asked}`}`);
    const entry: Entry = {
      kept,
      article,
      draw: () =>
        platform.draw(root, message, {
          dark: dark(),
          press: (interaction) => void press(entry, shown, payload, interaction),
          dismiss: () => {
            remove(entry);
            changed();
          },
        }),
    };
    const index = instead === undefined ? -1 : entries.indexOf(instead);
    if (index < 0) {
      place.append(article);
      entries.push(entry);
    } else {
      entries[index]?.article.replaceWith(article);
      entries[index] = entry;
    }
    entry.draw();
    return entry;
  }

  function remove(entry: Entry): void {
    entries.splice(entries.indexOf(entry), 1);
    entry.article.remove();
  }

  let sized: ResizeObserver | undefined;

  /** Brings the beginning of a message into sight. */
  function showFrom({ article }: Entry): void {
    sized?.disconnect();
    // Libraries draw in their own time: only then is it known how far to go.
    const observer = new ResizeObserver(() => bringUp(place, article.getBoundingClientRect()));
    observer.observe(article);
    setTimeout(() => observer.disconnect(), SETTLED);
    sized = observer;
  }

  /** Shows what came of a press, and takes the keyboard's focus there. */
  function arrive(entry: Entry, words: string): void {
    entry.article.focus({ preventScroll: true });
    announce(`${title}: ${words}`);
    showFrom(entry);
    changed();
  }

  async function press(
    entry: Entry,
    shown: Shown,
    payload: Payload,
    interaction: Interaction,
  ): Promise<Readonly<Record<string, string>> | undefined> {
    entry.article.ariaBusy = 'true';
    try {
      const result = await sendPress(name, { payload, private: shown.private, interaction });
      switch (result.kind) {
        case 'answer':
          if (result.removes) remove(entry);
          answered(result.next);
          arrive(add(pressed(result), result.place === 'same' ? entry : undefined), result.title);
          return undefined;
        case 'notice':
          arrive(add(pressed(result)), 'a notice');
          return undefined;
        case 'dialog':
          openForm(entry, result);
          return undefined;
        case 'correction':
          return result.errors;
      }
    } catch (error) {
      fail(entry, error);
      return undefined;
    } finally {
      entry.article.ariaBusy = 'false';
    }
  }

  function fail(entry: Entry, error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    entry.article.append(element('p', { className: 'trouble', role: 'alert' }, words));
  }

  /** A modal over the page; the browser keeps the keyboard in it and closes it with Escape. */
  function openForm(entry: Entry, shown: Shown): void {
    const payload = isRecord(shown.payload) ? shown.payload : {};
    const host = element('div');
    const dialog = element(
      'dialog',
      { className: 'form-dialog', data: { platform: name } },
      host,
      payloadOf(shown),
    );
    dialog.ariaLabel = `${title}: form`;
    const close = () => dialog.close();
    dialog.onclose = () => dialog.remove();
    platform.form?.(host.attachShadow({ mode: 'open' }), payload, {
      dark: dark(),
      close,
      complete: (interaction) => fetchOptions(name, interaction),
      async submit(interaction) {
        // A form is read with the message that it was opened from, as its platform does.
        const { shown: from } = entry.kept;
        const message = isRecord(from.payload) ? from.payload : {};
        const errors = await press(entry, from, message, interaction);
        if (errors === undefined) close();
        return errors;
      },
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  return {
    add: (message) => showFrom(add(message)),
    messages: () => entries.map(({ kept }) => kept),
    clear() {
      entries.length = 0;
      place.replaceChildren();
    },
    redraw() {
      for (const entry of entries) entry.draw();
    },
  };
}

function pressed({ payload, private: secret, measures }: Shown): Kept {
  return { shown: { payload, private: secret, measures }, asked: '', at: Date.now() };
}

const number = new Intl.NumberFormat('en');

/** "19 of 50 blocks" */
function sizeOf({ label, value, limit }: Measure): string {
  return `${number.format(value)} of ${number.format(limit.value)} ${label}`;
}

/** The payload as it is sent, one click away, with its size. */
function payloadOf({ payload, measures }: Shown): HTMLElement {
  const details = element('details', { className: 'payload' });
  const [first] = measures;
  details.append(
    element(
      'summary',
      {},
      element('span', { className: 'braces', ariaHidden: 'true' }, '{ }'),
      ' Payload',
      ...(first === undefined ? [] : [element('span', { className: 'size' }, sizeOf(first))]),
    ),
  );
  // Made when it is first looked at: most never are.
  details.ontoggle = () => {
    if (!details.open || details.childElementCount > 1) return;
    const code = element('pre', { tabIndex: 0 }, JSON.stringify(payload, undefined, 2));
    code.setAttribute('aria-label', 'Payload as JSON');
    details.append(element('ul', { className: 'measures' }, ...measures.map(drawMeasure)), code);
    details.scrollIntoView({ block: 'nearest' });
  };
  return details;
}

function drawMeasure(measure: Measure): HTMLElement {
  const { value, limit, label } = measure;
  const meter = element('meter', { min: 0, max: limit.value, high: limit.value * 0.9, value });
  meter.ariaLabel = label;
  return element('li', { title: limit.source }, meter, sizeOf(measure));
}
