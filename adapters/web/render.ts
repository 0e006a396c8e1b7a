/**
 * Answer → HTML. Pure; everything is text until `html` makes it markup. Every item shows its evidence, and what is only
 * related says so in words. Buttons are links, so that everything works without a script, in a new tab and in history.
 */

import { pathOfItem, pathOfLine, pathOfPlace } from '../../src/answer/address.ts';
import type { Answer, Choice, Fact, Item, MarkedText, Page } from '../../src/answer/answer.ts';
import { lineOf } from '../../src/answer/line.ts';
import { documentOf, layOut, type ShownItem, type ShownRun } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { type Html, html } from '../../src/kit/html.ts';
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
  const { outcome, page } = answer;
  const screen = layOut(answer, says.undated);
  const { title, lead, note, shared, runs } = screen;
  return html`<article class="answer" data-outcome="${outcome}">
<header class="answer-head">
<h1 dir="auto">${title}</h1>
${lead.split('\n').map((line) => line !== '' && html`<p class="lead" dir="auto">${line}</p>`)}
${note !== '' && html`<p class="understood" dir="auto">${note}</p>`}
${shared !== '' && html`<p class="shared" dir="auto">${shared}</p>`}
</header>
${
  runs.length > 0 &&
  html`<div class="body">
${runs.map((run) => renderRun(run, answer, says))}
${page !== undefined && renderPager(page, says)}
</div>`
}
<div class="side">
${beside}
${renderChoices(answer, beside !== undefined && beside !== false, says)}
${renderOriginals(answer, says)}
</div>
</article>`;
}

/** Items of one group or event under what they share, numbered as everywhere. */
function renderRun({ heading, shared, items }: ShownRun, answer: Answer, says: Says): Html {
  const first = items.find(({ number }) => number !== undefined)?.number;
  return html`<section class="group">
${heading !== '' && html`<h2 dir="auto">${heading}</h2>`}
${shared !== '' && html`<p class="shared" dir="auto">${shared}</p>`}
${
  first === undefined
    ? html`<div class="items">${items.map((one) => html`<div class="${classOf(one)}" data-kind="${one.item.kind}">${renderItem(one, answer, heading === '' ? 'h2' : 'h3', says)}</div>`)}</div>`
    : html`<ol class="items" start="${first}">${items.map((one) => html`<li class="${classOf(one)}" data-kind="${one.item.kind}">${renderItem(one, answer, heading === '' ? 'h2' : 'h3', says)}</li>`)}</ol>`
}
</section>`;
}

const classOf = ({ item }: ShownItem): string => (item.relation === 'related' ? 'item related' : 'item');

function renderItem(one: ShownItem, answer: Answer, level: 'h2' | 'h3', says: Says): Html {
  const { item, title, text, byline, about, facts, reasons } = one;
  const mark = item.relation === 'related' && item.group === '' && says.relatedMark;
  const small = [byline, about].filter((part) => part !== '');
  const places = renderPlaces(one, says);
  // What has no title leads to its own page by its place.
  return html`${mark && html`<p class="relation">${mark}</p>`}
${title.text !== '' && renderHeading(openLink(item, renderMarked(title), answer), level)}
${text.text !== '' && html`<p class="text" dir="auto">${renderMarked(text)}</p>`}
${renderFacts(facts)}
${
  (small.length > 0 || places !== false) &&
  html`<p class="byline">${small.map((part) => html`<span dir="auto">${part}</span>`)}${places}${
    title.text === '' && item.line !== '' && item.line !== answer.line
      ? html`<span>${openLink(item, html`${says.chat.open}`, answer)}</span>`
      : false
  }</p>`
}
${reasons.length > 0 && html`<p class="reasons">${reasons.join('; ')}</p>`}
`;
}

function renderHeading(content: Html, level: 'h2' | 'h3'): Html {
  return level === 'h2'
    ? html`<h2 class="title" dir="auto">${content}</h2>`
    : html`<h3 class="title" dir="auto">${content}</h3>`;
}

/** An item leads to its own page, where it has one and is not what the answer is about. */
function openLink(item: Item, content: Html, { line }: Answer): Html {
  if (item.line === '' || item.line === line) return content;
  return html`<a href="${pathOfItem(item) ?? pathOfLine(item.line)}">${content}</a>`;
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

/** The places, each a link to where it stands on the page of its document. */
function renderPlaces({ cited, morePlaces }: ShownItem, says: Says): Html | false {
  return (
    cited.length > 0 &&
    html`<span class="evidence"><span class="hidden">${says.own.source}: </span>${cited.map(
      (one, index) =>
        html`${index > 0 && '; '}<cite><a class="cite" href="${pathOfPlace(one)}" dir="auto">${one.short}</a></cite>`,
    )}${morePlaces > 0 && html`; ${says.chat.morePlaces(morePlaces)}`}</span>`
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

/** Where the originals can be read: our pages of the documents are one press away by their places. */
function renderOriginals({ sources, items }: Answer, says: Says): Html | false {
  const shorts = new Map(
    items.flatMap(({ evidence }) => evidence.map((one) => [one.source, documentOf(one)] as const)),
  );
  const originals = sources.filter(({ url }) => isLinkable(url));
  return (
    originals.length > 0 &&
    html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">${says.own.answer.originals}</h2>
<ul>
${originals.map(
  ({ id, title, url }) => html`<li><cite dir="auto">${renderLink(shorts.get(id) || title, url)}</cite></li>
`,
)}</ul>
</section>`
  );
}
