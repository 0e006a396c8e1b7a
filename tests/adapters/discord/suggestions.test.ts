import { describe, expect, test } from '@jest/globals';
import { choicesFor, toChoices } from '../../../adapters/discord/suggestions.ts';
import type { Suggestion } from '../../../src/engine.ts';
import { openHost } from '../../support/host.ts';
import { taken } from '../../support/taken.ts';

const suggestion = (over: Partial<Suggestion> = {}): Suggestion => ({
  kind: 'person',
  id: 'natalia-popova',
  label: 'Natalia Popova',
  detail: 'ILO · 30 September 2020',
  line: 'speaker by:natalia-popova',
  argument: 'Natalia Popova',
  ...over,
});

describe('a choice', () => {
  test('shows label and detail, and completes the whole argument', () => {
    expect(toChoices([suggestion()])).toEqual([
      { name: 'Natalia Popova · ILO · 30 September 2020', value: 'Natalia Popova' },
    ]);
  });

  test('of a long title is shortened, and completes with the id', () => {
    const [choice] = toChoices([
      suggestion({ label: 'x'.repeat(300), argument: 'x'.repeat(300), id: 's-1', detail: 'y'.repeat(200) }),
    ]);
    expect(choice?.name).toHaveLength(100);
    expect(choice?.value).toBe('s-1');
  });

  test('gives way in its detail first', () => {
    const [choice] = toChoices([suggestion({ label: 'x'.repeat(80), detail: 'y'.repeat(80) })]);
    expect(choice?.name).toBe(`${'x'.repeat(80)} · ${'y'.repeat(16)}…`);
  });

  test('is offered once, and not where it can be held in no way', () => {
    expect(toChoices([suggestion(), suggestion({ id: 'other' })])).toHaveLength(1);
    expect(toChoices([suggestion({ argument: 'z'.repeat(101), id: 'z'.repeat(101) })])).toEqual([]);
  });
});

describe('type-ahead', () => {
  test('is ranked by the engine, over what the command completes', async () => {
    const host = await openHost();
    const [first] = await choicesFor(host, 'speaker', 'popov');
    expect(first).toMatchObject({ value: 'Natalia Popova' });
    expect(await choicesFor(host, 'no-such-command', 'popov')).toEqual([]);
    expect((await choicesFor(host, 'sessions', '')).length).toBeLessThanOrEqual(25);
    await host.store.close();
  });

  test('completes the last words, and keeps those before them', async () => {
    const host = await openHost();
    const [first] = await choicesFor(host, 'sessions', 'sdg8 decent wo');
    expect(first).toMatchObject({
      name: expect.stringMatching(/^sdg8 Decent work/),
      value: 'sdg8 Decent work',
    });
    expect((await choicesFor(host, 'sessions', 'sdg8 japa'))[0]?.value).toBe('sdg8 Japan');
    await host.store.close();
  });

  test('takes well under 100 ms a keystroke', async () => {
    const host = await openHost();
    const times: number[] = [];
    for (const command of ['sessions', 'speaker', 'recommendations', 'ask', 'open']) {
      for (const text of [
        '',
        'p',
        'po',
        'pop',
        'popo',
        'popov',
        'labour mig',
        'decent wrok',
        'düll',
        '技能',
        'x'.repeat(100),
      ]) {
        // The process's own time: what else the machine does is not judged.
        const started = process.cpuUsage();
        const choices = await choicesFor(host, command, text);
        times.push(taken(started));
        for (const { name, value } of choices) {
          expect(name.length).toBeGreaterThan(0);
          expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
        }
      }
    }
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(50);
    await host.store.close();
  });
});
