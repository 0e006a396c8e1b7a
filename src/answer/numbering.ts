/** The number that each item of an answer goes by, so that text, prompt and platforms agree. */
import type { Answer, Item } from './answer.ts';

/** False for commands, which are typed by their names, and for remarks among the items. */
export const isListed = ({ kind }: Item): boolean => kind !== 'command';

/**
 * One number per item, counted over all pages. What stands before the list (the profile of a speaker) has none, since
 * the page does not count it, nor has what is no thing of the archive.
 */
export function itemNumbers({ items, page }: Pick<Answer, 'items' | 'page'>): (number | undefined)[] {
  const all = items.filter(isListed).length;
  const listed = page ? page.last - page.first + 1 : all;
  let number = (page?.first ?? 1) - Math.max(0, all - listed);
  return items.map((item) => {
    if (!isListed(item)) return undefined;
    number += 1;
    return number - 1 < (page?.first ?? 1) ? undefined : number - 1;
  });
}
