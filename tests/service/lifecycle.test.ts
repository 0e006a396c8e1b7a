import { describe, expect, test } from '@jest/globals';
import { createLifecycle, type LifecycleOptions } from '../../src/service/lifecycle.ts';
import { createRecordingLog } from '../support/recorders.ts';
import { until } from '../support/until.ts';

function open(stop: LifecycleOptions['stop'], deadline = 5_000) {
  const codes: number[] = [];
  const log = createRecordingLog();
  let stops = 0;
  const lifecycle = createLifecycle({
    log,
    deadline,
    stop: () => {
      stops += 1;
      return stop();
    },
    exit: (code) => codes.push(code),
  });
  return { lifecycle, codes, stops: () => stops, log };
}

const never = () => new Promise<never>(() => {});

describe('the end of the process', () => {
  test('by a signal is in order, once, with 0', async () => {
    const { lifecycle, codes, stops } = open(async () => []);
    lifecycle.signal('SIGINT');
    lifecycle.signal('SIGINT');
    lifecycle.signal('SIGTERM');
    await until(() => codes.length > 0);
    expect([codes, stops()]).toEqual([[0], 1]);
  });

  test('is not hurried by the same signal passed on twice, but by one that comes later', async () => {
    const { lifecycle, codes } = open(never);
    lifecycle.signal('SIGINT');
    lifecycle.signal('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(codes).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    lifecycle.signal('SIGINT');
    expect(codes).toEqual([1]);
  });

  test('is 1 where something was cut off, where stopping failed, or took too long', async () => {
    const cut = open(async () => ['requests']);
    cut.lifecycle.signal('SIGTERM');
    await until(() => cut.codes.length > 0);
    const failed = open(() => Promise.reject(new Error('no')));
    failed.lifecycle.signal('SIGTERM');
    await until(() => failed.codes.length > 0);
    const late = open(never, 20);
    late.lifecycle.signal('SIGTERM');
    await until(() => late.codes.length > 0);
    expect([cut.codes, failed.codes, late.codes]).toEqual([[1], [1], [1]]);
  });

  test('after an error that nobody caught is in order too, with 1; a second such error ends at once', async () => {
    const once = open(async () => []);
    once.lifecycle.crash(new Error('thrown'));
    await until(() => once.codes.length > 0);
    expect([once.codes, once.stops()]).toEqual([[1], 1]);
    const twice = open(never);
    twice.lifecycle.crash(new Error('thrown'));
    twice.lifecycle.crash(new Error('thrown again'));
    expect(twice.codes).toEqual([1]);
  });
});
