/** Numbers and lists in English. */

/** "1 session", "5 sessions", "1,200 sessions". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** A whole number with its digits grouped: "1,200". `Intl` writes the same, but takes longer to begin than any answer. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** With a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a, b and c" */
export const list = (names: readonly string[]): string => joined(names, 'and');

/** "a, b or c" */
export const either = (names: readonly string[]): string => joined(names, 'or');

function joined(names: readonly string[], joint: string): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
}
