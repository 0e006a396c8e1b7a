/**
 * Plain text into Discord's Markdown and back: nothing that an Answer says may mention, link, embed or format.
 *
 * Discord hides a backslash before any punctuation outside masked links, so every character that could begin markup
 * is escaped. Texts are cut at grapheme bounds and measured after escaping, because that is what Discord counts.
 */
import type { MarkedText, Span } from '../../src/answer/answer.ts';
import { singleSpaced } from '../../src/kit/blanks.ts';
import { boundary } from '../../src/kit/cut.ts';

export const ELLIPSIS = '…';

/** Controls other than line feed, and the characters that turn the direction of the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g;

/** Characters that may begin markup wherever they stand: emphasis, code, spoilers, mentions, timestamps, links. */
const SPECIAL = /[\\*_~`|<[\]@]/g;

/** Two colons around what could be an emoji's name, which clients show as the emoji: `:tada:`. "10:30" stays as it is. */
const SHORTCODE = /:(?=[\w+\-ñ]+:)/g;

/**
 * A word's slashes are escaped where a full stop or colon stands before the last: addresses, which clients link, and
 * invites, which they unfold. Word by word, because one pattern for it would backtrack over long texts.
 */
function unlinked(text: string): string {
  if (!text.includes('/')) return text;
  return text.replace(/\S+/g, (word) =>
    /[.:]/.test(word.slice(0, word.lastIndexOf('/') + 1)) ? word.replaceAll('/', '\\/') : word,
  );
}

/** What begins a heading, quotation, list or small print, and only at the start of a line. */
const LINE_START = /^([^\S\n]*)(?:([-+#>])|(\d+)(\.))/gm;

/** One line of text: controls out, every run of white space a single blank, no blank at the ends. */
export function oneLine(text: string): string {
  const spaced = singleSpaced(text);
  const visible = spaced.replace(INVISIBLE, '');
  return visible.length === spaced.length ? spaced : singleSpaced(visible);
}

/** Text of possibly several lines: controls out, at most one empty line between two. */
function paragraphs(text: string): string {
  // Most texts have blanks alone between their words; looking is quicker than replacing each of them.
  if (!/[^\S ]| {2}/.test(text)) return text.replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Escapes a stretch of text; `atStart` tells that it begins a line. */
function escapeRun(text: string, atStart: boolean): string {
  return unlinked(text.replace(SPECIAL, '\\$&').replace(SHORTCODE, '\\:')).replace(
    LINE_START,
    (whole, blanks: string, sign = '', digits = '', _stop: unknown, offset: number) => {
      if (offset === 0 && !atStart) return whole;
      return sign === '' ? `${blanks}${digits}\\.` : `${blanks}\\${sign}`;
    },
  );
}

/** Plain text as Markdown that shows exactly that text. */
export function toMarkdown(text: string): string {
  return escapeRun(text, true);
}

/** Markdown made by `toMarkdown`, back as plain text. */
export function toPlain(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** One escaped line of at most `length` units after escaping. */
export function line(text: string, length: number): string {
  return fitted(mapped({ text, marks: [] }, length, oneLine), length, '');
}

/** How marked stretches are set off: bold in a text, underlined in a title that is bold already. */
type Emphasis = '**' | '__';

/** A title: one line, its marks set off. */
export function markedLine(marked: MarkedText, length: number, emphasis: Emphasis): string {
  return fitted(mapped(marked, length, oneLine), length, emphasis);
}

/** A text of several lines, its marks set off. */
export function markedText(marked: MarkedText, length: number, emphasis: Emphasis): string {
  return fitted(mapped(marked, length, paragraphs), length, emphasis);
}

/**
 * Cleans a marked text and moves its marks along: a sentinel stands in place of each bound, so that white space across it
 * still collapses. Of a text many times longer than `length` only the beginning is looked at.
 */
function mapped(whole: MarkedText, length: number, clean: (text: string) => string): MarkedText {
  const { text, marks } = whole.text.length > 8 * length + 64 ? cutPlain(whole, 8 * length + 64) : whole;
  if (marks.length === 0) return { text: clean(text), marks: [] };
  // Private-use sentinels survive cleaning; the text's own are dropped so that they cannot be taken for bounds.
  const bounds = marks.flatMap(([start, end]) => [boundary(text, start), boundary(text, end)]);
  let out = '';
  let from = 0;
  for (const bound of bounds) {
    out += strip(text.slice(from, bound)) + SENTINEL;
    from = bound;
  }
  const cleaned = clean(out + strip(text.slice(from))).split(SENTINEL);
  const spans: Span[] = [];
  let offset = cleaned[0]?.length ?? 0;
  for (let index = 1; index + 1 < cleaned.length; index += 2) {
    const end = offset + (cleaned[index]?.length ?? 0);
    spans.push([offset, end]);
    offset = end + (cleaned[index + 1]?.length ?? 0);
  }
  return { text: cleaned.join(''), marks: spans };
}

const SENTINEL = '\ue000';
const strip = (text: string) => text.replaceAll(SENTINEL, '');

/** Escapes and sets off the marks, cutting the plain text until the Markdown fits. */
function fitted(marked: MarkedText, length: number, emphasis: Emphasis | ''): string {
  if (marked.text.trim() === '') return '';
  const whole = markdown(marked, emphasis);
  if (whole.length <= length) return whole;
  if (length < 1) return '';
  // Markdown is never shorter than its text, and grows with it: bisect on the length of the text kept.
  let low = 0;
  let high = Math.min(marked.text.length, length - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (markdown(clip(marked, middle), emphasis).length <= length - 1) low = middle;
    else high = middle - 1;
  }
  return markdown(cutPlain(marked, low), emphasis) + ELLIPSIS;
}

/** The beginning of a marked text at a grapheme bound, without white space at its end. */
function cutPlain(marked: MarkedText, length: number): MarkedText {
  return clip(marked, marked.text.slice(0, boundary(marked.text, length)).trimEnd().length);
}

/** The first `length` units of a marked text, and the marks within them. */
function clip({ text, marks }: MarkedText, length: number): MarkedText {
  return {
    text: text.slice(0, length),
    marks: marks
      .map(([start, end]): Span => [start, Math.min(end, length)])
      .filter(([start, end]) => end > start),
  };
}

function markdown({ text, marks }: MarkedText, emphasis: Emphasis | ''): string {
  let out = '';
  let from = 0;
  for (const [start, end] of emphasis === '' ? [] : joined(text, marks)) {
    out += escapeRun(text.slice(from, start), startsLine(text, from));
    out += emphasis + escapeRun(text.slice(start, end), startsLine(text, start)) + emphasis;
    from = end;
  }
  return out + escapeRun(text.slice(from), startsLine(text, from));
}

const startsLine = (text: string, offset: number) => offset === 0 || text[offset - 1] === '\n';

/**
 * Marks as Markdown can show them: without white space at their ends, split at line ends (emphasis does not reach
 * beyond a paragraph), and those that touch made one (`**a****b**` would show asterisks).
 */
function joined(text: string, marks: readonly Span[]): readonly Span[] {
  const spans: [number, number][] = [];
  for (const [start, end] of marks) {
    let from = start;
    for (const piece of text.slice(start, end).split('\n')) {
      const lead = piece.length - piece.trimStart().length;
      const body = piece.trim();
      if (body !== '') {
        const begin = from + lead;
        const last = spans.at(-1);
        if (last !== undefined && last[1] === begin) last[1] = begin + body.length;
        else spans.push([begin, begin + body.length]);
      }
      from += piece.length + 1;
    }
  }
  return spans;
}
