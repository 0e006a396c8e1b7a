/**
 * A command: its shape, what it asks of the archive, and how it composes the answer. `compose` is pure, so a
 * command can be tested from findings to Answer without an archive.
 */
import type { Answer } from '../answer/answer.ts';
import type { Archive } from '../archive/archive.ts';
import type { Query } from '../reading/query.ts';
import type { Context } from '../saying/context.ts';
import type { Shape } from './declaration.ts';

export interface Command {
  readonly shape: Shape;
  answer(query: Query, archive: Archive, context: Context): Promise<Answer>;
}

/** Joins the two halves of a command: `find` may wait, `compose` may not. */
export function defineCommand<Findings>(parts: {
  readonly shape: Shape;
  find(query: Query, archive: Archive): Promise<Findings>;
  compose(query: Query, findings: Findings, context: Context): Answer;
}): Command {
  return {
    shape: parts.shape,
    answer: async (query, archive, context) =>
      parts.compose(query, await parts.find(query, archive), context),
  };
}
