/** Reads a request of the archive: which page is asked for. Pure, on plain values. */
import { type EntryKind, FOLDERS, readPath, withoutSlashes } from '../../../src/answer/address.ts';
import { RECOMMENDATION_FILTERS, type RecommendationFilters } from '../../../src/answer/entry.ts';
import type { ListKind } from '../../../src/engine.ts';
import { type Asked, type Incoming, localeOf, readAsked, split } from '../receive.ts';

export type ArchiveVisit =
  | { readonly kind: 'overview' }
  | { readonly kind: 'list'; readonly list: ListKind; readonly page: number }
  | { readonly kind: 'entry'; readonly entry: EntryKind; readonly id: string }
  | { readonly kind: 'recommendations'; readonly filters: RecommendationFilters; readonly page: number }
  | { readonly kind: 'search'; readonly asked?: Asked }
  /** The same without the slash at its end. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing'; readonly status: 404 | 405 };

/** Every path that the archive takes: exact, or a prefix where it ends in `/`. */
export const ARCHIVE_PATHS: readonly string[] = [
  ...['/archive', '/search', '/recommendations'].flatMap((path) => [path, `${path}/`]),
  ...Object.values(FOLDERS).flatMap((folder) => [`/${folder}`, `/${folder}/`]),
];

/** What was said has no list of its own: it is found by searching. */
function isList(kind: EntryKind): kind is ListKind {
  return kind !== 'contribution';
}

export function receiveArchive(incoming: Incoming): ArchiveVisit & { readonly locale?: string } {
  return { ...read(incoming), ...localeOf(incoming.acceptLanguage) };
}

function read({ method, url, acceptLanguage }: Incoming): ArchiveVisit {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'missing', status: 405 };
  const [path, query] = split(url);
  const shorter = withoutSlashes(path);
  if (shorter !== undefined && (ARCHIVE_PATHS.includes(shorter) || readPath(shorter) !== undefined))
    return { kind: 'moved', to: query === '' ? shorter : `${shorter}?${query}` };
  const fields = new URLSearchParams(query);
  if (path === '/archive') return { kind: 'overview' };
  if (path === '/search') {
    const asked = readAsked(fields, acceptLanguage);
    return asked === undefined || asked.line.trim() === '' ? { kind: 'search' } : { kind: 'search', asked };
  }
  if (path === '/recommendations') {
    return { kind: 'recommendations', filters: readFilters(fields), page: readPage(fields) };
  }
  const entry = readPath(path);
  if (entry?.id !== undefined) return { kind: 'entry', entry: entry.kind, id: entry.id };
  if (entry !== undefined && isList(entry.kind))
    return { kind: 'list', list: entry.kind, page: readPage(fields) };
  return { kind: 'missing', status: 404 };
}

function readFilters(fields: URLSearchParams): RecommendationFilters {
  return Object.fromEntries(
    RECOMMENDATION_FILTERS.flatMap((name) => {
      const value = fields.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function readPage(fields: URLSearchParams): number {
  const page = fields.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}
