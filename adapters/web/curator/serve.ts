/** Serves the curator's view, and tells pages that are open when something changed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Curation, CurationReport } from '../../../src/answer/curation.ts';
import type { Host, Route } from '../../../src/contract/adapter.ts';
import { PRODUCT } from '../../../src/locales/brand.ts';
import { type Framed, type Made, missing } from '../archive/serve.ts';
import type { Says } from '../says.ts';
import { type CoveredSource, renderCurator } from './render.ts';

const CURATOR_PATHS = { page: '/curator', events: '/curator/events' } as const;

/** Milliseconds between signs of life on an open stream; proxies and the server end what is silent for longer. */
const HEARTBEAT = 25_000;
/** Streams at once; a browser opens one a page. */
const STREAMS = 32;

type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  make: (says: Says) => Promise<Made>,
) => Promise<void>;

/** The view and its events, for this machine alone; no routes where nobody curates. `serve` frames and sends a page. */
export function curatorRoutes(
  host: Host,
  serve: Serve,
): { readonly routes: readonly Route[]; close(): void } {
  const { curation } = host;
  if (curation === undefined) return { routes: [], close: () => {} };
  const streams = createEventStreams(curation);
  return {
    routes: [
      {
        path: CURATOR_PATHS.page,
        audience: 'local',
        handle: (request, response) =>
          serve(request, response, async (says) => ({
            page: isReading(request) ? await makeCuratorPage(host, curation, says) : missing(405, [], says),
          })),
      },
      { path: CURATOR_PATHS.events, audience: 'local', handle: streams.open },
    ],
    close: streams.close,
  };
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

async function makeCuratorPage(host: Host, curation: Curation, says: Says): Promise<Framed> {
  // Read before what it stands for, so that a change in between brings the page again.
  const { version } = curation;
  const [report, verdicts] = await Promise.all([curation.report(), curation.verdicts()]);
  const sources = await coveredSources(report, host);
  return {
    title: `${says.own.curator.title} · ${PRODUCT}`,
    main: renderCurator({ version, report, sources, questions: curation.questions(), verdicts }, says),
    canonical: CURATOR_PATHS.page,
    place: CURATOR_PATHS.page,
  };
}

async function coveredSources({ coverage }: CurationReport, { engine }: Host): Promise<CoveredSource[]> {
  const { pages } = engine.browse;
  const results = await Promise.all(coverage.map(({ source }) => pages.entry('source', source)));
  return results.flatMap((result) => {
    if (result.state !== 'found') return [];
    const places = result.entry.sections.flatMap((section) =>
      section.kind === 'places' ? section.places : [],
    );
    return [{ ref: result.entry.ref, places }];
  });
}

interface EventStreams {
  /** Keeps the reply open and writes the version whenever it changes (server-sent events). */
  open(request: IncomingMessage, response: ServerResponse): void;
  /** Ends all of them. */
  close(): void;
}

function createEventStreams(curation: Curation): EventStreams {
  const streams = new Set<ServerResponse>();
  let stopWatching: (() => void) | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  function begin(): void {
    stopWatching = curation.watch(() => {
      for (const stream of streams) stream.write(`data: ${curation.version}\n\n`);
    });
    heartbeat = setInterval(() => {
      for (const stream of streams) stream.write(': still here\n\n');
    }, HEARTBEAT);
    heartbeat.unref();
  }

  function end(): void {
    stopWatching?.();
    clearInterval(heartbeat);
    stopWatching = undefined;
  }

  return {
    open(request, response) {
      if (streams.size >= STREAMS || request.method !== 'GET') {
        response.writeHead(request.method === 'GET' ? 503 : 405, { Allow: 'GET' }).end();
        return;
      }
      if (stopWatching === undefined) begin();
      streams.add(response);
      response.once('close', () => {
        streams.delete(response);
        if (streams.size === 0) end();
      });
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      // A page that came before the last change is behind already.
      response.write(`retry: 1000\ndata: ${curation.version}\n\n`);
    },
    close() {
      for (const stream of streams) stream.end();
      streams.clear();
      end();
    },
  };
}
