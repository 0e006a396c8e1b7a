/** References to entries by their names. */
import type { Ref } from '../answer/entry.ts';
import type { Appearance, Contribution, Session } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { fullName, shortName } from './names.ts';

/** Most letters of a text that stands for a contribution as a link. */
const NAME = 90;

/** A session by its title. Like all of these, an id that nothing has is its own label. */
export function sessionRef(id: string, { records }: Context): Ref {
  return { kind: 'session', id, label: records.session(id)?.title ?? id };
}

/** A person by the name that the sources print, without honorific. */
export function personRef(id: string, { records }: Context): Ref {
  return { kind: 'person', id, label: records.person(id)?.name ?? id };
}

/** `short`: the abbreviation where there is one. */
export function organizationRef(id: string, { records }: Context, short = false): Ref {
  const organization = records.organization(id);
  if (organization === undefined) return { kind: 'organization', id, label: id };
  return { kind: 'organization', id, label: short ? shortName(organization) : fullName(organization) };
}

/** A topic by its preferred term. */
export function topicRef(id: string, { records }: Context): Ref {
  return { kind: 'topic', id, label: records.topic(id)?.name ?? id };
}

/** A group of society by its name. */
export function groupRef(id: string, { records }: Context): Ref {
  return { kind: 'group', id, label: records.group(id)?.name ?? id };
}

/** "SDG 8: Decent work and economic growth". */
export function goalRef(id: number, { records, says }: Context): Ref {
  const name = records.goal(id)?.short.en;
  return {
    kind: 'goal',
    id: String(id),
    label: name === undefined ? says.goal.numbered(id) : says.goal.titled(id, name),
  };
}

/** "C7: ICT applications". */
export function actionLineRef(id: string, { records }: Context): Ref {
  const line = records.actionLine(id);
  return { kind: 'action-line', id, label: line === undefined ? id : `${line.code}: ${line.title}` };
}

/** A country by its English name; the id is its code of ISO 3166-1. */
export function countryRef(id: string, { records }: Context): Ref {
  return { kind: 'country', id, label: records.country(id)?.name ?? id };
}

/** A document by its full title. */
export function sourceRef(id: string, { records }: Context): Ref {
  return { kind: 'source', id, label: records.source(id)?.title ?? id };
}

/** A contribution by its title, else by how it begins. */
export function contributionRef({ id, title, text }: Contribution): Ref {
  const name = title ?? text;
  const label = name.length <= NAME ? name : `${name.slice(0, NAME).replace(/\s+\S*$/u, '')} …`;
  return { kind: 'contribution', id, label };
}

/** The part that somebody played, in words: "panellist". */
export function partName({ part }: Pick<Appearance, 'part'>, context: Context): string {
  return context.says.part[part] ?? part;
}

/** The sessions that a session is a part of, from the outermost. */
export function ancestry(session: Session, context: Context): Ref[] {
  const refs: Ref[] = [];
  const seen = new Set([session.id]);
  for (let parent = session.parent; parent !== undefined && !seen.has(parent); ) {
    seen.add(parent);
    refs.unshift(sessionRef(parent, context));
    parent = context.records.session(parent)?.parent;
  }
  return refs;
}
