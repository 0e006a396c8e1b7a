/**
 * Rules about the words themselves: plain text only, so that it shows alike on every platform; no claim twice; no term
 * that means two things.
 */

import { foldTerm } from '../text/fold.ts';
import type { Ledger } from './ledger.ts';
import { idOf } from './ledger.ts';
import type { Path } from './problem.ts';
import type { Entry, Kind } from './read.ts';

interface Blemish {
  readonly pattern: RegExp;
  readonly message: string;
  readonly remedy: string;
}

const BLEMISHES: readonly Blemish[] = [
  {
    // Controls but for line feed and tab, zero-width characters, direction marks, U+FFFD.
    pattern: /(?![\n\t])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/u,
    message: 'holds an invisible or broken character',
    remedy: 'Type the passage anew, without pasting.',
  },
  {
    pattern: /<[@!#:]|(^|\s)@(everyone|here|channel)\b/i,
    message: 'holds a mention',
    remedy: 'Write the name in plain words.',
  },
  { pattern: /<\/?[a-z][^<>]*>/i, message: 'holds HTML', remedy: 'Write plain text without tags.' },
  {
    pattern:
      /\*\*|__|~~|`|!?\[[^\]]*\]\([^)]*\)|(^|\s)([*_])[^\s*_][^*_]*\2(?=$|[\s.,;:!?])|^\s*(#{1,6}|[-*+>])\s/m,
    message: 'holds Markdown',
    remedy: 'Write plain text; a word is stressed by its place in the sentence.',
  },
  { pattern: /\bhttp:\/\//i, message: 'holds an http link', remedy: 'Use https, or leave the link out.' },
];

/** Fields that may have more than one paragraph. */
const LONG_FIELDS: ReadonlySet<string> = new Set(['abstract', 'summary', 'note']);

function checkText(ledger: Ledger, entry: Entry<unknown>, path: Path, text: string): void {
  const field = path.findLast((step) => typeof step === 'string') ?? 'text';
  for (const { pattern, message, remedy } of BLEMISHES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    // Shown as code points where it would not be seen.
    const shown = match[0].trim().replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, (c) => {
      return `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    });
    ledger.report(entry, path, `\`${field}\` ${message}: ${shown.slice(0, 40)}`, remedy);
  }
  if (/[\n\t]/.test(text) && !LONG_FIELDS.has(String(field))) {
    ledger.report(
      entry,
      path,
      `\`${field}\` has more than one line.`,
      'Write one line, or a block after ">-".',
    );
  }
}

function walk(ledger: Ledger, entry: Entry<unknown>, path: Path, value: unknown): void {
  if (typeof value === 'string') {
    if (path[path.length - 1] !== 'url') checkText(ledger, entry, path, value);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(ledger, entry, [...path, index], item);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) walk(ledger, entry, [...path, key], item);
  }
}

function checkRepeats(ledger: Ledger): void {
  const first = new Map<string, string>();
  for (const entry of ledger.written.contribution) {
    const folded = foldTerm(entry.value.text);
    const earlier = first.get(folded);
    if (earlier === undefined) first.set(folded, entry.value.id);
    else if (earlier !== entry.value.id) {
      const remedy = 'Keep one, with all makers and places; or say what is different.';
      ledger.report(entry, ['text'], `The text is that of "${earlier}".`, remedy);
    }
  }
}

interface Term {
  readonly text: string;
  readonly path: Path;
}

function listed(field: string, terms: readonly string[]): Term[] {
  return terms.map((text, index) => ({ text, path: [field, index] }));
}

/** A term of a vocabulary leads to one entry only, so that a word means one thing. */
function checkTerms<Value extends { readonly id: string } | { readonly goal: number }>(
  ledger: Ledger,
  entries: readonly Entry<Value>[],
  termsOf: (value: Value) => readonly Term[],
): void {
  const first = new Map<string, string>();
  for (const entry of entries) {
    const id = idOf(entry);
    for (const { text, path } of termsOf(entry.value)) {
      const folded = foldTerm(text);
      if (folded === '') continue;
      const earlier = first.get(folded);
      if (earlier === undefined) first.set(folded, id);
      else if (earlier !== id) {
        const remedy = `Keep it in the one that people mean by it, and remove it from the other.`;
        ledger.report(entry, path, `The term "${text}" is also one of "${earlier}".`, remedy);
      }
    }
  }
}

/** Reports blemishes in any text, repeated claims, and ambiguous terms. */
export function checkWords(ledger: Ledger): void {
  for (const kind of Object.keys(ledger.written) as Kind[]) {
    for (const entry of ledger.written[kind]) walk(ledger, entry, [], entry.value);
  }
  checkRepeats(ledger);
  const { topic, group, goal, actionLine, country, organization } = ledger.written;
  const named = (value: { name: string; synonyms: string[] }): Term[] => [
    { text: value.name, path: ['name'] },
    ...listed('synonyms', value.synonyms),
  ];
  checkTerms(ledger, topic, named);
  checkTerms(ledger, group, named);
  checkTerms(ledger, goal, (value) => [
    ...Object.entries(value.short).map(([language, text]) => ({ text, path: ['short', language] })),
    ...Object.entries(value.title).map(([language, text]) => ({ text, path: ['title', language] })),
    ...listed('aliases', value.aliases),
  ]);
  checkTerms(ledger, actionLine, (value) => [
    { text: value.title, path: ['title'] },
    ...listed('aliases', value.aliases),
  ]);
  checkTerms(ledger, country, (value) => [
    { text: value.name, path: ['name'] },
    ...listed('aliases', value.aliases),
  ]);
  // Abbreviations and aliases of organizations are shared in the world; full names are not.
  checkTerms(ledger, organization, (value) => [{ text: value.name, path: ['name'] }]);
}
