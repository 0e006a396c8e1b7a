/** The page of a country: what was held there, who came from there, who is based there, and what was said about it. */
import type { Entry, Section } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Country } from '../knowledge/model.ts';
import { sessionDate } from '../saying/dates.ts';
import { countryRef, organizationRef, sessionRef } from '../saying/refs.ts';
import { sectionsByKind } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { attendanceSection, eventsOf, termDraft, untouched, valuesSection } from './sections.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/**
 * Everything of one country, or of one that nothing touches a note that says so. Neighbours are the touched ones by
 * name.
 */
export function countryEntry(country: Country, view: View): Entry {
  const { id, name, aliases } = country;
  const sections = sectionsFor(id, view);
  const order = view.relations.countries.map((one) => one.id);
  return finish(
    {
      ...termDraft(name, view.says.pages.kind.country, view),
      ref: countryRef(id, view),
      facts:
        aliases.length > 0
          ? [{ label: view.says.fact.synonyms, values: aliases.map((alias) => textValue(alias, NONE, view)) }]
          : [],
      sections: sections.length > 0 ? sections : [untouched(view)],
      line: lineOf.sessions({ country: id }),
      ...neighbours(id, order, (one) => countryRef(one, view)),
    },
    view,
  );
}

function sectionsFor(id: string, view: View): Section[] {
  const { heading } = view.says.pages;
  const { appearancesFrom, byCountry, heldIn, basedIn } = view.relations;
  const line = lineOf.sessions({ country: id });
  const said = byCountry.get(id) ?? NONE;
  const held = (heldIn.get(id) ?? NONE).map((session) =>
    refValue(
      sessionRef(session.id, view),
      session.place?.evidence ?? NONE,
      view,
      [session.place?.name ?? '', sessionDate(view.records.root(session.id), view)]
        .filter((part) => part !== '')
        .join(' · '),
    ),
  );
  const about = eventsOf(view, said, ({ countries }) => countries.filter((one) => one.id === id));
  const based = (basedIn.get(id) ?? NONE).map((one) =>
    refValue(organizationRef(one.id, view), one.evidence, view),
  );
  return [
    ...(held.length > 0 ? [valuesSection('held', heading.held, held, { line })] : []),
    ...(about.length > 0 ? [valuesSection('events', heading.spokenOf, about, { line })] : []),
    ...attendanceSection(heading.from, 'country', appearancesFrom.get(id) ?? NONE, view, {
      line: lineOf.ask({ from: id }, 'people'),
    }),
    ...(based.length > 0
      ? [
          valuesSection('organizations', heading.based, based, {
            line: lineOf.ask({ country: id }, 'organizations'),
          }),
        ]
      : []),
    ...sectionsByKind(said, view, { line: lineOf.ask({ country: id }) }),
  ];
}
