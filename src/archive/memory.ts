/** The Archive in this process: everything is read once and held in memory, indexed. */
import type { Knowledge } from '../knowledge/model.ts';
import { createVocabulary } from '../knowledge/vocabulary.ts';
import { tokenize } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import type { Archive } from './archive.ts';
import { createContributionSearch } from './contributions.ts';
import { createMaterialSearch } from './materials.ts';
import { createNameMatcher } from './names/name-matcher.ts';
import { createPeopleSearch } from './people.ts';
import { createRecords } from './records.ts';
import { createSessionSearch } from './sessions.ts';
import { isLikelySlip } from './words.ts';

/** Opens an archive over checked knowledge; linear in its size. */
export function openArchive(knowledge: Knowledge): Archive {
  const vocabulary = createVocabulary(knowledge);
  const records = createRecords(knowledge);
  const contributions = createContributionSearch(knowledge, records, vocabulary);
  const sessions = createSessionSearch(knowledge, records, vocabulary, contributions);
  const people = createPeopleSearch(knowledge, records, vocabulary, contributions);
  const materials = createMaterialSearch(knowledge, records, vocabulary);
  const names = createNameMatcher(
    knowledge.people.map((person) => ({
      key: person.id,
      names: [person.name, ...person.aliases],
      ...(person.family === undefined ? {} : { family: [person.family] }),
    })),
  );
  const exact = new Set<string>();
  const keyOf = (text: string): string =>
    tokenize(text)
      .map((token) => token.word)
      .join(' ');
  for (const { name, family, aliases, id } of knowledge.people) {
    const last = fold(name).split(/\s+/).at(-1) ?? '';
    for (const known of [name, family ?? last, ...aliases, id]) exact.add(keyOf(known));
  }
  const resolve = (ids: readonly { readonly key: string }[]) =>
    ids.flatMap(({ key }) => records.person(key) ?? []);

  return {
    revision: knowledge.revision,
    vocabulary,
    records,
    searchContributions: async (search) => contributions.search(search),
    searchSessions: async (search) => sessions.search(search),
    searchPeople: async (search) => people.search(search),
    isUsed: (field, value) => sessions.isUsed(field, value),
    searchMaterials: async (search) => materials.search(search),
    async correctWord(word) {
      const candidates = [contributions.text.correct(word), sessions.correctWord(word)];
      return candidates.find((one) => one !== undefined && isLikelySlip(word, one));
    },
    async matchName(name, limit) {
      const { outcome, best } = names.match(name, { limit });
      return { outcome, people: resolve(best) };
    },
    isName: async (words) => exact.has(words.join(' ')),
    completeName: async (prefix, limit) => resolve(names.complete(prefix, limit)),
    async knowsWord(word) {
      const term = stem(word);
      return contributions.text.has(term) || sessions.knowsWord(term) || materials.knowsWord(term);
    },
    everything: async () => knowledge,
  };
}
