/** Searching organizations: by what they did at one event, by what their people said there, and by who is only mentioned. */
import type { Appearance, Evidence, Knowledge } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { addOrganization, lendSaid } from './annotate.ts';
import type { Found, OrganizationHit, OrganizationPart, Records, Search } from './archive.ts';
import { type ContributionSearch, namesOf, spanOf } from './contributions.ts';
import { createFacetIndex, FacetSet } from './facets.ts';
import { lazy } from './lazy.ts';
import { hasNoWords, markTerms } from './text-query.ts';

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

export interface OrganizationSearch {
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
      const found = new Map<string, { places: number[]; score: number; direct: boolean }>();
      for (const [place, { organization, roles, docs }] of presences.entries()) {
        if (!accept[place]) continue;
        let score = scores ? 0 : 1;
        for (const doc of scores ? docs : []) score = Math.max(score, scores?.get(doc) ?? 0);
        if (score === 0) continue;
        const one = found.get(organization) ?? { places: [], score: 0, direct: false };
        one.places.push(place);
        one.score = Math.max(one.score, score);
        one.direct ||= roles.size > 0;
        found.set(organization, one);
      }
      const ranked = [...found].sort(
        ([, one], [, other]) => Number(other.direct) - Number(one.direct) || other.score - one.score,
      );
      const direct = ranked.filter(([, one]) => one.direct);
      return {
        total: ranked.length,
        direct: direct.length,
        hits: ranked.slice(search.offset, search.offset + search.limit).flatMap(([id, one]) => {
          const record = records.organization(id);
          if (!record) return [];
          const [first = 0] = one.places;
          return [
            {
              record,
              score: one.score,
              coverage: 1,
              relation: one.direct ? ('direct' as const) : ('related' as const),
              reasons: facets.reasons(first, search.conditions),
              parts: one.places.flatMap((place): OrganizationPart[] => {
                const presence = presences[place];
                if (!presence || presence.roles.size === 0) return [];
                const { event, roles, appearances, evidence } = presence;
                return [{ session: event, roles: [...roles], appearances, evidence }];
              }),
              mentions: one.direct
                ? []
                : one.places.flatMap((place) =>
                    [...(presences[place]?.docs ?? [])].flatMap((doc) => knowledge.contributions[doc] ?? []),
                  ),
            },
          ];
        }),
        facets: [],
        terms: spoken ? markTerms(spoken.words, namesOf(search, vocabulary)) : [],
        unknown: spoken?.words.unknown ?? [],
      };
    },
  };
}
