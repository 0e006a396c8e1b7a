/** The Archive in this process: everything is read once and held in memory, indexed. */
import type { Knowledge } from '../knowledge/model.ts';
import { createVocabulary, type Vocabulary } from '../knowledge/vocabulary.ts';
import { tokenizeOnce } from '../text/analyse.ts';
import { runningText } from '../text/characters.ts';
import { distanceFrom } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { isLikelySlip, type KnownAs } from '../text/slip.ts';
import { stem } from '../text/stem.ts';
import type { Archive, Search } from './archive.ts';
import { isKnownOtherwise } from './compounds.ts';
import { createContributionSearch } from './contributions.ts';
import { createEquivalents } from './equivalents.ts';
import { createFrequent } from './frequent.ts';
import { lazy } from './lazy.ts';
import { createMaterialSearch } from './materials.ts';
import { createNameMatcher } from './names/name-matcher.ts';
import { createOrganizationSearch } from './organizations.ts';
import { createPeopleSearch } from './people.ts';
import { createRecords } from './records.ts';
import { createSessionSearch } from './sessions.ts';
import { type Alternative, createTextIndex } from './text/text-index.ts';

/** Contributions in the order of the events and of the places in their sources: what ranks equal is read in order. */
function inDocumentOrder(knowledge: Knowledge): Knowledge {
  const records = createRecords(knowledge);
  const sessions = new Map(knowledge.sessions.map(({ id }, place) => [id, place]));
  const places = new Map(
    knowledge.sources.flatMap((source) =>
      source.places.map(({ at }, place) => [`${source.id}#${at}`, place] as const),
    ),
  );
  const keyed = knowledge.contributions.map((contribution, place) => {
    const [first] = contribution.evidence;
    const at = first ? (places.get(`${first.source}#${first.at.split('-')[0]}`) ?? 0) : 0;
    return {
      contribution,
      event: sessions.get(records.root(contribution.session)?.id ?? '') ?? 0,
      at,
      place,
    };
  });
  keyed.sort((one, other) => one.event - other.event || one.at - other.at || one.place - other.place);
  return { ...knowledge, contributions: keyed.map(({ contribution }) => contribution) };
}

/**
 * The vocabulary for reading requests. A term whose meanings lead nowhere ("cybersecurity" for action line C5) is left to
 * the text search where its words do occur in the archive; otherwise it stands, so that the answer can name it.
 */
function inUse(
  vocabulary: Vocabulary,
  used: (field: string, value: string) => boolean,
  knows: (word: string) => boolean,
): Vocabulary {
  return {
    ...vocabulary,
    at(words, from) {
      const match = vocabulary.at(words, from);
      if (match === undefined || match.meanings.some(({ field, value }) => used(field, value))) return match;
      return words.slice(from, from + match.length).every(knows) ? undefined : match;
    },
  };
}

/** The words of a name as one text: initials together ("kv ramana"), scripts without spaces without any. */
function nameKey(words: readonly string[]): string {
  return runningText(words).replace(/(?<=(?:^| )[a-z]) (?=[a-z](?: |$))/g, '');
}

/** Corrections that are remembered. */
const CORRECTED = 1_000;

/** Fields that only events have. */
const EVENT_ROLES: ReadonlySet<string> = new Set(['organizer', 'supporter', 'funder', 'moderator']);

/**
 * Opens an archive over checked knowledge; linear in its size.
 * @example const archive = openArchive(await loadKnowledge('knowledge'));
 */
export function openArchive(loaded: Knowledge): Archive {
  const knowledge = inDocumentOrder(loaded);
  const vocabulary = createVocabulary(knowledge);
  const records = createRecords(knowledge);
  const equivalents = createEquivalents(knowledge.equivalents);
  const contributions = createContributionSearch(knowledge, records, vocabulary, equivalents);
  const sessions = createSessionSearch(knowledge, records, vocabulary, contributions, equivalents);
  // Not needed before somebody asks for people: a start does without.
  const people = lazy(() => createPeopleSearch(knowledge, records, vocabulary, contributions, equivalents));
  const organizations = createOrganizationSearch(knowledge, records, vocabulary, contributions);
  const materials = createMaterialSearch(knowledge, records, vocabulary);
  const names = lazy(() =>
    createNameMatcher(
      knowledge.people.map((person) => ({
        key: person.id,
        names: [person.name, ...person.aliases],
        ...(person.family === undefined ? {} : { family: [person.family] }),
      })),
    ),
  );
  const wordsIndex = (lists: readonly (readonly string[])[]) =>
    createTextIndex(lists.map((terms) => ({ fields: { terms: terms.join(' . ') } })));
  // Countries and organizations that the archive touches: their names are misspelt most and mean little else.
  const properNames = lazy(() =>
    wordsIndex(
      vocabulary.entries
        .filter(
          ({ field, value }) => (field === 'country' || field === 'org') && sessions.isUsed(field, value),
        )
        .map((entry) => entry.terms),
    ),
  );
  // What people call things without the documents' saying it so: the words of topics and groups, and equivalents.
  const terms = lazy(() =>
    wordsIndex(
      vocabulary.entries
        .filter(({ field }) => field === 'topic' || field === 'group')
        .map((entry) => entry.terms),
    ),
  );
  const everyday = lazy(() => wordsIndex(equivalents.words));
  const exact = new Set<string>();
  const keyOf = (text: string): string => nameKey(tokenizeOnce(text).map(({ word }) => word));
  for (const { name, family, aliases, id } of knowledge.people) {
    const last = fold(name).split(/\s+/).at(-1) ?? '';
    for (const known of [name, family ?? last, ...aliases, id]) exact.add(keyOf(known));
  }
  const holds = (term: string): boolean =>
    contributions.text.has(term) || sessions.knowsWord(term) || materials.knowsWord(term);
  const contains = (word: string): boolean => holds(stem(word));
  const holdsOne = (one: Alternative): boolean =>
    'term' in one ? holds(one.term) : one.phrase.every(({ term }) => holds(term));
  const knows = (word: string): boolean =>
    contains(word) ||
    equivalents.of([stem(word)]).some(holdsOne) ||
    isKnownOtherwise(word, contributions.text) ||
    sessions.isKnownOtherwise(word);
  const resolve = (ids: readonly { readonly key: string }[]) =>
    ids.flatMap(({ key }) => records.person(key) ?? []);

  /** What somebody did for an event holds for all that was said there: such a condition becomes one on the events. */
  const atEvents = (search: Search): Search =>
    search.conditions.every(({ any }) => any.every(({ field }) => !EVENT_ROLES.has(field)))
      ? search
      : {
          ...search,
          conditions: search.conditions.map(({ any, not }) => ({
            not,
            any: any.flatMap(({ field, value }) =>
              EVENT_ROLES.has(field)
                ? sessions.having(field, value).map((id) => ({ field: 'session', value: id }))
                : [{ field, value }],
            ),
          })),
        };

  const corrected = new Map<string, { readonly meant: string | undefined }>();

  /** The nearest words of each kind: names first, then what was said, then what it is called elsewhere. */
  const corrections = (word: string): { readonly meant: string; readonly of: KnownAs }[] => {
    const near: readonly (readonly [string | undefined, KnownAs])[] = [
      [properNames().correct(word), 'name'],
      [contributions.text.correct(word), 'text'],
      [sessions.correctWord(word), 'text'],
      [terms().correct(word), 'term'],
      [everyday().correct(word), 'everyday'],
    ];
    return near.flatMap(([meant, of]) => (meant === undefined ? [] : [{ meant, of }]));
  };

  return {
    revision: knowledge.revision,
    vocabulary: inUse(vocabulary, (field, value) => sessions.isUsed(field, value), contains),
    records,
    searchContributions: async (search) => contributions.search(atEvents(search)),
    countContributions: async (search, condition) => contributions.count(atEvents(search), condition),
    searchSessions: async (search, by) => sessions.search(search, by),
    searchPeople: async (search) => people().search(atEvents(search)),
    isUsed: (field, value) => sessions.isUsed(field, value),
    mostFrequent: createFrequent(knowledge.contributions),
    searchOrganizations: async (search) => organizations.search(atEvents(search)),
    searchMaterials: async (search) => materials.search(atEvents(search)),
    async correctWord(word) {
      // The readings of one question ask for the same words.
      const known = corrected.get(word);
      if (known !== undefined) return known.meant;
      const distance = distanceFrom(word);
      const likely = corrections(word).filter(({ meant, of }) => isLikelySlip(word, meant, of));
      const [best] = likely.sort((one, other) => distance(one.meant, 3) - distance(other.meant, 3));
      if (corrected.size >= CORRECTED) corrected.clear();
      corrected.set(word, { meant: best?.meant });
      return best?.meant;
    },
    nearWords: async (word) => [...new Set(corrections(word).map(({ meant }) => meant))],
    peopleInOffice: async (words, limit) => people().inOffice(words, limit),
    async matchName(name, limit) {
      const { outcome, best } = names().match(name, { limit });
      return { outcome, people: resolve(best) };
    },
    isName: async (words) => exact.has(nameKey(words)),
    completeName: async (prefix, limit) => resolve(names().complete(prefix, limit)),
    knowsWord: async (word) => knows(word),
    everything: async () => knowledge,
  };
}
