/** The read-only look into the archive behind `engine.browse`. */
import type { FacetGroup } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { COMMANDS, commandNames } from '../commands/commands.ts';
import { narrowings } from '../commands/narrow.ts';
import type {
  Contribution,
  Knowledge,
  Organization,
  Person,
  Session,
  Source,
  Topic,
} from '../knowledge/model.ts';
import { LOCALES, type Locales } from '../locales/locales.ts';
import { parse } from '../reading/parse.ts';
import { type Context, contextOf } from '../saying/context.ts';
import { formatDate, sessionDate } from '../saying/dates.ts';
import { linkToGoal } from '../saying/links.ts';
import { createPages, type Pages } from './pages.ts';

/** Read-only look into the archive for pages, App Home and pickers. */
export interface Browse {
  overview(locale?: string): Promise<Overview>;
  session(id: string): Promise<Session | undefined>;
  person(id: string): Promise<Person | undefined>;
  organization(id: string): Promise<Organization | undefined>;
  contribution(id: string): Promise<Contribution | undefined>;
  topic(id: string): Promise<Topic | undefined>;
  source(id: string): Promise<Source | undefined>;
  /** What the results of a canonical line can be narrowed by; empty where it lists nothing. */
  narrow(line: string, locale?: string): Promise<readonly FacetGroup[]>;
  /** Whole pages, lists and the figures behind pictures. */
  readonly pages: Pages;
}

export interface Overview {
  readonly revision: string;
  readonly counts: Readonly<
    Record<
      | 'sessions'
      | 'parts'
      | 'people'
      | 'appearances'
      | 'organizations'
      | 'contributions'
      | 'recommendations'
      | 'topics'
      | 'groups'
      | 'sources',
      number
    >
  >;
  /** Root sessions, newest first, undated last; so many as a screen can show. */
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly line: string;
  }[];
  /**
   * Events whose day of addition was noted, newest addition first; those of one day in the order of `events`. Empty
   * where an archive notes none.
   */
  readonly recent: readonly {
    readonly id: string;
    readonly title: string;
    /** The day of addition, for people. */
    readonly added: string;
    readonly line: string;
  }[];
  /** Goals that the archive touches: by how many root sessions they are named, and by how many only related. */
  readonly goals: readonly {
    readonly goal: number;
    readonly label: string;
    readonly named: number;
    readonly related: number;
    readonly line: string;
  }[];
  /** The topics with the most contributions. */
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly contributions: number;
    readonly line: string;
  }[];
  /** People to ask about, those with the most on record first. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Lines to try. */
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
}

const EVENTS = 50;
const TOPICS = 12;
const PEOPLE = 20;
const RECENT = 5;

function overviewOf(context: Context, archive: Archive, all: Knowledge): Overview {
  const { vocabulary, locale } = context;
  const roots = all.sessions.filter(({ parent }) => parent === undefined);
  const dayOf = ({ date }: Session): string => date?.on ?? '';
  const byDate = [...roots].sort((one, other) =>
    dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? 1 : -1,
  );
  const recent = byDate
    .flatMap((root) => (root.added === undefined ? [] : [{ ...root, added: root.added }]))
    .sort((one, other) => (one.added === other.added ? 0 : one.added < other.added ? 1 : -1))
    .slice(0, RECENT);
  const goals = all.goals.flatMap((goal) => {
    const links = roots.map((root) => linkToGoal(root.id, goal.id, archive.records).link);
    const named = links.filter((link) => link === 'named').length;
    const related = links.filter((link) => link === 'related').length;
    return named + related === 0
      ? []
      : [
          {
            goal: goal.id,
            label: goal.short.en ?? '',
            named,
            related,
            line: lineOf.sessions({ sdg: goal.id }),
          },
        ];
  });
  const counts = new Map<string, number>();
  for (const { topics } of all.contributions)
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, TOPICS)
    .map(([id, contributions]) => ({
      id,
      label: vocabulary.name('topic', id) ?? id,
      contributions,
      line: lineOf.ask({ topic: id }),
    }));
  return {
    revision: archive.revision,
    counts: {
      sessions: roots.length,
      parts: all.sessions.length - roots.length,
      people: all.people.length,
      appearances: all.appearances.length,
      organizations: all.organizations.length,
      contributions: all.contributions.length,
      recommendations: all.contributions.filter(({ kind }) => kind === 'recommendation').length,
      topics: all.topics.length,
      groups: all.groups.length,
      sources: all.sources.length,
    },
    events: byDate.slice(0, EVENTS).map((root) => ({
      id: root.id,
      title: root.title,
      date: sessionDate(root, context),
      line: lineOf.open(root.id),
    })),
    recent: recent.map(({ id, title, added }) => ({
      id,
      title,
      added: formatDate(added, locale),
      line: lineOf.open(id),
    })),
    goals,
    topics,
    people: peopleByRemarks(all)
      .slice(0, PEOPLE)
      .map(({ id, name }) => ({ id, name })),
    examples: Object.values(COMMANDS).flatMap(({ shape: { name } }) =>
      context.says.commands[name].examples
        .slice(0, 1)
        .map(({ argument, meaning }) => ({ line: lineOf.typed(name, argument), meaning })),
    ),
  };
}

function peopleByRemarks({ people, contributions }: Knowledge): Person[] {
  const said = new Map<string, number>();
  for (const maker of contributions.flatMap(({ makers }) => makers)) {
    if (maker.kind === 'person') said.set(maker.id, (said.get(maker.id) ?? 0) + 1);
  }
  return [...people].sort((one, other) => (said.get(other.id) ?? 0) - (said.get(one.id) ?? 0));
}

/** Read-only views of the archive of now; each call looks at the newest revision. */
export function createBrowse(archive: () => Archive, locales: Locales = LOCALES): Browse {
  let revision = '';
  /** By language: each costs a walk through the archive. */
  const overviews = new Map<string, Overview>();
  return {
    async overview(locale) {
      const here = archive();
      const context = contextOf(here, { locale, locales });
      if (revision !== here.revision) overviews.clear();
      revision = here.revision;
      const known = overviews.get(context.locale);
      if (known !== undefined) return known;
      const overview = overviewOf(context, here, await here.everything());
      overviews.set(context.locale, overview);
      return overview;
    },
    session: async (id) => archive().records.session(id),
    person: async (id) => archive().records.person(id),
    organization: async (id) => archive().records.organization(id),
    contribution: async (id) => archive().records.contribution(id),
    topic: async (id) => archive().records.topic(id),
    source: async (id) => archive().records.source(id),
    async narrow(line, locale) {
      const here = archive();
      const reading = {
        vocabulary: here.vocabulary,
        commands: commandNames(),
        now: new Date(),
        hasPrevious: false,
      };
      const { query, problem } = parse(line, reading);
      return problem === undefined ? narrowings(query, here, { locale, locales }) : [];
    },
    pages: createPages(archive, locales),
  };
}
