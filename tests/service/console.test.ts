import { afterEach, expect, test } from '@jest/globals';
import { captureConsole } from '../../src/service/console.ts';
import { createRecordingLog } from '../support/recorders.ts';

let end = () => {};
afterEach(() => end());

test('what a library writes goes into the log: the first line, without objects, errors as the log has them', () => {
  const log = createRecordingLog();
  end = captureConsole(log);
  console.error(new Error('somebody said: hello'));
  console.warn('first line\nsecond line', { text: 'what somebody said' });
  console.log('x'.repeat(1_000));
  end();
  expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
    ['warn', ''],
    ['warn', 'first line'],
    ['debug', 'x'.repeat(200)],
  ]);
  expect(log.lines[0]?.facts).toMatchObject({ from: 'console.error', error: { type: 'Error' } });
  expect(JSON.stringify(log.lines)).not.toMatch(/hello|what somebody said/);
});

test('Node’s own warnings too', () => {
  const log = createRecordingLog();
  end = captureConsole(log);
  // What `process.emitWarning` leads to.
  process.emit('warning', Object.assign(new Error('something is old'), { name: 'DeprecationWarning' }));
  expect(log.lines[0]).toMatchObject({ level: 'warn', message: 'something is old' });
});
