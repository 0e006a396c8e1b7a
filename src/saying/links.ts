/** How sessions and what was said in them are linked to a goal or an action line. */
import type { Records } from '../archive/archive.ts';
import type { Link, Linked } from '../knowledge/model.ts';

/** What may be linked: a session to both, a contribution to goals alone. */
interface Linkable {
  readonly sdgs: readonly Linked<number>[];
  readonly actionLines?: readonly Linked<string>[];
}

/** A goal by its number, or an action line by its id. */
export interface LinkedTo {
  readonly field: string;
  readonly value: string | number;
}

/** The links to one goal (`sdg`) or action line (`line`); none for any other field. */
export function linksTo(
  { sdgs, actionLines = [] }: Linkable,
  { field, value }: LinkedTo,
): readonly Linked<string | number>[] {
  const all: readonly Linked<string | number>[] =
    field === 'sdg' ? sdgs : field === 'line' ? actionLines : [];
  return all.filter(({ id }) => String(id) === String(value));
}

/** How an event and its parts are linked to a goal: as named where any of them names it; `count` of what was said there is, too. */
export function linkToGoal(
  event: string,
  goal: number,
  records: Pick<Records, 'session' | 'parts' | 'contributionsIn'>,
): { readonly link?: Link; readonly count: number } {
  const to: LinkedTo = { field: 'sdg', value: goal };
  const links = new Set<Link>();
  const add = (found: readonly Linked<string | number>[]): void => {
    for (const { link } of found) links.add(link);
  };
  const pending = [event];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const session = records.session(id);
    if (session) add(linksTo(session, to));
    pending.push(...records.parts(id).map((part) => part.id));
  }
  let count = 0;
  for (const said of records.contributionsIn(event)) {
    const found = linksTo(said, to);
    add(found);
    if (found.length > 0) count++;
  }
  const link = links.has('named') ? 'named' : links.has('related') ? 'related' : undefined;
  return { count, ...(link === undefined ? {} : { link }) };
}
