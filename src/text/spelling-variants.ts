/**
 * British and American spellings of a word under one form (the American one), so that `labour` finds `labor` and
 * `digitalisation` finds `digitalization`. Rules name the stems they hold for where a general one would do harm
 * (`four`, `hour`; `precise`, `revise`).
 */

const OUR =
  /^(arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|misdemean|neighb|od|parl|rig|rum|sav|splend|tum|val|vap|vig)our/;
const ISE = /^(\w*?[^aeiouy]\w*?)is(e|ed|es|er|ers|ing|ation|ations|ational)$/;
/** Stems whose -ise is no suffix: their families (`revision`, `precisely`, `advertisement`) keep the s. */
const NO_SUFFIX =
  /(?:[acouvw]|pr|advert|chast|exerc|expert|franch|merchand|parad|prem|prom|treat|pra|^.{1,2})$/;
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^programme(?=s?$)/, 'program'],
  [/^(cent|met|lit|fib|theat|calib|kilomet|millimet|centimet)re(?=s?$|d$)/, '$1er'],
  [/^(cata|dia|ana|epi|pro)logue(?=s?$)/, '$1log'],
  [/^(def|off|pret)ence(?=s?$)/, '$1ense'],
  [/^foet/, 'fet'],
  [/^oe(?=str|dem|soph)/, 'e'],
  [/^(leuk|an|septic|hypox|isch|ur)aemi/, '$1emi'],
  [/^haem/, 'hem'],
  [/^(ortho)?paed(?=[io])/, '$1ped'],
  [/^age(?=ing$)/, 'ag'],
];

/** What a word has that one of the rules is for; most words have none of it. A new rule needs its mark here. */
const ANY_RULE = /our|is[ei]|isation|ramme|re[ds]?$|logue|ence|^foet|^oe|aem|paed|^ageing$/;

/** @param word a folded word. Gives it back unchanged where no rule holds. */
export function americanSpelling(word: string): string {
  if (word.length < 5 || !ANY_RULE.test(word)) return word;
  const our = OUR.exec(word);
  if (our !== null) return `${our[1]}or${word.slice(our[0].length)}`;
  const ise = ISE.exec(word);
  if (ise !== null && !NO_SUFFIX.test(ise[1] as string)) return `${ise[1]}iz${ise[2]}`;
  for (const [pattern, replacement] of PLAIN) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}
