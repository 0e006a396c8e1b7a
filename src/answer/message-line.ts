/** "Find related" and "Who is this about?" on somebody's message: the lines that search with its text. */
import { ABOUT_MESSAGE, lineOf, WHO_IN_MESSAGE } from './line.ts';

/** Characters of the message that are searched with; a line may have 500, the command included. */
const MOST = 480;

/**
 * The line for a message's words, without mentions and markup of the platform; '' where there is nothing to search with.
 * Addresses are left out, and of a long message its beginning says what it is about.
 */
export function lineOfMessage(message: string): string {
  return lineWith(ABOUT_MESSAGE, message);
}

/**
 * The line that asks whom a message is about; '' where there is nothing to search with.
 * @example whoLineOfMessage('What Natalia Popova said') // '/whom What Natalia Popova said'
 */
export function whoLineOfMessage(message: string): string {
  return lineWith(WHO_IN_MESSAGE, message);
}

function lineWith(command: string, message: string): string {
  const words = message
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? '' : lineOf.typed(`/${command}`, beginning(words));
}

/** The beginning of a text, up to the end of a word. */
function beginning(text: string): string {
  if (text.length <= MOST) return text;
  const cut = text.slice(0, MOST);
  const lastBlank = cut.lastIndexOf(' ');
  return lastBlank > 0 ? cut.slice(0, lastBlank) : cut.replace(/[\ud800-\udbff]$/, '');
}
