/** Look-up by id and the relations between records. */
import { describe, expect, test } from '@jest/globals';
import { createRecords } from '../../src/archive/records.ts';
import {
  appearance,
  by,
  contribution,
  group,
  knowledgeOf,
  organization,
  person,
  session,
  topic,
} from '../support/knowledge.ts';

const records = createRecords(
  knowledgeOf({
    sessions: [
      session('event'),
      session('panel', { parent: 'event' }),
      session('round', { parent: 'panel' }),
      session('opening', { parent: 'event' }),
      session('other'),
    ],
    people: [person('ada', 'Ada Lund'), person('bo', 'Bo Ek')],
    appearances: [
      appearance('ada', 'opening', 'moderator'),
      appearance('ada', 'round', 'panellist', { role: 'Pilot' }),
      appearance('ada', 'panel', 'panellist', { role: 'Director', organization: 'office' }),
      appearance('ada', 'other', 'speaker', { organization: 'institute' }),
      appearance('bo', 'event', 'speaker'),
      appearance('bo', 'opening', 'speaker', { role: 'Cook' }),
    ],
    organizations: [
      organization('office', 'Office', 'bodies'),
      organization('unit', 'Unit', 'bodies', { parent: 'office' }),
      organization('desk', 'Desk', 'bodies', { parent: 'unit' }),
      organization('institute', 'Institute', 'bodies'),
    ],
    groups: [
      group('educators'),
      group('universities', { broader: 'educators' }),
      group('faculties', { broader: 'universities' }),
      group('schools', { broader: 'educators' }),
      group('employers'),
    ],
    topics: [topic('work'), topic('pay', { broader: 'work' })],
    actionLines: [
      { id: 'c7', code: 'C7', title: 'Applications', aliases: [] },
      { id: 'c7-part', code: 'C7', title: 'Part', parent: 'c7', aliases: [] },
    ],
    goals: [{ id: 8, short: { en: 'Work' }, title: {}, aliases: [] }],
    contributions: [
      contribution('statement', 'c1', 'round', 'One.', { makers: by('ada', 'bo') }),
      contribution('statement', 'c2', 'opening', 'Two.', {
        makers: [{ kind: 'organization', id: 'office' }],
      }),
      contribution('statement', 'c3', 'event', 'Three.', { makers: [{ kind: 'unnamed', voice: 'ada' }] }),
    ],
  }),
);

const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('sessions and their parts', () => {
  test('the root of a part of a part, of a root, and of nothing', () => {
    expect(['round', 'panel', 'event', 'nowhere'].map((id) => records.root(id)?.id)).toEqual([
      'event',
      'event',
      'event',
      undefined,
    ]);
  });

  test('parts are the direct ones, in order', () => {
    expect(ids(records.parts('event'))).toEqual(['panel', 'opening']);
    expect(ids(records.parts('panel'))).toEqual(['round']);
    expect(records.parts('nowhere')).toEqual([]);
  });

  test('a session has the contributions and appearances of all its parts', () => {
    expect(ids(records.contributionsIn('event'))).toEqual(['c1', 'c2', 'c3']);
    expect(ids(records.contributionsIn('panel'))).toEqual(['c1']);
    expect(records.appearancesIn('event').map(({ session: where }) => where)).toEqual([
      'opening',
      'round',
      'panel',
      'event',
      'opening',
    ]);
    expect(records.appearancesIn('round')).toHaveLength(1);
  });
});

describe('who made it', () => {
  test('every maker that has an id; a voice that is not named is nobody', () => {
    expect(ids(records.contributionsBy('ada'))).toEqual(['c1']);
    expect(ids(records.contributionsBy('bo'))).toEqual(['c1']);
    expect(ids(records.contributionsBy('office'))).toEqual(['c2']);
  });

  test('an affiliation is that of the event, the one with an organization before one with a role alone', () => {
    expect(records.affiliation('ada', 'opening')?.organization).toBe('office');
    expect(records.affiliation('ada', 'round')?.organization).toBe('office');
    expect(records.affiliation('ada', 'other')?.organization).toBe('institute');
    expect(records.affiliation('bo', 'round')?.role).toBe('Cook');
    expect(records.affiliation('bo', 'other')).toBeUndefined();
    expect(records.affiliation('nobody', 'event')).toBeUndefined();
  });
});

describe('narrower and broader', () => {
  test('groups below a group, at any depth, without itself', () => {
    expect([...records.narrowerGroups('educators')].sort()).toEqual(['faculties', 'schools', 'universities']);
    expect(records.narrowerGroups('employers')).toEqual([]);
  });

  test.each([
    ['desk', 'office', true],
    ['desk', 'desk', true],
    ['office', 'desk', false],
    ['desk', 'institute', false],
    ['pay', 'work', true],
    ['round', 'event', true],
    ['faculties', 'educators', true],
    ['c7-part', 'c7', true],
    ['nothing', 'nothing', true],
    ['nothing', 'work', false],
  ])('%s is within %s: %s', (id, ancestor, within) => {
    expect(records.isWithin(id, ancestor)).toBe(within);
  });
});

test('records are found by id; goals by number', () => {
  expect(records.session('panel')?.parent).toBe('event');
  expect(records.goal(8)?.short.en).toBe('Work');
  expect([records.goal(9), records.person('office'), records.topic(''), records.country('SE')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('relations that run in a circle end', () => {
  const circular = createRecords(
    knowledgeOf({
      sessions: [
        session('a', { parent: 'b' }),
        session('b', { parent: 'a' }),
        session('self', { parent: 'self' }),
      ],
      topics: [topic('x', { broader: 'y' }), topic('y', { broader: 'x' })],
      groups: [group('g', { broader: 'h' }), group('h', { broader: 'g' })],
      contributions: [contribution('statement', 'c', 'a', 'One.')],
    }),
  );
  expect(circular.root('a')?.id).toBe('b');
  expect(circular.root('self')?.id).toBe('self');
  expect(circular.isWithin('x', 'nowhere')).toBe(false);
  expect([...circular.narrowerGroups('g')].sort()).toEqual(['g', 'h']);
  expect(ids(circular.contributionsIn('b'))).toEqual(['c']);
});
