/** Names as they stand within an English sentence: which of them take an article. */

/** Last words of a name that is a description, as they are written in names of organizations and countries. */
const PROPER: ReadonlySet<string> = new Set(
  `Academy Agency Alliance Assembly Association Authority Board Bureau Cabinet Chamber Coalition Commission Committee
  Confederation Congress Corporation Council Court Department Directorate Federation Forum Foundation Fund Government Group
  Guard Institute Institution Ministry Nations Network Observatory Office Organisation Organization Parliament Roundtable
  Secretariat Senate Treasury Union
  Bahamas Comoros Congo Emirates Gambia Islands Isle Kingdom Maldives Netherlands Philippines Republic See States Territories
  Territory`.split(/\s+/),
);

/** Names that take one only where "of" follows: "the University of Tokyo", but "Sophia University". */
const BEFORE_OF: ReadonlySet<string> = new Set(
  'Bank Centre Center City College School State University'.split(' '),
);

/** The same of subjects and groups, which a sentence writes in small letters. */
const COMMON: ReadonlySet<string> = new Set(
  'divide economy environment future gap industry internet ocean pandemic sector workforce'.split(' '),
);

/**
 * A name with the article that English gives it inside a sentence.
 * @example withArticle('International Labour Organization (ILO)') // 'the International Labour Organization (ILO)'
 * @example withArticle('ICT sector') // 'the ICT sector'
 * @example withArticle('skills development') // 'skills development'
 */
export function withArticle(name: string): string {
  const bare = name.replace(/ \([^()]*\)$/u, '');
  const [head = ''] = bare.split(/ (?:against|for|in|of|on) /u);
  const noun = head.split(' ').at(-1) ?? '';
  const isDescribed = PROPER.has(noun) || COMMON.has(noun);
  const isOf = BEFORE_OF.has(noun) && bare.startsWith(`${head} of `);
  // Behind a comma it is no longer the name itself: "Ann Lee, Asia Foundation".
  return !head.includes(',') && (isDescribed || isOf) ? `the ${name}` : name;
}
