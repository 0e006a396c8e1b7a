/** Which addresses secrets may be sent to, and which answers may link. */
import { expect, test } from '@jest/globals';
import { addressFault, isLinkable } from '../../src/kit/address.ts';

test.each([
  'https://slack-gov.com/api/',
  'https://api.example',
  'http://127.0.0.1:8080/api',
  'http://127.9.0.1/',
  'http://localhost:3000',
  'http://[::1]:3000/api',
])('%s is fine', (value) => expect(addressFault(value)).toBeUndefined());

test.each([
  'http://api.example/',
  'ftp://127.0.0.1/',
  'http://localhost.evil.example',
  'nonsense',
  '',
  '//a.example',
])('%j is foreign', (value) => expect(addressFault(value)).toBe('foreign'));

test.each([
  'https://user@api.example/',
  'https://user:pass@api.example/',
  'https://api.example/?',
  'https://api.example/?key=1',
  'https://api.example/#',
  'http://127.0.0.1/#part',
])('%s holds more than an address', (value) => expect(addressFault(value)).toBe('laden'));

test.each([
  ['https://example.org/report.pdf?page=2#p3', true],
  ['http://example.org/', false],
  ['https://somebody:secret@example.org/', false],
  ['javascript:alert(1)', false],
  ['//example.org', false],
  ['', false],
  [undefined, false],
])('%j may be linked: %s', (url, expected) => {
  expect(isLinkable(url)).toBe(expected);
});

test('an address longer than a platform takes is not linked', () => {
  const url = `https://example.org/${'x'.repeat(100)}`;
  expect([isLinkable(url, url.length), isLinkable(url, url.length - 1)]).toEqual([true, false]);
});
