import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { dropEmpty, findMisspelled, printExample, problemsOf } from '../../src/service/environment.ts';

describe('environment variables', () => {
  test('empty ones count as not set', () => {
    expect(dropEmpty({ A: '', B: '  ', C: 'x', D: undefined })).toEqual({ C: 'x' });
  });

  test('a problem names its variable and explains it', () => {
    const variables = z.object({
      PORT: z.string().regex(/^\d+$/, 'must be a number').describe('Where to listen.'),
    });
    const parsed = variables.safeParse({ PORT: 'x' });
    expect(parsed.error && problemsOf(parsed.error, variables)).toEqual([
      { variables: ['PORT'], message: 'must be a number', remedy: 'Where to listen.' },
    ]);
  });

  test('the example shows each variable below its description, in lines of at most 100 characters', () => {
    const long = 'word '.repeat(60).trim();
    const text = printExample([
      { title: 'One', note: 'Said once.', variables: z.object({ A_B: z.string().describe(long) }) },
      { title: 'Nothing', note: 'Never shown.', variables: z.object({}) },
    ]);
    expect(text).toContain('# --- One ---\n# Said once.\n\n# word');
    expect(text).toMatch(/word\nA_B=\n$/);
    expect(text).not.toContain('Nothing');
    for (const line of text.split('\n').slice(2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('finds names that are nearly ours, and leaves those of others alone', () => {
    const known = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'TEAMS_APP_ID', 'STATE_DIR', 'PORT'];
    const environment = {
      SLACK_BOT_TOKN: 'x',
      SLACK_BOT_TOKEN: 'x',
      SLACK_WEBHOOK: 'x',
      PATH: 'x',
      PORTS: 'x',
      TEAM_APP_ID: 'x',
      STATEDIR: 'x',
      STATIC_DIR: 'x',
    };
    expect(findMisspelled(environment, known)).toEqual([
      { name: 'SLACK_BOT_TOKN', meant: 'SLACK_BOT_TOKEN' },
      { name: 'TEAM_APP_ID', meant: 'TEAMS_APP_ID' },
      { name: 'STATEDIR', meant: 'STATE_DIR' },
    ]);
  });
});
