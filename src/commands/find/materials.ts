/** Documents and recordings, by the words of their titles. */
import type { Archive, Found, MaterialHit } from '../../archive/archive.ts';
import type { Query } from '../../reading/query.ts';
import { searchOf, searchPage } from '../search.ts';
import { COVERAGE, NOTHING_FOUND, SIZE } from './measures.ts';

/** Conditions that documents can meet; the others are words of their titles. */
const MATERIAL_FIELDS: ReadonlySet<string> = new Set(['session', 'source', 'date']);

/** Documents are found by the words of their titles, whatever else these words stand for. */
export async function findMaterials(query: Query, archive: Archive): Promise<Found<MaterialHit>> {
  const spoken: Query = {
    ...query,
    words: [...new Set([...query.words, ...query.literal])],
    literal: [],
    filters: query.filters.filter(({ any }) => any.every(({ field }) => MATERIAL_FIELDS.has(field))),
  };
  if (spoken.words.length === 0 && query.want !== 'materials' && query.want !== 'published') {
    return NOTHING_FOUND;
  }
  const found = await searchPage(
    archive.searchMaterials,
    searchOf(spoken, { coverage: COVERAGE, size: SIZE }),
  );
  const best = found.hits[0]?.coverage ?? 0;
  const hits = found.hits.filter(({ coverage }) => coverage >= best * 0.8);
  return found.total > SIZE ? found : { ...found, hits, total: hits.length, direct: hits.length };
}
