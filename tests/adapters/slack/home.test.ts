/** App Home keeps Slack's limits whatever an archive holds. */
import { expect, test } from '@jest/globals';
import { renderHome } from '../../../adapters/slack/home.ts';
import { saysIn } from '../../../adapters/slack/says.ts';
import type { Overview } from '../../../src/engine.ts';
import { anyText } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';
import { validateView } from './validator.ts';
import { buttonsOf, visibleText } from './visible.ts';

/** Up to `most` of what `one` gives. */
const many = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const text = anyText(400);
const count = fc.nat(1_000_000);
const id = fc.stringMatching(/^[a-z0-9-]{1,60}$/);
const line = id.map((one) => `open ${one}`);

const anyOverview: fc.Arbitrary<Overview> = fc.record({
  revision: id,
  counts: fc.record({
    sessions: count,
    parts: count,
    people: count,
    appearances: count,
    organizations: count,
    contributions: count,
    recommendations: count,
    topics: count,
    groups: count,
    sources: count,
  }),
  events: many(fc.record({ id, title: text, date: text, line }), 30),
  recent: many(fc.record({ id, title: text, added: text, line }), 10),
  goals: many(
    fc.record({ goal: fc.integer({ min: 1, max: 17 }), label: text, named: count, related: count, line }),
    17,
  ),
  topics: many(fc.record({ id, label: text, contributions: count, line }), 30),
  examples: many(fc.record({ line, meaning: text }), 15),
  people: many(fc.record({ id, name: text }), 60),
});

test('any archive gives a Home that Slack takes', () => {
  fc.assert(
    fc.property(anyOverview, (overview) => {
      // A goal is there once.
      const goals = [...new Map(overview.goals.map((one) => [one.goal, one])).values()];
      validateView(renderHome({ ...overview, goals }, saysIn()));
    }),
    { numRuns: 60 },
  );
});

test('a large archive shows the first of each, and where the rest is', () => {
  const times = <T>(make: (n: number) => T) => Array.from({ length: 500 }, (_, n) => make(n));
  const { blocks } = renderHome(
    {
      revision: 'r',
      counts: {
        sessions: 500,
        parts: 0,
        people: 500,
        appearances: 500,
        organizations: 1,
        contributions: 1,
        recommendations: 1,
        topics: 500,
        groups: 1,
        sources: 1,
      },
      events: times((n) => ({ id: `e${n}`, title: `Event ${n}`, date: '2020', line: `open e${n}` })),
      recent: times((n) => ({ id: `e${n}`, title: `Event ${n}`, added: '1 May 2024', line: `open e${n}` })),
      goals: [],
      topics: times((n) => ({
        id: `t${n}`,
        label: `Topic ${n}`,
        contributions: n,
        line: `ask topic:t${n}`,
      })),
      examples: [],
      people: times((n) => ({ id: `p${n}`, name: `Person ${n}` })),
    },
    saysIn(),
  );
  validateView({ type: 'home', blocks });
  expect(visibleText(blocks)).toContain('500 sessions');
  const lines = buttonsOf(blocks).map(({ value }) => value);
  expect(lines).toEqual(
    expect.arrayContaining(['open e0', 'ask topic:t0', 'speaker by:p0', 'sessions', 'recommendations']),
  );
  expect(lines).not.toContain('open e499');
});
