/** The number that each item of an answer goes by, so that text, prompt and platforms agree. */
import type { Answer } from './answer.ts';

/**
 * One number per item, counted over all pages. What stands before the list (the profile of a speaker) has none, since
 * the page does not count it.
 */
export function itemNumbers({ items, page }: Pick<Answer, 'items' | 'page'>): (number | undefined)[] {
  const listed = page ? page.last - page.first + 1 : items.length;
  const before = Math.max(0, items.length - listed);
  return items.map((_, place) => (place < before ? undefined : (page?.first ?? 1) + place - before));
}
