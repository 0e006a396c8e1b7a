/** What stands around the conversation of the start page: what this is, and what the archive holds. Also the pages for what went wrong. */
import { lineOf } from '../../src/answer/line.ts';
import { type Declaration, inWords } from '../../src/commands/declaration.ts';
import type { Overview } from '../../src/engine.ts';
import { type Html, html } from '../../src/kit/html.ts';
import { addressOf } from './receive.ts';
import type { Says } from './says.ts';

const COUNTED = [
  'sessions',
  'people',
  'organizations',
  'contributions',
  'recommendations',
  'sources',
] as const satisfies readonly (keyof Overview['counts'])[];

/** What this is, above the field. */
export function renderHero(says: Says): Html {
  return html`<section class="hero">
<h1>${says.own.start.title}</h1>
<p class="lead">${says.own.start.lead}</p>
</section>`;
}

/** What the archive holds, below the conversation. */
export function renderHoldings(overview: Overview, declarations: readonly Declaration[], says: Says): Html {
  return html`${renderCounts(overview, says)}
<div class="columns">
${renderEvents(overview, says)}
${renderGoals(overview, says)}
${renderTopics(overview, says)}
${renderCommands(declarations, says)}
</div>`;
}

export function renderTrouble(title: string, reason: string, says: Says): Html {
  return html`<article class="answer" data-outcome="unclear">
<header class="answer-head">
<h1>${title}</h1>
<p class="lead">${reason}</p>
</header>
<p><a class="chip" href="/">${says.own.trouble.back}</a></p>
</article>`;
}

function renderCounts({ counts }: Overview, says: Says): Html {
  const shown = COUNTED.map((name) => [says.own.counts[name], counts[name]] as const);
  return html`<section aria-labelledby="holds">
<h2 id="holds" class="hidden">${says.own.archive.holds}</h2>
<dl class="counts">
${shown.map(
  ([label, count]) => html`<div><dt>${label}</dt><dd>${says.number(count)}</dd></div>
`,
)}</dl>
</section>`;
}

function renderEvents({ events }: Overview, says: Says): Html | false {
  return renderPanel(
    'events',
    says.own.start.events,
    events.map(({ title, date, line }) => ({ label: title, note: date, line })),
  );
}

function renderGoals({ goals }: Overview, says: Says): Html | false {
  return renderPanel(
    'goals',
    says.own.start.goals,
    goals.map(({ label, line, named, related }) => ({ label, note: goalNote(named, related, says), line })),
  );
}

/** Lines under a heading; nothing where there are none. */
function renderPanel(
  id: string,
  heading: string,
  rows: readonly { readonly label: string; readonly note: string; readonly line: string }[],
): Html | false {
  return (
    rows.length > 0 &&
    html`<section class="panel" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<ul class="rows">
${rows.map(
  ({
    label,
    note,
    line,
  }) => html`<li><a href="${addressOf(line)}" dir="auto">${label}</a> <span class="quiet">${note}</span></li>
`,
)}</ul>
</section>`
  );
}

function goalNote(named: number, related: number, says: Says): string {
  const parts = [
    named > 0 ? says.own.start.named(named) : '',
    related > 0 ? says.own.start.related(related) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function renderTopics({ topics }: Overview, says: Says): Html | false {
  return (
    topics.length > 0 &&
    html`<section class="panel" aria-labelledby="topics">
<h2 id="topics">${says.own.start.topics}</h2>
<ul class="chips">
${topics.map(
  ({
    label,
    line,
    contributions,
  }) => html`<li><a class="chip" href="${addressOf(line)}" dir="auto">${label} <span class="quiet">${contributions}</span></a></li>
`,
)}</ul>
</section>`
  );
}

function renderCommands(declarations: readonly Declaration[], says: Says): Html {
  return html`<section class="panel" aria-labelledby="commands">
<h2 id="commands">${says.own.start.commands}</h2>
<dl class="commands">
${declarations
  .map((one) => inWords(one, says))
  .map(
    ({
      name,
      argument,
      summary,
    }) => html`<div><dt><a href="${addressOf(lineOf.help(name))}"><code>${name} ${argument.hint}</code></a></dt><dd>${summary}</dd></div>
`,
  )}</dl>
</section>`;
}
