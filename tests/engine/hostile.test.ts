/** Odd and hostile text gets a normal, harmless answer. */
import { describe, expect, test } from '@jest/globals';
import { toText } from '../../src/answer/text.ts';
import { commandNames } from '../../src/commands/commands.ts';
import { createEngine } from '../../src/engine.ts';
import { questionsOf } from '../../src/reading/parts.ts';
import { MOST_READINGS, propose } from '../../src/reading/propose.ts';
import { openShippedArchive } from '../support/host.ts';
import { anyCharacters, fc } from '../support/property.ts';

const archive = await openShippedArchive();
const engine = createEngine(() => archive);

/** All strings of an answer that a person may see. */
const visible = async (text: string): Promise<string> => toText(await engine.answer({ text }));

describe('nothing of another kind than words comes back', () => {
  test.each([
    '/speaker <!channel> Popova',
    '<@U012AB3CD> sessions',
    '@everyone what did Popova say?',
    '[click](https://evil.example) sessions sdg8',
    'https://evil.example/popova',
    '<script>alert(1)</script> sessions',
    '*bold* _it_ ~x~ `code`',
    '\u202Esessions\u202C sdg8',
    'ses\u200Bsions sdg8',
    '\u0000\u0007/sessions sdg8',
    '${process.env} {{7*7}} %s %n',
    "'; DROP TABLE sessions; --",
    '(a+)+$ .* [\\w]+ (?=x)',
    '"unclosed phrase',
    '- -- --- -"',
    'topic:nonsense country:XX sdg:99 date:9999-99 page:0',
    '../../etc/passwd',
    '😀 👩‍👩‍👧‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Ｓｅｓｓｉｏｎｓ ｓｄｇ８',
    'Что сказала Попова?',
    '誰が話しましたか',
    'من تحدث عن الهجرة؟',
  ])('%j', async (text) => {
    const shown = await visible(text);
    expect(shown).not.toMatch(/<[!@#]|@everyone|@here|evil\.example|\]\(|<script|\$\{/);
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length).toBeLessThanOrEqual(4000);
  });
});

test('invisible characters change nothing', async () => {
  const plain = await engine.answer({ text: '/sessions sdg8' });
  for (const text of [
    '/ses\u200Bsions sdg8',
    '\u202E/sessions sdg8\u202C',
    '\u0000/sessions\u0007 sdg8',
    '/sessions\u00a0sdg8',
    '／ｓｅｓｓｉｏｎｓ ｓｄｇ８',
  ]) {
    expect(await engine.answer({ text })).toEqual(plain);
  }
});

test('any text is answered, and what is shown holds no control, markup or mention of it', async () => {
  const odd = fc.oneof(
    anyCharacters(700),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .tuple(
        fc.constantFrom('/sessions ', '/speaker ', '/recommendations ', 'what did ', 'who is ', 'open ', ''),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(odd, async (text) => {
      const answer = await engine.answer({ text });
      const shown = toText(answer);
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u200b]/);
      expect(shown).not.toMatch(/<[!@#]/);
      expect(['found', 'closest', 'nothing', 'unstated', 'unclear', 'help']).toContain(answer.outcome);
    }),
    { numRuns: 400 },
  );
});

test('100,000 characters are refused with a reason', async () => {
  const answer = await engine.answer({ text: 'migration '.repeat(10_000) });
  expect(answer.outcome).toBe('unclear');
  expect(answer.lead).toContain('500');
});

test('type-ahead never fails, whatever is typed', async () => {
  await fc.assert(
    fc.asyncProperty(anyCharacters(300), fc.integer({ min: 0, max: 30 }), async (text, limit) => {
      const found = await engine.suggest({ text, kinds: [], limit });
      expect(found.length).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 300 },
  );
});

test('however much a line sets beside each other, a handful of readings is tried', async () => {
  const commands = commandNames();
  const context = { vocabulary: archive.vocabulary, commands, now: new Date(), hasPrevious: false };
  const words =
    'who what vs or and not japan germany popova harukawa visas 2020 most least how many both except before "a" sdg8 ilo women ? : minister when where compare more than webinar session people'.split(
      ' ',
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 20, maxLength: 80 }), async (line) => {
      const questions = questionsOf(line.join(' ').slice(0, 500), { commands });
      expect(questions.length).toBeLessThanOrEqual(4);
      for (const { text } of questions)
        expect((await propose(text, context, archive, undefined)).length).toBeLessThanOrEqual(MOST_READINGS);
    }),
    { numRuns: 60 },
  );
});
