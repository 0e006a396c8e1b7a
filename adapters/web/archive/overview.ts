/** The archive at a glance: what it holds, when, on which goals, and where to go on from here. */
import { FOLDERS, pathOf } from '../../../src/answer/address.ts';
import type { Bar, GoalMatrix, Listing, Timeline } from '../../../src/answer/entry.ts';
import type { Overview } from '../../../src/engine.ts';
import { type Html, html } from '../html.ts';
import { renderSearch } from '../page.ts';
import { words } from '../words.ts';
import { renderBars } from './charts/bars.ts';
import { renderGoals } from './charts/goals.ts';
import { renderTimeline } from './charts/timeline.ts';
import { pagePath } from './pager.ts';
import { recommendationsPath } from './recommendations.ts';

export interface Glance {
  readonly overview: Overview;
  readonly goals: GoalMatrix;
  readonly timeline: Timeline;
  readonly events: Listing;
  readonly addressees: readonly Bar[];
  readonly topics: readonly Bar[];
}

const FOLDER_OF_COUNT = {
  sessions: '/sessions',
  people: '/people',
  organizations: '/organizations',
  recommendations: '/recommendations',
  topics: '/topics',
  sources: '/sources',
} as const;

export function renderOverview({ overview, goals, timeline, events, addressees, topics }: Glance): Html {
  return html`<section class="hero">
<h1>${words.archive.title}</h1>
<p class="lead">${words.archive.lead}</p>
${renderSearch({ line: '', after: '', large: true })}
</section>
${renderCounts(overview)}
${events.pages === 1 ? renderTimeline(timeline) : renderYears(events)}
${renderGoals(goals)}
<div class="chart-pair">
${renderPictures(addressees, topics)}
</div>
${renderRecent(overview)}`;
}

/** In the place of a timeline of more events than can be told apart: where each year begins in their list. */
function renderYears({ contents }: Listing): Html {
  return html`<section class="chart" aria-labelledby="years">
<h2 id="years">${words.timeline.years}</h2>
<ul class="chips">
${contents.map(
  ({ id, heading, count, page }) =>
    html`<li><a class="chip" href="${pagePath(`/${FOLDERS.session}`, page)}#${id}">${heading} <span class="quiet">${count.toLocaleString('en')}</span></a></li>
`,
)}</ul>
</section>`;
}

/** What recommendations are about and whom they address; each bar leads to them. */
export function renderPictures(
  addressees: readonly Bar[],
  topics: readonly Bar[],
): readonly (Html | false)[] {
  return [
    renderBars(addressees, {
      id: 'addressees-chart',
      heading: words.bars.addressees,
      label: words.bars.addressee,
      hrefOf: ({ ref }) => recommendationsPath({ to: ref.id }),
    }),
    renderBars(topics, {
      id: 'topics-chart',
      heading: words.bars.topics,
      label: words.bars.topic,
      hrefOf: ({ ref }) => recommendationsPath({ topic: ref.id }),
    }),
  ];
}

function renderCounts({ counts }: Overview): Html {
  const shown = Object.entries(FOLDER_OF_COUNT) as [keyof typeof FOLDER_OF_COUNT, string][];
  return html`<section aria-labelledby="holds">
<h2 id="holds" class="hidden">${words.archive.holds}</h2>
<ul class="counts">
${shown.map(
  ([name, href]) =>
    html`<li><a href="${href}"><span class="counts-number">${counts[name].toLocaleString('en')}</span> <span class="counts-label">${words.counts[name]}</span></a></li>
`,
)}</ul>
</section>`;
}

function renderRecent({ recent }: Overview): Html | false {
  return (
    recent.length > 0 &&
    html`<section class="chart" aria-labelledby="recent">
<h2 id="recent">${words.archive.recent}</h2>
<ul class="rows">
${recent.map(
  ({ id, title, added }) =>
    html`<li><div class="row"><p class="row-name"><a href="${pathOf({ kind: 'session', id })}" dir="auto">${title}</a></p><p class="row-counts">${added}</p></div></li>
`,
)}</ul>
</section>`
  );
}
