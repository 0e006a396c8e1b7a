import { describe, expect, test } from '@jest/globals';
import { createTable, StateFullError, type Table } from '../../src/state/table.ts';
import { fc } from '../support/property.ts';

const FOREVER = Number.POSITIVE_INFINITY;
const SMALL = { entries: 100, valueCharacters: 1000, characters: 10_000 };

function fill(table: Table, count: number, until: number): void {
  for (let index = 0; index < count; index++) table.set(`k:${index}`, '"v"', until, 0);
}

describe('the bounds of the table', () => {
  test('never holds more entries than allowed; the oldest that would expire go first', () => {
    const table = createTable(SMALL);
    table.set('installation:1', '"stays"', FOREVER, 0);
    fill(table, 1000, 50_000);
    expect(table.size).toBeLessThanOrEqual(100);
    expect(table.get('installation:1', 0)).toBe('"stays"');
    expect(table.get('k:999', 0)).toBe('"v"');
    expect(table.get('k:0', 0)).toBeUndefined();
  });

  test('what has expired goes before what is older and still counts', () => {
    const table = createTable(SMALL);
    table.set('old:1', '"counts"', 50_000, 0);
    for (let index = 0; index < 99; index++) table.set(`short:${index}`, '"v"', 10, 0);
    table.set('new:1', '"v"', 50_000, 10);
    expect(table.get('old:1', 10)).toBe('"counts"');
    expect(table.get('new:1', 10)).toBe('"v"');
  });

  test('never holds more characters than allowed', () => {
    const table = createTable(SMALL);
    for (let index = 0; index < 50; index++) table.set(`k:${index}`, `"${'x'.repeat(900)}"`, 50_000, 0);
    const held = table
      .list('', 0)
      .reduce((sum, key) => sum + key.length + (table.get(key, 0)?.length ?? 0), 0);
    expect(held).toBeLessThanOrEqual(10_000);
    expect(held).toBeGreaterThan(8_000);
  });

  test('a table full of what stays refuses more, and keeps the value that was to be replaced', () => {
    const table = createTable(SMALL);
    for (let index = 0; index < 10; index++) table.set(`i:${index}`, `"${'x'.repeat(980)}"`, FOREVER, 0);
    expect(() => table.set('i:new', `"${'x'.repeat(500)}"`, 10, 0)).toThrow(StateFullError);
    table.set('i:0', '"short"', FOREVER, 0);
    table.set('i:new', `"${'x'.repeat(500)}"`, FOREVER, 0);
    expect(() => table.set('i:0', `"${'x'.repeat(990)}"`, FOREVER, 0)).toThrow(StateFullError);
    expect(table.get('i:0', 0)).toBe('"short"');
  });

  test('forgets the oldest deliveries done, never one in work', () => {
    const table = createTable(SMALL);
    expect(table.claim('in-work', 50_000, 0)).toBe('new');
    for (let index = 0; index < 1000; index++) {
      expect(table.claim(`d:${index}`, 50_000, 0)).toBe('new');
      table.complete(`d:${index}`, 50_000);
    }
    expect(table.size).toBe(100);
    expect(table.claim('in-work', 50_000, 0)).toBe('busy');
    expect(table.claim('d:999', 50_000, 0)).toBe('done');
    expect(table.claim('d:900', 50_000, 0)).toBe('done');
    expect(table.claim('d:899', 50_000, 0)).toBe('new');
  });

  test('with every place in work a new delivery is refused for now', () => {
    const table = createTable(SMALL);
    for (let index = 0; index < 100; index++) table.claim(`d:${index}`, 50_000, 0);
    expect(table.claim('one-more', 50_000, 0)).toBe('busy');
    table.release('d:5');
    expect(table.claim('one-more', 50_000, 0)).toBe('new');
  });

  test('places of claims whose lease ended are given to others, one after another', () => {
    const table = createTable(SMALL);
    for (let index = 0; index < 100; index++) table.claim(`d:${index}`, 50_000, 0);
    expect(table.claim('one-more', 100_000, 49_999)).toBe('busy');
    expect(table.claim('one-more', 100_000, 50_000)).toBe('new');
    expect(table.claim('d:7', 100_000, 50_000)).toBe('new');
    expect(table.claim('one-more', 100_000, 50_000)).toBe('busy');
  });

  test('deliveries completed without a claim are bounded too', () => {
    const table = createTable(SMALL);
    for (let index = 0; index < 1000; index++) table.complete(`d:${index}`, 50_000);
    expect(table.size).toBeLessThanOrEqual(100);
  });
});

describe('the changes of a table', () => {
  const key = fc.constantFrom('a:1', 'a:2', 'b:1', 'b:2');
  const step = fc.oneof(
    fc.record({ do: fc.constant('set'), key, until: fc.oneof(fc.constant(FOREVER), fc.nat(30)) }),
    fc.record({ do: fc.constant('delete'), key, until: fc.constant(0) }),
    fc.record({ do: fc.constant('complete'), key, until: fc.nat(30) }),
    fc.record({ do: fc.constant('claim'), key, until: fc.nat(30) }),
  );

  test('repeated in another table, as written or as summed up, give the same answers', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const table = createTable();
        const repeated = createTable();
        steps.forEach((one, now) => {
          if (one.do === 'claim') {
            table.claim(one.key, one.until, now);
            return;
          }
          const change =
            one.do === 'set'
              ? table.set(one.key, `${now}`, one.until, now)
              : one.do === 'delete'
                ? table.delete(one.key)
                : table.complete(one.key, one.until);
          if (change !== undefined) repeated.apply(JSON.parse(JSON.stringify(change)), now);
        });
        const summed = createTable();
        const end = steps.length;
        for (const change of table.changes(end)) summed.apply(JSON.parse(JSON.stringify(change)), end);
        const seen = (one: Table) => [
          one.list('', end).map((listed) => [listed, one.get(listed, end)]),
          ['a:1', 'a:2', 'b:1', 'b:2'].map((each) => one.claim(each, end + 1, end) === 'done'),
        ];
        const expected = seen(table);
        expect(seen(repeated)).toEqual(expected);
        expect(seen(summed)).toEqual(expected);
      }),
    );
  });
});
