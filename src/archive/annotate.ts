/**
 * Annotation: which facets a contribution, a session and a person have. What the curator wrote counts, what the text
 * mentions in the vocabulary's words counts, and whatever is narrower counts for the broader.
 */

import type { Appearance, Contribution, Knowledge, Session } from '../knowledge/model.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { CURRENCIES } from '../lexicon/en/currencies.ts';
import { NUMBER_WORDS } from '../lexicon/en/numbers.ts';
import { wordsIn } from '../text/analyse.ts';
import type { Records } from './archive.ts';
import { FacetSet, type Link } from './facets.ts';

/** Fields whose values have broader ones, with the way up. */
function broader(records: Records, field: string, value: string): string | undefined {
  switch (field) {
    case 'topic':
      return records.topic(value)?.broader;
    case 'group':
    case 'to':
      return records.group(value)?.broader;
    case 'line':
      return records.actionLine(value)?.parent;
    case 'org':
      return records.organization(value)?.parent;
    default:
      return undefined;
  }
}

function addWithBroader(
  set: FacetSet,
  records: Records,
  field: string,
  value: string,
  link: Link = 'named',
): void {
  const seen = new Set<string>();
  for (
    let one: string | undefined = value;
    one !== undefined && !seen.has(one);
    one = broader(records, field, one)
  ) {
    set.add(field, one, link === 'named' && field === 'topic' && one !== value ? 'narrower' : link);
    seen.add(one);
  }
}

/** What a contribution says of those who made it, or (`whole` false) of those whom it mentions: its subject alone. */
export function lendSaid(from: FacetSet, to: FacetSet, whole: boolean): void {
  for (const [key, link] of from.entries) {
    const field = key.slice(0, key.indexOf(':'));
    if (SUBJECTS.has(field) || (whole && field === 'kind')) to.add(field, key.slice(field.length + 1), link);
  }
}

const SUBJECTS: ReadonlySet<string> = new Set(['topic', 'sdg', 'to']);

/** An organization as a maker or as somebody's affiliation: itself, what it is a unit of, and its group. */
export function addOrganization(
  set: FacetSet,
  records: Records,
  id: string,
  roles: readonly ('by' | 'org')[],
): void {
  const seen = new Set<string>();
  for (let one = records.organization(id); one && !seen.has(one.id); ) {
    seen.add(one.id);
    for (const role of roles) set.add(role, one.id);
    const next: string | undefined = one.parent;
    if (!next) break;
    one = records.organization(next);
  }
  const group = records.organization(id)?.kind;
  for (let one = group; one !== undefined && !seen.has(`group ${one}`); one = records.group(one)?.broader) {
    seen.add(`group ${one}`);
    set.add(roles.includes('by') ? 'by' : 'group', one);
  }
}

/** Everything that was said in the words of a contribution, as texts that belong together but do not run on. */
export function wordsOfContribution(contribution: Contribution): string[] {
  const { title, text, keywords, figure, poll } = contribution;
  const options = poll?.options.flatMap(({ label, result }) => [label, result]) ?? [];
  return [title, text, ...keywords, figure?.subject, figure?.unit, poll?.question, ...options].filter(
    (part) => part !== undefined,
  );
}

function addMentions(set: FacetSet, records: Records, vocabulary: Vocabulary, text: string): void {
  const words = wordsIn(text);
  for (const match of vocabulary.scan(words)) {
    for (const { field, value } of match.meanings) {
      // Goals, action lines and sessions are linked by curators alone: their names are everyday words.
      if (field === 'topic' || field === 'group') addWithBroader(set, records, field, value);
      else if (field === 'country') set.add(field, value);
      else if (field === 'org') addWithBroader(set, records, field, value);
    }
  }
}

function addAppearance(set: FacetSet, records: Records, appearance: Appearance): void {
  set.add('by', appearance.person);
  set.add('part', appearance.part);
  const country = appearance.country ?? records.organization(appearance.organization ?? '')?.country;
  if (country) set.add('from', country);
  if (appearance.organization) addOrganization(set, records, appearance.organization, ['by', 'org']);
}

/** Facets of one contribution that are not the session's. */
const NOT_LENT: ReadonlySet<string> = new Set(['session', 'source', 'has']);

/** Lends facets to the session that they stand in: what names a narrower topic only relates the session to the broader. */
function lend(from: FacetSet, to: FacetSet, except: ReadonlySet<string> = new Set()): void {
  for (const [key, link] of from.entries) {
    const field = key.slice(0, key.indexOf(':'));
    if (!except.has(field))
      to.add(field, key.slice(field.length + 1), link === 'narrower' ? 'related' : link);
  }
}

/** A topic of a session; broader ones are related only. */
function addTopic(set: FacetSet, records: Records, id: string, link: Link): void {
  const own = new FacetSet();
  addWithBroader(own, records, 'topic', id, link);
  lend(own, set);
}

const NUMBER = new RegExp(`\\d|\\b(?:${[...NUMBER_WORDS].join('|')})\\b`, 'i');

/** Numbers that are names. */
const NUMBERED = /\b(?:goals?|sdgs?|session|panel|covid|c)[ -]?\d+/gi;

/** True where a contribution tells a number: it is a figure or a vote, or its text has one. */
function statesNumber({ kind, text }: Contribution): boolean {
  return kind === 'figure' || kind === 'poll' || NUMBER.test(text.replace(NUMBERED, ''));
}

const MONEY = new RegExp(`[$€£¥₹₩₫₦₱฿]|(?<![\\p{L}])(?:${CURRENCIES.join('|')})(?![\\p{L}])`, 'iu');

/** True where a contribution tells a sum of money. */
function statesMoney(contribution: Contribution): boolean {
  const told = `${contribution.text} ${contribution.figure?.unit ?? ''}`.replace(/\bper ?cents?\b/gi, '');
  return statesNumber(contribution) && MONEY.test(told);
}

const SHARE =
  /%|\bper ?cent\b|\bpercentage|\b(?:half|third|quarter|fifth|tenth|majority|twice)s?\b|\bout of (?:\d+|ten|five|four|three|a hundred)\b|\b(?:one|two|three|four|nine) in (?:\w+)\b/i;

/** True where a contribution tells a share of something; a poll does where its results are numbers. */
function statesShare(contribution: Contribution): boolean {
  const { text, figure, poll } = contribution;
  const results = poll?.options.map(({ result }) => result).join(' ') ?? '';
  return /\d/.test(results) || SHARE.test(`${text} ${figure?.unit ?? ''} ${figure?.value ?? ''}`);
}

const TIME =
  /\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|half an?)[ -](?:and a half )?(?:working |school |business )?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)\b/i;

/** True where a contribution tells how long something takes. */
function statesTime({ text, figure }: Contribution): boolean {
  return TIME.test(`${text} ${figure?.value ?? ''} ${figure?.unit ?? ''}`);
}

const DATE =
  /\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:on|in|by|until|since) may\b|\b\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b|\b(?! ?(?:%|per cent|million|billion)))|\b\d{1,2} ?(?:[ap]\.?m\b|o.clock)/i;

/** Countries that a contribution is about by themselves, not in a list of many. */
const FEW_COUNTRIES = 2;

/** What one contribution counts for: its own links, its makers as they were at that event, and what its words mention. */
export function contributionFacets(
  contribution: Contribution,
  records: Records,
  vocabulary: Vocabulary,
): FacetSet {
  const set = new FacetSet();
  set.add('kind', contribution.kind);
  if (contribution.stance) set.add('stance', contribution.stance);
  if (statesNumber(contribution)) set.add('has', 'number');
  if (statesMoney(contribution)) set.add('has', 'money');
  if (statesShare(contribution)) set.add('has', 'share');
  if (statesTime(contribution)) set.add('has', 'time');
  if (DATE.test(contribution.text)) set.add('has', 'date');
  // A document that speaks for itself is nobody, but may tell of somebody.
  const somebody =
    contribution.makers.some(({ kind }) => kind !== 'session') ||
    contribution.about.some((id) => records.person(id) !== undefined);
  if (somebody) set.add('has', 'maker');
  for (const topic of contribution.topics) addWithBroader(set, records, 'topic', topic);
  for (const { id, link } of contribution.sdgs) set.add('sdg', id, link);
  // What names a country first tells of it, whatever others it names on the way.
  const first = vocabulary
    .scan(wordsIn(contribution.text))
    .flatMap(({ meanings }) => meanings.filter(({ field }) => field === 'country'))[0]?.value;
  for (const country of contribution.countries) {
    set.add('country', country);
    if (contribution.countries.length <= FEW_COUNTRIES || country === first) set.add('alone', country);
  }
  for (const { id: group, implied } of contribution.to) {
    const link = implied ? 'related' : 'named';
    addWithBroader(set, records, 'to', group, link);
    addWithBroader(set, records, 'group', group, link);
    // What is asked of all educators is asked of universities too, but does not name them.
    for (const narrower of records.narrowerGroups(group)) set.add('to', narrower, 'related');
  }
  for (const id of contribution.about) {
    if (records.organization(id)) addOrganization(set, records, id, ['org']);
    else if (records.person(id)) set.add('about', id);
  }
  for (const maker of contribution.makers) {
    if (maker.kind === 'organization') addOrganization(set, records, maker.id, ['by', 'org']);
    if (maker.kind !== 'person') continue;
    set.add('by', maker.id);
    const affiliation = records.affiliation(maker.id, contribution.session);
    if (affiliation) addAppearance(set, records, affiliation);
    // Somebody may moderate one part of an event and speak in another.
    const event = records.root(contribution.session)?.id;
    for (const { session, part } of records.appearancesOf(maker.id)) {
      if (records.root(session)?.id === event) set.add('part', part);
    }
  }
  for (const { source } of contribution.evidence) set.add('source', source);
  for (let session = records.session(contribution.session); session; ) {
    set.add('session', session.id);
    session = session.parent === undefined ? undefined : records.session(session.parent);
  }
  addMentions(set, records, vocabulary, wordsOfContribution(contribution).join(' . '));
  return set;
}

/** What organizations and people did for a session: `organizer:ilo`, and for an organization its kind and its country. */
function addRoles(set: FacetSet, records: Records, session: Session): void {
  const all = [
    ['organizer', session.organizers],
    ['supporter', session.supporters],
    ['funder', session.funders],
  ] as const;
  for (const [role, organizations] of all)
    for (const { organization } of organizations) addRole(set, records, role, organization);
}

function addRole(set: FacetSet, records: Records, role: string, organization: string): void {
  const own = new FacetSet();
  addOrganization(own, records, organization, ['by']);
  for (const key of own.entries.keys()) set.add(role, key.slice('by:'.length));
  const country = records.organization(organization)?.country;
  if (country) set.add(role, country);
}

/** A root session: its own links, those of its parts, who appears, and what was said in it. */
export function sessionFacets(
  session: Session,
  records: Records,
  said: readonly FacetSet[],
  vocabulary: Vocabulary,
): FacetSet {
  const set = new FacetSet();
  const pending = [session];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    pending.push(...records.parts(one.id));
    set.add('session', one.id);
    for (const { id, link } of one.sdgs) set.add('sdg', id, link);
    for (const { id, link } of one.actionLines) addWithBroader(set, records, 'line', id, link);
    for (const { id, link } of one.topics) addTopic(set, records, id, link);
    for (const { id, link } of one.countries) set.add('country', id, link);
    if (one.place?.country) set.add('country', one.place.country);
    addRoles(set, records, one);
    for (const { organization } of [...one.organizers, ...one.supporters, ...one.funders]) {
      addOrganization(set, records, organization, ['org']);
    }
    for (const { source } of one.evidence) set.add('source', source);
    const words = [one.title, one.summary ?? '', one.abstract ?? '', one.track ?? ''].join(' . ');
    const mentioned = new FacetSet();
    addMentions(mentioned, records, vocabulary, words);
    lend(mentioned, set);
  }
  for (const appearance of records.appearancesIn(session.id)) {
    addAppearance(set, records, appearance);
    if (appearance.country) set.add('country', appearance.country);
    if (appearance.part === 'moderator') {
      set.add('moderator', appearance.person);
      if (appearance.organization) addRole(set, records, 'moderator', appearance.organization);
    }
  }
  for (const facets of said) lend(facets, set, NOT_LENT);
  for (const fact of factsOf(session, records)) set.add('has', fact);
  return set;
}

/** Which facts of an event its sources state, for who asks which of them do not. */
function factsOf(
  { attendance, time, place, languages, organizers, funders, id }: Session,
  records: Records,
): string[] {
  const stated: Readonly<Record<string, boolean>> = {
    attendance: attendance !== undefined,
    hours: time !== undefined,
    place: place !== undefined,
    languages: languages.length > 0,
    organizers: organizers.length > 0,
    funders: funders.length > 0,
    moderators: records.appearancesIn(id).some(({ part }) => part === 'moderator'),
  };
  return Object.keys(stated).filter((fact) => stated[fact]);
}

/** A person, or a person at one event: in which part and for whom they appeared, and what they spoke about there. */
export function personFacets(
  appearances: readonly Appearance[],
  records: Records,
  said: readonly FacetSet[],
): FacetSet {
  const set = new FacetSet();
  for (const appearance of appearances) {
    addAppearance(set, records, appearance);
    if (appearance.country) set.add('country', appearance.country);
    for (let session = records.session(appearance.session); session; ) {
      set.add('session', session.id);
      for (const { source } of appearance.evidence) set.add('source', source);
      session = session.parent === undefined ? undefined : records.session(session.parent);
    }
  }
  for (const facets of said) {
    for (const [key, link] of facets.entries) {
      const field = key.slice(0, key.indexOf(':'));
      if (['topic', 'sdg', 'country', 'to', 'kind', 'org'].includes(field)) {
        set.add(field, key.slice(field.length + 1), link);
      }
    }
  }
  return set;
}

/** The contributions of every root session, as document numbers. */
export function contributionsByRoot(knowledge: Knowledge, records: Records): Map<string, number[]> {
  const result = new Map<string, number[]>();
  knowledge.contributions.forEach((contribution, doc) => {
    const root = records.root(contribution.session)?.id ?? contribution.session;
    const list = result.get(root);
    if (list) list.push(doc);
    else result.set(root, [doc]);
  });
  return result;
}
