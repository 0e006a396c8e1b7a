/**
 * Events over time: a line of years with a point for each event, labels in lanes so that none covers another; those without
 * a date stand apart. A table below says the same.
 */
import { pathOf } from '../../../../src/answer/address.ts';
import type { Ref, Timeline } from '../../../../src/answer/entry.ts';
import { type Html, html } from '../../../../src/kit/html.ts';
import type { Says } from '../../says.ts';
import { renderRef } from '../cite.ts';

type Dated = Timeline['dated'][number];

/** Units of the picture; text is 14 of them high, a letter about 8 wide. */
const WIDTH = 1080;
const MARGIN = 24;
const LANE = 44;
const AXIS = 34;
const LETTER = 8.4;
/** Longest label, in letters. */
const LABEL = 42;
/** Above so many events, points stand alone: labels could not be read. */
const LABELLED = 24;

export function renderTimeline({ dated, undated }: Timeline, says: Says): Html | false {
  if (dated.length + undated.length === 0) return false;
  const text = says.own.timeline;
  return html`<section class="chart" aria-labelledby="timeline-chart">
<h2 id="timeline-chart">${text.heading}</h2>
${dated.length > 0 && renderPicture(dated, says)}
${dated.length > 0 && renderList(dated)}
${undated.length > 0 && renderUndated(undated, says)}
${dated.length > 0 && renderTable(dated, says)}
</section>`;
}

/** On a narrow screen in the place of the picture, whose letters would be too small there. */
function renderList(dated: readonly Dated[]): Html {
  return html`<ol class="timeline-list">
${dated.map(
  ({ ref, date }) => html`<li class="timeline-event"><span class="quiet">${date}</span> ${renderRef(ref)}</li>
`,
)}</ol>`;
}

function renderUndated(undated: readonly Ref[], says: Says): Html {
  return html`<p class="undated"><span class="label">${says.own.timeline.undated}</span> ${undated.map(
    (ref, index) => html`${index > 0 && '; '}${renderRef(ref)}`,
  )}</p>`;
}

function renderTable(dated: readonly Dated[], says: Says): Html {
  const text = says.own.timeline;
  return html`<details class="behind"><summary>${text.table}</summary>
<table class="plain">
<caption class="hidden">${text.caption}</caption>
<thead><tr><th scope="col">${text.date}</th><th scope="col">${text.event}</th></tr></thead>
<tbody>
${dated.map(
  ({ ref, date }) => html`<tr><td>${date}</td><th scope="row">${renderRef(ref)}</th></tr>
`,
)}</tbody>
</table>
</details>`;
}

interface Placed {
  readonly event: Dated;
  readonly x: number;
  readonly label: string;
  readonly lane: number;
  /** Where the label's text begins. */
  readonly from: number;
}

function renderPicture(dated: readonly Dated[], says: Says): Html {
  const text = says.own.timeline;
  const first = Number(dated[0]?.from.slice(0, 4));
  const last = Math.max(...dated.map(({ to }) => Number(to.slice(0, 4)))) + 1;
  const start = Date.UTC(first, 0, 1);
  const span = Date.UTC(last, 0, 1) - start;
  const xOf = (iso: string): number => MARGIN + ((Date.parse(iso) - start) / span) * (WIDTH - 2 * MARGIN);
  const placed = place(dated, xOf);
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  const axis = lanes * LANE + 8;
  const height = axis + AXIS;
  const step = Math.max(1, Math.ceil((last - first) / 12));
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step);
  return html`<div class="scroll timeline-picture" role="group" aria-label="${text.heading}" tabindex="0">
<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-labelledby="timeline-title timeline-desc">
<title id="timeline-title">${text.title}</title>
<desc id="timeline-desc">${text.desc(dated.length, dated[0]?.date ?? '', dated.at(-1)?.date ?? '')}</desc>
<line class="axis" x1="${MARGIN}" y1="${axis}" x2="${WIDTH - MARGIN}" y2="${axis}"></line>
${years.map(
  (
    year,
  ) => html`<g class="year"><line x1="${at(xOf(`${year}-01-01`))}" y1="${axis - 5}" x2="${at(xOf(`${year}-01-01`))}" y2="${axis + 5}"></line><text x="${at(
    xOf(`${year}-01-01`),
  )}" y="${axis + 24}" text-anchor="middle">${year}</text></g>
`,
)}${placed.map((one) => renderEvent(one, axis, xOf))}</svg>
</div>`;
}

function renderEvent(
  { event, x, label, lane, from }: Placed,
  axis: number,
  xOf: (iso: string) => number,
): Html {
  const { ref, date } = event;
  const top = lane * LANE + 16;
  const end = Math.max(x + 1, xOf(event.to));
  return html`<a class="event" href="${pathOf(ref)}"><title>${date}: ${ref.label}</title>
${label !== '' && html`<line class="stem" x1="${at(x)}" y1="${top - 8}" x2="${at(x)}" y2="${axis}"></line>`}
<line class="span" x1="${at(x)}" y1="${axis}" x2="${at(end)}" y2="${axis}"></line><circle cx="${at(x)}" cy="${axis}" r="6"></circle>
${
  label !== '' &&
  html`<text x="${at(from)}" y="${top}"><tspan class="event-title">${label}</tspan><tspan class="event-date" x="${at(from)}" dy="17">${date}</tspan></text>`
}</a>
`;
}

/** Gives each event the lowest lane in which its label covers no other's label or stem. */
function place(dated: readonly Dated[], xOf: (iso: string) => number): Placed[] {
  const ends: number[] = [];
  const placed: Placed[] = [];
  for (const event of dated) {
    const x = xOf(event.from);
    const label = dated.length > LABELLED ? '' : shorten(event.ref.label);
    const length = Math.max(label.length, event.date.length) * LETTER;
    // A label that would leave the picture on the right stands left of its point.
    const left = x + 8 + length > WIDTH;
    const from = left ? Math.max(0, x - 8 - length) : x + 8;
    const free = ends.findIndex((end) => end < (left ? from : x) - 8);
    const lane = label === '' ? 0 : free < 0 ? ends.length : free;
    ends[lane] = Math.max(ends[lane] ?? 0, left ? x : from + length);
    placed.push({ event, x, label, lane, from });
  }
  // Earlier events on top: their stems then pass no later label.
  const lanes = ends.length;
  return placed.map((one) => ({ ...one, lane: lanes - 1 - one.lane }));
}

function shorten(label: string): string {
  return label.length <= LABEL ? label : `${label.slice(0, LABEL).replace(/\s+\S*$/u, '')} …`;
}

const at = (x: number): string => x.toFixed(1);
