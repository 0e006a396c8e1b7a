/** Who spoke where: people by events, a dot whose size tells how much is on record. A table with pictures in its cells. */
import type { PeopleMatrix } from '../../../../src/answer/entry.ts';
import { type Html, html } from '../../../../src/kit/html.ts';
import type { Says } from '../../says.ts';
import { renderRef } from '../cite.ts';
import { renderSideways } from './goals.ts';

type Cell = PeopleMatrix['rows'][number]['cells'][number];

export function renderPeople({ events, rows, more }: PeopleMatrix, says: Says): Html | false {
  if (rows.length === 0) return false;
  const text = says.own.people;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ claims }) => claims)));
  return html`<section class="chart" aria-labelledby="people-chart">
<h2 id="people-chart">${text.heading}</h2>
<p class="section-note">${text.note}</p>
${renderSideways(events.length, says)}
<div class="scroll tall" role="group" aria-label="${text.heading}" tabindex="0">
<table class="matrix dots">
<caption class="hidden">${text.caption}</caption>
<thead><tr><th scope="col">${text.person}</th>${events.map((event) => html`<th scope="col">${renderRef(event)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({
    person,
    cells,
  }) => html`<tr><th scope="row">${renderRef(person)}</th>${cells.map((cell) => renderCell(cell, most, says))}</tr>
`,
)}</tbody>
</table>
</div>
${more > 0 && html`<p class="section-note">${text.more(more)}</p>`}
</section>`;
}

/** Radius in units of the picture's 24. */
const SMALLEST = 3.5;
const LARGEST = 11;

function renderCell({ parts, claims }: Cell, most: number, says: Says): Html {
  const text = says.own.people;
  if (parts.length === 0) return html`<td class="none"><span class="hidden">${text.none}</span></td>`;
  const radius = claims === 0 ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(claims / most);
  const what = text.cell(parts.join(', '), claims);
  return html`<td><svg class="dot" viewBox="0 0 24 24" width="24" height="24" role="img" aria-label="${what}"><title>${what}</title><circle class="${
    claims === 0 ? 'open' : 'full'
  }" cx="12" cy="12" r="${radius.toFixed(1)}"></circle></svg></td>`;
}
