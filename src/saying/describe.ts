/** A query in words: what was understood. Only words that the archive knows are named. */

import type { AskedFor, Named, Names, ToldCondition, ToldConditions } from '../locales/values.ts';
import { NO_DATE } from '../reading/dates.ts';
import { comparedIn, type Filter, isRole, type Query, type Term } from '../reading/query.ts';
import type { Context } from './context.ts';
import { formatDate, monthName, weekdayName } from './dates.ts';
import { fullName } from './names.ts';

function dateNamed(value: string, locale: string): Named {
  if (value === NO_DATE) return { is: 'undated' };
  const [, month, day] = /^--(\d{2})(?:-(\d{2}))?$/.exec(value) ?? [];
  if (month !== undefined) {
    const name = monthName(Number(month), locale);
    return day === undefined ? { is: 'month', when: name } : { is: 'on', when: `${Number(day)} ${name}` };
  }
  if (value.startsWith('-W-')) return { is: 'weekday', when: weekdayName(Number(value.slice(3)), locale) };
  if (!value.includes('..')) return { is: 'on', when: formatDate(value, locale) };
  const [start = '', end = ''] = value.split('..');
  if (start === '') return { is: 'before', when: formatDate(end, locale) };
  if (end === '') return { is: 'after', when: formatDate(start, locale) };
  return { is: 'between', from: formatDate(start, locale), to: formatDate(end, locale) };
}

/** The name that a filter's term goes by, or '' where it is no term of the archive. */
export function termName(term: Term, context: Context): string {
  return context.says.understood.name(namedBy(term, context));
}

/** What a filter's term stands for; '' where it is no term of the archive. */
function namedBy({ field, value }: Term, { records, vocabulary, locale }: Context): Named {
  switch (field) {
    case 'sdg': {
      const goal = records.goal(Number(value));
      return goal ? { is: 'goal', number: value, name: goal.short.en ?? '' } : '';
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
    case 'part':
    case 'has':
    case 'stance':
      return { is: field, key: value };
    case 'session':
      return records.session(value)?.title ?? '';
    case 'source':
      return records.source(value)?.short ?? '';
    case 'date':
      return dateNamed(value, locale);
    case 'name':
      return '';
    case 'org': {
      const organization = records.organization(value);
      return organization ? fullName(organization) : '';
    }
    case 'from':
      return vocabulary.name('country', value) ?? '';
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

/**
 * A name that begins with a capital for its place alone, as it stands within a sentence. Of topics and groups: names of
 * countries and people keep theirs.
 * @example withinSentence('Skills development') // 'skills development'; 'ICT sector' stays as it is
 */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const ABOUT: ReadonlySet<string> = new Set(['topic', 'sdg', 'line', 'country', 'org', 'group']);

const isAbout = (filter: Filter): boolean => ABOUT.has(filter.any[0]?.field ?? '');

/** The names of a filter's alternatives. */
function namesOf(filter: Filter, context: Context): Names {
  const names = filter.any
    .map((term) => namedBy(term, context))
    .map((named) => ({ named, text: context.says.understood.name(named) }))
    .filter(({ text }) => text !== '');
  // A word with several meanings ("gender equality", the topic and the goal) is told once.
  const told = names.filter(
    ({ text }, place) => !names.slice(0, place).some((before) => overlap(before.text, text)),
  );
  return told.slice(0, NAMES).map(({ named }) => named);
}

/** More names than this say no more. */
const NAMES = 4;

function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

function conditionOf(filter: Filter, context: Context, { command, want }: Query): ToldCondition[] {
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
export function toldConditions(query: Query, known: ReadonlySet<string>, context: Context): ToldConditions {
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
    toldConditions(rest, known, context),
  );
}

function askedOf(
  { command, want }: Query,
  compared: Filter | undefined,
  kind: Filter | undefined,
  context: Context,
): AskedFor {
  if (compared !== undefined)
    return {
      kind: 'compared',
      names: compared.any.map((term) => namedBy(term, context)).filter((named) => named !== ''),
    };
  if (kind !== undefined) return { kind: 'named', names: namesOf(kind, context) };
  if (want !== undefined) return { kind: 'want', want };
  return { kind: command === 'sessions' || command === 'recommendations' ? command : 'entries' };
}
