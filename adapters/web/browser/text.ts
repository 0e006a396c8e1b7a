/** The answer as plain text, as a terminal shows it. */
import { adopt, element } from './dom.ts';
import { textOf } from './payload.ts';
import type { Platform } from './platform.ts';

const STYLE = `
  pre { margin: 0; padding: 0.5rem 1.25rem 1rem; font: 0.85rem/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
  b { color: var(--accent); }
`;

export const platform: Platform = {
  draw(root, { payload, asked }) {
    adopt(root, STYLE);
    const text = element('pre', { dir: 'auto' });
    if (asked !== '') text.append(element('b', {}, `> ${asked}`), '\n\n');
    text.append(textOf(payload.text));
    root.replaceChildren(text);
  },
  showsAsked: () => true,
};
