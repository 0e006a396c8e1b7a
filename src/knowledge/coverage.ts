/**
 * Whether the work is complete: every place of every source is evidence of something, and every entry serves.
 */
import type { Ledger } from './ledger.ts';
import { KIND_NAMES, type PlaceTable } from './ledger.ts';
import type { Contribution, ContributionKind } from './model.ts';
import type { Kind, Written } from './read.ts';

/** How far one source is covered. */
export interface Coverage {
  readonly source: string;
  /** Places that something should be taken from. */
  readonly places: number;
  readonly covered: number;
  /** The places that nothing is taken from. */
  readonly missing: readonly string[];
  /** Contributions that cite the source, by kind. */
  readonly contributions: Readonly<Partial<Record<ContributionKind, number>>>;
}

function missingPlaces({ places, cited }: PlaceTable): string[] {
  return places.filter((place, index) => place.empty === undefined && !cited.has(index)).map(({ at }) => at);
}

/** The coverage of every source, after all evidence was expanded. */
export function coverageOf(ledger: Ledger, contributions: readonly Contribution[]): Coverage[] {
  return [...ledger.tables].map(([source, table]) => {
    const missing = missingPlaces(table);
    const counts: Partial<Record<ContributionKind, number>> = {};
    for (const { kind, evidence } of contributions) {
      if (evidence.some((item) => item.source === source)) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const places = table.places.filter(({ empty }) => empty === undefined).length;
    return { source, places, covered: places - missing.length, missing, contributions: counts };
  });
}

function checkPlaces(ledger: Ledger): void {
  for (const entry of ledger.written.source) {
    const table = ledger.tables.get(entry.value.id);
    if (table === undefined) continue;
    const missing = missingPlaces(table);
    if (missing.length > 0) {
      const total = table.places.filter(({ empty }) => empty === undefined).length;
      const shown = missing.slice(0, 12).join(', ') + (missing.length > 12 ? ', …' : '');
      const message = `${missing.length} of ${total} places are not covered: ${shown}.`;
      const remedy =
        'Take their claims and facts into an event, or mark a place that holds none with `empty: why`.';
      ledger.report(entry, ['places'], message, remedy, 'uncovered');
    }
    for (const [index, { at, empty }] of table.places.entries()) {
      if (empty !== undefined && table.cited.has(index)) {
        const message = `The place "${at}" is marked as empty, but is cited.`;
        ledger.report(entry, ['places'], message, 'Remove `empty`, or the citation.', 'uncovered');
      }
    }
  }
}

/** Whatever a used entry is part of is used as well. */
function useParents(
  ledger: Ledger,
  kind: 'organization' | 'topic' | 'group',
  field: 'parent' | 'broader',
): void {
  for (const entry of ledger.written[kind]) {
    if (!ledger.isUsed(kind, entry.value.id)) continue;
    let value: { readonly parent?: string; readonly broader?: string } | undefined =
      entry.value as typeof value;
    for (let id = value?.[field]; id !== undefined && !ledger.isUsed(kind, id); id = value?.[field]) {
      ledger.use(kind, id);
      value = ledger.get(kind, id)?.value as typeof value;
    }
  }
}

function checkUse(ledger: Ledger): void {
  useParents(ledger, 'organization', 'parent');
  useParents(ledger, 'topic', 'broader');
  useParents(ledger, 'group', 'broader');
  const remedies: Partial<Record<Kind, string>> = {
    source: 'Cite it, or remove it.',
    organization: 'Refer to it (organizers, appearances, `by`, `about` …), or remove it.',
    topic: 'Give it to a contribution or session, or remove it.',
    group: 'Use it in `to` or as the `kind` of an organization, or remove it.',
  };
  for (const [kind, remedy] of Object.entries(remedies) as [keyof Written, string][]) {
    for (const entry of ledger.written[kind]) {
      const id = (entry.value as { readonly id: string }).id;
      if (ledger.isUsed(kind, id)) continue;
      ledger.report(
        entry,
        ['id'],
        `Nothing refers to the ${KIND_NAMES[kind].one} "${id}".`,
        remedy,
        'unused',
      );
    }
  }
  const appearing = new Set(
    ledger.written.session.flatMap(({ value }) => value.appearances.map(({ person }) => person)),
  );
  for (const entry of ledger.written.person) {
    const { id } = entry.value;
    if (appearing.has(id)) continue;
    const message = `"${id}" appears in no session.`;
    ledger.report(entry, ['id'], message, 'Add an appearance to a session, or remove the person.', 'unused');
  }
}

/** Reports what is missing to a complete work. Only sensible when nothing was left out for being faulty. */
export function checkComplete(ledger: Ledger): void {
  checkPlaces(ledger);
  checkUse(ledger);
}
