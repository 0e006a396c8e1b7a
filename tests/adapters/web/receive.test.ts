import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../adapters/web/limits.ts';
import { addressOf, receive } from '../../../adapters/web/receive.ts';
import { HOSTILE_TEXTS } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';

/** A lone surrogate cannot be sent. */
const asSent = (line: string) => Buffer.from(line).toString();

const get = (url: string, acceptLanguage = '') => receive({ method: 'GET', url, acceptLanguage });

describe('what a request asks for', () => {
  test('the start page, also where the field was left empty', () => {
    for (const url of ['/', '/?', '/?q=', '/?q=+++', '/?x=1']) expect(get(url)).toEqual({ kind: 'start' });
  });

  test('a line, as a page or as data', () => {
    expect(get('/?q=sessions+sdg8')).toEqual({ kind: 'page', line: 'sessions sdg8' });
    expect(get('/api/answer?q=%2Fsessions%20sdg8')).toEqual({ kind: 'answer', line: '/sessions sdg8' });
    expect(get('/api/suggest?q=spea')).toEqual({ kind: 'suggest', text: 'spea' });
  });

  test('a line that continues another', () => {
    expect(get('/?q=only+2022&after=sessions+goal%3A8')).toEqual({
      kind: 'page',
      line: 'only 2022',
      after: 'sessions goal:8',
    });
    expect(get(`/?q=only+2022&after=${'x'.repeat(LIMITS.after.value + 1)}`)).toEqual({
      kind: 'page',
      line: 'only 2022',
    });
  });

  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
    ['EN-us', 'en-US'],
    ['fr;q=0.5', 'fr'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
  ])('the reader’s language %s is %s', (header, locale) => {
    expect(get('/?q=help', header)).toMatchObject({ locale });
  });

  test.each(['', '*', 'x', '../../etc', 'en-<script>', 'a'.repeat(1000)])('%j is no language', (header) => {
    expect(get('/?q=help', header)).not.toHaveProperty('locale');
  });

  test('what is missing is said, as data where data was asked for', () => {
    expect(get('/api/answer')).toMatchObject({ kind: 'missing', status: 400, data: true });
    expect(get('/api/suggest?x=1')).toMatchObject({ kind: 'missing', status: 400, data: true });
    expect(get('/api/other')).toMatchObject({ kind: 'missing', status: 404, data: true });
    expect(get('/nowhere')).toMatchObject({ kind: 'missing', status: 404, data: false });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not served', (method) => {
    expect(receive({ method, url: '/?q=help', acceptLanguage: '' })).toMatchObject({
      kind: 'missing',
      status: 405,
    });
  });

  test('assets are found by their name alone', () => {
    expect(get('/assets/page.css?x=1')).toEqual({ kind: 'asset', name: 'page.css' });
    expect(get('/assets/../../package.json')).toEqual({ kind: 'asset', name: '../../package.json' });
  });
});

describe('the address of a line', () => {
  test.each(HOSTILE_TEXTS)('gives back %j', (line) => {
    expect(get(addressOf(line))).toEqual({ kind: 'page', line: asSent(line) });
  });

  test('gives back any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (line) => {
        fc.pre(line.trim() !== '');
        expect(addressOf(line)).toMatch(/^\/\?q=[\w.*%+-]+$/);
        expect(get(addressOf(line))).toEqual({ kind: 'page', line: asSent(line) });
      }),
    );
  });

  test('odd queries are read as they are', () => {
    expect(get('/?q=%')).toEqual({ kind: 'page', line: '%' });
    expect(get('/?q=%ff%00')).toEqual({ kind: 'page', line: '\ufffd\u0000' });
    expect(get('/?q=a&q=b')).toEqual({ kind: 'page', line: 'a' });
    expect(get('/?q=a?b=c')).toEqual({ kind: 'page', line: 'a?b=c' });
  });
});
