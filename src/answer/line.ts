/**
 * The canonical line: one query, one line, whatever language is spoken. Buttons, links and pages hold such lines, so they
 * are written and read here and nowhere else. (What people type has many forms more; `reading/` reads them.)
 *
 *     sessions sdg:8 country:JP|topic:ageing -kind:poll date:2020..2022 text:short,worker "brain drain" -tax want:figure page:2
 */

/** Longest canonical line that buttons and links carry, in characters. */
export const LINE_LIMIT = 300;

/** The line that stands for a message whose subjects are looked for, rather than for a request. */
export const ABOUT_MESSAGE = 'related';

/** The same, where people are looked for: those whom the message names, else those who spoke on its subjects. */
export const WHO_IN_MESSAGE = 'whom';

/** One condition: any of its terms holds; or, where `not`, none of them. */
export interface LineFilter {
  readonly any: readonly { readonly field: string; readonly value: string }[];
  readonly not: boolean;
}

/** What a line says, part by part, in the order in which it is written. */
export interface LineParts {
  readonly command: string;
  /** What `open` opens (an id) or `help` explains (a command). */
  readonly target?: string;
  readonly filters: readonly LineFilter[];
  readonly words: readonly string[];
  readonly literal: readonly string[];
  /** Words separated by single spaces. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  readonly want?: string;
  /** From 1. */
  readonly page: number;
}

/** Conditions that all hold, by their fields: `{ topic: 'ageing', kind: 'poll' }`. */
type Where = Readonly<Record<string, string | number>>;

/** Commands that are about one thing. */
const TARGETED: ReadonlySet<string> = new Set(['open', 'help']);
/** Commands that list what meets conditions. */
const LISTING: ReadonlySet<string> = new Set(['sessions', 'speaker', 'recommendations', 'ask']);
const VALUE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.+-]*$/u;
const DATE_VALUE = /^(?:none|--\d{2}(?:-\d{2})?|-W-[1-7]|(\d{4}(-\d{2}){0,2})?(\.\.)?(\d{4}(-\d{2}){0,2})?)$/;
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.+#]*$/u;

/** True for ids that no word looks like: `bf-44-2`. */
export function isPlainId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text);
}

/** True for what a line may hold as a word: letters and numbers, and the marks that belong to letters. */
export function isWord(text: string): boolean {
  return WORD.test(text);
}

/** One condition as it stands in a line: `country:JP`. */
export function writeTerm(field: string, value: string | number): string {
  return `${field}:${value}`;
}

function writeFilter({ any, not }: LineFilter): string {
  return `${not ? '-' : ''}${any.map(({ field, value }) => writeTerm(field, value)).join('|')}`;
}

/** An id that could be taken for a word ("ilo") is marked as an id; a command is known by its name. */
function writeTarget(command: string, target: string): string {
  return command === 'help' || isPlainId(target) ? target : `id:${target}`;
}

/**
 * Writes the one line of these parts.
 * @example writeLine({ command: 'sessions', filters: [{ any: [{ field: 'sdg', value: '8' }], not: false }], page: 2 })
 * // 'sessions sdg:8 page:2'
 */
export function writeLine({
  command,
  target,
  filters = [],
  words = [],
  literal = [],
  phrases = [],
  without = [],
  want,
  page = 1,
}: Partial<LineParts> & Pick<LineParts, 'command'>): string {
  const parts: string[] = [command];
  if (target !== undefined) parts.push(writeTarget(command, target));
  parts.push(...filters.map(writeFilter));
  if (words.length > 0) parts.push(`text:${words.join(',')}`);
  if (literal.length > 0) parts.push(`like:${literal.join(',')}`);
  parts.push(...phrases.map((phrase) => `"${phrase}"`));
  parts.push(...without.map((word) => `-${word}`));
  if (want !== undefined) parts.push(`want:${want}`);
  if (page > 1) parts.push(`page:${page}`);
  return parts.join(' ');
}

/** Reads one `field:value|field:value` token, or gives undefined where it is none. Which fields there are is not asked. */
export function readFilter(token: string): LineFilter | undefined {
  const not = token.startsWith('-');
  const any = (not ? token.slice(1) : token).split('|').map((part) => {
    const colon = part.indexOf(':');
    if (colon < 1) return undefined;
    const field = part.slice(0, colon);
    const value = part.slice(colon + 1);
    const isValid =
      field === 'date' ? value !== '' && value !== '..' && DATE_VALUE.test(value) : VALUE.test(value);
    return isValid ? { field, value } : undefined;
  });
  if (any.length === 0 || any.some((term) => term === undefined)) return undefined;
  return { any: any.filter((term) => term !== undefined), not };
}

/** Reads `text:a,b` or `like:a,b`, or gives undefined. */
export function readWords(token: string, name: 'text' | 'like'): string[] | undefined {
  if (!token.startsWith(`${name}:`)) return undefined;
  const words = token.slice(name.length + 1).split(',');
  return words.every(isWord) ? words : undefined;
}

/** Reads `want:figure`, or gives undefined. Whether there is such a want is not asked. */
export function readWant(token: string): string | undefined {
  return /^want:([a-z]+)$/.exec(token)?.[1];
}

/** Reads `page:3`, or gives undefined. */
export function readPage(token: string): number | undefined {
  const match = /^page:([1-9]\d{0,5})$/.exec(token);
  return match ? Number(match[1]) : undefined;
}

/**
 * Reads a canonical line, or gives undefined for any other text: writing what it gives gives the line again. Which commands
 * and fields there are is not asked.
 * @example readLine('open id:ilo') // { command: 'open', target: 'ilo', … }
 */
export function readLine(line: string): LineParts | undefined {
  const [command = '', ...tokens] = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const filters: LineFilter[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  let read: LineParts = { command, filters, words: [], literal: [], phrases, without, page: 1 };
  for (const token of tokens) {
    const words = readWords(token, 'text');
    const literal = readWords(token, 'like');
    const want = readWant(token);
    const page = readPage(token);
    const target = /^(?:id:)?([A-Za-z0-9][A-Za-z0-9-]*)$/.exec(token)?.[1];
    const filter = readFilter(token);
    if (words) read = { ...read, words };
    else if (literal) read = { ...read, literal };
    else if (want) read = { ...read, want };
    else if (page) read = { ...read, page };
    else if (target && TARGETED.has(command)) read = { ...read, target };
    else if (filter) filters.push(filter);
    else if (token.startsWith('"')) phrases.push(token.slice(1, -1));
    else if (token.startsWith('-')) without.push(token.slice(1));
  }
  return command !== '' && writeLine(read) === line ? read : undefined;
}

function filtersOf(where: Where): LineFilter[] {
  return Object.entries(where).map(([field, value]) => ({
    any: [{ field, value: String(value) }],
    not: false,
  }));
}

/** The lines that are asked for by name: what a button, a link or a heading leads to. */
export const lineOf = {
  help: (command?: string): string =>
    writeLine({ command: 'help', ...(command === undefined ? {} : { target: command }) }),
  /** One thing in full, by its id; of a goal, the id is `goalId`. */
  open: (id: string): string => writeLine({ command: 'open', target: id }),
  /** One person, with all that is recorded of them; or several, to choose from. */
  speaker: (...ids: readonly string[]): string =>
    writeLine({
      command: 'speaker',
      filters: [{ any: ids.map((value) => ({ field: 'by', value })), not: false }],
    }),
  sessions: (where: Where = {}): string => writeLine({ command: 'sessions', filters: filtersOf(where) }),
  recommendations: (where: Where = {}): string =>
    writeLine({ command: 'recommendations', filters: filtersOf(where) }),
  /** Whatever was said, or what is wanted of it: `ask country:JP want:people`. */
  ask: (where: Where, want?: string): string =>
    writeLine({ command: 'ask', filters: filtersOf(where), ...(want === undefined ? {} : { want }) }),
  /** The sessions for which one of some fields holds a value: those that an organization organized or paid for. */
  sessionsOfAny: (fields: readonly string[], value: string): string =>
    writeLine({
      command: 'sessions',
      filters: [{ any: fields.map((field) => ({ field, value })), not: false }],
    }),
  /** A command with what somebody typed behind it: not canonical yet, to be read. */
  typed: (command: string, text: string): string => `${command} ${text}`.trim(),
} as const;

/** The id under which a goal is opened. */
export function goalId(goal: number | string): string {
  return `sdg-${goal}`;
}

/** The number of a goal by the id under which it is opened, or undefined. */
export function readGoalId(id: string): string | undefined {
  return /^sdg-(\d{1,2})$/.exec(id)?.[1];
}

/** A canonical line with more conditions, from its first page; another text with them behind it, to be read. */
export function narrowed(line: string, where: Where): string {
  const read = readLine(line);
  if (read === undefined) return [line, ...filtersOf(where).map(writeFilter)].join(' ');
  return writeLine({ ...read, filters: [...read.filters, ...filtersOf(where)], page: 1 });
}

/** The first page of what a line lists. */
export function firstPage(line: string): string {
  const read = readLine(line);
  return read === undefined ? line : writeLine({ ...read, page: 1 });
}

/** The command of a canonical line; '' for the empty one. */
function commandOf(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}

/** True for lines that list something, to which conditions can be added; the others are about one thing. */
export function isList(line: string): boolean {
  return LISTING.has(commandOf(line));
}

/** A line as one would type it to somebody: a plain question needs no command before it. */
export function asTyped(line: string): string {
  return commandOf(line) === 'ask' ? line.slice('ask '.length) : line;
}

/** False for lines that leave a conversation's subject as it was: help explains the bot, and nothing understood is none. */
export function isSubject(line: string): boolean {
  return line !== '' && commandOf(line) !== 'help';
}

/** The id of the one thing that a line opens, on whichever page; undefined for lists. */
export function openedBy(line: string): string | undefined {
  const { command, target, filters } = readLine(line) ?? {};
  const opened = command === 'open' ? target : filters?.[0]?.any[0]?.value;
  if (opened === undefined) return undefined;
  const alone = command === 'open' ? lineOf.open(opened) : lineOf.speaker(opened);
  return firstPage(line) === alone ? opened : undefined;
}
