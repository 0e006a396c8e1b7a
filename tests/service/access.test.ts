import { describe, expect, test } from '@jest/globals';
import { accessOf, findClash, linkWith } from '../../src/service/access.ts';
import { readService, type ServiceConfiguration } from '../../src/service/configuration.ts';

function configOf(environment: Record<string, string>): ServiceConfiguration {
  const reading = readService(environment);
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

const OUTGOING = { overHttp: false };
const HTTP = { overHttp: true };

describe('how this machine reaches the local pages', () => {
  test('with nothing connected and nothing open: through the one port, without a token', () => {
    expect(accessOf(configOf({}), [])).toEqual({ door: 'main' });
    expect(accessOf(configOf({ HOST: '::1' }), [])).toEqual({ door: 'main' });
  });

  test.each([
    [{ PUBLIC_URL: 'https://archive.example.org' }, []],
    [{ PUBLIC_ARCHIVE: '1' }, []],
    [{ HOST: '0.0.0.0' }, []],
    [{ HOST: '192.168.1.5' }, [OUTGOING]],
    [{}, [HTTP]],
    [{}, [OUTGOING, HTTP]],
  ])(
    'where %j and %j open the service: through a port of its own, with a token',
    (environment, platforms) => {
      const access = accessOf(configOf(environment), platforms);
      expect(access).toMatchObject({ door: 'admin', made: true });
      expect(access.token).toMatch(/^[\w-]{24}$/);
      expect(accessOf(configOf(environment), platforms).token).not.toBe(access.token);
    },
  );

  test('a platform that is called, and calls nobody, leaves the one port, but people ask by it: with a token', () => {
    expect(accessOf(configOf({}), [OUTGOING])).toMatchObject({ door: 'main', made: true });
  });

  test('the token that is set is the one, also where none would be needed', () => {
    const ADMIN_TOKEN = 'a-token-that-nobody-guesses';
    expect(accessOf(configOf({ ADMIN_TOKEN }), [HTTP])).toEqual({ door: 'admin', token: ADMIN_TOKEN });
    expect(accessOf(configOf({ ADMIN_TOKEN }), [])).toEqual({ door: 'main', token: ADMIN_TOKEN });
  });

  test('the link carries any token whole', () => {
    const link = linkWith('a+b/c~d.e-f_g', 'http://localhost:3001');
    expect(new URL(link).searchParams.get('token')).toBe('a+b/c~d.e-f_g');
  });
});

test('two doors cannot share a port; where there is one door only, nothing clashes', () => {
  const clash = (environment: Record<string, string>, platforms: readonly { overHttp: boolean }[] = []) => {
    const configuration = configOf({ PORT: '3000', ADMIN_PORT: '3000', ...environment });
    return findClash(configuration, accessOf(configuration, platforms)).map(({ variables }) => variables);
  };
  expect(clash({ HOST: '0.0.0.0' })).toEqual([['PORT', 'ADMIN_PORT']]);
  expect(clash({}, [HTTP])).toEqual([['PORT', 'ADMIN_PORT']]);
  expect(clash({})).toEqual([]);
  expect(clash({ HOST: '0.0.0.0', PORT: '0', ADMIN_PORT: '0' })).toEqual([]);
});
