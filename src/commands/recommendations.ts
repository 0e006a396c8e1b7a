/** `recommendations`: what was recommended, said outright before implied, with who, to whom and where it stands. */
import type { Answer, Choice } from '../answer/answer.ts';
import type { Archive, Found, Hit } from '../archive/archive.ts';
import type { Contribution } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { type Filter, filter, isUnrestricted, type Query, type Term } from '../reading/query.ts';
import { compose, pageOf, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { facetChoices, silentPerson, unstatedRemark } from '../saying/contributions.ts';
import { toldConditions } from '../saying/describe.ts';
import { insteadOf, lookNear, type Near, NOTHING_NEAR } from '../saying/near.ts';
import { composeNothing, type Instead } from '../saying/nothing.ts';
import { byEvent, contributionItem } from '../saying/present.ts';
import { defineCommand } from './command.ts';
import type { Shape } from './declaration.ts';
import { isConcept, searchOf, searchPage } from './search.ts';

const shape: Shape = {
  name: 'recommendations',
  aliases: ['recommendation', 'recommend'],
  bare: ['recommendation', 'recommandations', 'empfehlungen', 'recomendaciones'],
  argument: { name: 'topic', required: false },
  completes: ['topic', 'goal', 'country', 'organization', 'person'],
};

const SIZE = 5;
const COVERAGE = 0.6;
const TYPED_WORDS = 2;

interface Findings {
  readonly found: Found<Hit<Contribution>>;
  readonly near: Near;
  /** How much else was said where nothing was recommended. */
  readonly said: number;
  /** What was looked for instead, where nothing was recommended on a country: what its people recommended. */
  readonly asked?: Query;
}

/** "Recommendations Tonga": where none is on a country, those that its people made. */
function fromThere(query: Query): Query | undefined {
  const isCountry = ({ any, not }: Filter): boolean => !not && any.every(({ field }) => field === 'country');
  if (!query.filters.some(isCountry)) return undefined;
  const filters = query.filters.map((one) =>
    isCountry(one) ? { ...one, any: one.any.map(({ value }): Term => ({ field: 'from', value })) } : one,
  );
  return { ...query, filters };
}

const KIND = filter('kind', 'recommendation');

async function find(query: Query, archive: Archive): Promise<Findings> {
  const search = (one: Query, soft = false) =>
    searchOf({ ...one, filters: [...one.filters, KIND] }, { coverage: COVERAGE, size: SIZE, soft });
  // Who types a word or two wants these; a whole question is put in the asker's own.
  const exact = query.words.length <= TYPED_WORDS ? ({ exact: 'first' } as const) : {};
  const list = (soft: boolean) =>
    searchPage(archive.searchContributions, { ...search(query, soft), ...exact });
  const strict = await list(false);
  // All that the vocabulary recognised is demanded first; where that finds nothing, topics count like words.
  const found =
    strict.total > 0 || query.words.length === 0 || !query.filters.some(isConcept)
      ? strict
      : await list(true);
  if (found.total > 0) return { found, near: NOTHING_NEAR, said: 0 };
  const made = fromThere(query);
  if (made !== undefined) {
    const byPeople = await searchPage(archive.searchContributions, { ...search(made), exact: 'first' });
    if (byPeople.total > 0) return { found: byPeople, near: NOTHING_NEAR, said: 0, asked: made };
  }
  const near = await lookNear(
    query,
    archive,
    async (wider) => (await archive.searchContributions({ ...search(wider), limit: 0 })).total > 0,
  );
  const others = isUnrestricted(query)
    ? undefined
    : await archive.searchContributions(searchOf(allSaid(query), { coverage: COVERAGE, size: 1 }));
  return { found, near, said: others?.total ?? 0 };
}

/** All that was said on what recommendations are asked for. */
const allSaid = (query: Query): Query => ({ ...query, command: 'ask', page: 1 });

/** What is near where no recommendation was found: what else was said, people, topics, wider lines. */
function instead(query: Query, { near, said }: Findings, context: Context): Instead {
  const { says } = context;
  const others: Choice[] =
    said > 0 ? [{ label: says.choice.said(said), line: format(allSaid(query)), kind: 'suggest' }] : [];
  const wider = insteadOf(query, near, context, (one) =>
    says.choice.wider.recommendations(toldConditions(one, new Set(one.words), context)),
  );
  const lead = said > 0 ? says.nothing.said(said) : wider.lead;
  return { near: wider.near, steps: [...others, ...wider.steps], ...(lead === undefined ? {} : { lead }) };
}

function composeRecommendations(typed: Query, findings: Findings, context: Context): Answer {
  const { found, asked: query = typed } = findings;
  if (found.total === 0) {
    const silent = silentPerson(query, context);
    if (silent) return unstatedRemark(query, silent, context, context.says.unstated.recommendation);
    return composeNothing(
      query,
      instead(query, findings, context),
      found.unknown,
      context,
      context.says.nothing.recommendations,
    );
  }
  const page = pageOf(query, found.total, SIZE);
  const { whole, subject } = reading(query, found.unknown, context);
  const items = byEvent(
    found.hits.map(({ record, relation, reasons }) =>
      contributionItem(record, context, {
        terms: found.terms,
        relation,
        reasons,
        group: relation === 'related' ? context.says.relatedGroup(subject) : '',
      }),
    ),
    ({ id }) => context.records.contribution(id)?.stance ?? '',
  );
  const all = isUnrestricted(query);
  return compose(query, context, {
    outcome: 'found',
    title: all
      ? context.says.found.allRecommendations(found.total)
      : context.says.found.recommendations(found.direct, found.total - found.direct, subject),
    understood: whole,
    items,
    choices: [
      ...facetChoices(query, found, context, ['to', 'country', 'topic', 'by']),
      ...(all
        ? []
        : [
            {
              label: context.says.recordedGroup,
              line: format(allSaid(query)),
              kind: 'suggest' as const,
            },
          ]),
    ],
    page,
  });
}

export const recommendations = defineCommand<Findings>({
  shape,
  find,
  compose: composeRecommendations,
});
