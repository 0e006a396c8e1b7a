/** Searching organizations: by what they did at one event, by what their people said there, and by who is only mentioned. */
import type { Appearance, Evidence, Knowledge } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { addOrganization, lendSaid } from './annotate.ts';
import type { Found, OrganizationHit, OrganizationPart, Records, Search } from './archive.ts';
import type { ContributionSearch } from './contributions.ts';
import { createFacetIndex, FacetSet } from './facets.ts';
import { hitOf, pageOf } from './found.ts';
import { lazy } from './lazy.ts';
import { spanOf } from './records.ts';
import { hasNoWords, markTerms, namesOf } from './text-query.ts';

/** An organization at one event. */
interface Presence {
  readonly organization: string;
  readonly event: string;
  readonly roles: Set<OrganizationPart['roles'][number]>;
  readonly appearances: Appearance[];
  readonly evidence: Evidence[];
  /** What it, its people, or others of it, said there, as document numbers. */
  readonly docs: Set<number>;
}

interface OrganizationSearch {
  /** Those that took part in an event are direct; those that are only mentioned there are related. */
  search(search: Search): Found<OrganizationHit>;
}

function presencesOf(knowledge: Knowledge, records: Records, said: ContributionSearch): Presence[] {
  const made = new Map<string, Presence>();
  const at = (organization: string, session: string): Presence => {
    const event = records.root(session)?.id ?? session;
    const key = `${organization} ${event}`;
    const known = made.get(key) ?? {
      organization,
      event,
      roles: new Set(),
      appearances: [],
      evidence: [],
      docs: new Set(),
    };
    made.set(key, known);
    return known;
  };
  for (const session of knowledge.sessions) {
    const all = [
      ['organizer', session.organizers],
      ['supporter', session.supporters],
      ['funder', session.funders],
    ] as const;
    for (const [role, organizations] of all) {
      for (const { organization, evidence } of organizations) {
        const presence = at(organization, session.id);
        presence.roles.add(role);
        presence.evidence.push(...evidence);
      }
    }
  }
  for (const appearance of knowledge.appearances) {
    if (appearance.organization === undefined) continue;
    const presence = at(appearance.organization, appearance.session);
    presence.roles.add('represented');
    presence.appearances.push(appearance);
    presence.evidence.push(...appearance.evidence);
  }
  knowledge.contributions.forEach(({ makers, session, evidence }, doc) => {
    for (const maker of makers) {
      const own =
        maker.kind === 'organization'
          ? maker.id
          : maker.kind === 'person'
            ? records.affiliation(maker.id, session)?.organization
            : undefined;
      if (own === undefined) continue;
      const presence = at(own, session);
      if (maker.kind === 'organization' && presence.roles.size === 0) {
        presence.roles.add('represented');
        presence.evidence.push(...evidence);
      }
      presence.docs.add(doc);
    }
    for (const key of said.sets[doc]?.entries.keys() ?? []) {
      if (!key.startsWith('org:')) continue;
      const presence = at(key.slice('org:'.length), session);
      if (presence.roles.size === 0) presence.docs.add(doc);
    }
  });
  return [...made.values()];
}

function facetsOf(presence: Presence, records: Records, said: ContributionSearch): FacetSet {
  const set = new FacetSet();
  const { organization, event, roles, appearances, evidence, docs } = presence;
  addOrganization(set, records, organization, ['by', 'org']);
  addOrganization(set, records, organization, ['org']);
  const country = records.organization(organization)?.country;
  for (const one of [country, ...appearances.map((each) => each.country)]) {
    if (one === undefined) continue;
    set.add('country', one);
    set.add('from', one);
  }
  set.add('session', event);
  for (const one of appearances) {
    set.add('session', one.session);
    set.add('part', one.part);
    set.add('by', one.person);
  }
  for (const { source } of evidence) set.add('source', source);
  // Where it is only mentioned, whatever else is said there says nothing of it but the subject.
  for (const doc of docs) {
    const own = said.sets[doc];
    if (own) lendSaid(own, set, roles.size > 0);
  }
  return set;
}

/** A search over organizations; its index is built when it is first used, linear in the size of the knowledge. */
export function createOrganizationSearch(
  knowledge: Knowledge,
  records: Records,
  vocabulary: Vocabulary,
  said: ContributionSearch,
): OrganizationSearch {
  // Built when an organization is first asked for: few requests are.
  const index = lazy(() => {
    const order = new Map(knowledge.organizations.map(({ id }, place) => [id, place]));
    const presences = presencesOf(knowledge, records, said).sort(
      (one, other) => (order.get(one.organization) ?? 0) - (order.get(other.organization) ?? 0),
    );
    const facets = createFacetIndex(
      presences.map((one) => facetsOf(one, records, said)),
      presences.map(({ event }) => spanOf(records, event)),
    );
    return { presences, facets };
  });

  return {
    search(search) {
      const { presences, facets } = index();
      const { accept } = facets.evaluate(search.conditions);
      const spoken = hasNoWords(search) && search.without.length === 0 ? undefined : said.rank(search);
      const scores = spoken && new Map(spoken.ranked.map(({ doc, score }) => [doc, score]));
      const found = new Map<string, { places: number[]; score: number; related: boolean }>();
      for (const [place, { organization, roles, docs }] of presences.entries()) {
        if (!accept[place]) continue;
        let score = scores ? 0 : 1;
        for (const doc of scores ? docs : []) score = Math.max(score, scores?.get(doc) ?? 0);
        if (score === 0) continue;
        const one = found.get(organization) ?? { places: [], score: 0, related: true };
        one.places.push(place);
        one.score = Math.max(one.score, score);
        one.related &&= roles.size === 0;
        found.set(organization, one);
      }
      const ranked = [...found]
        .map(([id, one]) => ({ id, coverage: 1, ...one }))
        .sort((one, other) => Number(one.related) - Number(other.related) || other.score - one.score);
      return pageOf(search, {
        ranked,
        hitOf(one) {
          const record = records.organization(one.id);
          if (!record) return undefined;
          const [first = 0] = one.places;
          const there = one.places.flatMap((place) => presences[place] ?? []);
          const mentions = one.related ? there.flatMap(({ docs }) => [...docs]) : [];
          return {
            ...hitOf(record, one, facets.reasons(first, search.conditions)),
            parts: there.flatMap(({ event, roles, appearances, evidence }) =>
              roles.size === 0 ? [] : [{ session: event, roles: [...roles], appearances, evidence }],
            ),
            mentions: mentions.flatMap((doc) => knowledge.contributions[doc] ?? []),
          };
        },
        terms: spoken ? markTerms(spoken.words, namesOf(search, vocabulary)) : [],
        unknown: spoken?.words.unknown ?? [],
      });
    },
  };
}
