import { describe, expect, test } from '@jest/globals';
import { readService, SERVICE_VARIABLES, surroundingsOf } from '../../src/service/configuration.ts';

function configOf(environment: Record<string, string>) {
  const reading = readService(environment);
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

function problemsOf(environment: Record<string, string>) {
  const reading = readService(environment);
  return 'problems' in reading ? reading.problems : [];
}

describe('the configuration of the service', () => {
  test('needs nothing: this machine only, in memory, figures and page beside each other', () => {
    expect(configOf({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      adminPort: 3001,
      publicArchive: false,
      trustedProxies: [],
      keepQuestions: false,
      logLevel: 'info',
      shutdown: 10_000,
    });
  });

  test('reads every variable', () => {
    const all = {
      PORT: '8080',
      HOST: '0.0.0.0',
      ADMIN_PORT: '9090',
      PUBLIC_URL: 'https://Rapporteur.Example.org/',
      TRUSTED_PROXIES: '203.0.113.7, 2001:db8::/32',
      PUBLIC_ARCHIVE: '1',
      KNOWLEDGE_DIR: '/knowledge',
      STATE_DIR: '/state',
      DATABASE_URL: 'postgres://us:secret@db.example:5432/name',
      STATE_KEY: 'a long random text of 32 characters',
      STATE_KEY_OLD: 'the one before, as long and as random',
      KEEP_QUESTIONS: '1',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      SHUTDOWN_SECONDS: '25',
      ADMIN_TOKEN: 'a-token-that-nobody-guesses',
    };
    expect(Object.keys(all).sort()).toEqual(Object.keys(SERVICE_VARIABLES.shape).sort());
    expect(configOf(all)).toEqual({
      port: 8080,
      adminToken: 'a-token-that-nobody-guesses',
      host: '0.0.0.0',
      adminPort: 9090,
      publicUrl: 'https://rapporteur.example.org',
      publicArchive: true,
      trustedProxies: ['203.0.113.7', '2001:db8::/32'],
      knowledgeFolder: '/knowledge',
      stateFolder: '/state',
      databaseUrl: 'postgres://us:secret@db.example:5432/name',
      stateKey: 'a long random text of 32 characters',
      oldStateKey: 'the one before, as long and as random',
      keepQuestions: true,
      logLevel: 'debug',
      logFormat: 'json',
      shutdown: 25_000,
    });
  });

  test('names every wrong variable at once, with what would be right', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      HOST: 'a host',
      ADMIN_PORT: '70000',
      PUBLIC_URL: 'rapporteur.example.org',
      PUBLIC_ARCHIVE: 'yes',
      TRUSTED_PROXIES: '203.0.113.7/33',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
      SHUTDOWN_SECONDS: '0',
    });
    expect(problems.map(({ variables }) => variables[0]).sort()).toEqual([
      'ADMIN_PORT',
      'HOST',
      'LOG_FORMAT',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_ARCHIVE',
      'PUBLIC_URL',
      'SHUTDOWN_SECONDS',
      'TRUSTED_PROXIES',
    ]);
    for (const { message, remedy } of problems) {
      expect(message).toMatch(/^must be /);
      expect(remedy.length).toBeGreaterThan(20);
    }
  });

  test.each([
    'http://rapporteur.example.org',
    'https://user:secret@rapporteur.example.org',
    'https://rapporteur.example.org/path',
    'https://rapporteur.example.org/?q=1',
    'ftp://rapporteur.example.org',
    'javascript:alert(1)',
  ])('does not take %s for a public address', (PUBLIC_URL) => {
    expect(problemsOf({ PUBLIC_URL }).map(({ variables }) => variables)).toEqual([['PUBLIC_URL']]);
  });

  test('takes an http address of this machine for a trial', () => {
    expect(configOf({ PUBLIC_URL: 'http://localhost:3000/' }).publicUrl).toBe('http://localhost:3000');
  });

  test('a token that could be guessed, or that no header carries, is refused', () => {
    for (const ADMIN_TOKEN of ['secret', 'fifteen-letters', 'has blanks in between', `${'x'.repeat(16)};`])
      expect(problemsOf({ ADMIN_TOKEN }).map(({ variables }) => variables)).toEqual([['ADMIN_TOKEN']]);
    expect(configOf({ ADMIN_TOKEN: 'sixteen-letters-' }).adminToken).toBe('sixteen-letters-');
  });

  test('a key that could be guessed, or what is no address of a database, is refused', () => {
    expect(problemsOf({ STATE_KEY: 'short', STATE_KEY_OLD: 'short' })).toHaveLength(2);
    for (const DATABASE_URL of ['mysql://db/name', 'db.example:5432', 'postgres://'])
      expect(problemsOf({ DATABASE_URL }).map(({ variables }) => variables)).toEqual([['DATABASE_URL']]);
  });

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['[::1]', true],
    ['127.9.9.9', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.5', false],
    ['127.0.0.1.example.org', false],
  ])('HOST=%s is loopback: %s', (HOST, loopback) => {
    expect(surroundingsOf(configOf({ HOST })).loopback).toBe(loopback);
  });
});
