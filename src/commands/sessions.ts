/** `sessions`: which sessions match filters and words, and why. */
import type { Answer, Choice } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive, Found, Reason, SessionHit } from '../archive/archive.ts';
import type { Session } from '../knowledge/model.ts';
import type { ToldConditions } from '../locales/values.ts';
import { format } from '../reading/format.ts';
import { filter, isRole, isUnrestricted, type Query, type Role, type Want } from '../reading/query.ts';
import { compose, pageOf, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { toldConditions } from '../saying/describe.ts';
import { insteadOf, lookNear, type Near, NOTHING_NEAR } from '../saying/near.ts';
import { composeNothing, type Instead } from '../saying/nothing.ts';
import { sessionItem } from '../saying/present-session.ts';
import { type CitedFact, factFor } from '../saying/session-facts.ts';
import { defineCommand } from './command.ts';
import type { Shape } from './declaration.ts';
import { searchOf, searchPage } from './search.ts';

const shape: Shape = {
  name: 'sessions',
  aliases: ['session', 'events', 'event'],
  bare: ['session', 'events', 'event', 'sesiones', 'seances', 'sitzungen', 'сессии'],
  argument: { name: 'query', required: false },
  completes: ['goal', 'topic', 'country', 'organization', 'action-line', 'session'],
};

const SIZE = 5;
/** Most of what is asked must be in a session; a word or two of a long request may be missing. */
const COVERAGE = 0.6;

interface Findings {
  readonly found: Found<SessionHit>;
  readonly near: Near;
  /** How much was said, and recommended, on the same subject. */
  readonly said: number;
  readonly recommended: number;
}

/** As many sessions as are looked through for the earliest and the latest. */
const ALL = 10_000;

/** The sessions of the first or last date, related ones and those without a date left out. */
function outermost(found: Found<SessionHit>, which: 'oldest' | 'newest'): Found<SessionHit> {
  const dated = found.hits.filter(({ record, relation }) => relation === 'direct' && record.date);
  const dates = dated.map(({ record }) => record.date?.on ?? '').sort();
  const date = which === 'oldest' ? dates[0] : dates.at(-1);
  const hits = dated.filter(({ record }) => record.date?.on === date).slice(0, SIZE);
  return { ...found, hits, total: hits.length, direct: hits.length, facets: [] };
}

const RECOMMENDATION = { any: [{ field: 'kind', value: 'recommendation' }], not: false };
const NOTHING_SAID = { all: 0, those: 0 };

async function find(query: Query, archive: Archive): Promise<Findings> {
  const search = (one: Query) => searchOf(one, { coverage: COVERAGE, size: SIZE });
  const found =
    query.want === 'oldest' || query.want === 'newest'
      ? outermost(await archive.searchSessions({ ...search(query), offset: 0, limit: ALL }), query.want)
      : await searchPage(archive.searchSessions, { ...search(query), exact: 'first' });
  if (found.total === 0) return { found, near: await near(query, archive), said: 0, recommended: 0 };
  const { all, those } = isUnrestricted(query)
    ? NOTHING_SAID
    : await archive.countContributions(search(query), RECOMMENDATION);
  return { found, near: NOTHING_NEAR, said: all, recommended: those };
}

function near(query: Query, archive: Archive): Promise<Near> {
  return lookNear(
    query,
    archive,
    async (wider) =>
      (await archive.searchSessions({ ...searchOf(wider, { coverage: COVERAGE, size: 1 }), limit: 0 }))
        .total > 0,
  );
}

/** What is near where no session was found. */
function instead(query: Query, found: Near, context: Context): Instead {
  return insteadOf(query, found, context, (wider) => {
    const subject = toldConditions(wider, new Set(wider.words), context);
    return subject.length === 0
      ? context.says.choice.allSessions
      : context.says.choice.wider.sessions(subject);
  });
}

/** Next steps: what was said on the same subject, and how the list can be narrowed. */
function steps(query: Query, { found, said, recommended }: Findings, context: Context): Choice[] {
  const { facets, direct, hits } = found;
  const choices: Choice[] = [];
  const [first] = hits;
  if (first && direct === 1) {
    choices.push({
      label: context.says.choice.openEvent,
      line: lineOf.open(first.record.id),
      kind: 'open',
    });
  }
  const rest: Query = { ...query, page: 1 };
  if (recommended > 0) {
    choices.push({
      label: context.says.choice.recommendations(recommended),
      line: format({ ...rest, command: 'recommendations' }),
      kind: 'suggest',
    });
  }
  if (said > 0) {
    choices.push({
      label: context.says.choice.said(said),
      line: format({ ...rest, command: 'ask' }),
      kind: 'suggest',
    });
  }
  for (const { field, value, count } of facets) {
    if (field !== 'topic' || count === 0 || count >= direct) continue;
    const name = context.vocabulary.name('topic', value);
    if (name) {
      choices.push({
        label: context.says.choice.only(name, count),
        line: format({ ...rest, filters: [...query.filters, filter('topic', value)] }),
        kind: 'refine',
      });
    }
  }
  return choices;
}

const FACT_OF: Readonly<Record<Role, Want>> = {
  organizer: 'organizers',
  supporter: 'supporters',
  funder: 'funders',
  moderator: 'moderators',
};

/** What somebody who was asked for did for a session: organized it, supported it, paid for it, moderated it. */
function roleFacts(session: Session, reasons: readonly Reason[], context: Context): CitedFact[] {
  const roles = reasons.flatMap(({ field }) => (isRole(field) ? [FACT_OF[field]] : []));
  const asked = reasons.filter(({ field }) => field === 'org').map(({ value }) => value);
  const named = (organization: string): boolean =>
    asked.some((id) => context.records.isWithin(organization, id));
  for (const role of ['organizers', 'supporters', 'funders'] as const)
    if (session[role].some(({ organization }) => named(organization))) roles.push(role);
  return [...new Set(roles)].flatMap((role) => factFor(role, session, context));
}

/** The first or last event by its name; a list by its count and subject. */
function titleOf(
  query: Query,
  { total, direct, hits: [first] }: Found<SessionHit>,
  subject: ToldConditions,
  { says }: Context,
): string {
  const { want } = query;
  if (want === 'oldest' || want === 'newest')
    return total === 1 && first !== undefined
      ? first.record.title
      : says.found.outermost(total, want, subject);
  if (want === 'recent' && query.filters.length === 0) return says.found.newestSessions(total);
  if (isUnrestricted(query) && want === undefined) return says.found.allSessions(total);
  return says.found.sessions(direct, total - direct, subject);
}

function composeSessions(query: Query, findings: Findings, context: Context): Answer {
  const { found } = findings;
  if (found.total === 0)
    return composeNothing(
      query,
      instead(query, findings.near, context),
      found.unknown,
      context,
      context.says.nothing.sessions,
    );
  const page = pageOf(query, found.total, SIZE);
  const { whole, subject } = reading(query, found.unknown, context);
  const items = found.hits.map(({ record, relation, reasons, proofs, appearances }) => {
    const roles = roleFacts(record, reasons, context);
    return sessionItem(record, context, {
      relation,
      reasons,
      // A related session is shown for its link alone: its contributions prove nothing about what was asked.
      proofs: relation === 'related' ? [] : proofs,
      appearances: relation === 'related' ? [] : appearances,
      facts: roles.map(({ label, value }) => ({ label, value })),
      evidence: roles.flatMap((one) => one.evidence),
      terms: found.terms,
      group: relation === 'related' ? context.says.relatedGroup(subject) : '',
    });
  });
  return compose(query, context, {
    outcome: 'found',
    title: titleOf(query, found, subject, context),
    understood: whole,
    items,
    choices: steps(query, findings, context),
    page,
  });
}

export const sessions = defineCommand<Findings>({ shape, find, compose: composeSessions });
