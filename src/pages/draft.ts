/** From the parts of an entry that differ to the whole. */
import type { Citation } from '../answer/answer.ts';
import type { Claim, DocumentRef, Entry, PlaceUse, Ref, Section } from '../answer/entry.ts';
import { originalOf } from '../saying/cite.ts';
import { sourceRef } from '../saying/refs.ts';
import type { View } from './view.ts';

/** An entry but for what follows from its parts. */
export type Draft = Omit<Entry, 'sources' | 'revision'>;

/** Adds the documents behind the entry, in the order of first use, and the revision. */
export function finish(draft: Draft, view: View): Entry {
  const ids = new Set<string>();
  const note = (citations: readonly Citation[]): void => {
    for (const { source } of citations) ids.add(source);
  };
  note(draft.lead.evidence);
  for (const { values } of draft.facts) for (const { evidence } of values) note(evidence);
  for (const section of draft.sections) for (const evidence of evidenceIn(section)) note(evidence);
  return { ...draft, sources: [...ids].map((id) => documentOf(id, view)), revision: view.revision };
}

function documentOf(id: string, view: View): DocumentRef {
  const source = view.records.source(id);
  const original = source === undefined ? undefined : originalOf(source, view);
  return { ...sourceRef(id, view), ...(original === undefined ? {} : { original: original.url }) };
}

function evidenceIn(section: Section): (readonly Citation[])[] {
  switch (section.kind) {
    case 'claims':
      return section.groups.flatMap(({ claims }) => claims.flatMap(evidenceOf));
    case 'values':
      return section.values.map(({ evidence }) => evidence);
    case 'attendance':
      return section.rows.map(({ evidence }) => evidence);
    case 'places':
      return section.places.flatMap(({ claims }: PlaceUse) => claims.flatMap(evidenceOf));
    case 'programme':
      return [];
  }
}

function evidenceOf({ evidence, figures }: Claim): (readonly Citation[])[] {
  return [evidence, ...figures.flatMap(evidenceOf)];
}

/** What stands before and after an id in an order. */
export function neighbours(
  id: string,
  order: readonly string[],
  refOf: (id: string) => Ref,
): Pick<Draft, 'previous' | 'next'> {
  const at = order.indexOf(id);
  const before = at > 0 ? order[at - 1] : undefined;
  const after = at >= 0 ? order[at + 1] : undefined;
  return {
    ...(before === undefined ? {} : { previous: refOf(before) }),
    ...(after === undefined ? {} : { next: refOf(after) }),
  };
}
