/**
 * The figures behind the archive's pictures: goals by events, who spoke where, events over time, what is addressed to
 * whom.
 */
import type { Bar, GoalMatrix, PeopleMatrix, Timeline } from '../answer/entry.ts';
import { sessionDate } from '../saying/dates.ts';
import { linkToGoal } from '../saying/links.ts';
import { goalRef, groupRef, partName, personRef, sessionRef, topicRef } from '../saying/refs.ts';
import type { View } from './view.ts';

/** More columns than this cannot be read side by side; the newest are shown. */
const COLUMNS = 20;
const ROWS = 60;
const BARS = 12;

/** Every goal by the newest 20 events, the newest first. */
export function goalMatrix(view: View): GoalMatrix {
  const events = view.relations.roots.slice(0, COLUMNS);
  return {
    events: events.map(({ id }) => sessionRef(id, view)),
    rows: view.knowledge.goals.map(({ id }) => ({
      goal: goalRef(id, view),
      cells: events.map((event) => linkToGoal(event.id, id, view.records)),
    })),
  };
}

/**
 * The first 60 people by family name who appeared anywhere, by the newest 20 events with appearances; `more` counts the
 * others.
 */
export function peopleMatrix(view: View): PeopleMatrix {
  const { records, relations } = view;
  const events = relations.roots.filter(({ id }) => records.appearancesIn(id).length > 0).slice(0, COLUMNS);
  const all = relations.people.filter(({ id }) => records.appearancesOf(id).length > 0);
  return {
    events: events.map(({ id }) => sessionRef(id, view)),
    more: Math.max(0, all.length - ROWS),
    rows: all.slice(0, ROWS).map(({ id }) => ({
      person: personRef(id, view),
      cells: events.map((event) => ({
        parts: [
          ...new Set(
            records
              .appearancesOf(id)
              .filter(({ session }) => records.root(session)?.id === event.id)
              .map((one) => partName(one, view)),
          ),
        ],
        claims: records.contributionsBy(id).filter(({ session }) => records.root(session)?.id === event.id)
          .length,
      })),
    })),
  };
}

/** All events: those with a date from the oldest, a month or year alone from its first day to its last; the others apart. */
export function timeline(view: View): Timeline {
  const { roots } = view.relations;
  return {
    dated: roots
      .flatMap((root) => {
        if (root.date === undefined) return [];
        const { on, until } = root.date;
        const ref = sessionRef(root.id, view);
        return [{ ref, date: sessionDate(root, view), from: firstDay(on), to: lastDay(until ?? on) }];
      })
      .reverse(),
    undated: roots.filter(({ date }) => date === undefined).map(({ id }) => sessionRef(id, view)),
  };
}

function firstDay(iso: string): string {
  return iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso;
}

function lastDay(iso: string): string {
  if (iso.length === 4) return `${iso}-12-31`;
  if (iso.length > 7) return iso;
  const [year = 0, month = 0] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Groups by how many recommendations are addressed to them. */
export function addressees(view: View): Bar[] {
  return topBars(
    [...view.relations.byAddressee].map(([id, all]) => ({ ref: groupRef(id, view), count: all.length })),
  );
}

/** Topics by how many recommendations are about them. */
export function recommendedTopics(view: View): Bar[] {
  return topBars(
    [...view.relations.byTopic].map(([id, all]) => ({
      ref: topicRef(id, view),
      count: all.filter(({ kind }) => kind === 'recommendation').length,
    })),
  );
}

function topBars(bars: readonly Bar[]): Bar[] {
  return bars
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.ref.label.localeCompare(other.ref.label, 'en'))
    .slice(0, BARS);
}
