/**
 * The short forms of evidence read back to what they were made from, whatever stands in them.
 */
import { describe, expect, test } from '@jest/globals';
import { type Citation, formatCitation, formatPlaces, parseCitation } from '../../src/knowledge/at.ts';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import { anyCharacters, fc } from '../support/property.ts';
import { BASE, EVENT, knowledgeFolder, spoil } from './folder.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 5 });
const source = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));
const place = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const citation: fc.Arbitrary<Citation> = fc
  .record({ source, first: place, last: fc.option(place, { nil: undefined }) })
  .map(({ source, first, last }) => ({ source, first, last: last ?? first }));

describe('a short form', () => {
  test('with its source reads back to the citation', () => {
    fc.assert(fc.property(citation, (cited) => expect(parseCitation(formatCitation(cited))).toEqual(cited)));
  });

  test('without a source belongs to the source of the file, and only then lacks one', () => {
    fc.assert(
      fc.property(citation, (cited) => {
        const short = formatCitation(cited, cited.source);
        expect(short).not.toContain('#');
        expect(parseCitation(short, cited.source)).toEqual(cited);
        expect(parseCitation(short)).toHaveProperty('message', expect.stringContaining('names no source'));
      }),
    );
  });

  test('of another source keeps that source, whatever the file has', () => {
    fc.assert(
      fc.property(citation, source, (cited, own) => {
        expect(parseCitation(`${cited.source}#${formatPlaces(cited)}`, own)).toEqual(cited);
      }),
    );
  });

  test('of any other text is refused with a remedy, or is a form that reads back', () => {
    fc.assert(
      fc.property(anyCharacters(), (text) => {
        const read = parseCitation(text, 'own');
        if ('message' in read) {
          expect(read.remedy).not.toBe('');
        } else {
          expect([text, `own#${text}`]).toContain(formatCitation(read));
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['43, 45', /list/],
    ['43–45', /plain hyphen/],
    ['44-44', /Write "44"/],
    ['1-2-3', /range/],
    ['', /place/],
    ['#12', /source#place/],
    ['Report#12', /source#place/],
    ['report#', /place/],
    ['report#1#2', /place/],
    ['2..1', /place/],
    ['A1', /place/],
  ])('%j is refused', (text, remedy) => {
    expect(parseCitation(text, 'own')).toHaveProperty('remedy', expect.stringMatching(remedy));
  });
});

test('a range covers exactly the places from its first to its last, in the order of the source', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), async (first, more) => {
      const last = Math.min(9, first + more);
      const range = first === last ? `${first}` : `${first}-${last}`;
      const sources = `${BASE['sources.yaml']}- id: scroll
  title: Scroll
  short: scroll
  publisher: Scribe
  kind: scroll
  language: English
  places: [{ from: 1, to: 9, label: "line {n}" }]
`;
      const event = spoil(EVENT, 'at: ["4", "annex"]', `at: ["4", "annex", "scroll#${range}"]`);
      const folder = knowledgeFolder({ 'sources.yaml': sources, [EVENT]: event });
      const { knowledge, coverage } = await examineKnowledge(folder);
      const scroll = coverage.find((item) => item.source === 'scroll');
      const outside = Array.from({ length: 9 }, (_, n) => n + 1).filter((n) => n < first || n > last);
      expect(scroll?.missing).toEqual(outside.map(String));
      const claim = knowledge.contributions.find(({ id }) => id === 'hd-2-2');
      expect(claim?.evidence).toContainEqual({ source: 'scroll', at: range });
    }),
    { numRuns: 25 },
  );
});
