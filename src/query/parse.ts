/**
 * Reading a line: a canonical line, a command with filters in any order, or a plain question. Pure: names of people stay
 * unresolved (`name:`), since resolving them may have to wait for the archive.
 */
import { singular, type Vocabulary, type VocabularyField } from '../knowledge/vocabulary.ts';
import { tokenize } from '../text/analyse.ts';
import { isSlipOf } from '../text/slip.ts';
import { clean, isTooLong } from './clean.ts';
import { isPlainId, isWord, readFilter, readPage, readWant, readWords } from './format.ts';
import {
  type CommandName,
  EMPTY_QUERY,
  FIELDS,
  type Field,
  type Filter,
  filter,
  type Query,
  type Term,
} from './query.ts';
import { looksForeign } from './questions/foreign.ts';
import { type Reading, readQuestion } from './questions/read.ts';
import { addFilters, isContentWord, type ScanContext, scanWords } from './scan.ts';

/**
 * How a line relates to the one before it in a thread.
 * `narrow` adds to it ("only 2022"), `replace` swaps its subject ("and Harukawa?"), `page` moves in it ("more", "page:3").
 */
export type Continuation = 'narrow' | 'replace' | 'page';

export interface Parsed {
  readonly query: Query;
  /** The line named its command; otherwise `ask` was assumed or the question's wording chose. */
  readonly explicit: boolean;
  readonly continues?: Continuation;
  /** For `page`: steps from the previous page, where no number was given. */
  readonly step?: 1 | -1;
  /** Why nothing could be read. `unknown-command`: a slash and a name that no command has. */
  readonly problem?: 'too-long' | 'unknown-command';
  /** The line is hardly English: what is not found may be the language's fault. */
  readonly foreign?: boolean;
  /** The unknown command's name, folded, for "did you mean"; never shown. */
  readonly attempted?: string;
}

/** A name that a line may begin with, and the command that it stands for. */
export interface CommandNames {
  /** Names and aliases that count wherever a line begins with them. */
  readonly bare: ReadonlyMap<string, CommandName>;
  /** Further aliases that count behind a slash only. */
  readonly slashed: ReadonlyMap<string, CommandName>;
}

export interface ParseContext {
  readonly vocabulary: Vocabulary;
  readonly commands: CommandNames;
  readonly now: Date;
  /** A line came before in the thread, so that continuations can be meant. */
  readonly hasPrevious: boolean;
}

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
const POLL_WORDS = /\b(?:polls?|votes?|voted|voting)\b/;
const GENERIC_MAKER =
  /^(?:the |all |all the |other |any )?(?:speakers?|people|participants?|experts?|they|everyone|everybody|anyone|anybody|someone|somebody|documents?|sources?|reports?|sessions?|events?|it|he|she|you)$/;

/** Makers told by the part they played. */
const PART_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:moderators?|chairs?|facilitators?)$/, 'moderator'],
  [/^keynotes?$/, 'keynote'],
  [/^panell?ists?$/, 'panellist'],
  [/^opening$/, 'opening'],
  [/^closing$/, 'closing'],
];

/** Acronyms that folding would turn into stop words. */
function spellOut(text: string): string {
  return /\p{Ll}/u.test(text) || text.length < 30
    ? text.replace(/\bIT\b/g, 'ICT').replace(/\bUS\b/g, 'USA')
    : text;
}

/** Folded words; what folding leaves of stray marks is none. */
const wordsOf = (text: string): string[] =>
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
  };
  const field =
    FIELDS.find((one) => one === name) ?? (Object.hasOwn(fields, name) ? fields[name] : undefined);
  if (field === undefined) return undefined;
  if (field === 'kind') {
    const kind = KINDS[singular(words[0] ?? '')];
    return kind ? { ...filter('kind', kind), not } : undefined;
  }
  const [known] = context.vocabulary.scan(words);
  const wanted: readonly Field[] = field === 'by' ? ['org', 'group'] : field === 'to' ? ['group'] : [field];
  const meanings = known?.length === words.length ? known.meanings : [];
  const terms: Term[] = meanings
    .filter((meaning) => wanted.includes(meaning.field))
    .map(({ value }) => ({ field, value }));
  if (terms.length > 0) return { any: terms, not };
  if (field === 'by') return { ...filter('name', words.join('+')), not };
  return undefined;
}

interface Tokens {
  readonly query: Query;
  /** What is not a canonical token, in order. */
  readonly text: string;
}

/** Takes canonical tokens, quoted phrases and exclusions out of a line. */
function takeTokens(text: string, context: ParseContext): Tokens {
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
  if (field === 'by') return one;
  const vocabularyField = VOCABULARY_FIELDS[field];
  const known =
    vocabularyField !== undefined && context.vocabulary.name(vocabularyField, value) !== undefined;
  if (known) return one;
  if (field === 'kind' && Object.values(KINDS).includes(value)) return one;
  return typedFilter(`${one.not ? '-' : ''}${field}:${value.replaceAll('+', ' ')}`, context) ?? one;
}

const EVENT_END = /\b(?:webinar|session|segment|forum|meeting|event|conference|panel)(?: \d+)?$/;

/** Words that say who made it: organizations, groups and countries become filters, the rest is a name. */
function makerFilters(text: string, scan: ScanContext): Filter[] {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || GENERIC_MAKER.test(text)) return [];
  // "the ECOSOC segment", "the webinar": an event, not who spoke there.
  const isEvent =
    EVENT_END.test(text) &&
    !words.some((_, from) =>
      scan.vocabulary
        .at(words, from)
        ?.meanings.some(({ field }) => field === 'session' || field === 'source'),
    );
  if (isEvent) return [sessionFilter(text.replace(/^(?:the|this|that) /, ''), scan)];
  const filters: Filter[] = [];
  const name: string[] = [];
  for (let from = 0; from < words.length; ) {
    const match = scan.vocabulary.at(words, from);
    const terms = (match?.meanings ?? []).flatMap(({ field, value }): Term[] =>
      field === 'org' || field === 'group'
        ? [{ field: 'by', value }]
        : field === 'country'
          ? [{ field: 'from', value }]
          : field === 'session' || field === 'source'
            ? [{ field, value }]
            : [],
    );
    const part = PART_WORDS.find(([shape]) => shape.test(words[from] ?? ''))?.[1];
    if (part !== undefined) {
      filters.push(filter('part', part));
      from += 1;
      continue;
    }
    const usable =
      match !== undefined && terms.length > 0 && (match.length > 1 || isContentWord(words[from] ?? ''));
    if (usable) filters.push({ any: terms, not: false });
    else if (isContentWord(words[from] ?? '')) name.push(words[from] ?? '');
    from += usable ? match.length : 1;
  }
  if (name.length === 0) return filters;
  // "The president of Sophia University", "Popova of the ILO": one description, resolved as a whole.
  const own = filters.filter(({ any }) => any[0]?.field !== 'by');
  return [
    ...own,
    filter('name', (own.length < filters.length ? words.filter(isContentWord) : name).join('+')),
  ];
}

/** Groups that a text begins with ("universities and companies …") and the words behind them. */
function addressees(text: string, scan: ScanContext): { filters: Filter[]; rest: string } {
  const words = text.split(' ').filter((word) => word !== '');
  const terms: Term[] = [];
  let from = 0;
  while (from < words.length) {
    const word = words[from] ?? '';
    const match = scan.vocabulary.at(words, from);
    const group = match?.meanings.find((one) => one.field === 'group');
    if (match && group) {
      terms.push({ field: 'to', value: group.value });
      from += match.length;
    } else if (['the', 'all', 'and', 'or', 'both', 'our'].includes(word)) from += 1;
    else break;
  }
  if (terms.length === 0) return { filters: [], rest: text };
  return { filters: [{ any: terms, not: false }], rest: words.slice(from).join(' ') };
}

const CONTINUE =
  /^(?:(?<page>more|next|next page|continue|go on|weiter|suite)|(?<back>previous|previous page|back|prev)|page (?<number>\d{1,5})|(?<narrow>only|just|but only|only in|narrow to|filter by)\b (?<less>.+)|(?<replace>and|and what about|what about|how about|and for|and in|also)\b (?<other>.+))$/;

/** Reads a line. Never throws; takes time linear to the request cap. */
export function parse(line: string, context: ParseContext): Parsed {
  if (isTooLong(line))
    return { query: { ...EMPTY_QUERY, command: 'help' }, explicit: false, problem: 'too-long' };
  const cleaned = clean(line);
  const head = /^(\/?)([\p{L}-]+)(?:\s+|$)(.*)$/su.exec(cleaned);
  const slash = head?.[1] === '/';
  const first = wordsOf(head?.[2] ?? '').join('');
  const named = context.commands.bare.get(first) ?? (slash ? context.commands.slashed.get(first) : undefined);
  if (slash && named === undefined) {
    return {
      query: { ...EMPTY_QUERY, command: 'help' },
      explicit: true,
      problem: 'unknown-command',
      attempted: first,
    };
  }
  const { query: tokens, text } = takeTokens(named ? (head?.[3] ?? '') : cleaned, context);

  if (named === 'help' || named === 'open') return readTarget(named, text, tokens, context);
  if (named !== undefined && /^(?:help|\?)$/i.test(text.trim())) {
    return { query: { ...EMPTY_QUERY, command: 'help', target: named }, explicit: true };
  }
  const spelt = wordsOf(text);
  const foreign = looksForeign(spelt);
  const folded = (foreign ? spelt : mendQuestionWords(spelt, context)).join(' ');
  if (named === undefined && context.hasPrevious) {
    const continued = readContinuation(folded, tokens, context);
    if (continued) return continued;
  }
  return {
    query: readSearch(named, folded, tokens, context),
    explicit: named !== undefined,
    ...(foreign ? { foreign } : {}),
  };
}

function readTarget(command: 'help' | 'open', text: string, tokens: Query, context: ParseContext): Parsed {
  const word = text.trim().split(/\s+/)[0] ?? '';
  if (command === 'help') {
    const name = word.replace(/^\/|^id:/, '').toLowerCase();
    const target = context.commands.bare.get(name) ?? context.commands.slashed.get(name);
    return { query: { ...EMPTY_QUERY, command, ...(target ? { target } : {}) }, explicit: true };
  }
  const id =
    /^id:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(word)?.[1] ?? (isPlainId(text.trim()) ? text.trim() : undefined);
  if (id !== undefined) {
    return { query: { ...EMPTY_QUERY, command, target: id, page: tokens.page }, explicit: true };
  }
  const scan = scanWords(wordsOf(text), { ...context, command: 'open' });
  const query: Query = {
    ...tokens,
    command,
    filters: addFilters(tokens.filters, scan.filters),
    words: [...new Set([...tokens.words, ...scan.words])],
    literal: [...new Set([...tokens.literal, ...scan.literal])],
  };
  return { query, explicit: true };
}

function readContinuation(folded: string, tokens: Query, context: ParseContext): Parsed | undefined {
  if (folded === '' && tokens.page > 1) return { query: tokens, explicit: false, continues: 'page' };
  if (
    folded === '' &&
    (tokens.filters.length > 0 || tokens.without.length > 0 || tokens.phrases.length > 0)
  ) {
    return { query: tokens, explicit: false, continues: 'narrow' };
  }
  const match = CONTINUE.exec(folded);
  const groups = match?.groups;
  if (!groups) return undefined;
  if (groups.page !== undefined) return { query: tokens, explicit: false, continues: 'page', step: 1 };
  if (groups.back !== undefined) return { query: tokens, explicit: false, continues: 'page', step: -1 };
  if (groups.number !== undefined) {
    return {
      query: { ...tokens, page: Math.max(1, Number(groups.number)) },
      explicit: false,
      continues: 'page',
    };
  }
  const text = groups.less ?? groups.other ?? '';
  const word = text.split(' ')[0] ?? '';
  const command = context.commands.bare.get(word);
  if (/^(?:what|who|how|when|where|which) /.test(text) && groups.other !== undefined) return undefined;
  const rest = command ? text.slice(word.length).trim() : text;
  const scan = scanWords(rest.split(' '), { ...context, command: 'sessions' });
  const query: Query = {
    ...tokens,
    ...(command ? { command } : {}),
    filters: addFilters(tokens.filters, scan.filters),
    words: [...new Set([...tokens.words, ...scan.words])],
    literal: [...new Set([...tokens.literal, ...scan.literal])],
  };
  return {
    query,
    explicit: command !== undefined,
    continues: groups.less === undefined ? 'replace' : 'narrow',
  };
}

function readSearch(
  named: CommandName | undefined,
  folded: string,
  tokens: Query,
  context: ParseContext,
): Query {
  if (named === 'speaker') {
    const words = folded.split(' ').filter((word) => word !== '');
    const filters =
      words.length > 0 ? addFilters(tokens.filters, [filter('name', words.join('+'))]) : tokens.filters;
    return { ...tokens, command: 'speaker', filters };
  }
  const question = readQuestion(folded);
  // After an explicit `sessions` or `recommendations`, only a whole question is taken apart.
  const asked = named === undefined || named === 'ask' || /^(?:what|who|how|which|when|where)\b/.test(folded);
  const reading: Reading = asked ? question : { rest: folded };
  const command =
    named !== undefined && named !== 'ask'
      ? named
      : (reading.command ??
        (isPlain(reading) ? startsWithCommand(reading.rest, context) : undefined) ??
        'ask');
  const rest =
    reading.command === undefined && command !== 'ask' && named === undefined
      ? reading.rest.replace(/^\S+ ?/, '')
      : reading.rest;
  const want = command === 'ask' || command === 'sessions' ? (reading.want ?? tokens.want) : tokens.want;
  // Counting is of sessions and people, whose years are dates.
  const scan: ScanContext = {
    ...context,
    command: want === 'count' ? 'sessions' : command,
    ...(want ? { want } : {}),
  };
  if (reading.want === 'role') {
    return {
      ...tokens,
      command: 'speaker',
      filters: addFilters(tokens.filters, [filter('name', rest.split(' ').join('+'))]),
      want: 'role',
    };
  }
  const to = reading.to ? addressees(reading.to, scan) : { filters: [], rest: '' };
  const remaining = [to.rest, rest].filter((part) => part !== '').join(' ');
  const poll = POLL_WORDS.test(remaining) && command === 'ask';
  const found = scanWords(
    (poll ? remaining.replace(POLL_WORDS, ' ') : remaining).split(/ +/).filter((word) => word !== ''),
    scan,
  );
  const kinds = [...(command === 'ask' ? (reading.kinds ?? []) : []), ...(poll ? ['poll'] : [])];
  const filters = addFilters(tokens.filters, [
    ...(reading.by ? makerFilters(reading.by, scan) : []),
    ...(reading.at ? [sessionFilter(reading.at, scan)] : []),
    ...to.filters,
    ...kinds.map((kind) => filter('kind', kind)),
    ...found.filters,
  ]);
  return {
    ...tokens,
    command,
    filters,
    words: [...new Set([...tokens.words, ...(reading.thing ? [reading.thing] : []), ...found.words])],
    literal: [...new Set([...tokens.literal, ...found.literal])],
    ...(want ? { want } : {}),
  };
}

/** An event told by its title, or by a few words of what it is called: resolved later. */
function sessionFilter(text: string, scan: ScanContext): Filter {
  const words = text.split(' ').filter((word) => word !== '');
  for (let from = 0; from < words.length; from++) {
    const known = scan.vocabulary.at(words, from)?.meanings.find(({ field }) => field === 'session');
    if (known) return filter('session', known.value);
  }
  return filter('session', words.join('+'));
}

/** Words by which questions are told; a slip in one of them loses the whole shape. */
const QUESTION_WORDS =
  `what which when where about many should said recommend recommended recommendation recommendations attended
  participants organized moderated spoke talked people session sessions speaker speakers`.split(/\s+/);
const MENDED_FROM = 4;

function mendQuestionWords(words: readonly string[], context: ParseContext): string[] {
  return words.map((word, place) => {
    if (word.length < MENDED_FROM || QUESTION_WORDS.includes(word) || context.vocabulary.at(words, place))
      return word;
    return QUESTION_WORDS.find((known) => isSlipOf(word, known)) ?? word;
  });
}

/** True where the wording said nothing: the words may still begin with a command's name. */
function isPlain({ want, by, to, kinds }: Reading): boolean {
  return want === undefined && by === undefined && to === undefined && kinds === undefined;
}

/** A question that begins with a command's name after politeness was taken off: "show me sessions on …". */
function startsWithCommand(text: string, context: ParseContext): CommandName | undefined {
  return context.commands.bare.get(text.split(' ')[0] ?? '');
}
