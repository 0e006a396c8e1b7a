/** One item of an answer as card elements: what was said, who said it, where it stands, facts. */

import type { MarkedText } from '../../src/answer/answer.ts';
import { capital, type ShownItem } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { type Element, isolatedRun, paragraph, type RichTextBlock, run, type TextRun } from './card.ts';
import { select } from './card-buttons.ts';
import { isRightToLeft } from './direction.ts';
import type { Budget, RenderOptions } from './render-options.ts';
import type { Says } from './says.ts';
import { clipMarked, oneLine, stretches } from './text.ts';

interface ItemOptions {
  readonly budget: Budget;
  /** The line of the answer that the item stands in; '' where there is none to go back to. */
  readonly from: string;
  readonly place: Pick<RenderOptions, 'still' | 'private' | 'dialog'>;
  readonly says: Says;
  /** The card runs from right to left. */
  readonly rtl: boolean;
}

/** What was said, then who said it and where it stands; calls `shortened` when something is left out. */
export function renderItem(one: ShownItem, options: ItemOptions, shortened: () => void): readonly Element[] {
  const { budget, says } = options;
  const { item, number } = one;
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
  const opens =
    options.place.still !== true && item.kind !== 'command' && item.line !== '' && item.line !== options.from;
  // A sign that the head can be pressed, which a frame around it does not give.
  const chevron = opens ? [run('\u00a0›', { color: 'Accent', weight: 'Bolder' })] : [];
  const before = [
    // Where nobody can answer, a number would refer to nothing.
    run(number === undefined || options.place.still === true ? '' : `${number}. `, { weight: 'Bolder' }),
    run(item.relation === 'related' && item.group === '' ? `${says.relatedMark} ` : '', {
      weight: 'Bolder',
      color: 'Accent',
    }),
  ];
  const small = smallRuns(one, budget, says, line);
  // What has no title of its own is its text: then that is the head.
  const titled = oneLine(one.title.text) !== '';
  const text = limitedMarked(one.text, budget.text);
  const head = titled
    ? [
        paragraph([...before, ...titleRuns(limitedMarked(one.title, budget.title)), ...chevron], {
          spacing: 'Small',
        }),
      ]
    : textOf(text, before, chevron);

  const facts = one.facts
    .slice(0, budget.facts)
    .map((fact) =>
      paragraph(
        [
          isolatedRun(fact.label === '' ? '' : `${line(fact.label, budget.fact)}: `, { weight: 'Bolder' }),
          isolatedRun(line(fact.value, budget.fact), linked(fact.url, budget)),
        ],
        { spacing: 'Small' },
      ),
    );
  if (one.facts.length > budget.facts) {
    shortened();
    facts.push(
      paragraph([run(says.own.moreFacts(one.facts.length - budget.facts), { isSubtle: true })], {
        spacing: 'Small',
      }),
    );
  }

  const reasons = one.reasons.map(oneLine).filter((part) => part !== '');
  const rest: readonly Element[] = [
    ...turned(titled ? textOf(text, [], []).filter((part) => part !== undefined) : [], text.text, options),
    paragraph(small, { spacing: 'None' }),
    ...facts,
    paragraph([run(line(reasons.join('; '), budget.meta), { size: 'Small', isSubtle: true })], {
      spacing: 'None',
    }),
  ].filter((part) => part !== undefined);
  const shown = head.filter((part) => part !== undefined);

  const data = { line: item.line, ...(options.from === '' ? {} : { from: options.from }) };
  // Opened by itself, an item may say all that it says in the title of the card.
  if (shown.length === 0 && !opens) return rest;
  return [
    {
      type: 'Container',
      // Never empty, or it could not be pressed.
      items: shown.length > 0 ? shown : [{ type: 'RichTextBlock', inlines: [run(name), ...chevron] }],
      spacing: 'Medium',
      ...turnOf(name, options),
      ...(opens ? { selectAction: select(cut(says.own.openItem(name), 100), data, options.place) } : {}),
    },
    ...rest,
  ];
}

/** Says which way a text runs, where that is another than the card's. */
function turnOf(text: string, { rtl }: ItemOptions): { readonly rtl?: boolean } {
  const own = isRightToLeft(text);
  return own === undefined || own === rtl ? {} : { rtl: own };
}

/** Paragraphs of a text, in a container of their own where it runs another way than the card. */
function turned(
  paragraphs: readonly RichTextBlock[],
  text: string,
  options: ItemOptions,
): readonly Element[] {
  const turn = turnOf(text, options);
  if (turn.rtl === undefined || paragraphs.length === 0) return paragraphs;
  return [{ type: 'Container', items: paragraphs, spacing: 'Small', ...turn }];
}

const linked = (url: string | undefined, budget: Budget) =>
  isLinkable(url, budget.url) ? { selectAction: { type: 'Action.OpenUrl', url } as const } : {};

/** Who, when and where in one small line, each place a link to the original where there is one. */
function smallRuns(
  { byline, about, cited, morePlaces }: ShownItem,
  budget: Budget,
  says: Says,
  line: (text: string, most: number) => string,
): readonly TextRun[] {
  const look = { size: 'Small', isSubtle: true } as const;
  const shown = cited.slice(0, budget.citations);
  const left = morePlaces + cited.length - shown.length;
  const words = [byline, about].map((part) => line(part, budget.meta)).filter((part) => part !== '');
  const told = words.flatMap((part, index) => [run(index === 0 ? '' : ' · ', look), isolatedRun(part, look)]);
  const places = shown.flatMap(({ short, url }, index) => [
    run(index === 0 ? '' : '; ', look),
    isolatedRun(line(index === 0 && words.length === 0 ? capital(short) : short, budget.citation), {
      ...look,
      ...linked(url, budget),
    }),
  ]);
  return [
    ...told,
    run(words.length > 0 && places.length > 0 ? ' · ' : '', look),
    ...places,
    run(left > 0 && places.length > 0 ? `; ${says.chat.morePlaces(left)}` : '', look),
  ];
}

function titleRuns(title: MarkedText): readonly TextRun[] {
  // Weight already says "title", so what matched in it is underlined.
  return stretches({ ...title, text: title.text.replace(/\s/gu, ' ') }).map((part) =>
    run(part.text, { size: 'Medium', weight: 'Bolder', ...(part.marked ? { underline: true } : {}) }),
  );
}

/** A paragraph per line of the text, for not every client keeps line breaks within a run; `end` after the last. */
function textOf(
  text: MarkedText,
  begin: readonly TextRun[],
  end: readonly TextRun[],
): readonly (RichTextBlock | undefined)[] {
  if (text.text.trim() === '') return [];
  const paragraphs: TextRun[][] = [[...begin]];
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
