/** The frame of every page: head, navigation, search field, foot. */
import { type Html, html } from './html.ts';
import { LIMITS } from './limits.ts';
import { words } from './words.ts';

/** Addresses of the files that a page needs; each holds the hash of its content. */
export interface PageAssets {
  readonly style: string;
  /** The style of the archive's pages and pictures. */
  readonly archive: string;
  readonly script: string;
  /** Keeps the curator's view up to date. */
  readonly curator: string;
  readonly icon: string;
}

/** Whom a page is for: on this machine it also leads to the playground and the curator's view. */
export type Audience = 'local' | 'public';

export const NAVIGATION = [
  { href: '/sessions', label: words.nav.session },
  { href: '/people', label: words.nav.person },
  { href: '/organizations', label: words.nav.organization },
  { href: '/recommendations', label: words.nav.recommendations },
  { href: '/topics', label: words.nav.topic },
  { href: '/goals', label: words.nav.goal },
  { href: '/countries', label: words.nav.country },
  { href: '/sources', label: words.nav.source },
] as const;

export interface PageOptions {
  readonly title: string;
  readonly main: Html;
  readonly assets: PageAssets;
  readonly audience: Audience;
  /** What stands in the search field. */
  readonly line: string;
  /** Canonical line that the next one may continue; '' for none. */
  readonly after: string;
  /** The address of this page; '' where it has none of its own. */
  readonly canonical: string;
  /** The page shows the field itself, large. */
  readonly large: boolean;
  /** Path of the entry of the navigation that the page belongs to; '' for none. */
  readonly place: string;
  /** The field has an action and a button of its own on the playground. */
  readonly action?: string;
  /** Further style sheets and scripts (modules). */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

export function renderPage(options: PageOptions): string {
  const { title, main, assets, canonical, large } = options;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${assets.style}">
${options.styles?.map((style) => html`<link rel="stylesheet" href="${style}">`)}
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
${canonical !== '' && html`<link rel="canonical" href="${canonical}">`}
<script src="${assets.script}" defer></script>
${options.scripts?.map((script) => html`<script type="module" src="${script}"></script>`)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="brand"><a href="/"><span class="pilcrow" aria-hidden="true">¶</span>${words.product}</a></p>
${!large && renderSearch(options)}
${renderNavigation(options)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="foot">
<p>${words.foot}</p>
<p><a href="/archive">${words.nav.archive}</a> <a href="/search?q=help">${words.help}</a></p>
</footer>
</body>
</html>
`.toString();
}

function renderNavigation({ audience, place }: PageOptions): Html {
  const own = [
    { href: '/', label: words.nav.playground },
    { href: '/curator', label: words.nav.curator },
  ];
  const link = ({ href, label }: { readonly href: string; readonly label: string }) =>
    href === place
      ? html`<li><a href="${href}" aria-current="page">${label}</a></li>`
      : html`<li><a href="${href}">${label}</a></li>`;
  return html`<nav class="sections" aria-label="${words.nav.label}">
<ul>
${[{ href: '/archive', label: words.nav.archive }, ...NAVIGATION].map(link)}
</ul>
${audience === 'local' && html`<ul class="own">${own.map(link)}</ul>`}
</nav>`;
}

/** The field that takes a line. A form with GET, so that every answer has an address. */
export function renderSearch({
  line,
  after,
  large,
  action = '/search',
}: Pick<PageOptions, 'line' | 'after' | 'large' | 'action'>): Html {
  return html`<form class="search" action="${action}" method="get" role="search">
<label for="q" class="${large ? 'search-label' : 'hidden'}">${words.field.label}</label>
<div class="field">
<input id="q" name="q" type="search" value="${line}" maxlength="${LIMITS.line.value}" autocomplete="off" autocapitalize="none"
 spellcheck="false" enterkeyhint="search" placeholder="${words.field.hint}" dir="auto" required>
<button type="submit">${words.field.button}</button>
</div>
${after !== '' && html`<input type="hidden" name="after" value="${after}">`}
</form>`;
}
