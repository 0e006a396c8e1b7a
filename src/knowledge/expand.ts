/**
 * From entries as they are written to the model: short forms of places and evidence spelled out, makers told apart,
 * references followed. What cannot be expanded is reported to the ledger.
 */
import type { Ledger, PlaceTable } from './ledger.ts';
import type {
  Addressee,
  Appearance,
  Contribution,
  Evidence,
  Knowledge,
  Linked,
  Maker,
  Organization,
  OrganizationRole,
  Place,
  Session,
  Source,
} from './model.ts';
import type { Entry, Kind, Written } from './read.ts';

type WrittenOf<K extends Kind> = Written[K][number];
type At = string | readonly string[];

/** The same value where optional fields are absent rather than undefined, which is how zod leaves them. */
type Given<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
function given<Value extends object>(value: Value): Given<Value> {
  return value as Given<Value>;
}

/** A source of more places than this is a mistake. */
const MOST_PLACES = 100_000;

/** Places listed twice that are told, where ranges overlap. */
const TOLD_TWICE = 20;

function expandPlaces(
  ledger: Ledger,
  entry: WrittenOf<'source'>,
): { readonly places: Place[]; readonly faulty: boolean } {
  const places: Place[] = [];
  let faulty = false;
  for (const [index, written] of entry.value.places.entries()) {
    const path = ['places', index];
    if ('at' in written) {
      places.push(given(written));
      continue;
    }
    const { label } = written;
    if (written.from > written.to) {
      faulty = true;
      const message = `The places ${written.from} to ${written.to} run backwards.`;
      ledger.report(entry, [...path, 'from'], message, `Write from: ${written.to}, to: ${written.from}.`);
    }
    // Read as it was meant, so that citations of these places are not reported as well.
    const from = Math.min(written.from, written.to);
    const to = Math.max(written.from, written.to);
    const tooMany = places.length + to - from >= MOST_PLACES;
    if (from < 0 || tooMany) {
      const message = tooMany
        ? `With ${from} to ${to} the source has more than ${MOST_PLACES} places.`
        : `${from} to ${to} cannot be numbers of places.`;
      ledger.report(entry, [...path, 'to'], message, 'Correct the numbers.');
      faulty = true;
      continue;
    }
    if (!label.includes('{n}')) {
      const remedy = `Write {n} where the number belongs: "${label} {n}".`;
      ledger.report(entry, [...path, 'label'], 'The label of numbered places has no {n}.', remedy);
    }
    for (let n = from; n <= to; n += 1) places.push({ at: `${n}`, label: label.replaceAll('{n}', `${n}`) });
  }
  return { places, faulty };
}

function expandSource(ledger: Ledger, entry: WrittenOf<'source'>): Source {
  const { places, faulty } = expandPlaces(ledger, entry);
  const order = new Map<string, number>();
  let twice = 0;
  for (const [index, { at }] of places.entries()) {
    if (order.has(at)) {
      twice += 1;
      if (twice > TOLD_TWICE) break;
      ledger.report(entry, ['places'], `The place "${at}" is listed twice.`, 'List each place once.');
    } else order.set(at, index);
  }
  const table: PlaceTable = { places, order, cited: new Set(), faulty };
  if (!ledger.tables.has(entry.value.id)) ledger.tables.set(entry.value.id, table);
  return given({ ...entry.value, places });
}

interface LinkWritten {
  readonly link: 'named' | 'related';
  readonly note?: string | undefined;
  readonly at?: At | undefined;
}

/** SDGs, action lines, topics or countries with their link. A `named` one needs evidence: its own, or `whole`, the entry's. */
function expandLinked<Item extends LinkWritten, Id extends string | number>(
  ledger: Ledger,
  entry: Entry<unknown>,
  { field, key, kind }: { readonly field: string; readonly key: string; readonly kind: Kind },
  items: readonly Item[],
  idOf: (item: Item) => Id,
  whole: readonly Evidence[] | undefined,
): Linked<Id>[] {
  return items.map((item, index) => {
    const path = [field, index];
    const id = idOf(item);
    ledger.refer(entry, [...path, key], String(id), [kind]);
    if (items.findIndex((other) => idOf(other) === id) < index) {
      ledger.report(entry, [...path, key], `"${id}" is given twice.`, 'Give it once.');
    }
    if (item.link === 'named' && item.at === undefined && whole === undefined) {
      const remedy = 'Add `at` with the place that names it, or write `link: related` if none does.';
      ledger.report(entry, path, `"${id}" is \`named\`, but \`at\` is missing.`, remedy);
    }
    const inherited = item.link === 'named' ? (whole ?? []) : [];
    const evidence = item.at === undefined ? inherited : ledger.evidence(entry, [...path, 'at'], item.at);
    return { id, link: item.link, ...(item.note === undefined ? {} : { note: item.note }), evidence };
  });
}

type Evidenced<Value> = Omit<Given<Value>, 'at'> & { evidence: Evidence[] };

/** Replaces `at` by the evidence that it stands for. */
function withEvidence<Value extends { readonly at: At }>(
  ledger: Ledger,
  entry: Entry<unknown>,
  path: readonly (string | number)[],
  value: Value,
): Evidenced<Value> {
  const { at, ...rest } = value;
  return { ...given(rest), evidence: ledger.evidence(entry, [...path, 'at'], at) } as Evidenced<Value>;
}

function expandAppearances(ledger: Ledger, entry: WrittenOf<'session'>): Appearance[] {
  const { id, appearances } = entry.value;
  return appearances.map((written, index) => {
    const path = ['appearances', index];
    ledger.refer(entry, [...path, 'person'], written.person, ['person']);
    if (written.organization !== undefined) {
      ledger.refer(entry, [...path, 'organization'], written.organization, ['organization']);
    }
    if (written.country !== undefined)
      ledger.refer(entry, [...path, 'country'], written.country, ['country']);
    const isRepeated = appearances.some(
      (other, earlier) => earlier < index && other.person === written.person && other.part === written.part,
    );
    if (isRepeated) {
      const message = `"${written.person}" appears twice as ${written.part} of this session.`;
      ledger.report(entry, path, message, 'Merge the two into one.');
    }
    return { ...withEvidence(ledger, entry, path, written), session: id };
  });
}

function expandSession(ledger: Ledger, entry: WrittenOf<'session'>): Session {
  const { appearances, at, series, date, time, place, attendance, ...rest } = entry.value;
  const roles = (field: 'organizers' | 'supporters' | 'funders'): OrganizationRole[] =>
    rest[field].map((role, index) => {
      ledger.refer(entry, [field, index, 'organization'], role.organization, ['organization']);
      return withEvidence(ledger, entry, [field, index], role);
    });
  const all = <Value extends { readonly at: At }>(field: string, values: readonly Value[]) =>
    values.map((value, index) => withEvidence(ledger, entry, [field, index], value));
  const linked = <Item extends LinkWritten, Id extends string | number>(
    field: string,
    key: string,
    kind: Kind,
    items: readonly Item[],
    idOf: (item: Item) => Id,
  ) => expandLinked(ledger, entry, { field, key, kind }, items, idOf, undefined);
  if (rest.parent !== undefined) ledger.refer(entry, ['parent'], rest.parent, ['session']);
  if (place?.country !== undefined) ledger.refer(entry, ['place', 'country'], place.country, ['country']);
  return {
    ...given(rest),
    ...(series === undefined ? {} : { series: withEvidence(ledger, entry, ['series'], series) }),
    ...(date === undefined ? {} : { date: withEvidence(ledger, entry, ['date'], date) }),
    ...(time === undefined ? {} : { time: withEvidence(ledger, entry, ['time'], time) }),
    ...(place === undefined ? {} : { place: withEvidence(ledger, entry, ['place'], place) }),
    ...(attendance === undefined
      ? {}
      : { attendance: withEvidence(ledger, entry, ['attendance'], attendance) }),
    languages: all('languages', rest.languages),
    materials: all('materials', rest.materials),
    organizers: roles('organizers'),
    supporters: roles('supporters'),
    funders: roles('funders'),
    sdgs: linked('sdgs', 'goal', 'goal', rest.sdgs, (item) => item.goal),
    actionLines: linked('actionLines', 'line', 'actionLine', rest.actionLines, (item) => item.line),
    topics: linked('topics', 'topic', 'topic', rest.topics, (item) => item.topic),
    countries: linked('countries', 'country', 'country', rest.countries, (item) => item.country),
    evidence: ledger.evidence(entry, ['at'], at),
  };
}

function expandMakers(ledger: Ledger, entry: WrittenOf<'contribution'>): Maker[] {
  const { by, voice } = entry.value;
  const makers: Maker[] = [];
  for (const [index, id] of by.entries()) {
    const kind = ledger.refer(entry, ['by', index], id, ['person', 'organization', 'session']);
    if (by.indexOf(id) < index)
      ledger.report(entry, ['by', index], `"${id}" is given twice.`, 'Give it once.');
    else if (kind !== undefined) makers.push({ kind, id });
  }
  if (voice !== undefined) makers.push({ kind: 'unnamed', voice });
  if (by.length === 0 && voice === undefined) {
    const remedy =
      'Add `by` with ids of people, organizations or the session; or `voice` for somebody whom the source does not name.';
    ledger.report(entry, [], 'Nobody makes this claim: `by` is missing.', remedy);
  }
  return makers;
}

/** Whom a recommendation addresses: a bare id names a group of which nothing else is said. */
function expandAddressees(ledger: Ledger, entry: WrittenOf<'contribution'>): Addressee[] {
  const written = entry.value.to.map((one) => (typeof one === 'string' ? { group: one } : one));
  return written.map(({ group, at, implied }, index) => {
    const path = ['to', index];
    const named = typeof entry.value.to[index] === 'string' ? path : [...path, 'group'];
    ledger.refer(entry, named, group, ['group']);
    if (written.findIndex((other) => other.group === group) < index) {
      ledger.report(entry, named, `"${group}" is given twice.`, 'Give it once.');
    }
    const evidence = at === undefined ? [] : ledger.evidence(entry, [...path, 'at'], at);
    return { id: group, implied: implied === true, evidence };
  });
}

function expandContribution(ledger: Ledger, entry: WrittenOf<'contribution'>): Contribution {
  const { by, voice, at, to: _, ...rest } = entry.value;
  const references = (field: 'topics' | 'countries' | 'about', kinds: readonly Kind[]): void => {
    for (const [index, id] of rest[field].entries()) {
      ledger.refer(entry, [field, index], id, kinds);
      if (rest[field].indexOf(id) < index) {
        ledger.report(entry, [field, index], `"${id}" is given twice.`, 'Give it once.');
      }
    }
  };
  ledger.refer(entry, ['session'], rest.session, ['session']);
  references('topics', ['topic']);
  references('countries', ['country']);
  references('about', ['organization', 'person']);
  if (rest.within !== undefined) ledger.refer(entry, ['within'], rest.within, ['contribution']);
  const evidence = ledger.evidence(entry, ['at'], at);
  const { figure, poll, ...plain } = rest;
  return {
    ...given(plain),
    ...(figure === undefined ? {} : { figure: given(figure) }),
    ...(poll === undefined
      ? {}
      : { poll: { ...poll, options: poll.options.map((option) => given(option)) } }),
    makers: expandMakers(ledger, entry),
    to: expandAddressees(ledger, entry),
    sdgs: expandLinked(
      ledger,
      entry,
      { field: 'sdgs', key: 'goal', kind: 'goal' },
      rest.sdgs,
      (item) => item.goal,
      evidence,
    ),
    evidence,
  };
}

function expandOrganization(ledger: Ledger, entry: WrittenOf<'organization'>): Organization {
  const { kind, country, parent } = entry.value;
  ledger.refer(entry, ['kind'], kind, ['group']);
  if (country !== undefined) ledger.refer(entry, ['country'], country, ['country']);
  if (parent !== undefined) ledger.refer(entry, ['parent'], parent, ['organization'], false);
  return withEvidence(ledger, entry, [], entry.value);
}

/** Expands everything that was read. The result is whole only if the ledger holds no error afterwards. */
export function expandKnowledge(ledger: Ledger, revision: string): Knowledge {
  const { written } = ledger;
  // Sources first: all evidence is looked up in their places.
  const sources = written.source.map((entry) => expandSource(ledger, entry));
  const organizations = written.organization.map((entry) => expandOrganization(ledger, entry));
  const sessions = written.session.map((entry) => expandSession(ledger, entry));
  const appearances = written.session.flatMap((entry) => expandAppearances(ledger, entry));
  const contributions = written.contribution.map((entry) => expandContribution(ledger, entry));
  const broader = (kind: 'topic' | 'group') =>
    written[kind].map((entry) => {
      if (entry.value.broader !== undefined)
        ledger.refer(entry, ['broader'], entry.value.broader, [kind], false);
      return given(entry.value);
    });
  const topics = broader('topic');
  const groups = broader('group');
  const actionLines = written.actionLine.map((entry) => {
    if (entry.value.parent !== undefined)
      ledger.refer(entry, ['parent'], entry.value.parent, ['actionLine'], false);
    return given(entry.value);
  });
  return {
    revision,
    sources,
    sessions,
    appearances,
    people: written.person.map((entry) => given(entry.value)),
    organizations,
    contributions,
    topics,
    groups,
    goals: written.goal.map(({ value: { goal, ...rest } }) => ({ id: goal, ...rest })),
    actionLines,
    countries: written.country.map((entry) => entry.value),
    equivalents: written.equivalent.map((entry) => entry.value),
  };
}
