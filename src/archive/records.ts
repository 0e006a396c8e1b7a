/** Look-up by id, and the relations that follow from the records: parts, roots, affiliations, broader terms. */
import type { Appearance, Contribution, Group, Knowledge, Session } from '../knowledge/model.ts';
import { type Days, daysBetween } from '../knowledge/partial-date.ts';
import type { Records } from './archive.ts';

function byId<Id, Record extends { readonly id: Id }>(records: readonly Record[]): Map<Id, Record> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupBy<Value>(
  values: readonly Value[],
  keysOf: (value: Value) => Iterable<string>,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
}

/** The days of the event that a session belongs to; undefined where no date is stated. */
export function spanOf(records: Pick<Records, 'session'>, session: string): Days | undefined {
  for (let one = records.session(session); one; ) {
    if (one.date) return daysBetween(one.date.on, one.date.until ?? one.date.on);
    one = one.parent === undefined ? undefined : records.session(one.parent);
  }
  return undefined;
}

const NONE: readonly never[] = [];

/** Builds the look-ups; linear in the size of the knowledge. */
export function createRecords(knowledge: Knowledge): Records {
  const sessions = byId(knowledge.sessions);
  const people = byId(knowledge.people);
  const organizations = byId(knowledge.organizations);
  const contributions = byId(knowledge.contributions);
  const topics = byId(knowledge.topics);
  const groups = byId(knowledge.groups);
  const goals = byId(knowledge.goals);
  const actionLines = byId(knowledge.actionLines);
  const countries = byId(knowledge.countries);
  const sources = byId(knowledge.sources);

  /** The session and the sessions it is a part of, innermost first. */
  const lineage = (id: string): string[] => {
    const ids: string[] = [];
    for (let session = sessions.get(id); session && !ids.includes(session.id); ) {
      ids.push(session.id);
      session = session.parent === undefined ? undefined : sessions.get(session.parent);
    }
    return ids;
  };
  const root = (id: string): Session | undefined => sessions.get(lineage(id).at(-1) ?? '');
  const parts = groupBy(knowledge.sessions, (session) =>
    session.parent === undefined ? [] : [session.parent],
  );
  const contributionsIn = groupBy<Contribution>(knowledge.contributions, ({ session }) => lineage(session));
  const appearancesIn = groupBy<Appearance>(knowledge.appearances, ({ session }) => lineage(session));
  const appearancesOf = groupBy<Appearance>(knowledge.appearances, ({ person }) => [person]);
  const contributionsBy = groupBy<Contribution>(knowledge.contributions, ({ makers }) =>
    makers.flatMap((maker) => (maker.kind === 'unnamed' ? [] : [maker.id])),
  );
  const narrower = groupBy<Group>(knowledge.groups, ({ broader }) =>
    broader === undefined ? [] : [broader],
  );
  /** By source, the events that stand in it; made when first asked for. */
  let eventsIn: Map<string, Session[]> | undefined;
  const above = (id: string): string | undefined =>
    organizations.get(id)?.parent ??
    topics.get(id)?.broader ??
    groups.get(id)?.broader ??
    sessions.get(id)?.parent ??
    actionLines.get(id)?.parent;

  return {
    session: (id) => sessions.get(id),
    person: (id) => people.get(id),
    organization: (id) => organizations.get(id),
    contribution: (id) => contributions.get(id),
    topic: (id) => topics.get(id),
    group: (id) => groups.get(id),
    goal: (id) => goals.get(id),
    actionLine: (id) => actionLines.get(id),
    country: (id) => countries.get(id),
    source: (id) => sources.get(id),
    root,
    parts: (id) => parts.get(id) ?? NONE,
    contributionsIn: (id) => contributionsIn.get(id) ?? NONE,
    appearancesIn: (id) => appearancesIn.get(id) ?? NONE,
    appearancesOf: (id) => appearancesOf.get(id) ?? NONE,
    contributionsBy: (id) => contributionsBy.get(id) ?? NONE,
    eventIn(source) {
      eventsIn ??= groupBy(
        knowledge.sessions.filter(({ parent }) => parent === undefined),
        ({ evidence }) => new Set(evidence.map((one) => one.source)),
      );
      const events = eventsIn.get(source) ?? NONE;
      return events.length === 1 ? events[0] : undefined;
    },
    affiliation(person, session) {
      const event = root(session)?.id;
      const here = (appearancesOf.get(person) ?? NONE).filter((one) => root(one.session)?.id === event);
      return (
        here.find((one) => one.organization !== undefined) ??
        here.find((one) => one.role !== undefined) ??
        here[0]
      );
    },
    narrowerGroups(group) {
      const found: string[] = [];
      for (let at = [group]; at.length > 0; ) {
        at = at
          .flatMap((one) => (narrower.get(one) ?? NONE).map(({ id }) => id))
          .filter((id) => !found.includes(id));
        found.push(...at);
      }
      return found;
    },
    isWithin(id, ancestor) {
      const seen = new Set<string>();
      for (let one: string | undefined = id; one !== undefined && !seen.has(one); one = above(one)) {
        if (one === ancestor) return true;
        seen.add(one);
      }
      return false;
    },
  };
}
