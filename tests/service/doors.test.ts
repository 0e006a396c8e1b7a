import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import type { Route, Status } from '../../src/contract/adapter.ts';
import { createGate } from '../../src/service/access.ts';
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
  readonly opening?: boolean;
  readonly token?: string;
  readonly headers?: IncomingMessage['headers'];
}

function find(
  path: string,
  {
    local = false,
    publicArchive = false,
    state = 'ready',
    method = 'GET',
    opening = false,
    token,
    headers = {},
  }: Case = {},
) {
  const finder = createFinder({
    publicArchive,
    isLocal: () => local,
    gate: createGate(token),
    opening: () => opening,
    own: OWN,
    routes: (asked) => {
      const exact = ROUTES.filter((route) => route.path === asked);
      return exact.length > 0 ? exact : ROUTES.filter((route) => route.path === '/');
    },
    statuses: () => new Map([['slack', { state, detail: '' }]]),
  });
  const found = finder({ method, headers, url: path, socket: {} } as IncomingMessage, path);
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

  test('with a token, this machine has to show it for what is its alone', () => {
    const token = 'a token that nobody guesses';
    for (const path of ['/', '/metrics', '/sessions/x']) {
      expect(find(path, { local: true, token })).toBe(401);
      expect(find(path, { local: true, token, headers: { authorization: 'Bearer wrong' } })).toBe(401);
    }
    expect(
      find('/metrics', { local: true, token: 'right', headers: { authorization: 'Bearer right' } }),
    ).toBe('/metrics');
    for (const path of ['/events', '/healthz']) expect(find(path, { local: true, token })).toBe(path);
    expect(find('/', { token })).toBe(404);
    expect(find('/', { token, publicArchive: true })).toBe('/ (archive)');
  });

  test('while nothing is open yet, everybody is asked to come again, but for probes', () => {
    for (const path of ['/events', '/', '/sessions/x'])
      for (const method of ['GET', 'POST'])
        expect(find(path, { local: true, method, opening: true })).toBe(503);
    expect(find('/healthz', { opening: true })).toBe('/healthz');
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
