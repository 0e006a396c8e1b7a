/** `speaker`: who somebody is, where they spoke, and everything recorded of what they said. */
import type { Answer, Choice, Item } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Archive, Found, Hit, PersonHit } from '../archive/archive.ts';
import type { Contribution, Person } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { filter, type Query, valuesOf } from '../reading/query.ts';
import { compose, pageOf, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { facetChoices, unstatedRemark } from '../saying/contributions.ts';
import { shortName } from '../saying/names.ts';
import { aboutArchive, composeNothing, nameAsked } from '../saying/nothing.ts';
import { peopleItems, titleOfSeveral } from '../saying/people.ts';
import { contributionItem } from '../saying/present.ts';
import { appearanceFacts, personItem, rolesText } from '../saying/present-person.ts';
import { defineCommand } from './command.ts';
import type { Shape } from './declaration.ts';
import { searchOf, searchPage } from './search.ts';

const shape: Shape = {
  name: 'speaker',
  aliases: ['speakers', 'person', 'people', 'who'],
  bare: ['speakers'],
  argument: { name: 'name', required: true },
  completes: ['person'],
};

const SIZE = 5;
const PEOPLE_SIZE = 10;
const COVERAGE = 0.6;
const NEAR = 3;

type Findings =
  | {
      readonly kind: 'person';
      readonly person: Person;
      readonly said: Found<Hit<Contribution>>;
      readonly narrowed: boolean;
    }
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  | { readonly kind: 'list'; readonly found: Found<PersonHit> }
  | { readonly kind: 'absent'; readonly near: readonly Person[] };

/** Conditions on who is meant are taken apart from those on what they said. */
async function find(query: Query, archive: Archive): Promise<Findings> {
  const makers = valuesOf(query, 'by');
  const people = makers.flatMap((id) => archive.records.person(id) ?? []);
  if (people.length === 1 && makers.length === 1 && people[0]) {
    const said = await searchPage(
      archive.searchContributions,
      searchOf(query, { coverage: COVERAGE, size: SIZE }),
    );
    const narrowed =
      query.filters.length > 1 || query.words.length + query.phrases.length + query.without.length > 0;
    return { kind: 'person', person: people[0], said, narrowed };
  }
  if (people.length > 1 && people.length === makers.length) return { kind: 'several', people };
  const name = valuesOf(query, 'name').join(' ').replaceAll('+', ' ');
  if (name !== '') {
    const near = await archive.matchName(name, NEAR);
    return { kind: 'absent', near: near.people };
  }
  return {
    kind: 'list',
    found: await searchPage(archive.searchPeople, searchOf(query, { coverage: COVERAGE, size: PEOPLE_SIZE })),
  };
}

/** A query without the person whom the answer is about. */
const subjectOf = (query: Query, { id }: Person): Query => ({
  ...query,
  filters: query.filters.filter(({ any }) => any.every(({ field, value }) => field !== 'by' || value !== id)),
});

function composePerson(
  query: Query,
  person: Person,
  said: Found<Hit<Contribution>>,
  narrowed: boolean,
  context: Context,
): Answer {
  const { records } = context;
  const appearances = records.appearancesOf(person.id);
  const roles = rolesText(appearances, context);
  const own = records.contributionsBy(person.id).length;
  if (said.total === 0) {
    if (own === 0 && !narrowed && query.want !== 'remarks') {
      const profile = personItem(person, appearances, context, {
        facts: appearanceFacts(appearances, context),
      });
      return compose(query, context, {
        outcome: 'found',
        title: person.name,
        understood: context.says.understood.opened(person.name),
        lead: context.says.unstated.silent(person.name, roles),
        items: [profile],
        choices: events(
          appearances.map(({ session }) => session),
          context,
        ),
      });
    }
    if (own === 0) return unstatedRemark(query, person, context, context.says.unstated.remark);
    const all: Choice = {
      label: context.says.choice.allBy(person.name),
      line: lineOf.speaker(person.id),
      kind: 'suggest',
    };
    return composeNothing(query, { near: [], steps: [all] }, said.unknown, context, () =>
      context.says.nothing.bySomeone(
        person.name,
        reading(subjectOf(query, person), said.unknown, context).subject,
      ),
    );
  }
  const page = pageOf(query, said.total, SIZE);
  const subject = reading(subjectOf(query, person), said.unknown, context);
  const items: Item[] = [];
  if (page.number === 1)
    items.push(personItem(person, appearances, context, { facts: appearanceFacts(appearances, context) }));
  for (const { record, relation, reasons } of said.hits) {
    items.push(
      contributionItem(record, context, {
        terms: said.terms,
        relation,
        reasons,
        omit: 'makers',
        group:
          relation === 'related'
            ? context.says.relatedGroup(subject.subject)
            : narrowed
              ? ''
              : context.says.recordedGroup,
      }),
    );
  }
  return compose(query, context, {
    outcome: 'found',
    title: narrowed ? context.says.found.pointsBy(person.name, said.total, subject.subject) : person.name,
    lead: roles,
    understood: reading(query, said.unknown, context).whole,
    items,
    choices: [
      ...facetChoices(query, said, context, ['kind', 'topic', 'session']),
      ...events(
        appearances.map(({ session }) => session),
        context,
      ),
    ],
    page,
  });
}

/** Two of one name are told apart by where they were from. */
function namesakeLabel(person: Person, { records }: Context): string {
  const [appearance] = records.appearancesOf(person.id);
  const organization = records.organization(appearance?.organization ?? '');
  return `${person.name}, ${organization ? shortName(organization) : (appearance?.role ?? person.id)}`;
}

/** A button for each event that somebody appeared at. */
function events(sessions: readonly string[], { records, says }: Context): Choice[] {
  const roots = new Set(sessions.flatMap((id) => records.root(id)?.id ?? []));
  return [...roots].map((id) => ({
    label: roots.size === 1 ? says.choice.openEvent : says.choice.open(records.session(id)?.title ?? id),
    line: lineOf.open(id),
    kind: 'open' as const,
  }));
}

function composeSpeaker(query: Query, findings: Findings, context: Context): Answer {
  switch (findings.kind) {
    case 'person':
      return composePerson(query, findings.person, findings.said, findings.narrowed, context);
    case 'several':
      return compose(query, context, {
        outcome: 'found',
        title: titleOfSeveral(findings.people, context),
        items: findings.people.map((person) =>
          personItem(person, context.records.appearancesOf(person.id), context),
        ),
        choices: findings.people.map((person) => ({
          label:
            findings.people.filter(({ name }) => name === person.name).length > 1
              ? namesakeLabel(person, context)
              : person.name,
          line: format({
            ...query,
            filters: [
              ...query.filters.filter(({ any }) => any.every(({ field }) => field !== 'by')),
              filter('by', person.id),
            ],
          }),
          kind: 'open' as const,
        })),
      });
    case 'list': {
      const { found } = findings;
      if (found.total === 0)
        return composeNothing(query, { near: [], steps: [] }, found.unknown, context, () =>
          context.says.nothing.person(nameAsked(query)),
        );
      return compose(query, context, {
        outcome: 'found',
        title: context.says.found.people(
          found.total,
          reading({ ...query, want: 'people' }, found.unknown, context).subject,
        ),
        understood: reading({ ...query, want: 'people' }, found.unknown, context).whole,
        items: peopleItems(found, context),
        page: pageOf(query, found.total, PEOPLE_SIZE),
      });
    }
    case 'absent': {
      const names = findings.near.map(({ name }) => name);
      return compose(query, context, {
        outcome: 'nothing',
        title: context.says.nothing.person(nameAsked(query)),
        lead: names.length > 0 ? context.says.nothing.personNear(names) : aboutArchive(context),
        choices: [
          ...findings.near.map((person) => ({
            label: person.name,
            line: lineOf.speaker(person.id),
            kind: 'suggest' as const,
          })),
          ...context.examples,
        ],
      });
    }
  }
}

export const speaker = defineCommand<Findings>({ shape, find, compose: composeSpeaker });
