/**
 * One column at work: the messages that a platform's channel would show, what is pressed on them, and the payload behind
 * each with its size against the platform's limits.
 */
import type { Measure } from '../../../src/contract/adapter.ts';
import type { Shown } from '../playground/answer.ts';
import { fetchOptions, sendPress } from './api.ts';
import { element } from './dom.ts';
import { isRecord } from './payload.ts';
import type { Interaction, Payload, Platform } from './platform.ts';

interface ConversationOptions {
  readonly name: string;
  readonly title: string;
  readonly platform: Platform;
  /** Where messages go. */
  readonly place: HTMLElement;
  readonly dark: () => boolean;
  /** Tells screen readers. */
  announce(words: string): void;
}

export interface Conversation {
  add(shown: Shown, asked: string): void;
  /** Draws everything anew: the colours have changed. */
  redraw(): void;
}

interface Entry {
  readonly article: HTMLElement;
  draw(): void;
}

/** Milliseconds within which a message has its final size. */
const SETTLED = 500;

export function converse(options: ConversationOptions): Conversation {
  const { name, title, platform, place, dark, announce } = options;
  const entries = new Set<Entry>();

  function add(shown: Shown, asked: string, instead?: Entry): Entry {
    const host = element('div', { className: 'drawn' });
    const root = host.attachShadow({ mode: 'open' });
    const article = element('article', { className: 'message', tabIndex: -1 }, host, payloadOf(shown));
    article.setAttribute('aria-label', `${title}: ${asked === '' ? 'message' : `answer to ${asked}`}`);
    const payload = isRecord(shown.payload) ? shown.payload : {};
    const entry: Entry = {
      article,
      draw: () =>
        platform.draw(
          root,
          { payload, private: shown.private, asked },
          {
            dark: dark(),
            press: (interaction) => void press(entry, shown, payload, interaction),
            dismiss: () => remove(entry),
          },
        ),
    };
    if (instead === undefined) place.append(article);
    else instead.article.replaceWith(article);
    if (instead !== undefined) entries.delete(instead);
    entries.add(entry);
    entry.draw();
    return entry;
  }

  function remove(entry: Entry): void {
    entries.delete(entry);
    entry.article.remove();
  }

  /** Shows what came of a press, and takes the keyboard's focus there. */
  function arrive({ article }: Entry, words: string): void {
    article.focus({ preventScroll: true });
    announce(`${title}: ${words}`);
    // Libraries draw in their own time: only then is it known how far to go.
    const sized = new ResizeObserver(() => {
      place.scrollTop += article.getBoundingClientRect().top - place.getBoundingClientRect().top;
    });
    sized.observe(article);
    setTimeout(() => sized.disconnect(), SETTLED);
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
          arrive(add(result, '', result.place === 'same' ? entry : undefined), result.title);
          return undefined;
        case 'notice':
          arrive(add(result, ''), 'a notice');
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
        const errors = await press(entry, shown, payload, interaction);
        if (errors === undefined) close();
        return errors;
      },
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  return {
    add: (shown, asked) => void add(shown, asked),
    redraw: () => {
      for (const entry of entries) entry.draw();
    },
  };
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
