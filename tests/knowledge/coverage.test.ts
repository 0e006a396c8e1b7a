/**
 * What is left out is reported.
 */
import { describeCases } from './spoiling.ts';

describeCases('completeness', [
  {
    name: 'a place that nothing is taken from',
    file: 'sources.yaml',
    passage: '      to: 4',
    by: '      to: 6',
    line: 'places:',
    field: '[0].places',
    message: /2 of 7 places are not covered: 5, 6\./,
    remedy: /empty: why/,
    level: 'uncovered',
  },
  {
    name: 'a place said to be empty, but cited',
    passage: 'at: ["4", "annex"]',
    by: 'at: ["4", "annex", "index"]',
    reportedIn: 'sources.yaml',
    line: 'places:',
    field: '[0].places',
    message: /"index" is marked as empty, but is cited/,
    remedy: /Remove `empty`/,
    level: 'uncovered',
  },
  {
    name: 'a topic that nothing has',
    file: 'topics.yaml',
    passage: '  broader: skills\n',
    by: '  broader: skills\n- id: knots\n  name: knots\n',
    line: 'id: knots',
    field: '[2].id',
    message: /Nothing refers to the topic "knots"/,
    remedy: /remove it/,
    level: 'unused',
  },
  {
    name: 'a person who appears nowhere',
    file: 'people.yaml',
    passage: '- id: bo-ek',
    by: '- id: cy-dahl\n  name: Cy Dahl\n- id: bo-ek',
    line: 'id: cy-dahl',
    field: '[1].id',
    message: /"cy-dahl" appears in no session/,
    remedy: /Add an appearance/,
    level: 'unused',
  },
  {
    name: 'an organization that nothing refers to',
    file: 'organizations.yaml',
    passage: '- id: office-of-ports',
    by: '- id: crane-club\n  name: Crane Club\n  kind: employers\n  at: "harbour-report#2"\n- id: office-of-ports',
    line: 'id: crane-club',
    field: '[0].id',
    message: /Nothing refers to the organization "crane-club"/,
    remedy: /remove it/,
    level: 'unused',
  },
  {
    name: 'a group that nobody is of or is addressed as',
    file: 'vocabulary/groups.yaml',
    passage: '- id: employers',
    by: '- id: anglers\n  name: anglers\n- id: employers',
    line: 'id: anglers',
    field: '[1].id',
    message: /Nothing refers to the group "anglers"/,
    remedy: /`to` or as the `kind`/,
    level: 'unused',
  },
  {
    name: 'a source that nothing is taken from',
    file: 'sources.yaml',
    passage: '- id: harbour-news',
    by: `- id: harbour-song
  title: Song
  short: song
  publisher: The Gull
  kind: song
  language: English
  places: [{ at: verse, label: verse, empty: only la la }]
- id: harbour-news`,
    line: 'id: harbour-song',
    field: '[1].id',
    message: /Nothing refers to the source "harbour-song"/,
    remedy: /Cite it/,
    level: 'unused',
  },
]);
