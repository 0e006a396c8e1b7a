/** No word goes round the catalogue: in a language that nobody speaks, everything that people read comes in its brackets. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';
import { type Content, contentOf, isMessages, PSEUDO_LOCALES, strayWords, TYPED } from '../support/pseudo.ts';

/** Of every outcome, command and kind of thing. */
const LINES = [
  'sessions',
  'sessions sdg8',
  'sessions c7',
  'sessions before 2021',
  'sessions in may',
  'sessions on a wednesday',
  'sessions undated',
  'sessions organizer:ilo',
  'sessions antarctica',
  'sessions japan page:2',
  'earliest session',
  'speaker Popova',
  'speaker Popova migration',
  'speaker Popova volcanoes',
  'speaker Popoff',
  'speaker Zzyzx Qwrt',
  'speakers',
  'recommendations',
  'recommendations migration -japan',
  'recommendations to:governments stance:implied',
  'recommendations antarctica skills',
  'ask "brain drain" -tay',
  'ask kind:figure',
  'ask kind:poll',
  'ask from:jp topic:labour-migration',
  'ask kind:practice page:2',
  'who talked about brain circulation?',
  'how many IT workers will Japan be short of by 2030?',
  'how much does a banana cost?',
  'when was the WSIS forum session?',
  'who funded the WSIS session?',
  'who moderated the webinar?',
  'which organizations took part in the webinar?',
  'which documents are there?',
  'how many sessions are there?',
  'how many topics',
  'how many volcanoes',
  'compare Japan and Singapore',
  'compare Popova and Tay',
  'what did Harukawa recommend?',
  '¿qué dijo Popova sobre los volcanes?',
  'xyzzy plugh',
  '',
  'help',
  'help sessions',
  '/sesions',
  '/frobnicate',
  'x'.repeat(600),
] as const;

let engine: Engine;
let content: Content;
let opened: string[];

beforeAll(async () => {
  const archive = await openShippedArchive();
  engine = createEngine(() => archive, { locales: PSEUDO_LOCALES });
  const knowledge = await archive.everything();
  content = contentOf(knowledge, TYPED);
  opened = [
    knowledge.sessions,
    knowledge.contributions,
    knowledge.organizations,
    knowledge.topics,
    knowledge.groups,
    knowledge.sources,
    knowledge.actionLines,
  ].flatMap((all) => all.slice(0, 4).map(({ id }) => `open id:${id}`));
});

/** Everything of an answer that somebody reads. */
function shown({ title, lead, understood, items, sources, choices }: Answer): string[] {
  return [
    title,
    lead,
    understood,
    ...items.flatMap((item) => [
      item.group,
      item.title.text,
      ...item.makers,
      item.date,
      item.context,
      item.text.text,
      ...item.facts.flatMap(({ label, value }) => [label, value]),
      ...item.reasons,
      ...item.evidence.flatMap(({ label, place }) => [label, place]),
    ]),
    ...sources.flatMap((source) => [source.title, source.publisher, source.date]),
    ...choices.map(({ label }) => label),
  ];
}

const strayIn = (texts: readonly string[]): string[] =>
  [...new Set(texts)].flatMap((text) => {
    const stray = strayWords(text, content);
    return stray === '' ? [] : [`${stray} | ${text}`];
  });

async function check(text: string): Promise<void> {
  const answer = await engine.answer({ text });
  expect(strayIn(shown(answer))).toEqual([]);
  // Whole messages: sentences stand behind one another, and what was understood is one that holds no other
  // but, on a further page, the reading.
  expect([answer.understood, answer.lead].filter((one) => !isMessages(one))).toEqual([]);
  expect(answer.understood.replace(/^⟦Ⓜ(?:⟦Ⓜ[^⟦⟧]*⟧, )?[^⟦⟧]*⟧$/u, '')).toBe('');
}

describe('an answer says nothing but messages and content', () => {
  test.each(LINES)('%s', check);
  test('whatever is opened', async () => {
    for (const line of [...opened, 'open sdg-8']) await check(line);
  });
});

/** All texts of a page but those that no reader sees: ids, lines, addresses, keys. */
function texts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return UNSEEN.has(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    // A reference says what kind of entry it leads to; an entry says it in words.
    texts(one, Array.isArray(value) ? key : name === 'kind' && isReference(value) ? 'id' : name),
  );
}

const UNSEEN = new Set([
  'id',
  'state',
  'line',
  'url',
  'at',
  'source',
  'revision',
  'argument',
  'value',
  'name',
  'from',
  'to',
  'link',
  'about',
  'chosen',
]);
const isReference = (value: object): boolean => 'id' in value;

describe('pages say nothing but messages and content', () => {
  test.each([
    'session',
    'person',
    'organization',
    'contribution',
    'topic',
    'group',
    'goal',
    'action-line',
    'country',
    'source',
  ] as const)('the entries of kind %s', async (kind) => {
    const knowledge = await (await openShippedArchive()).everything();
    const all = {
      session: knowledge.sessions,
      person: knowledge.people,
      organization: knowledge.organizations,
      contribution: knowledge.contributions,
      topic: knowledge.topics,
      group: knowledge.groups,
      goal: knowledge.goals,
      'action-line': knowledge.actionLines,
      country: knowledge.countries,
      source: knowledge.sources,
    }[kind];
    let seen = 0;
    for (const { id } of all.slice(0, 40)) {
      const result = await engine.browse.pages.entry(kind, String(id));
      expect(strayIn(texts(result))).toEqual([]);
      if (result.state === 'found') seen += texts(result).filter((text) => text.includes('⟦Ⓜ')).length;
    }
    expect(seen).toBeGreaterThan(0);
  });

  test.each([
    'session',
    'person',
    'organization',
    'topic',
    'group',
    'goal',
    'action-line',
    'country',
    'source',
  ] as const)('the list of kind %s', async (kind) => {
    const { pages } = engine.browse;
    for (let page = 1; page <= (await pages.list(kind, 1)).pages; page++)
      // People stand under the first letters of their family names.
      expect(strayIn(texts(await pages.list(kind, page)).filter((text) => !/^\p{Lu}$/u.test(text)))).toEqual(
        [],
      );
  });

  test('pictures, recommendations, the overview', async () => {
    const { browse } = engine;
    for (const one of [
      browse.pages.goals(),
      browse.pages.people(),
      browse.pages.timeline(),
      browse.pages.addressees(),
      browse.pages.recommendedTopics(),
      browse.pages.recommendations({}, 1),
      browse.overview(),
    ])
      expect(strayIn(texts(await one))).toEqual([]);
  });

  test('what a line can be narrowed by', async () => {
    for (const line of ['sessions', 'ask topic:labour-migration', 'recommendations']) {
      const groups = await engine.browse.narrow(line);
      expect(groups.length).toBeGreaterThan(0);
      expect(strayIn(texts(groups))).toEqual([]);
    }
  });
});

test('suggestions say nothing but messages and content', async () => {
  for (const text of ['', 'po', 'sdg', 'mig', 'jap', 'ses', 'c7', 'ilo', 'digital', 'uni']) {
    const suggestions = await engine.suggest({ text, kinds: [], limit: 100 });
    expect(strayIn(suggestions.flatMap(({ label, detail }) => [label, detail]))).toEqual([]);
  }
});

describe('a stray word shows', () => {
  const held = contentOf(['Labour migration']);
  test.each([
    ['⟦ⓂOn ⟦Ⓜskills⟧⟧, Labour migration', ''],
    ['labour migration · 3 May 2020', ''],
    ['sessions on ⟦Ⓜskills⟧', 'sessions on'],
    ['Labour', 'labour'],
    ['⟦ⓂSkills⟧'.toLowerCase(), 'skills'],
  ])('%s', (text, stray) => {
    expect(strayWords(text, held)).toBe(stray);
  });
});
