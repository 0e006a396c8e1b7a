/** References to entries by their names, and values that carry them. */
import type { Ref, Value } from '../answer/entry.ts';
import type { Appearance, Contribution, Evidence, Linked, Maker, Session } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { fullName, roleOf, shortName } from '../saying/names.ts';
import type { View } from './view.ts';

/** No entries of any kind: for look-ups that find nothing, and values without evidence. */
export const NONE: readonly never[] = [];

/** Most letters of a text that stands for a contribution as a link. */
const NAME = 90;

/** A session by its title. Like all of these, an id that nothing has is its own label. */
export function sessionRef(id: string, { records }: View): Ref {
  return { kind: 'session', id, label: records.session(id)?.title ?? id };
}

/** A person by the name that the sources print, without honorific. */
export function personRef(id: string, { records }: View): Ref {
  return { kind: 'person', id, label: records.person(id)?.name ?? id };
}

/** `short`: the abbreviation where there is one. */
export function organizationRef(id: string, { records }: View, short = false): Ref {
  const organization = records.organization(id);
  if (organization === undefined) return { kind: 'organization', id, label: id };
  return { kind: 'organization', id, label: short ? shortName(organization) : fullName(organization) };
}

/** A topic by its preferred term. */
export function topicRef(id: string, { records }: View): Ref {
  return { kind: 'topic', id, label: records.topic(id)?.name ?? id };
}

/** A group of society by its name. */
export function groupRef(id: string, { records }: View): Ref {
  return { kind: 'group', id, label: records.group(id)?.name ?? id };
}

/** "SDG 8: Decent work and economic growth". */
export function goalRef(id: number, { records, says }: View): Ref {
  const name = records.goal(id)?.short.en;
  return {
    kind: 'goal',
    id: String(id),
    label: name === undefined ? says.goal.numbered(id) : says.goal.titled(id, name),
  };
}

/** "C7: ICT applications". */
export function actionLineRef(id: string, { records }: View): Ref {
  const line = records.actionLine(id);
  return { kind: 'action-line', id, label: line === undefined ? id : `${line.code}: ${line.title}` };
}

/** A country by its English name; the id is its code of ISO 3166-1. */
export function countryRef(id: string, { records }: View): Ref {
  return { kind: 'country', id, label: records.country(id)?.name ?? id };
}

/** A document by its full title. */
export function sourceRef(id: string, { records }: View): Ref {
  return { kind: 'source', id, label: records.source(id)?.title ?? id };
}

/** A contribution by its title, else by how it begins. */
export function contributionRef({ id, title, text }: Contribution): Ref {
  const name = title ?? text;
  const label = name.length <= NAME ? name : `${name.slice(0, NAME).replace(/\s+\S*$/u, '')} …`;
  return { kind: 'contribution', id, label };
}

/** A value that is another entry. */
export function refValue(ref: Ref, evidence: readonly Evidence[], view: View, note?: string): Value {
  return {
    text: ref.label,
    ref,
    evidence: cite(evidence, view),
    ...(note === undefined || note === '' ? {} : { note }),
  };
}

/** A value without a page of its own. */
export function textValue(text: string, evidence: readonly Evidence[], view: View, note?: string): Value {
  return { text, evidence: cite(evidence, view), ...(note === undefined || note === '' ? {} : { note }) };
}

/** The values of a link, those of `link` alone. */
export function linkedValues<Id extends string | number>(
  all: readonly Linked<Id>[],
  link: Linked<Id>['link'],
  refOf: (id: Id, view: View) => Ref,
  view: View,
): Value[] {
  return all
    .filter((one) => one.link === link)
    .map((one) => refValue(refOf(one.id, view), one.evidence, view, one.note));
}

/** Who made a contribution, with what they were at that event. */
export function makerValue(maker: Maker, session: string, view: View): Value {
  switch (maker.kind) {
    case 'person': {
      const affiliation = view.records.affiliation(maker.id, session);
      const office = affiliation === undefined ? '' : roleOf(affiliation, view);
      return refValue(personRef(maker.id, view), NONE, view, office);
    }
    case 'organization':
      return refValue(organizationRef(maker.id, view), NONE, view);
    case 'session':
      return refValue(sessionRef(view.records.root(maker.id)?.id ?? maker.id, view), NONE, view);
    case 'unnamed':
      return textValue(maker.voice, NONE, view);
  }
}

/** The part that somebody played, in words: "panellist". */
export function partName({ part }: Pick<Appearance, 'part'>, view: View): string {
  return view.says.part[part] ?? part;
}

/** The sessions that a session is a part of, from the outermost. */
export function ancestry(session: Session, view: View): Ref[] {
  const refs: Ref[] = [];
  const seen = new Set([session.id]);
  for (let parent = session.parent; parent !== undefined && !seen.has(parent); ) {
    seen.add(parent);
    refs.unshift(sessionRef(parent, view));
    parent = view.records.session(parent)?.parent;
  }
  return refs;
}
