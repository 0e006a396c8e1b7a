/**
 * A test collection as TREC has them: `docs.jsonl` (id, title, body), `queries.jsonl` (id, text), `qrels.txt`
 * (query, 0, document, grade).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Judgements } from '../measure/metrics.ts';

export interface CollectionDocument {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface Collection {
  readonly name: string;
  readonly documents: readonly CollectionDocument[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly judgements: ReadonlyMap<string, Judgements>;
}

const FILES = ['docs.jsonl', 'queries.jsonl', 'qrels.txt'] as const;

/** The folder itself where it is a collection, else the collections in it. @throws Error where there is none. */
export function findCollections(folder: string): string[] {
  const isCollection = (path: string) => FILES.every((file) => existsSync(join(path, file)));
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}`);
  if (isCollection(folder)) return [folder];
  const inside = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isCollection);
  if (inside.length === 0)
    throw new Error(`${folder} is no collection, and holds none: ${FILES.join(', ')} are wanted`);
  return inside;
}

/** @throws Error naming file and line where something cannot be read. */
export function readCollection(folder: string): Collection {
  const judgements = new Map<string, Map<string, number>>();
  for (const [line, text] of linesOf(folder, 'qrels.txt')) {
    const [query, , document, grade] = text.split(/\s+/);
    if (query === undefined || document === undefined || !Number.isFinite(Number(grade)))
      throw new Error(`qrels.txt, line ${line}: "query 0 document grade" is wanted, but it is "${text}"`);
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, Number(grade)));
  }
  return {
    name: basename(folder),
    documents: linesOf(folder, 'docs.jsonl').map(([line, text]) => {
      const { id, title, body } = fieldsOf(text, 'docs.jsonl', line);
      return { id: String(id), title: String(title ?? ''), body: String(body ?? '') };
    }),
    queries: linesOf(folder, 'queries.jsonl').map(([line, text]) => {
      const { id, text: asked } = fieldsOf(text, 'queries.jsonl', line);
      return { id: String(id), text: String(asked ?? '') };
    }),
    judgements,
  };
}

function linesOf(folder: string, file: string): [line: number, text: string][] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((text, place): [number, string] => [place + 1, text.trim()])
    .filter(([, text]) => text !== '');
}

function fieldsOf(text: string, file: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'id' in value) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new Error(`${file}, line ${line}: a JSON object with an "id" is wanted`);
}
