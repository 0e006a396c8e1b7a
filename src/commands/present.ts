/** Records to items: how a contribution, a session, a person … stands in an answer. */
import type { Fact, Item, MarkedText } from '../answer/answer.ts';
import { listOf, words } from '../answer/words.ts';
import type { Reason } from '../archive/archive.ts';
import type {
  Appearance,
  Contribution,
  Evidence,
  Linked,
  Maker,
  Material,
  Organization,
  Person,
  Session,
  Source,
  Topic,
} from '../knowledge/model.ts';
import { format, formatTarget } from '../query/format.ts';
import { EMPTY_QUERY, filter } from '../query/query.ts';
import { mark } from '../text/mark.ts';
import { cite } from './cite.ts';
import type { Context } from './context.ts';
import { formatDate, formatNumber, sessionDate, sessionTime } from './dates.ts';

/** Longest text of one item, in UTF-16 units; longer ones (abstracts of imported talks) are cut at a word. */
const TEXT_LIMIT = 700;

export const plain = (text: string): MarkedText => ({ text, marks: [] });

/** Marks the words that matched; cuts what is too long to read in a chat. */
export function markText(text: string, terms: readonly string[]): MarkedText {
  const shown = text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT).replace(/\s+\S*$/u, '')} …`;
  return {
    text: shown,
    marks: terms.length === 0 ? [] : mark(shown, terms).map(({ start, end }) => [start, end] as const),
  };
}

/** The abbreviation where there is one, for places with little room. */
export function shortName(organization: Organization): string {
  return organization.abbreviation ?? organization.name;
}

const lineFor = (id: string): string => `open ${formatTarget(id)}`;

/** "Natalia Popova, ILO": a maker as they were at that event. */
export function makerName(maker: Maker, session: string, { records }: Context): string {
  switch (maker.kind) {
    case 'person': {
      const name = records.person(maker.id)?.name ?? maker.id;
      const affiliation = records.affiliation(maker.id, session);
      const organization = records.organization(affiliation?.organization ?? '');
      return organization ? `${name}, ${shortName(organization)}` : name;
    }
    case 'organization':
      return records.organization(maker.id)?.name ?? maker.id;
    case 'session':
      return records.root(maker.id)?.title ?? maker.id;
    case 'unnamed':
      return maker.voice;
  }
}

export function makerNames(contribution: Contribution, context: Context): string[] {
  return contribution.makers.map((maker) => makerName(maker, contribution.session, context));
}

/** "United Nations Industrial Development Organization (UNIDO)". */
export function fullName({ name, abbreviation }: Organization): string {
  return abbreviation === undefined ? name : `${name} (${abbreviation})`;
}

/** "SDG 8 Decent work …": what a reason is about, or undefined where it goes without saying. */
export function reasonSubject(
  { field, value }: Pick<Reason, 'field' | 'value'>,
  { records, vocabulary }: Context,
): string | undefined {
  switch (field) {
    case 'sdg':
      return `SDG ${value}`;
    case 'line':
      return vocabulary.name('line', value);
    case 'topic':
    case 'group':
    case 'country':
      return vocabulary.name(field, value);
    case 'org': {
      const organization = records.organization(value);
      return organization ? fullName(organization) : undefined;
    }
    case 'to':
      return vocabulary.name('group', value);
    case 'by':
      return records.person(value)?.name ?? records.organization(value)?.name ?? records.group(value)?.name;
    default:
      return undefined;
  }
}

/** Why an item is there, in words. */
export function reasonTexts(reasons: readonly Reason[], context: Context): string[] {
  const texts = reasons.flatMap((reason) => {
    const subject = reasonSubject(reason, context);
    if (subject === undefined) return [];
    if (reason.link === 'related') return [words.relatedReason(subject)];
    return [
      reason.field === 'sdg' || reason.field === 'line'
        ? words.namedReason(subject)
        : words.topicReason(subject),
    ];
  });
  return [...new Set(texts)];
}

export interface Presentation {
  readonly terms?: readonly string[];
  readonly reasons?: readonly Reason[];
  readonly relation?: Item['relation'];
  readonly group?: string;
  /** Leave out what the whole answer is about already. */
  readonly omit?: 'makers' | 'event';
}

function figureFacts(contribution: Contribution, context: Context): Fact[] {
  const { figure, text } = contribution;
  if (!figure) return [];
  const value = formatNumber(figure.value, context.locale);
  // The text states the figure; the fact is for figures that the text writes in words.
  const ungrouped = (told: string): string => told.replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const digits = ungrouped(value).replaceAll('.', '\\.');
  if (new RegExp(`(?<![\\d.])${digits}(?!\\d|\\.\\d)`).test(ungrouped(text))) return [];
  return [
    {
      label: words.fact.value,
      value: [figure.qualifier, value, figure.unit].filter((part) => part !== undefined).join(' '),
    },
  ];
}

export function contributionItem(contribution: Contribution, context: Context, how: Presentation = {}): Item {
  const { records } = context;
  const root = records.root(contribution.session);
  const terms = how.terms ?? [];
  const facts: Fact[] = [];
  if (contribution.to.length > 0) {
    const names = contribution.to.map((id) => (records.group(id)?.name ?? id).toLowerCase());
    facts.push({ label: words.fact.to, value: listOf(names) });
  }
  if (contribution.stance === 'implied')
    facts.push({ label: words.fact.stance, value: words.stance.implied });
  facts.push(...figureFacts(contribution, context));
  if (contribution.poll) facts.push({ label: words.fact.question, value: contribution.poll.question });
  for (const { label, result } of contribution.poll?.options ?? []) facts.push({ label, value: result });
  return {
    kind: contribution.kind,
    id: contribution.id,
    group: how.group ?? '',
    title: markText(contribution.title ?? '', terms),
    makers: how.omit === 'makers' ? [] : makerNames(contribution, context),
    date: how.omit === 'event' ? '' : sessionDate(root, context.locale),
    context: how.omit === 'event' ? '' : (root?.title ?? ''),
    text: markText(contribution.text, terms),
    facts,
    reasons: how.relation === 'related' ? reasonTexts(how.reasons ?? [], context) : [],
    relation: how.relation ?? 'direct',
    evidence: cite(contribution.evidence, context),
    line: lineFor(contribution.id),
  };
}

/** "WSIS Forum 2022, session 181". */
export function seriesName(session: Session): string {
  if (!session.series) return '';
  const { name, number } = session.series;
  return number === undefined ? name : `${name}, session ${number}`;
}

/** "Patrick Tay, Singapore National Trades Union Congress: …" with the marks of the text moved along. */
function quote(contribution: Contribution, context: Context, terms: readonly string[]): MarkedText {
  const makers = makerNames(contribution, context);
  const { text, marks } = markText(contribution.text, terms);
  const lead = makers.length === 0 || contribution.makers[0]?.kind === 'session' ? '' : `${listOf(makers)}: `;
  return {
    text: lead + text,
    marks: marks.map(([start, end]) => [start + lead.length, end + lead.length] as const),
  };
}

export interface SessionPresentation extends Presentation {
  readonly proofs?: readonly Contribution[];
  readonly appearances?: readonly Appearance[];
  readonly facts?: readonly Fact[];
  /** Where the facts stand. */
  readonly evidence?: readonly Evidence[];
}

/** A related session says why a curator relates it; a direct one the best that was said, or what it was about. */
function sessionText(
  session: Session,
  how: SessionPresentation,
  links: readonly Linked<unknown>[],
  context: Context,
): MarkedText {
  const terms = how.terms ?? [];
  if (how.relation === 'related')
    return plain(links.find(({ link, note }) => link === 'related' && note)?.note ?? '');
  const [proof] = how.proofs ?? [];
  return proof ? quote(proof, context, terms) : markText(session.summary ?? session.abstract ?? '', terms);
}

export function sessionItem(session: Session, context: Context, how: SessionPresentation = {}): Item {
  const { records } = context;
  const terms = how.terms ?? [];
  const reasons = how.reasons ?? [];
  const links = reasons.flatMap(({ field, value }) =>
    (field === 'sdg' ? session.sdgs : field === 'line' ? session.actionLines : []).filter(
      (one) => String(one.id) === value,
    ),
  ) as readonly Linked<unknown>[];
  const [proof] = how.proofs ?? [];
  const people = (how.appearances ?? []).slice(0, 3).map((appearance) => appearanceName(appearance, context));
  const facts = [...(how.facts ?? [])];
  if (people.length > 0) facts.push({ label: words.fact.speakers, value: [...new Set(people)].join('; ') });
  const evidence =
    how.relation === 'related'
      ? links.flatMap((one) => one.evidence)
      : [
          ...(how.evidence ?? []),
          ...(links.length > 0 ? links.flatMap((one) => one.evidence) : session.evidence),
          ...(how.appearances ?? []).slice(0, 3).flatMap((one) => one.evidence),
          ...(proof?.evidence ?? []),
        ];
  return {
    kind: 'session',
    id: session.id,
    group: how.group ?? '',
    title: markText(session.title, terms),
    makers: [],
    date: sessionDate(records.root(session.id), context.locale),
    context: [session.kind, seriesName(session)].filter((part) => part !== '').join(' · '),
    text: sessionText(session, how, links, context),
    facts,
    reasons: reasonTexts(reasons, context),
    relation: how.relation ?? 'direct',
    evidence: cite(evidence.length > 0 ? evidence : session.evidence, context),
    line: lineFor(session.id),
  };
}

/** "Labour economist, Labour migration branch, ILO": what somebody was. */
export function roleOf(appearance: Appearance, { records }: Context): string {
  const organization = records.organization(appearance.organization ?? '');
  const country = records.country(appearance.country ?? '');
  const parts = [appearance.role, appearance.unit, organization?.name];
  if (country && !parts.some((part) => part?.includes(country.name))) parts.push(country.name);
  return parts.filter((part) => part !== undefined).join(', ');
}

/** "Patrick Tay, Singapore National Trades Union Congress (panellist)". */
export function appearanceName(
  appearance: Appearance,
  { records }: Context,
  form: 'full' | 'short' = 'full',
): string {
  const name = records.person(appearance.person)?.name ?? appearance.person;
  const organization = records.organization(appearance.organization ?? '');
  return organization ? `${name}, ${form === 'short' ? shortName(organization) : organization.name}` : name;
}

/** One fact per event at which a person appeared. */
export function appearanceFacts(appearances: readonly Appearance[], context: Context): Fact[] {
  const { records } = context;
  return appearances.map((appearance) => {
    const session = records.session(appearance.session);
    const root = records.root(appearance.session);
    const part = words.part[appearance.part] ?? appearance.part;
    const where =
      session && root && session.id !== root.id ? `${root.title}, ${session.title}` : (root?.title ?? '');
    return {
      label: sessionDate(root, context.locale),
      value: [
        [`${where} (${part})`, roleOf(appearance, context)].filter((one) => one !== '').join(': '),
        appearance.note ?? '',
      ]
        .filter((one) => one !== '')
        .join('. '),
    };
  });
}

export function personItem(
  person: Person,
  appearances: readonly Appearance[],
  context: Context,
  how: Presentation & {
    readonly facts?: readonly Fact[];
    readonly text?: MarkedText;
    readonly evidence?: Item['evidence'];
  } = {},
): Item {
  const { records } = context;
  const main = appearances.find((one) => one.role !== undefined) ?? appearances[0];
  const root = main ? records.root(main.session) : undefined;
  const own = cite(
    appearances.flatMap((one) => one.evidence),
    context,
  ).slice(0, 4);
  return {
    kind: 'person',
    id: person.id,
    group: how.group ?? '',
    title: plain(person.name),
    makers: main && !how.facts ? [roleOf(main, context)].filter((one) => one !== '') : [],
    date: main && !how.facts ? sessionDate(root, context.locale) : '',
    context: how.facts ? '' : (root?.title ?? ''),
    text: how.text ?? plain(''),
    facts: how.facts ?? [],
    reasons: reasonTexts(
      (how.reasons ?? []).filter(({ field }) => field !== 'by'),
      context,
    ),
    relation: how.relation ?? 'direct',
    evidence: [
      ...own,
      ...(how.evidence ?? []).filter((one) => !own.some(({ label }) => label === one.label)),
    ],
    line: `speaker by:${person.id}`,
  };
}

/** A document with its address and dates: one of the archive's own sources, or one that such a source points to. */
export function materialItem(
  material: Material | Source,
  session: Session | undefined,
  context: Context,
  terms: readonly string[] = [],
): Item {
  const facts: Fact[] = [];
  if (material.url) facts.push({ label: words.fact.address, value: material.url, url: material.url });
  if (material.publisher && material.publisher !== words.notStated) {
    facts.push({ label: words.fact.publisher, value: material.publisher });
  }
  const published = material.date ? formatDate(material.date, context.locale) : words.notStated;
  facts.push({ label: words.fact.published, value: published });
  const own = 'places' in material;
  return {
    kind: own ? 'source' : 'material',
    id: own ? material.id : (session?.id ?? material.title),
    group: '',
    title: markText(material.title, terms),
    makers: [],
    // The event's date beside the document's own would be taken for it.
    date: '',
    context: session?.title ?? '',
    text: plain(own ? '' : (material.note ?? '')),
    facts,
    reasons: [],
    relation: 'direct',
    evidence: own ? [] : cite(material.evidence, context),
    line: own
      ? format({ ...EMPTY_QUERY, filters: [filter('source', material.id)] })
      : session
        ? lineFor(session.id)
        : '',
  };
}

/** A topic by its name alone, in a list. */
export function topicItem({ id, name }: Topic): Item {
  return {
    kind: 'topic',
    id,
    group: '',
    title: plain(name),
    makers: [],
    date: '',
    context: '',
    text: plain(''),
    facts: [],
    reasons: [],
    relation: 'direct',
    evidence: [],
    line: lineFor(id),
  };
}

export { lineFor, sessionTime };
