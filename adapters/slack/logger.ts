/** Bolt's log lines in the service's log: warnings and errors only, without objects, shortened, secrets blotted out. */
import type { Log } from '../../src/contract/adapter.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** The shape of @slack/logger's Logger; its levels are these strings. */
interface BoltLogger {
  debug(...parts: unknown[]): void;
  info(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  error(...parts: unknown[]): void;
  setLevel(level: Level): void;
  getLevel(): Level;
  setName(name: string): void;
}

const MOST = 300;

export function createBoltLogger(log: Log): BoltLogger {
  // Debug and info lines hold whole requests and answers: people's text, which no log may have.
  const drop = () => {};
  return {
    debug: drop,
    info: drop,
    warn: (...parts) => log.warn({ from: 'bolt' }, firstLine(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, firstLine(parts)),
    setLevel: drop,
    getLevel: () => 'warn' as Level,
    setName: drop,
  };
}

/** Strings and errors' names and codes of one log call: messages may quote a request, and objects hold whole ones. */
function firstLine(parts: readonly unknown[]): string {
  const said = parts
    .map((part) => (typeof part === 'string' ? part : part instanceof Error ? nameOf(part) : ''))
    .filter((part) => part !== '')
    .join(' ');
  return blot(said.split('\n', 1)[0] ?? '').slice(0, MOST);
}

function nameOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** Tokens of every kind, and the addresses that work like one. */
export function blot(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app)[a-z.]*-[\w-]+/gi, '[token]')
    .replace(/https?:\/\/hooks\.[^\s"']+/gi, '[address]')
    .replace(/wss?:\/\/[^\s"']+/gi, '[address]');
}
