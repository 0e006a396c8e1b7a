/** Values of an entry: texts and references with the citations that they rest on. */
import type { Ref, Value } from '../answer/entry.ts';
import type { Evidence, Linked, Maker } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { roleOf } from '../saying/names.ts';
import { organizationRef, personRef, sessionRef } from '../saying/refs.ts';
import type { Stated } from '../saying/stated.ts';
import type { View } from './view.ts';

/** No entries of any kind: for look-ups that find nothing, and values without evidence. */
export const NONE: readonly never[] = [];

/** A value that is another entry. */
export function refValue(ref: Ref, evidence: readonly Evidence[], view: View, note?: string): Value {
  return {
    text: ref.label,
    ref,
    evidence: cite(evidence, view),
    ...(note === undefined || note === '' ? {} : { note }),
  };
}

/** A value without a page of its own. */
export function textValue(text: string, evidence: readonly Evidence[], view: View, note?: string): Value {
  return { text, evidence: cite(evidence, view), ...(note === undefined || note === '' ? {} : { note }) };
}

/** What is stated of a session; as the entry that it is, where it is one. */
export function statedValue({ text, fuller = text, note, ref, url, evidence }: Stated, view: View): Value {
  const value =
    ref === undefined ? textValue(fuller, evidence, view, note) : refValue(ref, evidence, view, note);
  return url === undefined ? value : { ...value, url };
}

/** The values of a link, those of `link` alone. */
export function linkedValues<Id extends string | number>(
  all: readonly Linked<Id>[],
  link: Linked<Id>['link'],
  refOf: (id: Id, view: View) => Ref,
  view: View,
): Value[] {
  return all
    .filter((one) => one.link === link)
    .map((one) => refValue(refOf(one.id, view), one.evidence, view, one.note));
}

/** Who made a contribution, with what they were at that event. */
export function makerValue(maker: Maker, session: string, view: View): Value {
  switch (maker.kind) {
    case 'person': {
      const affiliation = view.records.affiliation(maker.id, session);
      const office = affiliation === undefined ? '' : roleOf(affiliation, view);
      return refValue(personRef(maker.id, view), NONE, view, office);
    }
    case 'organization':
      return refValue(organizationRef(maker.id, view), NONE, view);
    case 'session':
      return refValue(sessionRef(view.records.root(maker.id)?.id ?? maker.id, view), NONE, view);
    case 'unnamed':
      return textValue(maker.voice, NONE, view);
  }
}
