/** Somebody at some session, as a row of a table. */
import type { Attendance } from '../answer/entry.ts';
import { cite } from '../commands/cite.ts';
import { sessionDate } from '../commands/dates.ts';
import type { Appearance } from '../knowledge/model.ts';
import { organizationRef, partName, personRef, sessionRef } from './refs.ts';
import type { View } from './view.ts';

export function attendanceOf(appearance: Appearance, view: View): Attendance {
  const { person, session, role, unit, organization, country, note, evidence } = appearance;
  const { records } = view;
  const where = records.country(country ?? '')?.name;
  return {
    person: personRef(person, view),
    session: sessionRef(session, view),
    date: sessionDate(records.root(session), view.locale),
    part: partName(appearance),
    office: [role, unit, where].filter((part) => part !== undefined).join(', '),
    ...(organization === undefined ? {} : { organization: organizationRef(organization, view) }),
    note: note ?? '',
    evidence: cite(evidence, view),
  };
}
