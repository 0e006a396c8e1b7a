/** The archive's pages: from what was asked for to what is sent. */
import { FOLDERS, pathOf, pathOfLine } from '../../../src/answer/address.ts';
import type { EntryResult, Ref } from '../../../src/answer/entry.ts';
import type { Host } from '../../../src/contract/adapter.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { PRODUCT } from '../../../src/locales/brand.ts';
import type { PageOptions } from '../page.ts';
import { continuationOf, type Incoming } from '../receive.ts';
import { type Content, redirect } from '../respond.ts';
import type { Says } from '../says.ts';
import { renderGoals } from './charts/goals.ts';
import { renderPeople } from './charts/people.ts';
import { renderTimeline } from './charts/timeline.ts';
import { renderRef } from './cite.ts';
import { renderEntry } from './entry.ts';
import { renderList } from './lists.ts';
import { renderOverview, renderPictures } from './overview.ts';
import { pagePath } from './pager.ts';
import { type ArchiveVisit, receiveArchive } from './receive.ts';
import { recommendationsPath, renderRecommendations } from './recommendations.ts';
import { renderResults, renderSearchStart } from './search.ts';

type Visit<Kind extends ArchiveVisit['kind']> = Extract<ArchiveVisit, { readonly kind: Kind }> & {
  readonly locale?: string;
};

/** What differs from page to page; the frame is put around it. */
export type Framed = Pick<PageOptions, 'title' | 'main'> &
  Partial<Pick<PageOptions, 'line' | 'after' | 'canonical' | 'large' | 'place'>> & {
    readonly status?: number;
  };

/** A page to be framed, or a redirection. */
export type Made = { readonly page: Framed } | { readonly content: Content };

export async function makeArchivePage(incoming: Incoming, host: Host, says: Says): Promise<Made> {
  const visit = receiveArchive(incoming);
  switch (visit.kind) {
    case 'overview':
      return { page: await overview(host, says, visit.locale) };
    case 'list':
      return { page: await list(visit, host, says) };
    case 'entry':
      return entry(visit, host, says);
    case 'recommendations':
      return { page: await recommendations(visit, host, says) };
    case 'search':
      return { page: await search(visit, host, says) };
    case 'moved':
      return { content: redirect(visit.to, 'always') };
    case 'missing':
      return { page: missing(visit.status, [], says) };
  }
}

const titled = (title: string): string => `${title} · ${PRODUCT}`;

async function overview(host: Host, says: Says, locale: string | undefined): Promise<Framed> {
  const { browse } = host.engine;
  const { pages } = browse;
  const [glance, goals, events, addressees, topics] = await Promise.all([
    browse.overview(locale),
    pages.goals(locale),
    pages.list('session', 1, locale),
    pages.addressees(locale),
    pages.recommendedTopics(locale),
  ]);
  // Of more events than one page has, a timeline would show nothing.
  const timeline = events.pages === 1 ? await pages.timeline(locale) : undefined;
  return {
    title: titled(says.own.archive.title),
    main: renderOverview({ overview: glance, goals, timeline, events, addressees, topics }, says),
    canonical: '/archive',
    place: '/archive',
    large: true,
  };
}

async function list({ list: kind, page, locale }: Visit<'list'>, host: Host, says: Says): Promise<Framed> {
  const { pages } = host.engine.browse;
  const path = `/${FOLDERS[kind]}`;
  const listing = await pages.list(kind, page, locale);
  // A picture is of the whole list: it stands where the list begins, and shows no more than can be seen at once.
  const pictured = listing.page === 1 && !(kind === 'session' && listing.pages > 1);
  return {
    title: titled(
      listing.page === 1
        ? says.own.folder[kind]
        : `${says.own.folder[kind]}, ${says.text.pageOf(listing.page, listing.pages)}`,
    ),
    main: renderList({ kind, listing, picture: pictured && (await picture(kind, host, says, locale)) }, says),
    canonical: pagePath(path, listing.page),
    place: path,
  };
}

async function picture(
  kind: Visit<'list'>['list'],
  { engine }: Host,
  says: Says,
  locale: string | undefined,
): Promise<Html | false> {
  const { pages } = engine.browse;
  switch (kind) {
    case 'session':
      return renderTimeline(await pages.timeline(locale), says);
    case 'person':
      return renderPeople(await pages.people(locale), says);
    case 'goal':
      return renderGoals(await pages.goals(locale), says);
    default:
      return false;
  }
}

async function entry({ entry: kind, id, locale }: Visit<'entry'>, host: Host, says: Says): Promise<Made> {
  const result: EntryResult = await host.engine.browse.pages.entry(kind, id, locale);
  if (result.state === 'moved') return { content: redirect(pathOf(result.ref), 'always') };
  if (result.state === 'absent') return { page: missing(404, result.near, says, kind) };
  const { title, ref } = result.entry;
  const folder = `/${FOLDERS[kind === 'contribution' ? 'session' : kind]}`;
  return {
    page: {
      title: titled(title),
      main: renderEntry(result.entry, says),
      canonical: pathOf(ref),
      place: folder,
    },
  };
}

async function recommendations(
  { filters, page, locale }: Visit<'recommendations'>,
  host: Host,
  says: Says,
): Promise<Framed> {
  const { pages } = host.engine.browse;
  const found = await pages.recommendations(filters, page, locale);
  const whole = Object.keys(filters).length === 0 && found.page === 1;
  const pictures = whole
    ? renderPictures(await pages.addressees(locale), await pages.recommendedTopics(locale), says)
    : [];
  return {
    title: titled(says.own.nav.recommendations),
    main: renderRecommendations(found, filters, pictures, says),
    canonical: recommendationsPath(filters, found.page),
    place: '/recommendations',
  };
}

async function search({ asked, locale }: Visit<'search'>, host: Host, says: Says): Promise<Framed> {
  const { engine, metrics } = host;
  if (asked === undefined) {
    return {
      title: titled(says.own.search.title),
      main: renderSearchStart(await engine.browse.overview(locale), says),
      canonical: '/search',
      large: true,
    };
  }
  const answer = await host.ask({
    text: asked.line,
    ...(asked.after === undefined ? {} : { previous: asked.after }),
    ...(locale === undefined ? {} : { locale }),
  });
  metrics.count('requests', { kind: 'page', outcome: answer.outcome });
  const facets = answer.line === '' ? [] : await engine.browse.narrow(answer.line, locale);
  return {
    title: titled(answer.title),
    main: renderResults(answer, facets, says),
    line: asked.line,
    after: continuationOf(answer, asked.after),
    canonical: answer.line === '' ? '' : pathOfLine(answer.line),
  };
}

/** A page for an address that leads nowhere, with what may have been meant. */
export function missing(
  status: number,
  near: readonly Ref[],
  says: Says,
  kind?: keyof typeof FOLDERS,
): Framed {
  const text = says.own.missing;
  const folder = kind === undefined || kind === 'contribution' ? undefined : kind;
  return {
    status,
    title: titled(text.title),
    main: html`<article class="answer" data-outcome="nothing">
<header class="answer-head">
<h1>${text.title}</h1>
<p class="lead">${text.entry}</p>
</header>
<div class="body">
${
  near.length > 0 &&
  html`<p class="section-note">${text.near}</p>
<ul class="rows">
${near.map(
  (ref) => html`<li><div class="row"><p class="row-name">${renderRef(ref)}</p></div></li>
`,
)}</ul>`
}
<ul class="chips">
${folder !== undefined && html`<li><a class="chip" href="/${FOLDERS[folder]}">${text.all[folder]}</a></li>`}
<li><a class="chip" href="/search">${text.search}</a></li>
<li><a class="chip" href="/archive">${says.own.nav.archive}</a></li>
</ul>
</div>
</article>`,
  };
}
