/** One record in full, as an answer: a session, a contribution, an organization, a term, a source. */
import type { Answer, Choice, Fact, Item } from '../answer/answer.ts';
import { lineOf, readGoalId } from '../answer/line.ts';
import type { Contribution } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { EMPTY_QUERY, type Field, filter, type Query } from '../reading/query.ts';
import { cite, originalOf } from './cite.ts';
import { compose, pageOf } from './compose.ts';
import type { Context } from './context.ts';
import { formatDate } from './dates.ts';
import { withinSentence } from './describe.ts';
import { appearanceName, publisherOf } from './names.ts';
import { composeNothing } from './nothing.ts';
import { contributionItem, itemOf, plain } from './present.ts';
import { sessionItem } from './present-session.ts';
import { sessionFacts } from './session-facts.ts';
import { claimTitle } from './titles.ts';

/** The session itself and its first parts; each comes with its people. */
const SIZE = 6;

/** Nothing has the id that was asked for. */
const unknown = (query: Query, context: Context): Answer =>
  composeNothing(query, { near: [], steps: [] }, [], context, () =>
    context.says.nothing.id(query.target ?? ''),
  );

/** Further lines about one value of a field. */
function further(field: Field, value: string, name: string, { says }: Context): Choice[] {
  const about = (command: Query['command']): string =>
    format({ ...EMPTY_QUERY, command, filters: [filter(field, value)] });
  return [
    { label: says.choice.sessionsOn(name), line: about('sessions'), kind: 'suggest' },
    { label: says.choice.recommendationsOn([name]), line: about('recommendations'), kind: 'suggest' },
    { label: says.choice.saidOn(name), line: about('ask'), kind: 'suggest' },
  ];
}

/** A session with all that is stated of it and what is not, then its parts with their people. */
export function openSession(query: Query, id: string, context: Context): Answer {
  const { records } = context;
  const session = records.session(id);
  if (!session) return unknown(query, context);
  const { facts, evidence } = sessionFacts(session, context);
  const main: Item = {
    ...sessionItem(session, context, { facts }),
    text: plain(session.summary ?? session.abstract ?? ''),
    evidence: cite([...session.evidence, ...evidence], context),
  };
  const parts = records.parts(id).map((part): Item => {
    const people = records.appearancesIn(part.id).map((one) => appearanceName(one, context, 'short'));
    return {
      ...sessionItem(part, context),
      text: plain(''),
      date: '',
      context: '',
      group: context.says.fact.part,
      makers: [...new Set(people)].slice(0, 6),
    };
  });
  const all = [main, ...parts];
  const page = pageOf(query, all.length, SIZE);
  const root = records.root(id);
  const inside = filter('session', id);
  const said = records.contributionsIn(id);
  const choices: Choice[] = [];
  if (said.length > 0)
    choices.push({
      label: context.says.choice.whatWasSaid(said.length),
      line: format({ ...EMPTY_QUERY, filters: [inside] }),
      kind: 'suggest',
    });
  if (said.some(({ kind }) => kind === 'recommendation'))
    choices.push({
      label: context.says.choice.recommendationsThere,
      line: format({ ...EMPTY_QUERY, command: 'recommendations', filters: [inside] }),
      kind: 'suggest',
    });
  if (records.appearancesIn(id).length > 0)
    choices.push({
      label: context.says.choice.people,
      line: format({ ...EMPTY_QUERY, filters: [inside], want: 'people' }),
      kind: 'suggest',
    });
  if (root && root.id !== id)
    choices.push({ label: context.says.choice.openEvent, line: lineOf.open(root.id), kind: 'open' });
  return compose(query, context, {
    outcome: 'found',
    title: session.title,
    understood: context.says.understood.opened(session.title),
    items: all.slice(page.offset, page.last),
    choices,
    page,
  });
}

/** One claim with its part of the event and its topics. */
export function openContribution(query: Query, id: string, context: Context): Answer {
  const { records } = context;
  const contribution = records.contribution(id);
  if (!contribution) return unknown(query, context);
  const item = contributionItem(contribution, context);
  const facts: Fact[] = [...item.facts];
  const session = records.session(contribution.session);
  const root = records.root(contribution.session);
  if (session && root && session.id !== root.id)
    facts.push({ label: context.says.fact.part, value: session.title });
  const topics = contribution.topics.flatMap((topic) => records.topic(topic)?.name ?? []);
  if (topics.length > 0) facts.push({ label: context.says.fact.topics, value: topics.join(', ') });
  const choices: Choice[] = [];
  for (const maker of contribution.makers) {
    if (maker.kind === 'person')
      choices.push({
        label: context.says.choice.allBy(records.person(maker.id)?.name ?? maker.id),
        line: lineOf.speaker(maker.id),
        kind: 'suggest',
      });
  }
  if (root) choices.push({ label: context.says.choice.openEvent, line: lineOf.open(root.id), kind: 'open' });
  for (const topic of contribution.topics.slice(0, 2)) {
    choices.push({
      label: context.says.choice.saidOn(withinSentence(records.topic(topic)?.name ?? topic)),
      line: format({ ...EMPTY_QUERY, filters: [filter('topic', topic)] }),
      kind: 'suggest',
    });
  }
  return compose(query, context, {
    outcome: 'found',
    ...(claimTitle(item) ?? {
      title: contribution.title ?? (item.makers.join('; ') || context.says.kind[contribution.kind]),
    }),
    understood: context.says.understood.opened(contribution.title ?? contribution.text),
    items: [{ ...item, facts }],
    choices,
  });
}

/** An organization, and the best of what others said of it. */
export function openOrganization(
  query: Query,
  id: string,
  said: readonly Contribution[],
  context: Context,
): Answer {
  const { records } = context;
  const organization = records.organization(id);
  if (!organization) return unknown(query, context);
  const facts: Fact[] = [];
  if (organization.abbreviation)
    facts.push({ label: context.says.fact.abbreviation, value: organization.abbreviation });
  facts.push({
    label: context.says.fact.kind,
    value: records.group(organization.kind)?.name ?? organization.kind,
  });
  const country = records.country(organization.country ?? '');
  if (country) facts.push({ label: context.says.fact.country, value: country.name });
  const parent = records.organization(organization.parent ?? '');
  if (parent) facts.push({ label: context.says.fact.parent, value: parent.name });
  const item = itemOf('organization', id, organization.name, {
    facts,
    evidence: cite(organization.evidence, context),
    line: format(query),
  });
  const name = organization.abbreviation ?? organization.name;
  return compose(query, context, {
    outcome: 'found',
    title: organization.name,
    understood: context.says.understood.opened(organization.name),
    items: [
      item,
      ...said.map((one) => contributionItem(one, context, { group: context.says.recordedGroup })),
    ],
    choices: [
      {
        label: context.says.choice.people,
        line: format({ ...EMPTY_QUERY, filters: [filter('by', id)], want: 'people' }),
        kind: 'suggest',
      },
      ...further('org', id, name, context),
    ],
  });
}

/** A topic, a group, a goal or an action line, with lines that look for it. */
export function openTerm(query: Query, id: string, context: Context): Answer {
  const { records } = context;
  const goal = records.goal(Number(readGoalId(id)));
  const topic = records.topic(id) ?? records.group(id);
  const line = records.actionLine(id);
  const facts: Fact[] = [];
  const field: Field = goal ? 'sdg' : line ? 'line' : records.topic(id) ? 'topic' : 'group';
  const name = goal
    ? context.says.goal.titled(goal.id, goal.short.en ?? '')
    : line
      ? `${line.code}: ${line.title}`
      : (topic?.name ?? id);
  const broader = records.topic(topic?.broader ?? '') ?? records.group(topic?.broader ?? '');
  if (broader) facts.push({ label: context.says.fact.broader, value: broader.name });
  if (topic && topic.synonyms.length > 0)
    facts.push({ label: context.says.fact.synonyms, value: topic.synonyms.slice(0, 8).join(', ') });
  const item = itemOf(goal ? 'goal' : 'topic', id, name, {
    text: plain(goal?.title.en ?? ''),
    facts,
    line: format(query),
  });
  return compose(query, context, {
    outcome: 'found',
    title: name,
    understood: goal === undefined ? context.says.understood.opened(name) : name,
    items: [item],
    choices: further(
      field,
      goal ? String(goal.id) : id,
      goal ? context.says.goal.numbered(goal.id) : withinSentence(name),
      context,
    ),
  });
}

/** A document: who published it, when, in which language, and where. */
export function openSource(query: Query, id: string, context: Context): Answer {
  const source = context.records.source(id);
  if (!source) return unknown(query, context);
  const facts: Fact[] = [
    { label: context.says.fact.publisher, value: publisherOf(source) || context.says.notStated },
    {
      label: context.says.fact.published,
      value: source.date ? formatDate(source.date, context.locale) : context.says.notStated,
    },
    { label: context.says.fact.kind, value: source.kind },
    { label: context.says.fact.language, value: source.language },
  ];
  const original = originalOf(source, context);
  if (original !== undefined) facts.push({ ...original, value: original.url });
  const item = itemOf('source', id, source.title, { facts, line: format(query) });
  return compose(query, context, {
    outcome: 'found',
    title: source.short,
    understood: context.says.understood.opened(source.short),
    items: [item],
    choices: further('source', id, source.short, context),
  });
}
