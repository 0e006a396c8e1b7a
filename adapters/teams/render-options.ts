/** How an answer is rendered: what its place asks for, and how much of it is shown. */

import type { Says } from './says.ts';

export interface RenderOptions {
  /** All that is not the answer's; in the answer's language where absent. */
  readonly says?: Says;
  /** The line of the card that this one takes the place of; gives a button that leads back. */
  readonly back?: string;
  /** Only one person sees the card: gives a button that posts the answer for everybody. */
  readonly private?: boolean;
  /** Teams' own buttons for a verdict stand below the message, and none in its card. */
  readonly judgedBelow?: boolean;
  /** The card stands in a dialog: its buttons lead from one to the next, and one puts the answer into a message. */
  readonly dialog?: boolean;
  /** False in a dialog from which nothing can be put into a message. */
  readonly puts?: boolean;
  /** Without buttons: for cards in places where nobody would answer them. */
  readonly still?: boolean;
  /** The most that the message may take; the platform's limit where absent. */
  readonly bytes?: number;
}

/** How much of everything is shown; the renderer takes smaller ones until the message fits. */
export interface Budget {
  readonly title: number;
  readonly text: number;
  readonly meta: number;
  readonly fact: number;
  readonly facts: number;
  readonly citation: number;
  readonly citations: number;
  readonly choices: number;
  readonly lead: number;
  /** The card's plain form for clients that show none. */
  readonly plain: number;
  /** A table of more is not drawn: what it tells stands in the lead and the items. */
  readonly rows: number;
  readonly columns: number;
  /** Longer addresses are shown without a link. */
  readonly url: number;
}

/** From roomy to tight. Tried in turn until the message fits. */
export const BUDGETS: readonly Budget[] = [
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
    rows: 24,
    columns: 8,
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
    rows: 24,
    columns: 8,
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
    rows: 12,
    columns: 6,
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
    rows: 0,
    columns: 0,
    url: 250,
  },
];
/** A list is read faster when its texts are short; one item alone is shown whole. */
export const FIRST_BUDGET_OF_LISTS = 1;
