/** Lists of all entries of a kind, in the order in which one would look for them. */
import { archiveWords } from '../answer/archive-words.ts';
import type { Listing, ListingRow, Ref } from '../answer/entry.ts';
import { words } from '../answer/words.ts';
import { formatDate, sessionDate } from '../commands/dates.ts';
import { roleOf, seriesName } from '../commands/names.ts';
import type { Contribution, Topic } from '../knowledge/model.ts';
import { linkToGoal } from './charts.ts';
import {
  actionLineRef,
  goalRef,
  groupRef,
  NONE,
  organizationRef,
  personRef,
  sessionRef,
  sourceRef,
  topicRef,
} from './refs.ts';
import { familyName, type View } from './view.ts';

export type ListKind =
  | 'session'
  | 'person'
  | 'organization'
  | 'topic'
  | 'group'
  | 'goal'
  | 'action-line'
  | 'source';

export function listOf(kind: ListKind, view: View): Listing {
  const sections = LISTS[kind](view).map((section, place) => ({ id: `s${place + 1}`, ...section }));
  return { sections, total: sections.reduce((sum, { rows }) => sum + rows.length, 0) };
}

type Sections = { readonly heading: string; readonly rows: readonly ListingRow[] }[];

const LISTS: Readonly<Record<ListKind, (view: View) => Sections>> = {
  session: sessions,
  person: people,
  organization: organizations,
  topic: (view) => [
    {
      heading: '',
      rows: tree(view.knowledge.topics, view, topicRef, ({ id }) =>
        counted((view.relations.byTopic.get(id) ?? NONE).length, archiveWords.entries),
      ),
    },
  ],
  group: (view) => [
    {
      heading: '',
      rows: tree(view.knowledge.groups, view, groupRef, ({ id }) =>
        counted((view.relations.byAddressee.get(id) ?? NONE).length, archiveWords.recommendations),
      ),
    },
  ],
  goal: goals,
  'action-line': actionLines,
  source: sources,
};

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
function sessions(view: View): Sections {
  const { records, relations, locale } = view;
  const years = new Map<string, ListingRow[]>();
  for (const root of relations.roots) {
    const year = root.date?.on.slice(0, 4) ?? archiveWords.undated;
    const people = new Set(records.appearancesIn(root.id).map(({ person }) => person)).size;
    const rows = years.get(year) ?? [];
    years.set(year, rows);
    rows.push(
      row(
        sessionRef(root.id, view),
        [root.date === undefined ? '' : sessionDate(root, locale), root.kind, seriesName(root)],
        [
          ...counted(records.parts(root.id).length, archiveWords.parts),
          ...counted(people, archiveWords.people),
          ...counted(records.contributionsIn(root.id).length, archiveWords.entries),
        ],
      ),
    );
  }
  return [...years].map(([heading, rows]) => ({ heading, rows }));
}

/** By the first letter of the family name. */
function people(view: View): Sections {
  const { records } = view;
  const letters = new Map<string, ListingRow[]>();
  for (const person of view.relations.people) {
    const letter = familyName(person).normalize('NFD').charAt(0).toUpperCase();
    const appearances = records.appearancesOf(person.id);
    const main = appearances.find(({ role }) => role !== undefined) ?? appearances[0];
    const events = new Set(appearances.map(({ session }) => records.root(session)?.id)).size;
    const rows = letters.get(letter) ?? [];
    letters.set(letter, rows);
    rows.push(
      row(
        personRef(person.id, view),
        [main === undefined ? '' : roleOf(main, view)],
        [
          ...(events > 1 ? [archiveWords.events(events)] : []),
          archiveWords.remarks(records.contributionsBy(person.id).length),
        ],
      ),
    );
  }
  return [...letters].map(([heading, rows]) => ({ heading, rows }));
}

/** By the group of society that they belong to. */
function organizations(view: View): Sections {
  const { records, relations, knowledge } = view;
  const kinds = new Map<string, ListingRow[]>();
  for (const one of [...knowledge.organizations].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const kind = records.group(one.kind)?.name ?? archiveWords.others;
    const members = new Set((relations.appearancesFor.get(one.id) ?? NONE).map(({ person }) => person)).size;
    const rows = kinds.get(kind) ?? [];
    kinds.set(kind, rows);
    rows.push(
      row(
        organizationRef(one.id, view),
        [
          records.country(one.country ?? '')?.name ?? '',
          one.parent === undefined
            ? ''
            : `${words.fact.parent} ${organizationRef(one.parent, view, true).label}`,
        ],
        counted(members, archiveWords.people),
      ),
    );
  }
  return [...kinds]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([heading, rows]) => ({ heading, rows }));
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

function goals(view: View): Sections {
  const { relations } = view;
  return [
    {
      heading: '',
      rows: view.knowledge.goals.map(({ id }) => {
        const links = relations.roots.map((root) => linkToGoal(root.id, id, view).link);
        const said: readonly Contribution[] = relations.byGoal.get(id) ?? NONE;
        return row(
          goalRef(id, view),
          [],
          [
            ...counted(links.filter((link) => link === 'named').length, archiveWords.named),
            ...counted(links.filter((link) => link === 'related').length, archiveWords.related),
            ...counted(said.length, archiveWords.entries),
          ],
        );
      }),
    },
  ];
}

function actionLines(view: View): Sections {
  const { sessions: all, actionLines: lines } = view.knowledge;
  return [
    {
      heading: '',
      rows: lines.map(({ id, parent }) => {
        const linked = (link: string) =>
          all.filter(({ actionLines: own }) => own.some((one) => one.id === id && one.link === link)).length;
        return row(
          actionLineRef(id, view),
          [],
          [
            ...counted(linked('named'), archiveWords.named),
            ...counted(linked('related'), archiveWords.related),
          ],
          parent === undefined ? 0 : 1,
        );
      }),
    },
  ];
}

function sources(view: View): Sections {
  const citing = new Map<string, number>();
  for (const { evidence } of view.knowledge.contributions) {
    for (const id of new Set(evidence.map(({ source }) => source))) citing.set(id, (citing.get(id) ?? 0) + 1);
  }
  return [
    {
      heading: '',
      rows: view.knowledge.sources.map(({ id, kind, publisher, date, places }) =>
        row(
          sourceRef(id, view),
          [
            kind,
            publisher === words.notStated ? '' : publisher,
            date === undefined ? archiveWords.undated : formatDate(date, view.locale),
          ],
          [archiveWords.places(places.length), ...counted(citing.get(id) ?? 0, archiveWords.entries)],
        ),
      ),
    },
  ];
}
