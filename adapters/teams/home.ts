/**
 * The personal tab: the archive at a glance, in a frame of Teams, each link to a page of the public archive. One page without a
 * script: Teams puts theme and language into its address. Source: Microsoft Learn, Tab requirements; Get context for your tab.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FOLDERS, pathOf, pathOfLine } from '../../src/answer/address.ts';
import type { Host, Route } from '../../src/contract/adapter.ts';
import type { Overview } from '../../src/engine.ts';
import { type Html, html } from '../../src/kit/html.ts';
import { ACCENT, PRODUCT } from '../../src/locales/brand.ts';
import { directionOf } from './direction.ts';
import { type CloudName, FRAME_HOSTS } from './hosts.ts';
import { type Says, saysIn } from './says.ts';

/** Where the tab is, and where the manifest says that it is. */
export const HOME_PATH = '/teams/home';

/** What Teams puts into the address in the place of its names. */
export const HOME_QUERY = 'theme={app.theme}&locale={app.locale}';

/** The tab's route: for everybody where the archive is public, else for this machine. */
export function homeRoute(host: Host, cloud: CloudName): Route {
  return {
    path: HOME_PATH,
    audience: 'archive',
    handle: (request, response) => {
      serve(request, response, host, cloud).catch((error: unknown) => {
        host.log.error({ error }, 'the tab could not be made');
        host.metrics.count('failures', { kind: 'home' });
        finish(response, 500, saysIn().own.failed);
      });
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  host: Host,
  cloud: CloudName,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return finish(response, 405, '');
  }
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const locale = languageOf(asked.get('locale') ?? '');
  const overview = await host.engine.browse.overview(locale);
  const page = renderHome(overview, saysIn(locale), { theme: asked.get('theme') ?? '', locale });
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', policyOf(cloud));
  // Older browsers know this header alone, and no way to name Teams in it.
  response.removeHeader('X-Frame-Options');
  response.end(request.method === 'HEAD' ? undefined : String(page));
}

function finish(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}

/** A tag as browsers write it; undefined for anything else, a name that nobody replaced among it. */
function languageOf(text: string): string | undefined {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(text) ? text : undefined;
}

/** Teams' own names for its themes; whatever else comes is left to the reader's system. */
const THEMES: ReadonlySet<string> = new Set(['default', 'dark', 'contrast']);

/** The page. Pure. */
export function renderHome(
  { counts, recent, events, goals, topics, examples }: Overview,
  says: Says,
  { theme, locale = 'en' }: { readonly theme: string; readonly locale?: string | undefined },
): Html {
  const { home } = says.own;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}" class="${THEMES.has(theme) ? theme : 'system'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${PRODUCT}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${PRODUCT}</h1>
<p>${home.lead}</p>
<form action="/search" target="_blank">
<label for="q">${home.search}</label>
<input id="q" name="q" type="search" maxlength="500" required="">
<button>${home.find}</button>
</form>
${section(
  home.holds,
  COUNTED.map(([name, path]) => link(path, home.counted[name](counts[name]))),
)}
${section(
  home.examples,
  examples.map(({ line, meaning }) => link(pathOfLine(line), line, meaning)),
)}
${section(
  home.recent,
  recent.map(({ id, title, added }) => link(pathOf({ kind: 'session', id }), title, added)),
)}
${section(
  home.events,
  events.map(({ id, title, date }) => link(pathOf({ kind: 'session', id }), title, date)),
)}
${section(
  home.goals,
  goals.map(({ goal, label, named, related, line }) =>
    link(pathOfLine(line), `${goal} ${label}`, home.goal(named, related)),
  ),
)}
${section(
  home.topics,
  topics.map(({ label, contributions, line }) => link(pathOfLine(line), label, home.topic(contributions))),
)}
</main>
</body>
</html>
`;
}

const COUNTED = [
  ['sessions', `/${FOLDERS.session}`],
  ['people', `/${FOLDERS.person}`],
  ['organizations', `/${FOLDERS.organization}`],
  ['contributions', '/archive'],
  ['recommendations', '/recommendations'],
  ['sources', `/${FOLDERS.source}`],
] as const;

function section(heading: string, links: readonly Html[]): Html | false {
  return (
    links.length > 0 &&
    html`<section>
<h2>${heading}</h2>
<ul>
${links.map(
  (one) => html`<li>${one}</li>
`,
)}</ul>
</section>`
  );
}

/** Pages of the archive let nobody frame them, so they open beside Teams. */
function link(path: string, name: string, detail = ''): Html {
  return html`<a href="${path}" target="_blank" rel="noopener" dir="auto">${name}</a>${
    detail !== '' && html` <small dir="auto">${detail}</small>`
  }`;
}

/** Without quotation marks, which a page writes otherwise than the policy that lets this style in. */
const STYLE = `
:root { --ground: #ffffff; --text: #242424; --quiet: #595959; --link: ${ACCENT}; --line: #d1d1d1; color-scheme: light; }
.dark { --ground: #1f1f1f; --text: #ffffff; --quiet: #adadad; --link: #7cc5cc; --line: #525252; color-scheme: dark; }
.contrast { --ground: #000000; --text: #ffffff; --quiet: #ffffff; --link: #ffff01; --line: #ffffff; color-scheme: dark; }
@media (prefers-color-scheme: dark) {
  .system { --ground: #1f1f1f; --text: #ffffff; --quiet: #adadad; --link: #7cc5cc; --line: #525252; color-scheme: dark; }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/20px Segoe UI, system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 16px 20px 40px; }
h1 { font-size: 24px; line-height: 32px; margin: 0; }
h2 { font-size: 16px; line-height: 24px; margin: 24px 0 4px; }
ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px 16px; }
li { max-width: 100%; overflow-wrap: anywhere; }
a { color: var(--link); }
small { color: var(--quiet); font-size: 12px; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 16px 0 0; }
input, button { font: inherit; padding: 6px 10px; border: 1px solid var(--line); border-radius: 4px; background: var(--ground); color: var(--text); }
input { flex: 1 1 12rem; max-width: 24rem; }
:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
`;

/** Only Teams of the bot's cloud may show the page in a frame; the page itself loads nothing at all. */
function policyOf(cloud: CloudName): string {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${FRAME_HOSTS[cloud].join(' ')}`,
  ].join('; ');
}
