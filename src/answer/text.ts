/**
 * The plain-text form of an Answer: for the terminal, for notifications and for screen readers. Platforms that show
 * structure have renderers of their own.
 */

import type { Catalogue } from '../locales/catalogue.ts';
import { catalogueFor } from '../locales/locales.ts';
import type { Answer, MarkedText } from './answer.ts';
import { columnsOf } from './columns.ts';
import { documentOf, layOut, type Shown, type ShownItem } from './shown.ts';

export interface TextOptions {
  /** Columns at which lines are broken; unbroken where absent. Breaks at blanks alone: never inside a word or an address. */
  readonly width?: number;
  /** All words of the bot's own; those of the answer's language where absent. */
  readonly says?: Catalogue;
  /** How a stretch is shown that matched, a heading, and a side remark; plain where absent. */
  readonly style?: {
    readonly mark: (text: string) => string;
    readonly heading: (text: string) => string;
    readonly aside: (text: string) => string;
    /** A place that leads to its original. Where absent, addresses stand below the answer. */
    readonly link?: (text: string, url: string) => string;
  };
}

const PLAIN = {
  mark: (text: string) => text,
  heading: (text: string) => text,
  aside: (text: string) => text,
};

/** A text in its style; nothing stays nothing. */
const styled = (text: string, style: (text: string) => string): string => (text === '' ? '' : style(text));

function wrap(text: string, indent: string, width: number | undefined): string {
  if (width === undefined) return indent + text;
  const lines: string[] = [];
  const room = width - columnsOf(indent);
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = columnsOf(word);
    if (line !== '' && used + 1 + columns > room) {
      lines.push(indent + line);
      line = word;
      used = columns;
    } else {
      used = line === '' ? columns : used + 1 + columns;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(indent + line);
  return lines.join('\n');
}

function marked({ text, marks }: MarkedText, mark: (text: string) => string): string {
  let result = '';
  let at = 0;
  for (const [start, end] of marks) {
    result += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** Where an item stands, behind its text or its byline: "¶43; ¶45; and 2 more places". */
function placesOf({ cited, morePlaces }: ShownItem, { style }: TextOptions, says: Catalogue): string {
  const link = style?.link;
  return [
    ...cited.map(({ short, url }) => (link === undefined || url === undefined ? short : link(short, url))),
    ...(morePlaces > 0 && cited.length > 0 ? [says.chat.morePlaces(morePlaces)] : []),
  ].join('; ');
}

/** The value of a fact, with its address; one that names only its host is told by the whole of it. */
function factValue(value: string, url: string | undefined, { style }: TextOptions): string {
  if (url === undefined) return value;
  if (style?.link !== undefined) return style.link(value, url);
  return url.includes(value) ? url : `${value} ${url}`;
}

function itemLines(one: ShownItem, options: TextOptions, says: Catalogue): string[] {
  const { mark, heading, aside } = options.style ?? PLAIN;
  const { item, number } = one;
  const lines: string[] = [];
  const indent = number === undefined ? '' : '   ';
  const title = marked(one.title, mark);
  const text = marked(one.text, mark);
  const related = item.relation === 'related' && item.group === '' ? says.relatedMark : '';
  const places = placesOf(one, options, says);
  const small = [one.byline, one.about].filter((part) => part !== '');
  // With nobody to name, the place stands behind the text itself.
  const inline = small.length === 0 && text !== '' && places !== '';
  const place = number === undefined ? '' : `${number}.`;
  const head = title === '' ? text : heading(title);
  const first = [related, head].filter((part) => part !== '').join(' ');
  if (first !== '' || place !== '')
    lines.push(
      wrap(
        [place, title === '' && inline ? `${first} (${places})` : first]
          .filter((part) => part !== '')
          .join(' '),
        '',
        options.width,
      ),
    );
  if (title !== '' && text !== '')
    lines.push(wrap(inline ? `${text} (${places})` : text, indent, options.width));
  if (!inline) {
    const under = [...small, places].filter((part) => part !== '').join(' · ');
    if (under !== '') lines.push(wrap(aside(under), indent, options.width));
  }
  for (const { label, value, url } of one.facts) {
    const shown = factValue(value, url, options);
    lines.push(wrap(label === '' ? shown : `${label}: ${shown}`, indent, options.width));
  }
  for (const reason of one.reasons) lines.push(wrap(aside(reason), indent, options.width));
  return lines.flatMap((line) => line.split('\n'));
}

/** Next steps that are named; more would be longer than the answer. */
const STEPS = 2;

/** Where the originals can be read, each document by its short name; that of the only one stands above already. */
function sourceLines(
  { items, sources: all }: Answer,
  unlinked: Shown['sources'],
  options: TextOptions,
): string[] {
  const { aside, link } = options.style ?? { ...PLAIN, link: undefined };
  const sources = link === undefined ? all : unlinked;
  const shorts = new Map(
    items.flatMap(({ evidence }) => evidence.map((one) => [one.source, documentOf(one)] as const)),
  );
  const isOnly = sources.length === 1 && shorts.size === 1;
  return sources.flatMap(({ id, title, url }) => {
    const name = isOnly && shorts.has(id) ? '' : `${shorts.get(id) || title}: `;
    return url === undefined ? [] : [wrap(aside(`${name}${url}`), '', options.width)];
  });
}

/** Who found what they asked for knows how to go on; anybody else is shown lines that lead somewhere. */
const stepsOf = ({ outcome, items, choices }: Answer): Answer['choices'] =>
  outcome === 'found' && items.length > 0 ? [] : choices.slice(0, STEPS);

/** Renders an Answer as plain text with line feeds; no trailing line feed. */
export function toText(answer: Answer, options: TextOptions = {}): string {
  const { heading, aside } = options.style ?? PLAIN;
  const { says = catalogueFor(answer.locale) } = options;
  // Where places are links, this is a screen like any other.
  const shown = layOut(answer, says.undated, options.style?.link === undefined);
  const blocks: string[] = [];
  const head = [
    wrap(heading(shown.title), '', options.width),
    ...shown.lead.split('\n').map((line) => wrap(line, '', options.width)),
    wrap(styled(shown.note, aside), '', options.width),
    wrap(styled(shown.shared, aside), '', options.width),
  ];
  blocks.push(head.filter((line) => line !== '').join('\n'));
  for (const run of shown.runs) {
    const above = [
      wrap(styled(run.heading, heading), '', options.width),
      wrap(styled(run.shared, aside), '', options.width),
    ];
    run.items.forEach((one, index) => {
      const lines = itemLines(one, options, says);
      if (index === 0) lines.unshift(...above.filter((line) => line !== ''));
      if (lines.length > 0) blocks.push(lines.join('\n'));
    });
  }
  const foot: string[] = [];
  if (answer.address !== undefined) foot.push(wrap(says.text.address(answer.address), '', options.width));
  if (answer.page && answer.page.pages > 1) {
    const { first, last, total, next } = answer.page;
    const told =
      next === undefined
        ? says.text.page(first, last, total)
        : says.text.pageThenLine(first, last, total, next);
    foot.push(wrap(aside(told), '', options.width));
  }
  foot.push(...sourceLines(answer, shown.sources, options));
  const steps = stepsOf(answer);
  if (steps.length > 0) {
    foot.push(aside(says.text.headed(says.text.choices)));
    for (const { label, line } of steps) foot.push(wrap(`${label} → ${line}`, '  ', options.width));
  }
  if (foot.length > 0) blocks.push(foot.join('\n'));
  return blocks.join('\n\n');
}
