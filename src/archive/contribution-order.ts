/** In which order contributions are shown, and which of them: the rules that need no words. */
import type { Contribution } from '../knowledge/model.ts';
import type { Search } from './archive.ts';
import type { ContributionIndex } from './contribution-index.ts';
import type { Ranked } from './found.ts';

/** How much a preferred kind is put before others of the same score. */
const PREFERENCE = 1.6;

/** With what it is ordered by: direct before related, preferred kinds before others, then by score; equal ones as in the document. */
export interface Placed extends Ranked {
  readonly group: number;
  readonly value: number;
  readonly last: number;
}

/** The order of `Placed`, for sorting. */
export const inOrder = (one: Placed, other: Placed): number =>
  one.group - other.group || other.value - one.value || one.last - other.last || one.doc - other.doc;

/** Gives each document what it is ordered by, for one search. */
export function placing(
  { contributions, facets }: ContributionIndex,
  search: Search,
): (ranked: Ranked) => Placed {
  const { prefer = [] } = search;
  // A condition's alternatives stand in order of preference: addressed to a group before merely naming it.
  const firsts = search.conditions
    .filter(({ any, not }) => !not && any.length > 1)
    .map(({ any }) => facets.holds({ any: any.slice(0, 1) }));
  // Asked for a country, what is said of it alone comes before what lists it with others.
  const ofCountry = search.conditions.some(({ any, not }) => !not && any[0]?.field === 'country');
  return ({ doc, score, coverage, related }) => {
    const { kind, stance, countries } = contributions[doc] as Contribution;
    const preferred = prefer.includes(kind);
    let group = related ? 1_000 : 0;
    for (const held of firsts) if (held[doc] === 0) group++;
    const last =
      (ofCountry ? countries.length * 4 : 0) + (stance === 'implied' ? 2 : 0) + (preferred ? 0 : 1);
    const value = score * (preferred ? PREFERENCE : 1);
    return { doc, score, coverage, related, group, value, last };
  };
}

/** A statement and the figures that stand in it are one line of the document: whichever ranks first is shown. */
export function eachOnce({ contributions }: ContributionIndex, ranked: readonly Ranked[]): Ranked[] {
  const statements = new Set<string>();
  const withFigures = new Set<string>();
  return ranked.filter(({ doc }) => {
    const contribution = contributions[doc];
    if (contribution === undefined) return false;
    if (contribution.within !== undefined) {
      if (statements.has(contribution.within)) return false;
      withFigures.add(contribution.within);
      return true;
    }
    if (withFigures.has(contribution.id)) return false;
    statements.add(contribution.id);
    return true;
  });
}

/** One after the other of those who spoke, so that the first page is not one person's alone. */
export function takeTurns({ contributions }: ContributionIndex, ranked: readonly Ranked[]): Ranked[] {
  const queues = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const maker = contributions[one.doc]?.makers[0];
    const key = maker === undefined ? '' : maker.kind === 'unnamed' ? maker.voice : maker.id;
    const queue = queues.get(key);
    if (queue) queue.push(one);
    else queues.set(key, [one]);
  }
  const result: Ranked[] = [];
  for (let turn = 0; result.length < ranked.length; turn++) {
    for (const queue of queues.values()) {
      const next = queue[turn];
      if (next) result.push(next);
    }
  }
  return result;
}
