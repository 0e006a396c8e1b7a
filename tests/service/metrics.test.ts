import { describe, expect, test } from '@jest/globals';
import type { Status } from '../../src/contract/adapter.ts';
import { createMetrics } from '../../src/service/metrics.ts';

describe('metrics', () => {
  test('count what adapters tell, with known labels only', async () => {
    const metrics = createMetrics();
    metrics.count('requests', { adapter: 'slack', kind: 'mention', outcome: 'found', user: 'U1' });
    metrics.count('requests', { adapter: 'slack', kind: 'mention', outcome: 'found' });
    metrics.observe('reply_seconds', 0.2, { adapter: 'slack' });
    const { text, type } = await metrics.print();
    expect(type).toMatch(/^text\/plain/);
    expect(text).toContain('rapporteur_requests_total{adapter="slack",kind="mention",outcome="found"} 2');
    expect(text).toContain('rapporteur_reply_seconds_bucket{le="0.25",adapter="slack"} 1');
    expect(text).not.toContain('U1');
  });

  test('a label that takes any value makes no more than fifty series', async () => {
    const metrics = createMetrics();
    for (let index = 0; index < 500; index++) metrics.count('failures', { reason: `reason ${index}` });
    const { text } = await metrics.print();
    expect(text.match(/^rapporteur_failures_total\{/gm)).toHaveLength(51);
    expect(text).toContain('rapporteur_failures_total{reason="other"} 450');
  });

  test('show which adapters are connected and which revision answers, as they are when asked', async () => {
    const metrics = createMetrics();
    const adapters = new Map<string, Status>([['slack', { state: 'ready', detail: '' }]]);
    let revision = 'r1';
    metrics.watch({
      adapters: () => adapters,
      revision: () => revision,
      connections: () => 0,
      waiting: () => 0,
      troubles: () => [],
    });
    expect((await metrics.print()).text).toContain('rapporteur_adapter_ready{adapter="slack"} 1');
    adapters.set('slack', { state: 'degraded', detail: '' });
    revision = 'r2';
    const { text } = await metrics.print();
    expect(text).toContain('rapporteur_adapter_ready{adapter="slack"} 0');
    expect(text.match(/^rapporteur_archive_info\{.*$/gm)).toEqual([
      'rapporteur_archive_info{revision="r2"} 1',
    ]);
  });
});
