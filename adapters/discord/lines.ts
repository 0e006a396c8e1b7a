/**
 * How a button holds a line. A custom_id has 100 characters and a line up to 300, so there are three ways:
 *
 *   l  the line itself
 *   e  an edit of the line that the message holds: characters kept in front, kept at the end, and what comes between
 *   r  the number of a line that the message holds
 *
 * Its menus hold the lines unseen (`held.ts`); it shows in small print what they have no room for. The message that the click came from is sent along by Discord, so nothing needs to be remembered.
 * Form: MODE HOW SLOT [. ASKER . PART] : REST, for example `ol3:open c-0213` or `te0.4fzyo82mvyr.:1c.0.page:2`. A verdict
 * has the answer's revision in the place of the asker, a form to mend the interaction in which it was filled in.
 */
import { LINE_LIMIT } from '../../src/answer/line.ts';
import { heldLines } from './held.ts';
import { LIMITS } from './limits.ts';
import { line as escapedLine, oneLine, toPlain } from './markdown.ts';
import type { TextDisplay } from './payloads.ts';

/**
 * - `open`: answer the line in a message of its own.
 * - `turn`: answer it in the place of the message, for the person who asked.
 * - `share`: show everybody what only the asker sees.
 * - `helpful`, `unhelpful`: a reader's verdict on the answer.
 * - `refine`: open the form that narrows the line.
 */
export type Mode = 'open' | 'turn' | 'share' | 'helpful' | 'unhelpful' | 'refine';

export interface Click {
  readonly mode: Mode;
  readonly line: string;
  /** Which part of an answer that takes several messages, from 1; `LAST` for the last one. */
  readonly part: number;
  /** Who asked, where the button knows it; of a form to mend, the interaction in which it was filled in. */
  readonly asker: string;
  /** Of a verdict: the revision of the archive that the answer was made against, as far as it could be held. */
  readonly revision: string;
}

export const LAST = -1;

/** The text display that shows the lines has this id, by which a click finds it again. */
const LINES_ID = 1000;

const MODES: Readonly<Record<string, Mode>> = {
  o: 'open',
  t: 'turn',
  s: 'share',
  h: 'helpful',
  u: 'unhelpful',
  r: 'refine',
};
const PATTERN = /^([otshur])([ler])([0-9a-z]{1,2})(?:\.([0-9a-z]*)\.([0-9a-z]*))?:([\s\S]*)$/;

/** Room for what follows the longest prefix: mode, how, slot, asker (64 bits in base 36), part, and their marks. */
const ROOM = { plain: LIMITS.customId.value - 5, addressed: LIMITS.customId.value - 22 } as const;

/** Whether a line can be shown and read back unchanged; one beyond the limit of canonical lines is not. */
export function isShowable(line: string): boolean {
  return (
    line !== '' &&
    line.length <= LINE_LIMIT &&
    oneLine(line) === line &&
    toPlain(escapedLine(line, 2 * LINE_LIMIT)) === line
  );
}

interface Encoded {
  readonly how: 'l' | 'e' | 'r';
  readonly rest: string;
}

/** Encodes `line` for a message that shows `shown` (the answer's own line first); undefined where no way fits. */
function encode(line: string, shown: readonly string[], room: number): Encoded | undefined {
  if (line.length <= room) return { how: 'l', rest: line };
  const base = shown[0] ?? '';
  if (base !== '') {
    const rest = edit(base, line);
    if (rest.length <= room) return { how: 'e', rest };
  }
  const number = shown.indexOf(line);
  return number < 0 ? undefined : { how: 'r', rest: String(number) };
}

/**
 * The lines that a message must show so that its buttons can hold `wanted`: the answer's own first ('' where it cannot
 * be shown), then as many of those that fit in no other way as `room` characters of small print take.
 */
export function linesToShow(
  own: string,
  wanted: readonly string[],
  room: number,
  label: string,
): readonly string[] {
  // Lines are for us, not for readers: where every one fits into what is pressed, none is shown.
  const all = [...new Set([own, ...wanted])];
  if (all.every((line) => line.length <= ROOM.addressed)) return [];
  const shown = [isShowable(own) ? own : ''];
  for (const line of new Set(wanted)) {
    if (encode(line, shown, ROOM.plain) !== undefined || !isShowable(line)) continue;
    if ((linesDisplay([...shown, line], label)?.content.length ?? 0) > room) break;
    shown.push(line);
  }
  return shown;
}

interface ButtonLine {
  readonly mode: Mode;
  readonly line: string;
  /** Makes the id unique within its message: below 1296. */
  readonly slot: number;
  readonly part?: number;
  readonly asker?: string;
  readonly revision?: string;
}

/** The custom_id of a button, or undefined where the line can be held in no way. */
export function customId(button: ButtonLine, shown: readonly string[]): string | undefined {
  const addressed = button.part !== undefined || button.asker !== undefined || button.revision !== undefined;
  const encoded = encode(button.line, shown, addressed ? ROOM.addressed : ROOM.plain);
  if (encoded === undefined) return undefined;
  const head = button.mode.charAt(0) + encoded.how + button.slot.toString(36);
  if (!addressed) return `${head}:${encoded.rest}`;
  const asker = /^\d{1,20}$/.test(button.asker ?? '') ? BigInt(button.asker as string).toString(36) : '';
  const whose = button.revision === undefined ? asker : heldRevision(button.revision);
  const part =
    button.part === undefined ? '' : button.part === LAST ? 'z' : Math.min(button.part, 34).toString(36);
  return `${head}.${whose}.${part}:${encoded.rest}`;
}

/** What a custom_id (or a select's value) means, with the components of the message that it stood in; or undefined. */
export function readCustomId(id: string, components: readonly unknown[]): Click | undefined {
  const match = PATTERN.exec(id);
  if (match === null) return undefined;
  const [, letter = '', how = '', , whose = '', part = '', rest = ''] = match;
  const mode = MODES[letter] ?? 'open';
  const judged = mode === 'helpful' || mode === 'unhelpful';
  const line = how === 'l' ? rest : decode(how, rest, shownLines(components));
  if (line === undefined || line === '') return undefined;
  return {
    mode,
    line,
    part: part === '' ? 1 : part === 'z' ? LAST : Number.parseInt(part, 36),
    asker: judged || whose === '' ? '' : fromBase36(whose),
    revision: judged ? whose : '',
  };
}

/** As much of a revision as there is room for; a name of another form is not held. */
function heldRevision(revision: string): string {
  return /^[0-9a-z]+$/.test(revision) ? revision.slice(0, 13) : '';
}

function decode(how: string, rest: string, shown: readonly string[]): string | undefined {
  if (how === 'r') return shown[Number(rest)];
  const match = /^([0-9a-z]+)\.([0-9a-z]+)\.([\s\S]*)$/.exec(rest);
  const base = shown[0];
  if (match === null || base === undefined || base === '') return undefined;
  const front = Number.parseInt(match[1] as string, 36);
  const back = Number.parseInt(match[2] as string, 36);
  if (front + back > base.length) return undefined;
  return base.slice(0, front) + match[3] + base.slice(base.length - back);
}

/** The edit that makes `line` of `base`, never between the halves of an astral character. */
function edit(base: string, line: string): string {
  const most = Math.min(base.length, line.length);
  let front = 0;
  while (front < most && base[front] === line[front]) front += 1;
  if (front > 0 && /[\ud800-\udbff]/.test(base[front - 1] as string)) front -= 1;
  let back = 0;
  while (back < most - front && base[base.length - 1 - back] === line[line.length - 1 - back]) back += 1;
  if (back > 0 && /[\udc00-\udfff]/.test(base[base.length - back] as string)) back -= 1;
  return `${front.toString(36)}.${back.toString(36)}.${line.slice(front, line.length - back)}`;
}

function fromBase36(text: string): string {
  let value = 0n;
  for (const character of text) value = value * 36n + BigInt(Number.parseInt(character, 36));
  return value.toString();
}

/** The small print that shows the lines, the first behind `label`, the others numbered; undefined where there is none. */
export function linesDisplay(shown: readonly string[], label: string): TextDisplay | undefined {
  const rows = shown.map((line, index) =>
    line === '' ? '' : `-# ${index === 0 ? label : index}: ${escapedLine(line, 2 * LINE_LIMIT)}`,
  );
  const content = rows.filter((row) => row !== '').join('\n');
  return content === '' ? undefined : { type: 10, id: LINES_ID, content };
}

/** The lines that a message shows or its menus hold, by their numbers; the answer's own is number 0. */
function shownLines(components: readonly unknown[]): readonly string[] {
  const held = heldLines(components);
  if (held.length > 0) return held;
  const lines: string[] = [];
  for (const row of findLines(components).split('\n')) {
    // The answer's own line is labelled with a word, in whatever language; the others have numbers.
    const match = /^-# (?:(\d+)|[^:]+): (.*)$/.exec(row);
    if (match !== null) lines[Number(match[1] ?? 0)] = toPlain(match[2] as string);
  }
  return lines;
}

/** The line of the answer that these components show, or that a verdict on it holds; '' where neither is there. */
export function ownLine(components: readonly unknown[]): string {
  return shownLines(components)[0] ?? judgedLine(components) ?? '';
}

function judgedLine(components: readonly unknown[]): string | undefined {
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue;
    const { options = [], components: inner = [] } = component as {
      readonly options?: readonly { readonly value?: unknown }[];
      readonly components?: readonly unknown[];
    };
    for (const { value } of options) {
      const click = typeof value === 'string' ? readCustomId(value, []) : undefined;
      if (click?.mode === 'helpful') return click.line;
    }
    const found = judgedLine(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Nested {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly content?: unknown;
  readonly components?: unknown;
}

function findLines(components: readonly unknown[]): string {
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue;
    const { type, id, content, components: inner } = component as Nested;
    if (type === 10 && id === LINES_ID && typeof content === 'string') return content;
    const found = Array.isArray(inner) ? findLines(inner) : '';
    if (found !== '') return found;
  }
  return '';
}
