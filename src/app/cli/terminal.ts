/** How an answer looks on a terminal: width and, where it is one, colour. */
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { TextOptions } from '../../answer/text.ts';

const WIDEST = 80;
const NARROWEST = 40;

/** Columns to write in: those of the terminal, at most 80. One that tells none, or 0 as some pseudo-terminals do, has 80. */
export function terminalWidth(stream: Partial<Pick<WriteStream, 'columns'>>): number {
  return Math.max(NARROWEST, Math.min(WIDEST, stream.columns || WIDEST));
}

/** Colour on a terminal only, and not where NO_COLOR asks for none (https://no-color.org). */
export function terminalStyle(
  stream: Partial<Pick<WriteStream, 'isTTY'>>,
  environment = process.env,
): NonNullable<TextOptions['style']> {
  const plain = (text: string): string => text;
  if (!stream.isTTY || environment.NO_COLOR || environment.TERM === 'dumb')
    return { mark: plain, heading: plain, aside: plain };
  return {
    // Not bold: where a bold mark ends, the heading around it would end with it.
    mark: (text) => styleText(['underline', 'yellow'], text, { validateStream: false }),
    heading: (text) => styleText('bold', text, { validateStream: false }),
    aside: (text) => styleText('dim', text, { validateStream: false }),
  };
}
