/** The archive at a glance: what it holds, when, on which goals, and where to go on from here. */
import { FOLDERS, pathOf } from '../../../src/answer/address.ts';
import type { Bar, GoalMatrix, Listing, Timeline } from '../../../src/answer/entry.ts';
import type { Overview } from '../../../src/engine.ts';
import { type Html, html } from '../../../src/kit/html.ts';
import { renderSearch } from '../page.ts';
import type { Says } from '../says.ts';
import { renderBars } from './charts/bars.ts';
import { renderGoals } from './charts/goals.ts';
import { renderTimeline } from './charts/timeline.ts';
import { pagePath } from './pager.ts';
import { recommendationsPath } from './recommendations.ts';

interface Glance {
  readonly overview: Overview;
  readonly goals: GoalMatrix;
  /** Absent where there are more events than can be told apart in it. */
  readonly timeline: Timeline | undefined;
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

export function renderOverview(
  { overview, goals, timeline, events, addressees, topics }: Glance,
  says: Says,
): Html {
  return html`<section class="hero">
<h1>${says.own.archive.title}</h1>
<p class="lead">${says.own.archive.lead}</p>
${renderSearch({ line: '', after: '', large: true }, says)}
</section>
${renderCounts(overview, says)}
${timeline === undefined ? renderYears(events, says) : renderTimeline(timeline, says)}
${renderGoals(goals, says)}
<div class="chart-pair">
${renderPictures(addressees, topics, says)}
</div>
${renderRecent(overview, says)}`;
}

/** In the place of a timeline of more events than can be told apart: where each year begins in their list. */
function renderYears({ contents }: Listing, says: Says): Html {
  return html`<section class="chart" aria-labelledby="years">
<h2 id="years">${says.own.timeline.years}</h2>
<ul class="chips">
${contents.map(
  ({ id, heading, count, page }) =>
    html`<li><a class="chip" href="${pagePath(`/${FOLDERS.session}`, page)}#${id}">${heading} <span class="quiet">${says.number(count)}</span></a></li>
`,
)}</ul>
</section>`;
}

/** What recommendations are about and whom they address; each bar leads to them. */
export function renderPictures(
  addressees: readonly Bar[],
  topics: readonly Bar[],
  says: Says,
): readonly (Html | false)[] {
  return [
    renderBars(
      addressees,
      {
        id: 'addressees-chart',
        heading: says.own.bars.addressees,
        label: says.own.bars.addressee,
        hrefOf: ({ ref }) => recommendationsPath({ to: ref.id }),
      },
      says,
    ),
    renderBars(
      topics,
      {
        id: 'topics-chart',
        heading: says.own.bars.topics,
        label: says.own.bars.topic,
        hrefOf: ({ ref }) => recommendationsPath({ topic: ref.id }),
      },
      says,
    ),
  ];
}

function renderCounts({ counts }: Overview, says: Says): Html {
  const shown = Object.entries(FOLDER_OF_COUNT) as [keyof typeof FOLDER_OF_COUNT, string][];
  return html`<section aria-labelledby="holds">
<h2 id="holds" class="hidden">${says.own.archive.holds}</h2>
<ul class="counts">
${shown.map(
  ([name, href]) =>
    html`<li><a href="${href}"><span class="counts-number">${says.number(counts[name])}</span> <span class="counts-label">${says.own.counts[name]}</span></a></li>
`,
)}</ul>
</section>`;
}

function renderRecent({ recent }: Overview, says: Says): Html | false {
  return (
    recent.length > 0 &&
    html`<section class="chart" aria-labelledby="recent">
<h2 id="recent">${says.own.archive.recent}</h2>
<ul class="rows">
${recent.map(
  ({ id, title, added }) =>
    html`<li><div class="row"><p class="row-name"><a href="${pathOf({ kind: 'session', id })}" dir="auto">${title}</a></p><p class="row-counts">${added}</p></div></li>
`,
)}</ul>
</section>`
  );
}
