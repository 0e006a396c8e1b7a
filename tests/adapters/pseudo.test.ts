/**
 * No word of an adapter goes round the catalogue: in a language that nobody speaks, everything that a platform shows comes
 * in its brackets, but for what the archive holds and what is typed.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { renderAnswer as renderDiscord } from '../../adapters/discord/render.ts';
import { renderForm as renderDiscordForm, renderProblems } from '../../adapters/discord/render-form.ts';
import { saysIn as discordSays } from '../../adapters/discord/says.ts';
import { slack } from '../../adapters/slack/adapter.ts';
import { renderHome } from '../../adapters/slack/home.ts';
import { renderModal, renderMessage as renderSlack } from '../../adapters/slack/render.ts';
import { renderForm as renderSlackForm } from '../../adapters/slack/render-form.ts';
import { saysIn as slackSays } from '../../adapters/slack/says.ts';
import { renderPreview } from '../../adapters/slack/unfurl.ts';
import { renderCard } from '../../adapters/teams/render.ts';
import { renderDialog } from '../../adapters/teams/render-dialog.ts';
import { renderForm as renderTeamsForm } from '../../adapters/teams/render-form.ts';
import { renderLink, renderResults } from '../../adapters/teams/render-search.ts';
import { saysIn as teamsSays } from '../../adapters/teams/says.ts';
import { renderEntry } from '../../adapters/web/archive/entry.ts';
import { renderList } from '../../adapters/web/archive/lists.ts';
import { renderOverview } from '../../adapters/web/archive/overview.ts';
import { renderRecommendations } from '../../adapters/web/archive/recommendations.ts';
import { renderResults as renderSearch, renderSearchStart } from '../../adapters/web/archive/search.ts';
import { missing } from '../../adapters/web/archive/serve.ts';
import { renderPage } from '../../adapters/web/page.ts';
import { renderPlayground } from '../../adapters/web/playground/page.ts';
import { renderAnswer as renderWeb } from '../../adapters/web/render.ts';
import { saysIn as webSays } from '../../adapters/web/says.ts';
import { renderHero, renderHoldings, renderTrouble } from '../../adapters/web/start.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { DECLARATIONS } from '../../src/commands/declarations.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { openShippedArchive } from '../support/host.ts';
import { elements, type Node, parseMarkup } from '../support/markup.ts';
import {
  type Content,
  contentOf,
  inPseudo,
  PSEUDO,
  PSEUDO_LOCALES,
  strayWords,
  TYPED,
} from '../support/pseudo.ts';
import { visibleText as visibleSlack } from './slack/visible.ts';
import { visibleOf } from './teams/reading.ts';

/** Of every outcome, with pages, groups, facts, polls, long lists and single things. */
const LINES = [
  'sessions',
  'sessions sdg:8',
  'open id:wsis-forum-2022-session-181',
  'speaker Popova',
  'recommendations',
  'ask kind:poll',
  'ask kind:figure page:2',
  'which organizations took part in the webinar?',
  'who funded the WSIS session?',
  'xyzzy plugh',
  'help',
  'help sessions',
  '/sesions',
];

let engine: Engine;
let content: Content;
let answers: readonly Answer[];

beforeAll(async () => {
  const archive = await openShippedArchive();
  engine = createEngine(() => archive, { locales: PSEUDO_LOCALES });
  answers = await Promise.all(LINES.map((text) => engine.answer({ text })));
  const lines = answers.flatMap(({ line, items, choices, page }) => [
    line,
    ...items.map((one) => one.line),
    ...choices.map((one) => one.line),
    page?.next ?? '',
    page?.previous ?? '',
  ]);
  content = contentOf(await archive.everything(), TYPED, lines, ['Rapporteur']);
});

/** Every text below one of the keys, whatever the payload. */
function textsUnder(keys: ReadonlySet<string>, value: unknown, key = ''): string[] {
  if (typeof value === 'string') return keys.has(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsUnder(keys, one, Array.isArray(value) ? key : name),
  );
}

function expectNoStrayWords(texts: readonly string[]): void {
  const stray = [...new Set(texts.flatMap((text) => text.split('\n')))].flatMap((text) => {
    const words = strayWords(text, content);
    return words === '' ? [] : [`${words} | ${text}`];
  });
  expect(stray).toEqual([]);
  expect(texts.some((text) => text.includes('⟦Ⓜ'))).toBe(true);
}

test('the plain text', () => {
  for (const answer of answers) expectNoStrayWords([toText(answer, { says: PSEUDO })]);
});

describe('Slack', () => {
  const says = inPseudo(slackSays());
  const SPOKEN = new Set(['accessibility_label', 'placeholder', 'title', 'submit', 'close']);
  const seen = (blocks: readonly unknown[], view: unknown = blocks): string[] => [
    visibleSlack(blocks),
    ...textsUnder(
      SPOKEN,
      JSON.parse(JSON.stringify(view), (_key, value) => value?.text ?? value),
    ),
  ];

  const ofView = (view: { readonly blocks: readonly unknown[] }): string[] => seen(view.blocks, view);

  test.each(['private', 'public', 'direct', 'view'] as const)('a message for %s', (audience) => {
    for (const answer of answers) expectNoStrayWords(seen(renderSlack(answer, { audience, says }).blocks));
  });

  test('a modal, a preview, the form, App Home', async () => {
    for (const answer of answers) {
      expectNoStrayWords(ofView(renderModal(answer, { says })));
      expectNoStrayWords(seen(renderPreview(answer, says)));
    }
    const form = await engine.refineForm({ line: 'sessions sdg:8' });
    expectNoStrayWords(ofView(renderSlackForm(form, { line: 'sessions sdg:8' })));
    const overview = await engine.browse.overview();
    expectNoStrayWords(ofView(renderHome(overview, says)));
  });
});

describe('Discord', () => {
  const says = inPseudo(discordSays());

  test.each([true, false])('a message, private: %j', (hidden) => {
    const SEEN = new Set(['content', 'label', 'placeholder', 'description']);
    for (const answer of answers)
      expectNoStrayWords(
        textsUnder(SEEN, renderDiscord(answer, { part: 1, private: hidden, says })).map((text) =>
          text.replaceAll('\\', '').replaceAll(/\(https:[^)]*\)/g, ''),
        ),
      );
  });

  test('the form, and what is wrong in it', async () => {
    const form = await engine.refineForm({ line: 'sessions sdg:8' });
    const SEEN = new Set(['content', 'label', 'placeholder', 'description', 'title']);
    expectNoStrayWords(textsUnder(SEEN, renderDiscordForm(form, 'rl0:sessions sdg:8')));
    const read = await engine.readRefined({ line: '', filled: { date: ['soon'] } });
    const problems = 'problems' in read ? read.problems : {};
    const told = renderProblems(form, problems, { line: 'sessions', kept: '1', says });
    expectNoStrayWords(textsUnder(SEEN, told).map((text) => text.replaceAll('\\', '')));
  });
});

describe('Teams', () => {
  const says = inPseudo(teamsSays());
  const SPOKEN = new Set(['title', 'tooltip', 'speak', 'fallbackText']);
  /** Every card within a payload, whatever carries it. */
  const cardsIn = (payload: unknown): unknown[] =>
    typeof payload !== 'object' || payload === null
      ? []
      : [
          ...((payload as { type?: unknown }).type === 'AdaptiveCard' ? [payload] : []),
          ...Object.values(payload).flatMap(cardsIn),
        ];
  const seen = (payload: unknown): string[] => [
    ...cardsIn(payload).map(visibleOf),
    ...textsUnder(SPOKEN, payload).map((text) => text.replaceAll('\u2060', '')),
  ];

  test('the form', async () => {
    expectNoStrayWords(
      seen(renderTeamsForm(await engine.refineForm({ line: 'sessions sdg:8' }), 'sessions')),
    );
  });

  test('cards, dialogs, links, results of a search', () => {
    for (const answer of answers) {
      expectNoStrayWords(seen(renderCard(answer, { says, private: true, back: 'help' })));
      expectNoStrayWords(seen(renderDialog(answer, { back: 'help' }, says)));
      expectNoStrayWords(seen(renderLink(answer, says)));
      if (answer.items.length > 0)
        expectNoStrayWords(
          seen(
            renderResults(
              answer.items.map((item) => ({ kind: 'item', item })),
              says,
            ),
          ),
        );
    }
  });
});

describe('the pages', () => {
  const says = inPseudo(webSays());
  const SPOKEN = ['aria-label', 'placeholder', 'title', 'data-live'];
  const assets = { style: '', archive: '', script: '', curator: '', icon: '', reader: '' };

  /** What stands on a page; what is typed is no word of ours, and what is marked no text of its own. */
  const read = (node: Node): string =>
    typeof node === 'string'
      ? node
      : node.tag === 'code'
        ? ''
        : node.tag === 'mark'
          ? node.children.map(read).join('')
          : ` ${node.children.map(read).join('')} `;

  function seen(main: { toString(): string } | readonly unknown[]): string[] {
    const page = parseMarkup(
      renderPage({
        title: '',
        main: main as never,
        says,
        assets,
        audience: 'local',
        line: '',
        after: '',
        canonical: '',
        large: false,
        place: '',
      }),
    );
    const spoken = elements(page).flatMap(({ attributes }) => SPOKEN.map((name) => attributes[name] ?? ''));
    return [...read(page).split('\n'), ...spoken];
  }

  test('answers', () => {
    for (const answer of answers) {
      expectNoStrayWords(seen(renderWeb(answer, { says })));
      expectNoStrayWords(seen(renderSearch(answer, [{ heading: '', values: [] }], says)));
    }
  });

  test('the start, the search, what went wrong, the playground', async () => {
    const overview = await engine.browse.overview();
    expectNoStrayWords(seen([renderHero(says), renderHoldings(overview, DECLARATIONS, says)]));
    expectNoStrayWords(seen(renderSearchStart(overview, says)));
    expectNoStrayWords(seen(renderTrouble('', '', says)));
    expectNoStrayWords(seen(missing(404, [], says, 'person').main));
    const playground = {
      line: '',
      after: '',
      next: '',
      platforms: [{ ...slack, title: '' }],
      examples: overview.examples,
      unscripted: renderHero(says),
      reader: '',
      script: () => '/script.js',
    };
    expectNoStrayWords(seen(renderPlayground(playground, says)));
  });

  test('entries and lists', async () => {
    const { pages } = engine.browse;
    const knowledge = await (await openShippedArchive()).everything();
    const some = {
      session: knowledge.sessions,
      person: knowledge.people,
      organization: knowledge.organizations,
      topic: knowledge.topics,
      group: knowledge.groups,
      goal: knowledge.goals,
      'action-line': knowledge.actionLines,
      source: knowledge.sources,
    } as const;
    for (const [kind, all] of Object.entries(some) as [
      keyof typeof some,
      readonly { id: string | number }[],
    ][]) {
      for (const { id } of all.slice(0, 3)) {
        const result = await pages.entry(kind, String(id));
        if (result.state === 'found') expectNoStrayWords(seen(renderEntry(result.entry, says)));
      }
      const listing = await pages.list(kind, 1);
      // People stand under the first letters of their family names.
      expectNoStrayWords(
        seen(renderList({ kind, listing }, says)).map((text) => text.replaceAll(/(?<!\S)\p{Lu}(?!\S)/gu, '')),
      );
    }
  });

  test('the archive at a glance, and all recommendations', async () => {
    const { browse } = engine;
    const { pages } = browse;
    const main = renderOverview(
      {
        overview: await browse.overview(),
        goals: await pages.goals(),
        timeline: await pages.timeline(),
        events: await pages.list('session', 1),
        addressees: await pages.addressees(),
        topics: await pages.recommendedTopics(),
      },
      says,
    );
    expectNoStrayWords(seen(main));
    expectNoStrayWords(seen(renderRecommendations(await pages.recommendations({}, 1), {}, [], says)));
  });
});
