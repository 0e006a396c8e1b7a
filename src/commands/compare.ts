/** Two or three things side by side: what is recorded of each, with its citations. Nothing is concluded from it. */
import type { Answer, Choice, Item } from '../answer/answer.ts';
import type { Archive, Found, Hit } from '../archive/archive.ts';
import type { Contribution } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { comparedIn, type Filter, filter, type Query, type Term } from '../reading/query.ts';
import { compose, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { termName, toldConditions } from '../saying/describe.ts';
import { insteadOf, lookNear, type Near, NOTHING_NEAR } from '../saying/near.ts';
import { composeNothing } from '../saying/nothing.ts';
import { contributionItem } from '../saying/present.ts';
import { sessionItem } from '../saying/present-session.ts';
import { sessionFacts } from '../saying/session-facts.ts';
import { factsTable, sidesTable } from '../saying/tables.ts';

/** Entries shown of each side: few, so that both sides are seen at once. */
const SHOWN = 2;

export interface Side {
  readonly term: Term;
  /** What leads to all of this side. */
  readonly query: Query;
  readonly found: Found<Hit<Contribution>>;
}

export interface Comparison {
  readonly sides: readonly Side[];
  /** Events are compared by their facts where nothing else is asked. */
  readonly byFacts: boolean;
  readonly near: Near;
}

/** Forms of a side, the best first: what a country's people said counts as well as what was said of it. */
function conditionsFor(term: Term, archive: Archive): Filter[] {
  const { field, value } = term;
  if (field === 'country') return [{ any: [term, { field: 'from', value }], not: false }];
  if (field !== 'by' || archive.records.person(value)) return [filter(field, value)];
  return [filter('by', value), filter(archive.records.organization(value) ? 'org' : 'group', value)];
}

/** Where nothing narrows a comparison, what the sides both speak of stands first in each. */
function putCommonFirst(sides: { found: Found<Hit<Contribution>> }[]): void {
  const topics = sides.map(({ found }) => new Set(found.hits.flatMap(({ record }) => record.topics)));
  for (const [place, side] of sides.entries()) {
    const others = topics.filter((_, other) => other !== place);
    const shared = ({ record }: Hit<Contribution>): number =>
      record.topics.filter((topic) => others.some((one) => one.has(topic))).length;
    side.found = {
      ...side.found,
      hits: [...side.found.hits].sort((one, other) => shared(other) - shared(one)),
    };
  }
}

/** @param search looks for what was said, as a question without sides would */
export async function findComparison(
  query: Query,
  archive: Archive,
  search: (query: Query) => Promise<Found<Hit<Contribution>>>,
): Promise<Comparison | undefined> {
  const compared = comparedIn(query);
  if (compared === undefined) return undefined;
  const { want: _, ...plain } = query;
  const others = query.filters.filter((one) => one !== compared);
  const sides: { term: Term; query: Query; found: Found<Hit<Contribution>> }[] = [];
  for (const term of compared.any) {
    let side: (typeof sides)[number] | undefined;
    for (const condition of conditionsFor(term, archive)) {
      const own: Query = { ...plain, page: 1, filters: [condition, ...others] };
      // Of countries, what can be set beside each other is mostly told in figures.
      const looked: Query = term.field === 'country' ? { ...own, want: 'figure' } : own;
      side = { term, query: own, found: await search(looked) };
      if (side.found.total > 0) break;
    }
    if (side) sides.push(side);
  }
  if (query.words.length === 0) putCommonFirst(sides);
  const byFacts =
    others.length + query.words.length + query.phrases.length === 0 &&
    compared.any.every(({ field }) => field === 'session');
  const near = sides.some(({ found }) => found.total > 0) ? NOTHING_NEAR : await lookNear(query, archive);
  return { sides, byFacts, near };
}

function sideItems({ term, found }: Side, byFacts: boolean, name: string, context: Context): Item[] {
  const session = byFacts ? context.records.session(term.value) : undefined;
  if (session) {
    const { facts } = sessionFacts(session, context);
    return [sessionItem(session, context, { facts, group: name })];
  }
  return found.hits
    .slice(0, SHOWN)
    .map(({ record, relation, reasons }) =>
      contributionItem(record, context, { terms: found.terms, relation, reasons, group: name }),
    );
}

/** The sides one after the other, each under its name; `nothing` where nothing is recorded of any. */
export function composeComparison(
  query: Query,
  { sides, byFacts, near }: Comparison,
  context: Context,
): Answer {
  const named = sides.map((side) => ({ side, name: termName(side.term, context) || side.term.value }));
  const unknown = sides[0]?.found.unknown ?? [];
  if (!byFacts && sides.every(({ found }) => found.total === 0))
    return composeNothing(
      query,
      insteadOf(query, near, context),
      unknown,
      context,
      context.says.nothing.contributions,
    );
  const counts = named.map(({ side, name }) =>
    side.found.total === 0
      ? context.says.compared.none(name)
      : context.says.compared.side(name, side.found.total),
  );
  const compared = comparedIn(query);
  const rest = { ...query, filters: query.filters.filter((one) => one !== compared) };
  const isWhole = sides.every(({ found }) => found.total > 0 && found.total <= SHOWN);
  const items = named.flatMap(({ side, name }) =>
    sideItems(side, byFacts, context.says.compared.heading(name), context),
  );
  return compose(query, context, {
    outcome: 'found',
    title: context.says.compared.title(
      named.map(({ name }) => name),
      byFacts ? [] : toldConditions(rest, new Set(query.words), context),
    ),
    lead: byFacts || isWhole ? '' : counts.join(' '),
    understood: reading(query, unknown, context).whole,
    items,
    // Where each side is shown whole, there is nothing to count.
    table: byFacts
      ? factsTable(items, context)
      : isWhole
        ? undefined
        : sidesTable(
            named.map(({ side, name }) => ({
              name: context.says.compared.heading(name),
              found: side.found,
            })),
            context,
          ),
    choices: [
      ...named.flatMap(({ side, name }): Choice[] =>
        side.found.total <= SHOWN
          ? []
          : [
              {
                label: context.says.compared.all(name, side.found.total),
                line: format(side.query),
                kind: 'refine',
              },
            ],
      ),
    ],
  });
}
