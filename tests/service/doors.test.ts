import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import type { Route, Status } from '../../src/contract/adapter.ts';
import { createFinder } from '../../src/service/doors.ts';

const handle = () => {};
const OWN: readonly Route[] = [
  { path: '/healthz', handle },
  { path: '/metrics', audience: 'local', handle },
];
const ROUTES: readonly Route[] = [
  { path: '/events', handle },
  { path: '/', audience: 'local', handle },
  { path: '/', audience: 'archive', handle },
];

interface Case {
  readonly local?: boolean;
  readonly publicArchive?: boolean;
  readonly state?: Status['state'];
  readonly method?: string;
}

function find(
  path: string,
  { local = false, publicArchive = false, state = 'ready', method = 'GET' }: Case = {},
) {
  const finder = createFinder({
    publicArchive,
    isLocal: () => local,
    own: OWN,
    routes: (asked) => {
      const exact = ROUTES.filter((route) => route.path === asked);
      return exact.length > 0 ? exact : ROUTES.filter((route) => route.path === '/');
    },
    statuses: () => new Map([['slack', { state, detail: '' }]]),
  });
  const found = finder({ method } as IncomingMessage, path);
  if ('status' in found) return found.status;
  return found.route.path === '/' ? `/ (${found.route.audience})` : found.route.path;
}

describe('which door leads where', () => {
  test('from outside: deliveries and health, neither page nor figures', () => {
    expect(find('/events', { method: 'POST' })).toBe('/events');
    expect(find('/healthz')).toBe('/healthz');
    expect(find('/metrics')).toBe(404);
    expect(find('/')).toBe(404);
    expect(find('/sessions/x')).toBe(404);
  });

  test('from outside with a public archive: the page as well, still not the figures', () => {
    expect(find('/', { publicArchive: true })).toBe('/ (archive)');
    expect(find('/metrics', { publicArchive: true })).toBe(404);
  });

  test('from this machine: everything', () => {
    for (const path of ['/events', '/metrics', '/healthz']) expect(find(path, { local: true })).toBe(path);
    expect(find('/', { local: true })).toBe('/ (local)');
    expect(find('/', { local: true, publicArchive: true })).toBe('/ (local)');
  });

  test('a delivery for an adapter that is not connected yet is asked to come again; a reader is not', () => {
    for (const state of ['starting', 'degraded'] as const) {
      expect(find('/other/events', { method: 'POST', state })).toBe(503);
      expect(find('/other', { local: true, state })).toBe('/ (local)');
    }
    expect(find('/other/events', { method: 'POST' })).toBe(404);
    expect(find('/events', { method: 'POST', state: 'degraded' })).toBe('/events');
  });
});
