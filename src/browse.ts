/** The read-only look into the archive behind `engine.browse`. */
import { words } from './answer/words.ts';
import type { Archive } from './archive/archive.ts';
import { COMMANDS } from './commands/commands.ts';
import { sessionDate } from './commands/dates.ts';
import type { Browse, Overview } from './engine.ts';
import type { Session } from './knowledge/model.ts';

const LOCALE = 'en-GB';
const TOPICS = 12;

function overviewOf(archive: Archive, all: Awaited<ReturnType<Archive['everything']>>): Overview {
  const { records, vocabulary } = archive;
  const roots = all.sessions.filter(({ parent }) => parent === undefined);
  const dayOf = ({ date }: Session): string => date?.on ?? '';
  const byDate = [...roots].sort((one, other) =>
    dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? 1 : -1,
  );
  const goals = all.goals.flatMap((goal) => {
    const links = roots.map((root) => linkOf(root.id, goal.id, archive));
    const named = links.filter((link) => link === 'named').length;
    const related = links.filter((link) => link === 'related').length;
    return named + related === 0
      ? []
      : [{ goal: goal.id, label: goal.short.en ?? '', named, related, line: `sessions sdg:${goal.id}` }];
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
      line: `ask topic:${id}`,
    }));
  return {
    revision: archive.revision,
    counts: {
      sessions: roots.length,
      people: all.people.length,
      organizations: all.organizations.length,
      contributions: all.contributions.length,
      recommendations: all.contributions.filter(({ kind }) => kind === 'recommendation').length,
      topics: all.topics.length,
      sources: all.sources.length,
    },
    events: byDate.map((root) => ({
      id: root.id,
      title: root.title,
      date: sessionDate(records.session(root.id), LOCALE) || words.undated,
      line: `open ${root.id}`,
    })),
    goals,
    topics,
    examples: Object.values(COMMANDS).flatMap(({ declaration }) =>
      declaration.examples
        .slice(0, 1)
        .map(({ argument, meaning }) => ({ line: `${declaration.name} ${argument}`, meaning })),
    ),
  };
}

/** How a root session and its parts are linked to a goal. */
function linkOf(session: string, goal: number, archive: Archive): 'named' | 'related' | undefined {
  const { records } = archive;
  let link: 'named' | 'related' | undefined;
  const pending = [session];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const found = records.session(id)?.sdgs.find((one) => one.id === goal)?.link;
    if (found === 'named') return 'named';
    link ??= found;
    pending.push(...records.parts(id).map((part) => part.id));
  }
  return link;
}

export function createBrowse(archive: () => Archive): Browse {
  let overview: Overview | undefined;
  return {
    async overview() {
      const here = archive();
      if (overview?.revision !== here.revision) overview = overviewOf(here, await here.everything());
      return overview;
    },
    session: async (id) => archive().records.session(id),
    person: async (id) => archive().records.person(id),
    organization: async (id) => archive().records.organization(id),
    contribution: async (id) => archive().records.contribution(id),
    topic: async (id) => archive().records.topic(id),
    source: async (id) => archive().records.source(id),
    everything: () => archive().everything(),
  };
}
