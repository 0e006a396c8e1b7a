/**
 * What the playground's columns show: the answer to a line as every platform would be sent it, and what a press on such a
 * payload brings. All of it is the adapters' own work; see `Preview` in the contract.
 */

import type { Answer } from '../../../src/answer/answer.ts';
import { toText } from '../../../src/answer/text.ts';
import type { Drawn, Host, Measure, Mended, Press, Pressed, Preview } from '../../../src/contract/adapter.ts';
import { type Asked, continuationOf } from '../receive.ts';

/** A payload with its size. */
export interface Shown extends Drawn {
  readonly measures: readonly Measure[];
}

export interface Column extends Shown {
  readonly name: string;
  readonly title: string;
}

export interface PreviewedAnswer {
  readonly line: string;
  /** What the next line may continue: this answer, or the one before where this one has no subject. */
  readonly next: string;
  readonly title: string;
  readonly outcome: Answer['outcome'];
  readonly text: string;
  readonly columns: readonly Column[];
}

/**
 * The answer to a line in every column, without a language of the asker's. A line with a slash is asked as a command, any
 * other as a mention.
 */
export async function answerEverywhere(asked: Asked, host: Host): Promise<PreviewedAnswer> {
  const answer = await host.ask({
    text: asked.line,
    ...(asked.after === undefined ? {} : { previous: asked.after }),
  });
  host.metrics.count('requests', { kind: 'playground', outcome: answer.outcome });
  const asking = asked.line.trimStart().startsWith('/') ? 'command' : 'mention';
  return {
    line: answer.line,
    next: continuationOf(answer, asked.after),
    title: answer.title,
    outcome: answer.outcome,
    text: toText(answer),
    columns: (await host.previews()).map(({ name, title, preview }) => ({
      name,
      title,
      ...shown(preview, preview.draw(answer, asking)),
    })),
  };
}

function shown(preview: Preview, drawn: Drawn): Shown {
  return { ...drawn, measures: preview.measure(drawn.payload) };
}

/** What a press brought, answered where it asks a line. */
export type PressResult =
  | (Shown & {
      readonly kind: 'answer';
      readonly place: 'same' | 'next';
      readonly removes: boolean;
      readonly line: string;
      readonly next: string;
      readonly title: string;
    })
  | (Shown & { readonly kind: 'dialog' | 'notice' })
  | Extract<Mended, { readonly kind: 'correction' }>;

/** `undefined` where the platform is not known or has nothing to press. */
export async function pressOn(platform: string, press: Press, host: Host): Promise<PressResult | undefined> {
  const preview = await find(platform, host);
  const pressed = preview?.press?.(press);
  if (preview === undefined || pressed === undefined) return undefined;
  const form = (payload: unknown) => shown(preview, { payload, private: true });
  switch (pressed.kind) {
    case 'answer':
      return answered(preview, pressed, host);
    case 'form': {
      const opened = await host.engine.refineForm({ line: pressed.line });
      return { kind: 'dialog', ...form(pressed.draw(opened)) };
    }
    case 'filled': {
      const { line, filled } = pressed;
      const read = await host.engine.readRefined({ line, filled });
      if ('line' in read) return answered(preview, { ...pressed, line: read.line, place: 'next' }, host);
      const mended = pressed.mend(await host.engine.refineForm({ line }), read.problems);
      return mended.kind === 'correction' ? mended : { kind: mended.kind, ...form(mended.payload) };
    }
    case 'notice':
      return { kind: 'notice', ...form(pressed.payload) };
  }
}

/** What a line is answered with where it was pressed, or asked by a form. */
async function answered(
  preview: Preview,
  asked: Pick<Extract<Pressed, { readonly kind: 'answer' }>, 'line' | 'place' | 'removes' | 'draw'>,
  host: Host,
): Promise<PressResult> {
  const { line, place, removes = false, draw } = asked;
  const answer = await host.ask({ text: line });
  return {
    kind: 'answer',
    line: answer.line,
    next: continuationOf(answer),
    title: answer.title,
    place,
    removes,
    ...shown(preview, draw(answer)),
  };
}

const SUGGESTED_AT_MOST = 20;

/** What a field of a form offers for what is typed into it; `undefined` where it is not known. */
export async function completeOn(platform: string, interaction: unknown, host: Host): Promise<unknown> {
  const completion = (await find(platform, host))?.complete?.(interaction);
  if (completion === undefined) return undefined;
  const { text, kinds } = completion;
  return completion.draw(await host.engine.suggest({ text, kinds, limit: SUGGESTED_AT_MOST }));
}

async function find(platform: string, host: Host): Promise<Preview | undefined> {
  return (await host.previews()).find(({ name }) => name === platform)?.preview;
}
