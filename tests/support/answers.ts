/**
 * Answers for tests of the renderers: builders for a reader's eye, a few fixed extremes, and fast-check arbitraries of
 * any Answer that the types allow (empty strings, 100 items, 10,000 characters, astral characters, platforms' markup).
 */

import type {
  Answer,
  Choice,
  Citation,
  Fact,
  Item,
  ItemKind,
  MarkedText,
  Page,
  SourceReference,
  Span,
} from '../../src/answer/answer.ts';
import { anyCharacters, fc } from './property.ts';

/** The longest canonical line that an Answer may hold, in UTF-16 units. */
export const LONGEST_LINE = 300;

// Builders: a plain, realistic value, of which a test overrides what it is about.

/** A text, with the first occurrence of each of `marked` marked. */
export function marked(text: string, ...marked: readonly string[]): MarkedText {
  const marks = marked
    .map((word): Span => [text.indexOf(word), text.indexOf(word) + word.length])
    .filter(([start, end]) => start >= 0 && end > start)
    .sort((a, b) => a[0] - b[0]);
  return { text, marks };
}

export function citation(over: Partial<Citation> = {}): Citation {
  const at = over.at ?? '43';
  return {
    source: 'ilo-webinar-2020',
    at,
    label: `ILO webinar report 2020, ¶${at}`,
    place: `¶${at}`,
    ...over,
  };
}

export function item(over: Partial<Item> = {}): Item {
  const id = over.id ?? 'c-0213';
  return {
    kind: 'recommendation',
    id,
    group: '',
    title: marked('Recognise skills across borders', 'skills'),
    makers: ['Natalia Popova, ILO'],
    date: '30 September 2020',
    context: 'Webinar on digital labour migration',
    text: marked('Countries of origin and destination should agree on how skills are recognised.', 'skills'),
    facts: [{ label: 'Addressed to', value: 'governments' }],
    reasons: ['topic skills, named by the source'],
    relation: 'direct',
    evidence: [citation()],
    line: `open ${id}`,
    ...over,
  };
}

export function source(over: Partial<SourceReference> = {}): SourceReference {
  return {
    id: 'ilo-webinar-2020',
    title: 'Report of the webinar on digital labour migration',
    publisher: 'ILO',
    date: '2020',
    ...over,
  };
}

export function choice(over: Partial<Choice> = {}): Choice {
  return { label: 'Only 2022', line: 'recommendations topic:skills year:2022', kind: 'refine', ...over };
}

export function answer(over: Partial<Answer> = {}): Answer {
  return {
    outcome: 'found',
    line: 'recommendations topic:skills',
    understood: 'recommendations about skills',
    locale: 'en-GB',
    revision: 'r-test',
    title: 'Recommendations about skills',
    lead: '1 recommendation.',
    items: [item()],
    sources: [source()],
    choices: [choice()],
    continuation: 'recommendations topic:skills #c-0213',
    ...over,
  };
}

/** A page of a long list whose buttons lead to the pages around it. */
export function page(number: number, pages: number, line = 'recommendations topic:skills', size = 6): Page {
  return {
    number,
    pages,
    total: pages * size,
    first: (number - 1) * size + 1,
    last: number * size,
    ...(number > 1 ? { previous: number === 2 ? line : `${line} page:${number - 1}` } : {}),
    ...(number < pages ? { next: `${line} page:${number + 1}` } : {}),
  };
}

/** An answer with `count` items, ids `c-1` … , each with its own paragraph, so that a test can look for every one. */
export function answerWith(count: number, over: Partial<Answer> = {}): Answer {
  return answer({
    items: Array.from({ length: count }, (_, index) =>
      item({
        id: `c-${index + 1}`,
        line: `open c-${index + 1}`,
        title: marked(`Item number ${index + 1}`),
        evidence: [citation({ at: `${index + 1}` })],
      }),
    ),
    lead: `${count} recommendations.`,
    ...over,
  });
}

// Texts that try to be more than text, one way or another, on one of the platforms.

/** Mentions, links, formatting, templates and control characters of all platforms. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<!channel> <!here> <!everyone>',
  '<@U012AB3CD> <#C012AB3CD|general> <!subteam^S012AB3CD>',
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '<at>Everyone</at> <at id="0">All</at>',
  '[a link](https://evil.example/) <https://evil.example/|harmless>',
  'https://evil.example/path?x=1 evil.example mailto:a@evil.example',
  '*bold* _italic_ ~struck~ **strong** __under__ ||spoiler|| `code`',
  '```\nblock\n```',
  '> quote\n>>> more\n# heading\n- list\n1. list',
  '&amp; &lt;b&gt; <b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)>',
  '${toUpper("x")} {{DATE(2026-01-01T00:00:00Z)}} <!date^1392734382^{date}|x> <t:1618953630:R>',
  ':tada: <:custom:123456789012345678> </sessions:123456789012345678>',
  '\u202eright-to-left\u202c \u200b\u200d\u2060zero\ufeff',
  '\\*escaped\\* \\',
];

/** Units of which longer texts are made: plain words, other scripts, astral characters, clusters, hostile ones. */
const UNITS: readonly string[] = [
  'labour ',
  'migration policy ',
  'Düll ',
  'дигитална ',
  'مهارات ',
  '技能認定',
  '😀',
  '𝒳',
  '👩‍👩‍👧‍👦',
  '🇸🇬',
  'é̂̃',
  '\n',
  ' ',
  '&',
  '<',
  '"',
  ...HOSTILE_TEXTS,
];

/** Halves of characters that a cut left over, replaced; what an archive holds is well-formed. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Any text up to about `longest` UTF-16 units: mostly short, at times empty, hostile, or very long. */
export function anyText(longest = 10_000): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...UNITS);
  const long = fc
    .tuple(unit, unit, fc.integer({ min: 1, max: longest }))
    .map(([a, b, length]) => (a + b).repeat(Math.ceil(length / (a.length + b.length))).slice(0, length));
  return fc
    .oneof(
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 6, arbitrary: fc.array(unit, { maxLength: 6 }).map((units) => units.join('')) },
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      { weight: 1, arbitrary: anyCharacters(40) },
      { weight: 2, arbitrary: long },
    )
    .map((text) => wellFormed(text.slice(0, longest)));
}

/** Any text with ordered spans that do not overlap; they may cut a character in two, as offsets can. */
export function anyMarkedText(longest = 10_000): fc.Arbitrary<MarkedText> {
  return anyText(longest).chain((text) =>
    fc.uniqueArray(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }).map((offsets) => {
      const sorted = offsets.sort((a, b) => a - b);
      const marks: Span[] = [];
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        marks.push([sorted[index] as number, sorted[index + 1] as number]);
      }
      return { text, marks };
    }),
  );
}

/** A canonical line: never empty, one line, at most 300 characters. */
export function anyLine(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'sdg:8',
    'topic:migration',
    '"a phrase"',
    '-not',
    'naïve',
    '技能',
    '😀',
    'x'.repeat(60),
  );
  return fc
    .tuple(
      fc.constantFrom('sessions', 'speaker', 'recommendations', 'ask', 'open'),
      fc.array(word, { maxLength: 12 }),
    )
    .map(([command, words]) => wellFormed([command, ...words].join(' ').slice(0, LONGEST_LINE)));
}

function anyUrl(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('a', 'path/', 'x?y=(1)&z=2', 'é'), fc.integer({ min: 1, max: 300 }))
    .map(([part, times]) => new URL(part.repeat(times), 'https://archive.example/').href);
}

function anyCitation(): fc.Arbitrary<Citation> {
  return fc.record({
    source: fc.constantFrom('s-1', 's-2'),
    at: anyText(60),
    label: anyText(400),
    place: anyText(400),
  });
}

function anyFact(): fc.Arbitrary<Fact> {
  return fc
    .tuple(anyText(400), anyText(4000), fc.option(anyUrl(), { nil: undefined }))
    .map(([label, value, url]) => ({ label, value, ...(url === undefined ? {} : { url }) }));
}

const KINDS: readonly ItemKind[] = [
  'session',
  'person',
  'organization',
  'statement',
  'recommendation',
  'practice',
  'figure',
  'poll',
  'material',
  'topic',
  'goal',
  'source',
  'command',
];

export function anyItem(longest = 10_000): fc.Arbitrary<Item> {
  return fc.record({
    kind: fc.constantFrom(...KINDS),
    id: fc.constantFrom('c-1', 'wsis-2022-session-181', 'x'.repeat(120)),
    group: fc.oneof(fc.constantFrom('', 'Said outright', 'Implied'), anyText(400)),
    title: anyMarkedText(longest),
    makers: fc.array(anyText(400), { maxLength: 8 }),
    date: anyText(60),
    context: anyText(600),
    text: anyMarkedText(longest),
    facts: fc.array(anyFact(), { maxLength: 15 }),
    reasons: fc.array(anyText(400), { maxLength: 6 }),
    relation: fc.constantFrom('direct', 'related'),
    evidence: fc.array(anyCitation(), { maxLength: 8 }),
    line: anyLine(),
  });
}

function anySource(): fc.Arbitrary<SourceReference> {
  return fc
    .tuple(
      fc.constantFrom('s-1', 's-2', 's-3'),
      anyText(400),
      anyText(200),
      anyText(60),
      fc.option(anyUrl(), { nil: undefined }),
    )
    .map(([id, title, publisher, date, url]) => ({
      id,
      title,
      publisher,
      date,
      ...(url === undefined ? {} : { url }),
    }));
}

function anyChoice(): fc.Arbitrary<Choice> {
  return fc.record({
    label: anyText(300),
    line: anyLine(),
    kind: fc.constantFrom('open', 'refine', 'suggest', 'help'),
  });
}

function anyPage(): fc.Arbitrary<Page> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 100 }),
      anyLine(),
      anyLine(),
    )
    .map(([number, after, size, previous, next]) => {
      const pages = number + after;
      return {
        number,
        pages,
        total: pages * size,
        first: (number - 1) * size + 1,
        last: number * size,
        ...(number > 1 ? { previous } : {}),
        ...(after > 0 ? { next } : {}),
      };
    });
}

/** What a thread remembers of an answer: its line, and the ids of what it showed. */
function continuationOf({ line, items }: Pick<Answer, 'line' | 'items'>): string {
  return items.length === 0 ? line : `${line} #${items.map(({ id }) => id).join(',')}`;
}

/** Any Answer: few or a hundred items, short or very long texts, every outcome. */
export function anyAnswer(): fc.Arbitrary<Answer> {
  const few = fc.array(anyItem(), { maxLength: 8 });
  // A hundred items are made of a few, so that a run stays quick; ids and lines stay distinct.
  const many = fc
    .tuple(fc.array(anyItem(2000), { minLength: 1, maxLength: 5 }), fc.integer({ min: 10, max: 100 }))
    .map(([kinds, count]) =>
      Array.from(
        { length: count },
        (_, index): Item => ({
          ...(kinds[index % kinds.length] as Item),
          id: `c-${index + 1}`,
          line: `open c-${index + 1}`,
        }),
      ),
    );
  return fc
    .tuple(
      fc.record({
        outcome: fc.constantFrom('found', 'closest', 'nothing', 'unstated', 'unclear', 'help'),
        line: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 6, arbitrary: anyLine() }),
        understood: anyText(1000),
        locale: fc.constantFrom('en-GB', 'en-US', 'fr', ''),
        revision: fc.constantFrom('', 'r-1', 'f'.repeat(64)),
        title: anyText(2000),
        lead: anyText(6000),
        items: fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: many }),
        sources: fc.array(anySource(), { maxLength: 12 }),
        choices: fc.array(anyChoice(), { maxLength: 30 }),
      }),
      fc.option(anyPage(), { nil: undefined }),
      fc.option(anyUrl(), { nil: undefined }),
    )
    .map(
      ([rest, page, address]): Answer => ({
        ...rest,
        continuation: continuationOf(rest),
        ...(page === undefined ? {} : { page }),
        ...(address === undefined ? {} : { address }),
      }),
    );
}

/** The same on every run: each field as long as it may get, for payloads at their worst. */
export function largestAnswer(items = 100): Answer {
  const long = '😀 labour & <migration> '.repeat(450).slice(0, 10_000);
  return answer({
    line: `recommendations ${'x'.repeat(LONGEST_LINE - 16)}`,
    address: `https://archive.example/sessions/${'a'.repeat(450)}`,
    understood: long,
    title: long,
    lead: long,
    items: Array.from({ length: items }, (_, index) =>
      item({
        id: `c-${index + 1}`,
        line: `open c-${index + 1}`,
        group: index < items / 2 ? long.slice(0, 500) : 'Second half',
        title: {
          text: long,
          marks: [
            [0, 5],
            [9000, 9999],
          ],
        },
        makers: [long, long],
        date: long.slice(0, 200),
        context: long,
        text: {
          text: long,
          marks: [
            [3, 4],
            [100, 9000],
          ],
        },
        facts: Array.from({ length: 15 }, (_unused, fact) => ({
          label: long.slice(0, 300),
          value: long,
          ...(fact % 2 ? { url: `https://archive.example/${'a'.repeat(2500)}` } : {}),
        })),
        reasons: [long, long],
        relation: index % 2 ? 'related' : 'direct',
        evidence: [citation({ label: long, place: long }), citation({ at: '2' })],
      }),
    ),
    sources: Array.from({ length: 12 }, (_, index) =>
      source({ id: `s-${index}`, title: long, url: 'https://archive.example/doc' }),
    ),
    choices: Array.from({ length: 30 }, (_, index) =>
      choice({ label: long, line: `ask ${index} ${'y'.repeat(280)}`, kind: 'suggest' }),
    ),
    page: page(7, 5000),
  });
}
