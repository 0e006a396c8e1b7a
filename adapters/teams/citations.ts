/** The places behind an answer as citations of its message: a number in the text, and what Teams shows when it is pointed at. Pure. */
import type { Shown, ShownItem } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Claim, MessageEntity, Outgoing } from './activity.ts';
import { LIMITS } from './limits.ts';
import type { Budget } from './render-options.ts';
import type { Says } from './says.ts';
import { harmless, oneLine } from './text.ts';

/**
 * The text above the card with the numbers in it, and the entity that says what they stand for; nothing where nothing is cited.
 * An item of a list is cited under its own number, the places of one that stands alone are counted. What stands before a list
 * has no number, and names its places itself.
 * @param most how many items the card shows
 */
export function citing(
  { runs }: Shown,
  { most, budget, says }: { readonly most: number; readonly budget: Budget; readonly says: Says },
): Pick<Outgoing, 'text' | 'entities'> {
  const items = runs.flatMap((run) => run.items);
  const claims = items
    .slice(0, most)
    .flatMap((one) => (one.number === undefined && items.length > 1 ? [] : claimsOf(one, budget)))
    .slice(0, LIMITS.citations.value);
  if (claims.length === 0) return {};
  const entity: MessageEntity = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: claims,
  };
  return {
    text: says.own.cited(claims.map(({ position }) => `[${position}]`).join(' ')),
    entities: [entity],
  };
}

function claimsOf(one: ShownItem, budget: Budget): readonly Claim[] {
  const { item, number, cited } = one;
  const what = oneLine(item.text.text) || oneLine(item.title.text);
  const claim = (position: number, places: ShownItem['cited']): Claim[] => {
    const name = harmless(
      oneLine(places.map(({ label, short }, at) => (at === 0 ? label : short)).join('; ')),
    );
    if (name === '') return [];
    const url = places.find((place) => isLinkable(place.url, budget.url))?.url;
    const abstract = cut(harmless(what), LIMITS.citationAbstract.value);
    return [
      {
        '@type': 'Claim',
        position,
        appearance: {
          '@type': 'DigitalDocument',
          name: cut(name, LIMITS.citationName.value),
          ...(abstract === '' ? {} : { abstract }),
          ...(url === undefined ? {} : { url }),
        },
      },
    ];
  };
  return number === undefined
    ? cited.flatMap((place, at) => claim(at + 1, [place]))
    : cited.length === 0
      ? []
      : claim(number, cited);
}
