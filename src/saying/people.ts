/** Lists of people, each with who they are and, where words were asked for, what they said. */
import type { Item } from '../answer/answer.ts';
import type { Found, PersonHit } from '../archive/archive.ts';
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
