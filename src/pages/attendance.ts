/** Somebody at some session. */
import type { Attendance } from '../answer/entry.ts';
import type { Appearance } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { sessionDate } from '../saying/dates.ts';
import { organizationRef, partName, personRef, sessionRef } from '../saying/refs.ts';
import type { View } from './view.ts';

/** `page`: the session that the page is about, which goes without saying. */
export function attendanceOf(appearance: Appearance, view: View, page?: string): Attendance {
  const { person, session, role, unit, organization, country, note, evidence } = appearance;
  const { records } = view;
  const where = records.country(country ?? '')?.name;
  return {
    person: personRef(person, view),
    ...(session === page ? {} : { session: sessionRef(session, view) }),
    date: page === undefined ? sessionDate(records.root(session), view) : '',
    part: partName(appearance, view),
    office: [role, unit, where].filter((part) => part !== undefined).join(', '),
    ...(organization === undefined ? {} : { organization: organizationRef(organization, view) }),
    note: note ?? '',
    evidence: cite(evidence, view),
  };
}
