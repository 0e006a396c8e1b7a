/** The page of one entry. */
import { FOLDERS, pathOf, pathOfLine } from '../../../src/answer/address.ts';
import type { DocumentRef, Entry, EntryFact, Ref } from '../../../src/answer/entry.ts';
import { isLinkable } from '../../../src/kit/address.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { renderLink } from '../render.ts';
import type { Says } from '../says.ts';
import { type Citing, renderCitations, renderRef, renderValue } from './cite.ts';
import { renderSection } from './sections.ts';

/** Fewer sections are seen at a glance. */
const CONTENTS = 3;

export function renderEntry(entry: Entry, says: Says): Html {
  const { ref, kind, title, subtitle, lead, facts, sections, sources, line } = entry;
  const citing = { single: sources.length <= 1 };
  // A document leads to its original at once.
  const original = ref.kind === 'source' ? sources.find(({ id }) => id === ref.id)?.original : undefined;
  return html`${renderBreadcrumb(entry, says)}
<article class="entry" data-kind="${ref.kind}">
<header class="entry-head">
<p class="kind">${kind}</p>
<h1 dir="auto">${title}</h1>
${subtitle !== '' && html`<p class="subtitle" dir="auto">${subtitle}</p>`}
${isLinkable(original) && html`<p class="subtitle">${renderLink(says.own.readOriginal, original)}</p>`}
${
  lead.text !== '' &&
  html`<p class="lead" dir="auto">${lead.text}</p>
<p class="lead-source">${renderCitations(lead.evidence, citing, says)}</p>`
}
${sections.length >= CONTENTS && renderContents(entry, says)}
</header>
<div class="entry-body">
${sections.map((section) => renderSection(section, citing, says))}
</div>
<aside class="entry-side" aria-label="${says.own.facts}">
${facts.length > 0 && renderFacts(facts, citing, says)}
</aside>
<footer class="entry-foot">
${sources.length > 0 && renderSources(sources, says)}
<section aria-labelledby="chat-line">
<h2 id="chat-line">${says.own.chatLine}</h2>
<p><a href="${pathOfLine(line)}"><code>/${line}</code></a></p>
</section>
${renderNeighbours(entry, says)}
</footer>
</article>`;
}

function renderBreadcrumb({ ref, within }: Entry, says: Says): Html {
  const folder = { href: `/${FOLDERS[ref.kind]}`, label: says.own.folder[ref.kind] };
  // What was said has no list of its own; it stands in its session.
  const first = ref.kind === 'contribution' ? { href: '/sessions', label: says.own.folder.session } : folder;
  return html`<nav class="breadcrumb" aria-label="${says.own.breadcrumb}">
<ol>
<li><a href="/archive">${says.own.nav.archive}</a></li>
<li><a href="${first.href}">${first.label}</a></li>
${within.map((one) => html`<li>${renderRef(one)}</li>`)}
</ol>
</nav>`;
}

function renderContents({ sections }: Entry, says: Says): Html {
  return html`<nav class="contents" aria-label="${says.own.onThisPage}">
<ul class="chips">
${sections.map(({ id, heading }) => html`<li><a class="chip" href="#${id}">${heading}</a></li>`)}
</ul>
</nav>`;
}

function renderFacts(facts: readonly EntryFact[], citing: Citing, says: Says): Html {
  return html`<h2 class="hidden">${says.own.facts}</h2>
<dl class="entry-facts">
${facts.map(
  ({ label, values }) => html`<div class="fact"><dt dir="auto">${label}</dt>${
    values.length === 0
      ? html`<dd class="unstated">${says.notStated}</dd>`
      : values.map((value) => html`<dd>${renderValue(value, citing, says)}</dd>`)
  }</div>
`,
)}</dl>`;
}

function renderSources(sources: readonly DocumentRef[], says: Says): Html {
  return html`<section aria-labelledby="documents">
<h2 id="documents">${says.own.documents}</h2>
<ul class="values">
${sources.map(
  (source) => html`<li><cite>${renderRef(source)}</cite>${
    isLinkable(source.original) && html` (${renderLink(says.own.original, source.original)})`
  }</li>
`,
)}</ul>
</section>`;
}

function renderNeighbours({ previous, next }: Entry, says: Says): Html | false {
  if (previous === undefined && next === undefined) return false;
  const turn = (ref: Ref | undefined, label: string, rel: string) =>
    ref !== undefined &&
    html`<a class="turn ${rel}" rel="${rel}" href="${pathOf(ref)}"><span class="quiet">${label}</span> <span dir="auto">${ref.label}</span></a>`;
  return html`<nav class="neighbours" aria-label="${says.own.neighbours}">
${turn(previous, says.choice.previous, 'prev')}${turn(next, says.choice.next, 'next')}
</nav>`;
}
