/**
 * What was understood, told only where that adds something: a misspelt word that was read as another, a word that was left
 * out, a condition that comes from the line before.
 */
import type { Answer, WordUse } from '../answer/answer.ts';
import type { Query } from '../reading/query.ts';
import { valuesOf } from '../reading/query.ts';
import { wordsOf } from '../reading/tokens.ts';
import { nearest } from '../text/nearest.ts';
import type { Context } from './context.ts';

/** More words than this say no more. */
const WORDS = 3;

/** A word that was typed and what it was read as; `typed` is '' where no one word tells. */
interface Correction {
  readonly typed: string;
  readonly read: string;
}

/** People whom the request names otherwise than they are called: "Popvoa". */
function renamed(text: string, query: Query, { records }: Context): Correction[] {
  const asked = wordsOf(text);
  return [...valuesOf(query, 'by'), ...valuesOf(query, 'moderator')].flatMap((id) => {
    const person = records.person(id);
    if (person === undefined) return [];
    const called = [person.name, ...person.aliases].flatMap(wordsOf);
    if (called.some((word) => asked.includes(word))) return [];
    return [{ typed: asked.find((word) => nearest(word, called) !== undefined) ?? '', read: person.name }];
  });
}

/** Whether a text has every word of another one, as the title "16 recommendations on skills" has of "recommendations on skills". */
function saysAll(text: string, other: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(other).every((word) => words.has(word));
}

/**
 * The sentences under the title, or ''.
 * @param text the request
 * @param continued the line before gave conditions
 */
export function noteOf(
  text: string,
  query: Query,
  answer: Answer,
  uses: readonly WordUse[],
  continued: boolean,
  context: Context,
): string {
  const { note } = context.says.understood;
  const corrected: readonly Correction[] = [
    ...uses.flatMap(({ use, word, as }) =>
      use === 'corrected' && as !== undefined ? [{ typed: word, read: as }] : [],
    ),
    ...(continued ? [] : renamed(text, query, context)),
  ];
  const told = corrected.filter(({ typed }) => typed !== '').slice(0, WORDS);
  const meant = corrected.filter(({ typed }) => typed === '').slice(0, WORDS);
  const unused = uses.filter(({ use }) => use === 'unused').map(({ word }) => word);
  const isFound = answer.outcome === 'found';
  return [
    told.length > 0
      ? note.corrected(told.map(({ typed, read }) => ({ typed: context.asWritten(typed), read })))
      : '',
    meant.length > 0 ? note.meant(meant.map(({ read }) => read)) : '',
    isFound && unused.length > 0 ? note.unused(unused.slice(0, WORDS).map(context.asWritten)) : '',
    continued && answer.outcome !== 'help' && !saysAll(answer.title, answer.understood)
      ? note.continued(answer.understood)
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
