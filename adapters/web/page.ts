/** The frame of every page: head, search field, foot. */
import { type Html, html } from './html.ts';
import { LIMITS } from './limits.ts';

/** Addresses of the files that a page needs; each holds the hash of its content. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

export interface PageOptions {
  readonly title: string;
  readonly main: Html;
  readonly assets: PageAssets;
  /** What stands in the search field. */
  readonly line: string;
  /** Canonical line that the next one may continue; '' for none. */
  readonly after: string;
  /** The address of this page under its canonical line; '' where it has none. */
  readonly canonical: string;
  /** The start page shows the field itself, large. */
  readonly large: boolean;
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
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
${canonical !== '' && html`<link rel="canonical" href="${canonical}">`}
<script src="${assets.script}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
<header class="${large ? 'top large' : 'top'}">
<p class="brand"><a href="/"><span class="pilcrow" aria-hidden="true">¶</span>Rapporteur</a></p>
${!large && renderSearch(options)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="foot">
<p>Every line comes from a document of the archive, in a curator’s words, with the place where it stands. Nothing is made up.</p>
<p><a href="/">Start</a> <a href="/?q=help">Help</a></p>
</footer>
</body>
</html>
`.toString();
}

/** The field that takes a line. A form with GET, so that every answer has an address. */
export function renderSearch({ line, after, large }: Pick<PageOptions, 'line' | 'after' | 'large'>): Html {
  return html`<form class="search" action="/" method="get" role="search">
<label for="q" class="${large ? 'search-label' : 'hidden'}">Ask the archive</label>
<div class="field">
<input id="q" name="q" type="search" value="${line}" maxlength="${LIMITS.line.value}" autocomplete="off" autocapitalize="none"
 spellcheck="false" enterkeyhint="search" placeholder="sessions sdg8, speaker Popova, or a question" dir="auto" required>
<button type="submit">Ask</button>
</div>
${after !== '' && html`<input type="hidden" name="after" value="${after}">`}
</form>`;
}
