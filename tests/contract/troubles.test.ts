import { describe, expect, test } from '@jest/globals';
import { createTroubleBook, watchSignatures } from '../../src/contract/troubles.ts';
import { createRecordingLog } from '../support/recorders.ts';

const MINUTE = 60_000;

function open() {
  const log = createRecordingLog();
  const book = createTroubleBook();
  const troubles = book.of('pager', log);
  return {
    book,
    troubles,
    log,
    kinds: () => book.current().map(({ kind }) => kind),
    told: () => log.lines.map(({ level, message }) => `${level} ${message}`),
    signatures: watchSignatures(troubles, { sender: 'Pager', secret: 'PAGER_SECRET' }),
  };
}

describe('a trouble', () => {
  test('is told once, lasts until it is over, and may come again', () => {
    const { book, troubles, told } = open();
    troubles.end('state');
    for (let index = 0; index < 3; index++) troubles.begin('state', 'the disk is full');
    expect(book.current()).toEqual([{ part: 'pager', kind: 'state', what: 'the disk is full' }]);
    troubles.end('state');
    troubles.end('state');
    expect(book.current()).toEqual([]);
    troubles.begin('state', 'the disk is full');
    expect(told()).toEqual([
      'error the disk is full',
      'info over: the disk is full',
      'error the disk is full',
    ]);
  });

  test('of one part or kind is not that of another', () => {
    const { book, troubles, kinds, log } = open();
    troubles.begin('state', 'one');
    book.of('other', log).begin('state', 'two');
    troubles.begin('credentials', 'three');
    troubles.end('state');
    expect(book.current().map(({ part }) => part)).toEqual(['other', 'pager']);
    expect(kinds()).toEqual(['state', 'credentials']);
  });
});

describe('signatures', () => {
  test('tell of a clock that is off, on either side, and of one that is right again', () => {
    for (const [skew, side] of [
      [7 * MINUTE, '7 min ahead of'],
      [-2 * MINUTE, '2 min behind'],
    ] as const) {
      const { signatures, kinds, told } = open();
      for (let index = 0; index < 5; index++) signatures.genuine(skew);
      expect(kinds()).toEqual(['clock']);
      expect(told()).toHaveLength(1);
      expect(told()[0]).toContain(`${side} that of Pager`);
      expect(told()[0]).toContain('NTP');
      signatures.genuine(1_000);
      expect(kinds()).toEqual([]);
    }
  });

  test('of deliveries that were held up on their way say nothing', () => {
    const { signatures, kinds } = open();
    for (const skew of [2, 0, 3, 4, 0.9, 2, 2, -0.5]) signatures.genuine(skew * MINUTE);
    expect(kinds()).toEqual([]);
  });

  test('that never fit tell of the secret; one that fits ends it', () => {
    const { signatures, kinds, told } = open();
    signatures.forged();
    signatures.forged();
    signatures.genuine(0);
    signatures.forged();
    expect(kinds()).toEqual([]);
    for (let index = 0; index < 4; index++) signatures.forged();
    expect(kinds()).toEqual(['signature']);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('PAGER_SECRET');
    signatures.genuine(0);
    expect(kinds()).toEqual([]);
  });
});
