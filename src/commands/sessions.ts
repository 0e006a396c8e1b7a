/** `sessions`: which sessions match filters and words, and why. */
import type { Answer, Choice } from '../answer/answer.ts';
import { words } from '../answer/words.ts';
import type { Archive, Found, SessionHit } from '../archive/archive.ts';
import { format } from '../query/format.ts';
import { isUnrestricted, type Query } from '../query/query.ts';
import { compose, defineCommand, HELP_CHOICE, pageOf, reading, searchOf, searchPage } from './command.ts';
import type { Context } from './context.ts';
import type { Declaration } from './declaration.ts';
import { describeSubject } from './describe.ts';
import { lookNear, type Near } from './near.ts';
import { composeNothing } from './nothing.ts';
import { lineFor, sessionItem } from './present.ts';

const declaration: Declaration = {
  name: 'sessions',
  aliases: ['session', 'events', 'event'],
  bare: ['session', 'events', 'event'],
  summary: 'Find sessions by topic, goal, country, organization, date or words',
  argument: {
    name: 'query',
    summary: 'Filters or words: sdg8, c7, e-learning, japan, ilo, may 2022, "a phrase"',
    required: false,
    hint: '[sdg8 | topic | country | organization | 2022 | words]',
  },
  completes: ['goal', 'topic', 'country', 'organization', 'action-line', 'session'],
  examples: [
    { argument: 'sdg8', meaning: 'sessions on decent work and economic growth' },
    { argument: 'before 2021', meaning: 'sessions held before 2021' },
    { argument: 'singapore', meaning: 'sessions about or with people from Singapore' },
  ],
  details:
    'Lists the sessions that match every filter. Goals, action lines, countries, organizations, topics and dates can be mixed with free words in any order. Sessions that only a curator relates to the subject are marked as related.',
};

const SIZE = 5;
/** Most of what is asked must be in a session; a word or two of a long request may be missing. */
const COVERAGE = 0.6;

interface Findings {
  readonly found: Found<SessionHit>;
  readonly near: Near;
}

async function find(query: Query, archive: Archive): Promise<Findings> {
  const search = (one: Query) => searchOf(one, { coverage: COVERAGE, size: SIZE });
  const found = await searchPage(archive.searchSessions, search(query));
  const near =
    found.total > 0
      ? { choices: [] }
      : await lookNear(query, archive, {
          label: (wider) => {
            const context = {
              records: archive.records,
              vocabulary: archive.vocabulary,
              revision: '',
              locale: 'en',
            };
            const subject = describeSubject(wider, new Set(wider.words), context);
            return subject === '' ? words.allSessions : words.choice.sessionsOn(subject);
          },
          exists: async (wider) => (await archive.searchSessions({ ...search(wider), limit: 1 })).total > 0,
        });
  return { found, near };
}

/** Next steps: what was said on the same subject, and how the list can be narrowed. */
function steps(query: Query, { facets, direct, hits }: Found<SessionHit>, context: Context): Choice[] {
  const choices: Choice[] = [];
  const subject = query.filters.length + query.words.length > 0;
  const [first] = hits;
  if (first && direct === 1)
    choices.push({
      label: words.choice.open(first.record.title),
      line: lineFor(first.record.id),
      kind: 'open',
    });
  if (subject) {
    const rest: Query = { ...query, page: 1 };
    choices.push({
      label: words.allRecommendations,
      line: format({ ...rest, command: 'recommendations' }),
      kind: 'suggest',
    });
    choices.push({ label: words.recordedGroup, line: format({ ...rest, command: 'ask' }), kind: 'suggest' });
  }
  for (const { field, value, count } of facets) {
    if (field !== 'topic' || count === 0 || count >= direct) continue;
    const name = context.vocabulary.name('topic', value);
    if (name)
      choices.push({
        label: words.choice.only(name, count),
        line: format({
          ...query,
          page: 1,
          filters: [...query.filters, { any: [{ field: 'topic', value }], not: false }],
        }),
        kind: 'refine',
      });
  }
  return choices;
}

function composeSessions(query: Query, { found, near }: Findings, context: Context): Answer {
  if (found.total === 0) return composeNothing(query, near, found.unknown, context, words.nothing.sessions);
  const page = pageOf(query, found.total, SIZE);
  const items = found.hits.map(({ record, relation, reasons, proofs, appearances }) =>
    sessionItem(record, context, {
      relation,
      reasons,
      // A related session is shown for its link alone: its contributions prove nothing about what was asked.
      proofs: relation === 'related' ? [] : proofs,
      appearances: relation === 'related' ? [] : appearances,
      terms: found.terms,
      group: relation === 'related' ? words.relatedGroup : '',
    }),
  );
  const all = isUnrestricted(query);
  const onlyRelated = found.direct === 0;
  return compose(query, context, {
    outcome: 'found',
    title: all
      ? `${words.allSessions}: ${found.total}`
      : onlyRelated
        ? words.relatedGroup
        : words.found.sessions(found.direct),
    understood: reading(query, found.unknown, context).whole,
    items,
    choices: [...steps(query, found, context), HELP_CHOICE],
    page,
  });
}

export const sessions = defineCommand<Findings>({ declaration, find, compose: composeSessions });
