/** What `docs/operating.md` promises is there: variables, metrics, paths, files. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { HOST_TIMES } from '../../src/contract/host.ts';
import { createMetrics } from '../../src/service/metrics.ts';
import { MOST_ROWS } from '../../src/store/sweep.ts';
import { ROOT } from './modules.ts';

const TEXT = readFileSync(path.join(ROOT, 'docs', 'operating.md'), 'utf8');

describe('docs/operating.md', () => {
  test('names only variables that there are', () => {
    const known = Object.keys(parseEnv(readFileSync(path.join(ROOT, '.env.example'), 'utf8')));
    const named = [...TEXT.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(8);
    expect([...new Set(named)].filter((name) => !known.includes(name) && name !== 'SLACK_BOT_TOKN')).toEqual(
      [],
    );
  });

  test('names every metric, and no other', async () => {
    const metrics = createMetrics();
    metrics.watch({
      adapters: () => new Map(),
      revision: () => '',
      connections: () => 0,
      waiting: () => 0,
      troubles: () => [],
    });
    const { text } = await metrics.print();
    const there = [...text.matchAll(/^# TYPE (rapporteur_\w+)/gm)].map(([, name]) => name);
    const named = [...TEXT.matchAll(/`(rapporteur_[a-z_]+)/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(there.sort());
  });

  test('tells the times and bounds that hold', () => {
    const hour = 60 * 60 * 1000;
    expect([HOST_TIMES.remember / hour, HOST_TIMES.thread / hour]).toEqual([2, 2]);
    expect(TEXT).toContain(
      'which deliveries were answered (two hours), the last line of each thread (two hours)',
    );
    expect(TEXT).toContain(`${MOST_ROWS.sqlite.toLocaleString('en')} of each kind`);
  });

  test('links to files that there are', () => {
    const links = [...TEXT.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    const missing = links.filter(
      (target) => !/^https:/.test(target) && !existsSync(path.join(ROOT, 'docs', target)),
    );
    // The guides to the platforms come with the platforms.
    expect(missing.filter((target) => !/^(slack|discord|teams)\.md$/.test(target))).toEqual([]);
  });
});
