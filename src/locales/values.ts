/** What messages are functions of, where a number or a name would not do. */

/**
 * What a condition holds: the name of something in the archive, or what each language has a word for.
 * - `kind`, `part`, `stance`, `has`: by its key, as a query has it: `figure`, `moderator`, `implied`, `money`.
 * - dates: written by the reader's locale already.
 */
export type Named =
  | string
  | { readonly is: 'kind' | 'part' | 'stance' | 'has'; readonly key: string }
  | { readonly is: 'goal'; readonly number: string; readonly name: string }
  | { readonly is: 'undated' }
  | { readonly is: 'month' | 'weekday' | 'on' | 'before' | 'after'; readonly when: string }
  | { readonly is: 'between'; readonly from: string; readonly to: string };

/** Alternatives: "universities or research institutions". */
export type Names = readonly Named[];

/**
 * One condition of a request.
 * - `about`: the subjects, all of them, each perhaps with alternatives.
 * - `of`: people of an organization, or of a part; `by`: what was said by somebody.
 * - `in`: an event or a document; `madeFrom`: where its makers come from.
 * - `is`: a date, a kind, a form; of people, themselves.
 * - `words` and `without`: as they were typed.
 */
export type ToldCondition =
  | { readonly kind: 'about'; readonly subjects: readonly Names[] }
  | { readonly kind: 'not' | 'by' | 'of' | 'to' | 'in' | 'madeFrom' | 'is'; readonly names: Names }
  | {
      readonly kind: 'organizer' | 'supporter' | 'funder' | 'moderator';
      readonly names: Names;
      /** Said of events themselves, rather than of what was said at them. */
      readonly ofEvents: boolean;
    }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly phrases: readonly string[] }
  | { readonly kind: 'without'; readonly words: readonly string[] };

/** All conditions of a request, in the order in which they are told. */
export type ToldConditions = readonly ToldCondition[];

/** What is asked for. */
export type AskedFor =
  | { readonly kind: 'sessions' | 'recommendations' | 'entries' }
  /** Contributions of a kind, or of one of several. */
  | { readonly kind: 'named'; readonly names: Names }
  | { readonly kind: 'compared'; readonly names: Names }
  /** A fact, or a form of answer. */
  | { readonly kind: 'want'; readonly want: string };
