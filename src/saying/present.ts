/** Records to items: how a contribution, a document, a topic stands in an answer. */
import type { Fact, Item, MarkedText } from '../answer/answer.ts';
import { lineOf } from '../answer/line.ts';
import type { Reason } from '../archive/archive.ts';
import type { Contribution, Material, Session, Source, Topic } from '../knowledge/model.ts';
import { format } from '../reading/format.ts';
import { EMPTY_QUERY, filter } from '../reading/query.ts';
import { mark } from '../text/mark.ts';
import { cite, originalOf } from './cite.ts';
import type { Context } from './context.ts';
import { formatDate, formatNumber, sessionDate } from './dates.ts';
import { makerNames, publisherOf } from './names.ts';
import { reasonTexts } from './reasons.ts';

/** Longest text of one item, in UTF-16 units; longer ones (abstracts of imported talks) are cut at a word. */
const TEXT_LIMIT = 700;

/** A text in which nothing is marked. */
export const plain = (text: string): MarkedText => ({ text, marks: [] });

/** Marks the words that matched; cuts what is too long to read in a chat. */
export function markText(text: string, terms: readonly string[]): MarkedText {
  const shown = text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT).replace(/\s+\S*$/u, '')} …`;
  return {
    text: shown,
    marks: terms.length === 0 ? [] : mark(shown, terms).map(({ start, end }) => [start, end] as const),
  };
}

/** An item of a thing by its name, with nothing said of it but what `over` gives. `line` opens the thing unless it is given. */
export function itemOf(kind: Item['kind'], id: string, title: string, over: Partial<Item> = {}): Item {
  return {
    kind,
    id,
    group: '',
    title: plain(title),
    makers: [],
    date: '',
    context: '',
    text: plain(''),
    facts: [],
    reasons: [],
    relation: 'direct',
    evidence: [],
    line: lineOf.open(id),
    ...over,
  };
}

export interface Presentation {
  readonly terms?: readonly string[];
  readonly reasons?: readonly Reason[];
  readonly relation?: Item['relation'];
  readonly group?: string;
  /** Leave out what the whole answer is about already. */
  readonly omit?: 'makers' | 'event';
  /** The title names who made all of it, so that no item does. */
  readonly isByTitle?: boolean;
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
      label: context.says.fact.value,
      value: [figure.qualifier, value, figure.unit].filter((part) => part !== undefined).join(' '),
    },
  ];
}

/** The event itself as the maker goes without saying where the event stands above. */
function makersBeside(
  { makers: [first] }: Contribution,
  { omit }: Presentation,
  makers: readonly string[],
): readonly string[] {
  return first?.kind === 'session' && omit !== 'event' ? [] : makers;
}

/** A claim with its makers, its event, whom it addresses, its figure or poll, and where it stands. */
export function contributionItem(contribution: Contribution, context: Context, how: Presentation = {}): Item {
  const { records } = context;
  const root = records.root(contribution.session);
  const terms = how.terms ?? [];
  const facts: Fact[] = [];
  const implied = contribution.stance === 'implied';
  const to = contribution.to.map(({ id, implied: isImplied }) => ({
    name: (records.group(id)?.name ?? id).toLowerCase(),
    implied: isImplied,
  }));
  const makers = how.omit === 'makers' ? [] : makerNames(contribution, context);
  const byline = context.says.byline(
    how.isByTitle === true ? [] : makersBeside(contribution, how, makers),
    // Of what is only implied as a whole, the addressees need not say so once more.
    context.says.addressees(implied ? to.map(({ name }) => ({ name, implied: false })) : to),
    implied,
  );
  if (to.length > 0)
    facts.push({
      label: context.says.fact.to,
      value: context.says.addressees(to),
      quiet: true,
    });
  if (implied)
    facts.push({ label: context.says.fact.stance, value: context.says.stance.implied, quiet: true });
  facts.push(...figureFacts(contribution, context));
  if (contribution.poll) facts.push({ label: context.says.fact.question, value: contribution.poll.question });
  for (const { label, result } of contribution.poll?.options ?? []) facts.push({ label, value: result });
  return {
    kind: contribution.kind,
    id: contribution.id,
    group: how.group ?? '',
    title: markText(contribution.title ?? '', terms),
    makers,
    byline,
    date: how.omit === 'event' ? '' : sessionDate(root, context),
    context: how.omit === 'event' ? '' : (root?.title ?? ''),
    text: markText(contribution.text, terms),
    facts,
    reasons: how.relation === 'related' ? reasonTexts(how.reasons ?? [], context) : [],
    relation: how.relation ?? 'direct',
    evidence: cite(
      [contribution, ...contribution.to].flatMap(({ evidence }) => evidence),
      context,
    ),
    line: lineOf.open(contribution.id),
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
  const address =
    'places' in material
      ? originalOf(material, context)
      : material.url && { url: material.url, label: context.says.fact.address };
  if (address) facts.push({ ...address, value: address.url });
  const publisher = publisherOf(material);
  if (publisher !== '') facts.push({ label: context.says.fact.publisher, value: publisher });
  const published = material.date ? formatDate(material.date, context.locale) : context.says.notStated;
  facts.push({ label: context.says.fact.published, value: published });
  const own = 'places' in material;
  return itemOf(own ? 'source' : 'material', own ? material.id : (session?.id ?? material.title), '', {
    title: markText(material.title, terms),
    // The event's date beside the document's own would be taken for it.
    date: '',
    context: session?.title ?? '',
    text: plain(own ? '' : (material.note ?? '')),
    facts,
    evidence: own ? [] : cite(material.evidence, context),
    line: own
      ? format({ ...EMPTY_QUERY, filters: [filter('source', material.id)] })
      : session
        ? lineOf.open(session.id)
        : '',
  });
}

/** A topic by its name alone, in a list. */
export function topicItem({ id, name }: Topic): Item {
  return itemOf('topic', id, name);
}

/**
 * The items of a page, those of one event behind one another where the first of them stood; groups stay together.
 * @param sortOf what else must stay together: what is said outright apart from what is implied
 */
export function byEvent(items: readonly Item[], sortOf: (item: Item) => string): Item[] {
  const runs = new Map<string, Item[]>();
  for (const item of items) {
    const key = [item.group, sortOf(item), item.context, item.date].join('\n');
    runs.set(key, [...(runs.get(key) ?? []), item]);
  }
  const sorts = [...new Set([...runs.values()].flat().map((item) => `${item.group}\n${sortOf(item)}`))];
  const all = [...runs.values()].flat();
  return sorts.flatMap((sort) => all.filter((item) => `${item.group}\n${sortOf(item)}` === sort));
}
