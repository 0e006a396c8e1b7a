/**
 * The form that narrows a line, or makes a new one: its fields, and how it is read back when it was filled in. Each platform
 * draws it with what it has (`answer/form.ts`); none reads it by itself.
 */
import {
  type Filled,
  type Form,
  type FormChoice,
  type FormField,
  type FormRead,
  filledIn,
} from '../answer/form.ts';
import { firstPage, isList, lineOf, readFilter, readLine, writeLine, writeTerm } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { isTooLong } from '../reading/clean.ts';
import { parse } from '../reading/parse.ts';
import type { Query } from '../reading/query.ts';
import { wordsOf } from '../reading/tokens.ts';
import { contextOf, type Reader } from '../saying/context.ts';
import { commandNames } from './commands.ts';
import { narrowings } from './narrow.ts';

/** What a subject may be, as fields of lines. */
const SUBJECTS = ['topic', 'group', 'sdg'] as const;

/** Longest line of words that is read. */
const WORDS = 200;
const DATE = 40;

/**
 * The form for a line. Of one that lists nothing (a single entry, help, none) it is a new search.
 * @param reading what the line asks, in words
 * @example
 * const { fields } = await refineForm('sessions sdg:8', 'Sessions on SDG 8', archive, { locale: 'en-GB' });
 */
export async function refineForm(
  line: string,
  reading: string,
  archive: Archive,
  reader: Reader,
): Promise<Form> {
  const { says } = contextOf(archive, reader);
  const narrowed = isList(line) ? line : '';
  const offered = await offeredFor(narrowed, archive, reader);
  return formOf(narrowed, narrowed === '' ? '' : reading, offered, says);
}

function formOf(line: string, reading: string, offered: readonly FormChoice[], says: Catalogue): Form {
  const { refine } = says;
  const scopes: readonly FormChoice[] = [
    ...(line === '' ? [] : [{ label: refine.narrow, value: 'narrow' }]),
    { label: refine.sessions, value: 'sessions' },
    { label: refine.recommendations, value: 'recommendations' },
    { label: refine.everything, value: 'ask' },
  ];
  const fields: readonly FormField[] = [
    { kind: 'choice', name: 'scope', label: refine.scope, choices: scopes },
    {
      kind: 'pick',
      name: 'subject',
      label: refine.subject,
      hint: refine.subjectHint,
      completes: ['topic', 'goal'],
      several: true,
      offered,
    },
    {
      kind: 'pick',
      name: 'person',
      label: refine.person,
      hint: refine.personHint,
      completes: ['person'],
      several: false,
      offered: [],
    },
    { kind: 'text', name: 'date', label: refine.date, hint: refine.dateHint, most: DATE },
    { kind: 'text', name: 'words', label: refine.words, hint: refine.wordsHint, most: WORDS },
  ];
  return {
    name: 'refine',
    title: refine.title,
    submit: refine.submit,
    close: says.form.close,
    about: reading === '' ? '' : refine.about(reading),
    fields,
  };
}

/** The topics and goals that narrow the line; where none does, those that narrow the whole archive. */
async function offeredFor(line: string, archive: Archive, reader: Reader): Promise<readonly FormChoice[]> {
  const { says } = contextOf(archive, reader);
  for (const of of new Set([line, lineOf.sessions()].filter((one) => one !== ''))) {
    const groups = await narrowings(queryOf(listOf(of), archive), archive, reader);
    const values = groups.flatMap(({ values }) => values);
    const offered = values.flatMap(({ label, count, line: leads }): readonly FormChoice[] => {
      const term = readLine(leads)?.filters.at(-1)?.any[0];
      return term === undefined || !SUBJECTS.some((field) => field === term.field)
        ? []
        : [{ label: says.refine.offered(label, count), value: writeTerm(term.field, term.value) }];
    });
    if (offered.length > 0) return offered;
  }
  return [];
}

const queryOf = (line: string, { vocabulary }: Archive, now = new Date()): Query =>
  parse(line, { vocabulary, commands: commandNames(), now, hasPrevious: false }).query;

/**
 * The line that the filled form asks, to be read like any other; or what to mend, at its field.
 * @param now for "this year" in the field of the date
 * @example
 * await readRefined('sessions sdg:8', { scope: ['narrow'], date: ['2022'] }, archive, {}, new Date()) // { line: 'sessions sdg:8 date:2022' }
 * await readRefined('', { date: ['soon'] }, archive, {}, new Date()) // { problems: { date: 'This is no date …' } }
 */
export async function readRefined(
  line: string,
  given: Filled,
  archive: Archive,
  reader: Reader,
  now: Date,
): Promise<FormRead> {
  const { says } = contextOf(archive, reader);
  const base = isList(line) ? listOf(firstPage(line)) : '';
  const { filled, problems } = filledIn(formOf(base, '', [], says), given, says);
  const [scope = 'ask'] = filled.scope ?? [];
  const subject = readSubjects(filled.subject ?? [], archive, now);
  const person = await readPerson(filled.person ?? [], archive, says);
  const date = readDate(filled.date ?? [], archive, now);
  const [words = ''] = filled.words ?? [];
  const wrong = {
    ...(subject === undefined ? { subject: says.refine.noSubject } : {}),
    ...('problem' in person ? { person: person.problem } : {}),
    ...(date === undefined ? { date: says.refine.noDate } : {}),
    ...(words !== '' && wordsOf(words).length === 0 ? { words: says.refine.noWords } : {}),
    ...problems,
  };
  if (subject === undefined || 'problem' in person || date === undefined || Object.keys(wrong).length > 0)
    return { problems: wrong };
  const parts = [subject, person.part, date, words].filter((part) => part !== '');
  const isNarrowing = scope === 'narrow';
  // All sessions and all recommendations are lists of their own; the same once more, or everything, is none.
  if (parts.length === 0 && (isNarrowing || scope === 'ask'))
    return { problems: { words: says.refine.empty } };
  const asked = lineOf.typed(isNarrowing ? base : scope, parts.join(' '));
  return isTooLong(asked) ? { problems: { words: says.refine.tooMuch } } : { line: asked };
}

/** Of a person, what was said is narrowed: words behind a name would be read as one. */
function listOf(line: string): string {
  const read = readLine(line);
  return read?.command === 'speaker' ? writeLine({ ...read, command: 'ask' }) : line;
}

/** Any of the subjects, as one condition; '' for none, undefined where one is none that the archive has. */
function readSubjects(values: readonly string[], archive: Archive, now: Date): string | undefined {
  const terms = values.map((value) => {
    const [picked] = readFilter(value)?.any ?? [];
    const known = SUBJECTS.find((field) => field === picked?.field);
    if (picked !== undefined && known !== undefined)
      return archive.vocabulary.name(known, picked.value) === undefined ? undefined : [picked];
    const { filters, words } = queryOf(lineOf.typed('sessions', value), archive, now);
    const named = filters.flatMap(({ any, not }) => (not ? [] : any));
    const isSubject = words.length === 0 && filters.length === 1 && named.length > 0;
    return isSubject && named.every(({ field }) => SUBJECTS.some((one) => one === field)) ? named : undefined;
  });
  if (terms.some((term) => term === undefined)) return undefined;
  return conditionOf(terms.flatMap((term) => term ?? []));
}

/** One condition as it stands in a line. */
function conditionOf(any: readonly { readonly field: string; readonly value: string }[]): string {
  return any.length === 0 ? '' : any.map(({ field, value }) => writeTerm(field, value)).join('|');
}

/** Whom a name or a picked person means. */
async function readPerson(
  [value = '']: readonly string[],
  { records, matchName }: Archive,
  { refine }: Catalogue,
): Promise<{ readonly part: string } | { readonly problem: string }> {
  if (value === '') return { part: '' };
  const [picked] = readFilter(value)?.any ?? [];
  if (picked?.field === 'by')
    return records.person(picked.value) === undefined
      ? { problem: refine.nobody }
      : { part: writeTerm('by', picked.value) };
  const { outcome, people } = await matchName(wordsOf(value).join(' '), NAMESAKES);
  const [first, ...others] = outcome === 'found' ? people : [];
  if (first === undefined) return { problem: refine.nobody };
  if (others.length > 0) return { problem: refine.somebody(people.map(({ name }) => name)) };
  return { part: writeTerm('by', first.id) };
}

/** So many people of one name are named. */
const NAMESAKES = 5;

/** A date and nothing else; '' for none, undefined for what is no date. */
function readDate([value = '']: readonly string[], archive: Archive, now: Date): string | undefined {
  if (value === '') return '';
  const { filters, words, phrases, without } = queryOf(lineOf.typed('sessions', value), archive, now);
  const dates = filters.filter(({ any, not }) => !not && any.every(({ field }) => field === 'date'));
  const isDate = dates.length === 1 && filters.length === 1;
  return isDate && words.length + phrases.length + without.length === 0
    ? conditionOf(dates.flatMap(({ any }) => any))
    : undefined;
}
