/** The start page: the field, lines to try, and what the archive holds. Also the pages for what went wrong. */
import { lineOf } from '../../src/answer/line.ts';
import type { Declaration } from '../../src/commands/declaration.ts';
import type { Overview } from '../../src/engine.ts';
import { type Html, html } from './html.ts';
import { renderSearch } from './page.ts';
import { addressOf } from './receive.ts';
import { words } from './words.ts';

const { start: text } = words;

const COUNTED = [
  'sessions',
  'people',
  'organizations',
  'contributions',
  'recommendations',
  'sources',
] as const satisfies readonly (keyof Overview['counts'])[];

/** `playground` shows one of the examples at work. */
export function renderStart(
  overview: Overview,
  declarations: readonly Declaration[],
  playground: Html | false = false,
): Html {
  return html`<section class="hero">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${renderSearch({ line: '', after: '', large: true, action: '/' })}
${renderExamples(overview)}
</section>
${playground}
${renderCounts(overview)}
<div class="columns">
${renderEvents(overview)}
${renderGoals(overview)}
${renderTopics(overview)}
${renderCommands(declarations)}
</div>`;
}

export function renderTrouble(title: string, reason: string): Html {
  return html`<article class="answer" data-outcome="unclear">
<header class="answer-head">
<h1>${title}</h1>
<p class="lead">${reason}</p>
</header>
<p><a class="chip" href="/">${words.trouble.back}</a></p>
</article>`;
}

function renderExamples({ examples }: Overview): Html | false {
  return (
    examples.length > 0 &&
    html`<h2 class="hidden">${words.search.examples}</h2>
<ul class="examples">
${examples.map(
  ({
    line,
    meaning,
  }) => html`<li><a href="${addressOf(line)}"><code dir="auto">${line}</code> <span class="meaning">${meaning}</span></a></li>
`,
)}</ul>`
  );
}

function renderCounts({ counts }: Overview): Html {
  const shown = COUNTED.map((name) => [words.counts[name], counts[name]] as const);
  return html`<section aria-labelledby="holds">
<h2 id="holds" class="hidden">${words.archive.holds}</h2>
<dl class="counts">
${shown.map(
  ([label, count]) => html`<div><dt>${label}</dt><dd>${count.toLocaleString('en')}</dd></div>
`,
)}</dl>
</section>`;
}

function renderEvents({ events }: Overview): Html | false {
  return renderPanel(
    'events',
    text.events,
    events.map(({ title, date, line }) => ({ label: title, note: date, line })),
  );
}

function renderGoals({ goals }: Overview): Html | false {
  return renderPanel(
    'goals',
    text.goals,
    goals.map(({ label, line, named, related }) => ({ label, note: goalNote(named, related), line })),
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

function goalNote(named: number, related: number): string {
  const parts = [named > 0 ? text.named(named) : '', related > 0 ? text.related(related) : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function renderTopics({ topics }: Overview): Html | false {
  return (
    topics.length > 0 &&
    html`<section class="panel" aria-labelledby="topics">
<h2 id="topics">${text.topics}</h2>
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

function renderCommands(declarations: readonly Declaration[]): Html {
  return html`<section class="panel" aria-labelledby="commands">
<h2 id="commands">${text.commands}</h2>
<dl class="commands">
${declarations.map(
  ({
    name,
    argument,
    summary,
  }) => html`<div><dt><a href="${addressOf(lineOf.help(name))}"><code>${name} ${argument.hint}</code></a></dt><dd>${summary}</dd></div>
`,
)}</dl>
</section>`;
}
