/** All that the archive can be asked about by name: its topics, goals, action lines and countries. */
import type { Answer } from '../answer/answer.ts';
import { goalId, lineOf } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { isUnrestricted, type Query, type Want } from '../reading/query.ts';
import { compose, pageOf, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { itemOf, plain } from '../saying/present.ts';

/** A page of names is read at a glance. */
const SIZE = 10;

type TermField = 'topic' | 'sdg' | 'line' | 'country';

const FIELDS: ReadonlyMap<Want | undefined, TermField> = new Map([
  ['topics', 'topic'],
  ['goals', 'sdg'],
  ['lines', 'line'],
  ['countries', 'country'],
]);

interface Term {
  readonly value: string;
  readonly name: string;
  /** How many entries are on it. */
  readonly entries: number;
}

export interface Terms {
  readonly field: TermField;
  readonly total: number;
  /** Those of one page. */
  readonly terms: readonly Term[];
}

const pageFrom = ({ page }: Query, total: number): number =>
  (Math.min(page, Math.max(1, Math.ceil(total / SIZE))) - 1) * SIZE;

/** All terms of the kind that is asked for, where nothing narrows the question; undefined for every other question. */
export function allTerms(query: Query, archive: Archive): Promise<Terms> | undefined {
  const field = FIELDS.get(query.want);
  return field === undefined || !isUnrestricted(query) ? undefined : findTerms(field, query, archive);
}

async function findTerms(field: TermField, query: Query, archive: Archive): Promise<Terms> {
  const { contributions } = await archive.everything();
  const counts = new Map<string, number>();
  if (field === 'topic')
    for (const topic of contributions.flatMap(({ topics }) => topics))
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const known = new Map(
    archive.vocabulary.entries
      .filter((entry) => entry.field === field && archive.isUsed(field, entry.value))
      .map(({ value, name }) => [value, { value, name, entries: counts.get(value) ?? 0 }] as const),
  );
  const all = [...known.values()].sort((one, other) =>
    field === 'topic'
      ? other.entries - one.entries || compare(one.name, other.name)
      : field === 'country'
        ? compare(one.name, other.name)
        : compare(one.value, other.value),
  );
  const from = pageFrom(query, all.length);
  return { field, total: all.length, terms: all.slice(from, from + SIZE) };
}

const compare = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

/** Where a term leads: a country to its events, all else to what is known of it. */
function lineFor(field: TermField, value: string): string {
  if (field === 'country') return lineOf.sessions({ country: value });
  return lineOf.open(field === 'sdg' ? goalId(value) : value);
}

export function composeTerms(query: Query, { field, total, terms }: Terms, context: Context): Answer {
  return compose(query, context, {
    outcome: total === 0 ? 'nothing' : 'found',
    title: context.says.found.allTerms[field](total),
    understood: reading(query, [], context).whole,
    items: terms.map(({ value, name, entries }) =>
      itemOf(
        field === 'sdg' ? 'goal' : 'topic',
        field === 'country' ? '' : field === 'sdg' ? goalId(value) : value,
        field === 'sdg' ? context.says.goal.titled(value, name) : name,
        {
          text: plain(entries === 0 ? '' : context.says.pages.entries(entries)),
          line: lineFor(field, value),
        },
      ),
    ),
    ...(total === 0 ? { choices: context.examples } : { page: pageOf(query, total, SIZE) }),
  });
}
