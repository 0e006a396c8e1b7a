/** Forms for tests: as plain as they can be, and as large. */
import type { Form, FormChoice } from '../../src/answer/form.ts';

const choices = (count: number, label: string): readonly FormChoice[] =>
  Array.from({ length: count }, (_, index) => ({
    label: `${index + 1} ${label}`,
    value: `topic:t-${index + 1}`,
  }));

/** A form of each kind of field. `label` is every text in it, `many` the number of what is offered. */
export function formWith(label: string, many: number): Form {
  return {
    name: 'sample',
    title: label,
    submit: label,
    close: label,
    about: label,
    fields: [
      { kind: 'choice', name: 'scope', label, choices: choices(Math.min(10, Math.max(2, many)), label) },
      {
        kind: 'pick',
        name: 'subject',
        label,
        hint: label,
        completes: ['topic', 'goal'],
        several: true,
        offered: choices(many, label),
      },
      {
        kind: 'pick',
        name: 'person',
        label,
        hint: label,
        completes: ['person'],
        several: false,
        offered: [],
      },
      { kind: 'text', name: 'date', label, hint: label, most: 40 },
      { kind: 'text', name: 'words', label, hint: label, most: 200 },
    ],
  };
}

/** Forms that fill a platform's limits, or fill nothing. */
export const EXTREME_FORMS: readonly (readonly [string, Form])[] = [
  ['short labels', formWith('x', 5)],
  ['nothing offered', formWith('Label', 0)],
  ['one thing offered', formWith('Label', 1)],
  ['many things offered', formWith('Label', 300)],
  ['long labels', formWith('a long label with many words in it '.repeat(20).trim(), 40)],
  ['flags at the edge', formWith('🇨🇭'.repeat(400), 12)],
];
