/**
 * What a record has, worked out the slow way: every rule of annotation spelled out for one record and one term, without
 * an index. The archive must agree with it.
 */
import type { Condition } from '../../src/archive/archive.ts';
import type { Appearance, Contribution, Knowledge, Person, Session } from '../../src/knowledge/model.ts';
import { dayRange } from '../../src/knowledge/partial-date.ts';

export type Link = 'named' | 'narrower' | 'related' | undefined;
export interface Term {
  readonly field: string;
  readonly value: string;
}

const RANK = [undefined, 'related', 'narrower', 'named'] as const;
const strongest = (links: readonly Link[]): Link =>
  RANK[Math.max(0, ...links.map((link) => RANK.indexOf(link)))];
const named = (holds: boolean): Link => (holds ? 'named' : undefined);

/** The id and everything that it belongs to, innermost first. */
function chain(
  records: readonly { readonly id: string; readonly parent?: string; readonly broader?: string }[],
  id: string | undefined,
): string[] {
  const record = records.find((one) => one.id === id);
  return record ? [record.id, ...chain(records, record.parent ?? record.broader)] : [];
}

export function createOracle(knowledge: Knowledge) {
  const { sessions, contributions, appearances, organizations, topics, groups, actionLines } = knowledge;
  const rootOf = (id: string): string => chain(sessions, id).at(-1) ?? '';
  const inside = (id: string, session: string): boolean => chain(sessions, id).includes(session);

  /** An organization counts for itself and all above it; its kind for the group and all above that. */
  const orgs = (id: string | undefined): string[] => chain(organizations, id);
  const kinds = (id: string | undefined): string[] =>
    chain(groups, organizations.find((one) => one.id === id)?.kind);

  /** What a person was at the event of a session: the first appearance there that tells an organization, or a role. */
  function affiliation(person: string, session: string): Appearance | undefined {
    const there = appearances.filter(
      (one) => one.person === person && rootOf(one.session) === rootOf(session),
    );
    return there.find((one) => one.organization) ?? there.find((one) => one.role) ?? there[0];
  }

  function ofAppearance(one: Appearance, { field, value }: Term): boolean {
    switch (field) {
      case 'by':
        return (
          one.person === value ||
          orgs(one.organization).includes(value) ||
          kinds(one.organization).includes(value)
        );
      case 'org':
        return orgs(one.organization).includes(value);
      case 'part':
        return one.part === value;
      case 'from':
        return (one.country ?? organizations.find(({ id }) => id === one.organization)?.country) === value;
      default:
        return false;
    }
  }

  const topicLink = (id: string, link: 'named' | 'related', value: string): Link => {
    if (!chain(topics, id).includes(value)) return undefined;
    return link === 'related' ? 'related' : id === value ? 'named' : 'narrower';
  };

  const dateOf = (session: string): Session['date'] =>
    chain(sessions, session)
      .map((id) => sessions.find((one) => one.id === id)?.date)
      .find((date) => date !== undefined);

  function dated(session: string, value: string): boolean {
    const date = dateOf(session);
    if (!date) return false;
    const asked = dayRange(value);
    return dayRange(date.on).from <= asked.to && dayRange(date.until ?? date.on).to >= asked.from;
  }

  /** A group and all above it are addressed; where that is only implied, the source does not name them. */
  const addressed = (one: Contribution, value: string): Link[] =>
    one.to.flatMap(({ id, implied }) =>
      chain(groups, id).includes(value) ? [implied ? 'related' : 'named'] : [],
    );

  function contributionLink(one: Contribution, term: Term): Link {
    const { field, value } = term;
    const people = one.makers.flatMap((maker) =>
      maker.kind === 'person' ? (affiliation(maker.id, one.session) ?? []) : [],
    );
    const made = one.makers.flatMap((maker) => (maker.kind === 'organization' ? [maker.id] : []));
    switch (field) {
      case 'topic':
        return strongest(one.topics.map((id) => topicLink(id, 'named', value)));
      case 'sdg':
        return strongest(one.sdgs.filter(({ id }) => `${id}` === value).map(({ link }) => link));
      case 'country':
        return named(one.countries.includes(value));
      case 'to':
        return strongest([
          ...addressed(one, value),
          ...one.to.flatMap(({ id }) => (chain(groups, value).includes(id) ? ['related' as const] : [])),
        ]);
      case 'group':
        return strongest([
          ...addressed(one, value),
          ...one.about.flatMap((id) => (kinds(id).includes(value) ? ['named' as const] : [])),
        ]);
      case 'by':
        return named(
          one.makers.some((maker) => maker.kind === 'person' && maker.id === value) ||
            made.some((id) => orgs(id).includes(value) || kinds(id).includes(value)) ||
            people.some((each) => ofAppearance(each, term)),
        );
      case 'org':
        return named(
          [...made, ...one.about].some((id) => orgs(id).includes(value)) ||
            people.some((each) => ofAppearance(each, term)),
        );
      case 'from':
        return named(people.some((each) => ofAppearance(each, term)));
      case 'part':
        // Somebody may moderate one part of an event and speak in another.
        return named(
          one.makers.some(
            (maker) =>
              maker.kind === 'person' &&
              appearances.some(
                (each) =>
                  each.person === maker.id &&
                  rootOf(each.session) === rootOf(one.session) &&
                  each.part === value,
              ),
          ),
        );
      case 'kind':
        return named(one.kind === value);
      case 'session':
        return named(inside(one.session, value));
      case 'source':
        return named(one.evidence.some(({ source }) => source === value));
      case 'date':
        return named(dated(one.session, value));
      default:
        return undefined;
    }
  }

  /** A root session has what is written on it and its parts, who appears, and what was said, a narrower topic as related. */
  function sessionLink(root: Session, term: Term): Link {
    const { field, value } = term;
    if (field === 'date') return named(dated(root.id, value));
    const all = sessions.filter((one) => inside(one.id, root.id));
    const there = appearances.filter((one) => inside(one.session, root.id));
    const held = all.flatMap((one) =>
      [...one.organizers, ...one.supporters, ...one.funders].map(({ organization }) => organization),
    );
    const own = (): Link => {
      switch (field) {
        case 'session':
          return named(all.some(({ id }) => id === value));
        case 'source':
          return named(all.some(({ evidence }) => evidence.some(({ source }) => source === value)));
        case 'sdg':
          return strongest(
            all.flatMap(({ sdgs }) => sdgs.filter(({ id }) => `${id}` === value).map(({ link }) => link)),
          );
        case 'line':
          return strongest(
            all.flatMap((one) =>
              one.actionLines
                .filter(({ id }) => chain(actionLines, id).includes(value))
                .map(({ link }) => link),
            ),
          );
        case 'topic':
          return strongest(
            all.flatMap((one) => one.topics.map(({ id, link }) => topicLink(id, link, value))),
          );
        case 'country':
          return strongest([
            ...all.flatMap((one) => one.countries.filter(({ id }) => id === value).map(({ link }) => link)),
            named(all.some(({ place }) => place?.country === value)),
            named(there.some(({ country }) => country === value)),
          ]);
        case 'org':
          return named(held.some((id) => orgs(id).includes(value)));
        case 'group':
          return named(held.some((id) => kinds(id).includes(value)));
        default:
          return undefined;
      }
    };
    const lent =
      field === 'session' || field === 'source'
        ? []
        : contributions
            .filter((one) => inside(one.session, root.id))
            .map((one) => contributionLink(one, term));
    const whole = strongest([own(), ...lent, ...there.map((one) => named(ofAppearance(one, term)))]);
    return whole === 'narrower' ? 'related' : whole;
  }

  /** What somebody was at one event: the person, the organizations, the parts and sources of their appearances there. */
  function profileLink(own: readonly Appearance[], term: Term): Link {
    switch (term.field) {
      case 'session':
        return named(own.some((one) => inside(one.session, term.value)));
      case 'source':
        return named(own.some((one) => one.evidence.some(({ source }) => source === term.value)));
      default:
        return named(own.some((one) => ofAppearance(one, term)));
    }
  }

  /** Whether one event meets all that is asked of a person, and none what is excluded. */
  function fits(person: Person, conditions: readonly Condition[]): boolean {
    const own = appearances.filter((one) => one.person === person.id);
    const events = [...new Set(own.map(({ session }) => rootOf(session)))].map((event) =>
      own.filter(({ session }) => rootOf(session) === event),
    );
    const excluded = conditions.filter(({ not }) => not);
    const wanted = conditions.filter(({ not }) => !not);
    return (
      judge(excluded, (term) => profileLink(own, term)).accepted &&
      (events.length === 0 ? [[]] : events).some(
        (there) => judge(wanted, (term) => profileLink(there, term)).accepted,
      )
    );
  }

  return { contributionLink, sessionLink, fits, rootOf, affiliation };
}

/** Whether all conditions hold, and whether some of them by a related link only. */
export function judge(
  conditions: readonly Condition[],
  linkTo: (term: Term) => Link,
): { readonly accepted: boolean; readonly related: boolean } {
  let accepted = true;
  let related = false;
  for (const { any, not } of conditions) {
    const best = strongest(any.map(linkTo));
    if (not) accepted &&= best !== 'named' && best !== 'narrower';
    else {
      accepted &&= best !== undefined;
      related ||= best === 'related';
    }
  }
  return { accepted, related };
}
