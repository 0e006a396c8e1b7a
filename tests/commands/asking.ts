/** Asking the harbour, and reading of an answer what a test is about. */
import type { Answer, Item } from '../../src/answer/answer.ts';
import { harbourEngine } from '../support/harbour.ts';

export const NOW = new Date('2026-11-22T00:00:00Z');

export function ask(text: string, previous?: string): Promise<Answer> {
  return harbourEngine.answer({ text, now: NOW, ...(previous === undefined ? {} : { previous }) });
}

export const ids = ({ items }: Answer): string[] => items.map(({ id }) => id);
export const lines = ({ choices }: Answer): string[] => choices.map(({ line }) => line);
/** "Date: 4 May 2023". */
export const factsOf = (item: Item | undefined): string[] =>
  item?.facts.map(({ label, value }) => `${label}: ${value}`) ?? [];
export const placesOf = (item: Item | undefined): string[] => item?.evidence.map(({ label }) => label) ?? [];
/** The stretches of a text that are marked. */
export const marksOf = ({ text, marks }: Item['text']): string[] =>
  marks.map(([start, end]) => text.slice(start, end));
