/**
 * The two pages that install the app in a workspace: one leads to Slack, the other takes Slack's answer and keeps the
 * tokens. Mounted by us on the one server: Bolt would open a second one. Knows the OAuth library by its shape alone.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log, Route } from '../../src/adapter.ts';
import { describe } from './deliveries.ts';
import { SCOPES, UNFURL_SCOPES } from './manifest.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** The part of @slack/oauth's InstallProvider that is used. */
export interface Installer {
  handleInstallPath(
    request: IncomingMessage,
    response: ServerResponse,
    options: undefined,
    install: { scopes: string[]; redirectUri: string },
  ): Promise<void>;
  handleCallback(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function installRoutes(installer: Installer, redirectUri: string, log: Log): readonly Route[] {
  const install = { scopes: [...SCOPES, ...UNFURL_SCOPES], redirectUri };
  const page =
    (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      // The state's cookie and Slack's code are for one browser, once.
      response.setHeader('Cache-Control', 'no-store');
      if (request.method !== 'GET') {
        response.writeHead(405, { Allow: 'GET', 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('This page is read, not written.\n');
        return;
      }
      serve(request, response).catch((error: unknown) => {
        log.error({ error: describe(error) }, 'a page for installing failed');
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Installing failed. Please try again.\n');
      });
    };
  return [
    {
      path: INSTALL_PATH,
      handle: page((request, response) => installer.handleInstallPath(request, response, undefined, install)),
    },
    { path: REDIRECT_PATH, handle: page((request, response) => installer.handleCallback(request, response)) },
  ];
}
