/**
 * HTML that is escaped everywhere: what stands between the tags of a template is text unless it is itself made here.
 *
 *     html`<a href="${address}">${title}</a>`
 *
 * Attribute values must stand in double quotes.
 */

/** Held by this file alone, so that nobody else can declare a text to be markup. */
const KEY = Symbol('html');

/** Markup, as opposed to text. Only `html` makes one. */
export class Html {
  readonly #markup: string;

  constructor(key: typeof KEY, markup: string) {
    if (key !== KEY) throw new TypeError('Html is made by the html template alone.');
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Text is escaped; markup and lists of it stand as they are; `false` and `undefined` are nothing. */
export type Part = string | number | Html | false | undefined | readonly Part[];

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  parts.forEach((part, index) => {
    markup += print(part) + (strings[index + 1] ?? '');
  });
  return new Html(KEY, markup);
}

function print(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return part.map(print).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Controls, which HTML forbids and nobody can see; line breaks and tabs aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Half a character, which UTF-8 cannot carry. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

export function escapeText(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => ESCAPES[character] ?? '');
}
