/** Looking into what Slack sends, of whose shape nothing is taken for granted. */

export type Payload = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one for anything else. */
export function record(value: unknown): Payload {
  return typeof value === 'object' && value !== null ? (value as Payload) : {};
}

/** The value as a list; an empty one for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string at the end of `path`, or undefined where there is none or an empty one. */
export function text(payload: unknown, ...path: readonly string[]): string | undefined {
  let value: unknown = payload;
  for (const key of path) value = record(value)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
