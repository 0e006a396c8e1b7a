/**
 * The two pages that install the app in a workspace: one leads to Slack, the other takes Slack's answer and keeps the
 * tokens. Mounted by us on the one server: Bolt would open a second one. Knows the OAuth library by its shape alone.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log, Route } from '../../src/adapter.ts';
import { words } from '../../src/answer/words.ts';
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
        log.error({ failure: describe(error) }, 'a page for installing failed');
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

/** The page that leads to Slack: one link, nothing loaded from elsewhere. */
export function installPage(url: string): string {
  const href = url.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Install ${words.product} in Slack</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
<h1>Install ${words.product} in Slack</h1>
<p>Slack will show what ${words.product} asks for: to be mentioned, to answer, its commands, and what you write to it directly. It cannot read your channels.</p>
<p><a href="${href}">Continue to Slack</a></p>
</html>
`;
}
