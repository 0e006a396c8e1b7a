/** Sizes of pages, and how much of a question what answers it must bear out. */
import type { Found } from '../../archive/archive.ts';

/** How many entries go on a page. */
export const SIZE = 5;

/** How many people or organizations, where each is a line. */
export const PEOPLE_SIZE = 10;

/** How much of a question's weight an answer must match: the lowest share at which answers are still answers. */
export const COVERAGE = 0.5;

/** All that was asked, but for rounding. */
export const WHOLE = 0.99;

/** Hits among which the most or the least is looked for. */
export const EXTREME_OF = 50;

/** That somebody is known to have said it. */
export const HAS_MAKER = { any: [{ field: 'has', value: 'maker' }], not: false };

/** What is found where nothing is looked for. */
export const NOTHING_FOUND: Found<never> = {
  total: 0,
  direct: 0,
  hits: [],
  facets: [],
  terms: [],
  unknown: [],
};
