/**
 * English words too common to tell one text from another: articles, pronouns, auxiliaries, prepositions,
 * conjunctions and the words that questions are made of. They are written here as folded words
 * (lower case, apostrophes dropped: `dont` stands for "don't").
 */
const LIST = `
an the this that these those such same other another each every either neither both all any some no none
me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves one ones someone anyone everyone something anything everything nothing
who whom whose which what when where why how whether whatever whichever whoever
be am is are was were been being have has had having do does did done doing
can could may might must shall should will would ought cannot
im ive id ill youre youve youll hes shes were weve theyre theyve thats theres whats wheres whos lets
dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt cant couldnt wont wouldnt shouldnt mustnt
about above across after against along among amongst around as at before behind below beneath beside besides between
beyond by down during except for from in inside into near of off on onto out outside over past per since
through throughout till to toward towards under until up upon via with within without
and or but nor so yet if then else than because although though while whilst unless hence thus therefore however
not only also too very just even still again ever never often rather quite almost perhaps
here there now more most much many few less least several enough further furthermore moreover otherwise
get gets got give gives given make makes made please tell show let
etc eg ie
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));

/** Acronyms that are stop words in small letters. */
const ACRONYMS: ReadonlySet<string> = new Set(['WHO', 'IT', 'US', 'U.S']);
const LONGEST_ACRONYM = 3;

/** Characters on either side that tell whether a text shouts. */
const SURROUNDINGS = 60;

/** True for words that are not indexed: those of the list and single Latin letters. */
export function isStopWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length === 1) return word >= 'a' && word <= 'z';
  return STOP_WORDS.has(word) && !isAcronym(text, start, end);
}

/** True for `WHO`, `IT` and `US` in capitals, unless all that is around them is in capitals too. */
export function isAcronym(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ACRONYM || text.charCodeAt(start) > 0x5a) return false;
  if (!ACRONYMS.has(text.slice(start, end))) return false;
  const around = text.slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS);
  return /\p{Ll}/u.test(around) || !/\s/.test(around.trim());
}
