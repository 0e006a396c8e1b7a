/** Saying what went wrong: to people, in an error's own words; to the log, without any words that somebody may have said. */

/** What an error says, for people who may read it: the operator at the start, or whoever runs a command. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How deep causes are followed. */
const DEEPEST = 3;

/**
 * What tells an error apart, for the log: its type, codes and stack frames. Not its message, which may quote what somebody
 * asked, nor what hangs on it: errors of HTTP clients carry the whole request. A message that is known to be our own goes
 * into the facts by its caller.
 */
export function describeError(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status, statusCode, data, original, cause } = error as Error &
    Readonly<Record<string, unknown>>;
  const answered = (data as { readonly error?: unknown } | null | undefined)?.error;
  const number = status ?? statusCode;
  // Clients for HTTP wrap what they met, each under a name of its own.
  const inner = original ?? cause;
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
