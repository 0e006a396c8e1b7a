/** Questions about the bot itself. Stand first: "what can you do" asks for no recommendations. */
import { type Shape, shape } from './shape.ts';

export const ABOUT_THE_BOT: readonly Shape[] = [
  shape(
    '^(?:what (?:can|could) (?:you|i|we|one|it|this bot|the bot) (?:do|ask|answer)|how (?:do|does|can|should) (?:i|we|you|this|it|the bot) (?:use|work|ask)|who are you|what are you|what is this(?: bot)?)\\b.*$',
    () => ({ command: 'help', rest: '' }),
  ),
  // Words that other bots know, and the plain wish for help.
  shape(
    '^(?:(?:the |a |list (?:the |all |of )?|show (?:me )?(?:the |all )?|which |what )?(?:commands?|menu|options|instructions|usage|examples?)(?: (?:are|is|do|there|you|have|know|can|i|use|please|available))*|start|get started|getting started|what do you know|how to (?:use|ask|start)(?: (?:it|this|you))?|(?:i need |can you |please )?help(?: me| us)?|what (?:now|next))$',
    () => ({ command: 'help', rest: '' }),
  ),
];
