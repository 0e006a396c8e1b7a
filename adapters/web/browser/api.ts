/** What the playground asks of the server. */
import type { PressResult, PreviewedAnswer } from '../playground/answer.ts';
import type { Interaction, Payload } from './platform.ts';

const PLACE = '/api/playground/';

export function fetchAnswer(line: string, after: string): Promise<PreviewedAnswer> {
  const fields = new URLSearchParams({ q: line, ...(after === '' ? {} : { after }) });
  return call<PreviewedAnswer>(`answer?${fields}`);
}

interface Pressing {
  readonly payload: Payload;
  readonly private: boolean;
  readonly interaction: Interaction;
}

export function sendPress(platform: string, press: Pressing): Promise<PressResult> {
  return call<PressResult>(`press/${platform}`, press);
}

export function fetchOptions(platform: string, interaction: Interaction): Promise<unknown> {
  return call<unknown>(`complete/${platform}`, { interaction });
}

/** @throws Error with words for the reader. */
async function call<Result>(path: string, body?: unknown): Promise<Result> {
  const reply = await fetch(
    PLACE + path,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  ).catch(() => {
    throw new Error('The service does not answer. Is it still running?');
  });
  if (!reply.ok) {
    const { error } = (await reply.json().catch(() => ({}))) as { error?: string };
    throw new Error(error ?? `The service answered with status ${reply.status}.`);
  }
  return (await reply.json()) as Result;
}
