/** Payloads that are signed and yet not what they should be: each value of a good one in turn replaced by another. */

type Json = Readonly<Record<string, unknown>>;

const INSTEAD: readonly unknown[] = [null, 7, 'x', true, [], {}, [null], undefined];

/** Whatever is JSON and no object of ours. */
export const NO_PAYLOADS = ['null', '7', '"x"', '[]', '{}', '[{}]', 'true', '', '{', '{"type":'] as const;

export interface Spoiled {
  /** `event.text = null` */
  readonly name: string;
  readonly payload: Json;
}

/** `make` gives a new payload at each call, so that none is a repeat of another. */
export function* spoil(make: () => object): Generator<Spoiled> {
  for (const path of pathsOf(make())) {
    for (const instead of INSTEAD) {
      const payload = JSON.parse(JSON.stringify(make())) as Json;
      put(payload, path, instead);
      yield { name: `${path.join('.')} = ${JSON.stringify(instead)}`, payload };
    }
  }
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

function put(payload: Json, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], payload);
  (parent as Record<string, unknown>)[last] = value;
}
