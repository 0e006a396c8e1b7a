/** Who made it, whom it addresses, where it was said: the parts of a question that name somebody or something. */

import { type Filter, filter, type Term } from './query.ts';
import { isContentWord, type ScanContext, scanWords } from './scan.ts';

const GENERIC_MAKER =
  /^(?:the |all |all the |other |any )?(?:speakers?|people|participants?|experts?|they|everyone|everybody|anyone|anybody|someone|somebody|documents?|sources?|reports?|sessions?|events?|it|he|she|you)$/;

/** "K V Ramana": a letter that is no article. */
const INITIAL = /^[b-hj-z]$/;

/** Makers told by the part they played. */
const PART_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:moderators?|chairs?|facilitators?)$/, 'moderator'],
  [/^keynotes?$/, 'keynote'],
  [/^panell?ists?$/, 'panellist'],
  [/^opening$/, 'opening'],
  [/^closing$/, 'closing'],
];

const PART_AT =
  /^(?:the )?(?<part>moderators?|chairs?|facilitators?|keynotes?|panell?ists?)(?: speakers?)? (?:of|at|in|on) (?<at>.+)$/;

const EVENT_END =
  /\b(?:webinar|session|segment|forum|meeting|event|conference|panel|page|report|news item|article|agenda)(?: \d+)?$/;

/** "Microsoft at the partnership forum": somebody, and where. */
const MAKER_AT =
  /^(?<who>.+?) (?:at|in|during|on) (?:the |this |that )?(?<at>(?:\S+ ){0,6}?(?:webinar|session|segment|forum|meeting|event|conference|panel|hearing|summit|round ?table|workshop)(?: \d+)?)$/;

/** Words that say who made it: organizations, groups and countries become filters, the rest is a name. */
export function makerFilters(text: string, scan: ScanContext): Filter[] {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || GENERIC_MAKER.test(text)) return [];
  // "The moderator of the second panel": a part, and where it was played.
  const played = PART_AT.exec(text)?.groups;
  const part = PART_WORDS.find(([shape]) => shape.test(played?.part ?? ''))?.[1];
  if (part !== undefined && played?.at !== undefined)
    return [filter('part', part), ...makerFilters(played.at, scan)];
  const placed = MAKER_AT.exec(text)?.groups;
  if (placed?.who !== undefined && placed.at !== undefined && !GENERIC_MAKER.test(placed.who))
    return [...makerFilters(placed.who, scan), sessionFilter(placed.at, scan)];
  // "the ECOSOC segment", "the webinar": an event, not who spoke there.
  const isEvent =
    EVENT_END.test(text) &&
    !words.some((_, from) =>
      scan.vocabulary
        .at(words, from)
        ?.meanings.some(({ field }) => field === 'session' || field === 'source'),
    );
  if (isEvent) return [sessionFilter(text.replace(/^(?:the|this|that) /, ''), scan)];
  const joined = text.split(/ (?:and|or|und|et|y) /);
  if (joined.length > 1 && scan.vocabulary.at(words, 0)?.length !== words.length) {
    // "Banerjee and Popova": what either of them said.
    const each = joined.map((one) => makerFilters(one, scan));
    if (each.every((filters) => filters.length === 1)) {
      return [{ any: each.flatMap(([only]) => only?.any ?? []), not: false }];
    }
  }
  const filters: Filter[] = [];
  const name: string[] = [];
  for (let from = 0; from < words.length; ) {
    const person = scan.vocabulary.personAt(words, from);
    if (person !== undefined) {
      filters.push(filter('by', ...person.people));
      from += person.length;
      continue;
    }
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
    const own = PART_WORDS.find(([shape]) => shape.test(words[from] ?? ''))?.[1];
    if (own !== undefined) {
      filters.push(filter('part', own));
      from += 1;
      continue;
    }
    const usable =
      match !== undefined && terms.length > 0 && (match.length > 1 || isContentWord(words[from] ?? ''));
    if (usable) filters.push({ any: terms, not: false });
    else if (isContentWord(words[from] ?? '') || INITIAL.test(words[from] ?? ''))
      name.push(words[from] ?? '');
    from += usable ? match.length : 1;
  }
  // "The AROSP news item": the organization is part of what the document is called.
  const place = filters.find(({ any }) => any[0]?.field === 'session' || any[0]?.field === 'source');
  if (place && name.length === 0) return filters.filter(({ any }) => any[0]?.field !== 'by');
  if (name.length === 0) return filters;
  // "The president of Sophia University", "Popova of the ILO": one description, resolved as a whole.
  const own = filters.filter(({ any }) => any[0]?.field !== 'by');
  return [
    ...own,
    // With its small words, so that "ILO Association of Japan" is still one name.
    filter('name', (own.length < filters.length ? words : name).join('+')),
  ];
}

/** Fields of what can be compared, the likeliest meaning of a word first. */
const COMPARABLE = ['session', 'country', 'org', 'group', 'topic', 'sdg', 'line', 'date', 'source'] as const;
const LONGEST_SIDE = 5;

/** What is compared, one alternative for each side; sides that mean nothing are left out. */
export function sidesFilter(sides: readonly string[], scan: ScanContext): Filter {
  return { any: sides.flatMap((side) => sideTerm(side, scan) ?? []), not: false };
}

function sideTerm(side: string, scan: ScanContext): Term | undefined {
  const text = side.replace(/^(?:the|this|that|what) /, '');
  const words = text.split(' ').filter((word) => word !== '');
  const found = scanWords(words, { ...scan, command: 'sessions' });
  const [only] = found.filters;
  if (only && found.filters.length === 1 && found.words.length === 0) {
    for (const field of COMPARABLE) {
      const term = only.any.find((one) => one.field === field);
      // What organizations and groups said, rather than what was said of them.
      if (term) return field === 'org' || field === 'group' ? { field: 'by', value: term.value } : term;
    }
  }
  if (EVENT_END.test(text)) return { field: 'session', value: words.join('+') };
  const name = words.filter(isContentWord);
  return name.length > 0 && words.length <= LONGEST_SIDE
    ? { field: 'name', value: name.join('+') }
    : undefined;
}

/** Groups that a text begins with ("universities and companies …") and the words behind them. */
export function addressees(text: string, scan: ScanContext): { filters: Filter[]; rest: string } {
  const words = text.split(' ').filter((word) => word !== '');
  const terms: Term[] = [];
  let from = 0;
  while (from < words.length) {
    const word = words[from] ?? '';
    const match = scan.vocabulary.at(words, from);
    // An organization is addressed with its kind: resolved later.
    const group = match?.meanings.find((one) => one.field === 'group' || one.field === 'org');
    if (match && group) {
      terms.push({ field: 'to', value: group.value });
      from += match.length;
    } else if (['the', 'all', 'and', 'or', 'both', 'our'].includes(word)) from += 1;
    else break;
  }
  if (terms.length === 0) return { filters: [], rest: text };
  return { filters: [{ any: terms, not: false }], rest: words.slice(from).join(' ') };
}

/** An event told by its title, or by a few words of what it is called: resolved later. */
export function sessionFilter(text: string, scan: ScanContext): Filter {
  const words = text.split(' ').filter((word) => word !== '');
  for (let from = 0; from < words.length; from++) {
    const known = scan.vocabulary.at(words, from)?.meanings.find(({ field }) => field === 'session');
    if (known) return filter('session', known.value);
  }
  return filter('session', words.join('+'));
}
