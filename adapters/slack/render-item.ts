/** One item of an Answer as blocks: what it is, who said it and when, and where it stands. Pure. */
import type { Citation, Item, ItemKind, MarkedText } from '../../src/answer/answer.ts';
import { boundary, cut } from '../../src/kit/cut.ts';
import { type Block, context, linkRun, type Run, richText, run, type Style } from './blocks.ts';
import type { Says } from './says.ts';
import { clean, oneLine } from './text.ts';

/** How much of each text is shown, in characters; chosen by `fit.ts`. */
export interface Allowance {
  readonly title: number;
  readonly text: number;
  /** The line with makers, date and context. */
  readonly about: number;
  readonly facts: number;
  readonly fact: number;
  readonly citations: number;
  readonly reasons: number;
}

/** Kinds that a reader recognises without being told. */
const SELF_EVIDENT: ReadonlySet<ItemKind> = new Set(['session', 'person', 'statement', 'command']);

export interface RenderedItem {
  readonly blocks: readonly Block[];
  /** Something of the item is not shown in full. */
  readonly shortened: boolean;
}

/**
 * `number` stands before the title where there are several items to tell apart. `headed` is false where the message's
 * own title says it already.
 */
export function renderItem(
  item: Item,
  says: Says,
  number: number | undefined,
  allowance: Allowance,
  headed = true,
): RenderedItem {
  const makers = oneLine(item.makers.map(oneLine).filter(isFilled).join('; '));
  const text = markedRuns(item.text, allowance.text, undefined, { bold: true });
  const title = titleRuns(item, makers, allowance.title);
  const about = [
    SELF_EVIDENT.has(item.kind) ? '' : says.kind[item.kind],
    isFilled(item.title.text) ? makers : '',
    oneLine(item.date),
    oneLine(item.context),
  ]
    .filter(isFilled)
    .join(' · ');
  const facts = item.facts
    .slice(0, allowance.facts)
    .filter((fact) => isFilled(fact.value) || isFilled(fact.label));
  const citations = citationLine(item.evidence, allowance.citations, says);
  const reasons = oneLine(item.reasons.filter(isFilled).join('; '));
  const before: readonly Run[] = [
    ...(number === undefined ? [] : run(`${number}. `)),
    ...(item.relation === 'related' ? run(says.own.related, { italic: true }) : []),
  ];
  // What has neither title nor maker is headed by its own words.
  const untitled = title.length === 0 && text.length > 0;
  const heading = [...before, ...(untitled ? text : headed ? orKind(title, item, says) : [])];
  const small = cut(about, allowance.about);
  const found = [
    citations === '' ? '' : says.chat.source(citations),
    reasons === '' ? '' : says.chat.why(cut(reasons, allowance.reasons)),
  ]
    .filter(isFilled)
    .join(' · ');
  const blocks = [
    // Below the message's own title it reads as a subtitle; in a list what was said comes first.
    ...context(headed ? '' : small),
    ...richText(
      heading,
      untitled ? [] : text,
      ...facts.map((fact) => factRuns(fact.label, fact.value, fact.url, allowance.fact)),
    ),
    ...context([headed ? small : '', found].filter(isFilled).join('\n')),
  ];
  const shortened =
    item.title.text.length > allowance.title ||
    about.length > allowance.about ||
    item.text.text.length > allowance.text ||
    item.facts.length > allowance.facts ||
    item.facts.some(
      (fact) => oneLine(fact.value).length > allowance.fact || oneLine(fact.label).length > allowance.fact,
    ) ||
    reasons.length > allowance.reasons;
  return { blocks, shortened };
}

function isFilled(text: string): boolean {
  return clean(text).trim() !== '';
}

/** An item's title in bold, matches in italics as well; for what has no title, who said it; else nothing. */
function titleRuns(item: Item, makers: string, limit: number): readonly Run[] {
  return isFilled(item.title.text)
    ? markedRuns(item.title, limit, { bold: true }, { bold: true, italic: true })
    : run(cut(makers, limit), { bold: true });
}

/** What has nothing to be headed by is headed by what it is. */
function orKind(title: readonly Run[], item: Item, says: Says): readonly Run[] {
  return title.length > 0 ? title : run(says.kind[item.kind], { bold: true });
}

/** "Label: value", the value a link where the fact has one. */
function factRuns(label: string, value: string, url: string | undefined, limit: number): readonly Run[] {
  const name = cut(oneLine(label), limit);
  const what = cut(oneLine(value), limit);
  return [...run(name === '' ? '' : `${name}: `, { bold: true }), ...linkRun(what, url)];
}

/**
 * The places that an item stands on, within `limit` characters. The document is named once for places that follow
 * each other in it; at least the first is always there, and what is left out is counted.
 */
function citationLine(evidence: readonly Citation[], limit: number, says: Says): string {
  let line = '';
  let before = '';
  for (const [index, citation] of evidence.entries()) {
    const label = oneLine(citation.label);
    const name = before === citation.source ? oneLine(citation.place) || label : label;
    if (name === '') continue;
    const longer = line === '' ? name : `${line}; ${name}`;
    if (longer.length > limit) {
      const rest = says.chat.morePlaces(evidence.length - index);
      return line === '' ? cut(name, limit) : `${line}; ${rest}`;
    }
    line = longer;
    before = citation.source;
  }
  return line;
}

/** A marked text as runs of two styles, cut to `limit` characters with an ellipsis. */
function markedRuns(
  { text, marks }: MarkedText,
  limit: number,
  style: Style | undefined,
  markStyle: Style,
): readonly Run[] {
  const end = text.length <= limit ? text.length : boundary(text, limit - 1);
  const runs: Run[] = [];
  let from = 0;
  for (const [markStart, markEnd] of marks) {
    // Offsets may fall within a character; both ends move to where a reader sees one begin.
    const start = Math.min(end, Math.max(from, boundary(text, markStart)));
    const stop = Math.min(end, Math.max(start, boundary(text, markEnd)));
    runs.push(
      ...run(clean(text.slice(from, start)), style),
      ...run(clean(text.slice(start, stop)), markStyle),
    );
    from = stop;
  }
  runs.push(...run(clean(text.slice(from, end)), style), ...(end < text.length ? run('…', style) : []));
  return runs.every((one) => one.text.trim() === '') ? [] : runs;
}
