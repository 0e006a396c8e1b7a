/** Spellings of a word, and of a term, meet in one form. */
import { expect, test } from '@jest/globals';
import { fold, foldTerm } from '../../src/text/fold.ts';

test.each([
  ['E-Learning', 'e-learning', 'e learning'],
  ['Düll', 'dull', 'dull'],
  ['  Côte d’Ivoire ', '  cote d’ivoire ', 'cote d ivoire'],
  ['STRAẞE', 'strasse', 'strasse'],
  ['Łódź, Tromsø', 'lodz, tromso', 'lodz tromso'],
  ['工作', '工作', '工作'],
  ['हिन्दी-भाषा', 'हिन्दी-भाषा', 'हिन्दी भाषा'],
  ['…', '...', ''],
])('%j is the word %j and the term %j', (text, word, term) => {
  expect([fold(text), foldTerm(text)]).toEqual([word, term]);
});
