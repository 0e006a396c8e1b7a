/**
 * The web page: the same lines and the same answers, without an account anywhere. Server-rendered and complete without a
 * script; `/api/answer` and `/api/suggest` give the same as data.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOfAnswer, pathOfLine } from '../../src/answer/address.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Adapter, Connection, Host, Route } from '../../src/contract/adapter.ts';
import { type Html, html } from '../../src/kit/html.ts';
import { settles } from '../../src/kit/waiting.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import { ARCHIVE_PATHS } from './archive/receive.ts';
import { type Made, makeArchivePage } from './archive/serve.ts';
import { type Assets, loadAssets } from './assets.ts';
import { configuration, type WebConfiguration } from './config.ts';
import { curatorRoutes } from './curator/serve.ts';
import { LIMITS } from './limits.ts';
import { type Audience, type PageOptions, renderPage } from './page.ts';
import { renderPlayground } from './playground/page.ts';
import { PLAYGROUND } from './playground/receive.ts';
import { serveCall } from './playground/serve.ts';
import { type Asked, continuationOf, type Incoming, localeOf, receive, type Visit } from './receive.ts';
import { renderAnswer } from './render.ts';
import { type Content, data, redirect, send, sendAsset } from './respond.ts';
import { type Says, saysIn } from './says.ts';
import { renderHero, renderHoldings, renderTrouble } from './start.ts';
import { suggestLines } from './suggest.ts';

const PAGE = 'text/html; charset=utf-8';

type Line = Extract<Visit, { readonly line: string }>;

/** The adapter, with the playground's bundles from a folder of one's own for tests. */
export function createWeb(bundles?: string): Adapter<WebConfiguration> {
  return {
    name: 'web',
    title: 'Web page',
    configuration,
    capabilities: {
      commands: true,
      mentions: false,
      directMessages: false,
      buttons: true,
      threads: true,
      edits: false,
      typeAhead: true,
      messageShortcut: false,
      privateAnswers: false,
      forms: false,
      home: true,
      feedback: false,
      tables: false,
      suggestions: false,
      askAnywhere: false,
    },
    limits: LIMITS,
    preview: {
      draw: (answer) => ({ payload: renderAnswer(answer).toString(), private: false }),
      measure: () => [],
    },
    open: async (_config, host) => openPages(host, loadAssets(bundles)),
  };
}

export const web: Adapter<WebConfiguration> = createWeb();

function openPages(host: Host, assets: Assets): Connection {
  const inWork = new Set<Promise<void>>();
  let stopped = false;

  function tracked(work: Promise<void>): Promise<void> {
    const tracking = work.finally(() => inWork.delete(tracking));
    inWork.add(tracking);
    return tracking;
  }

  const handler = (audience: Audience) => (request: IncomingMessage, response: ServerResponse) =>
    tracked(serve({ host, assets, audience }, request, response));
  const archive = (audience: Audience) => (request: IncomingMessage, response: ServerResponse) =>
    tracked(
      serveFramed({ host, assets, audience }, 'archive', request, response, (says) =>
        makeArchivePage(incomingOf(request), host, says),
      ),
    );
  const curator = curatorRoutes(host, (request, response, make) =>
    tracked(serveFramed({ host, assets, audience: 'local' }, 'curator', request, response, make)),
  );
  return {
    // The first that is open to who asks.
    routes: [
      { path: '/', audience: 'local', handle: handler('local') },
      { path: '/', audience: 'archive', handle: handler('public') },
      {
        path: PLAYGROUND,
        audience: 'local',
        handle: (request, response) => tracked(servePlayground(host, request, response)),
      },
      ...ARCHIVE_PATHS.flatMap((path): Route[] => [
        { path, audience: 'local', handle: archive('local') },
        { path, audience: 'archive', handle: archive('public') },
      ]),
      ...curator.routes,
    ],
    status: () => ({ state: stopped ? 'stopped' : 'ready', detail: stopped ? 'closed' : 'open' }),
    async stop(deadline) {
      stopped = true;
      curator.close();
      await settles(Promise.allSettled(inWork), deadline);
    },
  };
}

interface Serving {
  readonly host: Host;
  readonly assets: Assets;
  readonly audience: Audience;
}

/** A serving for one reader. */
interface ReaderServing extends Serving {
  readonly says: Says;
  readonly locale: string | undefined;
}

function readingOf(serving: Serving, request: IncomingMessage): ReaderServing {
  const { locale } = localeOf(request.headers['accept-language'] ?? '');
  return { ...serving, locale, says: saysIn(locale) };
}

async function servePlayground(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let content: Content;
  try {
    content = await serveCall(request, host);
  } catch (error) {
    host.log.error({ error }, 'the playground could not be served');
    host.metrics.count('failures', { kind: 'playground' });
    content = data(500, { error: saysIn().own.trouble.failed });
  }
  await send(request, response, content);
}

/** Makes a page of the archive or of the curator's view, puts the frame around it and sends it. */
async function serveFramed(
  serving: Serving,
  kind: 'archive' | 'curator',
  request: IncomingMessage,
  response: ServerResponse,
  make: (says: Says) => Promise<Made>,
): Promise<void> {
  const started = performance.now();
  const reading = readingOf(serving, request);
  const { host, assets, audience, says } = reading;
  const { addresses } = assets;
  let content: Content;
  try {
    const made = await make(says);
    const files = {
      styles: [addresses.archive],
      ...(kind === 'curator' ? { scripts: [addresses.curator] } : {}),
    };
    content =
      'content' in made
        ? made.content
        : page({ ...made.page, says, assets: addresses, audience, ...files }, made.page.status);
  } catch (error) {
    host.log.error({ error, kind }, 'a page could not be made');
    host.metrics.count('failures', { kind });
    content = trouble(500, false, reading);
  }
  if (content.status === 405) response.setHeader('Allow', 'GET, HEAD');
  await send(request, response, content);
  host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind });
}

function incomingOf(request: IncomingMessage): Incoming {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    acceptLanguage: request.headers['accept-language'] ?? '',
  };
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reading = readingOf(serving, request);
  const { host, assets } = reading;
  const started = performance.now();
  const visit = receive(incomingOf(request));
  if (visit.kind === 'asset') {
    const asset = assets.find(visit.name);
    if (asset !== undefined) return sendAsset(request, response, asset);
  }
  let content: Content;
  try {
    content = await contentOf(visit, reading);
  } catch (error) {
    host.log.error({ error, kind: visit.kind }, 'a page could not be made');
    host.metrics.count('failures', { kind: visit.kind });
    content = trouble(500, visit.kind === 'answer' || visit.kind === 'suggest', reading);
  }
  if (visit.kind === 'missing' && visit.status === 405) response.setHeader('Allow', 'GET, HEAD');
  await send(request, response, content);
  host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind: visit.kind });
}

async function contentOf(visit: Visit, reading: ReaderServing): Promise<Content> {
  const { host, assets, audience, says, locale } = reading;
  const frame = { assets: assets.addresses, audience, says };
  // The playground is for this machine; the public is led into the archive.
  if (audience === 'public' && visit.kind === 'start') return redirect('/archive', 'now');
  if (audience === 'public' && visit.kind === 'page') return intoArchive(visit, host);
  switch (visit.kind) {
    case 'start': {
      const overview = await host.engine.browse.overview(locale);
      const drawing = await drawPlayground({ line: '' }, { next: '', unscripted: renderHero(says) }, reading);
      const main = html`${drawing.place}${renderHoldings(overview, host.declarations, says)}`;
      return page({ title: PRODUCT, main, ...frame, large: true, place: '/', ...drawing.files });
    }
    case 'page': {
      const answer = await ask(visit, host);
      const next = continuationOf(answer, visit.after);
      const drawing = await drawPlayground(
        visit,
        { next, unscripted: renderAnswer(answer, { says }) },
        reading,
      );
      return page({
        title: `${answer.title} · ${PRODUCT}`,
        main: drawing.place,
        ...drawing.files,
        ...frame,
        large: true,
        place: '/',
        canonical: answer.line === '' ? '' : pathOfLine(answer.line),
      });
    }
    case 'answer':
      return data(200, await ask(visit, host));
    case 'suggest':
      return data(200, await suggestLines(visit.text, host));
    case 'asset':
      return trouble(404, false, reading);
    case 'missing':
      return trouble(visit.status, visit.data, reading, visit.reason);
  }
}

/** Where an address of the field leads: to the page of the one thing that it opens, else to the search for its line. */
async function intoArchive(visit: Line, host: Host): Promise<Content> {
  const { line, after } = visit;
  const opened = after === undefined ? pathOfAnswer(await ask(visit, host)) : undefined;
  const follow = after === undefined ? '' : `&${new URLSearchParams({ after })}`;
  return redirect(opened ?? `${pathOfLine(line)}${follow}`, 'now');
}

/** The conversation, and the files that it needs; as pages and a field alone where nothing was built. */
async function drawPlayground(
  { line, after = '' }: Asked,
  page: { readonly next: string; readonly unscripted: Html },
  { host, assets, says, locale }: ReaderServing,
): Promise<{ readonly place: Html; readonly files: Pick<PageOptions, 'styles' | 'scripts'> }> {
  const [style, script] = [assets.bundle('playground.css'), assets.bundle('playground.js')];
  const built = style !== undefined && script !== undefined;
  const { examples } = await host.engine.browse.overview(locale);
  const place = renderPlayground(
    {
      line,
      after,
      ...page,
      examples,
      reader: assets.addresses.reader,
      platforms: built ? await host.previews() : [],
      script: (platform) => assets.bundle(`${platform}.js`),
    },
    says,
  );
  return { place, files: built ? { styles: [style], scripts: [script] } : {} };
}

async function ask({ line, after, locale, kind }: Line, host: Host): Promise<Answer> {
  const answer = await host.ask({
    text: line,
    ...(after === undefined ? {} : { previous: after }),
    ...(locale === undefined ? {} : { locale }),
  });
  host.metrics.count('requests', { kind, outcome: answer.outcome });
  return answer;
}

function page(
  options: {
    readonly title: string;
    readonly main: Html;
    readonly says: Says;
    readonly assets: Assets['addresses'];
    readonly audience: Audience;
  } & Partial<PageOptions>,
  status = 200,
): Content {
  const text = renderPage({ line: '', after: '', canonical: '', large: false, place: '', ...options });
  return { status, type: PAGE, text };
}

function trouble(
  status: number,
  asData: boolean,
  { assets, audience, says }: ReaderServing,
  reason?: string,
): Content {
  const { none, failed, didNotWork, notHere } = says.own.trouble;
  const told = status === 404 ? none : status === 500 ? failed : (reason ?? '');
  if (asData) return data(status, { error: reason ?? told });
  const title = status === 500 ? didNotWork : notHere;
  return page(
    {
      title: `${title} · ${PRODUCT}`,
      main: renderTrouble(title, told, says),
      says,
      assets: assets.addresses,
      audience,
    },
    status,
  );
}
