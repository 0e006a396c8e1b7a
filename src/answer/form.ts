/**
 * A form: what somebody may fill in, declared once, in words, and drawn by each platform with what it has: a modal, a card, a
 * dialog. Plain data, so that it crosses threads and wires.
 *
 * What a platform cannot draw it draws as the next best: whatever it gives back is read by the same function, so a `pick` may
 * come back as one of its values or as what somebody typed.
 */
import type { Catalogue } from '../locales/catalogue.ts';
import { readLine, writeTerm } from './line.ts';

/** Something to choose. `value` is for us: what it says in a line. */
export interface FormChoice {
  readonly label: string;
  readonly value: string;
}

interface Named {
  /** Lower-case letters; the same in every language. */
  readonly name: string;
  readonly label: string;
}

/** Exactly one of two to ten; the first where nothing is said. */
export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly choices: readonly FormChoice[];
}

/** Something of the archive, found among many while one types, or named. */
export interface PickField extends Named {
  readonly kind: 'pick';
  /** What to type, in a few words. */
  readonly hint: string;
  readonly completes: readonly ('person' | 'topic' | 'goal')[];
  /** Any of several may hold. */
  readonly several: boolean;
  /** The likeliest, best first, for platforms that cannot complete what is typed. */
  readonly offered: readonly FormChoice[];
}

/** A line of text. */
export interface TextField extends Named {
  readonly kind: 'text';
  readonly hint: string;
  /** Characters that are read. */
  readonly most: number;
  /** The form is of no use without it. */
  readonly required?: true;
}

export type FormField = ChoiceField | PickField | TextField;

/**
 * A form in the words of its reader.
 * @example
 * const form: Form = {
 *   name: 'follow', title: 'Follow', submit: 'Save', close: 'Close', about: '',
 *   fields: [{ kind: 'text', name: 'words', label: 'Words', hint: 'labour migration', most: 200 }],
 * };
 */
export interface Form {
  readonly name: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  /** What it is about, above the fields; '' where there is nothing to say. */
  readonly about: string;
  /** At most five: the least that a platform takes. */
  readonly fields: readonly FormField[];
}

/**
 * What a suggestion is as a value of a `pick`: the condition that its line holds; undefined where it holds none.
 * @example pickedValue('speaker by:natalia-popova') // 'by:natalia-popova'
 */
export function pickedValue(line: string): string | undefined {
  const term = readLine(line)?.filters[0]?.any[0];
  return term === undefined ? undefined : writeTerm(term.field, term.value);
}

/** What was filled in, by the fields' names; what was left empty may be absent. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** What is wrong, by the name of the field at which it is to be told. */
export type Problems = Readonly<Record<string, string>>;

/** What a filled form came to: the line that it asks, or what to mend. */
export type FormRead = { readonly line: string } | { readonly problems: Problems };

/**
 * What was filled in, as far as the form asks for it: without blanks, of choices only those that there are. With what is wrong
 * in any form: a text that is too long.
 * @example
 * filledIn(form, { words: ['  skills '], colour: ['red'] }, says) // { filled: { words: ['skills'] }, problems: {} }
 */
export function filledIn(
  { fields }: Form,
  given: Filled,
  { form }: Catalogue,
): { readonly filled: Filled; readonly problems: Problems } {
  const filled: Record<string, readonly string[]> = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const all = Object.hasOwn(given, field.name) ? (given[field.name] ?? []) : [];
    const values = [...new Set(all.map((value) => value.replace(/\s+/g, ' ').trim()))].filter(
      (value) => value !== '',
    );
    if (field.kind === 'choice') {
      const known = field.choices.find(({ value }) => value === values[0]) ?? field.choices[0];
      filled[field.name] = known === undefined ? [] : [known.value];
      continue;
    }
    filled[field.name] = values;
    const most = field.kind === 'text' ? field.most : LONGEST_PICK;
    if (values.some((value) => value.length > most)) problems[field.name] = form.tooLong(most);
  }
  return { filled, problems };
}

/** Nothing that can be picked is called by more. */
const LONGEST_PICK = 200;
