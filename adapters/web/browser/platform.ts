/** What each column's module gives: it draws payloads of its platform and tells what is pressed on them. */

/** A message as the platform would have sent it. */
export interface Message {
  readonly payload: Payload;
  readonly private: boolean;
  /** What was typed to get it; '' for what a press brought. */
  readonly asked: string;
}

export type Payload = Readonly<Record<string, unknown>>;

/** What the platform would send for a press, without people and places. */
export type Interaction = Readonly<Record<string, unknown>>;

export interface DrawOptions {
  readonly dark: boolean;
  press(interaction: Interaction): void;
  /** Takes the message away, where the platform lets its reader do so. */
  dismiss(): void;
}

export interface FormOptions {
  readonly dark: boolean;
  /** What is wrong by the fields' names, or undefined where the form was taken. */
  submit(interaction: Interaction): Promise<Readonly<Record<string, string>> | undefined>;
  complete(interaction: Interaction): Promise<unknown>;
  close(): void;
}

export interface Platform {
  draw(root: ShadowRoot, message: Message, options: DrawOptions): void;
  /** Draws the content of a form in `root`, which stands in a modal dialog. Absent where there are none. */
  form?(root: ShadowRoot, payload: Payload, options: FormOptions): void;
}

/** The bot as it is shown: its name, and its icon from the page. */
export const BOT = {
  name: 'Rapporteur',
  get icon(): string {
    return document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
  },
};

export function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; nothing for what is none. */
export function records(value: unknown): readonly Payload[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An element with properties and children; text is text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> & {
    readonly data?: Readonly<Record<string, string>>;
  } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  const { data = {}, ...own } = properties;
  Object.assign(made, own);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
}

/** Lets a shadow root use style sheets; each text is parsed once. */
export function adopt(root: ShadowRoot, ...texts: readonly string[]): void {
  root.adoptedStyleSheets = texts.map((text) => {
    let sheet = sheets.get(text);
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      sheets.set(text, sheet);
    }
    return sheet;
  });
}

const sheets = new Map<string, CSSStyleSheet>();

/** The time of day as chats show it. */
export function clock(): string {
  return new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(new Date());
}
