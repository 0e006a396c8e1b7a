/**
 * What does not have the form of the schema is reported.
 */
import { describe, expect, test } from '@jest/globals';
import { describeCases, problemsWith } from './spoiling.ts';

describeCases('the form of an entry', [
  {
    name: 'an unknown key',
    passage: 'stance: explicit',
    by: 'stence: explicit',
    field: 'contributions[0].stence',
    message: /no field `stence`/,
    remedy: /Did you mean `stance`/,
  },
  {
    name: 'an unknown key that is like none',
    file: 'people.yaml',
    passage: '  name: Ada Lund',
    by: '  name: Ada Lund\n  shoesize: "39"',
    line: 'shoesize',
    field: '[0].shoesize',
    message: /no field `shoesize`/,
    remedy: /one of: id, name, family, honorific, aliases/,
  },
  {
    name: 'a missing field',
    passage: '    text: Ports in the north lack crane drivers.\n',
    by: '',
    line: '- id: hd-2-2',
    field: 'contributions[1].text',
    message: /`text` is missing/,
    remedy: /Add it\. One claim/,
  },
  {
    name: 'a number where text belongs',
    passage: '    at: "3"',
    by: '    at: 3',
    field: 'contributions[0].at',
    message: /cannot be the number 3/,
    remedy: /quotes: "3"/,
  },
  {
    name: 'text where a list belongs',
    passage: 'by: [bo-ek]',
    by: 'by: bo-ek',
    field: 'contributions[0].by',
    message: /should be a list/,
    remedy: /Write a list/,
  },
  {
    name: 'text where a number belongs',
    passage: 'value: 80',
    by: 'value: "80"',
    field: 'sessions[0].attendance.value',
    message: /should be a (whole )?number, but is "80"/,
    remedy: /without quotes/,
  },
  {
    name: 'a value that is not in the list',
    passage: 'kind: statement',
    by: 'kind: statment',
    field: 'contributions[1].kind',
    message: /cannot be "statment"/,
    remedy: /Did you mean "statement"/,
  },
  {
    name: 'an id in the wrong form',
    file: 'people.yaml',
    passage: 'id: ada-lund',
    by: 'id: Ada_Lund',
    field: '[0].id',
    message: /wrong form: "Ada_Lund"/,
    remedy: /Lower-case words/,
    among: 2,
  },
  {
    name: 'an empty text',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: " "',
    field: 'contributions[1].text',
    message: /`text` is empty/,
    remedy: /Fill it/,
  },
  {
    name: 'a text that is too long',
    passage: 'text: Ports in the north lack crane drivers.',
    by: `text: ${'Ports lack drivers. '.repeat(40)}`,
    field: 'contributions[1].text',
    message: /at most 600 characters, but has 799/,
    remedy: /split it/,
  },
  {
    name: 'a link that is not https',
    file: 'sources.yaml',
    passage: '  kind: report',
    by: '  kind: report\n  url: http://ports.example/report',
    line: 'url:',
    field: '[0].url',
    message: /wrong form/,
    remedy: /https:\/\//,
  },
  {
    name: 'an addressee without its group',
    passage: '    to: [{ group: employers, at: "3" }]',
    by: '    to: [{ at: "3" }]',
    field: 'contributions[0].to[0].group',
    message: /`group` is missing/,
    remedy: /vocabulary\/groups\.yaml/,
  },
  {
    name: 'an addressee said not to be implied',
    passage: '    to: [{ group: employers, at: "3" }]',
    by: '    to: [{ group: employers, implied: false }]',
    field: 'contributions[0].to[0].implied',
    message: /`implied` cannot be/,
    remedy: /true/,
  },
  {
    name: 'a goal above 17',
    passage: 'sdgs: [{ goal: 8, link: named }]',
    by: 'sdgs: [{ goal: 18, link: named }]',
    field: 'contributions[0].sdgs[0].goal',
    message: /at most 17/,
    remedy: /1 to 17/,
  },
  {
    name: 'a language that goals are not written in',
    file: 'vocabulary/goals.yaml',
    passage: 'short: { en: decent work,',
    by: 'short: { de: Arbeit, en: decent work,',
    line: 'short:',
    field: '[0].short.de',
    message: /no field `de` here/,
    remedy: /en, fr, es, ru, ar, zh/,
  },
]);

describe('words that mean about the same', () => {
  const withGroup = (...words: readonly string[]) =>
    problemsWith({ 'vocabulary/equivalents.yaml': `- { id: boats, words: ${JSON.stringify(words)} }\n` });

  test('are single words or a few, in any script', async () => {
    expect(await withGroup('ferry', 'river boat', 'roll off ferry', '船')).toEqual([]);
  });

  test.each([['Ferry'], ['river-boat'], ['river  boat'], [' ferry'], ['the boat that ferries']])(
    '%p is refused',
    async (word) => {
      const [problem, ...others] = await withGroup('ship', word);
      expect(others).toEqual([]);
      expect(problem?.field).toBe('[0].words[1]');
      expect(problem?.remedy).toMatch(/small letters and without a hyphen/);
    },
  );
});
