/** App Home: the archive at a glance, with buttons that ask. Pure but for `publishHome`. */
import { asTyped, lineOf } from '../../src/answer/line.ts';
import type { Overview } from '../../src/engine.ts';
import { cut } from '../../src/kit/cut.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import {
  actions,
  type Block,
  type Button,
  button,
  bytes,
  context,
  DIVIDER,
  type HomeView,
  header,
  plain,
  richText,
  run,
} from './blocks.ts';
import { takeWithin } from './fit.ts';
import { LIMITS } from './limits.ts';
import type { Request } from './ports.ts';
import type { Says } from './says.ts';
import { oneLine } from './text.ts';

const RECENT = 3;
const EVENTS = 12;
const PEOPLE = 20;
const GOALS = 17;
const TOPICS = 15;
const EXAMPLES = 8;

export function renderHome(overview: Overview, says: Says): HomeView {
  const { home } = says.own;
  const { counts, people } = overview;
  const lists = [
    { label: says.choice.allSessions, line: lineOf.sessions() },
    { label: home.allRecommendations, line: lineOf.recommendations() },
  ];
  const blocks: readonly Block[] = [
    ...header(PRODUCT),
    ...richText(run(home.intro)),
    ...context(home.counts(counts)),
    ...actions([
      button('refine', home.search, lineOf.sessions(), { style: 'primary' }),
      button('help', says.choice.help, lineOf.help()),
    ]),
    ...part(home.examples, overview.examples.slice(0, EXAMPLES), (one, index) =>
      button(`example:${index}`, asTyped(one.line), one.line, { spoken: one.meaning }),
    ),
    ...listed(
      home.recent,
      overview.recent.slice(0, RECENT).map((one) => ({ ...one, date: home.added(one.added) })),
      'recent',
      says,
    ),
    ...listed(home.events, overview.events.slice(0, EVENTS), 'event', says),
    ...part(home.goals, overview.goals.slice(0, GOALS), (one) =>
      button(`goal:${one.goal}`, home.goal(`${one.goal} ${one.label}`, one.named, one.related), one.line),
    ),
    ...part(home.topics, overview.topics.slice(0, TOPICS), (one, index) =>
      button(`subject:${index}`, home.topic(one.label, one.contributions), one.line),
    ),
    ...part(home.people, people.slice(0, PEOPLE), (one, index) =>
      button(`person:${index}`, one.name, lineOf.speaker(one.id)),
    ),
    ...part(home.everything, lists, (one) => button(`list:${one.line}`, one.label, one.line)),
  ];
  // Never near Slack's limits with the archive's sizes above; held all the same, whatever the texts are.
  const within = takeWithin(
    blocks.slice(0, LIMITS.viewBlocks.value),
    LIMITS.viewBytes.value,
    (one) => bytes(one) + 1,
  );
  return { type: 'home', blocks: within };
}

function part<T>(
  title: string,
  all: readonly T[],
  make: (one: T, index: number) => Button,
): readonly Block[] {
  return all.length === 0 ? [] : [DIVIDER, ...heading(title), ...actions(all.map(make))];
}

function heading(title: string): readonly Block[] {
  return richText(run(title, { bold: true }));
}

/** Events with a date each, in the order given, each with its button; nothing where there are none. */
function listed(
  title: string,
  all: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly line: string;
  }[],
  action: string,
  says: Says,
): readonly Block[] {
  if (all.length === 0) return [];
  return [
    DIVIDER,
    ...heading(title),
    ...all.map((one, index): Block => {
      const name = cut(oneLine(one.title) || one.id, LIMITS.headerText.value);
      const date = oneLine(one.date);
      return {
        type: 'section',
        text: plain(date === '' ? name : `${name}\n${cut(date, LIMITS.headerText.value)}`),
        accessory: button(`${action}:${index}`, says.chat.open, one.line, {
          spoken: `${says.chat.open}: ${name}`,
        }),
      };
    }),
  ];
}

/** Draws App Home anew for the person who opened it. */
export async function publishHome({ body, host, api, says }: Request): Promise<void> {
  const { event } = body as { event?: { user?: unknown; tab?: unknown } };
  if (typeof event?.user !== 'string' || event.tab !== 'home') return;
  await api.publishHome(event.user, renderHome(await host.engine.browse.overview(), says));
}
