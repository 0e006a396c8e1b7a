/**
 * What an entry says in so many words. Words are read as a topic, a country or an organization where the vocabulary has them,
 * and an entry that curators did not link to that may still hold the very words: "Swiss" in the name of a university in
 * Indonesia. An entry whose own text has everything that was typed meets what was asked, whatever else it may mean.
 */
import type { Contribution } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { type AnalysedWord, analyse, wordsIn } from '../text/analyse.ts';
import { wordsOfContribution } from './annotate.ts';
import type { Condition, Records, Search } from './archive.ts';
import type { ContributionIndex } from './contribution-index.ts';
import { lazy } from './lazy.ts';
import type { QueryTerm } from './text/text-index.ts';

/** Fields that words of a text are read as; what else is demanded stands beside a text and not in it. */
const IN_TEXTS: ReadonlySet<string> = new Set([
  'topic',
  'group',
  'to',
  'country',
  'org',
  'sdg',
  'line',
  'kind',
]);
/** Entries that hold all words of which so many are looked at; where there are more, nothing tells which is meant. */
const MOST = 60;
/** Entries whose words are remembered. */
const REMEMBERED = 5_000;

/**
 * The entries, by their numbers, whose own text has all that a search asks for; true for those that meet its conditions as
 * well.
 */
export type Verbatim = (search: Search) => ReadonlyMap<number, boolean>;

const NONE: ReadonlyMap<number, boolean> = new Map();

const stemsOf = (text: string): string[] => analyse(text).map(({ term }) => term);

export function createVerbatim(
  index: ContributionIndex,
  records: Records,
  { entries }: Vocabulary,
): Verbatim {
  const { contributions, facets, text } = index;
  const named = lazy(() => new Map(entries.map((one) => [`${one.field}:${one.value}`, one.terms])));
  const stems = new Map<number, ReadonlySet<string>>();

  const own = (doc: number): ReadonlySet<string> => {
    const known = stems.get(doc);
    if (known !== undefined) return known;
    if (stems.size >= REMEMBERED) stems.clear();
    const made = new Set(wordsOfContribution(contributions[doc] as Contribution).flatMap(stemsOf));
    stems.set(doc, made);
    return made;
  };

  const namesOf = (field: string, value: string): readonly string[] =>
    field === 'kind'
      ? [value]
      : field === 'by'
        ? wordsIn(records.person(value)?.name ?? '')
        : (named().get(`${field === 'to' ? 'group' : field}:${value}`) ?? []);

  /** The ways in which a text may name what a condition demands. */
  const namings = ({ any }: Condition): AnalysedWord[][] =>
    any
      .flatMap(({ field, value }) => namesOf(field, value))
      .map((name) => analyse(name))
      .filter((one) => one.length > 0);

  return (search) => {
    const typed = [...new Set([...search.words, ...search.literal].flatMap(stemsOf))];
    const conditions = [...search.conditions, ...search.concepts];
    // What is asked by conditions alone is met by them alone: a narrowing leaves as many entries as it says.
    if (typed.length === 0 || typed.length + conditions.length < 2) return NONE;
    // Whose remarks are asked for made them; a name among free words may be of somebody who is told of.
    const isTold = (one: Condition): boolean =>
      !one.not &&
      (one.any.every(({ field }) => IN_TEXTS.has(field)) ||
        (one.any.every(({ field }) => field === 'by') &&
          namings(one).some(([name]) => name !== undefined && search.literal.includes(name.word))));
    const told = conditions.filter(isTold);
    const demands = told.map((one) => ({ held: facets.holds(one), ways: namings(one) }));
    const terms: QueryTerm[] = typed.map((term) => ({ any: [{ term }] }));
    const { accept } = facets.evaluate(conditions.filter((one) => !told.includes(one)));
    const { hits } = text().search({ terms, minimum: terms.length, accept, limit: MOST });
    const holding = new Map<number, boolean>();
    for (const { doc } of hits) {
      const words = own(doc);
      const names = (ways: readonly AnalysedWord[][]): boolean =>
        ways.some((way) => way.every(({ term }) => words.has(term)));
      const isSaid =
        typed.every((term) => words.has(term)) &&
        demands.every(({ held, ways }) => held[doc] === 2 || names(ways));
      if (isSaid)
        holding.set(
          doc,
          demands.every(({ held }) => held[doc] === 2),
        );
    }
    return holding;
  };
}
