/** Who is addressed beside the bot: what stands before a mention says whether it is one of these. */
import { COPIED, GREETED, JOINED } from '../lexicon/en/address.ts';

const copied = new Set(COPIED);
const greeted = new Set(GREETED);
const joined = new Set(JOINED);

const LAST_WORD = /([\p{L}\p{N}./]+)[\s,:–-]*$/u;

/**
 * What a text says of those who are mentioned right behind it: whether they are only addressed, and the text without the word
 * that says nothing else.
 * @example beforeMention('sessions sdg8 cc: ') // { addressed: true, text: 'sessions sdg8 ' }
 */
export function beforeMention(text: string): { readonly addressed: boolean; readonly text: string } {
  const last = LAST_WORD.exec(text);
  const word = (last?.[1] ?? '').toLowerCase().replace(/[./]/g, '');
  if (last !== null && copied.has(word)) return { addressed: true, text: text.slice(0, last.index) };
  return { addressed: greeted.has(word), text };
}

/** A pattern for a word in small or capital letters, where a capital tells something elsewhere in the pattern. */
const inAnyCase = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** A name behind "@", with further names that begin with a capital: "@Bob Smith". */
const TYPED_NAME = "@[\\p{L}\\p{N}_.-]+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]*){0,2}";
const TYPED_COPIES = new RegExp(
  `(^|[\\s,;(])/?(?:${COPIED.map(inAnyCase).join('|')}):?(?:(?:[\\s,&]|${JOINED.join('|')})*${TYPED_NAME})+\\)?`,
  'gu',
);

/**
 * A text without those who get a copy of it, where no chat has told their mentions apart.
 * @example withoutCopies('sessions sdg8 cc @Bob Smith, @ann') // 'sessions sdg8'
 */
export function withoutCopies(text: string): string {
  return text.includes('@') ? text.replace(TYPED_COPIES, '$1').trim() : text;
}

/** True where nothing but what joins several names stands between two of them: "and", a comma. */
export function joinsNames(text: string): boolean {
  const word = text.replace(/[\s,;&+/]/g, '').toLowerCase();
  return word === '' || joined.has(word);
}
