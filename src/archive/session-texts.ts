/** The texts of a session: the names that people call it by, and what it was about. */
import type { Session } from '../knowledge/model.ts';
import type { Records } from './archive.ts';

/** What people call any event. */
const ANY_EVENT = ['event', 'session', 'meeting'];

/** Every word by which people refer to a session: its titles, series, number, kind, organizers, year, people's words for its topics. */
export function identityOf(session: Session, records: Records): string[] {
  const names: (string | undefined)[] = [
    session.title,
    ...session.aliases,
    session.kind,
    ...ANY_EVENT,
    session.series?.name,
    session.series?.number,
  ];
  for (const part of records.parts(session.id))
    names.push(part.title, ...records.parts(part.id).map((one) => one.title));
  for (const { organization } of [...session.organizers, ...session.supporters, ...session.funders]) {
    const record = records.organization(organization);
    names.push(record?.name, record?.abbreviation);
  }
  for (const { id } of session.topics) {
    const topic = records.topic(id);
    names.push(topic?.name, ...(topic?.synonyms ?? []));
  }
  for (const { source } of session.evidence) {
    const record = records.source(source);
    names.push(record?.short, record?.kind);
  }
  names.push(...session.languages.flatMap(({ name, note }) => [name, note]));
  names.push(session.date?.on.slice(0, 4), session.track, session.room, session.place?.name);
  return names.filter((name) => name !== undefined);
}

/** All parts of a session, at any depth. */
function partsBelow(session: Session, records: Records): Session[] {
  return records.parts(session.id).flatMap((part) => [part, ...partsBelow(part, records)]);
}

/** What was written and said there, with its parts, and who appeared, by the fields of an index. */
export function contentOf(root: Session, records: Records): Record<'own' | 'said' | 'people', string[]> {
  const below = partsBelow(root, records);
  const own = [
    root.summary,
    root.abstract,
    ...below.flatMap(({ summary, abstract }) => [summary, abstract]),
    ...root.materials.map((material) => material.title),
    root.attendance && `${root.attendance.qualifier ?? ''} ${root.attendance.value} participants`,
  ];
  return {
    own: own.filter((one) => one !== undefined),
    said: records.contributionsIn(root.id).flatMap((one) => [one.title ?? '', one.text, ...one.keywords]),
    people: records
      .appearancesIn(root.id)
      .map((one) =>
        [one.role ?? '', one.unit ?? '', records.organization(one.organization ?? '')?.name ?? ''].join(' '),
      ),
  };
}
