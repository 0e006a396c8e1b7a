/**
 * What Discord would make of a text beyond showing it: an independent, deliberately suspicious reading of its Markdown. Escaped
 * characters are taken out first; what is left and looks like markup is reported.
 */
const ACTIVE: readonly RegExp[] = [
  /@(?:everyone|here)/,
  /<[@#:/]/,
  /<a:|<t:|<id:/,
  /\*|(?<!\w)_|_(?!\w)|~~|`|\|\|/,
  /\[[^\]]*\]\(/,
  /https?:\/\//i,
  /(?:discord(?:app)?\.(?:gg|com))\/+\w/i,
  /:[a-z0-9_+-]+:/i,
  /^[^\S\n]*(?:#{1,3} |-# |>>> |> |[-+] |\d+\. )/m,
];

/** The beginnings of active markup in `markdown`; none where it shows as plain text. */
export function activeMarkup(markdown: string): readonly string[] {
  // An escaped character is put out of the patterns' sight, but still stands between its neighbours.
  const bare = markdown.replace(/\\[^0-9A-Za-z\s]/g, '\u0001');
  return ACTIVE.flatMap((pattern) => pattern.exec(bare)?.[0] ?? []);
}
