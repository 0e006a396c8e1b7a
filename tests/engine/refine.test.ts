/** The form that refines a line: what it offers, and how it is read back. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Filled, type Form, type FormField, filledIn } from '../../src/answer/form.ts';
import { readLine } from '../../src/answer/line.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { HOSTILE_TEXTS } from '../support/answers.ts';
import { openHost, type TestHost } from '../support/host.ts';

const says = catalogueFor();
const { refine, form } = says;

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});

const open = (line: string) => host.engine.refineForm({ line });
const read = (line: string, filled: Filled) => host.engine.readRefined({ line, filled });
const field = ({ fields }: Form, wanted: string): FormField => {
  const found = fields.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no field ${wanted}`);
  return found;
};
const offeredBy = (one: Form) => {
  const subject = field(one, 'subject');
  return subject.kind === 'pick' ? subject.offered : [];
};
const scopesOf = (one: Form) => {
  const scope = field(one, 'scope');
  return scope.kind === 'choice' ? scope.choices.map(({ value }) => value) : [];
};

describe('the form', () => {
  test('of a list narrows it, and says in words what it narrows', async () => {
    const line = 'recommendations topic:labour-migration';
    const opened = await open(`${line} page:2`);
    expect(opened.about).toBe(refine.about((await host.ask({ text: line })).understood));
    expect(scopesOf(opened)).toEqual(['narrow', 'sessions', 'recommendations', 'ask']);
  });

  test.each(['', 'open wsis-forum-2022-session-181', 'help', 'no line at all'])(
    'of %j is a new search',
    async (line) => {
      const opened = await open(line);
      expect(opened.about).toBe('');
      expect(scopesOf(opened)).toEqual(['sessions', 'recommendations', 'ask']);
      expect(offeredBy(opened).length).toBeGreaterThan(1);
    },
  );

  test.each(['sessions', 'sessions sdg:8', 'recommendations', 'ask country:JP', 'speaker by:natalia-popova'])(
    'of %j offers subjects that leave something of it',
    async (line) => {
      const offered = offeredBy(await open(line));
      expect(offered.length).toBeGreaterThan(0);
      for (const { label, value } of offered) {
        expect(label).toMatch(/ \(\d+\)$/);
        const narrowed = await read(line, { scope: ['narrow'], subject: [value] });
        if ('problems' in narrowed) throw new Error(JSON.stringify(narrowed.problems));
        expect((await host.ask({ text: narrowed.line })).outcome).toBe('found');
      }
    },
  );

  test('has no more fields than the least that a platform takes, each with a name of its own', async () => {
    const { fields } = await open('sessions');
    expect(fields.length).toBeLessThanOrEqual(5);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    for (const { name } of fields) expect(name).toMatch(/^[a-z]+$/);
  });
});

describe('what was filled in', () => {
  const LINE = 'recommendations topic:labour-migration page:2';

  test.each<[string, Filled, string]>([
    ['a person picked', { person: ['by:natalia-popova'] }, 'by:natalia-popova'],
    ['a person named', { person: ['popova'] }, 'by:natalia-popova'],
    ['a person’s name spelt nearly right', { person: ['Natalia  Popowa'] }, 'by:natalia-popova'],
    ['a goal', { subject: ['sdg:8'] }, 'sdg:8'],
    [
      'any of two subjects',
      { subject: ['topic:social-protection', 'sdg:8'] },
      'topic:social-protection|sdg:8',
    ],
    ['a subject named', { subject: ['goal 8'] }, 'sdg:8'],
    ['a year', { date: ['2020'] }, 'date:2020'],
    ['a month', { date: [' May  2022 '] }, 'date:2022-05'],
    ['an open range', { date: ['before 2021'] }, 'date:..2020'],
    ['words', { words: ['barriers'] }, 'text:barriers'],
    ['words to leave out', { words: ['barriers -tax'] }, '-tax'],
    ['a phrase', { words: ['"decent work"'] }, '"decent work"'],
  ])('%s narrows the line, from its first page, to a canonical one', async (_what, filled, part) => {
    const result = await read(LINE, { scope: ['narrow'], ...filled });
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    expect(result.line).toMatch(/^recommendations topic:labour-migration/);
    expect(result.line).toContain(part);
    expect(result.line).not.toContain('page:');
    expect(readLine(result.line)).toBeDefined();
    expect((await host.ask({ text: result.line })).line).toBe(result.line);
  });

  test('words behind a person are searched in what they said, not taken for a name', async () => {
    expect(
      await read('speaker by:natalia-popova page:2', { scope: ['narrow'], words: ['barriers'] }),
    ).toEqual({
      line: 'ask by:natalia-popova text:barriers',
    });
  });

  test('a new search leaves the line behind', async () => {
    expect(await read(LINE, { scope: ['sessions'], subject: ['sdg:8'], date: ['2022'] })).toEqual({
      line: 'sessions sdg:8 date:2022',
    });
    expect(await read(LINE, { scope: ['recommendations'] })).toEqual({ line: 'recommendations' });
  });

  test.each<[string, Filled, keyof typeof refine | undefined, string]>([
    ['nothing', {}, 'empty', 'words'],
    ['blanks', { words: ['  '], date: ['\t'] }, 'empty', 'words'],
    ['signs', { words: ['?!…'] }, 'noWords', 'words'],
    ['nobody', { person: ['Xqzwv Ktrmpf'] }, 'nobody', 'person'],
    ['an unknown id', { person: ['by:nobody-at-all'] }, 'nobody', 'person'],
    ['an organization as a person', { person: ['by:ilo'] }, 'nobody', 'person'],
    ['no date', { date: ['soon'] }, 'noDate', 'date'],
    ['a date with more', { date: ['2022 skills'] }, 'noDate', 'date'],
    ['a goal as a date', { date: ['sdg8'] }, 'noDate', 'date'],
    ['an unknown topic', { subject: ['topic:xqzwv'] }, 'noSubject', 'subject'],
    ['another field as a topic', { subject: ['country:JP'] }, 'noSubject', 'subject'],
    ['words as a topic', { subject: ['xqzwv'] }, 'noSubject', 'subject'],
  ])('%s is told at its field', async (_what, filled, key, at) => {
    expect(await read(LINE, { scope: ['narrow'], ...filled })).toEqual({
      problems: { [at]: refine[key as 'empty'] },
    });
  });

  test('all that is wrong is told at once', async () => {
    const result = await read('', { person: ['Xqzwv'], date: ['soon'], words: ['x'.repeat(201)] });
    expect(result).toEqual({
      problems: { person: refine.nobody, date: refine.noDate, words: form.tooLong(200) },
    });
  });

  test('more than a line can hold is told', async () => {
    const line = `sessions text:${Array.from({ length: 40 }, (_, index) => `w${index}word`).join(',')}`;
    expect(await read(line, { scope: ['narrow'], words: ['skills '.repeat(28)] })).toEqual({
      problems: { words: refine.tooMuch },
    });
  });

  test.each(HOSTILE_TEXTS)('%j in any field does no harm', async (text) => {
    for (const name of ['scope', 'subject', 'person', 'date', 'words', 'elsewhere', '__proto__']) {
      const result = await read('sessions', { scope: ['narrow'], [name]: [text] });
      expect(Object.keys(result)).toHaveLength(1);
    }
  });
});

test('a form takes what it asks for, and nothing else', async () => {
  const opened = await open('sessions');
  const { filled, problems } = filledIn(
    opened,
    { scope: ['elsewhere'], words: ['  a\n b ', ''], colour: ['red'], subject: ['sdg:8', 'sdg:8'] },
    says,
  );
  expect(problems).toEqual({});
  expect(filled).toMatchObject({ scope: ['narrow'], words: ['a b'], subject: ['sdg:8'] });
  expect(filled).not.toHaveProperty('colour');
});
