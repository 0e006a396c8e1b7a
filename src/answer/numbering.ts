/** The number that each item of an answer goes by, so that text, prompt and platforms agree. */
import type { Answer, Item } from './answer.ts';

/** False for commands, which are typed by their names, and for remarks among the items. */
export const isListed = ({ kind }: Item): boolean => kind !== 'command';

/** True for who somebody is, before what they said: it is no thing of the list. */
function isProfile([first, next]: readonly Item[]): boolean {
  return (
    first?.kind === 'person' &&
    next !== undefined &&
    next.kind !== 'person' &&
    (first.group === '' || first.group === next.group)
  );
}

/**
 * One number per item, counted over all pages. What stands before the list (the profile of a speaker) has none, since
 * the page does not count it, nor has what is no thing of the archive.
 */
export function itemNumbers({ items, page }: Pick<Answer, 'items' | 'page'>): (number | undefined)[] {
  const all = items.filter(isListed).length;
  const before = page ? Math.max(0, all - (page.last - page.first + 1)) : isProfile(items) ? 1 : 0;
  let number = (page?.first ?? 1) - before;
  return items.map((item) => {
    if (!isListed(item)) return undefined;
    number += 1;
    return number - 1 < (page?.first ?? 1) ? undefined : number - 1;
  });
}
