/** The whole list can be walked there and back. */
import { expect, test } from '@jest/globals';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Driver } from '../driver.ts';
import { has, onSurface, rigFor, SURFACES } from '../rigs.ts';
import { expectReply, expectShown, findButton } from '../seeing.ts';

/** Characters that are read of a request, a command's slash included. */
const LONGEST = 500;

/** A question of 500 characters, the most that is read: recommendations without forty words that no document has. */
function longQuestion(): string {
  const absent = Array.from(
    { length: 100 },
    (_, index) => `-${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10)]}zqxw`,
  );
  return `recommendations ${absent.join(' ')}`.slice(0, LONGEST);
}

export function declarePagingCases(driver: Driver): void {
  if (!driver.adapter.capabilities.buttons) return;
  const { rig, host } = rigFor(driver);

  /** The pages of a list, asked for once for all surfaces. */
  const lists = new Map<string, readonly Answer[]>();
  async function pagesOf(line: string): Promise<readonly Answer[]> {
    const known = lists.get(line);
    if (known !== undefined) return known;
    const pages: Answer[] = [];
    for (let next: string | undefined = line; next !== undefined; ) {
      const one: Answer = await host().ask({ text: next });
      pages.push(one);
      next = one.page?.next;
      expect(pages.length).toBeLessThan(100);
    }
    lists.set(line, pages);
    return pages;
  }

  const surfaces = SURFACES.filter((surface) => has(driver, surface));

  test.each(
    surfaces.flatMap((surface) => [
      [surface, 'recommendations', 'recommendations'] as const,
      [surface, 'a question of 500 characters', longQuestion()] as const,
    ]),
  )('by %s, %s: clicks walk the whole list and back', async (surface, _name, line) => {
    const pages = await pagesOf(line);
    expect(pages.length).toBeGreaterThan(1);
    let reply = expectReply(await rig().send(surface, { text: onSurface(surface, line).slice(0, LONGEST) }));
    for (const [index, page] of pages.entries()) {
      rig().validate(reply.payload);
      expectShown(reply, page);
      if (index < pages.length - 1) reply = await findButton(reply, /\bnext\b|›|▶|→/i).press();
    }
    expect(reply.buttons.filter(({ label }) => /\bnext\b/i.test(label))).toEqual([]);
    for (const page of pages.slice(0, -1).reverse()) {
      reply = await findButton(reply, /\bprev|\bback\b|‹|◀|←/i).press();
      expectShown(reply, page);
    }
    expect(reply.buttons.filter(({ label }) => /\bprev/i.test(label))).toEqual([]);
  });
}
