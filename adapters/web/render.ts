/**
 * Answer → HTML. Pure; everything is text until `html` makes it markup. Every item shows its evidence, and what is only
 * related says so in words. Buttons are links, so that everything works without a script, in a new tab and in history.
 */

import { pathOf, pathOfItem, pathOfLine, pathOfPlace } from '../../src/answer/address.ts';
import type {
  Answer,
  Choice,
  Citation,
  Fact,
  Item,
  MarkedText,
  Page,
  SourceReference,
} from '../../src/answer/answer.ts';
import { lineOf } from '../../src/answer/line.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { type Html, html } from './html.ts';
import { type Says, saysIn } from './says.ts';

const helpChoice = (says: Says): Choice => ({
  label: says.choice.help,
  line: lineOf.help(),
  kind: 'help',
});

interface AnswerOptions {
  /** What the results can be narrowed by, in the place of the few choices that do so. */
  readonly beside?: Html | false;
  /** All that is not the answer's; in the answer's language where absent. */
  readonly says?: Says;
}

/** The whole answer as the content of a page's main part. */
export function renderAnswer(
  answer: Answer,
  { beside, says = saysIn(answer.locale) }: AnswerOptions = {},
): Html {
  const { outcome, title, lead, understood, items, page, sources } = answer;
  const note = says.own.answer.outcomes[outcome];
  return html`<article class="answer" data-outcome="${outcome}">
<header class="answer-head">
${note !== '' && note !== title && html`<p class="outcome">${note}</p>`}
<h1 dir="auto">${title}</h1>
${lead !== '' && html`<p class="lead" dir="auto">${lead}</p>`}
${understood !== '' && html`<p class="understood">${says.own.answer.understood} <span dir="auto">${understood}</span></p>`}
</header>
${
  items.length > 0 &&
  html`<div class="body">
${renderGroups(answer, says)}
${page !== undefined && renderPager(page, says)}
</div>`
}
<div class="side">
${beside}
${renderChoices(answer, beside !== undefined && beside !== false, says)}
${renderSources(sources, says)}
</div>
</article>`;
}

/** Runs of items of one group, each under its heading. */
function renderGroups(answer: Answer, says: Says): Html {
  const runs: { readonly group: string; readonly items: Item[] }[] = [];
  for (const item of answer.items) {
    const last = runs.at(-1);
    if (last?.group === item.group) last.items.push(item);
    else runs.push({ group: item.group, items: [item] });
  }
  return html`${runs.map(
    ({ group, items }) => html`<section class="group">
${group !== '' && html`<h2 dir="auto">${group}</h2>`}
<ol class="items">
${items.map((item) => renderItem(item, answer, group === '' ? 'h2' : 'h3', says))}
</ol>
</section>`,
  )}`;
}

function renderItem(item: Item, answer: Answer, level: 'h2' | 'h3', says: Says): Html {
  const related = item.relation === 'related';
  // Opened by itself, an item is what the page's own heading names already.
  const itself = item.line === answer.line && item.title.text === answer.title;
  const titled = item.title.text !== '' && !itself;
  const byline = [item.makers.join('; '), item.date, item.context].filter((part) => part !== '');
  return html`<li class="${related ? 'item related' : 'item'}" data-kind="${item.kind}">
<p class="kind">${titled || itself ? says.kind[item.kind] : openLink(item, html`${says.kind[item.kind]}`)}${related && html` <span class="relation">${says.related}</span>`}</p>
${titled && renderHeading(openLink(item, renderMarked(item.title)), level)}
${byline.length > 0 && html`<p class="byline">${byline.map((part) => html`<span dir="auto">${part}</span>`)}</p>`}
${item.text.text !== '' && html`<p class="text" dir="auto">${renderMarked(item.text)}</p>`}
${renderFacts(item.facts)}
${item.reasons.length > 0 && html`<p class="reasons"><span class="label">${says.own.answer.reasons}</span> ${item.reasons.join('; ')}</p>`}
${renderEvidence(item.evidence, says)}
</li>
`;
}

function renderHeading(content: Html, level: 'h2' | 'h3'): Html {
  return level === 'h2'
    ? html`<h2 class="title" dir="auto">${content}</h2>`
    : html`<h3 class="title" dir="auto">${content}</h3>`;
}

/** An item leads to its own page, where it has one. */
function openLink(item: Item, content: Html): Html {
  const { line } = item;
  if (line === '') return content;
  return html`<a href="${pathOfItem(item) ?? pathOfLine(line)}">${content}</a>`;
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

function renderEvidence(evidence: readonly Citation[], says: Says): Html | false {
  return (
    evidence.length > 0 &&
    html`<p class="evidence"><span class="label">${says.own.source}:</span> ${evidence.map(
      (one, index) =>
        html`${index > 0 && '; '}<cite><a class="cite" href="${pathOfPlace(one)}" dir="auto">${one.label}</a></cite>`,
    )}</p>`
  );
}

/** A link leads out only over https and without credentials; anything else stays text. */
export function renderLink(text: string, url: string | undefined): Html {
  if (!isLinkable(url)) return html`${text}`;
  return html`<a class="outward" href="${url}" rel="noopener noreferrer external">${text}</a>`;
}

function renderPager({ number, pages, total, first, last, previous, next }: Page, says: Says): Html {
  const turn = (line: string | undefined, label: string, rel: string) =>
    line === undefined
      ? html`<span class="turn" aria-hidden="true">${label}</span>`
      : html`<a class="turn" rel="${rel}" href="${pathOfLine(line)}">${label}</a>`;
  return html`<nav class="pager" aria-label="${says.own.pager}">
${turn(previous, says.choice.previous, 'prev')}
<p>${says.text.page(first, last, total)}${pages > 1 && html` <span class="quiet">(${says.text.pageOf(number, pages)})</span>`}</p>
${turn(next, says.choice.next, 'next')}
</nav>`;
}

/**
 * Next steps. What opens an item that is linked already is not said twice; an answer that leads nowhere
 * leads to the help.
 */
function renderChoices({ items, choices }: Answer, narrowed: boolean, says: Says): Html | false {
  const linked = new Set(items.map(({ line }) => line));
  const offered = choices.filter(({ kind, line }) =>
    kind === 'refine' ? !narrowed : kind !== 'open' || !linked.has(line),
  );
  const shown = items.length === 0 && offered.length === 0 ? [helpChoice(says)] : offered;
  return (
    shown.length > 0 &&
    html`<nav class="choices" aria-label="${says.own.answer.next}">
<h2>${says.own.answer.next}</h2>
<ul class="chips">
${shown.map(renderChoice)}</ul>
</nav>`
  );
}

function renderChoice({ kind, label, line }: Choice): Html {
  return html`<li><a class="chip" data-kind="${kind}" href="${pathOfLine(line)}" dir="auto">${label}</a></li>
`;
}

function renderSources(sources: readonly SourceReference[], says: Says): Html | false {
  return (
    sources.length > 0 &&
    html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">${says.own.answer.documents}</h2>
<ul>
${sources.map(
  ({
    id,
    title,
    publisher,
    date,
    url,
  }) => html`<li><cite><a href="${pathOf({ kind: 'source', id })}" dir="auto">${title}</a></cite>${[
    publisher,
    date,
  ]
    .filter((part) => part !== '')
    .map((part) => html`, <span dir="auto">${part}</span>`)}${
    isLinkable(url) && html` (${renderLink(says.own.original, url)})`
  }</li>
`,
)}</ul>
</section>`
  );
}
