/** A question that names one thing and asks nothing of it becomes the command that shows the thing. */
import type { Archive } from '../archive/archive.ts';
import type { Query } from './query.ts';
import { filter } from './query.ts';
import { wordsOf } from './tokens.ts';

/** Words for what somebody is. */
const OFFICE: ReadonlySet<string> = new Set(['role', 'position', 'function']);

/** A question that names one thing and asks nothing of it is answered with the thing. */
export function redirect(query: Query, archive: Archive): Query {
  const { target } = query;
  if (query.command === 'open' && target !== undefined && archive.records.person(target)) {
    const { target: _, ...rest } = query;
    return { ...rest, command: 'speaker', filters: [filter('by', target)] };
  }
  const { command, want, filters, literal, phrases, without } = query;
  // "The role of Ms Dasgupta" asks who she is.
  const words = want === 'meaning' ? query.words.filter((word) => !OFFICE.has(word)) : query.words;
  if (
    command !== 'ask' ||
    words.length > 0 ||
    phrases.length > 0 ||
    without.length > 0 ||
    filters.length !== 1
  )
    return query;
  const [only] = filters;
  const [term] = only?.any ?? [];
  if (only === undefined || term === undefined || only.not) return query;
  const plain: Query = { command, filters, words, literal, phrases, without, page: query.page };
  if (
    term.field === 'by' &&
    (want === undefined || want === 'meaning' || want === 'people' || want === 'role')
  ) {
    const names = only.any.map(({ value }) => archive.records.person(value)?.name);
    const allPeople = names.every((name) => name !== undefined);
    // Words beside a name, however little they tell, may be what somebody else said of that person.
    const isAlone = literal.every((word) => names.some((name) => wordsOf(name ?? '').includes(word)));
    return allPeople && (isAlone || want !== undefined) ? { ...plain, command: 'speaker' } : query;
  }
  if (want !== undefined && want !== 'meaning') return query;
  // "The questions for discussion in the concept note" are something of the event, not the event.
  if (term.field === 'session' && literal.length > 0) return query;
  if (term.field === 'session' && want === 'meaning')
    return { ...plain, filters: [], command: 'open', target: term.value };
  if (term.field === 'org' && want === 'meaning')
    return { ...plain, filters: [], command: 'open', target: term.value };
  if ((term.field === 'sdg' || term.field === 'line') && want === 'meaning') {
    return {
      ...plain,
      filters: [],
      command: 'open',
      target: term.field === 'sdg' ? `sdg-${term.value}` : term.value,
    };
  }
  if (term.field === 'sdg' || term.field === 'line' || term.field === 'date')
    return { ...plain, command: 'sessions' };
  return query;
}
