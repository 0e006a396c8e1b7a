/** All recommendations, with filters that are a plain form and links; each says how many it would leave. */

import {
  RECOMMENDATION_FILTERS,
  type RecommendationFilter,
  type RecommendationFilters,
  type RecommendationList,
} from '../../../src/answer/entry.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import type { Says } from '../says.ts';
import { renderClaims } from './claim.ts';
import { pagePath, renderPager } from './pager.ts';

/** As many per page as the archive's pages give; only for telling which are shown. */
const SIZE = 20;

export function recommendationsPath(filters: RecommendationFilters, page = 1): string {
  const fields = new URLSearchParams();
  for (const name of RECOMMENDATION_FILTERS) {
    const value = filters[name];
    if (value !== undefined && value !== '') fields.set(name, value);
  }
  return pagePath('/recommendations', page, fields);
}

/** `pictures`: shown while nothing is narrowed yet. */
export function renderRecommendations(
  list: RecommendationList,
  filters: RecommendationFilters,
  pictures: readonly (Html | false)[],
  says: Says,
): Html {
  const { claims, total } = list;
  const from = (list.page - 1) * SIZE + 1;
  const to = from + claims.length - 1;
  return html`<article class="list recommendations">
<header class="entry-head">
<h1>${says.own.nav.recommendations} <span class="count">${total}</span></h1>
<p class="lead">${says.own.lead.recommendations}</p>
</header>
${renderForm(list, says)}
${renderChosen(list, filters, says)}
<p class="shown" role="status">${total === 0 ? says.own.filters.none : says.own.filters.shown(from, to, total)}</p>
${claims.length > 0 && renderClaims(claims, { single: false, kindless: true }, says)}
${renderPager(list, (page) => recommendationsPath(filters, page), says)}
${pictures.length > 0 && html`<div class="chart-pair">${pictures}</div>`}
</article>`;
}

function renderForm({ filters }: RecommendationList, says: Says): Html {
  const text = says.own.filters;
  return html`<form class="filters" action="/recommendations" method="get" aria-label="${text.heading}">
${filters.map(
  ({ name, options, chosen }) =>
    options.length > 0 &&
    html`<div class="filter"><label for="filter-${name}">${says.pages.filter[name]}</label>
<select id="filter-${name}" name="${name}">
<option value="">${text.any}</option>
${options.map(({ value, label, count }) =>
  value === chosen
    ? html`<option value="${value}" selected>${text.option(label, count)}</option>`
    : html`<option value="${value}">${text.option(label, count)}</option>`,
)}
</select></div>
`,
)}<div class="filter filter-apply"><button type="submit">${text.apply}</button></div>
</form>`;
}

function renderChosen(
  { filters: all }: RecommendationList,
  filters: RecommendationFilters,
  says: Says,
): Html | false {
  const chosen = all.filter((one) => one.chosen !== '');
  if (chosen.length === 0) return false;
  const without = (name: RecommendationFilter): string => recommendationsPath({ ...filters, [name]: '' });
  return html`<nav class="chosen" aria-label="${says.own.filters.chosen}">
<ul class="chips">
${chosen.map(({ name, chosen: value, options }) => {
  const label = options.find((option) => option.value === value)?.label ?? value;
  return html`<li><a class="chip" href="${without(name)}"><span class="hidden">${says.own.filters.remove(label)}</span><span aria-hidden="true">${label} ×</span></a></li>`;
})}
<li><a class="chip" href="/recommendations">${says.own.filters.clear}</a></li>
</ul>
</nav>`;
}
