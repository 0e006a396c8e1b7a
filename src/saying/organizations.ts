/** Lists of organizations, each with what it did at which event. */
import type { Item } from '../answer/answer.ts';
import type { Found, OrganizationHit } from '../archive/archive.ts';
import { cite } from './cite.ts';
import type { Context } from './context.ts';
import { sessionDate } from './dates.ts';
import { fullName } from './names.ts';
import { itemOf } from './present.ts';

const CITED = 4;

/** "Towards a brighter future: supporter, took part (Patrick Tay)". */
function partFact({ session, roles, appearances }: OrganizationHit['parts'][number], context: Context) {
  const { records } = context;
  const event = records.session(session);
  const people = [...new Set(appearances.map(({ person }) => records.person(person)?.name ?? person))];
  const date = event?.date === undefined ? '' : sessionDate(event, context);
  const did = roles.map((role) =>
    role === 'represented' && people.length > 0
      ? context.says.tookPart(people)
      : context.says.organizationRole[role],
  );
  return { label: context.says.eventOn(event?.title ?? session, date), value: context.says.did(did) };
}

/** One item for each organization found, with what it did event by event; those that are only mentioned under a heading. */
export function organizationItems(found: Found<OrganizationHit>, context: Context): Item[] {
  return found.hits.map(({ record, relation, parts, mentions }) =>
    itemOf('organization', record.id, fullName(record), {
      group: relation === 'related' ? context.says.mentionedGroup : '',
      context: context.records.country(record.country ?? '')?.name ?? '',
      facts: parts.map((part) => partFact(part, context)),
      relation,
      evidence: cite(
        [...parts, ...mentions].flatMap(({ evidence }) => evidence),
        context,
      ).slice(0, CITED),
    }),
  );
}
