/** What is said where a line could not be read, or asks for what cannot be: why, and what there is. */
import type { Answer, Choice } from '../answer/answer.ts';
import type { Archive } from '../archive/archive.ts';
import { REQUEST_LIMIT } from '../reading/clean.ts';
import { impossibleIn } from '../reading/date-points.ts';
import { CLOSED_VALUES, type Fault, VOCABULARY_OF } from '../reading/faults.ts';
import { format } from '../reading/format.ts';
import type { Parsed } from '../reading/parsed.ts';
import { EMPTY_QUERY, filter, type Query, WANTS } from '../reading/query.ts';
import { nearest } from '../text/nearest.ts';
import { commandItem, exampleChoices, type ToldCommand } from './commands.ts';
import { compose } from './compose.ts';
import type { Context } from './context.ts';
import { monthName } from './dates.ts';
import { toldConditions } from './describe.ts';
import { nearestCommands } from './near.ts';

/** Values that are shown of those that there are. */
const SHOWN = 6;

/** What may be repeated of what was typed as a command. */
const COMMAND_LIKE = /^[\p{L}\p{M}\p{N}_-]{1,32}$/u;

interface Known {
  readonly names: readonly string[];
  /** There are no others. */
  readonly all: boolean;
}

/** The values that a field has: all of a short list, else what is nearest and what the archive is about. */
function knownValues({ field, value }: Fault, archive: Archive): Known {
  const closed = CLOSED_VALUES.get(field);
  if (closed !== undefined) return { names: closed, all: true };
  if (field === 'want') return { names: WANTS.slice(0, SHOWN), all: false };
  const fields = VOCABULARY_OF.get(field) ?? [];
  const used = archive.vocabulary.entries.filter(
    (entry) => fields.includes(entry.field) && archive.isUsed(entry.field, entry.value),
  );
  const names = used.map(({ name }) => name);
  const near = nearest(value, names);
  const shown = [...new Set([...(near === undefined ? [] : [near]), ...names])].slice(0, SHOWN);
  return { names: shown, all: shown.length === names.length };
}

/** A day that there is not, in words: "31 February 2022". */
function dayText(iso: string, { locale }: Context): string {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
  const name = Number(month) >= 1 && Number(month) <= 12 ? monthName(Number(month), locale) : '';
  if (name === '') return iso;
  return [Number(day), name, ...(year === '-' ? [] : [year])].join(' ');
}

/** A month that holds no such day is asked for instead. */
function faultChoices({ field, value }: Fault, context: Context): Choice[] {
  const month = field === 'date' ? /^(\d{4})-(0[1-9]|1[0-2])-/.exec(impossibleIn(value) ?? '') : null;
  if (month === null) return [];
  const query: Query = {
    ...EMPTY_QUERY,
    command: 'sessions',
    filters: [filter('date', `${month[1]}-${month[2]}`)],
  };
  const label = context.says.choice.wider.sessions(toldConditions(query, new Set(), context));
  return [{ label, line: format(query), kind: 'suggest' }];
}

/** What is wrong, as a title and what there is instead. */
interface Told {
  readonly title: string;
  readonly lead: string;
}

function faultTold(fault: Fault, archive: Archive, context: Context): Told {
  const { unclear } = context.says;
  const impossible = fault.field === 'date' ? impossibleIn(fault.value) : undefined;
  if (impossible !== undefined) return { title: unclear.noDay(dayText(impossible, context)), lead: '' };
  const title = unclear.noValue(fault.field, context.asWritten(fault.value));
  if (fault.field === 'sdg') return { title, lead: unclear.goals };
  const { names, all } = knownValues(fault, archive);
  return { title, lead: unclear.values(fault.field, names, all) };
}

function toldOf(parsed: Parsed, archive: Archive, context: Context): Told {
  const { unclear } = context.says;
  if (parsed.problem === 'too-long')
    return { title: unclear.tooLong.title, lead: unclear.tooLong.lead(REQUEST_LIMIT) };
  if (parsed.problem === 'no-subject') return { title: unclear.title, lead: unclear.noSubject };
  return parsed.fault === undefined
    ? { title: unclear.title, lead: '' }
    : faultTold(parsed.fault, archive, context);
}

/**
 * Says why a line could not be read, or what it asks for that there is not; of a command that there is not, which there are.
 * @param commands all commands in the words of the answer's language
 */
export function composeProblem(
  parsed: Parsed,
  commands: readonly ToldCommand[],
  archive: Archive,
  context: Context,
): Answer {
  const { unclear } = context.says;
  if (parsed.problem === 'unknown-command') {
    const [name] = nearestCommands(parsed.attempted ?? '');
    const meant = commands.find((one) => one.name === name);
    return compose(parsed.query, context, {
      outcome: 'unclear',
      line: '',
      title: unclear.unknownCommand(COMMAND_LIKE.exec(parsed.attempted ?? '')?.[0] ?? ''),
      lead: meant === undefined ? unclear.commands : unclear.didYouMean(`/${meant.name}`),
      items: (meant === undefined ? commands : [meant]).map(commandItem),
      choices: (meant === undefined ? [] : exampleChoices(meant)).concat(context.examples),
    });
  }
  return compose(parsed.query, context, {
    outcome: 'unclear',
    line: '',
    ...toldOf(parsed, archive, context),
    choices: [
      ...(parsed.fault === undefined ? [] : faultChoices(parsed.fault, context)),
      ...context.examples,
    ],
  });
}
