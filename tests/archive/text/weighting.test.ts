import { expect, test } from '@jest/globals';
import {
  burstiness,
  halfSaturation,
  IMPACT_SCALE,
  informativeness,
  inverseDocumentFrequency,
  quantise,
  ratioOf,
  saturation,
} from '../../../src/archive/text/weighting.ts';

// Worked out by hand from the formulas.
test('inverse document frequency', () => {
  expect(inverseDocumentFrequency(10, 3)).toBeCloseTo(Math.log(1 + 7.5 / 3.5), 12);
  expect(inverseDocumentFrequency(10, 10)).toBeGreaterThan(0);
});

test('burstiness is the mean of occurrences, drawn towards 1', () => {
  expect(burstiness(7, 3)).toBe(2);
  expect(burstiness(5, 5)).toBe(1);
  expect(burstiness(9, 1)).toBe(5);
});

test('what stands nowhere tells nothing', () => {
  expect(informativeness(10, 0, 0)).toBe(0);
  expect(informativeness(10, 3, 7)).toBeCloseTo(2 * Math.log(1 + 7.5 / 3.5), 12);
});

test('saturation is one half at k1 occurrences in a document of average length', () => {
  expect(halfSaturation(100, 100, 1.2, 0.75)).toBeCloseTo(1.2, 12);
  expect(saturation(1.2 / halfSaturation(100, 100, 1.2, 0.75))).toBeCloseTo(0.5, 12);
  expect(halfSaturation(200, 100, 1.2, 0.75)).toBeCloseTo(1.2 * 1.75, 12);
  expect(halfSaturation(200, 100, 1.2, 0)).toBeCloseTo(1.2, 12);
  expect(ratioOf(saturation(0.7))).toBeCloseTo(0.7, 12);
});

test('impacts keep within a step, and away from the bounds', () => {
  for (const value of [0.01, 0.25, 0.5, 0.9]) {
    expect(Math.abs(quantise(value) / IMPACT_SCALE - value)).toBeLessThanOrEqual(0.5 / IMPACT_SCALE);
  }
  expect(quantise(0)).toBe(1);
  expect(quantise(1)).toBe(IMPACT_SCALE - 1);
});
