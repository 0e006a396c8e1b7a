/**
 * The spelling key of a word: letters and groups of letters that different languages and transliterations write for one
 * sound become one, so that `Stephan` and `Stefan`, `Meyer` and `Maier`, `Ohkuma` and `Okuma` have the same key.
 * It is finer than a metaphone code, which drops the vowels as well.
 */

/** In order; each works on what those before it left. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/t?sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/ph|pf/g, 'f'],
  [/ck/g, 'k'],
  [/dt|th/g, 't'],
  [/tz|ts|cz/g, 's'],
  [/x/g, 'ks'],
  [/qu/g, 'kf'],
  [/q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/z/g, 's'],
  [/[vw]/g, 'f'],
  [/[aey][iy]|[ae]j/g, 'ai'],
  [/ie|ee|ea/g, 'i'],
  [/[yj]/g, 'i'],
  [/ou|oo/g, 'u'],
  [/ae/g, 'e'],
  [/(?<![cs]|^)h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** @param word a folded word. */
export function spellingKey(word: string): string {
  return RULES.reduce((key, [pattern, replacement]) => key.replace(pattern, replacement), word);
}
