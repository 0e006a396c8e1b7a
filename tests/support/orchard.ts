/**
 * A second invented archive, of another subject and with other kinds of events than the harbour: a summit, a hearing and a
 * round table on orchards and bees. Its figures share a subject and a unit, its people come from several countries, one
 * event has no date, and some who were there said nothing that is recorded.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import type { Contribution, ContributionKind, Knowledge } from '../../src/knowledge/model.ts';
import {
  addressed,
  appearance,
  at,
  by,
  contribution,
  group,
  knowledgeOf,
  organization,
  person,
  SOURCE,
  session,
  source,
  topic,
} from './knowledge.ts';

/** A sum of hives that a country lost, as somebody told it. */
function hives(id: string, country: string, name: string, value: number): Contribution {
  return contribution(
    'figure',
    id,
    'hearing',
    `${name} lost ${value.toLocaleString('en')} hives in one winter.`,
    {
      makers: by('joao-brandt'),
      topics: ['bees'],
      countries: [country],
      figure: { value, unit: 'hives', subject: 'hives lost in one winter', year: 2022 },
      evidence: [at('21')],
    },
  );
}

const said = (
  kind: ContributionKind,
  id: string,
  where: string,
  who: string,
  text: string,
  over: Partial<Contribution> = {},
): Contribution =>
  contribution(kind, id, where, text, {
    makers: by(who),
    ...(kind === 'recommendation' ? { stance: 'explicit' as const } : {}),
    ...over,
  });

const SAID: readonly Contribution[] = [
  said(
    'statement',
    'frost-late',
    'summit-frost',
    'irma-talvik',
    'Late frost destroyed the apricot blossom in three valleys.',
    {
      topics: ['frost'],
      evidence: [at('11')],
    },
  ),
  said(
    'recommendation',
    'frost-fans',
    'summit-frost',
    'irma-talvik',
    'Growers should hang wind machines above the trees.',
    {
      topics: ['frost'],
      to: addressed('growers'),
      evidence: [at('12')],
    },
  ),
  said(
    'figure',
    'old-trees',
    'summit',
    'irma-talvik',
    'In Estonia 40 per cent of apple trees are older than thirty years.',
    {
      countries: ['EE'],
      figure: { value: 40, unit: 'per cent', subject: 'apple trees older than thirty years' },
      evidence: [at('13')],
    },
  ),
  said(
    'statement',
    'frost-cover',
    'summit-frost',
    'sefa-onur',
    'Frost cover made of wool keeps buds warm for one night only.',
    {
      topics: ['frost'],
      evidence: [at('14')],
    },
  ),
  said(
    'recommendation',
    'schools-lend',
    'hearing',
    'sefa-onur',
    'Schools should lend a hive to every pupil who wants to keep bees.',
    {
      topics: ['bees'],
      to: addressed('schools'),
      evidence: [at('22')],
    },
  ),
  said(
    'statement',
    'spray',
    'hearing',
    'joao-brandt',
    'Spraying at dusk spares the bees, but hardly anybody does it.',
    {
      topics: ['bees', 'spraying'],
      evidence: [at('23')],
    },
  ),
  said(
    'recommendation',
    'ban',
    'hearing',
    'joao-brandt',
    'Parliament should ban spraying while trees flower.',
    {
      topics: ['spraying'],
      to: addressed('governments'),
      evidence: [at('24')],
    },
  ),
  said(
    'statement',
    'ban-against',
    'hearing',
    'nell-carrow',
    'A ban on spraying would ruin small growers of pears.',
    {
      topics: ['spraying'],
      evidence: [at('25')],
    },
  ),
  said(
    'statement',
    'cider-tax',
    'cider',
    'nell-carrow',
    'The tax on cider has risen faster than its price.',
    {
      topics: ['cider'],
      evidence: [at('p1', 'cider-note')],
    },
  ),
  contribution(
    'statement',
    'cider-next',
    'cider',
    'The makers meet next in Kilkenny, in the autumn of 2026.',
    {
      makers: [{ kind: 'session', id: 'cider' }],
      evidence: [at('p2', 'cider-note')],
    },
  ),
  contribution('statement', 'cider-voice', 'cider', 'Nobody pays for windfall apples any more.', {
    makers: [{ kind: 'unnamed', voice: 'a young grower' }],
    topics: ['cider'],
    evidence: [at('p2', 'cider-note')],
  }),
  contribution(
    'statement',
    'museum',
    'summit',
    'The summit asked for a museum of old varieties, to be opened in May 2027.',
    {
      makers: [{ kind: 'session', id: 'summit' }],
      evidence: [at('15')],
    },
  ),
  hives('hives-portugal', 'PT', 'Portugal', 4500),
  hives('hives-turkey', 'TR', 'Turkey', 1200),
  hives('hives-slovenia', 'SI', 'Slovenia', 300),
];

export const ORCHARD: Knowledge = knowledgeOf({
  revision: 'orchard',
  sources: [
    source(SOURCE, { title: 'Orchards and bees', short: 'orchard report', date: '2023-12' }),
    source('cider-note', {
      title: 'Note on a round table',
      short: 'cider note',
      places: [
        { at: 'p1', label: 'paragraph 1' },
        { at: 'p2', label: 'paragraph 2' },
      ],
    }),
  ],
  sessions: [
    session('summit', {
      title: 'Blossom summit',
      kind: 'summit',
      date: { on: '2021-04-14', evidence: [at('1')] },
      place: { name: 'Merano', country: 'IT', evidence: [at('1')] },
      organizers: [{ organization: 'orchard-council', evidence: [at('1')] }],
      attendance: { value: 320, evidence: [at('1')] },
      summary: 'Growers on frost and on old trees.',
      unstated: ['funders'],
    }),
    session('summit-frost', { title: 'Panel on frost', kind: 'panel', parent: 'summit' }),
    session('hearing', {
      title: 'Pollinator hearing',
      kind: 'hearing',
      date: { on: '2023-09-05', evidence: [at('2')] },
      place: { name: 'Ljubljana', country: 'SI', evidence: [at('2')] },
      organizers: [{ organization: 'bee-institute', evidence: [at('2')] }],
      supporters: [{ organization: 'orchard-council', evidence: [at('2')] }],
      attendance: { value: 75, evidence: [at('2')] },
      summary: 'What bees die of, and what the law can do.',
    }),
    session('cider', {
      title: 'Cider makers’ round table',
      kind: 'round table',
      unstated: ['date', 'place', 'organizers', 'attendance'],
      evidence: [at('p1', 'cider-note')],
    }),
  ],
  appearances: [
    appearance('irma-talvik', 'summit-frost', 'panellist', {
      organization: 'orchard-council',
      country: 'EE',
      role: 'President',
    }),
    appearance('sefa-onur', 'summit-frost', 'panellist', { organization: 'hazelford', country: 'TR' }),
    appearance('sefa-onur', 'hearing', 'speaker', { organization: 'hazelford', country: 'TR' }),
    appearance('joao-brandt', 'hearing', 'keynote', { organization: 'bee-institute', country: 'PT' }),
    appearance('nell-carrow', 'hearing', 'speaker', { organization: 'cider-union', country: 'IE' }),
    appearance('nell-carrow', 'cider', 'speaker', {
      organization: 'cider-union',
      country: 'IE',
      evidence: [at('p1', 'cider-note')],
    }),
    appearance('hana-mori', 'summit-frost', 'moderator', { country: 'JP' }),
  ],
  people: [
    person('irma-talvik', 'Irma Talvik'),
    person('sefa-onur', 'Sefa Onur'),
    person('joao-brandt', 'João Brandt'),
    person('nell-carrow', 'Nell Carrow'),
    person('hana-mori', 'Hana Mori'),
  ],
  organizations: [
    organization('orchard-council', 'Orchard Council', 'associations'),
    organization('bee-institute', 'Bee Institute', 'research'),
    organization('hazelford', 'University of Hazelford', 'research', { country: 'TR' }),
    organization('cider-union', 'Cider Makers’ Union', 'unions', { abbreviation: 'CMU' }),
  ],
  contributions: [...SAID],
  topics: [
    topic('frost'),
    topic('bees', { synonyms: ['pollinators', 'hives'] }),
    topic('spraying', { synonyms: ['pesticides'] }),
    topic('cider'),
  ],
  groups: [
    group('associations', { name: 'Associations' }),
    group('research', { name: 'Research' }),
    group('unions', { name: 'Unions' }),
    group('growers', { name: 'Growers' }),
    group('schools', { name: 'Schools' }),
    group('governments', { name: 'Governments' }),
  ],
  goals: [
    { id: 2, short: { en: 'Zero hunger' }, title: { en: 'End hunger' }, aliases: [] },
    { id: 15, short: { en: 'Life on land' }, title: { en: 'Protect life on land' }, aliases: [] },
  ],
  countries: [
    { id: 'EE', name: 'Estonia', aliases: ['Estonian'] },
    { id: 'PT', name: 'Portugal', aliases: ['Portuguese'] },
    { id: 'TR', name: 'Turkey', aliases: ['Turkish'] },
    { id: 'SI', name: 'Slovenia', aliases: ['Slovenian'] },
    { id: 'IE', name: 'Ireland', aliases: ['Irish'] },
    { id: 'IT', name: 'Italy', aliases: ['Italian'] },
    { id: 'JP', name: 'Japan', aliases: ['Japanese'] },
    { id: 'NO', name: 'Norway', aliases: ['Norwegian'] },
  ],
});

export const orchardArchive = openArchive(ORCHARD);
export const orchardEngine = createEngine(() => orchardArchive);

const now = new Date('2026-11-22T00:00:00Z');

/** The orchard's answer to a line; `previous` is what the answer before left for the thread. */
export const ask = (text: string, previous?: string): Promise<Answer> =>
  orchardEngine.answer({ text, now, ...(previous === undefined ? {} : { previous }) });

/** The answer to the last line of a thread. */
export async function last(...thread: readonly string[]): Promise<Answer> {
  let answer = await ask(thread[0] ?? '');
  for (const text of thread.slice(1)) answer = await ask(text, answer.continuation);
  return answer;
}

export const ids = ({ items }: Answer): string[] => items.map(({ id }) => id);
