/**
 * Questions that found little, for whoever curates. Each is kept as a hash that tells it from others, and what became of it; its
 * words only where the operator wants them kept.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { digestOf } from './keys.ts';

/** One question, however often it was asked. */
export interface PoorQuestion {
  /** Absent where the words were not kept. */
  readonly text?: string;
  /** What became of it: the answer's outcome. */
  readonly outcome: string;
  readonly times: number;
  /** When it was asked last, in milliseconds since the epoch. */
  readonly at: number;
}

export interface Questions {
  /** Kept for `expiresIn` milliseconds. */
  add(question: { readonly text: string; readonly outcome: string }, expiresIn: number): Promise<void>;
  /** Those asked most often. */
  most(count: number): Promise<readonly PoorQuestion[]>;
}

/** @param keepTexts whether the words are kept */
export function createQuestions({ run, now, later }: Database, keepTexts: boolean): Questions {
  return {
    async add({ text, outcome }, expiresIn) {
      const row = {
        id: randomUUID(),
        question: digestOf('question', text),
        text: keepTexts ? text : null,
        outcome,
        at: now,
        until: later(expiresIn),
      };
      await run((statements) =>
        statements
          .insertInto('questions')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute(),
      );
    },

    async most(count) {
      const rows = await run((statements) =>
        statements
          .selectFrom('questions')
          .select(({ fn }) => [
            fn.max('text').as('text'),
            'outcome',
            fn.countAll<number>().as('times'),
            fn.max('at').as('at'),
          ])
          .where('until', '>', now)
          .groupBy(['question', 'outcome'])
          .orderBy('times', 'desc')
          .orderBy('at', 'desc')
          .limit(count)
          .execute(),
      );
      return rows.map(({ text, outcome, times, at }) => ({
        outcome,
        times: Number(times),
        at: Number(at),
        ...(text === null ? {} : { text }),
      }));
    },
  };
}
