/** Questions about the bot itself. Stand first: "what can you do" asks for no recommendations. */
import { type Shape, shape } from './shape.ts';

export const ABOUT_THE_BOT: readonly Shape[] = [
  shape(
    '^(?:what (?:can|could) (?:you|i|we|one|it|this bot|the bot) (?:do|ask|answer)|how (?:do|does|can|should) (?:i|we|you|this|it|the bot) (?:use|work|ask)|who are you|what are you|what is this(?: bot)?)\\b.*$',
    () => ({ command: 'help', rest: '' }),
  ),
];
