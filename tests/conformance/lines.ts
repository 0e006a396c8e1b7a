/** Lines that ask for everything that an archive has, so that its longest answers are among theirs. */
import type { Knowledge } from '../../src/knowledge/model.ts';

export function realLines(knowledge: Knowledge): readonly string[] {
  return [
    'help',
    'sessions',
    'recommendations',
    'ask kind:figure',
    'ask kind:poll',
    'ask kind:practice',
    ...knowledge.sessions.map(({ id }) => `open id:${id}`),
    ...knowledge.people.map(({ id }) => `speaker by:${id}`),
    ...knowledge.organizations.map(({ id }) => `open id:${id}`),
    ...knowledge.contributions.map(({ id }) => `open id:${id}`),
    ...knowledge.sources.map(({ id }) => `open id:${id}`),
    ...knowledge.topics.flatMap(({ id }) => [`recommendations topic:${id}`, `sessions topic:${id}`]),
    ...Array.from({ length: 17 }, (_, index) => `sessions sdg:${index + 1}`),
  ];
}
