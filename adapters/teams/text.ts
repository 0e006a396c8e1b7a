/**
 * Text on its way into a card: made harmless, cut where it is too long, divided into runs.
 *
 * Everything from the archive goes into TextRuns, which know no Markdown. Two things remain: a client may expand
 * `{{DATE(…)}}`, and template engines `${…}`, in any text. An invisible joiner between the two characters stops both.
 */
import type { MarkedText, Span } from '../../src/answer/answer.ts';
import { singleSpaced } from '../../src/kit/blanks.ts';
import { boundary, cut } from '../../src/kit/cut.ts';

/** U+2060 WORD JOINER: takes no room and breaks no line. */
const JOINER = '\u2060';

/** Control characters that stand for a blank. Line feeds are kept. */
const BLANKS = /[\t\v\f\r\u0085]/gu;
/** The other control characters, and those that turn the direction of what follows; none of them is text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;
const HALVES = /\p{Surrogate}/gu;
/** Whatever of these, or of the two beginnings, a text may hold. Few texts have any, and looking is quicker than replacing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|[{$]\{/;

/** `text` as it may stand in any text field of a card. */
export function harmless(text: string): string {
  if (!SUSPECT.test(text)) {
    return text;
  }
  return text
    .replace(BLANKS, ' ')
    .replace(CONTROLS, '')
    .replace(HALVES, '\ufffd')
    .replace(/\{(?=\{)/gu, `{${JOINER}`)
    .replace(/\$(?=\{)/gu, `$${JOINER}`);
}

/** One line: line breaks and runs of blanks become one blank. */
export function oneLine(text: string): string {
  return singleSpaced(text);
}

/** `marked` in at most `most` UTF-16 units, with an ellipsis where something was cut; marks beyond the cut go with their words. */
export function clipMarked(marked: MarkedText, most: number): MarkedText {
  if (marked.text.length <= most) {
    return marked;
  }
  const text = cut(marked.text, most);
  const end = text.length - 1;
  return {
    text,
    marks: marked.marks.flatMap(([from, to]): Span[] => (from < end ? [[from, Math.min(to, end)]] : [])),
  };
}

/** A stretch of text, marked or not. */
interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** Divides a marked text; a mark that would cut a character in two is widened to all of it. No stretch is empty. */
export function stretches({ text, marks }: MarkedText): readonly Stretch[] {
  const result: Stretch[] = [];
  let at = 0;
  const push = (to: number, marked: boolean): void => {
    if (to > at) {
      result.push({ text: text.slice(at, to), marked });
      at = to;
    }
  };
  for (const [from, to] of marks) {
    push(boundary(text, from), false);
    push(boundaryFrom(text, to), true);
  }
  push(text.length, false);
  return result;
}

/** The least offset from `offset` on that does not stand within a character as a reader sees it. */
function boundaryFrom(text: string, offset: number): number {
  let end = Math.min(offset, text.length);
  while (end < text.length && boundary(text, end) !== end) end += 1;
  return end;
}
