/** How commands are typed in Teams: plain words in a chat, behind the mention elsewhere; the manifest's command lists say so too. */
import type { Typed } from '../../src/answer/typed.ts';

/** `sessions sdg8`, without a slash. */
export const typed: Typed = (name) => name;
