/**
 * Tokens with a form of their own: canonical ones (`sdg:8`, `text:a,b`, `page:2`), the same as people type them
 * (`by:popova`, `year:2022`), quoted phrases, exclusions. What is left are words.
 */
import { singular } from '../knowledge/vocabulary.ts';
import { tokenizeOnce } from '../text/analyse.ts';
import { dateAt } from './dates.ts';
import { CLOSED_VALUES, type Fault, faultIn, VOCABULARY_OF } from './faults.ts';
import { isWord, readFilter, readPage, readWant, readWords } from './format.ts';
import type { ParseContext } from './parsed.ts';
import {
  EMPTY_QUERY,
  FIELDS,
  type Field,
  type Filter,
  filter,
  isRole,
  type Query,
  type Term,
} from './query.ts';
import { addFilters } from './scan.ts';

const KINDS: Readonly<Record<string, string>> = {
  statement: 'statement',
  remark: 'statement',
  recommendation: 'recommendation',
  practice: 'practice',
  initiative: 'practice',
  programme: 'practice',
  figure: 'figure',
  statistic: 'figure',
  number: 'figure',
  poll: 'poll',
  vote: 'poll',
};

/** The kind of contribution that a word names, in the singular or the plural; undefined for other words. */
export function kindOf(word: string): string | undefined {
  const one = singular(word);
  return Object.hasOwn(KINDS, one) ? KINDS[one] : undefined;
}

/** Acronyms that folding would turn into stop words; one that is somebody's abbreviation stays. */
function spellOut(text: string, { vocabulary }: ParseContext): string {
  if (!/\p{Ll}/u.test(text) && text.length >= 30) return text;
  const spelt = (acronym: string, word: string): string =>
    vocabulary.wordsIn(acronym)[0] === acronym ? acronym : word;
  return text.replace(/\bIT\b/g, spelt('IT', 'ICT')).replace(/\bUS\b/g, spelt('US', 'USA'));
}

/** Folded words; what folding leaves of stray marks is none. */
export const wordsOf = (text: string): string[] =>
  tokenizeOnce(text)
    .map((token) => token.word)
    .filter(isWord);

/** Fields as people call them. */
const TYPED_FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...FIELDS.map((field) => [field, field] as const),
  ['speaker', 'by'],
  ['from', 'by'],
  ['goal', 'sdg'],
  ['organization', 'org'],
  ['organisation', 'org'],
  ['year', 'date'],
  ['type', 'kind'],
  ['event', 'session'],
  ['organiser', 'organizer'],
  ['host', 'organizer'],
  ['sponsor', 'supporter'],
  ['chair', 'moderator'],
]);

interface Typed {
  readonly field: Field;
  readonly words: readonly string[];
  readonly not: boolean;
}

/** Reads `field:value` of a field that there is; undefined for other text. */
function readTyped(token: string, { vocabulary }: ParseContext): Typed | undefined {
  const match = /^(-?)([a-z]+):"?([^"]*)"?$/i.exec(token);
  const field = TYPED_FIELDS.get(match?.[2]?.toLowerCase() ?? '');
  const words = vocabulary.wordsIn(match?.[3] ?? '').filter(isWord);
  return field === undefined || words.length === 0 ? undefined : { field, words, not: match?.[1] === '-' };
}

/** `field:value` as a person types it: the value may be a name or a term instead of an id. */
function typedFilter(token: string, context: ParseContext): Filter | undefined {
  const typed = readTyped(token, context);
  if (typed === undefined) return undefined;
  const { field, words, not } = typed;
  if (field === 'kind') {
    const kind = kindOf(words[0] ?? '');
    return kind ? { ...filter('kind', kind), not } : undefined;
  }
  if (field === 'date') {
    const date = dateAt(words, 0, context.now);
    return date?.length === words.length ? { ...filter('date', date.value), not } : undefined;
  }
  if (CLOSED_VALUES.get(field)?.includes(words.join('-'))) return { ...filter(field, words.join('-')), not };
  const [known] = context.vocabulary.scan(words);
  const wanted: readonly Field[] =
    field === 'by'
      ? ['org', 'group']
      : isRole(field)
        ? ['org', 'group', 'country']
        : field === 'to'
          ? ['group']
          : [field];
  const meanings = known?.length === words.length ? known.meanings : [];
  const terms: Term[] = meanings
    .filter((meaning) => wanted.includes(meaning.field))
    .map(({ value }) => ({ field, value }));
  if (terms.length > 0) return { any: terms, not };
  if (field === 'by') return { ...filter('name', words.join('+')), not };
  if (field === 'moderator') return { ...filter('moderator', words.join('+')), not };
  return undefined;
}

/** A value that a field, or what can be wanted, does not have. */
function faultOf(token: string, context: ParseContext): Fault | undefined {
  const wanted = /^want:(.+)$/i.exec(token)?.[1];
  if (wanted !== undefined) return { field: 'want', value: wordsOf(wanted).join(' ') };
  const typed = readTyped(token, context);
  // An event is told by any of its words, and the archive is asked.
  if (typed === undefined || typed.field === 'session' || typed.field === 'name') return undefined;
  return { field: typed.field, value: typed.words.join(' ') };
}

/** Words that a typed value may have: "country:South Africa". */
const LONGEST_VALUE = 5;

/** A typed condition whose value goes on behind the next spaces, with the number of tokens that it takes. */
function longTyped(
  tokens: readonly string[],
  from: number,
  context: ParseContext,
): { readonly filter: Filter; readonly length: number } | undefined {
  const token = tokens[from] ?? '';
  if (!/^-?[a-z]+:[^"|]+$/i.test(token)) return undefined;
  const typed = readTyped(token, context);
  if (typed === undefined || !(VOCABULARY_OF.has(typed.field) || typed.field === 'date')) return undefined;
  const plain = tokens.slice(from + 1, from + LONGEST_VALUE).findIndex((one) => /[:"]|^-/.test(one));
  const most = plain < 0 ? LONGEST_VALUE : plain + 1;
  for (let length = Math.min(most, tokens.length - from); length > 1; length--) {
    const made = typedFilter(tokens.slice(from, from + length).join(' '), context);
    if (made !== undefined) return { filter: made, length };
  }
  return undefined;
}

interface Tokens {
  readonly query: Query;
  /** A condition that nothing can meet. */
  readonly fault?: Fault;
  /** What is not a canonical token, in order. */
  readonly text: string;
}

/** Takes canonical tokens, quoted phrases and exclusions out of a line. */
export function takeTokens(text: string, context: ParseContext): Tokens {
  let query: Query = EMPTY_QUERY;
  const rest: string[] = [];
  let fault: Fault | undefined;
  const tokens = text.match(/-?[a-z]+:"[^"]*"|-?"[^"]*"|[^\s"]+|"/gi) ?? [];
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from] ?? '';
    const long = longTyped(tokens, from, context);
    if (long !== undefined) {
      query = { ...query, filters: addFilters(query.filters, [long.filter]) };
      from += long.length - 1;
      continue;
    }
    const quoted = /^(-?)"([^"]*)"$/.exec(token);
    const one = readFilter(token) ?? (token.includes(':') ? typedFilter(token, context) : undefined);
    const words = readWords(token, 'text');
    const literal = readWords(token, 'like');
    const want = readWant(token);
    const page = readPage(token);
    if (quoted) {
      const folded = wordsOf(quoted[2] ?? '');
      if (folded.length === 0) continue;
      if (quoted[1] === '-') query = { ...query, without: [...new Set([...query.without, ...folded])] };
      else if (!query.phrases.includes(folded.join(' ')))
        query = { ...query, phrases: [...query.phrases, folded.join(' ')] };
    } else if (one) query = { ...query, filters: addFilters(query.filters, [refine(one, context)]) };
    else if (words) query = { ...query, words: [...new Set([...query.words, ...words])] };
    else if (literal) query = { ...query, literal: [...new Set([...query.literal, ...literal])] };
    else if (want) query = { ...query, want };
    else if (page) query = { ...query, page };
    else if (/^-[\p{L}\p{N}]/u.test(token)) {
      const folded = wordsOf(token.slice(1));
      query = { ...query, without: [...new Set([...query.without, ...folded])] };
    } else {
      fault ??= faultOf(token, context);
      rest.push(token);
    }
  }
  fault ??= faultIn(query, context.vocabulary);
  return { query, text: spellOut(rest.join(' '), context), ...(fault === undefined ? {} : { fault }) };
}

/** A canonical-looking filter whose value is a term rather than an id: `topic:migration`, `by:popova`, `kind:figures`. */
function refine(one: Filter, context: ParseContext): Filter {
  const [only] = one.any;
  if (one.any.length !== 1 || only === undefined) return one;
  const { field, value } = only;
  // Whether `by:` names a person only the archive knows: resolving decides.
  if (field === 'by' || field === 'moderator') return one;
  // A range has no other reading; a single day is looked at, since there may be no such day.
  if (field === 'date' && value.includes('..')) return one;
  if (
    isRole(field) &&
    (['org', 'group', 'country'] as const).some((each) => context.vocabulary.name(each, value))
  )
    return one;
  const vocabularyFields = field === 'session' ? (['session'] as const) : VOCABULARY_OF.get(field);
  if (vocabularyFields?.some((each) => context.vocabulary.name(each, value) !== undefined)) return one;
  if (CLOSED_VALUES.get(field)?.includes(value)) return one;
  return typedFilter(`${one.not ? '-' : ''}${field}:${value.replaceAll('+', ' ')}`, context) ?? one;
}

/** True for a word that is a year. */
export const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);
