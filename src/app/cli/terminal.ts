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
    ...(showsLinks(environment) ? { link } : {}),
  };
}

/** Programs that name themselves in TERM_PROGRAM and show links. */
const SHOWING: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'ghostty', 'vscode', 'Hyper', 'rio']);

/**
 * Whether the terminal is known to show links (https://github.com/Alhadis/OSC8-Adoption); others may drop the address. Screens
 * within the terminal (tmux, screen) show them or not whatever the terminal does. FORCE_HYPERLINK decides where it is set.
 */
function showsLinks(environment: NodeJS.ProcessEnv): boolean {
  const {
    FORCE_HYPERLINK,
    TERM = '',
    TERM_PROGRAM = '',
    VTE_VERSION,
    WT_SESSION,
    KONSOLE_VERSION,
  } = environment;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0';
  if (environment.TMUX !== undefined || TERM.startsWith('screen') || TERM.startsWith('tmux')) return false;
  return (
    SHOWING.has(TERM_PROGRAM) ||
    WT_SESSION !== undefined ||
    Number(VTE_VERSION) >= VTE ||
    Number(KONSOLE_VERSION) >= KONSOLE ||
    ['xterm-kitty', 'alacritty', 'foot'].includes(TERM)
  );
}

/** The first versions that show links. */
const VTE = 5_000;
const KONSOLE = 201_200;

/** OSC 8 (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). Only what is an address opens one. */
function link(text: string, url: string): string {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url) ? `${OSC}${url}${ST}${text}${OSC}${ST}` : `${text} ${url}`;
}

const OSC = '\u001b]8;;';
const ST = '\u001b\\';
