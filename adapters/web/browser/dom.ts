/** What every column draws with. */

/** The bot as it is shown: its name, and its icon from the page. */
export const BOT = {
  name: 'Rapporteur',
  get icon(): string {
    return document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
  },
};

/** Who reads: nobody in particular. */
export const READER = {
  get icon(): string {
    return document.querySelector<HTMLElement>('#playground')?.dataset.reader ?? '';
  },
};

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

/** Pixels above what was scrolled to: some platforms' messages begin a little above their box. */
const AIR = 8;

/** Scrolls `place`, and nothing else, to the beginning of what stands in it. */
export function bringUp(place: HTMLElement, { top }: DOMRect): void {
  place.scrollTop += top - place.getBoundingClientRect().top - AIR;
}

const sheets = new Map<string, CSSStyleSheet>();

/** The time of day as chats show it. */
export function clock(at: number): string {
  return new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}
