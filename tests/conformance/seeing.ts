/** How a case looks at a reply: by what a reader sees, not by how a platform spells it. */
import { expect } from '@jest/globals';
import type { Answer, Item } from '../../src/answer/answer.ts';
import { documentOf } from '../../src/answer/shown.ts';
import type { Button, Outcome, Reply } from './driver.ts';

export function isReply(outcome: Outcome): outcome is Reply {
  return typeof outcome === 'object';
}

/** The reply that an outcome must be. */
export function expectReply(outcome: Outcome): Reply {
  if (!isReply(outcome)) throw new Error(`there was no reply but ${outcome}`);
  return outcome;
}

/** A text without what renderers may change: line breaks, runs of blanks, invisible characters. */
export function simplify(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}]|[^\P{Cc}\s]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words by which a reader recognises an item: the beginning of its title, else of its text or makers. */
function recognisable(item: Item): string {
  // How a command is typed is the platform's own.
  if (item.kind === 'command') return simplify(item.text.text).slice(0, 40).trim();
  const text =
    [item.title.text, item.text.text, item.makers.join('; ')].map(simplify).find((one) => one !== '') ?? '';
  return text.slice(0, 40).trim();
}

/** The reply shows the answer's title, each of its items, and of each item the first citation. */
export function expectShown(reply: Reply, answer: Answer): void {
  const visible = simplify(reply.visible);
  if (answer.title !== '') expect(visible).toContain(simplify(answer.title).slice(0, 60));
  for (const item of answer.items) {
    expect(visible).toContain(recognisable(item));
    const [first] = item.evidence;
    // A place that begins its line begins with a capital.
    if (first !== undefined) expect(visible.toLowerCase()).toContain(simplify(first.place).toLowerCase());
  }
  for (const [first] of answer.items.slice(0, 1).map((item) => item.evidence)) {
    // The document may stand once above all of them.
    if (first !== undefined) expect(visible).toContain(simplify(documentOf(first)));
  }
}

/** The one button that a reader would press; fails with what there was. */
export function findButton(reply: Reply, label: RegExp): Button {
  const found = reply.buttons.find((button) => label.test(button.label));
  if (found === undefined)
    throw new Error(
      `no button fits ${label}; there were ${reply.buttons.map((one) => one.label).join(' | ')}`,
    );
  return found;
}
