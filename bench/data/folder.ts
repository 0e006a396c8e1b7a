/** A generated archive as its curator would have written it: a folder of files, one for each event. JSON is YAML, too. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Evidence, Knowledge } from '../../src/knowledge/model.ts';
import { SESSION_FACTS } from '../../src/knowledge/schema.ts';

/** Writes `archive` into `folder`. What the loader adds to the written form, or asks of it, is undone here. */
export function writeArchive(folder: string, archive: Knowledge): void {
  const write = (path: string, value: unknown): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(value, null, 1)}\n`);
  };
  const first = archive.sources[0]?.id ?? '';
  write(
    'sources.yaml',
    archive.sources.map(({ places, ...source }) => ({
      ...source,
      places: places.map(({ at, label }) => ({ at, label })),
    })),
  );
  write('people.yaml', archive.people);
  write(
    'organizations.yaml',
    archive.organizations.map(({ evidence: _, ...one }) => ({ ...one, at: `${first}#1` })),
  );
  write('topics.yaml', archive.topics);
  write('vocabulary/groups.yaml', archive.groups);
  write(
    'vocabulary/goals.yaml',
    archive.goals.map(({ id: goal, ...one }) => ({ goal, ...one })),
  );
  write('vocabulary/action-lines.yaml', archive.actionLines);
  write('vocabulary/countries.yaml', archive.countries);
  write('vocabulary/equivalents.yaml', archive.equivalents);

  const appearances = groupBySession(archive.appearances);
  const contributions = groupBySession(archive.contributions);
  for (const { evidence, date, organizers, sdgs, topics, countries, ...session } of archive.sessions) {
    const at = atOf(evidence);
    const stated = { date, organizers: organizers.length > 0 || undefined, appearances: true };
    write(`events/${session.id}.yaml`, {
      source: evidence[0]?.source,
      sessions: [
        {
          ...session,
          at,
          ...(date === undefined ? {} : { date: { on: date.on, at } }),
          organizers: organizers.map(({ organization }) => ({ organization, at })),
          appearances: (appearances.get(session.id) ?? []).map(({ person, part, organization }) => ({
            person,
            part: part === 'panellist' || part === 'moderator' ? part : 'speaker',
            organization,
            at,
          })),
          sdgs: sdgs.map(({ id: goal, link }) => ({ goal, link, at })),
          topics: topics.map(({ id: topic, link }) => ({ topic, link, at })),
          countries: countries.map(({ id: country, link }) => ({ country, link, at })),
          unstated: SESSION_FACTS.filter((fact) => stated[fact as keyof typeof stated] === undefined),
        },
      ],
      contributions: (contributions.get(session.id) ?? []).map(
        ({ evidence: _, makers, to, sdgs: __, ...one }) => ({
          ...one,
          at,
          by: makers.flatMap((maker) => ('id' in maker ? [maker.id] : [])),
          to: to.map(({ id: group }) => ({ group, implied: true })),
        }),
      ),
    });
  }
}

const atOf = ([one]: readonly Evidence[]): string => one?.at ?? '1';

function groupBySession<One extends { readonly session: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(one.session, [...(groups.get(one.session) ?? []), one]);
  return groups;
}
