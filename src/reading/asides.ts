/**
 * What people tell around a question: of themselves, of whom asks them for it, of where they heard of it. It is taken apart
 * into what is asked about ("a dialogue on fisheries" of "a colleague said there was a dialogue on fisheries") and what is
 * only theirs ("my laptop died").
 */
import {
  ACQUAINTANCES,
  ANNOUNCED,
  ANNOUNCEMENTS,
  BARE_REQUESTS,
  CIRCUMSTANCES,
  ERRANDS,
  HEARSAY,
  HEARSAY_LINKS,
  PASSAGES,
  WANTED_LINKS,
  WANTING,
} from '../lexicon/en/asides.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { isContentWord } from './scan.ts';
import { wordsOf } from './tokens.ts';

const any = (words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .join('|')
    .replaceAll(' ', '\\s+');

const OWN = '(?:my|our|a|an|some|this|one\\s+of\\s+(?:my|our))';
const SOMEBODY = `(?:i|we|it|someone|somebody|some\\s+people|${OWN}\\s+(?:\\p{L}+\\s+)?(?:${any(ACQUAINTANCES)}))`;
const BESIDE =
  '(?:(?:just|once|also|always|only|really|still|recently|vaguely|even|am|is|was|have|has|had|do|does|did|not|cannot|can|could|back|then)\\s+){0,4}';
const WHEN =
  '(?:(?:last|this)\\s+(?:year|week|month|time)|yesterday|today|recently|once|back\\s+then|earlier)';
const FOR = '(?:for|in|as)\\s+(?:my|our|a|an)\\s+\\S+(?:\\s+\\S+)?,?';
const LEAD = `(?:(?:and|but|so|because|also|that|now|well|then|just|apparently|${WHEN}|${FOR})\\s+){0,4}`;

const HEARD = new RegExp(
  `^${LEAD}${SOMEBODY}\\s+${BESIDE}(?:${any(HEARSAY)})\\b(?:\\s+(?:${any(HEARSAY_LINKS)})\\b){0,3}\\s*`,
  'iu',
);
const WANTED = new RegExp(
  `^${LEAD}(?:${SOMEBODY}\\s+)?${BESIDE}(?:${any(WANTING)})\\b(?:\\s+(?:${any(WANTED_LINKS)})\\b)?\\s+(?!to\\b|me\\b|us\\b|all\\s+that\\b)(.+)$`,
  'iu',
);
const PASSAGE = new RegExp(
  `^(?:the|a|that|this)\\s+(?:${any(PASSAGES)})\\s+(?:where|in\\s+which|that\\s+says|that|about|on|with)\\s+(?:it\\s+says\\s+)?`,
  'iu',
);
const ERRAND = new RegExp(`\\b(?:${any(ERRANDS)})\\s+(?:on|about|for|of|regarding)\\s+(.+)$`, 'iu');
/** "I was at the hearing", "we sat through a talk on ice": where it was told. */
const ATTENDED =
  /\b(?:at|during|attended|attending|through|thru|joined|watched|missed|to)\s+((?:the|a|an|that|last|this|your|their)\s+.+)$/i;
const ON = /\b(?:on|about|regarding|concerning)\s+(.+)$/i;
const OF_MINE = /(?:^|[^\p{L}])(?:[Ii]|[Ww]e|[Mm]y|[Oo]ur|mine|ours|myself)(?!\p{L})/u;
const BUSY =
  /^(?:and\s+|so\s+)?(?:doing|writing|making|preparing|translating|drafting|copying|reading|working|trying|stuck)\b/i;
/** "Teacher here", "please do not laugh". */
const BY_THE_WAY =
  /^(?:\S+\s+){1,2}here$|^(?:please\s+)?do\s+not\s+(?!(?:i|we|you|they|the|these|those|any|all|some|most|many|people)\b)/i;
const OF_ERRAND = new RegExp(`\\b(?:${any(ERRANDS)})\\b`, 'iu');
const OF_CIRCUMSTANCE = new RegExp(`\\b(?:${any(CIRCUMSTANCES)})\\b`, 'iu');

const ANNOUNCES = new RegExp(
  `^(?:(?:i|we)\\s+(?:have|had|got|have\\s+got)\\s+)?(?:(?:${any(ANNOUNCED)})\\s+){0,5}(?:${any(ANNOUNCEMENTS)})(?:\\s+(?:for|to)\\s+(?:you|all|everyone|the\\s+bot|ask))?(?:\\s+please)?(?:\\s*[:,.!-]+\\s+|\\s+(?:from|for|about|while|before|because)\\s[^:?]{2,60}?(?::|\\s-+)\\s+)`,
  'iu',
);

/** Where one clause of a story ends and another begins. */
const CLAUSES =
  /[,;:]+\s+|\s+-+\s+|\s+(?:and|&|but|so|because|since|as)\s+(?=(?:i|we|my|our|he|she|they)\b)|\s+(?:but|because)\s+/i;

/** A question within a statement: "we argued about how many there are". */
const WITHIN =
  /(?:\b(?:about|on|over|up|check|tell|explain|know|knows|wonder|wonders|wondering|forgot|forget|remember|me|us|ask|asking|see|decide|sure|out|clue|idea|is|understand)\s+)((?:how\s+(?:many|much|long|old|far|big|often)|what|which|who|whom|whose|where|when|why|how)\s+\S+\s+\S.*)$/i;

/** The question in a statement of which nothing else is told: "where people drop ideas on what is wrong" tells more. */
function questionWithin(clause: string): string | undefined {
  const match = WITHIN.exec(clause);
  const before = clause.slice(0, match?.index).replace(HEARD, '');
  return match !== null && (isOwnAffair(clause) || contentOf(before).length === 0) ? match[1] : undefined;
}

const OCCASIONS: ReadonlySet<string> = new Set([
  ...EVENT_NOUNS,
  'thing',
  'one',
  'talk',
  'event',
  'session',
  'call',
]);

const BARE: ReadonlySet<string> = new Set(BARE_REQUESTS);
const REQUESTS = /^(?:can|could|would|will|do|does|is|are|has|have|any|anyone|please)\b/i;

/** Words that tell what a text is about. */
export function contentOf(text: string): string[] {
  return wordsOf(text).filter((word) => isContentWord(word) && !isWeakWord(word));
}

/** "Two things: …", "quick question - …": without what only says that something is asked. */
export function withoutAnnouncement(sentence: string): string {
  // "Two things about the fair: …": what they are about stays.
  const [, about, rest = ''] = ANNOUNCES_ABOUT.exec(sentence) ?? [];
  return about === undefined ? sentence.replace(ANNOUNCES, '') : `about ${about}: ${rest}`;
}

/** "Two things about the fair: when was it …". */
const ANNOUNCES_ABOUT =
  /^(?:(?:just|only) )?(?:an?|one|two|three|some|a few|several|couple of|quick) (?:\p{L}+ )?(?:things?|questions?|points?) (?:about|on|regarding|concerning) ([^:?]{3,80}?)\s*(?::|\s-+)\s*(.+)$/isu;

/** "…, sorry if that's a dumb one.": within a sentence as well. */
const APOLOGY =
  /\b(?:sorry|sry|soz|apologies|pardon|forgive me)\s+(?:if|for|in case|that)\b[^,;.!?]*[,;.!]*/giu;

/** A sentence without an apology for asking. */
export const withoutApology = (sentence: string): string => sentence.replace(APOLOGY, ' ');

/** "New intern here, …", "cooperative network here :)": who asks is not what about. */
const INTRODUCTION =
  /^(?:(?:i am|im|we are|this is) )?(?:an? |the )?(?:[\p{L}-]+ ){1,3}here\s*[,;:.!)–-]+\s*\)?\s*/iu;

/** A sentence that begins with who asks, without that. */
export const withoutIntroduction = (sentence: string): string => sentence.replace(INTRODUCTION, '');

const BY_WHOM = new RegExp(
  `,\\s+(?:(?:because|since|as|and|but|for)\\s+)?(?:my|our)\\s+(?:\\p{L}+\\s+)?(?:${any(ACQUAINTANCES)})\\b[^?]*`,
  'iu',
);
const I_THINK = /,?\s+i\s+(?:think|guess|believe|suppose|heard|read|mean|reckon)\b,?/i;

/** "Is there a fund, my mum asks?": a question without who wants to know, and "i think". */
export function withoutAsker(question: string): string {
  const left = question.replace(BY_WHOM, '').replace(I_THINK, '');
  return contentOf(left).length > 0 ? left : question;
}

/** True for "Can you settle it?", "any ideas?": what is asked stands elsewhere. */
export function isBareRequest(text: string): boolean {
  return REQUESTS.test(text) && contentOf(text).every((word) => BARE.has(word));
}

/** True for what somebody tells of themselves alone. */
export function isOwnAffair(clause: string): boolean {
  const busy = BUSY.test(clause) && OF_ERRAND.test(clause);
  return busy || BY_THE_WAY.test(clause) || OF_MINE.test(clause) || OF_CIRCUMSTANCE.test(clause);
}

/** What a statement says, taken apart. */
export interface Told {
  /** What it is about, without how its teller came to it; '' where it is the teller's own affair. */
  readonly matter: string;
  /** Where they were told it; '' where they do not say. Also in `matter`. */
  readonly place: string;
  /** What the teller is busy with: "visas" of "my thesis on visas". */
  readonly topic: string;
  /** What is wanted in it, or asked within it; '' for nothing. */
  readonly wanted: string;
}

/**
 * @param statement a sentence that asks nothing
 * @example takeApart('My prof says there is a scheme for ovens').matter // 'a scheme for ovens'
 */
export function takeApart(statement: string): Told {
  const matters: string[] = [];
  const topics: string[] = [];
  let place = '';
  const wants: string[] = [];
  for (const clause of statement
    .replace(/[.!?\s]+$/, '')
    .replace(/\b(i|we|he|she|they)'d\b/gi, '$1 would')
    .split(CLAUSES)) {
    const within = questionWithin(clause);
    if (within !== undefined) {
      wants.push(within);
      continue;
    }
    const heard = clause.replace(HEARD, '');
    const attended = isOwnAffair(clause) ? ATTENDED.exec(clause)?.[1] : undefined;
    if (attended !== undefined && wordsOf(attended).some((word) => OCCASIONS.has(word))) {
      place = `at ${attended}`;
      matters.push(place);
      continue;
    }
    const wanted = WANTED.exec(clause)?.[1];
    const topic = (ERRAND.exec(clause) ?? (isOwnAffair(clause) ? ON.exec(clause) : null))?.[1];
    if (wanted !== undefined && !ERRAND.test(wanted)) wants.push(wanted.replace(PASSAGE, ''));
    else if (topic !== undefined && (isOwnAffair(clause) || wanted !== undefined)) topics.push(topic);
    else if (heard !== '' && !isOwnAffair(heard)) matters.push(heard);
  }
  return { matter: matters.join(' '), place, topic: topics.join(' '), wanted: wants.join(' ') };
}
