/** What libraries write to the console, and Node's own warnings: into the log, in its form and without secrets. */
import type { Log } from '../contract/adapter.ts';

const METHODS = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir'] as const;
/** Of a line that we know nothing of. Characters. */
const LONGEST = 200;

/**
 * From now on the console writes into `log`: of each call the first line, of errors what tells them apart. Gives back a
 * way to end it.
 */
export function captureConsole(log: Log): () => void {
  const before = METHODS.map((name) => [name, console[name]] as const);
  for (const name of METHODS) {
    console[name] = (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      const [said = ''] = parts.filter((part) => typeof part === 'string');
      const facts = { from: `console.${name}`, ...(error === undefined ? {} : { error }) };
      const level = name === 'error' || name === 'warn' ? 'warn' : 'debug';
      log[level](facts, (said.split('\n', 1)[0] ?? '').slice(0, LONGEST));
    };
  }
  const warn = ({ name, message }: Error) =>
    log.warn({ from: 'node', name }, (message.split('\n', 1)[0] ?? '').slice(0, LONGEST));
  // Node's own listener prints them past the log.
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning').on('warning', warn);
  return () => {
    for (const [name, method] of before) console[name] = method;
    process.off('warning', warn);
    for (const listener of listeners) process.on('warning', listener);
  };
}
