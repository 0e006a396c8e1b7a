/** Which names take an article inside an English sentence. */
import { describe, expect, test } from '@jest/globals';
import { withArticle } from '../../src/locales/en/articles.ts';

describe('a name takes an article', () => {
  test.each([
    'International Labour Organization (ILO)',
    'Government of Norway',
    'Ministry of Ocean Affairs',
    'Ministry of Health, Labour and Welfare (MHLW)',
    'ILO Office for Japan',
    'Major Group on Children and Youth',
    'Nordic Institute of Sea Research',
    'University of Tartu',
    'United Kingdom',
    'Republic of Korea',
    'Netherlands',
    'Cook Islands',
    'Isle of Man',
    'ICT sector',
    'digital divide',
    'future of work',
    'social and solidarity economy',
  ])('where it is a description: %s', (name) => {
    expect(withArticle(name)).toBe(`the ${name}`);
  });

  test.each([
    'Natalia Popova',
    'Ada Lund, Asia Foundation',
    'Sophia University',
    'Fujitsu Limited',
    'Global Compact Network Japan',
    'Norway',
    'Côte d’Ivoire',
    'skills development',
    'labour mobility between sectors',
    'local governments',
    'civil society',
    'SDG 8',
    '',
  ])('but not otherwise: %s', (name) => {
    expect(withArticle(name)).toBe(name);
  });
});
