/** `open`: one thing in full: a session, a contribution, an organization, a topic, a goal, a source. */
import type { Answer } from '../answer/answer.ts';
import { goalId, readGoalId } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import type { Contribution } from '../knowledge/model.ts';
import { EMPTY_QUERY, filter, type Query } from '../reading/query.ts';
import type { Context } from '../saying/context.ts';
import { insteadOf, lookNear, type Near, NOTHING_NEAR } from '../saying/near.ts';
import { composeNothing } from '../saying/nothing.ts';
import { openContribution, openOrganization, openSession, openSource, openTerm } from '../saying/records.ts';
import { defineCommand } from './command.ts';
import type { Shape } from './declaration.ts';
import { searchOf } from './search.ts';

const shape: Shape = {
  name: 'open',
  aliases: ['show'],
  bare: [],
  argument: { name: 'id', required: true },
  completes: ['session', 'organization', 'topic', 'goal'],
};

const SAID = 4;

interface Findings {
  readonly id?: string;
  readonly near: Near;
  /** What was said about an organization, where one is opened. */
  readonly said: readonly Contribution[];
}

/** The thing meant: an id, or the one thing that the words name. */
async function find(query: Query, archive: Archive): Promise<Findings> {
  const { records } = archive;
  const single =
    query.filters.length === 1 && query.words.length === 0 ? query.filters[0]?.any[0] : undefined;
  const known = (id: string): boolean =>
    [
      records.session(id),
      records.contribution(id),
      records.organization(id),
      records.topic(id),
      records.source(id),
      records.group(id),
      records.actionLine(id),
    ].some((one) => one !== undefined);
  const found = async (id: string): Promise<Findings> => ({
    id,
    near: NOTHING_NEAR,
    said: await saidAbout(id, archive),
  });
  if (query.target !== undefined && known(query.target)) return found(query.target);
  if (query.target === undefined && single) {
    if (single.field === 'sdg') return { id: goalId(single.value), near: NOTHING_NEAR, said: [] };
    if (known(single.value)) return found(single.value);
  }
  const goal = readGoalId(query.target ?? '');
  if (goal !== undefined && records.goal(Number(goal)))
    return { id: goalId(goal), near: NOTHING_NEAR, said: [] };
  if (query.target === undefined) {
    const { hits } = await archive.searchSessions(searchOf(query, { coverage: 0.6, size: 1 }));
    const [best] = hits;
    if (best) return { id: best.record.id, near: NOTHING_NEAR, said: [] };
  }
  const sought: Query = query.target === undefined ? query : { ...query, words: query.target.split('-') };
  const near = await lookNear(sought, archive);
  return { near, said: [] };
}

/** The best of what was said about an organization by others. */
async function saidAbout(id: string, archive: Archive): Promise<readonly Contribution[]> {
  if (archive.records.organization(id) === undefined) return [];
  const about = filter('org', id);
  const { hits } = await archive.searchContributions(
    searchOf({ ...EMPTY_QUERY, filters: [about] }, { coverage: 0, size: SAID, prefer: ['practice'] }),
  );
  return hits.map(({ record }) => record);
}

function composeOpen(query: Query, { id, near, said }: Findings, context: Context): Answer {
  const { records } = context;
  if (id === undefined)
    return composeNothing(query, insteadOf(query, near, context), query.words, context, () =>
      context.says.nothing.id(query.target ?? ''),
    );
  const target: Query = { ...EMPTY_QUERY, command: 'open', target: id, page: query.page };
  if (records.session(id)) return openSession(target, id, context);
  if (records.contribution(id)) return openContribution(target, id, context);
  if (records.organization(id)) return openOrganization(target, id, said, context);
  if (records.source(id)) return openSource(target, id, context);
  return openTerm(target, id, context);
}

export const open = defineCommand<Findings>({ shape, find, compose: composeOpen });
