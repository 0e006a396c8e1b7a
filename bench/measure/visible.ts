/** What a reader sees of a message: its text, labels of what can be pressed included, and how tall it stands. */

type Json = Readonly<Record<string, unknown>>;

export interface Seen {
  /** A line for each paragraph, in reading order. */
  readonly lines: readonly string[];
  /** Blocks of the message, as the platform counts them. */
  readonly blocks: number;
  /** What can be pressed; a menu counts once. */
  readonly presses: number;
}

const list = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? textOf((value as Json).text ?? '') : '';
};

/** The text of a cell of a table, which may hold a link. */
const textInCell = (cell: Json): string =>
  cell.type === 'rich_text'
    ? list(cell.elements)
        .flatMap((part) => list(part.elements))
        .map((run) => textOf(run.text))
        .join('')
    : textOf(cell.text);

const isFilled = (line: string): boolean => line.trim() !== '';

/** A Slack message of blocks. */
export function seenInSlack(payload: unknown): Seen {
  const blocks = list((payload as Json).blocks);
  let presses = 0;
  const lines = blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'rich_text':
        return list(block.elements)
          .map((section) =>
            list(section.elements)
              .map((run) => textOf(run.text))
              .join(''),
          )
          .join('\n')
          .split('\n');
      case 'data_table':
        return (block.rows as readonly unknown[])
          .slice(0, 1 + Number(block.page_size))
          .map((row) => list(row).map(textInCell).join('  '));
      case 'context':
        return list(block.elements)
          .map((one) => textOf(one.text))
          .join(' ')
          .split('\n');
      case 'actions':
        presses += list(block.elements).length;
        return [
          list(block.elements)
            .map((one) => textOf(one.text) || textOf(one.placeholder))
            .join(' '),
        ];
      case 'context_actions':
        presses += list(block.elements).length;
        return [
          list(block.elements)
            .flatMap((one) => [one.positive_button, one.negative_button])
            .map((one) => textOf((one as Json).text))
            .join(' '),
        ];
      default:
        return textOf(block.text).split('\n');
    }
  });
  return { lines: lines.filter(isFilled), blocks: blocks.length, presses };
}

/** A Discord message of components. */
export function seenInDiscord(payload: unknown): Seen {
  const lines: string[] = [];
  let blocks = 0;
  let presses = 0;
  const walk = (one: Json): void => {
    blocks += 1;
    if (one.type === 10) lines.push(...asSeen(textOf(one.content)).split('\n'));
    if (one.type === 2 || one.type === 3) {
      presses += 1;
      lines.push(textOf(one.label) || textOf(one.placeholder));
    }
    for (const inner of list(one.components)) walk(inner);
    for (const inner of list([one.accessory])) walk(inner);
  };
  for (const one of list((payload as Json).components)) walk(one);
  return { lines: lines.filter(isFilled), blocks, presses };
}

/** Markdown without its marks. */
const asSeen = (markdown: string): string =>
  markdown
    .replace(/^(?:-# |#{1,3} )/gm, '')
    .replace(/(?<!\\)((?:\\\\)*)(?:\*\*|__|\*)/g, '$1')
    .replace(/(?<!\\)\[([^\]]*)\]\(https:[^)]*\)/g, '$1')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** A Teams message with a card. What hides behind "…" is not seen, "…" is. */
export function seenInTeams(payload: unknown): Seen {
  const [attachment] = list((payload as Json).attachments);
  const lines: string[] = [];
  let blocks = 0;
  let presses = 0;
  const walk = (one: Json): void => {
    blocks += 1;
    if (one.type === 'TextBlock') lines.push(textOf(one.text));
    if (one.type === 'RichTextBlock')
      lines.push(
        list(one.inlines)
          .map((run) => textOf(run.text))
          .join(''),
      );
    const actions = list(one.actions);
    const first = actions.filter(({ mode }) => mode !== 'secondary');
    presses += first.length + (first.length < actions.length ? 1 : 0);
    lines.push(...first.map(({ title }) => textOf(title)));
    for (const inner of [...list(one.body), ...list(one.items)]) walk(inner);
  };
  if (attachment !== undefined) walk((attachment.content ?? {}) as Json);
  return { lines: lines.filter(isFilled), blocks, presses };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};

/** A page's HTML: its text, a line for each element that stands on lines of its own. */
export function seenInPage(payload: unknown): Seen {
  const markup = String(payload);
  const lines = markup
    .replace(/<\/?(?:p|li|h[1-6]|dl|dt|div|section|nav|header|ol|ul|article)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|#96);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return {
    lines: lines.filter(isFilled),
    blocks: 0,
    presses: markup.match(/class="chip"/g)?.length ?? 0,
  };
}

export function seenInTerminal(text: string): Seen {
  return {
    lines: text
      .split('\n')
      .map((line) => line.trim())
      .filter(isFilled),
    blocks: 0,
    presses: 0,
  };
}

/** Letters of a line of text in a chat window of usual width. */
const WIDTH = 90;

/** How many lines of a chat window a message takes, labels and all. */
export const heightOf = ({ lines }: Seen): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDTH)), 0);

/** The share of the visible characters, blanks left out, that belong to one of the strings; each string counts once. */
export function shareOf({ lines }: Seen, answer: readonly string[]): number {
  const text = lines.join(' ').replace(/\s+/g, ' ');
  const counted = new Uint8Array(text.length);
  for (const string of answer) {
    const at = text.indexOf(string.replace(/\s+/g, ' '));
    if (at >= 0) counted.fill(1, at, at + string.length);
  }
  let own = 0;
  let all = 0;
  for (let place = 0; place < text.length; place++) {
    if (text[place] === ' ') continue;
    all += 1;
    own += counted[place] ?? 0;
  }
  return all === 0 ? 0 : own / all;
}
