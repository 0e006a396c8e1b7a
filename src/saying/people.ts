/** Lists of people, each with who they are and, where words were asked for, what they said. */
import type { Item } from '../answer/answer.ts';
import type { Found, PersonHit } from '../archive/archive.ts';
import type { Person } from '../knowledge/model.ts';
import { cite } from './cite.ts';
import type { Context } from './context.ts';
import { markText, plain } from './present.ts';
import { personItem } from './present-person.ts';

/** One item for each person found: who they were, and the best of what they said as the proof where words were asked for. */
export function peopleItems(found: Found<PersonHit>, context: Context): Item[] {
  return found.hits.map(({ record, appearances, proofs, relation, reasons }) => {
    const [proof] = proofs;
    return personItem(record, appearances.slice(0, 2), context, {
      relation,
      reasons: relation === 'related' ? reasons : [],
      text: proof ? markText(proof.text, found.terms) : plain(''),
      evidence: proof ? cite(proof.evidence, context) : [],
    });
  });
}

/** So many names make a title. */
const MOST_NAMED = 4;

/** A title for several people who were asked for: their names, or how many have the same. */
export function titleOfSeveral(people: readonly Person[], { says }: Context): string {
  const [first, ...others] = people.map(({ name }) => name.split(' '));
  const shared = first?.some((word) => others.every((words) => words.includes(word))) ?? false;
  if (shared) return says.unclear.people(people.length);
  return people.length > MOST_NAMED
    ? says.found.people(people.length, [])
    : says.list(people.map(({ name }) => name));
}
