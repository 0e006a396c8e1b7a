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

const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text begins with a letter that is written from right to left; undefined where it has no letter. */
export function isRightToLeft(text: string): boolean | undefined {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first === undefined ? undefined : RTL_LETTER.test(first);
}

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them turns nothing that stands around it. */
const [FROM, TO] = ['\u2068', '\u2069'];

/**
 * A name or a label that holds letters from right to left, set apart from its line: digits and signs beside it keep their places.
 * @param text without controls of direction
 */
export function isolated(text: string): string {
  return RTL_LETTER.test(text) ? `${FROM}${text}${TO}` : text;
}
