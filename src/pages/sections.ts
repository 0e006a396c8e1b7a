/** Sections that pages of what things are about have in common. */

import type { Section, Value } from '../answer/entry.ts';
import type { Appearance, Contribution, Linked, Session } from '../knowledge/model.ts';
import { sessionDate } from '../saying/dates.ts';
import { sessionRef } from '../saying/refs.ts';
import { attendanceOf } from './attendance.ts';
import { claimOf } from './claims.ts';
import type { Draft } from './draft.ts';
import { NONE, refValue, textValue } from './values.ts';
import type { View } from './view.ts';

/** Most claims under one heading; a line lists all. */
const SHOWN = 40;

/** Most values or appearances under one heading, likewise. */
const VALUES = 100;

/** What the pages of topics, groups, goals, action lines and countries share. */
export function termDraft(
  title: string,
  kind: string,
  view: View,
): Omit<Draft, 'ref' | 'facts' | 'sections' | 'line'> {
  return { kind, title, subtitle: '', lead: textValue('', NONE, view), within: [] };
}

/** The one section of a page of something that the archive does not touch. */
export function untouched(view: View): Section {
  return valuesSection('said', view.says.pages.heading.said, [], { note: view.says.pages.note.untouched });
}

/** Values under a heading, or a note in their place. `line` lists all of them where there are more than a page shows. */
export function valuesSection(
  id: string,
  heading: string,
  values: readonly Value[],
  { note = '', line }: { readonly note?: string; readonly line?: string } = {},
): Section {
  const cut = line !== undefined && values.length > VALUES;
  return {
    kind: 'values',
    id,
    heading,
    note,
    values: cut ? values.slice(0, VALUES) : values,
    ...(cut ? { more: { total: values.length, line } } : {}),
  };
}

/** Claims under a heading that counts them. `line` lists all of them where there are more than a page shows. */
export function claimsSection(
  id: string,
  heading: string,
  all: readonly Contribution[],
  line: string,
  view: View,
): Extract<Section, { kind: 'claims' }> {
  return {
    kind: 'claims',
    id,
    heading: view.says.pages.counted(heading, all.length),
    note: '',
    groups: [{ claims: all.slice(0, SHOWN).map((one) => claimOf(one, view)) }],
    ...(all.length > SHOWN ? { more: { total: all.length, line } } : {}),
  };
}

/**
 * Who was somewhere, under a heading; nothing where nobody was. `line` lists all people where there are more than a page
 * shows; `session`: the one that the page is about.
 */
export function attendanceSection(
  heading: string,
  about: 'session' | 'organization' | 'country',
  all: readonly Appearance[],
  view: View,
  { line, session }: { readonly line: string; readonly session?: string },
): Section[] {
  if (all.length === 0) return [];
  const total = new Set(all.map(({ person }) => person)).size;
  return [
    {
      kind: 'attendance',
      id: 'people',
      heading: view.says.pages.counted(heading, total),
      note: '',
      about,
      rows: all.slice(0, VALUES).map((one) => attendanceOf(one, view, session)),
      ...(all.length > VALUES ? { more: { total, line } } : {}),
    },
  ];
}

/** Events in which something was said on a subject, or that have it themselves; with how much was said. */
export function eventsOf(
  view: View,
  said: readonly Contribution[],
  linksOf: (session: Session) => readonly Linked<string>[],
): Value[] {
  const { records, relations } = view;
  const counts = new Map<string, number>();
  for (const { session } of said) {
    const root = records.root(session)?.id ?? session;
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return relations.roots.flatMap((root) => {
    const count = counts.get(root.id) ?? 0;
    const own = linksOf(root);
    if (count === 0 && own.length === 0) return [];
    const note = [
      sessionDate(root, view),
      own.length > 0 && own.every(({ link }) => link === 'related') ? view.says.related : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
    const evidence = own.flatMap((one) => one.evidence);
    return [
      { ...refValue(sessionRef(root.id, view), evidence, view, note), ...(count > 0 ? { count } : {}) },
    ];
  });
}
