/**
 * Conditions that nothing can meet: a value that a field does not have ("kind:constructor", "sdg:99"), a day that there
 * is not (31 February). They are told rather than searched for.
 */
import type { Vocabulary, VocabularyField } from '../knowledge/vocabulary.ts';
import { impossibleIn } from './date-points.ts';
import type { Field, Query, Term } from './query.ts';

/** What cannot be met. */
export interface Fault {
  /** The field, or what was wanted. */
  readonly field: Field | 'want';
  /** The value, folded. */
  readonly value: string;
}

/** Fields whose values are listed here. */
export const CLOSED_VALUES: ReadonlyMap<Fault['field'], readonly string[]> = new Map<
  Fault['field'],
  readonly string[]
>([
  ['kind', ['statement', 'recommendation', 'practice', 'figure', 'poll']],
  ['part', ['moderator', 'opening', 'keynote', 'panellist', 'speaker', 'closing', 'organizer', 'author']],
  ['stance', ['explicit', 'implied']],
  [
    'has',
    [
      ...['number', 'money', 'share', 'time', 'date', 'maker'],
      ...['attendance', 'hours', 'place', 'languages', 'organizers', 'funders', 'moderators'],
    ],
  ],
]);

/** Which parts of the vocabulary a field's values may be of. */
export const VOCABULARY_OF: ReadonlyMap<Fault['field'], readonly VocabularyField[]> = new Map<
  Fault['field'],
  readonly VocabularyField[]
>([
  ['to', ['group', 'org']],
  ['group', ['group']],
  ['topic', ['topic']],
  ['sdg', ['sdg']],
  ['line', ['line']],
  ['country', ['country']],
  ['from', ['country']],
  ['org', ['org']],
  ['source', ['source']],
  ['organizer', ['org', 'group', 'country']],
  ['supporter', ['org', 'group', 'country']],
  ['funder', ['org', 'group', 'country']],
]);

function isMet({ field, value }: Term, vocabulary: Vocabulary): boolean {
  if (field === 'date') return impossibleIn(value) === undefined;
  if (field === 'sdg') return /^(?:[1-9]|1[0-7])$/.test(value);
  const closed = CLOSED_VALUES.get(field);
  if (closed !== undefined) return closed.includes(value);
  const fields = VOCABULARY_OF.get(field);
  return fields === undefined || fields.some((one) => vocabulary.name(one, value) !== undefined);
}

/** The first condition of a query that nothing can meet; undefined where each can be met. */
export function faultIn({ filters }: Query, vocabulary: Vocabulary): Fault | undefined {
  const terms = filters.flatMap(({ any }) => any);
  const fault = terms.find((term) => !isMet(term, vocabulary));
  return fault && { field: fault.field, value: fault.value };
}
