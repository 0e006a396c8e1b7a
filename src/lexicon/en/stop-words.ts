/**
 * English words too common to tell one text from another: articles, pronouns, auxiliaries, prepositions,
 * conjunctions and the words that questions are made of. They are written here as folded words
 * (lower case, apostrophes dropped: `dont` stands for "don't").
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `
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
`
    .trim()
    .split(/\s+/),
);

/** Acronyms that are stop words in small letters. */
export const ACRONYMS: ReadonlySet<string> = new Set(['WHO', 'IT', 'US', 'U.S']);
