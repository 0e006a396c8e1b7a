/** The page of a source: its places in order, with what the archive took from each. Coverage that everybody can see. */
import type { Entry, EntryFact, PlaceUse, Ref, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Contribution, Evidence, Knowledge, Session, Source } from '../knowledge/model.ts';
import { originalOf } from '../saying/cite.ts';
import { formatDate, sessionDate } from '../saying/dates.ts';
import { publisherOf } from '../saying/names.ts';
import { organizationRef, partName, personRef, sessionRef, sourceRef } from '../saying/refs.ts';
import { claimOf } from './claims.ts';
import { finish, neighbours } from './draft.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/**
 * A document with all its citable places, those included from which nothing was taken. Neighbours in the order of the
 * files.
 */
export function sourceEntry(source: Source, view: View): Entry {
  const places = usesOf(source, view);
  return finish(
    {
      ref: sourceRef(source.id, view),
      kind: [view.says.pages.kind.source, source.kind].join(' · '),
      title: source.title,
      subtitle: [publisherOf(source), source.date ? formatDate(source.date, view.locale) : '']
        .filter((part) => part !== '')
        .join(' · '),
      lead: textValue('', NONE, view),
      within: [],
      facts: facts(source, view),
      sections: [
        {
          kind: 'places',
          id: 'places',
          heading: view.says.pages.heading.places,
          note: view.says.pages.note.placed,
          places,
        },
      ],
      line: lineOf.open(source.id),
      ...neighbours(
        source.id,
        view.knowledge.sources.map(({ id }) => id),
        (id) => sourceRef(id, view),
      ),
    },
    view,
  );
}

function facts(source: Source, view: View): EntryFact[] {
  const { fact } = view.says;
  const text = (value: string): Value => textValue(value, NONE, view);
  const original = originalOf(source, view);
  const sessions = view.relations.roots.filter(({ evidence }) =>
    evidence.some((one) => one.source === source.id),
  );
  return [
    {
      label: fact.publisher,
      values: publisherOf(source) === '' ? [] : [text(publisherOf(source))],
    },
    { label: fact.published, values: source.date ? [text(formatDate(source.date, view.locale))] : [] },
    { label: fact.shortName, values: [text(source.short)] },
    { label: fact.language, values: [text(languageName(source.language, view.locale))] },
    original === undefined
      ? { label: fact.address, values: [] }
      : { label: original.label, values: [{ ...text(original.url), url: original.url }] },
    {
      label: view.says.pages.label.sessions,
      values: sessions.map((session) =>
        refValue(sessionRef(session.id, view), NONE, view, sessionDate(session, view)),
      ),
    },
    { label: view.says.pages.label.places, values: [text(String(source.places.length))] },
  ];
}

/** "English" for `en`; what is no language tag stands as it is. */
function languageName(language: string, locale: string): string {
  if (!/^[a-z]{2,3}$/.test(language)) return language;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}

/** The places of a source in its order, each with the claims and the facts that cite it. */
function usesOf(source: Source, view: View): PlaceUse[] {
  const order = new Map(source.places.map(({ at }, place) => [at, place]));
  const claims = source.places.map((): Contribution[] => []);
  const stated = source.places.map((): StatedFact[] => []);
  const each = (evidence: readonly Evidence[], visit: (place: number) => void): void => {
    const seen = new Set<number>();
    for (const { source: id, at } of evidence) {
      if (id !== source.id) continue;
      const [from = at, to = from] = at.split('-');
      const first = order.get(from);
      const last = order.get(to);
      if (first === undefined || last === undefined) continue;
      for (let place = first; place <= last; place++) seen.add(place);
    }
    for (const place of seen) visit(place);
  };
  for (const contribution of view.knowledge.contributions) {
    each(contribution.evidence, (place) => claims[place]?.push(contribution));
  }
  for (const fact of statedFacts(view.knowledge, view))
    each(fact.evidence, (place) => stated[place]?.push(fact));
  const events = new Set(
    claims.flatMap((all) => all.map(({ session }) => view.records.root(session)?.id ?? session)),
  );
  // Where a document tells of one event, each line need not name it.
  const options = events.size > 1 ? {} : ({ omit: 'where' } as const);
  return source.places.map(({ at, label, empty }, place) => ({
    at,
    label,
    empty: empty ?? '',
    claims: (claims[place] ?? []).map((one) => claimOf(one, view, options)),
    facts: byEntry(stated[place] ?? []),
  }));
}

function byEntry(facts: readonly StatedFact[]): PlaceUse['facts'] {
  const entries = new Map<string, { readonly ref: Ref; readonly what: Set<string> }>();
  for (const { ref, text } of facts) {
    const key = `${ref.kind} ${ref.id}`;
    const entry = entries.get(key) ?? { ref, what: new Set() };
    entries.set(key, entry);
    entry.what.add(text);
  }
  return [...entries.values()].map(({ ref, what }) => ({ ref, what: [...what] }));
}

interface StatedFact {
  readonly evidence: readonly Evidence[];
  readonly text: string;
  readonly ref: Ref;
}

/** Everything but contributions that rests on evidence, in words. */
function statedFacts(knowledge: Knowledge, view: View): StatedFact[] {
  const { fact } = view.says.pages;
  return [
    ...knowledge.sessions.flatMap((session) => sessionFacts(session, view)),
    ...knowledge.appearances.map((one) => {
      const ref = personRef(one.person, view);
      return { evidence: one.evidence, text: partName(one, view), ref };
    }),
    ...knowledge.organizations.map(({ id, evidence }) => {
      const ref = organizationRef(id, view);
      return { evidence, text: fact.organization, ref };
    }),
  ];
}

function sessionFacts(session: Session, view: View): StatedFact[] {
  const { fact } = view.says.pages;
  const ref = sessionRef(session.id, view);
  const one = (evidence: readonly Evidence[] | undefined, what: string): StatedFact[] =>
    evidence === undefined ? [] : [{ evidence, text: what, ref }];
  const each = (all: readonly { readonly evidence: readonly Evidence[] }[], what: string): StatedFact[] =>
    all.flatMap(({ evidence }) => one(evidence, what));
  const named = view.says.factIn as Readonly<Record<string, string>>;
  return [
    ...one(session.evidence, fact.itself),
    ...one(session.date?.evidence, named.date ?? ''),
    ...one(session.time?.evidence, named.time ?? ''),
    ...one(session.place?.evidence, named.place ?? ''),
    ...one(session.series?.evidence, fact.series),
    ...one(session.attendance?.evidence, named.attendance ?? ''),
    ...each(session.languages, named.languages ?? ''),
    ...each(session.organizers, named.organizers ?? ''),
    ...each(session.supporters, named.supporters ?? ''),
    ...each(session.funders, named.funders ?? ''),
    ...session.materials.flatMap(({ title, evidence }) => [{ evidence, text: fact.material(title), ref }]),
    ...each(session.sdgs, named.goals ?? ''),
    ...each(session.actionLines, named.lines ?? ''),
    ...each(session.topics, fact.topics),
    ...each(session.countries, fact.countries),
  ];
}
