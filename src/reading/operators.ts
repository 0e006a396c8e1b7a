/**
 * Questions that combine what is found: two or more people, countries or events beside each other; the most or the least; what
 * somebody did for an event. They are told by operator words and by what else the question names, in whatever order.
 */

import type { Archive } from '../archive/archive.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import {
  COUNTED_FACTS,
  DOCUMENT_NOUNS,
  FIGURE_HEADS,
  FIGURE_NOUNS,
  LEADING,
  PART_NOUNS,
  PARTS_PLAYED,
  PEOPLE_NOUNS,
  PROFILE_WORDS,
  ROLE_FORMS,
} from '../lexicon/en/operators.ts';
import { isWeakWord } from '../text/weak-words.ts';
import {
  ASKS_LEAST,
  ASKS_MOST,
  attended,
  COMPARES_TWO,
  compared,
  EVENT_FIELDS,
  endsWithFigure,
  FEWER,
  NOUN_WITHIN,
  ORDERED,
  setsApart,
  without,
} from './comparisons.ts';
import type { Filter, Query, Term, Want } from './query.ts';
import { isContentWord } from './scan.ts';
import { isYear, kindOf, wordsOf } from './tokens.ts';

const ROLES = Object.entries(ROLE_FORMS) as readonly (readonly [
  keyof typeof ROLE_FORMS,
  readonly string[],
])[];

const ROLE_OF: ReadonlyMap<string, Want> = new Map(
  ROLES.flatMap(([want, forms]) => forms.map((form) => [form, want] as const)),
);

/** Words within which a question names the number that it asks for. */
const FIGURE_WITHIN = 9;

/** … where it has no question word: "average salary in Germany". */
const NAMED_WITHIN = 3;

/**
 * @param words all words of the question
 * @param plain the question without regard to its wording: names and terms as conditions, all else as words
 * @returns what the operators in it make of it, likeliest first; empty where it has none
 */
export function combined(words: readonly string[], plain: Query, archive: Archive): Query[] {
  const made: Query[] = [];
  const crowd = attended(words, { ...plain, command: 'ask', page: 1 });
  if (crowd !== undefined) return [crowd];
  const base: Query = { ...plain, command: 'ask', page: 1 };
  const event = base.filters.some(
    ({ any, not }) => !not && any.every(({ field }) => field === 'session' || field === 'source'),
  );
  const role = words.map((word) => ROLE_OF.get(word)).find((want) => want !== undefined);
  if (role !== undefined && event && /^(?:who|which|what|whose|by|name|list)$/.test(words[0] ?? '')) {
    const filters = base.filters.filter(({ any }) =>
      any.every(({ field }) => field === 'session' || field === 'source' || field === 'date'),
    );
    // Of several events each is told.
    const events = filters.filter(({ any, not }) => !not && any.every(({ field }) => field === 'session'));
    const each: Filter[] =
      events.length > 1
        ? [
            { any: events.flatMap(({ any }) => any), not: false },
            ...filters.filter((one) => !events.includes(one)),
          ]
        : filters;
    made.push({ ...base, filters: each, words: [], literal: [], want: role });
  }
  // "Which donor paid for both" asks for a donor.
  const comparison = made.length > 0 ? undefined : compared(words, base, archive);
  if (comparison !== undefined) made.push(comparison);
  made.push(...counted(words, base, archive), ...listed(words, base));
  const outside = fromSomewhere(words, base, archive);
  if (outside !== undefined) return [outside];
  const profile = profiled(words, base, archive) ?? leading(words, base);
  if (profile !== undefined) made.push(profile);
  const spoken = byGroup(words, base, archive);
  if (spoken !== undefined) made.push(spoken);
  const people = words.slice(0, NOUN_WITHIN).find((word) => PEOPLE_NOUNS.has(word));
  if (
    people !== undefined &&
    (/^(?:which|list|name|names|the|all)$/.test(words[0] ?? '') || asksNames(words)) &&
    // "Which session had speakers from …" asks for a session; "which panel 1 speakers" does not.
    !(EVENT_NOUNS.has(words[1] ?? '') && !/^\d+$/.test(words[2] ?? '') && !PEOPLE_NOUNS.has(words[2] ?? ''))
  )
    made.push({
      ...base,
      words: base.words.filter((word) => word !== people && !NAMES.has(word) && !PROFILE_WORDS.has(word)),
      // Whoever is not from a country, not what is not about it.
      filters: base.filters.map((one) =>
        one.not && one.any.every(({ field }) => field === 'country')
          ? { ...one, any: one.any.map(({ value }) => ({ field: 'from' as const, value })) }
          : one,
      ),
      want: asksNames(words) ? 'role' : 'people',
    });
  const extreme = setsApart(words);
  // "Which gap is larger, the one of 2025 or the one of 2030": of two that words alone tell apart, as of many.
  const comparative =
    comparison === undefined &&
    base.filters.filter(isSubjectOf).length < 2 &&
    /^(?:which|what)$/.test(words[0] ?? '') &&
    words.includes('or')
      ? words.find((word) => COMPARES_TWO.has(word) && !ORDERED.has(word))
      : undefined;
  const less = comparative !== undefined && FEWER.has(comparative);
  const most = extreme && (words.some((word) => ASKS_MOST.has(word)) || (comparative !== undefined && !less));
  if (most || (extreme && (less || words.some((word) => ASKS_LEAST.has(word))))) {
    made.push({
      ...base,
      words: without(
        without(without(base.words, most ? ASKS_MOST : ASKS_LEAST), FIGURE_NOUNS),
        COMPARES_TWO,
      ).filter((word) => comparative === undefined || !isYear(word)),
      literal: without(
        without(without(base.literal, most ? ASKS_MOST : ASKS_LEAST), FIGURE_NOUNS),
        COMPARES_TWO,
      ),
      want: most ? 'highest' : 'lowest',
    });
  }
  return made;
}

/** "What were the names of the two speakers", "what's her name": whose name is asked for is somebody, not a voice. */
export const asksNames = (words: readonly string[]): boolean =>
  /^(?:what (?:is|was|are|were) |whats )?(?:the |his |her |their )*(?:full |first |last )?names?\b/.test(
    words.join(' '),
  );

const isSubjectOf = ({ any, not }: Filter): boolean =>
  !not && any.some(({ field }) => field === 'topic' || field === 'group');

/** Words within which what is counted is named: "how many sustainable development goals". */
const COUNTED_WITHIN = 3;

/** "How many people gave closing remarks", "at how many of the meetings did she speak", "how many goals does it name". */
function counted(words: readonly string[], base: Query, archive: Archive): Query[] {
  const at = words.findIndex(
    (word, place) =>
      (word === 'how' && words[place + 1] === 'many') || (word === 'number' && words[place + 1] === 'of'),
  );
  if (at < 0 || at > 2) return [];
  const nouns = words
    .slice(at + 2)
    .filter((word) => !/^(?:of|the|these|those|all)$/.test(word))
    .slice(0, NOUN_WITHIN);
  const noun = nouns.slice(0, COUNTED_WITHIN).find((word) => COUNTED_FACTS[word] !== undefined);
  if (noun !== undefined) {
    const isNoun = (word: string): boolean => word === noun;
    const meant = new Set(archive.vocabulary.at([noun], 0)?.meanings.map(({ value }) => value));
    return [
      {
        ...base,
        words: base.words.filter((word) => !isNoun(word)),
        literal: base.literal.filter((word) => !isNoun(word)),
        // What is counted is no subject.
        filters: base.filters.filter(({ any }) => !any.every(({ value }) => meant.has(value))),
        want: COUNTED_FACTS[noun] as Want,
      },
    ];
  }
  const thing = nouns.find((word) => EVENT_NOUNS.has(word) && word.endsWith('s'));
  if (
    thing !== undefined &&
    base.filters.some(({ any }) => any.some(({ field }) => field === 'by' || field === 'org'))
  )
    return [
      { ...base, words: ['sessions', ...base.words.filter((word) => !EVENT_NOUNS.has(word))], want: 'count' },
    ];
  const part = words.map((word) => PARTS_PLAYED[word]).find((one) => one !== undefined);
  const people = nouns.slice(0, 3).some((word) => PEOPLE_NOUNS.has(word));
  // "How many panellists" counts them as such.
  if (
    !people ||
    part === undefined ||
    nouns.some((word) => PARTS_PLAYED[word] !== undefined && word.endsWith('s'))
  )
    return [];
  // Moderators are told of the event, whether anything that they said is on record or not.
  if (part === 'moderator') return [{ ...base, words: [], literal: [], want: 'moderators' }];
  const rest = base.words.filter(
    (word) => PARTS_PLAYED[word] === undefined && !PEOPLE_NOUNS.has(word) && !PART_NOUNS.has(word),
  );
  // The part of the event that goes by the same name ("closing remarks") says no more than what was done there.
  const events = base.filters.filter(({ any }) => any.every(({ field }) => field === 'session'));
  const filters = events.length > 1 ? base.filters.filter((one) => one !== events[0]) : base.filters;
  return [
    {
      ...base,
      filters: [...filters, { any: [{ field: 'part', value: part }], not: false }],
      words: ['people', ...rest],
      want: 'count',
    },
  ];
}

/** Nothing but a kind of entry is asked for ("which polls or votes were taken?"), or a kind of document. */
function listed(words: readonly string[], base: Query): Query[] {
  const isKind = kindOf(words[0] ?? '') !== undefined;
  if (!isKind && !/^(?:which|what|list|any|all|show|the)$/.test(words[0] ?? '')) return [];
  if (words.slice(1, NOUN_WITHIN).some((word) => DOCUMENT_NOUNS.has(word)))
    return [{ ...base, words: base.words.filter((word) => !DOCUMENT_NOUNS.has(word)), want: 'materials' }];
  const kinds = base.words.map(kindOf);
  const [first] = kinds;
  if (first === undefined || kinds.includes(undefined)) return [];
  const any = [...new Set(kinds)].map((value) => ({ field: 'kind' as const, value: value ?? '' }));
  // "Practices Fiji": of that country, or told by somebody from there.
  const filters = base.filters.map((one) => (isKind ? orFromThere(one) : one));
  return [{ ...base, filters: [...filters, { any, not: false }], words: [], literal: [] }];
}

const orFromThere = (one: Filter): Filter =>
  !one.not && one.any.every(({ field }) => field === 'country')
    ? { ...one, any: [...one.any, ...one.any.map(({ value }): Term => ({ field: 'from', value }))] }
    : one;

/** True where a question asks what a number is without "how many": "what is the share of …", "which figures …". */
export function asksFigure(words: readonly string[]): boolean {
  const asked = /^(?:what|which|whats)$/.test(words[0] ?? '') ? FIGURE_WITHIN : NAMED_WITHIN;
  if (endsWithFigure(words)) return true;
  if (
    asked === NAMED_WITHIN &&
    /^(?:who|when|where|why|how|did|does|do|is|are|was|were|can|should|list|show)$/.test(words[0] ?? '')
  )
    return false;
  return words.slice(0, asked).some((word) => FIGURE_HEADS.has(word));
}

/** "Who on the panel was (not) from the ILO?": those who were there, with some alone or without them. */
function fromSomewhere(words: readonly string[], base: Query, { vocabulary }: Archive): Query | undefined {
  const asksWho = words[0] === 'who' || words.slice(0, NOUN_WITHIN).some((word) => PEOPLE_NOUNS.has(word));
  const at = words.indexOf('from');
  if (!asksWho || at < 0) return undefined;
  const not = words.slice(Math.max(0, at - NOT_WITHIN), at).includes('not');
  let from = at + 1;
  while (/^(?:an?|the|any)$/.test(words[from] ?? '')) from += 1;
  const left = vocabulary
    .at(words, from)
    ?.meanings.find(({ field }) => field === 'org' || field === 'group' || field === 'country');
  if (left === undefined) return undefined;
  const own = new Set(vocabulary.at(words, from)?.meanings.map(({ value }) => value));
  const kept = base.filters.filter(
    ({ any }) =>
      !any.some(({ value }) => own.has(value)) &&
      any.every(({ field }) => EVENT_FIELDS.has(field) || field === 'part'),
  );
  const field = left.field === 'country' ? 'from' : 'by';
  // "Who from the ministry spoke on visas" asks for what was said; who was there and nothing else asks for people.
  const others = base.words.filter(
    (word) => !EVENT_NOUNS.has(word) && !PEOPLE_NOUNS.has(word) && !TOOK_PART.has(word) && !isWeakWord(word),
  );
  if (!not && left.field === 'country') return undefined;
  if (
    !not &&
    (others.length > 0 ||
      kept.length === 0 ||
      base.filters.filter((one) => !one.not).length > kept.length + 1)
  )
    return undefined;
  return {
    ...base,
    filters: [...kept, { any: [{ field, value: left.value }], not }],
    words: [],
    literal: [],
    want: words.some((word) => NAMES.has(word)) ? 'role' : 'people',
  };
}

/** Words between "not" and "from". */
const NOT_WITHIN = 3;

/** "Patrick Tay post", "which university is Galinium dean at": what somebody is, and nothing else. */
function profiled(words: readonly string[], base: Query, { records }: Archive): Query | undefined {
  const [only, ...others] = base.filters.filter(
    ({ any, not }) => !not && any.some(({ field }) => field === 'by'),
  );
  const person = only?.any.length === 1 ? records.person(only.any[0]?.value ?? '') : undefined;
  if (person === undefined || others.length > 0 || !words.some((word) => PROFILE_WORDS.has(word)))
    return undefined;
  const affiliated = new Set(records.appearancesOf(person.id).map(({ organization }) => organization));
  const held = new Set(
    records
      .appearancesOf(person.id)
      .flatMap(({ role = '', unit = '', organization }) =>
        wordsOf(`${role} ${unit} ${records.organization(organization ?? '')?.name ?? ''} ${person.name}`),
      ),
  );
  const told = (word: string): boolean =>
    PROFILE_WORDS.has(word) ||
    // Posts are told event by event, whichever year is asked for.
    isYear(word) ||
    held.has(word) ||
    !isContentWord(word) ||
    isWeakWord(word) ||
    AFFILIATED.has(word);
  const ofPerson = base.filters.every(({ any }) =>
    any.every(
      ({ field, value }) =>
        field === 'by' ||
        field === 'group' ||
        field === 'country' ||
        field === 'date' ||
        affiliated.has(value),
    ),
  );
  const alone = words.every(told) || (ofPerson && base.words.every(told));
  if (!alone || words.some((word) => EVENT_NOUNS.has(word))) return undefined;
  return {
    ...base,
    command: 'speaker',
    filters: only === undefined ? [] : [only],
    words: [],
    literal: [],
    want: 'role',
  };
}

/** Kinds of organization that somebody may be asked to be of. */
const AFFILIATED: ReadonlySet<string> = new Set(
  'university universities ministry union firm agency body mr mrs ms dr prof'.split(' '),
);

/** "Who heads the office for Japan?": people of it. */
function leading(words: readonly string[], base: Query): Query | undefined {
  const org = base.filters.find(({ any, not }) => !not && any.some(({ field }) => field === 'org'));
  if (words[0] !== 'who' || !words.slice(1, 4).some((word) => LEADING.has(word)) || org === undefined)
    return undefined;
  const any = org.any
    .filter(({ field }) => field === 'org')
    .map(({ value }): Term => ({ field: 'by', value }));
  return { ...base, filters: [{ any, not: false }], words: [], literal: [], want: 'people' };
}

/** "Which trade unionists spoke": people of a group or of a kind of organization. */
function byGroup(words: readonly string[], base: Query, { vocabulary }: Archive): Query | undefined {
  if (!/^(?:which|what|all|any|list|name)$/.test(words[0] ?? '')) return undefined;
  const match = vocabulary.at(words, 1);
  const group = match?.meanings.find(({ field }) => field === 'group');
  const verb = words[1 + (match?.length ?? 0)] ?? '';
  if (match === undefined || group === undefined || !TOOK_PART.has(verb)) return undefined;
  const named = new Set(match.meanings.map(({ value }) => value));
  const own = words.slice(1, 1 + match.length);
  return {
    ...base,
    filters: [
      { any: [{ field: 'by', value: group.value }], not: false },
      ...base.filters.filter(({ any }) => !any.every(({ value }) => named.has(value))),
    ],
    words: base.words.filter((word) => !TOOK_PART.has(word) && !own.includes(word) && !EVENT_NOUNS.has(word)),
    literal: base.literal.filter((word) => !own.includes(word)),
    want: 'people',
  };
}

/** Verbs behind those who were at an event. */
const TOOK_PART: ReadonlySet<string> = new Set(
  'spoke speak attended took take participated came joined presented appeared were was had said talked'.split(
    ' ',
  ),
);

const NAMES: ReadonlySet<string> = new Set(['name', 'names']);

/** Two people whom a question names together mean either of them: nobody's remark is made by two who were not asked jointly. */
export function eitherMaker(filters: readonly Filter[], archive: Archive): Filter[] {
  const isPerson = ({ any, not }: Filter): boolean =>
    !not && any.every(({ field, value }) => field === 'by' && archive.records.person(value) !== undefined);
  const people = filters.filter(isPerson);
  if (people.length < 2) return [...filters];
  const any = [...new Map(people.flatMap((one) => one.any).map((term) => [term.value, term])).values()];
  const [first] = people;
  return filters.flatMap((one) => (one === first ? [{ any, not: false }] : isPerson(one) ? [] : [one]));
}
