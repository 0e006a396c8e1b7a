/** Reads a request: which page or data is asked for, and the line in it. Pure, on plain values. */
import { LIMITS } from './limits.ts';

/** What of an HTTP request decides. */
export interface Incoming {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly acceptLanguage: string;
}

export type Visit =
  | { readonly kind: 'start' }
  /** A line to answer, as a page or as data. */
  | {
      readonly kind: 'page' | 'answer';
      readonly line: string;
      /** The canonical line of the answer before, which this one may continue. */
      readonly after?: string;
      readonly locale?: string;
    }
  | { readonly kind: 'suggest'; readonly text: string }
  | { readonly kind: 'asset'; readonly name: string }
  | {
      readonly kind: 'missing';
      readonly reason: string;
      readonly status: 400 | 404 | 405;
      readonly data: boolean;
    };

const ASSETS = '/assets/';

export function receive({ method, url, acceptLanguage }: Incoming): Visit {
  const [path = '/', query = ''] = split(url);
  const data = path.startsWith('/api/');
  if (method !== 'GET' && method !== 'HEAD') {
    return { kind: 'missing', status: 405, data, reason: 'Only GET and HEAD are served here.' };
  }
  const fields = new URLSearchParams(query);
  const line = fields.get('q');
  if (path === '/') {
    if (line === null || line.trim() === '') return { kind: 'start' };
    return { kind: 'page', line, ...follow(fields), ...localeOf(acceptLanguage) };
  }
  if (path === '/api/answer') {
    if (line === null) return missingLine('/api/answer?q=sessions+sdg8');
    return { kind: 'answer', line, ...follow(fields), ...localeOf(acceptLanguage) };
  }
  if (path === '/api/suggest') {
    if (line === null) return missingLine('/api/suggest?q=spea');
    return { kind: 'suggest', text: line };
  }
  if (path.startsWith(ASSETS)) return { kind: 'asset', name: path.slice(ASSETS.length) };
  return { kind: 'missing', status: 404, data, reason: 'There is no such page.' };
}

/** The address that asks a line. */
export function addressOf(line: string): string {
  return `/?${new URLSearchParams({ q: line })}`;
}

function missingLine(example: string): Visit {
  return { kind: 'missing', status: 400, data: true, reason: `The field q is missing. Example: ${example}` };
}

function split(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function follow(fields: URLSearchParams): { after?: string } {
  const after = fields.get('after') ?? '';
  return after === '' || after.length > LIMITS.after.value ? {} : { after };
}

/** The language that the reader puts first; `q` values are given in falling order by every browser. */
function localeOf(acceptLanguage: string): { locale?: string } {
  const tag = acceptLanguage.split(/[,;]/, 1)[0]?.trim() ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return {};
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    return locale === undefined ? {} : { locale };
  } catch {
    return {};
  }
}
