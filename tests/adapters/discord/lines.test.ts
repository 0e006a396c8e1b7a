import { describe, expect, test } from '@jest/globals';
import { holdLines } from '../../../adapters/discord/held.ts';
import {
  customId,
  isShowable,
  LAST,
  linesDisplay,
  linesToShow,
  type Mode,
  ownLine,
  readCustomId,
} from '../../../adapters/discord/lines.ts';
import type { Row, Select } from '../../../adapters/discord/payloads.ts';
import { anyLine } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';

const SHORT = 'recommendations topic:skills';
const LONG = `ask ${'why is the sky blue and not some other colour '.repeat(6)}`.trim();

/** The components of a message that shows these lines, as Discord gives them back with a click. */
function messageWith(shown: readonly string[], label = 'Line') {
  const display = linesDisplay(shown, label);
  return [
    {
      type: 17,
      id: 1,
      components: [{ type: 10, id: 2, content: 'x' }, ...(display === undefined ? [] : [display])],
    },
  ];
}

describe('a button', () => {
  test('holds a short line itself, so that it works without its message', () => {
    const id = customId({ mode: 'open', line: SHORT, slot: 3 }, ['']);
    expect(id).toBe(`ol3:${SHORT}`);
    expect(readCustomId(id as string, [])).toEqual({
      mode: 'open',
      line: SHORT,
      part: 1,
      asker: '',
      revision: '',
    });
  });

  test('holds the next page of a 300-character question as an edit of the line that the message shows', () => {
    const line = LONG.padEnd(300, 'x');
    const next = `${line.slice(0, 292)} page:2`;
    const id = customId({ mode: 'turn', line: next, slot: 0, part: 1, asker: '812345678901234567' }, [
      line,
    ]) as string;
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readCustomId(id, messageWith([line]))).toEqual({
      mode: 'turn',
      line: next,
      part: 1,
      asker: '812345678901234567',
      revision: '',
    });
  });

  test.each(['helpful', 'unhelpful'] as const)(
    'holds the verdict "%s" with the answer’s revision',
    (mode) => {
      const line = LONG.padEnd(300, 'x');
      const id = customId({ mode, line, slot: 1295, revision: 'e8988ed15505' }, [line]) as string;
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readCustomId(id, messageWith([line]))).toEqual({
        mode,
        line,
        part: 1,
        asker: '',
        revision: 'e8988ed15505',
      });
      // A revision of another form must not be read as a part of the line.
      const odd = customId({ mode, line: SHORT, slot: 0, revision: 'a.b:c' }, [SHORT]) as string;
      expect(readCustomId(odd, [])).toMatchObject({ mode, line: SHORT, revision: '' });
    },
  );

  test('holds the number of a line that nothing shorter leads to', () => {
    const other = LONG.replace('ask', 'sessions').replaceAll('blue', 'green').replaceAll('sky', 'sea');
    const shown = linesToShow(SHORT, [other], 1500, 'Line');
    expect(shown).toEqual([SHORT, other]);
    const id = customId({ mode: 'open', line: other, slot: 1 }, shown) as string;
    expect(id).toBe('or1:1');
    expect(readCustomId(id, messageWith(shown))?.line).toBe(other);
  });

  test('that leads to the last part says so', () => {
    const id = customId({ mode: 'turn', line: SHORT, slot: 0, part: LAST, asker: '' }, [SHORT]) as string;
    expect(readCustomId(id, [])?.part).toBe(LAST);
  });

  test.each([
    ['', []],
    ['items', []],
    ['x:1', []],
    ['or1:7', messageWith([SHORT])],
    ['oe1:zz.zz.x', messageWith([SHORT])],
    ['oe1:1.1.x', []],
    ['or1:1', [null, 'x', { type: 10 }]],
  ])('of another time (%s) is known as such', (id, components) => {
    expect(readCustomId(id, components)).toBeUndefined();
  });

  test('means its line again, whatever lines the message shows', () => {
    fc.assert(
      fc.property(
        anyLine(),
        fc.array(anyLine(), { maxLength: 4 }),
        anyLine(),
        fc.constantFrom<Mode>('open', 'turn', 'share'),
        fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
        (own, others, target, mode, asker, part) => {
          const shown = linesToShow(own, [...others, target], 1500, 'Line');
          const button = {
            mode,
            line: target,
            slot: 35,
            ...(asker === undefined ? {} : { asker: asker.toString() }),
            ...(part === undefined ? {} : { part }),
          };
          const id = customId(button, shown);
          if (id === undefined) return;
          expect(id.length).toBeLessThanOrEqual(100);
          expect(id).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
          expect(readCustomId(id, messageWith(shown))).toEqual({
            mode,
            line: target,
            part: part ?? 1,
            asker: asker === undefined ? '' : asker.toString(),
            revision: '',
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the lines that a message shows', () => {
  test('can be read back', () => {
    fc.assert(
      fc.property(anyLine(), (line) => {
        if (isShowable(line)) expect(ownLine(messageWith([line]))).toBe(line);
      }),
    );
  });

  test('are none where all fit into what is pressed', () => {
    expect(linesToShow(SHORT, [`${SHORT} page:2`], 1500, 'Line')).toEqual([]);
  });

  test('are those alone that fit in no other way, as many as there is room for', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `ask ${index} ${'y'.repeat(280)}`);
    const shown = linesToShow(SHORT, [SHORT, `${SHORT} page:2`, ...lines], 1500, 'Line');
    expect(shown[0]).toBe(SHORT);
    expect(shown.slice(1)).toEqual(lines.slice(0, shown.length - 1));
    expect(linesDisplay(shown, 'Line')?.content.length).toBeLessThanOrEqual(1500);
    expect(shown.length).toBeGreaterThan(3);
  });

  test('leave out what could not be read back unchanged', () => {
    expect(isShowable('two  blanks')).toBe(false);
    expect(isShowable('a\nb')).toBe(false);
    expect(isShowable('x'.repeat(301))).toBe(false);
    expect(linesToShow('two  blanks', ['y'.repeat(280)], 1500, 'Line')[0]).toBe('');
    expect(linesDisplay([''], 'Line')).toBeUndefined();
  });
});

describe('the menus of a message', () => {
  const row = (name: string): Row => ({
    type: 1,
    components: [{ type: 3, custom_id: name, placeholder: name, options: [{ label: 'x', value: 'x' }] }],
  });
  const press: Row = { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'x' }] };

  test('hold lines that are read back, within the limit of a custom_id', () => {
    fc.assert(
      fc.property(fc.array(anyLine(), { minLength: 1, maxLength: 3 }), (lines) => {
        const held = holdLines([row('items'), press, row('more')], lines);
        if (held === undefined) return;
        for (const { custom_id: id } of held.flatMap(({ components }) => components as readonly Select[]))
          expect(id.length).toBeLessThanOrEqual(100);
        expect(ownLine([{ type: 17, components: held }])).toBe(lines[0]);
        lines.forEach((line, number) => {
          const click = readCustomId(`or0:${number}`, [{ type: 17, components: held }]);
          expect(click?.line).toBe(line === '' ? undefined : line);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('hold none where there is no room for all, and none without a menu', () => {
    expect(holdLines([row('items'), row('more')], [LONG])).toBeUndefined();
    expect(holdLines([press], [SHORT])).toBeUndefined();
    expect(ownLine([row('items'), row('more')])).toBe('');
  });
});

test.each(['Line', 'Dernière ligne', 'Строка', '⟦ⓂLine⟧'])(
  'the line behind the label "%s" is read back, whatever language it was written in',
  (label) => {
    expect(ownLine(messageWith([SHORT, LONG], label))).toBe(SHORT);
    expect(readCustomId('or0:1', messageWith([SHORT, LONG], label))).toMatchObject({ line: LONG });
  },
);
