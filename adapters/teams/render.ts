/**
 * An Answer as a message with an Adaptive Card. Pure.
 *
 * The card says in this order: the title, what was understood, the lead, the items under their groups, where in a long
 * list they stand, the next steps, and the documents behind it all. What does not fit is shortened, then dropped from
 * the end, and the card says so: see `fitted`.
 */
import type { Answer, SourceReference } from '../../src/answer/answer.ts';
import { toText } from '../../src/answer/text.ts';
import { words } from '../../src/answer/words.ts';
import { cut } from '../../src/kit/cut.ts';
import type { Outgoing } from './activity.ts';
import {
  attachment,
  type Card,
  card,
  type Element,
  heading,
  linkable,
  note,
  paragraph,
  run,
} from './card.ts';
import { LIMITS } from './limits.ts';
import { type Budget, renderItem } from './render-item.ts';
import { pageOf, stepsOf } from './render-steps.ts';
import { harmless, oneLine } from './text.ts';
import { WORDS } from './words.ts';

export interface RenderOptions {
  /** The line of the card that this one takes the place of; gives a button that leads back. */
  readonly back?: string;
  /** Only one person sees the card: gives a button that posts the answer for everybody. */
  readonly private?: boolean;
  /** Without buttons: for cards in places where nobody would answer them. */
  readonly still?: boolean;
  /** The most that the message may take; the platform's limit where absent. */
  readonly bytes?: number;
}

/** From roomy to tight. Tried in turn until the message fits. */
const BUDGETS: readonly Budget[] = [
  {
    title: 300,
    text: 10_000,
    meta: 500,
    fact: 500,
    facts: 40,
    citation: 250,
    citations: 8,
    choices: 12,
    lead: 1500,
    plain: 3000,
    url: 2048,
  },
  {
    title: 200,
    text: 1200,
    meta: 300,
    fact: 250,
    facts: 8,
    citation: 200,
    citations: 3,
    choices: 8,
    lead: 1500,
    plain: 3000,
    url: 2048,
  },
  {
    title: 120,
    text: 400,
    meta: 200,
    fact: 120,
    facts: 4,
    citation: 160,
    citations: 2,
    choices: 6,
    lead: 800,
    plain: 1500,
    url: 500,
  },
  {
    title: 80,
    text: 160,
    meta: 120,
    fact: 80,
    facts: 2,
    citation: 120,
    citations: 1,
    choices: 6,
    lead: 300,
    plain: 600,
    url: 250,
  },
];
/** A list is read faster when its texts are short; one item alone is shown whole. */
const FIRST_BUDGET_OF_LISTS = 1;

/** The whole message for an answer: never over the platform's limit, whatever the answer holds. */
export function renderMessage(answer: Answer, options: RenderOptions = {}): Outgoing {
  return messageOf(fitted(answer, options), answer);
}

/** The card alone, for places that take one instead of a message. */
export function renderCard(answer: Answer, options: RenderOptions = {}): Card {
  return fitted(answer, options);
}

function messageOf(content: Card, answer: Answer): Outgoing {
  return { type: 'message', summary: summaryOf(answer), attachments: [attachment(content)] };
}

/** The size that counts: the limit is given in UTF-16, and what goes over the wire is UTF-8. */
export function sizeOf(payload: unknown): number {
  const json = JSON.stringify(payload);
  return Math.max(json.length * 2, Buffer.byteLength(json));
}

function fitted(answer: Answer, options: RenderOptions): Card {
  const most = options.bytes ?? LIMITS.messageBytes.value;
  const fits = (one: Card): boolean => sizeOf(messageOf(one, answer)) <= most;
  const fallback = toText(answer);
  const budgets = answer.items.length > 1 ? BUDGETS.slice(FIRST_BUDGET_OF_LISTS) : BUDGETS;
  for (const budget of budgets) {
    const content = compose(answer, options, fallback, budget, answer.items.length);
    if (fits(content)) {
      return content;
    }
  }
  // Even the tightest is too much: keep as many items as fit. Without items it always fits, all other parts being cut.
  const tightest = BUDGETS.at(-1) as Budget;
  let low = 0;
  let high = answer.items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(compose(answer, options, fallback, tightest, middle))) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return compose(answer, options, fallback, tightest, low);
}

function compose(
  answer: Answer,
  options: RenderOptions,
  fallback: string,
  budget: Budget,
  shown: number,
): Card {
  let short = false;
  const shortened = (): void => {
    short = true;
  };
  const body: (Element | undefined)[] = [
    heading(cut(oneLine(harmless(answer.title)), budget.title) || WORDS.untitled, 'Large'),
    understoodOf(answer, budget),
    paragraph([run(cut(answer.lead.trim(), budget.lead))], { spacing: 'Small' }),
  ];

  let group = '';
  for (const item of answer.items.slice(0, shown)) {
    if (item.group !== group) {
      group = item.group;
      body.push(heading(cut(oneLine(harmless(group)), budget.title), 'Medium', { spacing: 'Large' }));
    }
    const itemOptions = {
      budget,
      from: answer.line,
      heading: oneLine(answer.title),
      ...(options.still === undefined ? {} : { still: options.still }),
      ...(options.private === undefined ? {} : { private: options.private }),
    };
    body.push(...renderItem(item, itemOptions, shortened));
  }

  const left = answer.items.length - shown;
  if (left > 0) {
    body.push(note(WORDS.itemsLeft(left)));
  }
  if (short) {
    body.push(note(WORDS.shortened));
  }
  body.push(...pageOf(answer, options, left));
  if (options.still !== true) {
    body.push(...stepsOf(answer, options, budget));
  }
  body.push(...sourcesOf(answer.sources, budget));
  return card(
    body.filter((one) => one !== undefined),
    cut(fallback, budget.plain),
    summaryOf(answer),
  );
}

function understoodOf(answer: Answer, budget: Budget): Element | undefined {
  const reading = oneLine(answer.understood);
  return reading === ''
    ? undefined
    : paragraph([run(words.text.understood(cut(reading, budget.meta)), { size: 'Small', isSubtle: true })], {
        spacing: 'None',
      });
}

function sourcesOf(sources: readonly SourceReference[], budget: Budget): readonly (Element | undefined)[] {
  const some = sources.slice(0, MOST_SOURCES);
  if (some.length === 0) {
    return [];
  }
  return [
    paragraph([run(words.text.sources, { size: 'Small', weight: 'Bolder' })], {
      spacing: 'Medium',
      separator: true,
    }),
    ...some.map(({ title, publisher, date, url }) =>
      paragraph(
        [
          run(cut(oneLine(title), budget.title), {
            size: 'Small',
            ...(linkable(url, budget.url) ? { selectAction: { type: 'Action.OpenUrl', url } as const } : {}),
          }),
          run(
            cut(
              [publisher, date]
                .map(oneLine)
                .filter((one) => one !== '')
                .map((one) => ` · ${one}`)
                .join(''),
              budget.meta,
            ),
            {
              size: 'Small',
              isSubtle: true,
            },
          ),
        ],
        { spacing: 'Small' },
      ),
    ),
    sources.length > some.length ? note(WORDS.sourcesLeft(sources.length - some.length)) : undefined,
  ];
}

/** An archive's answer names a handful; more could only be a mistake, and each item cites its own anyway. */
const MOST_SOURCES = 12;

/** One or two sentences for notifications, the activity feed and screen readers. */
export function summaryOf(answer: Answer): string {
  const parts = [answer.title, answer.lead || (answer.items[0]?.text.text ?? '')]
    .map(oneLine)
    .filter((one) => one !== '');
  return cut(harmless(parts.join('. ')), 300) || WORDS.untitled;
}

/** The answer as a message without a card: for when a card was refused. */
export function renderPlain(answer: Answer): Outgoing {
  return {
    type: 'message',
    textFormat: 'plain',
    text: plainText(cut(toText(answer), 8000)),
    summary: summaryOf(answer),
  };
}

/** A message of our own words. */
export function renderWords(text: string): Outgoing {
  return { type: 'message', textFormat: 'plain', text, summary: cut(text, 300) };
}

/** Message text, unlike a card's, may hold tags that Teams reads even in plain text: `<at>` is one. */
function plainText(text: string): string {
  return harmless(text).replace(/</gu, '‹').replace(/>/gu, '›');
}
