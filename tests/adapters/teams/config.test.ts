/** The variables: all problems at once, each with its remedy; nothing half set, nothing unsafe. */
import { describe, expect, test } from '@jest/globals';
import { endpointsOf } from '../../../adapters/teams/cloud.ts';
import { configuration } from '../../../adapters/teams/config.ts';
import { CLOUD_HOSTS, isAllowedService, isHostRule, SERVICE_HOSTS } from '../../../adapters/teams/hosts.ts';
import type { Environment } from '../../../src/contract/adapter.ts';

const HERE = { host: '127.0.0.1', loopback: true };
const OUTSIDE = { host: '0.0.0.0', loopback: false };
const WHOLE = {
  TEAMS_APP_ID: 'AAAAAAAA-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  TEAMS_APP_PASSWORD: 'x8Q~secret',
  TEAMS_TENANT_ID: '99999999-8888-4777-8666-555555555555',
};

function problems(environment: Environment, surroundings = HERE): readonly string[] {
  const reading = configuration.read(environment, surroundings);
  return reading.state === 'wrong' ? reading.problems.flatMap((one) => one.variables) : [reading.state];
}

describe('the configuration', () => {
  test('is off with nothing set, and says how to connect', () => {
    for (const environment of [
      {},
      { TEAMS_LOCAL: '0' },
      { TEAMS_APP_ID: ' ' },
      { TEAMS_SERVICE_HOSTS: 'a.example' },
    ]) {
      const reading = configuration.read(environment, OUTSIDE);
      expect(reading).toMatchObject({ state: 'off', hint: expect.stringContaining('TEAMS_APP_ID') });
    }
  });

  test('is on with all three, inside and outside', () => {
    for (const surroundings of [HERE, OUTSIDE]) {
      expect(configuration.read(WHOLE, surroundings)).toEqual({
        state: 'on',
        overHttp: true,
        config: {
          mode: 'cloud',
          appId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
          password: 'x8Q~secret',
          tenant: '99999999-8888-4777-8666-555555555555',
          cloud: 'public',
          hosts: SERVICE_HOSTS,
        },
        summary: expect.not.stringContaining('secret'),
      });
    }
  });

  test.each([
    ['gcc', 'https://login.microsoftonline.com', 'https://api.botframework.com', 'gcc.teams.microsoft.com'],
    ['gcc-high', 'https://login.microsoftonline.us', 'https://api.botframework.us', 'gov.teams.microsoft.us'],
    ['GCC-High', 'https://login.microsoftonline.us', 'https://api.botframework.us', 'gov.teams.microsoft.us'],
    ['dod', 'https://login.microsoftonline.us', 'https://api.botframework.us', 'dod.teams.microsoft.us'],
  ])('one variable names the cloud %s: sign-in, issuer and hosts', (cloud, login, issuer, host) => {
    const reading = configuration.read({ ...WHOLE, TEAMS_CLOUD: cloud }, OUTSIDE);
    if (reading.state !== 'on' || reading.config.mode !== 'cloud') throw new Error('it is not on');
    const { config, summary } = reading;
    expect(summary).toContain(cloud.toLowerCase());
    expect(endpointsOf(config.cloud)).toMatchObject({ login, issuer, resource: issuer });
    expect(config.hosts).toEqual([`smba.infra.${host}`]);
    const rule = { hosts: config.hosts, loopback: false };
    expect(isAllowedService(`https://smba.infra.${host}/teams/`, rule)).toBe(true);
    expect(isAllowedService('https://smba.trafficmanager.net/emea/', rule)).toBe(false);
    const own = { ...WHOLE, TEAMS_CLOUD: cloud, TEAMS_SERVICE_HOSTS: 'teams.example' };
    expect(configuration.read(own, OUTSIDE)).toMatchObject({ config: { hosts: ['teams.example'] } });
  });

  test('the usual cloud is the public one, with GCC, and no other is trusted there', () => {
    expect(CLOUD_HOSTS.public.every((host) => !host.endsWith('.us'))).toBe(true);
    expect(problems({ ...WHOLE, TEAMS_CLOUD: 'china' })).toEqual(['TEAMS_CLOUD']);
    expect(problems({ ...WHOLE, TEAMS_CLOUD: ' ' })).toEqual(['on']);
  });

  test.each<[string, Environment, readonly string[]]>([
    ['the id alone', { TEAMS_APP_ID: WHOLE.TEAMS_APP_ID }, ['TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID']],
    ['a password and more', { ...WHOLE, TEAMS_APP_PASSWORD: 'Value x8Q~secret' }, ['TEAMS_APP_PASSWORD']],
    ['the password alone', { TEAMS_APP_PASSWORD: 'x' }, ['TEAMS_APP_ID', 'TEAMS_TENANT_ID']],
    [
      'the tenant alone',
      { TEAMS_TENANT_ID: 'contoso.onmicrosoft.com' },
      ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD'],
    ],
    ['an id that is no GUID', { ...WHOLE, TEAMS_APP_ID: 'rapporteur' }, ['TEAMS_APP_ID']],
    [
      'the ID of the secret for its value',
      { ...WHOLE, TEAMS_APP_PASSWORD: WHOLE.TEAMS_TENANT_ID },
      ['TEAMS_APP_PASSWORD'],
    ],
    ['a tenant that is none', { ...WHOLE, TEAMS_TENANT_ID: 'my company' }, ['TEAMS_TENANT_ID']],
    [
      'hosts that are none',
      { ...WHOLE, TEAMS_SERVICE_HOSTS: 'https://a.example/x, *, 127.0.0.1' },
      ['TEAMS_SERVICE_HOSTS', 'TEAMS_SERVICE_HOSTS', 'TEAMS_SERVICE_HOSTS'],
    ],
    ['a switch that is neither', { ...WHOLE, TEAMS_LOCAL: 'yes' }, ['TEAMS_LOCAL']],
    [
      'everything wrong at once',
      { TEAMS_APP_ID: 'x', TEAMS_LOCAL: 'x', TEAMS_TENANT_ID: '-' },
      ['TEAMS_LOCAL', 'TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'],
    ],
  ])('names what is wrong: %s', (_what, environment, variables) => {
    expect(problems(environment)).toEqual(variables);
  });

  test('repeats no secret in its problems, and gives each a remedy', () => {
    const reading = configuration.read(
      { TEAMS_APP_ID: 'x', TEAMS_APP_PASSWORD: 'hush', TEAMS_TENANT_ID: '?' },
      HERE,
    );
    expect(JSON.stringify(reading)).not.toContain('hush');
    if (reading.state !== 'wrong') {
      throw new Error('expected problems');
    }
    for (const one of reading.problems) {
      expect(one.remedy).not.toBe('');
    }
  });

  test('takes a domain for the tenant, and hosts of one’s own', () => {
    const reading = configuration.read(
      {
        ...WHOLE,
        TEAMS_TENANT_ID: 'contoso.onmicrosoft.com',
        TEAMS_SERVICE_HOSTS: ' a.example , *.b.example ',
      },
      HERE,
    );
    expect(reading).toMatchObject({
      config: { tenant: 'contoso.onmicrosoft.com', hosts: ['a.example', '*.b.example'] },
    });
  });

  test('lets TEAMS_LOCAL=1 do without tokens on this machine only', () => {
    expect(configuration.read({ TEAMS_LOCAL: '1' }, HERE)).toMatchObject({
      state: 'on',
      config: { mode: 'local' },
    });
    expect(problems({ TEAMS_LOCAL: '1' }, OUTSIDE)).toEqual(['TEAMS_LOCAL', 'HOST']);
    const open = { ...HERE, publicUrl: 'https://rapporteur.example.org' };
    expect(problems({ TEAMS_LOCAL: '1' }, open)).toEqual(['TEAMS_LOCAL', 'PUBLIC_URL']);
    expect(problems({ ...WHOLE, TEAMS_LOCAL: '1' }, OUTSIDE)).toEqual(['TEAMS_LOCAL', 'HOST']);
    expect(configuration.read({ ...WHOLE, TEAMS_LOCAL: '1' }, HERE)).toMatchObject({
      config: { mode: 'local', appId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' },
    });
  });

  test('describes every variable that it reads', () => {
    const described = Object.entries(configuration.variables.shape);
    expect(described.map(([name]) => name)).toEqual([
      'TEAMS_APP_ID',
      'TEAMS_APP_PASSWORD',
      'TEAMS_TENANT_ID',
      'TEAMS_CLOUD',
      'TEAMS_SERVICE_HOSTS',
      'TEAMS_LOCAL',
    ]);
    for (const [, field] of described) {
      expect((field as { description?: string }).description).toMatch(/\w{3}/u);
    }
  });
});

describe('service hosts', () => {
  const rule = { hosts: ['smba.trafficmanager.net', '*.teams.example'], loopback: false };

  test.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://SMBA.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net:443/emea/', true],
    ['https://a.teams.example/', true],
    ['https://a.b.teams.example/', true],
    ['https://teams.example/', false],
    ['https://evilteams.example/', false],
    ['https://x.smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://evil.example#smba.trafficmanager.net', false],
    ['https://smba.trafficmanager.net\\@evil.example/', true],
    ['http://smba.trafficmanager.net/', false],
    ['http://localhost/', false],
    ['javascript:alert(1)', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowedService(url, rule)).toBe(allowed);
    // What is allowed is also where a request would really go.
    if (allowed) {
      expect(new URL(url ?? '').hostname).toMatch(/^smba\.trafficmanager\.net$|\.teams\.example$/u);
    }
  });

  test.each([
    ['http://127.0.0.1:3978/', true],
    ['http://127.255.0.9/', true],
    ['http://localhost:1/', true],
    ['http://[::1]:3978/', true],
    ['http://127.0.0.1.evil.example/', false],
    ['http://localhost.evil.example/', false],
    ['http://0.0.0.0/', false],
    ['http://192.168.0.1/', false],
  ])('on this machine %s: %s', (url, allowed) => {
    expect(isAllowedService(url, { hosts: [], loopback: true })).toBe(allowed);
  });

  test.each([
    ['smba.trafficmanager.net', true],
    ['*.example.com', true],
    ['*', false],
    ['*.com', false],
    ['a.*.example', false],
    ['localhost', false],
    ['127.0.0.1', false],
    ['https://a.example', false],
    ['a.example/x', false],
  ])('the rule %s is one: %s', (host, is) => {
    expect(isHostRule(host)).toBe(is);
  });
});
