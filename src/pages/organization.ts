/** The page of an organization: its people, its part in events, what it said and what was said about it. */
import type { Entry, EntryFact, Section, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Contribution, Organization, OrganizationRole } from '../knowledge/model.ts';
import { shortName } from '../saying/names.ts';
import { countryRef, groupRef, organizationRef, sessionRef } from '../saying/refs.ts';
import { standing } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { attendanceSection, claimsSection, valuesSection } from './sections.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/** Everything of one organization, its units' people, parts and words included. Neighbours by name. */
export function organizationEntry(organization: Organization, view: View): Entry {
  const { id } = organization;
  const order = view.relations.organizations.map((one) => one.id);
  return finish(
    {
      ref: organizationRef(id, view),
      kind: view.says.pages.kind.organization,
      title: organization.name,
      subtitle: view.records.group(organization.kind)?.name ?? '',
      lead: textValue('', NONE, view),
      within: organization.parent === undefined ? [] : [organizationRef(organization.parent, view)],
      facts: facts(organization, view),
      sections: sections(organization, view),
      line: lineOf.open(id),
      ...neighbours(id, order, (one) => organizationRef(one, view)),
    },
    view,
  );
}

function facts(organization: Organization, view: View): EntryFact[] {
  const { fact } = view.says;
  const { id, abbreviation, kind, country, parent, aliases, evidence } = organization;
  const found: EntryFact[] = [
    { label: fact.shortName, values: abbreviation ? [textValue(abbreviation, evidence, view)] : [] },
    { label: fact.kind, values: [refValue(groupRef(kind, view), NONE, view)] },
    {
      label: fact.country,
      values: country ? [refValue(countryRef(country, view), NONE, view)] : [],
    },
    { label: fact.parent, values: parent ? [refValue(organizationRef(parent, view), NONE, view)] : [] },
    {
      label: view.says.pages.label.units,
      values: (view.relations.below.get(id) ?? NONE).map((unit) =>
        refValue(organizationRef(unit, view), NONE, view),
      ),
    },
    { label: fact.aliases, values: aliases.map((alias) => textValue(alias, NONE, view)) },
    { label: view.says.pages.label.named, values: [textValue(organization.name, evidence, view)] },
  ];
  return found.filter(({ values }) => values.length > 0);
}

function sections(organization: Organization, view: View): Section[] {
  const { heading } = view.says.pages;
  const { records, relations, knowledge } = view;
  const { id } = organization;
  const ids = [
    id,
    ...knowledge.organizations
      .filter((one) => one.id !== id && records.isWithin(one.id, id))
      .map((one) => one.id),
  ];
  const found: Section[] = [];
  const roles = rolesOf(ids, view);
  if (roles.length > 0)
    found.push(
      valuesSection('events', heading.roles, roles, {
        line: lineOf.sessionsOfAny(['organizer', 'supporter', 'funder'], id),
      }),
    );
  const appearances = ids.flatMap((one) => relations.appearancesFor.get(one) ?? NONE);
  found.push(
    ...attendanceSection(heading.members, 'organization', appearances, view, {
      line: lineOf.ask({ by: id }, 'people'),
    }),
  );
  const own = ids.flatMap((one) => records.contributionsBy(one));
  const people = new Set(appearances.map(({ person }) => person));
  const byPeople = [...people].flatMap((person) =>
    records
      .contributionsBy(person)
      .filter(({ session }) => ids.includes(records.affiliation(person, session)?.organization ?? '')),
  );
  const name = shortName(organization);
  found.push(...claims('said', heading.saidBy(name), [...own, ...byPeople], lineOf.ask({ by: id }), view));
  const about = ids.flatMap((one) => relations.about.get(one) ?? NONE);
  found.push(...claims('about', heading.aboutThem, about, lineOf.ask({ org: id }), view));
  return found;
}

function claims(
  id: string,
  heading: string,
  all: readonly Contribution[],
  line: string,
  view: View,
): Section[] {
  const once = standing([...new Set(all)]);
  return once.length === 0 ? [] : [claimsSection(id, heading, once, line, view)];
}

/** The sessions that it organized, supported or funded. */
function rolesOf(ids: readonly string[], view: View): Value[] {
  return view.knowledge.sessions.flatMap((session) =>
    (['organizers', 'supporters', 'funders'] as const).flatMap((role) =>
      session[role]
        .filter(({ organization }: OrganizationRole) => ids.includes(organization))
        .map(({ organization, note, evidence }: OrganizationRole) => {
          const who = organizationRef(organization, view, true).label;
          const how = view.says.pages.did[role](who);
          return refValue(sessionRef(session.id, view), evidence, view, note ? `${how} (${note})` : how);
        }),
    ),
  );
}
