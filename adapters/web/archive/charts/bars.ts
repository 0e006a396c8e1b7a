/** Bars beside their labels: a table with a picture in it. */
import type { Bar } from '../../../../src/answer/entry.ts';
import { type Html, html } from '../../../../src/kit/html.ts';
import type { Says } from '../../says.ts';

interface BarsOptions {
  readonly id: string;
  readonly heading: string;
  /** Heading of the labels' column. */
  readonly label: string;
  readonly hrefOf: (bar: Bar) => string;
}

export function renderBars(
  bars: readonly Bar[],
  { id, heading, label, hrefOf }: BarsOptions,
  says: Says,
): Html | false {
  if (bars.length === 0) return false;
  const most = Math.max(...bars.map(({ count }) => count));
  return html`<section class="chart" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<table class="bars">
<caption class="hidden">${heading}</caption>
<thead class="hidden"><tr><th scope="col">${label}</th><th scope="col">${says.own.bars.count}</th></tr></thead>
<tbody>
${bars.map(
  (
    bar,
  ) => html`<tr><th scope="row"><a href="${hrefOf(bar)}" dir="auto">${bar.ref.label}</a></th><td><svg class="bar" width="100%" height="14" aria-hidden="true"><rect width="${(
    (100 * bar.count) / most
  ).toFixed(1)}%" height="14" rx="3"></rect></svg><span class="bar-count">${bar.count}</span></td></tr>
`,
)}</tbody>
</table>
</section>`;
}
