/** A query in words: what was understood. Only words that the archive knows are named. */

import type { Asked, Condition, Names, Subject } from '../locales/values.ts';
import { NO_DATE } from '../reading/dates.ts';
import { comparedIn, type Filter, isRole, type Query, type Term } from '../reading/query.ts';
import type { Context } from './context.ts';
import { formatDate, monthName, weekdayName } from './dates.ts';
import { fullName } from './names.ts';

function describeDate(value: string, { locale, says }: Context): string {
  const { understood } = says;
  if (value === NO_DATE) return understood.withoutDate;
  if (value.startsWith('--')) return understood.inMonth(monthName(Number(value.slice(2)), locale));
  if (value.startsWith('-W-')) return understood.onWeekday(weekdayName(Number(value.slice(3)), locale));
  if (!value.includes('..')) return understood.from(formatDate(value, locale));
  const [start = '', end = ''] = value.split('..');
  if (start === '') return understood.before(formatDate(end, locale));
  if (end === '') return understood.after(formatDate(start, locale));
  return understood.between(formatDate(start, locale), formatDate(end, locale));
}

/** The name that a filter's term goes by, or '' where it is no term of the archive. */
export function termName({ field, value }: Term, context: Context): string {
  const { records, vocabulary, says } = context;
  switch (field) {
    case 'sdg': {
      const goal = records.goal(Number(value));
      return goal ? says.goal.explained(value, goal.short.en ?? '') : '';
    }
    case 'to':
      return withinSentence(vocabulary.name('group', value) ?? '');
    case 'by':
      return (
        records.person(value)?.name ??
        records.organization(value)?.name ??
        records.group(value)?.name.toLowerCase() ??
        ''
      );
    case 'kind':
      return says.kinds[value] ?? '';
    case 'session':
      return records.session(value)?.title ?? '';
    case 'source':
      return records.source(value)?.short ?? '';
    case 'date':
      return describeDate(value, context);
    case 'name':
      return '';
    case 'org': {
      const organization = records.organization(value);
      return organization ? fullName(organization) : '';
    }
    case 'from':
      return vocabulary.name('country', value) ?? '';
    case 'part':
      return says.partPlural[value] ?? '';
    case 'has':
      return value === 'money' ? says.understood.sums : '';
    case 'stance':
      return value === 'implied' ? says.stance.implied : says.stance.explicit;
    case 'organizer':
    case 'supporter':
    case 'funder':
    case 'moderator': {
      const organization = records.organization(value);
      return organization
        ? fullName(organization)
        : (records.person(value)?.name ??
            vocabulary.name('country', value) ??
            records.group(value)?.name.toLowerCase() ??
            '');
    }
    case 'topic':
      return withinSentence(vocabulary.name('topic', value) ?? '');
    case 'group':
      return vocabulary.name('group', value)?.toLowerCase() ?? '';
    default:
      return vocabulary.name(field, value) ?? '';
  }
}

/** A name that begins with a capital for its place alone; "ICT sector" keeps it. */
function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const ABOUT: ReadonlySet<string> = new Set(['topic', 'sdg', 'line', 'country', 'org', 'group']);

const isAbout = (filter: Filter): boolean => ABOUT.has(filter.any[0]?.field ?? '');

/** The names of a filter's alternatives. */
function namesOf(filter: Filter, context: Context): Names {
  const names = filter.any.map((term) => termName(term, context)).filter((name) => name !== '');
  // A word with several meanings ("gender equality", the topic and the goal) is told once.
  const told = names.filter((name, place) => !names.slice(0, place).some((before) => overlap(before, name)));
  return told.slice(0, NAMES);
}

/** More names than this say no more. */
const NAMES = 4;

function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

function conditionOf(filter: Filter, context: Context, { command, want }: Query): Condition[] {
  const names = namesOf(filter, context);
  if (names.length === 0) return [];
  if (filter.not) return [{ kind: 'not', names }];
  const field = filter.any[0]?.field ?? '';
  if (isRole(field)) return [{ kind: field, names, ofEvents: command === 'sessions' }];
  switch (field) {
    case 'by':
    case 'part': {
      if (want !== 'people' && want !== 'role') return [{ kind: 'by', names }];
      return [{ kind: context.records.person(filter.any[0]?.value ?? '') ? 'is' : 'of', names }];
    }
    case 'to':
      return [{ kind: 'to', names }];
    case 'date':
    case 'kind':
    case 'stance':
    case 'has':
      return [{ kind: 'is', names }];
    case 'session':
    case 'source':
      return [{ kind: 'in', names }];
    case 'from':
      return [{ kind: 'madeFrom', names }];
    default:
      return [{ kind: 'about', subjects: [names] }];
  }
}

/** The conditions of a query, for messages: on labour migration, by Natalia Popova; empty where nothing in it has a name. */
export function subjectOf(query: Query, known: ReadonlySet<string>, context: Context): Subject {
  // "on labour migration and Japan" reads better than "on labour migration, on Japan".
  const subjects = query.filters
    .filter((filter) => !filter.not && isAbout(filter))
    .map((filter) => namesOf(filter, context))
    .filter((names) => names.length > 0);
  const others = query.filters.filter((filter) => filter.not || !isAbout(filter));
  const words = query.words.filter((word) => known.has(word));
  return [
    ...(subjects.length > 0 ? [{ kind: 'about', subjects } as const] : []),
    ...others.flatMap((filter) => conditionOf(filter, context, query)),
    ...(words.length + query.phrases.length > 0
      ? [{ kind: 'words', words, phrases: query.phrases } as const]
      : []),
    ...(query.without.length > 0 ? [{ kind: 'without', words: query.without } as const] : []),
  ];
}

/** The whole reading but for the page: "recommendations on labour migration". */
export function describe(query: Query, known: ReadonlySet<string>, context: Context): string {
  const compared = query.want === 'compare' ? comparedIn(query) : undefined;
  // "Polls on migration", rather than what was said on migration that is a poll.
  const kinds = query.filters.filter(({ any, not }) => !not && any.every(({ field }) => field === 'kind'));
  const listed = query.command === 'ask' && (query.want === undefined || query.want === 'remarks');
  const kind = listed && kinds.length === 1 ? kinds[0] : undefined;
  const told = compared ?? kind;
  const rest = { ...query, filters: query.filters.filter((one) => one !== told) };
  return context.says.understood.reading(
    askedOf(query, compared, kind, context),
    subjectOf(rest, known, context),
  );
}

function askedOf(
  { command, want }: Query,
  compared: Filter | undefined,
  kind: Filter | undefined,
  context: Context,
): Asked {
  if (compared !== undefined)
    return {
      kind: 'compared',
      names: compared.any.map((term) => termName(term, context)).filter((name) => name !== ''),
    };
  if (kind !== undefined) return { kind: 'named', name: context.says.either(namesOf(kind, context)) };
  if (want !== undefined) return { kind: 'want', want };
  return { kind: command === 'sessions' || command === 'recommendations' ? command : 'entries' };
}
