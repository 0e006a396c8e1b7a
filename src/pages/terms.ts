/** The pages of what things are about: topics, groups of society, goals and action lines. */
import type { Entry, EntryFact, Section, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { ActionLine, Contribution, Goal, Group, Topic } from '../knowledge/model.ts';
import { sessionDate } from '../saying/dates.ts';
import { type LinkedTo, linksTo } from '../saying/links.ts';
import { actionLineRef, goalRef, groupRef, organizationRef, sessionRef, topicRef } from '../saying/refs.ts';
import { sectionsByKind } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { claimsSection, eventsOf, termDraft, untouched, valuesSection } from './sections.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

const byName = <One extends { readonly name: string }>(all: readonly One[]): One[] =>
  [...all].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** What was said on a topic; on a narrower one it stands on that one's page. Neighbours by name. */
export function topicEntry(topic: Topic, view: View): Entry {
  const { relations } = view;
  const said = relations.byTopic.get(topic.id) ?? NONE;
  const sections = sectionsByKind(said, view, { line: lineOf.ask({ topic: topic.id }) });
  const events = eventsOf(view, said, ({ topics }) => topics.filter(({ id }) => id === topic.id));
  if (events.length > 0) {
    const line = lineOf.sessions({ topic: topic.id });
    sections.unshift(valuesSection('events', view.says.pages.heading.events, events, { line }));
  }
  return finish(
    {
      ...termDraft(topic.name, view.says.pages.kind.topic, view),
      ref: topicRef(topic.id, view),
      within: broaderTerms(topic, (id) => view.records.topic(id)).map((id) => topicRef(id, view)),
      facts: termFacts(topic, view, topicRef, (id) => (relations.byTopic.get(id) ?? NONE).length),
      sections: sections.length > 0 ? sections : [untouched(view)],
      line: lineOf.ask({ topic: topic.id }),
      ...neighbours(
        topic.id,
        byName(view.knowledge.topics).map(({ id }) => id),
        (id) => topicRef(id, view),
      ),
    },
    view,
  );
}

/** What is addressed to a group of society, and which organizations are of it. Neighbours by name. */
export function groupEntry(group: Group, view: View): Entry {
  const { relations, knowledge } = view;
  const addressed = relations.byAddressee.get(group.id) ?? NONE;
  const members = knowledge.organizations.filter(({ kind }) => kind === group.id);
  const sections: Section[] = [];
  if (addressed.length > 0) {
    sections.push({
      ...claimsSection(
        'addressed',
        view.says.pages.heading.addressed,
        addressed,
        lineOf.recommendations({ to: group.id }),
        view,
      ),
    });
  }
  if (members.length > 0) {
    sections.push(
      valuesSection(
        'organizations',
        view.says.pages.heading.organizations,
        byName(members).map(({ id, evidence }) => refValue(organizationRef(id, view), evidence, view)),
      ),
    );
  }
  return finish(
    {
      ...termDraft(group.name, view.says.pages.kind.group, view),
      ref: groupRef(group.id, view),
      within: broaderTerms(group, (id) => view.records.group(id)).map((id) => groupRef(id, view)),
      facts: termFacts(group, view, groupRef, (id) => (relations.byAddressee.get(id) ?? NONE).length),
      sections: sections.length > 0 ? sections : [untouched(view)],
      line: lineOf.open(group.id),
      ...neighbours(
        group.id,
        byName(knowledge.groups).map(({ id }) => id),
        (id) => groupRef(id, view),
      ),
    },
    view,
  );
}

/** What names a Sustainable Development Goal, and apart from it what a curator relates. Neighbours by number. */
export function goalEntry(goal: Goal, view: View): Entry {
  const said = view.relations.byGoal.get(goal.id) ?? NONE;
  const sections = linkedSections({ field: 'sdg', value: goal.id }, said, view);
  return finish(
    {
      ...termDraft(goalRef(goal.id, view).label, view.says.pages.kind.goal, view),
      ref: goalRef(goal.id, view),
      lead: textValue(goal.title.en ?? '', NONE, view),
      facts:
        goal.aliases.length > 0
          ? [
              {
                label: view.says.fact.synonyms,
                values: goal.aliases.map((alias) => textValue(alias, NONE, view)),
              },
            ]
          : [],
      sections: sections.length > 0 ? sections : [untouched(view)],
      line: lineOf.sessions({ sdg: goal.id }),
      ...neighbours(
        String(goal.id),
        view.knowledge.goals.map(({ id }) => String(id)),
        (id) => goalRef(Number(id), view),
      ),
    },
    view,
  );
}

/** The sessions of an action line, those named apart from those related. Neighbours in the order of the vocabulary. */
export function actionLineEntry(line: ActionLine, view: View): Entry {
  const sections = linkedSections({ field: 'line', value: line.id }, [], view);
  const children = view.relations.below.get(line.id) ?? NONE;
  const facts: EntryFact[] = [
    { label: view.says.pages.label.code, values: [textValue(line.code, NONE, view)] },
  ];
  if (children.length > 0) {
    facts.push({
      label: view.says.pages.label.children,
      values: children.map((id) => refValue(actionLineRef(id, view), NONE, view)),
    });
  }
  if (line.aliases.length > 0) {
    facts.push({
      label: view.says.fact.synonyms,
      values: line.aliases.map((alias) => textValue(alias, NONE, view)),
    });
  }
  return finish(
    {
      ...termDraft(line.title, view.says.pages.kind['action-line'], view),
      ref: actionLineRef(line.id, view),
      within: line.parent === undefined ? [] : [actionLineRef(line.parent, view)],
      facts,
      sections: sections.length > 0 ? sections : [untouched(view)],
      line: lineOf.open(line.id),
      ...neighbours(
        line.id,
        view.knowledge.actionLines.map(({ id }) => id),
        (id) => actionLineRef(id, view),
      ),
    },
    view,
  );
}

/** The broader terms of a term, from the broadest. */
function broaderTerms(term: Topic, find: (id: string) => Topic | undefined): string[] {
  const ids: string[] = [];
  for (let id = term.broader; id !== undefined && !ids.includes(id); id = find(id)?.broader) ids.unshift(id);
  return ids;
}

function termFacts(
  term: Topic,
  view: View,
  refOf: (id: string, view: View) => Value['ref'] & object,
  countOf: (id: string) => number,
): EntryFact[] {
  const below = view.relations.below.get(term.id) ?? NONE;
  const facts: EntryFact[] = [
    {
      label: view.says.fact.broader,
      values: term.broader === undefined ? [] : [refValue(refOf(term.broader, view), NONE, view)],
    },
    {
      label: view.says.pages.label.children,
      values: below.map((id) => ({ ...refValue(refOf(id, view), NONE, view), count: countOf(id) })),
    },
    {
      label: view.says.fact.synonyms,
      values: term.synonyms.map((synonym) => textValue(synonym, NONE, view)),
    },
  ];
  return facts.filter(({ values }) => values.length > 0);
}

/** What the sources name, and, clearly apart, what a curator relates: sessions first, then what was said. */
function linkedSections(to: LinkedTo, said: readonly Contribution[], view: View): Section[] {
  const where = { [to.field]: to.value };
  const { heading, note } = view.says.pages;
  return (['named', 'related'] as const).flatMap((link): Section[] => {
    const sessions = view.knowledge.sessions.flatMap((session) => {
      const own = linksTo(session, to).filter((one) => one.link === link);
      if (own.length === 0) return [];
      const why = own.flatMap((one) => one.note ?? []).join('; ');
      const root = view.records.root(session.id);
      const date = session.parent === undefined ? sessionDate(root, view) : (root?.title ?? '');
      return [
        refValue(
          sessionRef(session.id, view),
          own.flatMap((one) => one.evidence),
          view,
          [date, why].filter((part) => part !== '').join(' · '),
        ),
      ];
    });
    const claims = said.filter((one) => linksTo(one, to).some((own) => own.link === link));
    const sections: Section[] = [];
    if (sessions.length + claims.length > 0)
      sections.push(
        valuesSection(link, heading[link], sessions, { note: note[link], line: lineOf.sessions(where) }),
      );
    if (claims.length > 0)
      sections.push(
        claimsSection(
          `${link}-said`,
          link === 'named' ? heading.saidNamed : heading.saidRelated,
          claims,
          lineOf.ask(where),
          view,
        ),
      );
    return sections;
  });
}
