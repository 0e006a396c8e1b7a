/**
 * The log: pino, one JSON object a line on standard error, or plain lines on a terminal. It never holds message text or
 * secrets: errors are reduced to what tells them apart, and any secret of the configuration is blanked wherever it stands.
 */
import pino from 'pino';
import type { Environment, Log } from '../contract/adapter.ts';
import { describeError } from '../kit/errors.ts';

interface LogOptions {
  readonly level: string;
  readonly format: 'json' | 'text';
  /** Texts that must not come out; see `secretsOf`. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}

export interface RootLog extends Log {
  /** A log that carries `facts` on every line. */
  child(facts: Readonly<Record<string, unknown>>): Log;
}

const REDACTED = '[redacted]';

/** Keys whose values are never logged, at the top and one level down. */
const SECRET_KEYS = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'signature',
  'text',
  'body',
  'headers',
];

/** A log that hands every line, blanked and ended by a line feed, to `options.write`. */
export function createLog(options: LogOptions): RootLog {
  const blank = blanker(options.secrets);
  const print = options.format === 'json' ? (line: string) => line : readableLine;
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError, err: describeError },
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: REDACTED },
    },
    { write: (line: string) => options.write(print(blank(line))) },
  );
  return { ...wrap(logger), child: (facts) => wrap(logger.child(facts)) };
}

function wrap(logger: pino.Logger): Log {
  return {
    debug: (facts, message) => logger.debug(facts, message),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}

/** The values of variables that hold secrets, going by their names; short ones are words, not secrets. */
export function secretsOf(environment: Environment): string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    // An address of a database has its password in it.
    /DATABASE_URL|TOKEN|SECRET|PASSWORD|_KEY(_OLD)?$|CREDENTIAL/.test(name) &&
    value !== undefined &&
    value.length >= 8
      ? [value]
      : [],
  );
}

/** Takes secrets out of a text, as they are and as they stand in JSON, where a quote or a backslash is escaped. */
export function blanker(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]))];
  return (line) => forms.reduce((text, form) => text.replaceAll(form, REDACTED), line);
}

/** `12:03:11 info  slack: connected (servers 3)`, for people at a terminal. */
function readableLine(line: string): string {
  const { time, level, message, adapter, error, ...facts } = JSON.parse(line) as Readonly<
    Record<string, unknown>
  >;
  const clock = String(time).slice(11, 19);
  const from = adapter === undefined ? '' : `${String(adapter)}: `;
  const rest = Object.entries(facts).map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const more = rest.length === 0 ? '' : ` (${rest.join(', ')})`;
  return `${clock} ${String(level).padEnd(5)} ${from}${String(message)}${more}\n${readableError(error)}`;
}

function readableError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return error === undefined ? '' : `  ${String(error)}\n`;
  const { stack, type, code } = error as Readonly<Record<string, unknown>>;
  const name = code === undefined ? String(type) : `${String(type)} ${String(code)}`;
  return typeof stack === 'string' ? `  ${name}\n  ${stack.replaceAll('\n', '\n  ')}\n` : `  ${name}\n`;
}

/**
 * Holds lines back until `release`, which hands them to `write`; later ones go there at once. At the start people's own
 * lines come first, and the log after them.
 */
export function holdBack(write: (line: string) => void): {
  readonly write: (line: string) => void;
  readonly release: () => void;
} {
  let held: string[] | undefined = [];
  return {
    write(line) {
      if (held === undefined) write(line);
      else held.push(line);
    },
    release() {
      const lines = held ?? [];
      held = undefined;
      for (const line of lines) write(line);
    },
  };
}
