/** The bare walk finds what a plain reading of the formula finds; our own contender gives back what the index does. */
import { expect, test } from '@jest/globals';
import { seeded } from '../../bench/data/random.ts';
import { createWriter } from '../../bench/data/texts.ts';
import { buildBareWalk } from '../../bench/peers/bare-walk.ts';
import { ours, oursWithFeedback } from '../../bench/peers/ours.ts';
import { termsOf } from '../../src/text/analyse.ts';

const writer = createWriter(seeded(11));
const documents = Array.from({ length: 120 }, (_, place) => ({
  title: writer.title(place % 7),
  body: writer.text(place % 7, 40),
}));
const texts = documents.map(({ title, body }) => termsOf(`${title} ${body}`));
const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;

/** BM25 with k1 1.2 and b .75, word by word. */
function scoreOf(doc: number, query: readonly string[]): number {
  const terms = texts[doc] as string[];
  let score = 0;
  for (const term of new Set(query)) {
    const count = terms.filter((one) => one === term).length;
    const holders = texts.filter((all) => all.includes(term)).length;
    const weight = Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5));
    score += (weight * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * terms.length) / average));
  }
  return score;
}

test('the bare walk gives the ten best, and leaves nothing behind for the next query', () => {
  const bare = buildBareWalk(documents);
  for (const query of ['labour skills policy', 'migration', documents[5]?.title ?? '', 'no such words']) {
    const found = bare.walk(bare.terms(query));
    const scores = documents.map((_, doc) => scoreOf(doc, termsOf(query)));
    const best = scores
      .filter((score) => score > 0)
      .sort((one, other) => other - one)
      .slice(0, 10);
    expect(found).toHaveLength(best.length);
    for (const [place, doc] of found.entries()) expect(scores[doc]).toBeCloseTo(best[place] as number, 4);
  }
});

test('it says how many postings it walks', () => {
  const bare = buildBareWalk(documents);
  const [term = ''] = termsOf('labour');
  const holders = texts.filter((all) => all.includes(term)).length;
  expect(holders).toBeGreaterThan(0);
  expect(bare.postings(bare.terms('labour labour'))).toBe(holders);
});

test('our contenders find a document by its own words, plain and widened, over one index', async () => {
  const plain = await ours.build(documents);
  const widened = await oursWithFeedback.build(documents);
  for (const [doc, { title, body }] of documents.slice(0, 10).entries()) {
    expect((await plain.search(`${title} ${body}`, 3))[0]).toBe(doc);
    expect(await widened.search(`${title} ${body}`, 3)).toContain(doc);
  }
});
