import { describe, expect, test } from '@jest/globals';
import { allowedNames, hostName, isAllowed } from '../../src/service/hosts.ts';

describe('the name in a Host header', () => {
  test.each([
    ['localhost:3000', 'localhost'],
    ['LOCALHOST', 'localhost'],
    ['example.org.', 'example.org'],
    ['127.0.0.1:80', '127.0.0.1'],
    ['[::1]:3000', '[::1]'],
    ['[::1]', '[::1]'],
  ])('%s is %s', (header, name) => {
    expect(hostName(header)).toBe(name);
  });

  test.each([
    undefined,
    '',
    ' ',
    'a b',
    'user@host',
    'host:port',
    'host/path',
    '::1',
    'a\u0000b',
    'häuser.de',
  ])('%j is none', (header) => {
    expect(hostName(header)).toBeUndefined();
  });
});

describe('the names that are served', () => {
  test('are loopback, the interface, and the public address', () => {
    const names = allowedNames('192.168.1.5', 'https://rapporteur.example.org');
    for (const name of ['localhost', '127.0.0.1', '[::1]', '192.168.1.5', 'rapporteur.example.org']) {
      expect(isAllowed(name, names)).toBe(true);
    }
    for (const name of [
      'evil.example',
      '192.168.1.6',
      'x.rapporteur.example.org',
      'localhost.evil.example',
    ]) {
      expect(isAllowed(name, names)).toBe(false);
    }
  });

  test('of every interface are none beyond loopback and the public address', () => {
    expect(allowedNames('0.0.0.0', undefined).size).toBe(0);
    expect(allowedNames('::', undefined).size).toBe(0);
  });

  test('an IPv6 interface is known in brackets, as headers carry it', () => {
    expect(isAllowed('[fd00::1]', allowedNames('fd00::1', undefined))).toBe(true);
  });
});
