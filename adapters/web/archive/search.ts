/** The search page: the engine's answer to a line, and what its results can be narrowed by. */
import { pathOfLine } from '../../../src/answer/address.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import type { FacetGroup } from '../../../src/answer/entry.ts';
import type { Overview } from '../../../src/engine.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { renderSearch } from '../page.ts';
import { renderAnswer } from '../render.ts';
import type { Says } from '../says.ts';

export function renderResults(answer: Answer, facets: readonly FacetGroup[], says: Says): Html {
  return renderAnswer(answer, { says, beside: facets.length > 0 && renderFacets(facets, says) });
}

function renderFacets(facets: readonly FacetGroup[], says: Says): Html {
  return html`<nav class="facets" aria-label="${says.own.search.facets}">
<h2>${says.own.search.facets}</h2>
${facets.map(
  ({ heading, values }) => html`<h3>${heading}</h3>
<ul>
${values.map(
  ({ label, count, line }) =>
    html`<li><a href="${pathOfLine(line)}" dir="auto">${label}</a> <span class="count">${count}</span></li>
`,
)}</ul>
`,
)}</nav>`;
}

/** The field alone, with lines to try. */
export function renderSearchStart({ examples }: Overview, says: Says): Html {
  return html`<section class="hero">
<h1>${says.own.search.title}</h1>
<p class="lead">${says.own.search.lead}</p>
${renderSearch({ line: '', after: '', large: true }, says)}
<h2 class="hidden">${says.own.search.examples}</h2>
<ul class="examples">
${examples.map(
  ({ line, meaning }) =>
    html`<li><a href="${pathOfLine(line)}"><code dir="auto">${line}</code> <span class="meaning">${meaning}</span></a></li>
`,
)}</ul>
</section>`;
}
