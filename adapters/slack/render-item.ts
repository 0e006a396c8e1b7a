/** One item of an Answer as blocks: what was said, who said it, and where it stands. Pure. */
import type { MarkedText } from '../../src/answer/answer.ts';
import type { ShownItem } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { boundary, cut } from '../../src/kit/cut.ts';
import { type Block, linkRun, type Run, richText, run, type Style } from './blocks.ts';
import { LIMITS } from './limits.ts';
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

export interface RenderedItem {
  readonly blocks: readonly Block[];
  /** Something of the item is not shown in full. */
  readonly shortened: boolean;
}

/** Between what was said and who said it where. */
const DASH = ' — ';

/**
 * What was said comes first, and behind it in the same paragraph who said it to whom and where it stands: a list stays short,
 * and every claim ends with its place.
 */
export function renderItem(one: ShownItem, says: Says, allowance: Allowance): RenderedItem {
  const { item, number } = one;
  const title = markedRuns(one.title, allowance.title, { bold: true }, { bold: true, italic: true });
  const text = markedRuns(one.text, allowance.text, undefined, { bold: true });
  const before: readonly Run[] = [
    ...(number === undefined ? [] : run(`${number}. `, { bold: true })),
    ...(item.relation === 'related' && item.group === ''
      ? run(`${says.relatedMark} `, { italic: true })
      : []),
  ];
  const small = [one.byline, one.about].map(oneLine).filter(isFilled).join(' · ');
  const who = run(cut(small, allowance.about), SMALL);
  const places = placeRuns(one, allowance.citations, says);
  const reasons = oneLine(one.reasons.filter(isFilled).join('; '));
  // Who somebody is, and when an event was, stands behind their name; who made a claim behind the claim.
  const isNamed = (item.kind === 'person' || item.kind === 'session') && title.length > 0 && text.length > 0;
  const blocks = richText(
    ...(isNamed
      ? [joined([...before, ...title], DASH, who), joined(text, DASH, places)]
      : withEnd(
          title.length > 0 ? [[...before, ...title], text] : [[...before, ...text], []],
          joined(who, ' · ', places),
        )),
    ...factLines(shownFacts(one, allowance), allowance.fact),
    run(cut(reasons, allowance.reasons), SMALL),
  );
  const shortened =
    one.title.text.length > allowance.title ||
    small.length > allowance.about ||
    one.text.text.length > allowance.text ||
    one.facts.length > allowance.facts ||
    one.facts.some(
      (fact) => oneLine(fact.value).length > allowance.fact || oneLine(fact.label).length > allowance.fact,
    ) ||
    reasons.length > allowance.reasons;
  return { blocks, shortened };
}

/** Rich text knows no small print; what stands beside the answer leans. */
const SMALL: Style = { italic: true };

function isFilled(text: string): boolean {
  return clean(text).trim() !== '';
}

/** Paragraphs with what stands behind the last of them that says something. */
function withEnd(
  [first, second]: readonly [readonly Run[], readonly Run[]],
  end: readonly Run[],
): readonly (readonly Run[])[] {
  return second.length === 0 ? [joined(first, DASH, end)] : [first, joined(second, DASH, end)];
}

/** Two runs of text with what parts them; nothing parts a text from none. */
function joined(one: readonly Run[], between: string, other: readonly Run[]): readonly Run[] {
  return one.length > 0 && other.length > 0 ? [...one, ...run(between), ...other] : [...one, ...other];
}

/** The facts that are shown: a link that a place leads to already is none. */
function shownFacts({ facts, cited }: ShownItem, allowance: Allowance): ShownItem['facts'] {
  const linked = new Set(cited.map(({ url }) => url).filter((url) => isLinkable(url, LIMITS.url.value)));
  return facts
    .slice(0, allowance.facts)
    .filter(
      ({ value, label, url }) =>
        (isFilled(value) || isFilled(label)) && !(url !== undefined && linked.has(url)),
    );
}

/** Characters of a line in a window of usual width. */
const LINE = 90;

/** Facts in their order, short ones beside one another. */
function factLines(facts: ShownItem['facts'], limit: number): readonly (readonly Run[])[] {
  const lines: { readonly runs: readonly Run[]; readonly length: number }[] = [];
  for (const { label, value, url } of facts) {
    const runs = factRuns(label, value, url, limit);
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    const last = lines.at(-1);
    if (last === undefined || last.length + length > LINE) lines.push({ runs, length });
    else lines.splice(-1, 1, { runs: joined(last.runs, ' · ', runs), length: last.length + length + 3 });
  }
  return lines.map(({ runs }) => runs);
}

/** "Label: value", the value a link where the fact has one. */
function factRuns(label: string, value: string, url: string | undefined, limit: number): readonly Run[] {
  const name = cut(oneLine(label), limit);
  const what = cut(oneLine(value), limit);
  return [...run(name === '' ? '' : `${name}: `, { bold: true }), ...linkRun(what, url)];
}

/** The places that an item stands on, each a link to the original where there is one, within `limit` characters. */
function placeRuns({ cited, morePlaces }: ShownItem, limit: number, says: Says): readonly Run[] {
  const runs: Run[] = [];
  let used = 0;
  let left = morePlaces;
  for (const { short, url } of cited) {
    const name = cut(oneLine(short), limit);
    if (name === '') continue;
    if (used > 0 && used + name.length > limit) {
      left += 1;
      continue;
    }
    used += name.length + 2;
    runs.push(...(runs.length === 0 ? [] : run('; ')), ...linkRun(name, url));
  }
  return left > 0 && runs.length > 0 ? [...runs, ...run(`; ${says.chat.morePlaces(left)}`)] : runs;
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
