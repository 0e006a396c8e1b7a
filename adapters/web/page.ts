/** The frame of every page: head, navigation, search field, foot. */

import { type Html, html } from '../../src/kit/html.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import { LIMITS } from './limits.ts';
import type { Says } from './says.ts';

/** Addresses of the files that a page needs; each holds the hash of its content. */
export interface PageAssets {
  readonly style: string;
  /** The style of the archive's pages and pictures. */
  readonly archive: string;
  readonly script: string;
  /** Keeps the curator's view up to date. */
  readonly curator: string;
  readonly icon: string;
  /** Whoever asks, in the playground. */
  readonly reader: string;
}

/** Whom a page is for: on this machine it also leads to the playground and the curator's view. */
export type Audience = 'local' | 'public';

const navigation = ({ own: { nav } }: Says) => [
  { href: '/sessions', label: nav.session },
  { href: '/people', label: nav.person },
  { href: '/organizations', label: nav.organization },
  { href: '/recommendations', label: nav.recommendations },
  { href: '/topics', label: nav.topic },
  { href: '/goals', label: nav.goal },
  { href: '/countries', label: nav.country },
  { href: '/sources', label: nav.source },
];

export interface PageOptions {
  readonly title: string;
  readonly main: Html;
  readonly says: Says;
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
  const { title, main, says, assets, canonical, large } = options;
  return html`<!doctype html>
<html lang="${says.language}">
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
<a class="skip" href="#main">${says.own.skip}</a>
<header class="top">
<p class="brand"><a href="/"><img src="${assets.icon}" alt="" width="30" height="30">${PRODUCT}</a></p>
${!large && renderSearch(options, says)}
${renderNavigation(options)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="foot">
<p>${says.own.foot}</p>
<p><a href="/archive">${says.own.nav.archive}</a> <a href="/search?q=help">${says.own.help}</a></p>
</footer>
</body>
</html>
`.toString();
}

function renderNavigation({ audience, place, says }: PageOptions): Html {
  const own = [
    { href: '/', label: says.own.nav.playground },
    { href: '/curator', label: says.own.nav.curator },
  ];
  const link = ({ href, label }: { readonly href: string; readonly label: string }) =>
    href === place
      ? html`<li><a href="${href}" aria-current="page">${label}</a></li>`
      : html`<li><a href="${href}">${label}</a></li>`;
  return html`<nav class="sections" aria-label="${says.own.nav.label}">
<ul>
${[{ href: '/archive', label: says.own.nav.archive }, ...navigation(says)].map(link)}
</ul>
${audience === 'local' && html`<ul class="own">${own.map(link)}</ul>`}
</nav>`;
}

/** The field that takes a line. A form with GET, so that every answer has an address. */
export function renderSearch(
  { line, after, large, action = '/search' }: Pick<PageOptions, 'line' | 'after' | 'large' | 'action'>,
  says: Says,
): Html {
  return html`<form class="search" action="${action}" method="get" role="search">
<label for="q" class="${large ? 'search-label' : 'hidden'}">${says.own.field.label}</label>
<div class="field">
<input id="q" name="q" type="search" value="${line}" maxlength="${LIMITS.line.value}" autocomplete="off" autocapitalize="none"
 spellcheck="false" enterkeyhint="search" placeholder="${says.own.field.hint}" dir="auto" required>
<button type="submit">${says.own.field.button}</button>
</div>
${after !== '' && html`<input type="hidden" name="after" value="${after}">`}
</form>`;
}
