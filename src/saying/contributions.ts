/** What the commands that list contributions share: silent people, and narrowing by what the results have in common. */
import type { Answer, Choice } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Found } from '../archive/archive.ts';
import type { Person } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { filter, type Query, valuesOf } from '../reading/query.ts';
import { compose, reading } from './compose.ts';
import type { Context } from './context.ts';
import { termName } from './describe.ts';
import { personItem } from './present-person.ts';

/** The one person asked about, where the documents record no remark of theirs. */
export function silentPerson(query: Query, { records }: Context): Person | undefined {
  const makers = valuesOf(query, 'by');
  const person = makers.length === 1 ? records.person(makers[0] ?? '') : undefined;
  return person && records.contributionsBy(person.id).length === 0 ? person : undefined;
}

/** "The documents record no remark by …", with where the person appeared. */
export function unstatedRemark(
  query: Query,
  person: Person,
  context: Context,
  sentence: (who: string) => string,
): Answer {
  const appearances = context.records.appearancesOf(person.id);
  return compose(query, context, {
    outcome: 'unstated',
    title: sentence(person.name),
    understood: reading(query, query.words, context).whole,
    items: [personItem(person, appearances, context)],
    choices: [{ label: person.name, line: lineOf.speaker(person.id), kind: 'suggest' }],
  });
}

/** Buttons that narrow a list by a field of which its results differ; the most telling ones first. */
export function facetChoices(
  query: Query,
  found: Found<unknown>,
  context: Context,
  fields: readonly string[],
): Choice[] {
  if (found.direct < 4) return [];
  const used = new Set(
    query.filters.flatMap(({ any }) => any.map(({ field, value }) => `${field}:${value}`)),
  );
  const asked = new Set(query.filters.flatMap(({ any }) => any.map(({ field }) => field as string)));
  const choices: Choice[] = [];
  for (const field of fields) {
    if (asked.has(field)) continue;
    const best = found.facets.find(
      (facet) =>
        facet.field === field &&
        facet.count >= 2 &&
        facet.count <= found.direct * 0.6 &&
        !used.has(`${facet.field}:${facet.value}`) &&
        (field !== 'by' || context.records.person(facet.value) !== undefined),
    );
    if (!best) continue;
    const one = filter(field as 'topic', best.value);
    const name = termName({ field: field as 'topic', value: best.value }, context);
    if (name === '') continue;
    choices.push({
      label: context.says.choice[field === 'to' ? 'onlyTo' : 'only'](name, best.count),
      line: format({ ...query, page: 1, filters: [...query.filters, one] }),
      kind: 'refine',
    });
  }
  return choices.slice(0, 3);
}
