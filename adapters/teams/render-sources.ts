/** The documents behind an answer, once each. */

import type { SourceReference } from '../../src/answer/answer.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { type Element, note, paragraph, run } from './card.ts';
import type { Budget } from './render-options.ts';
import type { Says } from './says.ts';
import { oneLine } from './text.ts';

/** Title, publisher and date of each, with its link where there is one. */
export function sourcesOf(
  sources: readonly SourceReference[],
  budget: Budget,
  says: Says,
): readonly (Element | undefined)[] {
  const some = sources.slice(0, MOST_SOURCES);
  if (some.length === 0) {
    return [];
  }
  return [
    paragraph([run(says.text.sources, { size: 'Small', weight: 'Bolder' })], {
      spacing: 'Medium',
      separator: true,
    }),
    ...some.map(({ title, publisher, date, url }) =>
      paragraph(
        [
          run(cut(oneLine(title), budget.title), {
            size: 'Small',
            ...(isLinkable(url, budget.url)
              ? { selectAction: { type: 'Action.OpenUrl', url } as const }
              : {}),
          }),
          run(
            cut(
              [publisher, date]
                .map(oneLine)
                .filter((one) => one !== '')
                .map((one) => ` · ${one}`)
                .join(''),
              budget.meta,
            ),
            {
              size: 'Small',
              isSubtle: true,
            },
          ),
        ],
        { spacing: 'Small' },
      ),
    ),
    sources.length > some.length ? note(says.own.sourcesLeft(sources.length - some.length)) : undefined,
  ];
}

/** An archive's answer names a handful; more could only be a mistake, and each item cites its own anyway. */
const MOST_SOURCES = 12;
