/** Searching the documents that sources point to: papers, recordings, presentations. */
import type { Knowledge, Material, Session, Source } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Found, MaterialHit, Records, Search } from './archive.ts';
import { NO_EQUIVALENTS } from './equivalents.ts';
import { createFacetIndex, FacetSet } from './facets.ts';
import { hitOf, pageOf, type Ranked } from './found.ts';
import { lazy } from './lazy.ts';
import { spanOf } from './records.ts';
import { createTextIndex } from './text/text-index.ts';
import {
  coverageOf,
  hasNoWords,
  markTerms,
  namesOf,
  type PreparedWords,
  prepareWords,
} from './text-query.ts';

/** Builds the index of documents: the archive's sources and those that they point to. */
export function createMaterialSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
): { search(search: Search): Found<MaterialHit>; knowsWord(term: string): boolean } {
  const roots = knowledge.sessions.filter(({ parent }) => parent === undefined);
  const all: { material: Material | Source; session: Session | undefined; part?: string }[] = [
    ...knowledge.sessions.flatMap((session) =>
      session.materials.map((material) => ({
        material,
        session: records.root(session.id) ?? session,
        part: session.id,
      })),
    ),
    ...knowledge.sources.map((material) => ({
      material,
      session: roots.find(({ evidence }) => evidence.some(({ source }) => source === material.id)),
    })),
  ];
  const sets = all.map(({ session, part }) => {
    const set = new FacetSet();
    if (session === undefined) return set;
    set.add('session', session.id);
    if (part !== undefined) set.add('session', part);
    for (const { source } of session.evidence) set.add('source', source);
    for (const { id, link } of session.sdgs) set.add('sdg', id, link);
    for (const { id, link } of session.actionLines) set.add('line', id, link);
    return set;
  });
  const facets = createFacetIndex(
    sets,
    all.map(({ session }) => (session ? spanOf(records, session.id) : undefined)),
  );
  const text = lazy(() =>
    createTextIndex(
      all.map(({ material, session }) => ({
        fields: {
          title: material.title,
          about: [
            material.kind,
            material.publisher,
            material.date,
            'places' in material ? material.short : material.note,
            'document',
            'paper',
            'material',
          ]
            .filter((part) => part !== undefined)
            .join(' . '),
          session: [session?.title, ...(session?.aliases ?? []), session?.kind, session?.series?.name]
            .filter((part) => part !== undefined)
            .join(' . '),
        },
      })),
      { weights: { title: 2, about: 1, session: 0.5 } },
    ),
  );

  function rank(search: Search, words: PreparedWords, accept: Uint8Array): Ranked[] {
    const { terms, phrases, without } = words;
    const result = text().search({ terms, phrases, without, accept, limit: all.length });
    return result.hits
      .map(({ doc, score }) => ({ doc, score, coverage: coverageOf(doc, [result], words), related: false }))
      .filter(({ coverage }) => coverage >= search.coverage);
  }

  return {
    knowsWord: (term) => text().has(term),
    search(search) {
      const { accept } = facets.evaluate(search.conditions);
      // Titles are names: another word for the same is another document's.
      const words = prepareWords(search, () => [text()], NO_EQUIVALENTS);
      for (const { doc } of words.without.length === 0
        ? []
        : text().search({ terms: words.without.map((one) => ({ any: [one] })), limit: all.length }).hits) {
        accept[doc] = 0;
      }
      const ranked = hasNoWords(search)
        ? all.flatMap((_, doc) => (accept[doc] ? [{ doc, score: 0, coverage: 1, related: false }] : []))
        : rank(search, words, accept);
      return pageOf(search, {
        ranked,
        hitOf(one) {
          const found = all[one.doc];
          return found && { ...hitOf(found.material, one, []), session: found.session };
        },
        terms: markTerms(words, namesOf(search, vocabulary)),
        unknown: words.unknown,
      });
    },
  };
}
