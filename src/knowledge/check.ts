/**
 * The rules that hold between entries, beyond the form of each: ids, hierarchies, what a session must say, what a kind
 * of contribution needs. Each rule reports to the ledger; none stops the others.
 */
import type { Ledger } from './ledger.ts';
import { idOf, KIND_NAMES } from './ledger.ts';
import type { ContributionKind } from './model.ts';
import type { Entry, Kind, Written } from './read.ts';
import { SESSION_FACTS } from './schema.ts';

/** Goals and countries have ids of their own kind (numbers, ISO codes); sources are named only before a `#`, equivalents nowhere. */
const SHARED_IDS = [
  'session',
  'person',
  'organization',
  'contribution',
  'topic',
  'group',
  'actionLine',
] as const satisfies readonly Kind[];
const OWN_IDS = ['source', 'goal', 'country', 'equivalent'] as const satisfies readonly Kind[];

function checkIds(ledger: Ledger): void {
  const report = (kinds: readonly Kind[]): void => {
    const first = new Map<string, { readonly kind: Kind; readonly entry: Entry<unknown> }>();
    for (const kind of kinds) {
      for (const entry of ledger.written[kind]) {
        const id = idOf(entry);
        const earlier = first.get(id);
        if (earlier === undefined) {
          first.set(id, { kind, entry });
          continue;
        }
        const { line } = earlier.entry.file.locate(earlier.entry.path);
        const where = `${earlier.entry.file.path}:${line}`;
        const message = `The id "${id}" is taken by a ${KIND_NAMES[earlier.kind].one} (${where}).`;
        const remedy =
          earlier.kind === kind ? 'Merge the two, or give one another id.' : 'Give one of them another id.';
        ledger.report(entry, [kind === 'goal' ? 'goal' : 'id'], message, remedy);
      }
    }
  };
  report(SHARED_IDS);
  for (const kind of OWN_IDS) report([kind]);
}

/** An entry that is, over some steps, its own parent. */
function checkCycles<K extends 'session' | 'organization' | 'topic' | 'group' | 'actionLine'>(
  ledger: Ledger,
  kind: K,
  field: 'parent' | 'broader',
): void {
  const parentOf = (id: string): string | undefined =>
    (ledger.get(kind, id)?.value as { parent?: string; broader?: string } | undefined)?.[field];
  const done = new Set<string>();
  for (const entry of ledger.written[kind]) {
    const trail: string[] = [];
    let id: string | undefined = idOf(entry);
    while (id !== undefined && !done.has(id) && !trail.includes(id)) {
      trail.push(id);
      id = parentOf(id);
    }
    if (id !== undefined && trail.includes(id)) {
      const circle = [...trail.slice(trail.indexOf(id)), id].join(' → ');
      const first = ledger.get(kind, id) ?? entry;
      ledger.report(
        first,
        [field],
        `The \`${field}\` runs in a circle: ${circle}.`,
        `Remove \`${field}\` from one of them.`,
      );
    }
    for (const seen of trail) done.add(seen);
  }
}

type SessionEntry = Written['session'][number];

/** Whether the value is given: present, and not an empty list. */
function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** A root session gives each fact or says that the sources leave it open; none does both. */
function checkSessionFacts(ledger: Ledger): void {
  const children = new Map<string, SessionEntry[]>();
  for (const entry of ledger.written.session) {
    const { parent } = entry.value;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  /** People and materials of a part are people and materials of the whole. */
  const isGivenBelow = (
    entry: SessionEntry,
    fact: 'appearances' | 'materials',
    seen = new Set<string>(),
  ): boolean => {
    if (seen.has(entry.value.id)) return false;
    seen.add(entry.value.id);
    if (isGiven(entry.value[fact])) return true;
    return (children.get(entry.value.id) ?? []).some((part) => isGivenBelow(part, fact, seen));
  };
  for (const entry of ledger.written.session) {
    const { unstated, parent } = entry.value;
    for (const [index, fact] of unstated.entries()) {
      if (unstated.indexOf(fact) < index) {
        ledger.report(entry, ['unstated', index], `"${fact}" is listed twice.`, 'List it once.');
      }
    }
    for (const fact of SESSION_FACTS) {
      const given =
        fact === 'appearances' || fact === 'materials'
          ? isGivenBelow(entry, fact)
          : isGiven(entry.value[fact]);
      const index = unstated.indexOf(fact);
      if (given && index !== -1) {
        const message = `\`${fact}\` is given and listed as unstated.`;
        ledger.report(
          entry,
          ['unstated', index],
          message,
          `Remove "${fact}" from \`unstated\`, or the fact.`,
        );
      } else if (!given && index === -1 && parent === undefined) {
        const message = `\`${fact}\` is neither given nor listed as unstated.`;
        ledger.report(
          entry,
          [],
          message,
          `Give \`${fact}\`, or add "${fact}" to \`unstated\` if the sources leave it open.`,
        );
      }
    }
  }
}

/** Fields that belong to some kinds of contribution: these must have them, and others must not. */
const FIELDS_OF_KINDS: readonly {
  readonly field: 'stance' | 'figure' | 'poll' | 'title';
  readonly kinds: readonly ContributionKind[];
  readonly remedy: string;
}[] = [
  {
    field: 'stance',
    kinds: ['recommendation'],
    remedy:
      'Add `stance: explicit` where it is said outright, `stance: implied` where it is left to be understood.',
  },
  { field: 'figure', kinds: ['figure'], remedy: 'Add `figure` with value, unit and subject.' },
  { field: 'poll', kinds: ['poll'], remedy: 'Add `poll` with question and options.' },
  { field: 'title', kinds: ['practice', 'poll'], remedy: 'Add `title` with a few words that name it.' },
];

function checkContributions(ledger: Ledger): void {
  for (const entry of ledger.written.contribution) {
    const { value } = entry;
    for (const { field, kinds, remedy } of FIELDS_OF_KINDS) {
      const belongs = kinds.includes(value.kind);
      if (belongs && value[field] === undefined) {
        ledger.report(entry, ['kind'], `A ${value.kind} needs \`${field}\`.`, remedy);
      } else if (!belongs && value[field] !== undefined) {
        const message = `Only a ${kinds.join(' or ')} has \`${field}\`; this is a ${value.kind}.`;
        const change = kinds.map((kind) => `\`kind: ${kind}\``).join(' or ');
        ledger.report(entry, [field], message, `Remove \`${field}\`, or write ${change}.`);
      }
    }
    if (value.to.length > 0 && value.kind !== 'recommendation') {
      const message = `Only a recommendation is addressed \`to\` somebody; this is a ${value.kind}.`;
      ledger.report(
        entry,
        ['to'],
        message,
        'Remove `to`, or write `kind: recommendation` with its `stance`.',
      );
    }
    checkAddressees(ledger, entry);
    if (value.within !== undefined) checkWithin(ledger, entry, value.within);
  }
}

/** Whether a place does name somebody, only people can see; but nobody is addressed without anybody's having said where. */
function checkAddressees(ledger: Ledger, entry: Written['contribution'][number]): void {
  for (const [index, written] of entry.value.to.entries()) {
    const { group, at, implied } =
      typeof written === 'string' ? { group: written, at: undefined, implied: undefined } : written;
    if (at !== undefined && implied !== undefined) {
      const message = `"${group}" is both named, with \`at\`, and \`implied\`.`;
      ledger.report(entry, ['to', index, 'implied'], message, 'Remove one of the two.');
    } else if (at === undefined && implied === undefined && ledger.has('group', group)) {
      const remedy = `Write { group: ${group}, at: "…" } with the place that names it, { group: ${group}, implied: true } where nobody else can be meant, or remove it.`;
      const message = `Nothing says where "${group}" is addressed.`;
      ledger.report(entry, ['to', index], message, remedy, 'unproved');
    }
  }
}

function checkWithin(ledger: Ledger, entry: Written['contribution'][number], within: string): void {
  const { value } = entry;
  if (value.kind !== 'figure') {
    const message = `Only a figure stands \`within\` another contribution; this is a ${value.kind}.`;
    ledger.report(entry, ['within'], message, 'Remove `within`.');
    return;
  }
  const host = ledger.get('contribution', within);
  if (host === undefined) return; // reported as a dangling reference
  const known = ledger.has('session', host.value.session) && ledger.has('session', value.session);
  if (known && host.value.session !== value.session) {
    const message = `"${within}" belongs to the session "${host.value.session}", this to "${value.session}".`;
    ledger.report(entry, ['within'], message, 'Name a contribution of the same session, or remove `within`.');
  } else if (host.value.kind === 'figure') {
    const message =
      within === value.id ? 'A figure cannot stand within itself.' : `"${within}" is a figure itself.`;
    ledger.report(
      entry,
      ['within'],
      message,
      'Name the statement that holds the figure, or remove `within`.',
    );
  }
}

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function checkDates(ledger: Ledger): void {
  const check = (
    entry: Entry<unknown>,
    path: readonly (string | number)[],
    date: string | undefined,
  ): void => {
    if (date !== undefined && !isCalendarDate(date)) {
      ledger.report(entry, path, `There is no date ${date}.`, 'Correct the month or the day.');
    }
  };
  for (const entry of ledger.written.source) check(entry, ['date'], entry.value.date);
  for (const entry of ledger.written.session) {
    const { date, time, materials, added, parent } = entry.value;
    check(entry, ['added'], added);
    if (added !== undefined && parent !== undefined) {
      const message = 'A part of an event has no `added` of its own.';
      ledger.report(entry, ['added'], message, 'Give it to the event itself: the session without `parent`.');
    }
    check(entry, ['date', 'on'], date?.on);
    check(entry, ['date', 'until'], date?.until);
    for (const [index, material] of materials.entries())
      check(entry, ['materials', index, 'date'], material.date);
    if (date?.until !== undefined && date.until <= date.on) {
      const remedy = 'Correct one of the two; for one day give `on` alone.';
      ledger.report(
        entry,
        ['date', 'until'],
        `\`until\` (${date.until}) is not after \`on\` (${date.on}).`,
        remedy,
      );
    }
    if (time?.end !== undefined && time.end === time.start) {
      ledger.report(
        entry,
        ['time', 'end'],
        'The session ends when it starts.',
        'Correct `end`, or leave it out.',
      );
    }
  }
}

/** Everything that must hold for the knowledge to be loaded. */
export function checkRules(ledger: Ledger): void {
  checkIds(ledger);
  checkCycles(ledger, 'session', 'parent');
  checkCycles(ledger, 'organization', 'parent');
  checkCycles(ledger, 'actionLine', 'parent');
  checkCycles(ledger, 'topic', 'broader');
  checkCycles(ledger, 'group', 'broader');
  checkSessionFacts(ledger);
  checkContributions(ledger);
  checkDates(ledger);
}
