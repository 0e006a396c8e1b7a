/** Why a session was found: what was said there that shows it, and who was there that was asked for. */
import type { Appearance, Session } from '../knowledge/model.ts';
import type { Records, Search } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import type { Equivalents } from './equivalents.ts';
import type { Ranked } from './found.ts';
import type { SessionIndex } from './session-index.ts';
import { hasNoWords } from './text-query.ts';

const PROOFS = 2;
/** What a contribution gains by a condition that it meets; more than words can make up for. */
const MEETS = 10;
/** Conditions that every contribution of a session meets alike. */
const NO_PROOF = new Set(['date', 'session', 'source']);
const PERSONAL = new Set(['by', 'org', 'group', 'country']);
const NO_SCORES: ReadonlyMap<number, number> = new Map();

/** What the words score in the contributions of the sessions that are shown. */
function scoresWithin(
  { roots, docsOf }: SessionIndex,
  said: ContributionSearch,
  search: Search,
  shown: readonly Ranked[],
  alike: Equivalents,
): ReadonlyMap<number, number> {
  if (shown.length === 0 || (hasNoWords(search) && search.literal.length === 0)) return NO_SCORES;
  const docs = shown.flatMap(({ doc }) => docsOf((roots[doc] as Session).id));
  return docs.length === 0 ? NO_SCORES : said.scores(search, docs, alike);
}

/** Gives, for the sessions that are shown, the contributions that best show why each was found, as document numbers. */
export function provingSessions(
  index: SessionIndex,
  said: ContributionSearch,
  search: Search,
  shown: readonly Ranked[],
  alike: Equivalents,
): (root: Session) => number[] {
  const scores = scoresWithin(index, said, search, shown, alike);
  const wanted = [...search.conditions, ...search.concepts]
    .filter(({ any, not }) => !not && any.some(({ field }) => !NO_PROOF.has(field)))
    .map((one) => said.facets.holds(one));
  return (root) => {
    const telling: { readonly doc: number; readonly score: number }[] = [];
    for (const doc of index.docsOf(root.id)) {
      let score = scores.get(doc) ?? 0;
      for (const held of wanted) if (held[doc] !== 0) score += MEETS;
      if (score > 0) telling.push({ doc, score });
    }
    return telling
      .sort((one, other) => other.score - one.score || one.doc - other.doc)
      .slice(0, PROOFS)
      .map(({ doc }) => doc);
  };
}

function meets(records: Records, appearance: Appearance, field: string, value: string): boolean {
  if (field === 'country') return appearance.country === value;
  if (appearance.person === value) return true;
  const { organization } = appearance;
  return (
    organization !== undefined &&
    (records.isWithin(organization, value) ||
      records.isWithin(records.organization(organization)?.kind ?? '', value))
  );
}

/** Who appeared in a session that a condition on people or what they belong to asks for. */
export function appearancesFor(records: Records, root: Session, { conditions }: Search): Appearance[] {
  const personal = conditions
    .filter((one) => !one.not && one.any.some(({ field }) => PERSONAL.has(field)))
    .flatMap(({ any }) => any);
  if (personal.length === 0) return [];
  return records
    .appearancesIn(root.id)
    .filter((appearance) => personal.some(({ field, value }) => meets(records, appearance, field, value)));
}
