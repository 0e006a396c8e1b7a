/** Which way words run: of a language, and of a text whatever stands around it. */

/** Languages that are written from right to left, where no script is told. Source: Unicode CLDR, the scripts likely for them. */
const LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const SCRIPTS = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg']);

/**
 * The direction of a BCP 47 tag.
 * @example directionOf('ar-EG') // 'rtl'
 */
export function directionOf(tag: string): 'rtl' | 'ltr' {
  const [language = '', ...parts] = tag.toLowerCase().split('-');
  const script = parts.find((part) => /^[a-z]{4}$/u.test(part));
  return (script === undefined ? LANGUAGES.has(language) : SCRIPTS.has(script)) ? 'rtl' : 'ltr';
}
