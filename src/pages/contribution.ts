/** The page of one contribution: what was said, by whom, where, to whom, and all that it touches. */
import type { Entry, EntryFact, Section, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Contribution } from '../knowledge/model.ts';
import { sessionDate } from '../saying/dates.ts';
import {
  ancestry,
  contributionRef,
  countryRef,
  goalRef,
  organizationRef,
  personRef,
  sessionRef,
  topicRef,
} from '../saying/refs.ts';
import { addresseeValues, claimOf, figureText } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { linkedValues, makerValue, NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/**
 * Everything of one contribution. Neighbours are those of the same event, in the order of the files; a date that the
 * sources leave open is a fact without values.
 */
export function contributionEntry(contribution: Contribution, view: View): Entry {
  const { records, relations } = view;
  const { id, kind, title, text, session, evidence } = contribution;
  const home = records.session(session);
  const event = records.root(session)?.id ?? session;
  const sections: Section[] = [];
  const figures = relations.within.get(id) ?? NONE;
  const add = (anchor: string, heading: string, claims: readonly Contribution[]): void => {
    if (claims.length === 0) return;
    const groups = [{ claims: claims.map((one) => claimOf(one, view, { omit: 'where' })) }];
    sections.push({ kind: 'claims', id: anchor, heading, note: '', groups });
  };
  add('figures', view.says.pages.heading.figures, figures);
  add('beside', view.says.pages.heading.beside, beside(contribution, view));
  const makers = contribution.makers.map((maker) => makerValue(maker, session, view).text);
  return finish(
    {
      ref: contributionRef(contribution),
      kind: view.says.kind[kind],
      title: title ?? view.says.pages.untitled(view.says.kind[kind], makers.join(', ')),
      subtitle: [records.root(session)?.title ?? '', sessionDate(records.root(session), view)]
        .filter((part) => part !== '')
        .join(' · '),
      lead: textValue(text, evidence, view),
      within: home === undefined ? [] : [...ancestry(home, view), sessionRef(session, view)],
      facts: facts(contribution, view),
      sections,
      line: lineOf.open(id),
      ...neighbours(
        id,
        records.contributionsIn(event).map((one) => one.id),
        (one) => {
          const found = records.contribution(one);
          return found === undefined ? { kind: 'contribution', id: one, label: one } : contributionRef(found);
        },
      ),
    },
    view,
  );
}

function facts(contribution: Contribution, view: View): EntryFact[] {
  const { records } = view;
  const { fact } = view.says;
  const { kind, session, makers, to, stance, topics, sdgs, countries, about, figure, poll, within } =
    contribution;
  const text = (value: string): Value => textValue(value, NONE, view);
  const host = within === undefined ? undefined : records.contribution(within);
  const all: (EntryFact | false)[] = [
    { label: view.says.pages.label.saidBy, values: makers.map((maker) => makerValue(maker, session, view)) },
    { label: view.says.pages.label.made, values: [refValue(sessionRef(session, view), NONE, view)] },
    // A date that the sources leave open is said to be so: the fact stays, without a value.
    { label: fact.date, values: dateValues(session, view) },
    to.length > 0 && { label: fact.to, values: addresseeValues(contribution, view) },
    kind === 'recommendation' && { label: fact.to, values: [] },
    stance !== undefined && { label: fact.stance, values: [text(view.says.stance[stance])] },
    figure !== undefined && { label: fact.value, values: [text(figureText(figure, view))] },
    figure !== undefined && { label: fact.subject, values: [text(figure.subject)] },
    figure !== undefined && {
      label: fact.year,
      values: figure.year === undefined ? [] : [text(String(figure.year))],
    },
    poll !== undefined && { label: fact.question, values: [text(poll.question)] },
    ...(poll?.options ?? []).map(({ label, result }) => ({ label, values: [text(result)] })),
    host !== undefined && {
      label: view.says.pages.label.standsIn,
      values: [refValue(contributionRef(host), host.evidence, view)],
    },
    topics.length > 0 && {
      label: fact.topics,
      values: topics.map((id) => refValue(topicRef(id, view), NONE, view)),
    },
    ...(['named', 'related'] as const).map((link) => {
      const values = linkedValues(sdgs, link, goalRef, view);
      return values.length > 0 && { label: link === 'named' ? fact.goals : fact.relatedGoals, values };
    }),
    countries.length > 0 && {
      label: fact.countries,
      values: countries.map((id) => refValue(countryRef(id, view), NONE, view)),
    },
    about.length > 0 && {
      label: view.says.pages.label.about,
      values: about.map((id) =>
        refValue(
          records.organization(id) === undefined ? personRef(id, view) : organizationRef(id, view),
          NONE,
          view,
        ),
      ),
    },
  ];
  const given = all.filter((one) => one !== false);
  // One line a label: a recommendation that addresses nobody says so, one that does says whom.
  return given.filter(
    ({ label, values }, place) =>
      values.length > 0 || given.findIndex((one) => one.label === label) === place,
  );
}

function dateValues(session: string, view: View): Value[] {
  const root = view.records.root(session);
  if (root?.date === undefined) return [];
  return [textValue(sessionDate(root, view), root.date.evidence, view)];
}

/** Others that were taken from just the same place. */
function beside(contribution: Contribution, { records, relations }: View): Contribution[] {
  const places = new Set(contribution.evidence.map(({ source, at }) => `${source}#${at}`));
  const figures = relations.within.get(contribution.id) ?? NONE;
  return records
    .contributionsIn(records.root(contribution.session)?.id ?? contribution.session)
    .filter(
      (one) =>
        one.id !== contribution.id &&
        !figures.includes(one) &&
        one.evidence.some(({ source, at }) => places.has(`${source}#${at}`)),
    );
}
