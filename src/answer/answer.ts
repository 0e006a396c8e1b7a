/**
 * The Answer: the one document that every platform renders in its own accent.
 *
 * Text here is text: no Markdown, no platform's markup, and nothing of the request is echoed; `understood` says what
 * was read instead. A renderer is a pure function `Answer → payload` and must show, of everything it shows, the evidence.
 */

/**
 * - `found`: the archive has it.
 * - `nothing`: it has not; `lead` says so, `choices` offer what is near.
 * - `closest`: nothing meets all that was asked; the items, all `related`, come nearest, and `lead` names what is missing.
 * - `unstated`: the archive knows the thing, but its sources do not state what was asked.
 * - `unclear`: the request could mean several things, or cannot be read; `choices` offer readings.
 * - `help`: about the bot itself.
 */
export type Outcome = 'found' | 'closest' | 'nothing' | 'unstated' | 'unclear' | 'help';

/** Half-open range of UTF-16 offsets, `[start, end)`, within the text beside it. */
export type Span = readonly [start: number, end: number];

/** A text with the stretches that matched the request. Spans are in order and do not overlap. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Where a line of the answer stands. `label` is complete for readers: "ILO webinar report 2020, ¶43". */
export interface Citation {
  readonly source: string;
  readonly at: string;
  readonly label: string;
  /** The place alone, for a list that already names the source: "¶43". */
  readonly place: string;
}

/** A labelled fact: "Date: 30 September 2020". `url` is https and free of credentials. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
  /** Said elsewhere on the screen, or of no use there: for those who read an Answer by program. Not drawn. */
  readonly quiet?: true;
}

export type ItemKind =
  | 'session'
  | 'person'
  | 'organization'
  | 'statement'
  | 'recommendation'
  | 'practice'
  | 'figure'
  | 'poll'
  | 'material'
  | 'topic'
  | 'goal'
  | 'source'
  | 'command';

/** One thing of an answer. Empty string or empty list where there is nothing to say; `line` opens the thing. */
export interface Item {
  readonly kind: ItemKind;
  readonly id: string;
  /** Heading of the run of items that this one belongs to; '' for none. Items of one group stand together. */
  readonly group: string;
  readonly title: MarkedText;
  /** Who made it, ready to print: "Natalia Popova, ILO". */
  readonly makers: readonly string[];
  /** Who, to whom and in which way, in one line: "Natalia Popova, ILO, to governments (implied)". The makers where absent. */
  readonly byline?: string;
  /** Ready to print, or '' : "30 September 2020", "date not stated". */
  readonly date: string;
  /** The event that it belongs to, ready to print, or ''. */
  readonly context: string;
  readonly text: MarkedText;
  /** What of it the title, or the heading above it, says already: nobody draws it twice. */
  readonly told?: 'text' | 'facts' | 'value';
  readonly facts: readonly Fact[];
  /** Why it is here: "SDG 8, named by the source". */
  readonly reasons: readonly string[];
  /** `related` items are near what was asked, not an answer to it, and must be marked as such. */
  readonly relation: 'direct' | 'related';
  readonly evidence: readonly Citation[];
  readonly line: string;
}

/** One value of a table, ready to print; `number` where it is one, to sort by. `url` leads to the original of a place. */
export interface Cell {
  readonly text: string;
  readonly number?: number;
  readonly url?: string;
}

/**
 * What is compared, counted or measured, as rows under columns, for platforms that draw tables. Plain text and all other
 * platforms say the same by the answer's lead and items.
 */
export interface Table {
  /** At least two; numbers stand under the `numeric` ones. */
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  /** At least two, each with a cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
  /** The column that names its row. */
  readonly header: number;
  /** What else of the answer says just what the table says: whoever draws the table leaves it out. */
  readonly tells?: 'lead' | 'facts' | 'items';
}

/** A document behind the answer, once each, in the order of first use. */
export interface SourceReference {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url?: string;
}

/** A next step: a label for a button and the line that it sends. */
export interface Choice {
  readonly label: string;
  readonly line: string;
  /** `open` one of the items, `refine` or widen the query, `suggest` something else, `undo` back. */
  readonly kind: 'open' | 'refine' | 'suggest' | 'help';
}

/** Where in a long list this answer stands; `previous` and `next` are lines, absent at the ends. */
export interface Page {
  readonly number: number;
  readonly pages: number;
  readonly total: number;
  /** Positions of the first and last item shown, from 1. */
  readonly first: number;
  readonly last: number;
  readonly previous?: string;
  readonly next?: string;
}

/**
 * A word of the request, folded, and what became of it: a `condition`, a word that is searched for (`match`), one that only
 * belongs to the `form` of the question, one `corrected` to another, or one that nothing in the archive bears out (`unused`).
 */
export interface WordUse {
  readonly word: string;
  readonly use: 'condition' | 'match' | 'form' | 'corrected' | 'unused';
  /** For `corrected`: the word that was read instead. */
  readonly as?: string;
}

export interface Answer {
  readonly outcome: Outcome;
  /** The canonical line of what was understood: the same line gives the same answer. '' where nothing could be read. */
  readonly line: string;
  /** The reading in words: "recommendations about labour migration". Never a quotation of the request. */
  readonly understood: string;
  /** What was understood, a sentence, where saying so adds something: a correction, a condition of the line before. */
  readonly note?: string;
  /** BCP 47 tag of the language that it is written in: the reader's, where there are words for it. */
  readonly locale: string;
  /** The revision of the archive that the whole answer was made against. */
  readonly revision: string;
  readonly title: string;
  /** One or two sentences under the title, or ''. */
  readonly lead: string;
  readonly items: readonly Item[];
  /** Figures, counts or sides of a comparison, where there are several. */
  readonly table?: Table;
  readonly sources: readonly SourceReference[];
  readonly choices: readonly Choice[];
  readonly page?: Page;
  /** The page of the one thing that the answer opens, https; present where everybody may read it. Drawn as a button. */
  readonly address?: string;
  /** What the next line of a thread is asked with: the line and the ids of what was shown. Opaque; '' where nothing was read. */
  readonly continuation: string;
  /** What became of each word that tells something; absent where nothing was read. */
  readonly reading?: readonly WordUse[];
  /** Somebody wrote whether the answer before, of this line, helped them: whoever keeps feedback keeps it. */
  readonly verdict?: { readonly line: string; readonly helpful: boolean };
  /** An answer each, where several questions were asked at once; `items` then holds the first of each, grouped. */
  readonly parts?: readonly Answer[];
}
