/**
 * `ask`: a question in plain words. Looked for in what was said; facts of sessions, documents, people and counts are
 * found where the wording of the question asks for them. Nothing is made up: what covers too little of the question is
 * no answer.
 */
import type { Answer, Item } from '../answer/answer.ts';
import { lineOf, writeTerm } from '../answer/line.ts';
import type { Found, Hit, PersonHit } from '../archive/archive.ts';
import type { Contribution, Person } from '../knowledge/model.ts';
import type { ToldConditions } from '../locales/values.ts';
import { format } from '../reading/format.ts';
import { type Query, valuesOf } from '../reading/query.ts';
import { compose, pageOf, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { facetChoices, silentPerson, unstatedRemark } from '../saying/contributions.ts';
import { termName, toldConditions } from '../saying/describe.ts';
import { insteadOf } from '../saying/near.ts';
import { composeNothing, nameAsked } from '../saying/nothing.ts';
import { organizationItems } from '../saying/organizations.ts';
import { peopleItems, titleOfSeveral } from '../saying/people.ts';
import { contributionItem, materialItem } from '../saying/present.ts';
import { appearanceFacts, personItem, rolesText } from '../saying/present-person.ts';
import { sessionItem } from '../saying/present-session.ts';
import { figuresTable } from '../saying/tables.ts';
import { claimTitle, figureTitle, meaningTitle, type Title } from '../saying/titles.ts';
import { composeFacts } from './ask-facts.ts';
import { defineCommand } from './command.ts';
import { composeComparison } from './compare.ts';
import { composeCount } from './count.ts';
import type { Shape } from './declaration.ts';
import { type Findings, find } from './find/findings.ts';
import { PEOPLE_SIZE, SIZE } from './find/measures.ts';
import { peopleSize } from './find/people.ts';
import { isConcept } from './search.ts';
import { composeTerms } from './terms.ts';

const shape: Shape = {
  name: 'ask',
  aliases: ['question', 'search', 'find'],
  bare: [],
  argument: { name: 'question', required: true },
  completes: ['topic', 'person', 'organization', 'session'],
};

/** Claims that are near a figure nobody gave. */
const NEAR_SHOWN = 3;

/** The one claim that was found, or what several are on. */
function saidTitle(
  query: Query,
  found: Found<Hit<Contribution>>,
  items: readonly Item[],
  subject: ToldConditions,
  context: Context,
): Title {
  const { found: says } = context.says;
  const [first] = items;
  if (query.want === 'figure' && query.page === 1) {
    const figure = figureTitle(found.hits, context);
    if (figure !== undefined) return figure;
  }
  if (query.want === 'meaning' && query.page === 1) {
    const meaning = meaningTitle(first, [...query.words, ...query.phrases, ...subjectNames(query, context)]);
    if (meaning !== undefined) return meaning;
  }
  if (found.total === 1 && first !== undefined) {
    const claim = claimTitle(first);
    if (claim !== undefined) return claim;
    // What has a name of its own is called so.
    if (first.title.text !== '') return { title: first.title.text };
    const [maker] = first.makers;
    // What the event itself says stands under its name anyway.
    if (maker !== undefined && maker !== first.context)
      return { title: says.saidBy(maker, withoutMakers(subject)) };
  }
  const [kind, ...others] = valuesOf(query, 'kind');
  if (kind !== undefined && others.length === 0) {
    const rest = subject.filter(({ kind: what }) => what !== 'is');
    return { title: says.kinds(found.total, kind, rest) };
  }
  const person = onlyPerson(query, context);
  return person !== undefined
    ? { title: says.pointsBy(person.name, found.total, withoutMakers(subject)) }
    : { title: says.points(found.total, subject) };
}

/** The one person whom a query asks for. */
function onlyPerson(query: Query, { records }: Context): Person | undefined {
  const [id, ...others] = valuesOf(query, 'by');
  return others.length === 0 ? records.person(id ?? '') : undefined;
}

const withoutMakers = (subject: ToldConditions): ToldConditions =>
  subject.filter(({ kind }) => kind !== 'by');

const RECOMMENDATION: Contribution['kind'] = 'recommendation';

function composeSaid(query: Query, found: Found<Hit<Contribution>>, context: Context): Answer {
  const { whole, subject } = reading(query, found.unknown, context);
  const people = new Set(found.hits.map(({ record }) => JSON.stringify(record.makers)));
  const isByTitle = found.total > 1 && people.size === 1 && onlyPerson(query, context) !== undefined;
  const items = found.hits.map(({ record, relation, reasons }) =>
    contributionItem(record, context, {
      terms: found.terms,
      isByTitle,
      relation,
      reasons,
      group: relation === 'related' ? context.says.relatedGroup(subject) : '',
    }),
  );
  const narrower = facetChoices(query, found, context, ['by', 'kind', 'topic', 'country']);
  // "Only recommendations" leads to the same already.
  const recommendations = writeTerm('kind', RECOMMENDATION);
  const isOffered = narrower.some(({ line }) => line.split(' ').includes(recommendations));
  const names = isOffered ? [] : subjectNames(query, context);
  const page = pageOf(query, found.total, SIZE);
  return compose(query, context, {
    outcome: 'found',
    ...saidTitle(query, found, items, subject, context),
    understood: whole,
    items,
    table: figuresTable(found, items, page, context),
    choices: [
      ...narrower,
      ...(names.length === 0
        ? []
        : [
            {
              label: context.says.choice.recommendationsOn(names),
              line: format({
                command: 'recommendations',
                filters: query.filters,
                words: query.words,
                literal: query.literal,
                phrases: query.phrases,
                without: query.without,
                page: 1,
              }),
              kind: 'suggest' as const,
            },
          ]),
    ],
    page,
  });
}

/** True for what no person is named for. */
const isUnnamed = ({ record }: Hit<Contribution>): boolean =>
  record.makers.every(({ kind }) => kind !== 'person');

/** Who somebody is was asked, of voices that the documents do not name. */
function composeUnnamed(query: Query, found: Found<Hit<Contribution>>, context: Context): Answer {
  const { unstated } = context.says;
  return compose(query, context, {
    outcome: 'unstated',
    title: unstated.unnamed,
    understood: reading(query, found.unknown, context).whole,
    items: found.hits
      .filter(isUnnamed)
      .slice(0, NEAR_SHOWN)
      .map(({ record }) => contributionItem(record, context, { terms: found.terms, relation: 'related' })),
  });
}

/** What comes nearest, said to be just that, with the words that even the nearest lacks. */
function composeClosest(
  query: Query,
  found: Found<Hit<Contribution>>,
  context: Context,
  told?: string,
): Answer {
  const { closest } = context.says;
  const [first] = found.hits;
  const missing = first?.missing ?? found.unknown;
  return compose(query, context, {
    outcome: 'closest',
    title: told ?? closest.title,
    lead: told === undefined && missing.length > 0 ? closest.missing(missing.map(context.asWritten)) : '',
    understood: reading(query, found.unknown, context).whole,
    items: found.hits
      .slice(0, NEAR_SHOWN)
      .map(({ record }) =>
        contributionItem(record, context, { terms: found.terms, relation: 'related', group: closest.group }),
      ),
    choices: context.examples,
  });
}

/** Names of the topics and groups of a query, for labels. */
function subjectNames(query: Query, context: Context): string[] {
  return query.filters
    .filter(isConcept)
    .flatMap(({ any: [first] }) => (first === undefined ? [] : termName(first, context)))
    .filter((name) => name !== '');
}

/** The one person who was asked for, by name; else how many. */
function peopleTitle(query: Query, found: Found<PersonHit>, context: Context): Title {
  const [first] = found.hits;
  const count = found.direct || found.total;
  return found.total === 1 && first !== undefined
    ? { title: first.record.name }
    : { title: context.says.found.people(count, reading(query, found.unknown, context).subject) };
}

function composeAsk(query: Query, findings: Findings, context: Context): Answer {
  switch (findings.kind) {
    case 'said':
      if (query.want === 'role' && findings.found.hits[0] !== undefined && isUnnamed(findings.found.hits[0]))
        return composeUnnamed(query, findings.found, context);
      return composeSaid(query, findings.found, context);
    case 'figureless':
      return composeClosest(
        query,
        findings.found,
        context,
        findings.want === 'date' ? context.says.unstated.dateless : context.says.unstated.figure,
      );
    case 'profiles':
      return compose(query, context, {
        outcome: 'found',
        title:
          findings.people.length === 1
            ? (findings.people[0]?.name ?? '')
            : titleOfSeveral(findings.people, context),
        lead:
          findings.people.length === 1
            ? rolesText(context.records.appearancesOf(findings.people[0]?.id ?? ''), context)
            : '',
        understood: reading(query, [], context).whole,
        items: findings.people.map((person) => {
          const appearances = context.records.appearancesOf(person.id);
          return personItem(person, appearances, context, { facts: appearanceFacts(appearances, context) });
        }),
      });
    case 'closest':
      return composeClosest(query, findings.found, context);
    case 'people':
      return compose(query, context, {
        outcome: 'found',
        ...peopleTitle(query, findings.found, context),
        understood: reading(query, findings.found.unknown, context).whole,
        items: peopleItems(findings.found, context),
        page: pageOf(query, findings.found.total, peopleSize(query)),
      });
    case 'facts':
      return composeFacts(query, findings.want, findings.sessions, findings.unknown, findings.ahead, context);
    case 'materials':
      return compose(query, context, {
        outcome: 'found',
        title:
          findings.found.total === 1
            ? (findings.found.hits[0]?.record.title ?? '')
            : context.says.found.materials(
                findings.found.total,
                reading(query, findings.found.unknown, context).subject,
              ),
        understood: reading(query, findings.found.unknown, context).whole,
        items: findings.found.hits.map(({ record, session }) =>
          materialItem(record, session, context, findings.found.terms),
        ),
        choices: findings.found.hits.flatMap(({ session }) =>
          session
            ? [
                {
                  label:
                    findings.found.hits.length === 1
                      ? context.says.choice.openEvent
                      : context.says.choice.open(session.title),
                  line: lineOf.open(session.id),
                  kind: 'open' as const,
                },
              ]
            : [],
        ),
        page: pageOf(query, findings.found.total, SIZE),
      });
    case 'sessions':
      return compose(query, context, {
        outcome: 'found',
        title: context.says.found.sessions(
          findings.found.direct,
          0,
          reading(query, findings.found.unknown, context).subject,
        ),
        understood: reading(query, findings.found.unknown, context).whole,
        items: findings.found.hits
          .filter(({ relation }) => relation === 'direct')
          .map(({ record, reasons, proofs }) =>
            sessionItem(record, context, {
              reasons,
              proofs,
              terms: findings.found.terms,
              // Who was asked for is told, although what they said there was not written down.
              appearances: query.want === 'people' ? context.records.appearancesIn(record.id) : [],
            }),
          ),
        page: pageOf(query, findings.found.direct, SIZE),
      });
    case 'terms':
      return composeTerms(query, findings.terms, context);
    case 'organizations': {
      const { found } = findings;
      return compose(query, context, {
        outcome: 'found',
        title: context.says.found.organizations(
          found.direct,
          found.total - found.direct,
          reading(query, found.unknown, context).subject,
        ),
        understood: reading(query, found.unknown, context).whole,
        items: organizationItems(found, context),
        page: pageOf(query, found.total, PEOPLE_SIZE),
      });
    }
    case 'compared':
      return composeComparison(query, findings.comparison, context);
    case 'count':
      return composeCount(query, findings.counts, context);
    case 'nothing': {
      const silent = silentPerson(query, context);
      if (silent) return unstatedRemark(query, silent, context, context.says.unstated.remark);
      const maker = query.filters.find(({ any, not }) => !not && any.length === 1 && any[0]?.field === 'by')
        ?.any[0]?.value;
      const person = maker === undefined ? undefined : context.records.person(maker);
      const near = insteadOf(query, findings.near, context, (wider) => {
        const subject = toldConditions(wider, new Set(wider.words), context);
        return subject.length === 0 ? '' : context.says.choice.wider.said(subject);
      });
      const stranger = nameAsked(query);
      if (stranger !== '')
        return composeNothing(query, near, [], context, () => context.says.nothing.person(stranger));
      if (!person)
        return composeNothing(query, near, findings.unknown, context, context.says.nothing.contributions);
      const subject: Query = {
        ...query,
        filters: query.filters.filter(({ any }) => any[0]?.value !== maker),
      };
      return composeNothing(query, near, findings.unknown, context, () =>
        context.says.nothing.bySomeone(person.name, reading(subject, findings.unknown, context).subject),
      );
    }
  }
}

export const ask = defineCommand<Findings>({ shape, find, compose: composeAsk });
