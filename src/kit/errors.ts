/** Saying what went wrong: to people, in an error's own words; to the log, without any words that somebody may have said. */
import { types } from 'node:util';

/** How deep causes are followed. */
const DEEPEST = 3;

/**
 * What an error says, for people who may read it: the operator at the start, or whoever runs a command. With its causes,
 * since a `fetch` that fails says no more than that by itself.
 * @example
 * messageOf(error) // 'fetch failed: getaddrinfo ENOTFOUND slack.com'
 */
export function messageOf(error: unknown): string {
  const said = [wordsOf(error)];
  for (let [at, depth] = [inside(error), 1]; at !== undefined && depth <= DEEPEST; depth += 1) {
    const words = wordsOf(at);
    // Wrappers often repeat what they wrap.
    if (!said.some((before) => before.includes(words))) said.push(words);
    at = inside(at);
  }
  return said.join(': ');
}

function inside(error: unknown): unknown {
  return isError(error) ? innerOf(error) : undefined;
}

/** An error of several tries, one for each address of a name, has no words of its own. */
function wordsOf(error: unknown): string {
  if (!isError(error)) return String(error);
  const { message, name, errors, code } = error as Error & { errors?: unknown; code?: unknown };
  if (message !== '') return message;
  if (Array.isArray(errors)) return [...new Set(errors.map(wordsOf))].join(', ');
  return isCode(code) ? String(code) : name;
}

/** Those of Node's own parts may be of another realm than ours. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

/**
 * What tells an error apart, for the log: its type, codes and stack frames. Not its message, which may quote what somebody
 * asked, nor what hangs on it: errors of HTTP clients carry the whole request. A message that is known to be our own goes
 * into the facts by its caller.
 */
export function describeError(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status, statusCode, data } = error as Error & Readonly<Record<string, unknown>>;
  const answered = (data as { readonly error?: unknown } | null | undefined)?.error;
  const number = status ?? statusCode;
  const inner = innerOf(error);
  const stack = depth > 0 ? '' : framesOf(error);
  return {
    type: error.name,
    ...(isCode(code) ? { code } : {}),
    ...(isCode(answered) ? { answered } : {}),
    ...(typeof number === 'number' ? { status: number } : {}),
    ...(stack === '' ? {} : { stack }),
    ...(inner === undefined || depth >= DEEPEST ? {} : { cause: describeError(inner, depth + 1) }),
  };
}

/** What an error wraps: clients for HTTP have names of their own for it. */
function innerOf(error: Error): unknown {
  return (error as { original?: unknown }).original ?? error.cause;
}

/** A word or a number for programs; some clients put a whole body where one is expected. */
function isCode(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value));
}

/** The frames of an error's stack. It begins with the message, which may hold lines that look like frames. */
function framesOf({ stack = '', message }: Error): string {
  const begin = stack.indexOf(message);
  return stack
    .slice(begin < 0 ? 0 : begin + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .join('\n');
}
