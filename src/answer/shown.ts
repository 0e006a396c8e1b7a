/**
 * How an Answer stands on a screen, the same on every platform: what its items share is said once above them, items of one
 * event stand under its name, a place is named within its document, and nothing that the title says is said again.
 */
import type { Answer, Citation, Fact, Item, ItemKind, MarkedText, SourceReference } from './answer.ts';
import { itemNumbers } from './numbering.ts';

/** One item as it is drawn: parts that stand elsewhere are empty here. */
export interface ShownItem {
  readonly item: Item;
  /** Its place in the list; undefined where it stands alone, or before the list. */
  readonly number: number | undefined;
  readonly title: MarkedText;
  readonly text: MarkedText;
  /** Who, and to whom. */
  readonly byline: string;
  /** Date and event, or what kind of thing it is, as far as no heading says it. */
  readonly about: string;
  readonly facts: readonly Fact[];
  /** Why it is here, as far as no heading says it. */
  readonly reasons: readonly string[];
  /** Where it stands, in few words: "¶43", "2020 webinar report, ¶43". */
  readonly cited: readonly ShownCitation[];
  /** Places beyond those that are named, told of what stands alone; in a list they are one press away. */
  readonly morePlaces: number;
}

export interface ShownCitation extends Citation {
  /** What is printed: the place alone where the document stands above. */
  readonly short: string;
  /** Where the original can be read. */
  readonly url?: string;
}

/** Items that stand under one heading. */
export interface ShownRun {
  /** The heading of the group, at its first run: "Related only". */
  readonly heading: string;
  /** What the items of the run share, where it is not shared by all: event, date, document. */
  readonly shared: string;
  readonly items: readonly ShownItem[];
}

export interface Shown {
  readonly title: string;
  readonly lead: string;
  readonly note: string;
  /** What all items share: event, date, document. */
  readonly shared: string;
  readonly runs: readonly ShownRun[];
  /** The documents that naming adds to the citations: those with an original that no citation on the screen leads to. */
  readonly sources: readonly SourceReference[];
}

/** What somebody said; the event and the document around it are shared by many. */
const SAID: ReadonlySet<ItemKind> = new Set(['statement', 'recommendation', 'practice', 'figure', 'poll']);

/** Places that are named of an item in a list, and of one that stands alone. */
const PLACES = { list: 2, alone: 3 } as const;

/**
 * A line begins with a capital, whatever the words of a document begin with.
 * @example capital('list of speakers') // 'List of speakers'
 */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NOTHING: MarkedText = { text: '', marks: [] };

const filled = (...parts: readonly string[]): string[] => parts.filter((part) => part.trim() !== '');

/** The document of a citation, in short: its label without the place. */
export const documentOf = ({ label, place }: Citation): string =>
  label.endsWith(`, ${place}`) ? label.slice(0, -place.length - 2) : '';

/** The one document that items rest on, or ''. */
function documentOfAll(items: readonly Item[]): string {
  const all = new Set(items.flatMap(({ evidence }) => evidence.map(documentOf)));
  const [only = ''] = all;
  return all.size === 1 && items.every(({ evidence }) => evidence.length > 0) ? only : '';
}

const isSaid = ({ kind }: Item): boolean => SAID.has(kind);

/** What belongs to an event: what was said there, and who was there. */
const isOfEvent = ({ kind }: Item): boolean => SAID.has(kind) || kind === 'person';

/** The event of what was said there; an event without a date goes without one. */
const eventOf = (item: Item, undated: string): string =>
  filled(item.context, item.date === undated ? '' : item.date).join(' · ');

interface Heading {
  readonly event: string;
  readonly document: string;
}

/** The event and the document that items share, and their line. */
function headingOf(items: readonly Item[], undated: string): Heading {
  const [first = '', ...others] = items.filter(isOfEvent).map((item) => eventOf(item, undated));
  const event = others.every((one) => one === first) ? first : '';
  return { event, document: event === '' ? '' : documentOfAll(items) };
}

/** A document that is called as its event is ("… (concept note)") goes without saying. */
const written = ({ event, document }: Heading): string =>
  filled(event, event.toLowerCase().includes(document.toLowerCase()) ? '' : document).join(' · ');

/** Runs of items of one group and, of what was said, of one event. */
function runsOf(items: readonly Item[], undated: string): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last !== undefined &&
      last.group === item.group &&
      isOfEvent(last) === isOfEvent(item) &&
      (!isOfEvent(item) || eventOf(last, undated) === eventOf(item, undated));
    if (goesOn) run?.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** What of an answer decides how its items stand. */
type Around = Pick<Answer, 'title' | 'items' | 'sources' | 'page'>;

/** What is the same for every item of an answer, made once: answers may be long. */
interface Whole {
  readonly answer: Around;
  /** Where the original of each document can be read. */
  readonly links: ReadonlyMap<string, string | undefined>;
  /** Reasons that go with every direct item. */
  readonly common: ReadonlySet<string>;
  readonly undated: string;
  readonly isWhole: boolean;
}

interface Place extends Whole {
  /** What stands above the item, of the answer or of its run. */
  readonly above: Heading;
  readonly group: string;
}

function wholeOf(answer: Around, undated: string, isWhole: boolean): Whole {
  const [first, ...others] = answer.items.filter(({ relation }) => relation === 'direct');
  let common = new Set(first?.reasons ?? []);
  for (const { reasons } of others) {
    if (common.size === 0) break;
    common = new Set(reasons.filter((reason) => common.has(reason)));
  }
  return { answer, links: new Map(answer.sources.map(({ id, url }) => [id, url])), common, undated, isWhole };
}

function citationsOf(item: Item, { answer, above, links }: Place): ShownCitation[] {
  let before = above.document;
  const alone = answer.items.length === 1;
  return item.evidence.slice(0, alone ? PLACES.alone : PLACES.list).map((one) => {
    const document = documentOf(one);
    const short = document !== '' && document === before ? one.place : one.label;
    before = document;
    const url = links.get(one.source);
    return { ...one, short, ...(url === undefined ? {} : { url }) };
  });
}

/** A reason that a heading gives already, or that goes with every item of the list, is not told. */
function reasonsOf(item: Item, { common, group }: Place): readonly string[] {
  if (item.relation === 'related') return group === '' ? item.reasons.map(capital) : [];
  return item.reasons.filter((reason) => !common.has(reason)).map(capital);
}

/** Who, and to whom; whose name heads the group is not named again under it. */
function bylineOf({ byline, makers }: Item, { group }: Place): string {
  const whole = byline ?? filled(...makers).join('; ');
  const [first, ...others] = whole.split(', ');
  return capital(group !== '' && first === group ? others.join(', ') : whole);
}

/** A session's kind and place in its series, as far as its title does not say them, and its date where it has one. */
function aboutSession({ title, context, date }: Item, isListed: boolean, undated: string): string {
  const name = title.text.toLowerCase();
  const parts = context.split(' · ').filter((part) => !name.includes(part.toLowerCase()));
  return filled(...parts, isListed && date === undated ? '' : date).join(' · ');
}

function aboutOf(item: Item, { answer, above, undated, isWhole }: Place): string {
  if (item.told === 'facts') return '';
  if (isOfEvent(item)) {
    // On a screen, a claim by itself is read for what it says; when and where stands with its document.
    const isMaker = item.makers.includes(item.context);
    const isAlone = isSaid(item) && answer.items.length === 1 && item.evidence.length > 0;
    if (isAlone && !isMaker && !isWhole) return '';
    return above.event === '' ? eventOf(item, undated) : '';
  }
  if (item.kind === 'session') return capital(aboutSession(item, answer.items.length > 1, undated));
  return capital(filled(item.context, item.date).join(' · '));
}

function shownItem(item: Item, number: number | undefined, place: Place): ShownItem {
  const { answer } = place;
  const cited = citationsOf(item, place);
  return {
    item,
    number: answer.items.length === 1 && answer.page === undefined ? undefined : number,
    // The answer's title, or the heading above the item, says it already.
    title: [answer.title, place.group].includes(item.title.text) ? NOTHING : item.title,
    text: item.told === 'text' ? NOTHING : item.text,
    byline: bylineOf(item, place),
    about: aboutOf(item, place),
    facts:
      item.told === 'facts' || item.told === 'value' ? [] : item.facts.filter(({ quiet }) => quiet !== true),
    reasons: reasonsOf(item, place),
    cited,
    morePlaces: answer.items.length === 1 ? item.evidence.length - cited.length : 0,
  };
}

/** One item by itself, outside of any answer: with its event. @param undated as for `layOut` */
export function layOutItem(item: Item, undated: string): ShownItem {
  const answer: Around = { title: '', items: [item], sources: [] };
  return shownItem(item, undefined, {
    ...wholeOf(answer, undated, true),
    above: { event: '', document: '' },
    group: item.group,
  });
}

/** The documents whose original no citation on the screen leads to. */
function unlinked(
  sources: readonly SourceReference[],
  runs: readonly ShownRun[],
): readonly SourceReference[] {
  const linked = new Set(
    runs.flatMap(({ items }) => items.flatMap(({ cited }) => cited.map(({ source }) => source))),
  );
  return sources.filter(({ id, url }) => url !== undefined && !linked.has(id));
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * What an item is called in a menu: its number, and its title or who said it where it stands.
 * @param kinds what kinds of item are called, for what has neither
 * @example menuName(shown, says.kind) // "2. Natalia Popova, ILO, ¶43"
 */
export function menuName(
  { item, number, byline, cited }: ShownItem,
  kinds: Readonly<Record<ItemKind, string>>,
): string {
  const [place] = cited;
  const title = inOneLine(item.title.text);
  const who = filled(inOneLine(item.makers[0] ?? byline), inOneLine(place?.short ?? ''));
  const name = title !== '' ? title : who.join(', ') || kinds[item.kind];
  return number === undefined ? name : `${number}. ${name}`;
}

/**
 * Lays an answer out for reading.
 * @param undated what an item's date says where there is none, in the answer's language
 * @param isWhole names the event of a claim that stands alone, too
 */
export function layOut(answer: Answer, undated: string, isWhole = false): Shown {
  const { items, sources } = answer;
  const all = items.length > 1 ? headingOf(items, undated) : { event: '', document: '' };
  const numbers = itemNumbers(answer);
  const whole = wholeOf(answer, undated, isWhole);
  let index = 0;
  let before = '';
  const runs = runsOf(items, undated).map((run): ShownRun => {
    const own = all.event === '' && run.length > 0 && items.length > 1 ? headingOf(run, undated) : undefined;
    const [first] = run;
    const group = first?.group ?? '';
    const heading = group === before ? '' : group;
    before = group;
    return {
      heading,
      shared: own === undefined ? '' : written(own),
      items: run.map((item) => {
        const place = { ...whole, above: own ?? all, group };
        const shown = shownItem(item, numbers[index], place);
        index += 1;
        return shown;
      }),
    };
  });
  return {
    title: answer.title,
    lead: answer.lead,
    note: answer.note ?? '',
    shared: written(all),
    runs,
    sources: unlinked(sources, runs),
  };
}
