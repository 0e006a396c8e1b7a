/**
 * Addresses of the archive's pages: the one place that knows which path stands for which entry and for which line. Chats
 * link to these paths, pages link to each other by them, and a link that somebody shares is read back to its line here.
 */
import type { Answer, ItemKind } from './answer.ts';
import { goalId, lineOf, openedBy, readGoalId } from './line.ts';

/** What has a page of its own. */
export type EntryKind =
  | 'session'
  | 'person'
  | 'organization'
  | 'contribution'
  | 'topic'
  | 'group'
  | 'goal'
  | 'action-line'
  | 'country'
  | 'source';

/** The folder of each kind; `/sessions` lists what `/sessions/ID` shows one of. */
export const FOLDERS: Readonly<Record<EntryKind, string>> = {
  session: 'sessions',
  person: 'people',
  organization: 'organizations',
  contribution: 'contributions',
  topic: 'topics',
  group: 'groups',
  goal: 'goals',
  'action-line': 'action-lines',
  country: 'countries',
  source: 'sources',
};

const KINDS = new Map(Object.entries(FOLDERS).map(([kind, folder]) => [folder, kind as EntryKind]));

const KIND_OF_ITEM: Readonly<Partial<Record<ItemKind, EntryKind>>> = {
  session: 'session',
  person: 'person',
  organization: 'organization',
  statement: 'contribution',
  recommendation: 'contribution',
  practice: 'contribution',
  figure: 'contribution',
  poll: 'contribution',
  topic: 'topic',
  goal: 'goal',
  source: 'source',
};

/** The fields of `/recommendations` and the filters of a line that they stand for; `stance` has none. */
const FILTERS = { topic: 'topic', goal: 'sdg', to: 'to', event: 'session', country: 'country' } as const;

/** The path of an entry's page: `/sessions/wsis-forum-2022-session-181`, `/goals/8`. */
export function pathOf({ kind, id }: { readonly kind: EntryKind; readonly id: string | number }): string {
  return `/${FOLDERS[kind]}/${encodeURIComponent(id)}`;
}

/** The place of a citation on its source's page; of a range, the first place. */
export function pathOfPlace({ source, at }: { readonly source: string; readonly at: string }): string {
  return `${pathOf({ kind: 'source', id: source })}#${placeAnchor(at.split('-')[0] ?? at)}`;
}

/** The anchor of one place on the page of its source. */
export function placeAnchor(at: string): string {
  return `at-${at}`;
}

/** The path of the page of an answer's item, or undefined where it has none (a command, a document within a session). */
export function pathOfItem({
  kind,
  id,
}: {
  readonly kind: ItemKind;
  readonly id: string;
}): string | undefined {
  const entry = KIND_OF_ITEM[kind];
  if (entry === undefined || id === '') return undefined;
  // Answers name a goal `sdg-8`; other terms that an answer calls a topic are sent on to their own page.
  return pathOf({ kind: entry, id: entry === 'goal' ? (readGoalId(id) ?? id) : id });
}

/** The path of what an answer opens: its one subject. Undefined for lists and for whatever has no page. */
export function pathOfAnswer({ outcome, line, items }: Answer): string | undefined {
  const opened = openedBy(line);
  const first = items.find(({ id }) => id === opened);
  return outcome === 'found' && opened !== undefined && first !== undefined ? pathOfItem(first) : undefined;
}

/** The path that answers a line: `/search?q=sessions+sdg8`. */
export function pathOfLine(line: string): string {
  return `/search?${new URLSearchParams({ q: line })}`;
}

/** An address of the archive: the page of one entry, or a list of a kind; undefined for any other path. */
export function readPath(path: string): { readonly kind: EntryKind; readonly id?: string } | undefined {
  const [, folder = '', id, ...more] = path.split('/');
  const kind = KINDS.get(folder);
  if (kind === undefined || more.length > 0) return undefined;
  if (id === undefined || id === '') return { kind };
  try {
    return { kind, id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

/** A path without the slashes at its end, which some programs add to an address that is shared; undefined where it has none. */
export function withoutSlashes(path: string): string | undefined {
  const rest = path.replace(/\/+$/, '');
  return rest === path || rest === '' ? undefined : rest;
}

/** The line that a page's path and query stand for, or undefined where it stands for none. */
export function lineOfPath(
  path: string,
  fields: URLSearchParams = new URLSearchParams(),
): string | undefined {
  const shorter = withoutSlashes(path);
  if (shorter !== undefined) return lineOfPath(shorter, fields);
  if (path === '/' || path === '/search') return fields.get('q')?.trim() || undefined;
  if (path === '/sessions') return lineOf.sessions();
  if (path === '/recommendations') {
    const filters = Object.entries(FILTERS).flatMap(([field, filter]) => {
      const value = fields.get(field) ?? '';
      return isId(value) ? [[filter, value] as const] : [];
    });
    return lineOf.recommendations(Object.fromEntries(filters));
  }
  const entry = readPath(path);
  if (entry?.id === undefined || !isId(entry.id)) return undefined;
  switch (entry.kind) {
    case 'person':
      return lineOf.speaker(entry.id);
    case 'country':
      return lineOf.sessions({ country: entry.id });
    case 'goal':
      return /^\d{1,2}$/.test(entry.id) ? lineOf.open(goalId(entry.id)) : undefined;
    default:
      return lineOf.open(entry.id);
  }
}

/** The line behind an address below `origin`, or undefined for any other address. */
export function lineOfAddress(address: string, origin: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.origin === new URL(origin).origin ? lineOfPath(url.pathname, url.searchParams) : undefined;
}

/** What the ids of the knowledge look like; nothing else is put into a line. */
function isId(text: string): boolean {
  return /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(text);
}
