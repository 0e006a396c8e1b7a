/**
 * The parts of Adaptive Cards 1.5 that we use, and builders for them.
 *
 * Only colours, sizes and weights of the host's theme are used, so that cards are readable in light, dark and high
 * contrast; nothing is fixed in width, so that they are on a phone. Source: adaptivecards.io/explorer, version 1.5.
 */
import { PRODUCT } from '../../src/locales/brand.ts';
import type { Attachment } from './activity.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import { directionOf, isolated } from './direction.ts';
import { harmless } from './text.ts';

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title?: string;
  readonly mode?: 'secondary';
  readonly url: string;
}

/** What a button of ours carries; read back by `receive.ts`. */
export interface ButtonData {
  readonly line: string;
  readonly from?: string;
  readonly share?: true;
  /** The card is seen by one person alone, and so is what the button brings. */
  readonly secret?: true;
  /** Closes the dialog and puts the answer into the message that is being written. */
  readonly put?: true;
  /** Opens the form that refines the line. */
  readonly refine?: true;
  /** Sends that form; what was filled in comes beside it, under the ids of the inputs. */
  readonly filled?: true;
  /** In a conversation: what opens a dialog. Source: Microsoft Learn, Use dialogs with bots. */
  readonly msteams?: { readonly type: 'task/fetch' };
  /** A verdict on the answer instead of a question: whether it helped, and the revision it was made against. */
  readonly helpful?: boolean;
  readonly revision?: string;
}

export interface Submit {
  readonly type: 'Action.Submit';
  /** Behind "…". */
  readonly mode?: 'secondary';
  readonly title: string;
  readonly tooltip?: string;
  readonly data: ButtonData;
}

export interface Execute {
  readonly type: 'Action.Execute';
  /** Behind "…". */
  readonly mode?: 'secondary';
  readonly title: string;
  readonly tooltip?: string;
  readonly verb: 'ask';
  readonly data: ButtonData;
  /** For clients that know only cards before 1.4. */
  readonly fallback?: Submit;
}

/** What sends a line. */
export type Press = Execute | Submit;
export type Action = OpenUrl | Press;

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Attention';
  readonly isSubtle?: true;
  readonly underline?: true;
  readonly selectAction?: OpenUrl;
}

interface Placed {
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  readonly separator?: true;
}

export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

/** Only for words that are ours or have nothing that Markdown could read: see `heading`. */
export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly style: 'heading';
  readonly size: 'Medium' | 'Large';
  readonly weight: 'Bolder';
  readonly wrap: true;
}

export interface Container extends Placed {
  readonly type: 'Container';
  /** Which way its words run, where that is another than the card's. */
  readonly rtl?: boolean;
  readonly items: readonly Element[];
  readonly selectAction?: Press;
}

export interface TableCell {
  readonly type: 'TableCell';
  readonly items: readonly RichTextBlock[];
  readonly selectAction?: Press;
}

export interface Table extends Placed {
  readonly type: 'Table';
  /** Widths are weights. */
  readonly columns: readonly { readonly width: number; readonly horizontalCellContentAlignment?: 'Right' }[];
  readonly firstRowAsHeaders: true;
  readonly showGridLines: boolean;
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly style?: 'emphasis';
    readonly cells: readonly TableCell[];
  }[];
  /** For clients that know only cards before 1.5. */
  readonly fallback: Container;
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

export interface InputText extends Placed {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly value?: string;
}

export interface InputChoiceSet extends Placed {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded';
  readonly isMultiSelect: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Of several, with commas between them. */
  readonly value?: string;
  readonly wrap: true;
}

export type Element = RichTextBlock | TextBlock | Container | Table | ActionSet | InputText | InputChoiceSet;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Which way the card runs: its language's, whatever the reader's Teams is set to. */
  readonly rtl: boolean;
  /** Shown where the card cannot be. */
  readonly fallbackText: string;
  /** Read out for the card as a whole. */
  readonly speak: string;
  readonly body: readonly Element[];
  /** Uses the width that desktop clients have; phones are not concerned. */
  readonly msteams: { readonly width: 'Full' };
}

/**
 * A title of nothing that can be shown leaves the product's name: Teams refuses a card whose texts are empty.
 * @param locale of the words in it
 */
export function card(body: readonly Element[], fallbackText: string, speak: string, locale = 'en'): Card {
  const spoken = harmless(speak) || PRODUCT;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    rtl: directionOf(locale) === 'rtl',
    fallbackText: harmless(fallbackText) || spoken,
    speak: spoken,
    body,
    msteams: { width: 'Full' },
  };
}

export function attachment(content: Card): Attachment {
  return { contentType: ADAPTIVE_CARD, content };
}

export function run(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  return { type: 'TextRun', text: harmless(text), ...look };
}

/** A run whose text may stand beside others that run the other way: a name, a label, a place. */
export function isolatedRun(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  const { text: plain, ...rest } = run(text, look);
  return { ...rest, text: isolated(plain) };
}

/** A paragraph of runs; `undefined` where there is nothing to read in them. */
export function paragraph(inlines: readonly TextRun[], placed: Placed = {}): RichTextBlock | undefined {
  const some = inlines.filter((one) => one.text !== '');
  return some.some((one) => one.text.trim() !== '')
    ? { type: 'RichTextBlock', inlines: some, ...placed }
    : undefined;
}

/** A side remark in small letters. */
export function note(text: string, placed: { separator?: true } = {}): Element | undefined {
  const spacing = placed.separator ? 'Medium' : 'Small';
  return paragraph([run(text, { size: 'Small', isSubtle: true })], { spacing, ...placed });
}

/** Letters, digits and the marks that Markdown gives no meaning within a line. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,:;'’“”–—?-]*$/u;

/**
 * A heading, which screen readers can jump to. TextBlocks alone have that role and read Markdown, so a text that could
 * mean something in it becomes a run of the same look instead.
 */
export function heading(text: string, size: 'Medium' | 'Large', placed: Placed = {}): Element | undefined {
  return PLAIN.test(text)
    ? { type: 'TextBlock', text, style: 'heading', size, weight: 'Bolder', wrap: true, ...placed }
    : paragraph([run(text, { size, weight: 'Bolder' })], placed);
}
