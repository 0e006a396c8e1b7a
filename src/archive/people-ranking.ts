/** Ranking people: by what they said, by their office, and by being somewhere. */
import type { Condition, Search } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import type { Equivalents } from './equivalents.ts';
import type { Evaluation } from './facets.ts';
import type { Ranked } from './found.ts';
import type { PeopleIndex } from './people-index.ts';
import { coverageOf, hasNoWords, prepareWords } from './text-query.ts';

/** Words of a profile must all match: half a job title is somebody else's. */
const PROFILE_COVERAGE = 0.99;
/** What it counts that an office alone fits, beside what fits by words that were said. */
const OFFICE_ALONE = 2;
/** Conditions on who somebody is; the others are on what they said. */
const PROFILE_FIELDS = new Set(['by', 'from', 'part', 'session', 'source', 'date']);
const PLACES = new Set(['country', 'org', 'group']);

/** A person that fits, with what they said that does, as document numbers. */
interface RankedPerson extends Ranked {
  readonly docs: readonly number[];
}

/** A `RankedPerson` that is still being added up; `doc` is the person's number. */
interface Score {
  score: number;
  coverage: number;
  docs: number[];
  related: boolean;
}

type Scores = Map<number, Score>;

/** True for a condition on who somebody is. */
export const isProfile = ({ any }: Condition): boolean => any.every(({ field }) => PROFILE_FIELDS.has(field));

/** True where what people said is asked for, and not just who they are. */
export const asksForContent = (search: Search): boolean =>
  !hasNoWords(search) || search.conditions.some((one) => !isProfile(one));

/** Where people meet all conditions at one event; whoever an exclusion names at any event is left out everywhere. */
function evaluate({ atEvents, presences }: PeopleIndex, conditions: readonly Condition[]): Evaluation {
  const found = atEvents.evaluate(conditions.filter(({ not }) => !not));
  for (const { any } of conditions.filter(({ not }) => not)) {
    const { accept, related } = atEvents.evaluate([{ any, not: false }]);
    const named = new Set<number>();
    for (const [place, { person }] of presences.entries())
      if (accept[place] && !related[place]) named.add(person);
    for (const [place, { person }] of presences.entries()) if (named.has(person)) found.accept[place] = 0;
  }
  return found;
}

/** Makers of the contributions that match. Conditions hold for the contribution itself, not just somewhere in the record. */
function bySpeech(
  { numberOf, contributions }: PeopleIndex,
  said: ContributionSearch,
  search: Search,
): Scores {
  const scores: Scores = new Map();
  for (const { doc, score, coverage, related } of said.rank(search).ranked) {
    for (const maker of contributions[doc]?.makers ?? []) {
      const number = maker.kind === 'person' ? numberOf(maker.id) : undefined;
      if (number === undefined) continue;
      const known = scores.get(number);
      if (known === undefined) scores.set(number, { score, coverage, docs: [doc], related });
      else {
        known.docs.push(doc);
        known.score = Math.max(known.score, score);
        known.coverage = Math.max(known.coverage, coverage);
        known.related &&= related;
      }
    }
  }
  return scores;
}

/** Adds who was there. "Who from Germany", "who of the ILO": who they are, where nothing but places and organizations is asked. */
function addPresent(scores: Scores, index: PeopleIndex, search: Search): void {
  const hasContent = asksForContent(search);
  const content = search.conditions.filter((one) => !isProfile(one) && !one.not);
  if (hasContent && !content.every(({ any }) => any.some(({ field }) => PLACES.has(field)))) return;
  const { accept, related } = evaluate(index, search.conditions);
  const here: Scores = new Map();
  for (const [place, { person, docs }] of index.presences.entries()) {
    if (!accept[place] || scores.has(person)) continue;
    const known = here.get(person) ?? { score: 0, coverage: 1, docs: [], related: true };
    if (!hasContent) known.docs.push(...docs);
    known.score = known.docs.length > 0 ? 1 : 0;
    known.related &&= related[place] === 1;
    here.set(person, known);
  }
  for (const [person, one] of here) scores.set(person, one);
}

/** Adds those whose office the words tell. */
function addInOffice(scores: Scores, index: PeopleIndex, search: Search, equivalents: Equivalents): void {
  for (const { person, score } of rankByOffice(index, search, equivalents)) {
    const known = scores.get(person);
    if (known) known.score += score;
    else scores.set(person, { score: score * OFFICE_ALONE, coverage: 1, docs: [], related: false });
  }
}

/**
 * People whose profile at some event holds all the words, best first. Half a job title is somebody else's, and no title
 * is about a topic.
 */
export function rankByOffice(
  index: PeopleIndex,
  search: Pick<Search, 'words' | 'phrases' | 'without' | 'conditions'>,
  equivalents: Equivalents,
): { readonly person: number; readonly score: number }[] {
  const { presences, profiles } = index;
  if (search.words.length === 0 || !search.conditions.every(isProfile)) return [];
  const words = prepareWords({ ...search, concepts: [] }, () => [profiles()], equivalents);
  const { terms, phrases, without } = words;
  const { accept } = evaluate(index, search.conditions);
  const best = new Map<number, number>();
  const result = profiles().search({ terms, phrases, without, accept, limit: presences.length });
  for (const { doc, score } of result.hits) {
    const person = presences[doc]?.person;
    if (person !== undefined && !best.has(person) && coverageOf(doc, [result], words) >= PROFILE_COVERAGE)
      best.set(person, score);
  }
  return [...best].map(([person, score]) => ({ person, score }));
}

/** All people who fit, direct ones first, then by score. */
export function rankPeople(
  index: PeopleIndex,
  said: ContributionSearch,
  search: Search,
  equivalents: Equivalents,
): RankedPerson[] {
  const scores: Scores = asksForContent(search) ? bySpeech(index, said, search) : new Map();
  if (hasNoWords(search)) addPresent(scores, index, search);
  else if (search.concepts.length === 0) addInOffice(scores, index, search, equivalents);
  return [...scores]
    .map(([doc, one]) => ({ doc, ...one }))
    .filter(({ coverage }) => coverage >= search.coverage)
    .sort(
      (one, other) =>
        Number(one.related) - Number(other.related) || other.score - one.score || one.doc - other.doc,
    );
}
