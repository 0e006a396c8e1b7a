/**
 * Goals by events as a heat map: a table, so that everything it shows can also be heard. What a document names is filled,
 * the more the darker; what a curator relates is dashed. Neither rests on colour alone.
 */
import { pathOf } from '../../../../src/answer/address.ts';
import type { GoalMatrix } from '../../../../src/answer/entry.ts';
import { type Html, html } from '../../../../src/kit/html.ts';
import type { Says } from '../../says.ts';
import { renderRef } from '../cite.ts';

type Cell = GoalMatrix['rows'][number]['cells'][number];

export function renderGoals({ events, rows }: GoalMatrix, says: Says): Html | false {
  const linked = rows.filter(({ cells }) => cells.some(({ link }) => link !== undefined));
  if (linked.length === 0) return false;
  const most = Math.max(1, ...linked.flatMap(({ cells }) => cells.map(({ count }) => count)));
  const text = says.own.goals;
  return html`<section class="chart" aria-labelledby="goals-chart">
<h2 id="goals-chart">${text.heading}</h2>
<p class="section-note">${text.note}</p>
${renderSideways(events.length, says)}
<div class="scroll" role="group" aria-label="${text.heading}" tabindex="0">
<table class="matrix heat">
<caption class="hidden">${text.caption}</caption>
<thead><tr><th scope="col">${text.goal}</th>${events.map((event) => html`<th scope="col">${renderRef(event)}</th>`)}</tr></thead>
<tbody>
${linked.map(
  ({
    goal,
    cells,
  }) => html`<tr><th scope="row">${renderRef(goal)}</th>${cells.map((cell) => renderCell(cell, goal.id, most, says))}</tr>
`,
)}</tbody>
</table>
</div>
<p class="legend"><span class="swatch named" aria-hidden="true"></span> ${text.named} <span class="swatch related" aria-hidden="true"></span> ${text.related}</p>
</section>`;
}

/** What a picture that goes on beside the screen says of it; `few` columns fit all but the narrowest. */
export function renderSideways(columns: number, says: Says): Html | false {
  return (
    columns > 2 && html`<p class="${columns > 6 ? 'sideways' : 'sideways few'}">${says.own.sideways}</p>`
  );
}

function renderCell({ link, count }: Cell, goal: string, most: number, says: Says): Html {
  const text = says.own.goals;
  if (link === undefined) return html`<td class="none"><span class="hidden">${text.none}</span></td>`;
  return html`<td class="${link} level-${level(count, most)}"><a href="${pathOf({ kind: 'goal', id: goal })}#${link}"><span aria-hidden="true">${
    count > 0 ? count : '●'
  }</span><span class="hidden">${text.cell(text[link], count)}</span></a></td>`;
}

/** Five steps of darkness by the square root, as areas are seen. */
function level(count: number, most: number): number {
  return count === 0 ? 1 : Math.max(1, Math.ceil(5 * Math.sqrt(count / most)));
}
