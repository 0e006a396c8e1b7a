/** A query in words: what was understood. Only words that the archive knows are named. */
import { NO_DATE } from '../reading/dates.ts';
import { comparedIn, type Filter, isRole, type Query, type Role, type Term } from '../reading/query.ts';
import type { Context } from './context.ts';
import { formatDate } from './dates.ts';
import { fullName } from './names.ts';

function describeDate(value: string, { locale, says }: Context): string {
  const { understood } = says;
  if (value === NO_DATE) return understood.withoutDate;
  if (value.startsWith('--'))
    return understood.inMonth(formatDate(`2000-${value.slice(2)}`, locale).replace(/ \d{4}$/, ''));
  if (value.startsWith('-W-')) return understood.onWeekday(weekdayName(Number(value.slice(3)), locale));
  if (!value.includes('..')) return understood.from(formatDate(value, locale));
  const [start = '', end = ''] = value.split('..');
  if (start === '') return understood.before(formatDate(end, locale));
  if (end === '') return understood.after(formatDate(start, locale));
  return understood.between(formatDate(start, locale), formatDate(end, locale));
}

/** @param day 1 is Monday */
function weekdayName(day: number, locale: string): string {
  // The third of January 2000 was a Monday.
  const date = new Date(Date.UTC(2000, 0, 2 + day));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** The name that a filter's term goes by, or '' where it is no term of the archive. */
export function termName({ field, value }: Term, context: Context): string {
  const { records, vocabulary, says } = context;
  switch (field) {
    case 'sdg': {
      const goal = records.goal(Number(value));
      return goal ? `SDG ${value} (${goal.short.en})` : '';
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

/** The names of a filter's alternatives: "universities or research institutions". */
function nameOf(filter: Filter, context: Context): string {
  const names = filter.any.map((term) => termName(term, context)).filter((name) => name !== '');
  // A word with several meanings ("gender equality", the topic and the goal) is told once.
  const told = names.filter((name, place) => !names.slice(0, place).some((before) => overlap(before, name)));
  return context.says.either(told.slice(0, NAMES));
}

/** More names than this say no more. */
const NAMES = 4;

function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

/** What somebody did for an event: said of the sessions themselves, or of what was said at them. */
function describeRole(role: Role, name: string, ofSessions: boolean, { says }: Context): string {
  const { understood } = says;
  const done = {
    organizer: understood.organizedBy,
    supporter: understood.supportedBy,
    funder: understood.fundedBy,
    moderator: understood.moderatedBy,
  }[role](name);
  return ofSessions ? done : understood.atEvents(done);
}

function describeFilter(filter: Filter, context: Context, { command, want }: Query): string {
  const name = nameOf(filter, context);
  if (name === '') return '';
  const { understood } = context.says;
  if (filter.not) return understood.not(name);
  const field = filter.any[0]?.field ?? '';
  if (isRole(field)) return describeRole(field, name, command === 'sessions', context);
  switch (field) {
    case 'by':
    case 'part': {
      if (want !== 'people' && want !== 'role') return understood.by(name);
      return context.records.person(filter.any[0]?.value ?? '') ? name : understood.of(name);
    }
    case 'to':
      return understood.to(name);
    case 'date':
    case 'kind':
    case 'stance':
    case 'has':
      return name;
    case 'session':
    case 'source':
      return understood.in(name);
    case 'from':
      return understood.madeFrom(name);
    default:
      return understood.about(name);
  }
}

/** The subject of a query alone: "labour migration, by Natalia Popova"; a fallback where nothing in it has a name. */
export function describeSubject(query: Query, known: ReadonlySet<string>, context: Context): string {
  // "on labour migration and Japan" reads better than "on labour migration, on Japan".
  const abouts = query.filters
    .filter((filter) => !filter.not && isAbout(filter))
    .map((filter) => nameOf(filter, context))
    .filter((name) => name !== '');
  const others = query.filters.filter((filter) => filter.not || !isAbout(filter));
  const parts = others.map((filter) => describeFilter(filter, context, query)).filter((part) => part !== '');
  if (abouts.length > 0) parts.unshift(context.says.understood.about(context.says.list(abouts)));
  const spoken = query.words.filter((word) => known.has(word));
  const texts = [...spoken.map((word) => `“${word}”`), ...query.phrases.map(context.says.understood.phrase)];
  if (texts.length > 0) parts.push(context.says.understood.withWords(context.says.list(texts)));
  if (query.without.length > 0)
    parts.push(context.says.understood.not(context.says.list(query.without.map((word) => `“${word}”`))));
  return parts.join(', ');
}

/** The whole reading but for the page: "recommendations on labour migration". */
export function describe(query: Query, known: ReadonlySet<string>, context: Context): string {
  const { understood } = context.says;
  const compared = query.want === 'compare' ? comparedIn(query) : undefined;
  // "Polls on migration", rather than what was said on migration that is a poll.
  const kinds = query.filters.filter(({ any, not }) => !not && any.every(({ field }) => field === 'kind'));
  const listed = query.command === 'ask' && (query.want === undefined || query.want === 'remarks');
  const kind = listed && kinds.length === 1 ? kinds[0] : undefined;
  const subject = describeSubject(
    compared
      ? { ...query, filters: query.filters.filter((one) => one !== compared) }
      : { ...query, filters: query.filters.filter((one) => one !== kind) },
    known,
    context,
  );
  const head = compared
    ? understood.comparison(
        context.says.list(compared.any.map((term) => termName(term, context)).filter((name) => name !== '')),
      )
    : kind !== undefined
      ? nameOf(kind, context)
      : query.want !== undefined
        ? (understood.want[query.want] ?? '')
        : query.command === 'sessions'
          ? understood.sessions
          : query.command === 'recommendations'
            ? understood.recommendations
            : understood.entries;
  return [head, subject].filter((part) => part !== '').join(' ');
}
