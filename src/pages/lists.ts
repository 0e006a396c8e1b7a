/** Lists of all entries of a kind, in the order in which one would look for them. */

import type { Listing, ListingRow, Ref } from '../answer/entry.ts';
import type { Contribution, Topic } from '../knowledge/model.ts';
import { formatDate, sessionDate } from '../saying/dates.ts';
import { linksTo, linkToGoal } from '../saying/links.ts';
import { publisherOf, roleOf, seriesName } from '../saying/names.ts';
import {
  actionLineRef,
  countryRef,
  goalRef,
  groupRef,
  organizationRef,
  personRef,
  sessionRef,
  sourceRef,
  topicRef,
} from '../saying/refs.ts';
import { NONE } from './values.ts';
import { familyName, type View } from './view.ts';

/** Kinds of entries that have a list; what was said has none. */
export type ListKind =
  | 'session'
  | 'person'
  | 'organization'
  | 'topic'
  | 'group'
  | 'goal'
  | 'action-line'
  | 'country'
  | 'source';

/** Rows on a page of a list that grows with the archive. */
const PAGE_SIZE = 100;

/** A section before its rows are drawn up: only those of one page are. */
interface ListSection {
  readonly heading: string;
  readonly rows: readonly (() => ListingRow)[];
}

interface List {
  sections(view: View): readonly ListSection[];
  /** Vocabulary is read whole; what an archive collects comes in pages. */
  readonly paged: boolean;
}

/** One page of all entries of a kind; a page past the end becomes the last one. `asked`: from 1. */
export function listOf(kind: ListKind, asked: number, view: View): Listing {
  const { sections: sectionsOf, paged } = LISTS[kind];
  const all = sectionsOf(view);
  const total = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const size = paged ? PAGE_SIZE : Math.max(1, total);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), pages);
  const first = (page - 1) * size;
  const sections: Listing['sections'][number][] = [];
  const contents: Listing['contents'][number][] = [];
  let start = 0;
  for (const [place, { heading, rows }] of all.entries()) {
    const id = `s${place + 1}`;
    contents.push({ id, heading, count: rows.length, page: Math.floor(start / size) + 1 });
    const here = rows.slice(Math.max(0, first - start), Math.max(0, first + size - start));
    if (here.length > 0) sections.push({ id, heading, rows: here.map((draw) => draw()) });
    start += rows.length;
  }
  return { sections, contents, total, page, pages };
}

const LISTS: Readonly<Record<ListKind, List>> = {
  session: { sections: sessions, paged: true },
  person: { sections: people, paged: true },
  organization: { sections: organizations, paged: true },
  topic: {
    sections: (view) =>
      whole(
        tree(view.knowledge.topics, view, topicRef, ({ id }) =>
          counted((view.relations.byTopic.get(id) ?? NONE).length, view.says.pages.entries),
        ),
      ),
    paged: false,
  },
  group: {
    sections: (view) =>
      whole(
        tree(view.knowledge.groups, view, groupRef, ({ id }) =>
          counted((view.relations.byAddressee.get(id) ?? NONE).length, view.says.pages.recommendations),
        ),
      ),
    paged: false,
  },
  goal: { sections: (view) => whole(goals(view)), paged: false },
  'action-line': { sections: (view) => whole(actionLines(view)), paged: false },
  country: { sections: (view) => whole(countries(view)), paged: false },
  source: { sections: sources, paged: true },
};

/** A list without sections. */
const whole = (rows: readonly ListingRow[]): ListSection[] => [
  { heading: '', rows: rows.map((one) => () => one) },
];

/** Sections in the order in which their first entries come. */
function inSections<One>(
  all: readonly One[],
  headingOf: (one: One) => string,
  draw: (one: One) => ListingRow,
): ListSection[] {
  const found = new Map<string, (() => ListingRow)[]>();
  for (const one of all) {
    const heading = headingOf(one);
    const rows = found.get(heading) ?? [];
    found.set(heading, rows);
    rows.push(() => draw(one));
  }
  return [...found].map(([heading, rows]) => ({ heading, rows }));
}

const row = (ref: Ref, details: readonly string[], counts: readonly string[], depth = 0): ListingRow => ({
  ref,
  details: details.filter((one) => one !== ''),
  counts,
  depth,
});

function counted(count: number, name: (count: number) => string): string[] {
  return count === 0 ? [] : [name(count)];
}

/** By year, newest first; undated ones last. */
function sessions(view: View): ListSection[] {
  const { records, relations } = view;
  return inSections(
    relations.roots,
    ({ date }) => date?.on.slice(0, 4) ?? view.says.pages.undated,
    (root) => {
      const people = new Set(records.appearancesIn(root.id).map(({ person }) => person)).size;
      return row(
        sessionRef(root.id, view),
        [root.date === undefined ? '' : sessionDate(root, view), root.kind, seriesName(root, view.says)],
        [
          ...counted(records.parts(root.id).length, view.says.pages.parts),
          ...counted(people, view.says.pages.people),
          ...counted(records.contributionsIn(root.id).length, view.says.pages.entries),
        ],
      );
    },
  );
}

/** By the first letter of the family name. */
function people(view: View): ListSection[] {
  const { records } = view;
  return inSections(
    view.relations.people,
    (person) => familyName(person).normalize('NFD').charAt(0).toUpperCase(),
    (person) => {
      const appearances = records.appearancesOf(person.id);
      const main = appearances.find(({ role }) => role !== undefined) ?? appearances[0];
      const events = new Set(appearances.map(({ session }) => records.root(session)?.id)).size;
      return row(
        personRef(person.id, view),
        [main === undefined ? '' : roleOf(main, view)],
        [
          ...(events > 1 ? [view.says.pages.events(events)] : []),
          view.says.pages.remarks(records.contributionsBy(person.id).length),
        ],
      );
    },
  );
}

/** By the group of society that they belong to. */
function organizations(view: View): ListSection[] {
  const { records, relations } = view;
  return inSections(
    relations.organizations,
    ({ kind }) => records.group(kind)?.name ?? view.says.pages.others,
    (one) => {
      const members = new Set((relations.appearancesFor.get(one.id) ?? NONE).map(({ person }) => person))
        .size;
      return row(
        organizationRef(one.id, view),
        [
          records.country(one.country ?? '')?.name ?? '',
          one.parent === undefined
            ? ''
            : view.says.pages.unitOf(organizationRef(one.parent, view, true).label),
        ],
        counted(members, view.says.pages.people),
      );
    },
  ).sort((one, other) => one.heading.localeCompare(other.heading, 'en'));
}

/** Broader terms by name, each followed by what is narrower. */
function tree(
  terms: readonly Topic[],
  view: View,
  refOf: (id: string, view: View) => Ref,
  countsOf: (term: Topic) => string[],
): ListingRow[] {
  const sorted = [...terms].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const rows: ListingRow[] = [];
  const seen = new Set<string>();
  const visit = (term: Topic, depth: number): void => {
    if (seen.has(term.id)) return;
    seen.add(term.id);
    rows.push(row(refOf(term.id, view), [], countsOf(term), depth));
    for (const narrower of sorted) if (narrower.broader === term.id) visit(narrower, depth + 1);
  };
  for (const term of sorted) if (term.broader === undefined) visit(term, 0);
  return rows;
}

function goals(view: View): ListingRow[] {
  const { relations } = view;
  return view.knowledge.goals.map(({ id }) => {
    const links = relations.roots.map((root) => linkToGoal(root.id, id, view.records).link);
    const said: readonly Contribution[] = relations.byGoal.get(id) ?? NONE;
    return row(
      goalRef(id, view),
      [],
      [
        ...counted(links.filter((link) => link === 'named').length, view.says.pages.named),
        ...counted(links.filter((link) => link === 'related').length, view.says.pages.related),
        ...counted(said.length, view.says.pages.entries),
      ],
    );
  });
}

function actionLines(view: View): ListingRow[] {
  const { sessions: all, actionLines: lines } = view.knowledge;
  return lines.map(({ id, parent }) => {
    const linked = (link: string) =>
      all.filter((one) => linksTo(one, { field: 'line', value: id }).some((own) => own.link === link)).length;
    return row(
      actionLineRef(id, view),
      [],
      [
        ...counted(linked('named'), view.says.pages.named),
        ...counted(linked('related'), view.says.pages.related),
      ],
      parent === undefined ? 0 : 1,
    );
  });
}

/** Those that the archive touches. */
function countries(view: View): ListingRow[] {
  const { relations } = view;
  return relations.countries.map(({ id }) => {
    const people = new Set((relations.appearancesFrom.get(id) ?? NONE).map(({ person }) => person)).size;
    return row(
      countryRef(id, view),
      [],
      [
        ...counted((relations.heldIn.get(id) ?? NONE).length, view.says.pages.held),
        ...counted(people, view.says.pages.people),
        ...counted((relations.basedIn.get(id) ?? NONE).length, view.says.pages.organizations),
        ...counted((relations.byCountry.get(id) ?? NONE).length, view.says.pages.entries),
      ],
    );
  });
}

function sources(view: View): ListSection[] {
  const citing = new Map<string, number>();
  for (const { evidence } of view.knowledge.contributions) {
    for (const id of new Set(evidence.map(({ source }) => source))) citing.set(id, (citing.get(id) ?? 0) + 1);
  }
  return inSections(
    view.knowledge.sources,
    () => '',
    (source) =>
      row(
        sourceRef(source.id, view),
        [
          source.kind,
          publisherOf(source),
          source.date === undefined ? view.says.pages.undated : formatDate(source.date, view.locale),
        ],
        [
          view.says.pages.places(source.places.length),
          ...counted(citing.get(source.id) ?? 0, view.says.pages.entries),
        ],
      ),
  );
}
