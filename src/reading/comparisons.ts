/** Questions that set things beside each other: people, countries or topics; events by how many came; comparatives, extremes. */
import type { Archive } from '../archive/archive.ts';
import { ATTENDANCE_NOUNS, EVENT_NOUNS } from '../lexicon/en/events.ts';
import {
  BETWEEN_SIDES,
  COMPARATIVES,
  COMPARING,
  HAVE_MINIMUM,
  LEAST,
  MOST,
  NO_EXTREMES,
  PEOPLE_NOUNS,
} from '../lexicon/en/operators.ts';
import type { Field, Query, Term } from './query.ts';

const COMPARES: ReadonlySet<string> = new Set(COMPARING);

export const COMPARES_TWO: ReadonlySet<string> = new Set(COMPARATIVES);

export const ASKS_MOST: ReadonlySet<string> = new Set(MOST);

export const ASKS_LEAST: ReadonlySet<string> = new Set(LEAST);

/** Fields whose values can stand beside each other, the likeliest first. */
const SIDES: readonly (readonly Field[])[] = [
  ['by'],
  ['session', 'source'],
  ['country', 'from'],
  ['org'],
  ['topic', 'group'],
];

/** Words within which a question names what it asks for. */
export const NOUN_WITHIN = 6;

/** More sides than this are a list, not a comparison. */
const MOST_SIDES = 4;

export const without = (words: readonly string[], taken: ReadonlySet<string>): string[] =>
  words.filter((word) => !taken.has(word));

/** "Most people think" speaks of people in general; "the most people" of a number. */
const NOTHING_APART = new RegExp(`\\b(?:${NO_EXTREMES.join('|')}|(?<!the )most people)\\b`);
/** Words between "minimum" and what has one. */
const MINIMUM_WITHIN = 3;
const isMinimumOf = (word: string, place: number, words: readonly string[]): boolean =>
  word === 'minimum' && words.slice(place + 1, place + MINIMUM_WITHIN).some((one) => HAVE_MINIMUM.has(one));

/** True where "most" and the like may set something apart from others: "how can we get the most out of it" asks for no extreme. */
export function setsApart(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    !NOTHING_APART.test(text) &&
    !words.some(isMinimumOf) &&
    !/^how (?!(?:many|much|big|large|high|long)\b)/.test(text)
  );
}

/** "…, how many each?", "… the percentage for both": a number is asked for at the end. */
export const endsWithFigure = (words: readonly string[]): boolean =>
  /\b(?:how (?:many|much)|(?:percentages?|figures?|numbers?|shares?) (?:for|of))(?: (?:for )?(?:each|both|either|all|respectively|are there|of them|in all))?$/.test(
    words.join(' '),
  );

/** "Which webinar had more participants, A or B": the events by how many came, whatever tells which they are. */
export function attended(words: readonly string[], base: Query): Query | undefined {
  const more = words.find(
    (word) => (COMPARES_TWO.has(word) && !ORDERED.has(word)) || ASKS_MOST.has(word) || ASKS_LEAST.has(word),
  );
  const people = words.some((word) => ATTENDANCE_NOUNS.has(word) || PEOPLE_NOUNS.has(word));
  // "The most urgent need of the participants" compares no crowds.
  const place = more === undefined ? -1 : words.indexOf(more);
  const apart =
    words.slice(place, place + CROWD_WITHIN).some(isCrowd) ||
    words.slice(Math.max(0, place - CROWD_WITHIN), place).some(isCrowd);
  if (more === undefined || !people || !apart || !words.some((word) => EVENT_NOUNS.has(word)))
    return undefined;
  if (!/^(?:which|what|at|did|was|were|do)$/.test(words[0] ?? '') || !setsApart(words)) return undefined;
  const sides = base.filters.flatMap(({ any, not }) =>
    not ? [] : any.filter(({ field }) => EVENT_FIELDS.has(field)).slice(0, 1),
  );
  return {
    ...base,
    // One side that is known is compared with all: the other was told in words.
    filters: sides.length < 2 ? [] : [{ any: sides, not: false }],
    words: ['event', 'participants'],
    literal: [],
    want: ASKS_LEAST.has(more) || FEWER.has(more) ? 'lowest' : 'highest',
  };
}

/** Words between "most" and those who came. */
const CROWD_WITHIN = 3;
const isCrowd = (word: string): boolean => ATTENDANCE_NOUNS.has(word) || PEOPLE_NOUNS.has(word);

export const EVENT_FIELDS: ReadonlySet<string> = new Set([
  'session',
  'source',
  'org',
  'by',
  'date',
  'organizer',
]);

export const FEWER: ReadonlySet<string> = new Set([
  'fewer',
  'less',
  'smaller',
  'lower',
  'shorter',
  'cheaper',
]);

/** Comparatives of time. */
const IN_TIME: ReadonlySet<string> = new Set([
  'first',
  'earlier',
  'later',
  'older',
  'newer',
  'before',
  'after',
]);

/** Comparatives of order and judgement, which no figure tells. */
export const ORDERED: ReadonlySet<string> = new Set([
  'earlier',
  'later',
  'first',
  'older',
  'newer',
  'better',
  'worse',
]);

/** Two or more of one kind, and a word that sets them beside each other or "or" between them. */
export function compared(words: readonly string[], base: Query, archive: Archive): Query | undefined {
  const two = words.some((word) => COMPARES_TWO.has(word)) && words.includes('or');
  if (!two && !words.some((word) => COMPARES.has(word))) return undefined;
  // Who was at both events is asked of people, not a comparison of the events.
  const asksWho = words[0] === 'who' || words.slice(0, NOUN_WITHIN).some((word) => PEOPLE_NOUNS.has(word));
  for (const fields of SIDES) {
    if (asksWho && !two && fields.includes('session')) continue;
    const own = base.filters.filter(
      ({ any, not }) => !not && any.some(({ field }) => fields.includes(field)),
    );
    const terms = own.flatMap(({ any }): Term[] =>
      any.filter(({ field }) => fields.includes(field)).slice(0, own.length > 1 ? 1 : any.length),
    );
    const named = [...new Map(terms.map((term) => [term.value, term])).values()];
    // Topics are words like others: those are compared that stand on either side of the operator.
    if (fields.includes('topic') && endsWithFigure(words)) continue;
    const sides = fields.includes('topic') ? named.filter((term) => isSide(term, words, archive)) : named;
    if (sides.length < 2 || sides.length > MOST_SIDES) continue;
    const rest = base.filters.filter((one) => !own.includes(one));
    // "Which came first, the summit or the hearing?": what tells is their dates.
    if (fields.includes('session') && words.some((word) => IN_TIME.has(word)))
      return { ...base, filters: [{ any: sides, not: false }], words: [], literal: [], want: 'date' };
    // Organizations that spoke are compared by what they said.
    const any = sides.map(
      (term): Term =>
        term.field === 'org' && archive.records.organization(term.value)
          ? { field: 'by', value: term.value }
          : term,
    );
    return {
      ...base,
      filters: [{ any, not: false }, ...rest],
      words: without(without(base.words, COMPARES), COMPARES_TWO),
      literal: without(without(base.literal, COMPARES), COMPARES_TWO),
      want: 'compare',
    };
  }
  return undefined;
}

/** Words between a side and its operator. */
const SIDE_WITHIN = 2;

/** True for a topic that stands beside the operator, or in a question whose operator stands elsewhere ("compare … and …"). */
function isSide({ value }: Term, words: readonly string[], { vocabulary }: Archive): boolean {
  const operators = words.flatMap((word, place) => (BETWEEN_SIDES.has(word) ? [place] : []));
  if (operators.length === 0) return true;
  return words.some((_, from) => {
    const match = vocabulary.at(words, from);
    if (match === undefined || !match.meanings.some((meaning) => meaning.value === value)) return false;
    const end = from + match.length;
    return operators.some(
      (place) =>
        (end <= place && place - end < SIDE_WITHIN) || (from > place && from - place - 1 <= SIDE_WITHIN),
    );
  });
}
