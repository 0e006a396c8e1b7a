/**
 * Answer → HTML. Pure; everything is text until `html` makes it markup. Every item shows its evidence, and what is only
 * related says so in words. Buttons are links, so that everything works without a script, in a new tab and in history.
 */
import type {
  Answer,
  Choice,
  Citation,
  Fact,
  Item,
  ItemKind,
  MarkedText,
  Outcome,
  Page,
  SourceReference,
} from '../../src/answer/answer.ts';
import { words } from '../../src/answer/words.ts';
import { type Html, html } from './html.ts';
import { addressOf } from './receive.ts';

const KINDS: Readonly<Record<ItemKind, string>> = {
  session: 'Session',
  person: 'Person',
  organization: 'Organization',
  statement: 'Statement',
  recommendation: 'Recommendation',
  practice: 'Practice',
  figure: 'Figure',
  poll: 'Poll',
  material: 'Material',
  topic: 'Topic',
  goal: 'Goal',
  source: 'Document',
  command: 'Command',
};

/** Said above the title where the answer is not simply found; '' where nothing needs saying. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  found: '',
  nothing: 'Nothing found',
  unstated: 'Not stated by the sources',
  unclear: 'Not clear yet',
  help: '',
};

const HELP: Choice = { label: words.choice.help, line: 'help', kind: 'help' };

/** The whole answer as the content of a page's main part. */
export function renderAnswer(answer: Answer): Html {
  const note = OUTCOMES[answer.outcome];
  return html`<article class="answer" data-outcome="${answer.outcome}">
<header class="answer-head">
${note !== '' && html`<p class="outcome">${note}</p>`}
<h1 dir="auto">${answer.title}</h1>
${answer.lead !== '' && html`<p class="lead" dir="auto">${answer.lead}</p>`}
${answer.understood !== '' && html`<p class="understood">Read as: <span dir="auto">${answer.understood}</span></p>`}
</header>
${renderGroups(answer.items)}
${answer.page !== undefined && renderPager(answer.page)}
${renderChoices(answer)}
${renderSources(answer.sources)}
</article>`;
}

/** Runs of items of one group, each under its heading. */
function renderGroups(items: readonly Item[]): Html | false {
  if (items.length === 0) return false;
  const runs: { readonly group: string; readonly items: Item[] }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.group === item.group) last.items.push(item);
    else runs.push({ group: item.group, items: [item] });
  }
  return html`${runs.map(
    (run) => html`<section class="group">
${run.group !== '' && html`<h2 dir="auto">${run.group}</h2>`}
<ol class="items">
${run.items.map((item) => renderItem(item, run.group === '' ? 'h2' : 'h3'))}
</ol>
</section>`,
  )}`;
}

function renderItem(item: Item, level: 'h2' | 'h3'): Html {
  const related = item.relation === 'related';
  const title = renderMarked(item.title);
  const linked = item.line === '' ? title : html`<a href="${addressOf(item.line)}">${title}</a>`;
  const heading =
    level === 'h2'
      ? html`<h2 class="title" dir="auto">${linked}</h2>`
      : html`<h3 class="title" dir="auto">${linked}</h3>`;
  const byline = [item.makers.join('; '), item.date, item.context].filter((part) => part !== '');
  return html`<li class="${related ? 'item related' : 'item'}" data-kind="${item.kind}">
<p class="kind">${KINDS[item.kind]}${related && html` <span class="relation">related</span>`}</p>
${item.title.text !== '' && heading}
${byline.length > 0 && html`<p class="byline">${byline.map((part) => html`<span dir="auto">${part}</span>`)}</p>`}
${item.text.text !== '' && html`<p class="text" dir="auto">${renderMarked(item.text)}</p>`}
${renderFacts(item.facts)}
${item.reasons.length > 0 && html`<p class="reasons"><span class="label">Why it is here:</span> ${item.reasons.join('; ')}</p>`}
${renderEvidence(item.evidence)}
</li>
`;
}

/**
 * The text with what matched in `mark`. Spans that a type cannot exclude (out of order or range, or through the middle of
 * a character outside the basic plane) are left unmarked.
 */
export function renderMarked({ text, marks }: MarkedText): Html {
  const parts: (string | Html)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length || splits(text, start) || splits(text, end)) continue;
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}

/** True where an offset lies between the two halves of one character. */
function splits(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

function renderFacts(facts: readonly Fact[]): Html | false {
  return (
    facts.length > 0 &&
    html`<dl class="facts">
${facts.map(
  ({
    label,
    value,
    url,
  }) => html`<div class="fact"><dt dir="auto">${label}</dt><dd dir="auto">${renderLink(value, url)}</dd></div>
`,
)}</dl>`
  );
}

function renderEvidence(evidence: readonly Citation[]): Html | false {
  return (
    evidence.length > 0 &&
    html`<p class="evidence"><span class="label">Source:</span> ${evidence.map(
      ({ label }, index) => html`${index > 0 && '; '}<cite dir="auto">${label}</cite>`,
    )}</p>`
  );
}

/** A link leads out only over https and without credentials; anything else stays text. */
export function renderLink(text: string, url: string | undefined): Html {
  if (url === undefined || !isSafe(url)) return html`${text}`;
  return html`<a class="outward" href="${url}" rel="noopener noreferrer external">${text}</a>`;
}

function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

function renderPager({ number, pages, total, first, last, previous, next }: Page): Html {
  const turn = (line: string | undefined, label: string, rel: string) =>
    line === undefined
      ? html`<span class="turn" aria-hidden="true">${label}</span>`
      : html`<a class="turn" rel="${rel}" href="${addressOf(line)}">${label}</a>`;
  return html`<nav class="pager" aria-label="Pages">
${turn(previous, 'Previous', 'prev')}
<p>${first}–${last} of ${total}${pages > 1 && html` <span class="quiet">(page ${number} of ${pages})</span>`}</p>
${turn(next, 'Next', 'next')}
</nav>`;
}

/**
 * Next steps. What opens an item that is already linked by its title is not said twice; an answer that leads nowhere
 * leads to the help.
 */
function renderChoices({ items, choices }: Answer): Html | false {
  const linked = new Set(items.map(({ line, title }) => (title.text === '' ? '' : line)));
  const offered = choices.filter(({ kind, line }) => kind !== 'open' || !linked.has(line));
  const shown = items.length === 0 && offered.length === 0 ? [HELP] : offered;
  return (
    shown.length > 0 &&
    html`<nav class="choices" aria-label="Next steps">
<h2>Next steps</h2>
<ul class="chips">
${shown.map(renderChoice)}</ul>
</nav>`
  );
}

function renderChoice({ kind, label, line }: Choice): Html {
  return html`<li><a class="chip" data-kind="${kind}" href="${addressOf(line)}" dir="auto">${label}</a></li>
`;
}

function renderSources(sources: readonly SourceReference[]): Html | false {
  return (
    sources.length > 0 &&
    html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">Documents behind this answer</h2>
<ul>
${sources.map(
  ({ title, publisher, date, url }) => html`<li><cite dir="auto">${renderLink(title, url)}</cite>${[
    publisher,
    date,
  ]
    .filter((part) => part !== '')
    .map((part) => html`, <span dir="auto">${part}</span>`)}</li>
`,
)}</ul>
</section>`
  );
}
