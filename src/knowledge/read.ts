/**
 * Reads the knowledge files into entries as they are written: parsed, held to the schema, each with its file and path,
 * so that every later check can still name the line.
 */
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { explain } from './explain.ts';
import { type Found, type KnowledgeFile, readableName } from './files.ts';
import { type ParsedFile, parseFile } from './parse.ts';
import { fieldName, type Level, type Path, type Problem } from './problem.ts';
import { contributionSchema, eventHeadSchema, FILES, sessionSchema } from './schema.ts';

/** The files at a fixed place, and the kind of entry that each lists. */
const LISTS = {
  'sources.yaml': 'source',
  'people.yaml': 'person',
  'organizations.yaml': 'organization',
  'topics.yaml': 'topic',
  'vocabulary/groups.yaml': 'group',
  'vocabulary/goals.yaml': 'goal',
  'vocabulary/action-lines.yaml': 'actionLine',
  'vocabulary/countries.yaml': 'country',
  'vocabulary/equivalents.yaml': 'equivalent',
} as const satisfies Record<keyof typeof FILES, string>;

type ListName = keyof typeof LISTS;

/** A value with the place that it was read from. */
export interface Entry<Value> {
  readonly value: Value;
  readonly file: ParsedFile;
  /** Of the entry, in its file. */
  readonly path: Path;
  /** The source that bare places refer to; only in the files of events. */
  readonly source?: string;
}

type ListEntries = {
  readonly [Name in ListName as (typeof LISTS)[Name]]: Entry<z.output<(typeof FILES)[Name]>[number]>[];
};

/** All entries by kind, in the order of the files. */
export interface Written extends ListEntries {
  readonly session: Entry<z.output<typeof sessionSchema>>[];
  readonly contribution: Entry<z.output<typeof contributionSchema>>[];
}

/** What one can refer to. */
export type Kind = keyof Written;

/** What the files say, before it is looked at whether it holds together. */
export interface ReadFiles {
  readonly written: Written;
  readonly problems: Problem[];
  /** Ids of entries that are there but faulty: references to them do not dangle. */
  readonly faulty: ReadonlySet<string>;
  /** Kinds of which a whole file could not be read: that an entry is absent proves nothing. */
  readonly incomplete: ReadonlySet<Kind>;
}

/** The problem with the value at `path` of `file`. */
export function problemAt(
  file: ParsedFile,
  path: Path,
  message: string,
  remedy: string,
  options: { readonly entry?: string | undefined; readonly level?: Level } = {},
): Problem {
  const entry = options.entry === undefined ? {} : { entry: options.entry };
  const level = options.level ?? 'error';
  return { level, file: file.path, ...file.locate(path), field: fieldName(path), ...entry, message, remedy };
}

function idOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { id, goal } = value as { id?: unknown; goal?: unknown };
  if (typeof id === 'string') return id;
  return typeof goal === 'number' ? String(goal) : undefined;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly faulty = new Set<string>();
  readonly incomplete = new Set<Kind>();
  readonly written: Written = {
    source: [],
    person: [],
    organization: [],
    topic: [],
    group: [],
    goal: [],
    actionLine: [],
    country: [],
    equivalent: [],
    session: [],
    contribution: [],
  };

  /** Checks one entry; a faulty one is reported and left out. */
  private entry<Value>(
    schema: z.ZodType<Value>,
    data: unknown,
    at: { readonly file: ParsedFile; readonly path: Path; readonly source?: string },
    into: Entry<Value>[],
  ): void {
    const result = schema.safeParse(data);
    if (result.success) {
      into.push({ value: result.data, ...at });
      return;
    }
    const id = idOf(data);
    if (id !== undefined) this.faulty.add(id);
    for (const { path, message, remedy } of explain(schema, data, result.error.issues)) {
      this.problems.push(problemAt(at.file, [...at.path, ...path], message, remedy, { entry: id }));
    }
  }

  private list(name: ListName, file: ParsedFile): void {
    if (!Array.isArray(file.data)) {
      this.incomplete.add(LISTS[name]);
      const empty = file.data === null || file.data === undefined;
      const message = empty ? 'The file is empty.' : 'The file should hold a list.';
      const remedy = empty
        ? 'Write its entries, or [] for none, or delete it.'
        : 'Begin each entry with "- ".';
      this.problems.push(problemAt(file, [], message, remedy));
      return;
    }
    const schema: z.ZodType = FILES[name].element;
    const into: Entry<unknown>[] = this.written[LISTS[name]];
    for (const [index, data] of file.data.entries()) this.entry(schema, data, { file, path: [index] }, into);
  }

  private event(file: ParsedFile): void {
    const head = eventHeadSchema.safeParse(file.data);
    if (!head.success) {
      if (file.data === null || file.data === undefined) {
        const remedy = 'Write `source:`, `sessions:` and `contributions:`, or delete it.';
        this.problems.push(problemAt(file, [], 'The file is empty.', remedy));
      } else {
        for (const { path, message, remedy } of explain(eventHeadSchema, file.data, head.error.issues)) {
          this.problems.push(problemAt(file, path, message, remedy));
        }
      }
    }
    const data = (typeof file.data === 'object' ? file.data : null) as Record<string, unknown> | null;
    const source = typeof data?.source === 'string' ? { source: data.source } : {};
    const sections = [
      ['sessions', 'session', sessionSchema],
      ['contributions', 'contribution', contributionSchema],
    ] as const;
    for (const [key, kind, schema] of sections) {
      const items = data?.[key] ?? [];
      if (data === null || !Array.isArray(items)) {
        this.incomplete.add(kind);
        continue;
      }
      const into: Entry<unknown>[] = this.written[kind];
      for (const [index, item] of items.entries()) {
        this.entry(schema as z.ZodType, item, { file, path: [key, index], ...source }, into);
      }
    }
  }

  /** Notes what a file or folder would have held. */
  unreadable(path: string): void {
    const holds = (file: string) => path === '' || file === path || file.startsWith(`${path}/`);
    for (const [file, kind] of Object.entries(LISTS)) if (holds(file)) this.incomplete.add(kind);
    if (holds('events') || path.startsWith('events/')) this.incomplete.add('session').add('contribution');
  }

  file(found: KnowledgeFile): void {
    const { parsed, problems } = parseFile(found);
    this.problems.push(...problems);
    if (parsed === undefined) this.unreadable(found.path);
    else if (found.path in LISTS) this.list(found.path as ListName, parsed);
    else if (found.path.startsWith('events/')) this.event(parsed);
    else {
      const near = nearest(found.path, Object.keys(LISTS));
      const remedy = `Put events below events/; the other files are ${Object.keys(LISTS).join(', ')}.`;
      const message = 'This is not a file of the knowledge.';
      this.problems.push(
        problemAt(parsed, [], message, near === undefined ? remedy : `Did you mean ${near}? ${remedy}`),
      );
    }
  }
}

/**
 * Reads all files that were found. Gives way to other work between them, so that a running bot keeps answering while it
 * reloads.
 */
export async function readKnowledge({ files, problems }: Found): Promise<ReadFiles> {
  const reader = new Reader();
  reader.problems.push(...problems);
  for (const { file } of problems) reader.unreadable(readableName(file));
  for (const file of files) {
    reader.file(file);
    await setImmediate();
  }
  return reader;
}
