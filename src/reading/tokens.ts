/**
 * Tokens with a form of their own: canonical ones (`sdg:8`, `text:a,b`, `page:2`), the same as people type them
 * (`by:popova`, `year:2022`), quoted phrases, exclusions. What is left are words.
 */
import { singular, type VocabularyField } from '../knowledge/vocabulary.ts';
import { tokenize } from '../text/analyse.ts';
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

/** Acronyms that folding would turn into stop words. */
function spellOut(text: string): string {
  return /\p{Ll}/u.test(text) || text.length < 30
    ? text.replace(/\bIT\b/g, 'ICT').replace(/\bUS\b/g, 'USA')
    : text;
}

/** Folded words; what folding leaves of stray marks is none. */
export const wordsOf = (text: string): string[] =>
  tokenize(text)
    .map((token) => token.word)
    .filter(isWord);

/** `field:value` as a person types it: the value may be a name or a term instead of an id. */
function typedFilter(token: string, context: ParseContext): Filter | undefined {
  const match = /^(-?)([a-z]+):"?([^"]*)"?$/i.exec(token);
  const name = match?.[2]?.toLowerCase();
  const words = wordsOf(match?.[3] ?? '');
  if (!match || name === undefined || words.length === 0) return undefined;
  const not = match[1] === '-';
  const fields: Readonly<Record<string, Field>> = {
    speaker: 'by',
    from: 'by',
    goal: 'sdg',
    organization: 'org',
    organisation: 'org',
    year: 'date',
    type: 'kind',
    event: 'session',
    organiser: 'organizer',
    host: 'organizer',
    sponsor: 'supporter',
    chair: 'moderator',
  };
  const field =
    FIELDS.find((one) => one === name) ?? (Object.hasOwn(fields, name) ? fields[name] : undefined);
  if (field === undefined) return undefined;
  if (field === 'kind') {
    const kind = kindOf(words[0] ?? '');
    return kind ? { ...filter('kind', kind), not } : undefined;
  }
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

interface Tokens {
  readonly query: Query;
  /** What is not a canonical token, in order. */
  readonly text: string;
}

/** Takes canonical tokens, quoted phrases and exclusions out of a line. */
export function takeTokens(text: string, context: ParseContext): Tokens {
  let query: Query = EMPTY_QUERY;
  const rest: string[] = [];
  const tokens = text.match(/-?[a-z]+:"[^"]*"|-?"[^"]*"|[^\s"]+|"/gi) ?? [];
  for (const token of tokens) {
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
    } else rest.push(token);
  }
  return { query, text: spellOut(rest.join(' ')) };
}

/** Which part of the vocabulary a field's values are of. */
const VOCABULARY_FIELDS: Readonly<Partial<Record<Field, VocabularyField>>> = {
  to: 'group',
  group: 'group',
  topic: 'topic',
  sdg: 'sdg',
  line: 'line',
  country: 'country',
  from: 'country',
  org: 'org',
  session: 'session',
  source: 'source',
};

/** A canonical-looking filter whose value is a term rather than an id: `topic:migration`, `by:popova`, `kind:figures`. */
function refine(one: Filter, context: ParseContext): Filter {
  const [only] = one.any;
  if (one.any.length !== 1 || only === undefined) return one;
  const { field, value } = only;
  // Whether `by:` names a person only the archive knows: resolving decides.
  if (field === 'by' || field === 'moderator') return one;
  if (
    isRole(field) &&
    (['org', 'group', 'country'] as const).some((each) => context.vocabulary.name(each, value))
  )
    return one;
  const vocabularyField = VOCABULARY_FIELDS[field];
  const known =
    vocabularyField !== undefined && context.vocabulary.name(vocabularyField, value) !== undefined;
  if (known) return one;
  if (field === 'kind' && Object.values(KINDS).includes(value)) return one;
  return typedFilter(`${one.not ? '-' : ''}${field}:${value.replaceAll('+', ' ')}`, context) ?? one;
}
