/** The page of a person: what they were at each event, and all that is on record of them. */
import type { Entry, EntryFact, Section } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Contribution, Person } from '../knowledge/model.ts';
import { roleOf } from '../saying/names.ts';
import { personRef, sessionRef, topicRef } from '../saying/refs.ts';
import { attendanceOf } from './attendance.ts';
import { claimOf, countedValues, standing } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/** Everything of one person; who has no remark on record has a note that says so. Neighbours by family name. */
export function personEntry(person: Person, view: View): Entry {
  const { records, relations } = view;
  const { heading, note } = view.says.pages;
  const appearances = records.appearancesOf(person.id);
  const said = records.contributionsBy(person.id);
  const about = relations.about.get(person.id) ?? NONE;
  const topics = countedValues(
    said,
    (one) => one.topics,
    (id) => refValue(topicRef(id, view), NONE, view),
  );
  const facts: EntryFact[] = [];
  const names = [person.honorific ? `${person.honorific} ${person.name}` : undefined, ...person.aliases];
  const also = names.flatMap((name) => (name === undefined ? [] : [textValue(name, NONE, view)]));
  if (also.length > 0) facts.push({ label: view.says.fact.aliases, values: also });
  facts.push({
    label: view.says.fact.contributions,
    values: [textValue(view.says.pages.remarks(said.length), NONE, view)],
  });
  const sections: Section[] = [];
  if (appearances.length > 0) {
    sections.push({
      kind: 'attendance',
      id: 'appearances',
      heading: heading.appearances,
      note: '',
      about: 'person',
      rows: appearances.map((one) => attendanceOf(one, view)),
    });
  }
  if (said.length === 0) {
    sections.push({ kind: 'values', id: 'said', heading: heading.said, note: note.silent, values: [] });
  } else {
    sections.push({
      kind: 'claims',
      id: 'said',
      heading: view.says.pages.counted(heading.said, said.length),
      note: '',
      groups: byEvent(standing(said), view).map(([event, all]) => ({
        ref: sessionRef(event, view),
        claims: all.map((one) => claimOf(one, view, { omit: 'where', by: person.id })),
      })),
    });
  }
  if (topics.length > 0)
    sections.push({ kind: 'values', id: 'topics', heading: heading.spokeAbout, note: '', values: topics });
  if (about.length > 0) {
    sections.push({
      kind: 'claims',
      id: 'about',
      heading: heading.aboutThem,
      note: '',
      groups: [{ claims: about.map((one) => claimOf(one, view)) }],
    });
  }
  const main = appearances.find(({ role }) => role !== undefined) ?? appearances[0];
  return finish(
    {
      ref: personRef(person.id, view),
      kind: view.says.pages.kind.person,
      title: person.name,
      subtitle: main === undefined ? '' : roleOf(main, view),
      lead: textValue('', NONE, view),
      within: [],
      facts,
      sections,
      line: lineOf.speaker(person.id),
      ...neighbours(
        person.id,
        relations.people.map(({ id }) => id),
        (id) => personRef(id, view),
      ),
    },
    view,
  );
}

function byEvent(contributions: readonly Contribution[], { records }: View): [string, Contribution[]][] {
  const events = new Map<string, Contribution[]>();
  for (const one of contributions) {
    const event = records.root(one.session)?.id ?? one.session;
    events.set(event, [...(events.get(event) ?? []), one]);
  }
  return [...events];
}
