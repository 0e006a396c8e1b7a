/** Failures that last until somebody mends them: told once in the log with what helps, and over when they are. */
import { expect, jest, test } from '@jest/globals';
import { openHost, type TestHost } from '../../support/host.ts';
import { personalMessage } from './activities.ts';
import { openStage } from './stage.ts';

jest.setTimeout(60_000);

const told = (host: TestHost, kind: string) =>
  host.log.lines.filter(({ facts }) => facts.trouble === kind).map(({ level, message }) => [level, message]);

test('a clock that is off is told from the tokens, and answered all the same', async () => {
  const host = await openHost();
  const stage = await openStage({ host });
  const expired = { claims: { exp: Math.floor(Date.now() / 1000) - 200 } };
  try {
    for (const _ of [1, 2, 3, 4])
      expect((await stage.post(personalMessage('help'), expired)).status).toBe(200);
    expect(told(host, 'clock')).toEqual([
      ['error', expect.stringMatching(/3 min ahead of .*Microsoft.*NTP/)],
    ]);
    expect((await stage.post(personalMessage('help'))).status).toBe(200);
    expect(told(host, 'clock')[1]).toEqual(['info', expect.stringMatching(/^over: /)]);
  } finally {
    await stage.stop();
  }
});

test('a secret that was revoked is told by its variable', async () => {
  const host = await openHost();
  const stage = await openStage({ host, prepare: (issuer) => void issuer.outcomes.push('refuse-secret') });
  try {
    expect(told(host, 'credentials')).toEqual([['error', expect.stringContaining('TEAMS_APP_PASSWORD')]]);
    expect(stage.connection.status().state).toBe('degraded');
    expect((await stage.post(personalMessage('help'))).status).toBe(200);
    await stage.until(() => stage.connector.messages.length === 1);
    expect(told(host, 'credentials')[1]).toEqual(['info', expect.stringMatching(/^over: /)]);
    expect(stage.connection.status().state).toBe('ready');
  } finally {
    await stage.stop();
  }
});
