/** Reads a request: which page or data is asked for, and the line in it. Pure, on plain values. */

import type { Answer } from '../../src/answer/answer.ts';
import { isSubject } from '../../src/answer/line.ts';
import { LIMITS } from './limits.ts';

/** What of an HTTP request decides. */
export interface Incoming {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly acceptLanguage: string;
}

/** A line to answer. */
export interface Asked {
  readonly line: string;
  /** The continuation of the answer before, or its canonical line, which this one may continue. */
  readonly after?: string;
  readonly locale?: string;
}

export type Visit =
  | { readonly kind: 'start' }
  /** As a page or as data. */
  | (Asked & { readonly kind: 'page' | 'answer' })
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
  if (path === '/') {
    const asked = readAsked(fields, acceptLanguage);
    return asked === undefined || asked.line.trim() === '' ? { kind: 'start' } : { kind: 'page', ...asked };
  }
  if (path === '/api/answer') {
    const asked = readAsked(fields, acceptLanguage);
    return asked === undefined ? missingLine('/api/answer?q=sessions+sdg8') : { kind: 'answer', ...asked };
  }
  if (path === '/api/suggest') {
    const text = fields.get('q');
    return text === null ? missingLine('/api/suggest?q=spea') : { kind: 'suggest', text };
  }
  if (path.startsWith(ASSETS)) return { kind: 'asset', name: path.slice(ASSETS.length) };
  return { kind: 'missing', status: 404, data, reason: 'There is no such page.' };
}

/** The line in a query, and what it may continue; undefined where there is none. */
export function readAsked(fields: URLSearchParams, acceptLanguage: string): Asked | undefined {
  const line = fields.get('q');
  return line === null ? undefined : { line, ...follow(fields), ...localeOf(acceptLanguage) };
}

/** What the next line may continue: this answer, or what came before where it has no subject of its own. */
export function continuationOf(answer: Answer, before = ''): string {
  return isSubject(answer.line) ? answer.continuation : before;
}

/** The address that asks a line. */
export function addressOf(line: string): string {
  return `/?${new URLSearchParams({ q: line })}`;
}

function missingLine(example: string): Visit {
  return { kind: 'missing', status: 400, data: true, reason: `The field q is missing. Example: ${example}` };
}

/** Path and query of an address as it was sent. */
export function split(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function follow(fields: URLSearchParams): { after?: string } {
  const after = fields.get('after') ?? '';
  return after === '' || after.length > LIMITS.after.value ? {} : { after };
}

/** The language that the reader puts first; `q` values are given in falling order by every browser. */
export function localeOf(acceptLanguage: string): { locale?: string } {
  const tag = acceptLanguage.split(/[,;]/, 1)[0]?.trim() ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return {};
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    return locale === undefined ? {} : { locale };
  } catch {
    return {};
  }
}
