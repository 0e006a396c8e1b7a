/**
 * What the checks share while they go over the entries: which ids there are, which of them are referred to, which
 * places of the sources are cited, and the problems found so far.
 */

import { nearest } from '../text/nearest.ts';
import { type Citation, formatPlaces, parseCitation } from './at.ts';
import type { Evidence, Place } from './model.ts';
import type { ParsedFile } from './parse.ts';
import type { Level, Path, Problem } from './problem.ts';
import { type Entry, type Kind, problemAt, type ReadFiles, type Written } from './read.ts';

interface KindNames {
  readonly one: string;
  /** Where a new one is written. */
  readonly home: string;
}

export const KIND_NAMES: Readonly<Record<Kind, KindNames>> = {
  source: { one: 'source', home: 'sources.yaml' },
  session: { one: 'session', home: 'a file below events/' },
  person: { one: 'person', home: 'people.yaml' },
  organization: { one: 'organization', home: 'organizations.yaml' },
  contribution: { one: 'contribution', home: 'a file below events/' },
  topic: { one: 'topic', home: 'topics.yaml' },
  group: { one: 'group', home: 'vocabulary/groups.yaml' },
  goal: { one: 'goal', home: 'vocabulary/goals.yaml' },
  actionLine: { one: 'action line', home: 'vocabulary/action-lines.yaml' },
  country: { one: 'country', home: 'vocabulary/countries.yaml' },
  equivalent: { one: 'group of equivalent words', home: 'vocabulary/equivalents.yaml' },
};

/** The id of an entry; that of a goal is its number. */
export function idOf(entry: Entry<{ readonly id: string } | { readonly goal: number }>): string {
  return 'id' in entry.value ? entry.value.id : String(entry.value.goal);
}

/** The places of one source, in the order in which it lists them, and which of them are cited. */
export interface PlaceTable {
  readonly places: readonly Place[];
  readonly order: ReadonlyMap<string, number>;
  readonly cited: Set<number>;
  /** Some of its places are not in it, because their range is faulty. */
  readonly faulty: boolean;
}

/** One look at the knowledge, from the entries that were read to all that is wrong with them. */
export class Ledger {
  readonly written: Written;
  readonly problems: Problem[];
  /** By source. */
  readonly tables = new Map<string, PlaceTable>();
  private readonly reading: ReadFiles;
  private readonly sourceless = new Set<ParsedFile>();
  private readonly known: Record<Kind, Map<string, Entry<unknown>>>;
  private readonly used = new Map<Kind, Set<string>>();

  constructor(reading: ReadFiles) {
    this.reading = reading;
    this.written = reading.written;
    this.problems = [...reading.problems];
    const known = {} as Record<Kind, Map<string, Entry<unknown>>>;
    for (const kind of Object.keys(reading.written) as Kind[]) {
      known[kind] = new Map();
      for (const entry of reading.written[kind]) {
        const id = idOf(entry);
        if (!known[kind].has(id)) known[kind].set(id, entry);
      }
    }
    this.known = known;
  }

  report(entry: Entry<unknown>, path: Path, message: string, remedy: string, level: Level = 'error'): void {
    const value = entry.value as { id?: string; goal?: number };
    const id = value.id ?? (value.goal === undefined ? undefined : `goal ${value.goal}`);
    this.problems.push(
      problemAt(entry.file, [...entry.path, ...path], message, remedy, { entry: id, level }),
    );
  }

  has(kind: Kind, id: string): boolean {
    return this.known[kind].has(id);
  }

  get<K extends Kind>(kind: K, id: string): Written[K][number] | undefined {
    return this.known[kind].get(id) as Written[K][number] | undefined;
  }

  /** Counts `id` as referred to. */
  use(kind: Kind, id: string): void {
    const ids = this.used.get(kind) ?? new Set();
    this.used.set(kind, ids.add(id));
  }

  isUsed(kind: Kind, id: string): boolean {
    return this.used.get(kind)?.has(id) ?? false;
  }

  /** Whether the absence of `id` is sure: no faulty entry has it, and all files of its kind could be read. */
  private isSurelyAbsent(id: string, kinds: readonly Kind[]): boolean {
    return !this.reading.faulty.has(id) && !kinds.some((kind) => this.reading.incomplete.has(kind));
  }

  /**
   * Follows a reference to an entry of one of `kinds` and counts it as use. Gives the kind found; reports the reference
   * and gives undefined where there is none.
   */
  refer<K extends Kind>(
    entry: Entry<unknown>,
    path: Path,
    id: string,
    kinds: readonly K[],
    counts = true,
  ): K | undefined {
    const kind = kinds.find((candidate) => this.has(candidate, id));
    if (kind !== undefined) {
      if (counts) this.use(kind, id);
      return kind;
    }
    if (!this.isSurelyAbsent(id, kinds)) return undefined;
    const nouns = kinds.map((candidate) => KIND_NAMES[candidate].one).join(' or ');
    const homes = [...new Set(kinds.map((candidate) => KIND_NAMES[candidate].home))].join(' or ');
    const other = (Object.keys(this.known) as Kind[]).find((candidate) => this.has(candidate, id));
    const near = nearest(
      id,
      kinds.flatMap((candidate) => [...this.known[candidate].keys()]),
    );
    const meant = near === undefined ? '' : `Did you mean "${near}"? Otherwise add`;
    const is = other === undefined ? '' : ` "${id}" is the id of another kind: ${KIND_NAMES[other].one}.`;
    this.report(
      entry,
      path,
      `There is no ${nouns} "${id}".${is}`,
      `${meant === '' ? 'Add' : meant} "${id}" to ${homes}.`,
    );
    return undefined;
  }

  /** The `source` of a file that names none: said once, not for each citation in it. */
  private reportOwnSource(entry: Entry<unknown>, source: string): void {
    if (this.sourceless.has(entry.file)) return;
    this.sourceless.add(entry.file);
    this.refer({ ...entry, path: [], value: {} }, ['source'], source, ['source']);
  }

  private resolve(entry: Entry<unknown>, path: Path, citation: Citation): Evidence | undefined {
    if (citation.source === entry.source && !this.has('source', citation.source)) {
      this.reportOwnSource(entry, citation.source);
      return undefined;
    }
    if (this.refer(entry, path, citation.source, ['source']) === undefined) return undefined;
    const table = this.tables.get(citation.source);
    // Of a source whose list of places is faulty, it is not known which places are missing.
    if (table === undefined || table.faulty) return undefined;
    const range = [citation.first, citation.last].map((place) => table.order.get(place));
    const [first, last] = range;
    if (first === undefined || last === undefined) {
      const missing = first === undefined ? citation.first : citation.last;
      // One number is as near as another.
      const near = /^\d+$/.test(missing) ? undefined : nearest(missing, table.order.keys());
      const remedy = `Cite one of its places, or add "${missing}" to its \`places\` in sources.yaml.`;
      this.report(
        entry,
        path,
        `The source "${citation.source}" has no place "${missing}".`,
        near === undefined ? remedy : `Did you mean "${near}"? ${remedy}`,
      );
      return undefined;
    }
    if (first > last) {
      const message = `The range "${formatPlaces(citation)}" runs backwards in "${citation.source}".`;
      this.report(entry, path, message, `Write "${citation.last}-${citation.first}".`);
      return undefined;
    }
    for (let place = first; place <= last; place += 1) table.cited.add(place);
    return { source: citation.source, at: formatPlaces(citation) };
  }

  /** Expands the short forms of `at`; those that are wrong are reported and left out. */
  evidence(entry: Entry<unknown>, path: Path, at: string | readonly string[]): Evidence[] {
    const forms =
      typeof at === 'string'
        ? [{ form: at, path }]
        : at.map((form, index) => ({ form, path: [...path, index] }));
    const evidence: Evidence[] = [];
    for (const { form, path: where } of forms) {
      const citation = parseCitation(form, entry.source);
      if ('message' in citation) {
        // Without a source of its own the whole file is at fault, which is reported once.
        if (entry.source === undefined && entry.file.path.startsWith('events/')) continue;
        this.report(entry, where, citation.message, citation.remedy);
        continue;
      }
      const found = this.resolve(entry, where, citation);
      if (found === undefined) continue;
      if (evidence.some((earlier) => earlier.source === found.source && earlier.at === found.at)) {
        this.report(entry, where, `"${form}" is cited twice.`, 'Cite it once.');
      } else evidence.push(found);
    }
    return evidence;
  }
}
