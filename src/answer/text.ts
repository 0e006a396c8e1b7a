/**
 * The plain-text form of an Answer: for the terminal, for notifications and for screen readers. Platforms that show
 * structure have renderers of their own.
 */

import type { Catalogue } from '../locales/catalogue.ts';
import { catalogueFor } from '../locales/locales.ts';
import type { Answer, Citation, Item, MarkedText, SourceReference } from './answer.ts';
import { columnsOf } from './columns.ts';
import { itemNumbers } from './numbering.ts';

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
  };
}

const PLAIN = {
  mark: (text: string) => text,
  heading: (text: string) => text,
  aside: (text: string) => text,
};

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

function citations(evidence: readonly Citation[]): string {
  return evidence.length === 0 ? '' : `[${evidence.map(({ label }) => label).join('; ')}]`;
}

function itemLines(item: Item, number: number | undefined, options: TextOptions, says: Catalogue): string[] {
  const { mark, heading, aside } = options.style ?? PLAIN;
  const makers = item.makers.join('; ');
  const title = marked(item.title, mark);
  const head = [title, makers].filter((part) => part !== '').join(' · ') || says.kind[item.kind];
  const kind =
    head === says.kind[item.kind] || ['statement', 'session', 'person', 'command'].includes(item.kind)
      ? ''
      : ` (${says.kindBehind[item.kind]})`;
  const place = number === undefined ? '' : `${number}. `;
  const lines = [wrap(`${place}${heading(head)}${kind}`, '', options.width)];
  const indent = '   ';
  const where = [item.context, item.date].filter((part) => part !== '').join(' · ');
  if (item.relation === 'related' && item.reasons.length === 0)
    lines.push(wrap(aside(says.related), indent, options.width));
  for (const reason of item.reasons) lines.push(wrap(aside(reason), indent, options.width));
  if (where !== '') lines.push(wrap(aside(where), indent, options.width));
  if (item.text.text !== '') lines.push(wrap(marked(item.text, mark), indent, options.width));
  for (const { label, value, url } of item.facts) {
    const shown = url !== undefined && url !== value ? `${value} ${url}` : value;
    lines.push(wrap(`${label}: ${shown}`, indent, options.width));
  }
  const cited = citations(item.evidence);
  if (cited !== '') lines.push(wrap(aside(cited), indent, options.width));
  return lines;
}

function sourceLine({ title, publisher, date, url }: SourceReference): string {
  return [title, publisher, date, url].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Renders an Answer as plain text with line feeds; no trailing line feed. */
export function toText(answer: Answer, options: TextOptions = {}): string {
  const { heading, aside } = options.style ?? PLAIN;
  const { says = catalogueFor(answer.locale) } = options;
  const blocks: string[] = [];
  const head = [wrap(heading(answer.title), '', options.width)];
  if (answer.lead !== '') head.push(wrap(answer.lead, '', options.width));
  if (answer.understood !== '')
    head.push(wrap(aside(says.text.understood(answer.understood)), '', options.width));
  blocks.push(head.join('\n'));
  let group = '';
  const numbers = itemNumbers(answer);
  answer.items.forEach((item, place) => {
    const lines = itemLines(item, numbers[place], options, says);
    if (item.group !== group && item.group !== '')
      lines.unshift(wrap(heading(item.group), '', options.width));
    group = item.group;
    blocks.push(lines.join('\n'));
  });
  const foot: string[] = [];
  if (answer.address !== undefined) foot.push(wrap(says.text.address(answer.address), '', options.width));
  if (answer.page && answer.page.pages > 1) {
    const { first, last, total, next } = answer.page;
    const shown =
      next === undefined
        ? says.text.page(first, last, total)
        : says.text.pageThenLine(first, last, total, next);
    foot.push(wrap(aside(shown), '', options.width));
  }
  if (answer.sources.length > 0) {
    foot.push(aside(says.text.headed(says.text.sources)));
    for (const source of answer.sources) foot.push(wrap(aside(sourceLine(source)), '  ', options.width));
  }
  if (answer.choices.length > 0) {
    foot.push(aside(says.text.headed(says.text.choices)));
    for (const { label, line } of answer.choices) foot.push(wrap(`${label} → ${line}`, '  ', options.width));
  }
  if (foot.length > 0) blocks.push(foot.join('\n'));
  return blocks.join('\n\n');
}
