/** Pages that list all entries of a kind. */
import { FOLDERS } from '../../../src/answer/address.ts';
import type { Listing, ListingRow } from '../../../src/answer/entry.ts';
import type { ListKind } from '../../../src/engine.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';
import { renderRef } from './cite.ts';
import { pagePath, renderPager } from './pager.ts';

/** Longer lists lead to their sections from the top. */
const CONTENTS = 6;

interface ListOptions {
  readonly kind: ListKind;
  readonly listing: Listing;
  /** A picture above the list. */
  readonly picture?: Html | false;
}

export function renderList({ kind, listing, picture }: ListOptions, says: Says): Html {
  const { sections, contents, total, page, pages } = listing;
  const path = `/${FOLDERS[kind]}`;
  /** A section that began on another page leads there. */
  const leadTo = (id: string, on: number) => (on === page ? `#${id}` : `${pagePath(path, on)}#${id}`);
  return html`<article class="list" data-kind="${kind}">
<header class="entry-head">
<h1>${says.own.folder[kind]} <span class="count">${total}</span></h1>
<p class="lead">${says.own.lead[kind]}</p>
${
  contents.length >= CONTENTS &&
  html`<nav class="letters" aria-label="${pages === 1 ? says.own.onThisPage : says.own.inThisList}">
<ul>${contents.map(({ id, heading, page: on }) => html`<li><a href="${leadTo(id, on)}">${heading}</a></li>`)}</ul>
</nav>`
}
${kind === 'goal' && html`<p class="section-note"><a href="/${FOLDERS['action-line']}">${says.own.folder['action-line']}</a></p>`}
${kind === 'topic' && html`<p class="section-note"><a href="/${FOLDERS.group}">${says.own.folder.group}</a></p>`}
</header>
${picture}
${sections.map(
  ({ id, heading, rows }) => html`<section class="list-section" id="${id}">
${heading !== '' && html`<h2 dir="auto">${heading}</h2>`}
${renderRows(rows)}
</section>
`,
)}
${renderPager(listing, (to) => pagePath(path, to), says)}
</article>`;
}

/** A tree is told by nested lists, so that it can be heard as one. */
function renderRows(rows: readonly ListingRow[]): Html {
  const [first] = rows;
  const depth = first?.depth ?? 0;
  const branches: { row: ListingRow; below: ListingRow[] }[] = [];
  for (const row of rows) {
    const last = branches.at(-1);
    if (row.depth > depth && last !== undefined) last.below.push(row);
    else branches.push({ row, below: [] });
  }
  return html`<ul class="rows">
${branches.map(
  ({ row: { ref, details, counts }, below }) => html`<li>
<div class="row"><p class="row-name">${renderRef(ref)}${details.map((detail) => html` <span class="detail" dir="auto">${detail}</span>`)}</p>${
    counts.length > 0 && html`<p class="row-counts">${counts.join(' · ')}</p>`
  }</div>
${below.length > 0 && renderRows(below)}
</li>
`,
)}</ul>`;
}
