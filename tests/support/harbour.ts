/**
 * A small invented archive for tests of whole answers: four events of a coast, people whose affiliation changes, two of
 * the same name, two who said nothing, and something of every kind of contribution.
 */
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import type { Contribution, Knowledge } from '../../src/knowledge/model.ts';
import { type Context, contextOf } from '../../src/saying/context.ts';
import {
  addressed,
  appearance,
  at,
  by,
  contribution,
  group,
  knowledgeOf,
  linked,
  organization,
  person,
  SOURCE,
  session,
  source,
  topic,
} from './knowledge.ts';

export const PAPER_URL = 'https://ports.example/papers/cranes.pdf';

/** Fourteen remarks of one person: three pages. */
export const FERRIES: readonly Contribution[] = Array.from({ length: 14 }, (_, n) =>
  contribution('statement', `nw-${n + 1}`, 'north-webinar', `Ferries of route ${n + 101} run late.`, {
    makers: by('pia-mark'),
    evidence: [at(`p${n + 1}`, 'webinar-notes')],
  }),
);

const SAID: readonly Contribution[] = [
  contribution('statement', 'hd-1', 'harbour-day-opening', 'Harbours cannot find enough crane drivers.', {
    makers: by('ada-lund'),
    evidence: [at('43')],
  }),
  contribution(
    'recommendation',
    'hd-2',
    'harbour-day-panel',
    'Employers should train dockers in computer literacy.',
    {
      makers: by('bo-ek'),
      stance: 'explicit',
      to: addressed('employers'),
      topics: ['digital-skills'],
      sdgs: [linked(8)],
      countries: ['SE'],
      evidence: [at('44-45')],
    },
  ),
  contribution(
    'recommendation',
    'hd-3',
    'harbour-day-opening',
    'Lessons would gain from a week on the quay.',
    {
      makers: by('ada-lund'),
      stance: 'implied',
      to: addressed('educators'),
      topics: ['skills'],
      evidence: [at('46'), at('p1', 'harbour-news')],
    },
  ),
  contribution('statement', 'hd-4', 'harbour-day-panel', 'Pilotage loses a third of its staff to age.', {
    makers: by('wei-zhang-ports'),
    evidence: [at('47')],
  }),
  contribution(
    'figure',
    'hd-5',
    'harbour-day-panel',
    'A third of pilotage staff will have retired by then.',
    {
      makers: by('wei-zhang-ports'),
      figure: {
        value: 33,
        qualifier: 'about',
        unit: 'per cent',
        subject: 'retired pilotage staff',
        year: 2030,
      },
      within: 'hd-4',
      evidence: [at('47')],
    },
  ),
  contribution('poll', 'hd-6', 'harbour-day-panel', 'Most of the room expected remote cranes.', {
    title: 'Remote cranes',
    makers: [{ kind: 'session', id: 'harbour-day-panel' }],
    poll: {
      question: 'Will cranes be driven from afar?',
      options: [
        { label: 'Yes', result: '70 per cent', share: 0.7 },
        { label: 'No', result: '30 per cent', share: 0.3 },
      ],
    },
    evidence: [at('48')],
  }),
  contribution('practice', 'hd-7', 'harbour-day-opening', 'A school teaches rope work on Saturdays.', {
    title: 'Gull school',
    makers: [{ kind: 'organization', id: 'pilot-service' }],
    topics: ['skills'],
    evidence: [at('49')],
  }),
  contribution('statement', 'hd-8', 'harbour-day-panel', 'Nobody asks the night watch.', {
    makers: [{ kind: 'unnamed', voice: 'a member of the audience' }],
    evidence: [at('50')],
  }),
  contribution(
    'recommendation',
    'tf-1',
    'tide-forum',
    'Universities should open their workshops to dockers.',
    {
      makers: by('wei-zhang-tide'),
      stance: 'explicit',
      to: addressed('universities'),
      topics: ['automation'],
      countries: ['JP'],
      evidence: [at('12')],
    },
  ),
  contribution('statement', 'tf-2', 'tide-forum', 'Robots will weld hulls before they mend nets.', {
    makers: by('ada-lund'),
    topics: ['automation'],
    evidence: [at('13')],
  }),
  contribution('statement', 'qt-1', 'quay-talk', 'Lanterns outlast bulbs.', {
    makers: [{ kind: 'session', id: 'quay-talk' }],
    evidence: [at('intro', 'quay-note')],
  }),
];

export const HARBOUR: Knowledge = knowledgeOf({
  revision: 'harbour',
  sources: [
    source(SOURCE, { title: 'Harbour towns at work', short: 'harbour report', date: '2023-06' }),
    source('harbour-news', {
      title: 'Harbour day in pictures',
      short: 'harbour news',
      publisher: 'The Gull',
      url: 'https://gull.example/day',
      places: [{ at: 'p1', label: 'paragraph 1' }],
    }),
    source('webinar-notes', {
      short: 'webinar notes',
      places: Array.from({ length: 14 }, (_, n) => ({ at: `p${n + 1}`, label: `paragraph ${n + 1}` })),
    }),
    source('quay-note', {
      title: 'Note on a quay talk',
      short: 'quay note',
      publisher: 'not stated',
      places: [
        { at: 'intro', label: 'introduction' },
        { at: 'end', label: 'closing section' },
      ],
    }),
  ],
  sessions: [
    session('harbour-day', {
      title: 'Harbour day',
      kind: 'conference',
      series: { name: 'Coast Week 2023', number: '7', evidence: [at('1')] },
      date: { on: '2023-05-04', until: '2023-05-05', evidence: [at('1')] },
      time: { start: '09:00', end: '17:00', offset: '+02:00', evidence: [at('1')] },
      place: { name: 'Visby', country: 'SE', evidence: [at('1')] },
      languages: [{ name: 'Swedish', note: 'whispered in English.', evidence: [at('1')] }],
      organizers: [{ organization: 'office-of-ports', evidence: [at('1')] }],
      supporters: [{ organization: 'crane-union', note: 'coffee', evidence: [at('2')] }],
      attendance: { value: 1080, qualifier: 'about', note: 'on both days', evidence: [at('2')] },
      materials: [
        {
          title: 'Cranes without drivers',
          url: PAPER_URL,
          date: '2022',
          publisher: 'Office of Ports',
          evidence: [at('5')],
        },
        { title: 'Map of the quays', kind: 'map', note: 'Handed out on paper.', evidence: [at('6')] },
      ],
      sdgs: [
        linked(8, 'named', { note: 'the theme of the day' }),
        linked(9, 'related', { note: 'cranes are infrastructure' }),
      ],
      actionLines: [linked('c7-e-employment', 'related')],
      topics: [linked('digital-skills')],
      summary: 'Two days on work in harbours.',
      unstated: ['funders'],
      evidence: [at('1-2')],
    }),
    session('harbour-day-opening', { title: 'Opening', kind: 'opening', parent: 'harbour-day' }),
    session('harbour-day-panel', { title: 'Panel on cranes', kind: 'panel', parent: 'harbour-day' }),
    session('tide-forum', {
      title: 'Tide forum',
      kind: 'forum',
      date: { on: '2021-09', evidence: [at('11')] },
      organizers: [{ organization: 'tide-university', evidence: [at('11')] }],
      sdgs: [linked(8, 'related', { note: 'dockers are workers' })],
      evidence: [at('11')],
    }),
    session('quay-talk', {
      title: 'Quay talk',
      unstated: ['date', 'organizers', 'attendance'],
      evidence: [at('intro', 'quay-note')],
    }),
    session('north-webinar', {
      title: 'North webinar',
      kind: 'webinar',
      date: { on: '2022-11-20', evidence: [at('p1', 'webinar-notes')] },
      evidence: [at('p1', 'webinar-notes')],
    }),
  ],
  appearances: [
    appearance('ada-lund', 'harbour-day-opening', 'moderator', {
      role: 'Director',
      organization: 'office-of-ports',
    }),
    appearance('ada-lund', 'tide-forum', 'panellist', {
      role: 'Lecturer',
      organization: 'tide-university',
      evidence: [at('11')],
    }),
    appearance('bo-ek', 'harbour-day-panel', 'panellist', { organization: 'crane-union', country: 'SE' }),
    appearance('wei-zhang-ports', 'harbour-day-panel', 'panellist', { organization: 'pilot-service' }),
    appearance('wei-zhang-tide', 'tide-forum', 'keynote', {
      organization: 'tide-university',
      country: 'JP',
      evidence: [at('11')],
    }),
    appearance('mei-ono', 'harbour-day-panel', 'panellist', { country: 'JP' }),
    appearance('kim-berg', 'quay-talk', 'speaker', { evidence: [at('intro', 'quay-note')] }),
    appearance('pia-mark', 'north-webinar', 'speaker', { evidence: [at('p1', 'webinar-notes')] }),
  ],
  people: [
    person('ada-lund', 'Ada Lund', { aliases: ['A. Lund'] }),
    person('bo-ek', 'Bo Ek'),
    person('wei-zhang-ports', 'Wei Zhang'),
    person('wei-zhang-tide', 'Wei Zhang'),
    person('mei-ono', 'Mei Ono'),
    person('kim-berg', 'Kim Berg'),
    person('pia-mark', 'Pia Mark'),
  ],
  organizations: [
    organization('office-of-ports', 'Office of Ports', 'public-bodies', {
      abbreviation: 'OOP',
      country: 'SE',
    }),
    organization('pilot-service', 'Pilot Service', 'public-bodies', { parent: 'office-of-ports' }),
    organization('tide-university', 'Tide University', 'universities', { country: 'JP' }),
    organization('crane-union', 'Crane Union', 'unions'),
  ],
  contributions: [...SAID, ...FERRIES],
  topics: [
    topic('skills'),
    topic('digital-skills', { synonyms: ['computer literacy'], broader: 'skills' }),
    topic('automation', { synonyms: ['robots'] }),
    topic('whaling'),
  ],
  groups: [
    group('public-bodies', { name: 'Public bodies' }),
    group('educators', { name: 'Educators' }),
    group('universities', { name: 'Universities', broader: 'educators' }),
    group('employers', { name: 'Employers' }),
    group('unions', { name: 'Unions' }),
  ],
  goals: [
    { id: 8, short: { en: 'Decent work' }, title: { en: 'Work and growth for all' }, aliases: [] },
    { id: 9, short: { en: 'Infrastructure' }, title: { en: 'Build lasting infrastructure' }, aliases: [] },
    { id: 13, short: { en: 'Climate' }, title: { en: 'Act on the climate' }, aliases: [] },
  ],
  actionLines: [
    { id: 'c7', code: 'C7', title: 'Applications', aliases: [] },
    { id: 'c7-e-employment', code: 'C7', title: 'E-employment', parent: 'c7', aliases: [] },
  ],
  countries: [
    { id: 'SE', name: 'Sweden', aliases: ['Swedish'] },
    { id: 'JP', name: 'Japan', aliases: ['Japanese'] },
    { id: 'NO', name: 'Norway', aliases: [] },
  ],
});

export const harbourArchive = openArchive(HARBOUR);
export const harbourEngine = createEngine(() => harbourArchive);
export const harbourContext: Context = contextOf(harbourArchive);
