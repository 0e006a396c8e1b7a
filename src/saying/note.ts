/**
 * What was understood, told only where that adds something: a misspelt word that was read as another, a word that was left
 * out, a condition that comes from the line before.
 */
import type { Answer, WordUse } from '../answer/answer.ts';
import type { Query } from '../reading/query.ts';
import { valuesOf } from '../reading/query.ts';
import { wordsOf } from '../reading/tokens.ts';
import type { Context } from './context.ts';

/** More words than this say no more. */
const WORDS = 3;

/** People whom the request names otherwise than they are called: "Popvoa", "Duell". */
function renamed(text: string, query: Query, { records }: Context): string[] {
  const asked = new Set(wordsOf(text));
  return [...valuesOf(query, 'by'), ...valuesOf(query, 'moderator')].flatMap((id) => {
    const person = records.person(id);
    if (person === undefined) return [];
    const called = [person.name, ...person.aliases].flatMap(wordsOf);
    return called.some((word) => asked.has(word)) ? [] : [person.name];
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
  const corrected = [
    ...uses.flatMap(({ use, as }) => (use === 'corrected' && as !== undefined ? [as] : [])),
    ...(continued ? [] : renamed(text, query, context)),
  ];
  const unused = uses.filter(({ use }) => use === 'unused').map(({ word }) => word);
  const isFound = answer.outcome === 'found';
  return [
    corrected.length > 0 ? note.corrected([...new Set(corrected)].slice(0, WORDS)) : '',
    isFound && unused.length > 0 ? note.unused(unused.slice(0, WORDS)) : '',
    continued && answer.outcome !== 'help' && !saysAll(answer.title, answer.understood)
      ? note.continued(answer.understood)
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
