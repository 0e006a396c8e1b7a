/** The most characters of one value as JSON. */
const MOST = 256 * 1024;

/**
 * A value as it is kept.
 * @throws TypeError where JSON cannot hold it, RangeError where it is too long; neither says anything of what it holds
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined)
    throw new TypeError(`What is kept must be what JSON can hold, not ${typeof value}.`);
  if (json.length > MOST)
    throw new RangeError(`A value of ${json.length} characters cannot be kept; ${MOST} is the most.`);
  return json;
}
