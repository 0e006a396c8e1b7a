/** Which way cards run: by the answer's language, and by the content where that runs another way. */
import { describe, expect, test } from '@jest/globals';
import { directionOf, isolated, isRightToLeft } from '../../../adapters/teams/direction.ts';
import { renderCard, renderMessage } from '../../../adapters/teams/render.ts';
import { answer, item, marked } from '../../support/answers.ts';
import { checkMessage } from './rules.ts';

const ARABIC = 'محمد الأمين';

test.each([
  ['en-GB', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ur-Latn-PK', 'ltr'],
  ['', 'ltr'],
])('the language %j runs %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test.each<[string, boolean | undefined]>([
  ['Skills', false],
  [`1. ${ARABIC}`, true],
  [`Ada ${ARABIC}`, false],
  ['2020 – 43', undefined],
])('%j begins from right to left: %s', (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});

test('only what holds letters from right to left is set apart', () => {
  expect(isolated('ILO, ¶43')).toBe('ILO, ¶43');
  expect(isolated(`${ARABIC}, ILO`)).toBe(`\u2068${ARABIC}, ILO\u2069`);
});

/** Everything in a card that says which way it runs. */
function turned(card: object): readonly unknown[] {
  const found: unknown[] = [];
  JSON.stringify(card, (name, value: unknown) => {
    if (name === 'rtl') found.push(value);
    return value;
  });
  return found;
}

describe('a card', () => {
  test('runs as its language does, whatever the reader’s Teams is set to', () => {
    expect(renderCard(answer()).rtl).toBe(false);
    expect(renderCard(answer({ locale: 'ar-EG' })).rtl).toBe(true);
  });

  test('turns what is written the other way, heading and text each for itself', () => {
    const value = answer({ items: [item({ title: marked(ARABIC) }), item({ text: marked(ARABIC) })] });
    expect(turned(renderCard(value))).toEqual([false, true, true]);
    expect(turned(renderCard({ ...value, locale: 'ar', items: [item()] }))).toEqual([true, false, false]);
    expect(checkMessage(renderMessage(value))).toEqual([]);
  });

  test('sets names apart, so that digits and places beside them stay where they are', () => {
    const value = answer({ items: [item({ makers: [`${ARABIC}, ILO`] }), item({ id: 'c-2' })] });
    const card = JSON.stringify(renderCard(value));
    expect(card).toContain(`\u2068${ARABIC}, ILO\u2069`);
    expect(card.match(/\u2068/gu)).toHaveLength(card.match(/\u2069/gu)?.length ?? 0);
    expect(checkMessage(renderMessage(value))).toEqual([]);
  });
});
