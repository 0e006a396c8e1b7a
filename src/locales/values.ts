/** What messages are functions of, where a number or a name would not do. */

/** Alternatives by their names: "universities or research institutions". */
export type Names = readonly string[];

/**
 * One condition of a request.
 * - `about`: the subjects, all of them, each perhaps with alternatives.
 * - `of`: people of an organization, or of a part; `by`: what was said by somebody.
 * - `in`: an event or a document; `madeFrom`: where its makers come from.
 * - `is`: what is a name, a date or a kind already.
 * - `words` and `without`: as they were typed.
 */
export type Condition =
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
export type Subject = readonly Condition[];

/** What is asked for. */
export type Asked =
  | { readonly kind: 'sessions' | 'recommendations' | 'entries' }
  /** Contributions of a kind, by its name. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'compared'; readonly names: readonly string[] }
  /** A fact, or a form of answer. */
  | { readonly kind: 'want'; readonly want: string };
