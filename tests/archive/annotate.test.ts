/** What a contribution, a session and a person count for: what is written on them, what they mention, and what is broader. */
import { describe, expect, test } from '@jest/globals';
import {
  contributionFacets,
  personFacets,
  sessionFacets,
  wordsOfContribution,
} from '../../src/archive/annotate.ts';
import type { FacetSet } from '../../src/archive/facets.ts';
import { createRecords } from '../../src/archive/records.ts';
import type { Contribution, Knowledge, Session } from '../../src/knowledge/model.ts';
import { createVocabulary } from '../../src/knowledge/vocabulary.ts';
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
  session,
  topic,
} from '../support/knowledge.ts';

const FRAME: Partial<Knowledge> = {
  sessions: [
    session('event', { title: 'Regatta' }),
    session('panel', { title: 'Foghorns', parent: 'event' }),
  ],
  people: [person('ada', 'Ada Lund'), person('bo', 'Bo Ek')],
  organizations: [
    organization('office', 'Quayside Office', 'public-bodies', { country: 'SE' }),
    organization('desk', 'Chart Desk', 'offices', { parent: 'office' }),
  ],
  groups: [
    group('public-bodies'),
    group('offices', { broader: 'public-bodies' }),
    group('educators'),
    group('universities', { broader: 'educators' }),
    group('faculties', { broader: 'universities' }),
  ],
  topics: [
    topic('work'),
    topic('gig-work', { broader: 'work', synonyms: ['platform work'] }),
    topic('crowdwork', { broader: 'gig-work' }),
  ],
  countries: [
    { id: 'SE', name: 'Sweden', aliases: ['Swedish'] },
    { id: 'JP', name: 'Japan', aliases: [] },
  ],
  goals: [{ id: 8, short: { en: 'Decent jobs' }, title: {}, aliases: [] }],
  actionLines: [
    { id: 'c7', code: 'C7', title: 'Applications', aliases: [] },
    { id: 'c7-part', code: 'C7', title: 'E-mooring', parent: 'c7', aliases: [] },
  ],
  appearances: [
    appearance('ada', 'panel', 'panellist', { organization: 'desk' }),
    appearance('bo', 'event', 'moderator', { organization: 'office', country: 'JP' }),
  ],
};

interface Annotated {
  readonly contribution: FacetSet;
  readonly event: FacetSet;
  readonly ada: FacetSet;
}

/** Annotates one contribution made in the panel, the event it belongs to, and Ada. */
function annotate(over: Partial<Contribution>, event: Partial<Session> = {}): Annotated {
  const made = contribution('statement', 'c', 'panel', 'Nets are mended.', over);
  const [root, ...parts] = FRAME.sessions ?? [];
  const knowledge = knowledgeOf({
    ...FRAME,
    sessions: [{ ...(root as Session), ...event }, ...parts],
    contributions: [made],
  });
  const records = createRecords(knowledge);
  const vocabulary = createVocabulary(knowledge);
  const own = contributionFacets(made, records, vocabulary);
  return {
    contribution: own,
    event: sessionFacets(records.session('event') as Session, records, [own], vocabulary),
    ada: personFacets(records.appearancesOf('ada'), records, [own]),
  };
}

/** The values of a field with their links: "gig-work named". */
function valuesOf(set: FacetSet, field: string): string[] {
  return [...set.entries]
    .filter(([key]) => key.startsWith(`${field}:`))
    .map(([key, link]) => `${key.slice(field.length + 1)} ${link}`)
    .sort();
}

describe('topics', () => {
  test('a narrower one counts for all broader ones of a contribution, and only relates an event to them', () => {
    const { contribution: own, event } = annotate({ topics: ['crowdwork'] });
    expect(valuesOf(own, 'topic')).toEqual(['crowdwork named', 'gig-work narrower', 'work narrower']);
    expect(valuesOf(event, 'topic')).toEqual(['crowdwork named', 'gig-work related', 'work related']);
  });

  test('a broader one says nothing of narrower ones', () => {
    expect(valuesOf(annotate({ topics: ['work'] }).contribution, 'topic')).toEqual(['work named']);
  });

  test('one that the words mention counts as named, by its name or a synonym', () => {
    const { contribution: own } = annotate({ text: 'Platform work pays little.' });
    expect(valuesOf(own, 'topic')).toEqual(['gig-work named', 'work narrower']);
  });

  test('what is named wins over what is broader or related, in whatever order they come', () => {
    const both = annotate({ topics: ['work', 'gig-work'] }, { topics: [linked('work', 'related')] });
    expect(valuesOf(both.contribution, 'topic')).toEqual(['gig-work named', 'work named']);
    expect(valuesOf(both.event, 'topic')).toEqual(['gig-work named', 'work named']);
  });

  test('one that a curator relates is related, and so is all that is broader', () => {
    const { event } = annotate({}, { topics: [linked('gig-work', 'related')] });
    expect(valuesOf(event, 'topic')).toEqual(['gig-work related', 'work related']);
  });
});

describe('who is addressed', () => {
  test('a group addressed counts for wider groups, and relates to narrower ones at any depth', () => {
    const { contribution: own } = annotate({ to: addressed('universities') });
    expect(valuesOf(own, 'to')).toEqual(['educators named', 'faculties related', 'universities named']);
    expect(valuesOf(own, 'group')).toEqual(['educators named', 'universities named']);
  });

  test('a group that is only implied is related, and so are wider ones', () => {
    const to = addressed('universities').map((one) => ({ ...one, implied: true, evidence: [] }));
    const { contribution: own } = annotate({ to });
    expect(valuesOf(own, 'to')).toEqual(['educators related', 'faculties related', 'universities related']);
    expect(valuesOf(own, 'group')).toEqual(['educators related', 'universities related']);
  });

  test('a group merely mentioned is not addressed', () => {
    const { contribution: own } = annotate({ text: 'Faculties mend nets.' });
    expect(valuesOf(own, 'to')).toEqual([]);
    expect(valuesOf(own, 'group')).toEqual(['educators named', 'faculties named', 'universities named']);
  });
});

describe('makers', () => {
  test('a person speaks for the unit, for what it is a unit of, and for its kind', () => {
    const { contribution: own } = annotate({ makers: by('ada') });
    expect(valuesOf(own, 'by')).toEqual([
      'ada named',
      'desk named',
      'office named',
      'offices named',
      'public-bodies named',
    ]);
    expect(valuesOf(own, 'org')).toEqual(['desk named', 'office named']);
    expect(valuesOf(own, 'part')).toEqual(['panellist named']);
  });

  test('they come from their own country, else from their organization’s', () => {
    expect(valuesOf(annotate({ makers: by('bo') }).contribution, 'from')).toEqual(['JP named']);
    // A unit without a country of its own has none: it may lie elsewhere than what it is a unit of.
    expect(valuesOf(annotate({ makers: by('ada') }).contribution, 'from')).toEqual([]);
  });

  test('an organization makes it itself, a voice that is not named is nobody', () => {
    const { contribution: own } = annotate({
      makers: [
        { kind: 'organization', id: 'office' },
        { kind: 'unnamed', voice: 'ada' },
        { kind: 'session', id: 'panel' },
      ],
    });
    expect(valuesOf(own, 'by')).toEqual(['office named', 'public-bodies named']);
    expect(valuesOf(own, 'part')).toEqual([]);
  });

  test('an organization that it is about makes nothing', () => {
    const { contribution: own } = annotate({ about: ['desk', 'ada'] });
    expect(valuesOf(own, 'by')).toEqual([]);
    expect(valuesOf(own, 'org')).toEqual(['desk named', 'office named']);
    expect(valuesOf(own, 'group')).toEqual(['offices named', 'public-bodies named']);
  });
});

describe('mentions', () => {
  test('countries and organizations count, goals, action lines and sessions do not: their names are everyday words', () => {
    const { contribution: own } = annotate({
      text: 'Swedish applications for decent jobs went to the Chart Desk at the Regatta.',
    });
    expect(valuesOf(own, 'country')).toEqual(['SE named']);
    expect(valuesOf(own, 'org')).toEqual(['desk named', 'office named']);
    expect([...valuesOf(own, 'sdg'), ...valuesOf(own, 'line')]).toEqual([]);
    expect(valuesOf(own, 'session')).toEqual(['event named', 'panel named']);
  });

  test('are looked for in title, text, keywords, figure and poll', () => {
    const words = wordsOfContribution(
      contribution('poll', 'c', 'panel', 'two', {
        title: 'one',
        keywords: ['three'],
        figure: { value: 4, subject: 'four', unit: 'five' },
        poll: { question: 'six', options: [{ label: 'seven', result: 'eight' }] },
      }),
    );
    expect(words).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']);
  });
});

describe('an event', () => {
  test('has the links of its parts and of what was said, the strongest of each', () => {
    const { event } = annotate(
      { sdgs: [linked(8, 'named')], countries: ['SE'] },
      { sdgs: [linked(8, 'related')], actionLines: [linked('c7-part', 'related')] },
    );
    expect(valuesOf(event, 'sdg')).toEqual(['8 named']);
    expect(valuesOf(event, 'line')).toEqual(['c7 related', 'c7-part related']);
    expect(valuesOf(event, 'session')).toEqual(['event named', 'panel named']);
  });

  test('is about the countries that people come from, where an appearance tells one', () => {
    expect(valuesOf(annotate({}).event, 'country')).toEqual(['JP named']);
  });

  test.each(['organizers', 'supporters', 'funders'])('has its %s and their kind', (role) => {
    const { event } = annotate({}, { [role]: [{ organization: 'office', evidence: [at('1')] }] });
    expect(valuesOf(event, 'org')).toContain('office named');
    expect(valuesOf(event, 'group')).toEqual(['public-bodies named']);
  });

  test('has the sources of its own evidence, not those of what was said', () => {
    const { event } = annotate({ evidence: [at('1', 'elsewhere')] });
    expect(valuesOf(event, 'source')).toEqual(['report named']);
  });
});

describe('a person', () => {
  test('has the events, parts and organizations of their appearances and the subjects of what they said', () => {
    const { ada } = annotate({ makers: by('ada'), topics: ['gig-work'], sdgs: [linked(8, 'related')] });
    expect(valuesOf(ada, 'session')).toEqual(['event named', 'panel named']);
    expect(valuesOf(ada, 'part')).toEqual(['panellist named']);
    expect(valuesOf(ada, 'topic')).toEqual(['gig-work named', 'work narrower']);
    expect(valuesOf(ada, 'sdg')).toEqual(['8 related']);
    expect(valuesOf(ada, 'kind')).toEqual(['statement named']);
  });
});

test('somebody who moderated one part and spoke in another is found by both', () => {
  const knowledge = knowledgeOf({
    ...FRAME,
    appearances: [
      appearance('ada', 'event', 'moderator', { organization: 'office' }),
      appearance('ada', 'panel', 'panellist'),
    ],
    contributions: [contribution('statement', 'c', 'panel', 'Nets.', { makers: by('ada') })],
  });
  const records = createRecords(knowledge);
  const [made] = knowledge.contributions;
  const own = contributionFacets(made as Contribution, records, createVocabulary(knowledge));
  expect(valuesOf(own, 'part')).toContain('panellist named');
});
