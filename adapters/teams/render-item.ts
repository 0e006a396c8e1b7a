/** One item of an answer as card elements: what it is, its title, who and when, the text, facts, reasons, sources. */

import type { Item, MarkedText } from '../../src/answer/answer.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { type Element, paragraph, type RichTextBlock, run, type TextRun } from './card.ts';
import { select } from './card-buttons.ts';
import type { Budget, RenderOptions } from './render-options.ts';
import type { Says } from './says.ts';
import { clipMarked, oneLine, stretches } from './text.ts';

interface ItemOptions {
  readonly budget: Budget;
  /** The line of the answer that the item stands in; '' where there is none to go back to. */
  readonly from: string;
  /** What the card is headed by; an item of the same title does not say it again. */
  readonly heading?: string;
  readonly place: Pick<RenderOptions, 'still' | 'private' | 'dialog'>;
  readonly says: Says;
}

/** Calls `shortened` when something of the item is left out. */
export function renderItem(item: Item, options: ItemOptions, shortened: () => void): readonly Element[] {
  const { budget, says } = options;
  const limited = (text: string, most: number): string => {
    if (text.length > most) {
      shortened();
    }
    return cut(text, most);
  };
  const line = (text: string, most: number): string => limited(oneLine(text), most);
  const limitedMarked = (marked: MarkedText, most: number): MarkedText => {
    if (marked.text.length > most) {
      shortened();
    }
    return clipMarked(marked, most);
  };

  const name = oneLine(item.title.text) || oneLine(item.text.text) || item.id;
  const opens = options.place.still !== true && item.line !== '' && item.line !== options.from;
  // A sign that the head can be pressed, which a frame around it does not give.
  const chevron = opens ? [run('\u00a0›', { size: 'Medium', color: 'Accent', weight: 'Bolder' })] : [];
  // What has no title of its own is its text: then that is the head.
  const title = oneLine(item.title.text);
  const titled = title !== '' && title !== options.heading;
  const text = textOf(limitedMarked(item.text, budget.text), titled ? [] : chevron);
  const head = [
    paragraph(originOf(item, says, (part) => line(part, budget.meta))),
    ...(titled
      ? [paragraph([...titleRuns(limitedMarked(item.title, budget.title)), ...chevron], { spacing: 'Small' })]
      : text),
    item.kind === 'person'
      ? paragraph([run(line(makersOf(item), budget.meta), { size: 'Small' })], { spacing: 'Small' })
      : undefined,
  ].filter((one) => one !== undefined);

  const facts = item.facts
    .slice(0, budget.facts)
    .map((fact) =>
      paragraph(
        [
          run(fact.label === '' ? '' : `${line(fact.label, budget.fact)}: `, { weight: 'Bolder' }),
          run(
            line(fact.value, budget.fact),
            isLinkable(fact.url, budget.url)
              ? { selectAction: { type: 'Action.OpenUrl', url: fact.url } }
              : {},
          ),
        ],
        { spacing: 'Small' },
      ),
    );
  if (item.facts.length > budget.facts) {
    shortened();
    facts.push(
      paragraph([run(says.own.moreFacts(item.facts.length - budget.facts), { isSubtle: true })], {
        spacing: 'Small',
      }),
    );
  }

  const reasons = item.reasons.map(oneLine).filter((one) => one !== '');
  const rest = [
    ...(titled ? text : []),
    ...facts,
    reasons.length === 0
      ? undefined
      : paragraph(
          [run(says.chat.why(line(reasons.join('; '), budget.meta)), { size: 'Small', isSubtle: true })],
          { spacing: 'Small' },
        ),
    citationOf(item, budget, says, line),
  ].filter((one) => one !== undefined);

  const data = { line: item.line, ...(options.from === '' ? {} : { from: options.from }) };
  return [
    {
      type: 'Container',
      // Never empty, or it could not be pressed.
      items: head.length > 0 ? head : [{ type: 'RichTextBlock', inlines: [run(says.kind[item.kind])] }],
      spacing: 'Medium',
      separator: true,
      ...(opens ? { selectAction: select(cut(says.own.openItem(name), 100), data, options.place) } : {}),
    },
    ...rest,
  ];
}

function titleRuns(title: MarkedText): readonly TextRun[] {
  // Weight already says "title", so what matched in it is underlined.
  return stretches({ ...title, text: title.text.replace(/\s/gu, ' ') }).map((part) =>
    run(part.text, { size: 'Medium', weight: 'Bolder', ...(part.marked ? { underline: true } : {}) }),
  );
}

/** A paragraph per line of the text, for not every client keeps line breaks within a run; `end` after the last. */
function textOf(text: MarkedText, end: readonly TextRun[]): readonly (RichTextBlock | undefined)[] {
  const paragraphs: TextRun[][] = [[]];
  for (const part of stretches(text)) {
    part.text.split('\n').forEach((piece, index) => {
      if (index > 0 && paragraphs.length < MOST_PARAGRAPHS) {
        paragraphs.push([]);
      }
      const shown = index > 0 && paragraphs.length === MOST_PARAGRAPHS ? ` ${piece}` : piece;
      paragraphs.at(-1)?.push(run(shown, part.marked ? { weight: 'Bolder' } : {}));
    });
  }
  paragraphs.at(-1)?.push(...end);
  return paragraphs.map((runs) => paragraph(runs, { spacing: 'Small' }));
}

const MOST_PARAGRAPHS = 8;

function makersOf(item: Item): string {
  return item.makers.filter((one) => one.trim() !== '').join('; ');
}

/** Who, what, when and where in one small line: "Natalia Popova, ILO · Recommendation · 30 September 2020 · …". */
function originOf(item: Item, says: Says, line: (text: string) => string): readonly TextRun[] {
  const look = { size: 'Small', isSubtle: true } as const;
  // A command says what it is in its title.
  if (item.kind === 'command') {
    return [];
  }
  // What somebody was then follows their name; who said something goes before it.
  const makers = item.kind === 'person' ? '' : line(makersOf(item));
  const place = line([item.date, item.context].filter((one) => one.trim() !== '').join(' · '));
  return [
    run(makers === '' ? '' : `${makers} · `, { size: 'Small', weight: 'Bolder' }),
    run(says.kind[item.kind], look),
    ...(item.relation === 'related'
      ? [run(` · ${says.own.related}`, { size: 'Small', weight: 'Bolder', color: 'Accent' })]
      : []),
    run(place === '' ? '' : ` · ${place}`, look),
  ];
}

function citationOf(
  item: Item,
  budget: Budget,
  says: Says,
  line: (text: string, most: number) => string,
): Element | undefined {
  const shown = item.evidence.slice(0, budget.citations).map((one) => line(one.label, budget.citation));
  const left = item.evidence.length - shown.length;
  const labels = shown.filter((one) => one !== '').join('; ');
  return labels === ''
    ? undefined
    : paragraph(
        [
          run(says.chat.source(left > 0 ? `${labels}; ${says.chat.morePlaces(left)}` : labels), {
            size: 'Small',
            isSubtle: true,
          }),
        ],
        { spacing: 'Small' },
      );
}
