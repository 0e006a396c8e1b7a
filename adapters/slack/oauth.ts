/**
 * The two pages that install the app in a workspace: one leads to Slack, the other takes Slack's answer and keeps the
 * tokens. Mounted by us on the one server: Bolt would open a second one. Knows the OAuth library by its shape alone.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log, Route } from '../../src/contract/adapter.ts';
import { SCOPES, UNFURL_SCOPES } from './manifest.ts';
import { saysIn } from './says.ts';

export const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

/** The part of @slack/oauth's InstallProvider that is used. */
export interface Installer {
  handleInstallPath(
    request: IncomingMessage,
    response: ServerResponse,
    options: undefined,
    install: { scopes: string[]; redirectUri: string },
  ): Promise<void>;
  handleCallback(
    request: IncomingMessage,
    response: ServerResponse,
    options: {
      success(installation: Installed, ...more: readonly [unknown, unknown, ServerResponse]): void;
      failure(error: Error, ...more: readonly [unknown, unknown, ServerResponse]): void;
    },
  ): Promise<void>;
}

/** What the page for the end of it says of an installation. */
export interface Installed {
  readonly appId?: string | undefined;
  readonly team?: { readonly id: string; readonly name?: string | undefined } | undefined;
  readonly enterprise?: { readonly name?: string | undefined } | undefined;
}

export function installRoutes(installer: Installer, redirectUri: string, log: Log): readonly Route[] {
  const install = { scopes: [...SCOPES, ...UNFURL_SCOPES], redirectUri };
  const page =
    (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      // The state's cookie and Slack's code are for one browser, once.
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Security-Policy', POLICY);
      if (request.method !== 'GET') {
        response.writeHead(405, { Allow: 'GET', 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('This page is read, not written.\n');
        return;
      }
      serve(request, response).catch((error: unknown) => {
        log.error({ error }, 'a page for installing failed');
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Installing failed. Please try again.\n');
      });
    };
  return [
    {
      path: INSTALL_PATH,
      handle: page((request, response) => installer.handleInstallPath(request, response, undefined, install)),
    },
    {
      path: REDIRECT_PATH,
      handle: page((request, response) =>
        installer.handleCallback(request, response, {
          success: (installation, _options, _request, end) => show(end, 200, installedPage(installation)),
          failure: (error, _options, _request, end) => {
            const { status, text } = whyNot(error);
            // Anybody can come by without a state; that is no failure of ours.
            if (status === 400) log.debug({ code: codeOf(error) }, 'an installation did not come about');
            else log.warn({ error }, 'an installation did not come about');
            show(end, status, failurePage(text));
          },
        }),
      ),
    },
  ];
}

function show(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

/** Whoever installs is asked for no language. */
const { install } = saysIn().own;

function codeOf(error: Error): unknown {
  return (error as { code?: unknown }).code;
}

/** The library's errors by their codes (its `ErrorCode`), as far as people can do something about them. */
function whyNot(error: Error): { readonly status: number; readonly text: string } {
  switch (codeOf(error)) {
    case 'slack_oauth_installer_authorization_error':
      return { status: 403, text: install.cancelled };
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
      return { status: 400, text: install.stale };
    default:
      return { status: 502, text: install.failed };
  }
}

/** The page that leads to Slack. */
export function installPage(url: string): string {
  const { title, asks, onward } = install;
  return pageOf(title, asks, { label: onward, url });
}

function installedPage({ appId = '', team, enterprise }: Installed): string {
  const { done, next, open } = install;
  const name = team?.name ?? enterprise?.name ?? '';
  const ids = { app: appId, ...(team === undefined ? {} : { team: team.id }) };
  return pageOf(done(name), next, {
    label: open,
    url: `https://slack.com/app_redirect?${new URLSearchParams(ids)}`,
  });
}

function failurePage(text: string): string {
  const { title, again } = install;
  return pageOf(title, text, { label: again, url: INSTALL_PATH });
}

const STYLE = 'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}';
/** The service's own policy has no room for a style within the page: this one and nothing else. */
const POLICY = `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** A title, a sentence and one link; nothing is loaded from elsewhere. */
function pageOf(title: string, text: string, link: { readonly label: string; readonly url: string }): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
