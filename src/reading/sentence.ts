/**
 * The questions of one sentence, each whole: where one ends and the next begins, and what they share.
 */
import { AUXILIARIES } from '../lexicon/en/messages.ts';
import { EXCLUDING } from '../lexicon/en/operators.ts';
import { isOwnAffair } from './asides.ts';
import { ASKS, AUXILIARY, any, PREPOSITION, WH } from './asks.ts';
import { looksForeign } from './foreign.ts';
import { wordsOf } from './tokens.ts';

/** "… and who …", "…, what …", "… and was Japan one of them": where one question ends and the next begins. */
const NEXT_QUESTION = new RegExp(
  `(?:[,;:]?\\s+(?:and|but|or|plus|&|also)(?:\\s+(?:also|then|please))?|[,;:]|\\s-+)\\s+(?!by\\s+how\\s+(?:much|many)\\b)(?=(?:(?:${PREPOSITION})\\s+)?(?:${WH})\\b(?!\\s+(?:not|ever|to|(?:many|much) (?:each|respectively))\\b))|[,;]?\\s+and\\s+(?=(?:was|were|is|are|did|does|do|has|have)\\s+\\S+)|(?::|\\s-+)\\s+(?=(?:${any(AUXILIARIES)})\\s)`,
  'giu',
);
/** "When and where was it held?": two question words that share what is asked. */
const SHARED = new RegExp(
  `^((?:${PREPOSITION})\\s+)?(${WH})\\s+(?:and|or|&)\\s+((?:(?:${PREPOSITION})\\s+)?(?:${WH}))\\s+(.+)$`,
  'iu',
);
/** "What did the schemes in Kenya and in Peru each achieve?": one question of each. */
const OF_EACH =
  /^(?<asked>(?:what|how|which|who|when|where)\b.*?)\s(?<where>in|at|of|for|from)\s(?<one>\S+(?:\s\S+)?)\s+and\s+(?:\k<where>\s+)?(?<other>\S+(?:\s\S+)?)\s+(?:each|respectively)\b(?<rest>.*)$/iu;
/** Verbs of coming and speaking, which take the place of an auxiliary. */
const CAME = 'came|attended|joined|spoke|participated|registered|turned up|took part|were there';
const ONE_SUBJECT = new RegExp(
  `^(?:(?:${PREPOSITION})\\s+)?(which|what|how many|how much)\\s+(?:(.{2,60}?)\\s+(?:${AUXILIARY})\\b|(.{2,40}?\\s+(?:${CAME}))\\b)`,
  'iu',
);
const NO_SUBJECT = new RegExp(
  `^((?:(?:${PREPOSITION})\\s+)?(which|what|how many|how much))\\s+(?=(?:${AUXILIARY}|${PREPOSITION}|the)\\b)`,
  'iu',
);
const VERB_OF = new RegExp(`^(${WH})\\s+((?:(?:${AUXILIARY})\\s+)?\\S+)\\s+`, 'iu');
const NO_VERB = new RegExp(`^(${WH})\\s+(?=(?:the|a|an|${PREPOSITION})\\s)`, 'iu');
const NAMES_SUBJECT = /^(?:which|what|how many|whose)\s/i;
const HAS_VERB = new RegExp(
  `\\b(?:${AUXILIARY})\\b|\\s(?:\\p{L}+ed|said|spoke|gave|took|made|came|went|led|ran|held|saw|had|got|lost|won|paid|sent|kept|left|fell|rose|grew|met|cost|found|told|thought|meant|began|put|set|cut|s)\\b`,
  'iu',
);
/** "Of the two moderators, who …": what all questions of a sentence are about stands before the first. */
const ABOUT_ALL = new RegExp(
  `^((?:(?:of|in|at|among|between|during|for|about|on|from|under)\\s[^?]{3,80}?)(?=[,:])|[^?:,]{3,40}(?=:))[,:]\\s*(?=(?:(?:${PREPOSITION})\\s+)?(?:${WH})\\b)`,
  'iu',
);

const LEAVES_OUT = new RegExp(`^(?:${any(EXCLUDING)})\\b`, 'iu');
/** "Was there somebody from Malta, and who?": one question, of which the second half says what is wanted. */
const EITHER_AND_WHO = new RegExp(
  `^(?:(?:is|are|was|were)\\s+there\\s+(?:(?:some|any)(?:body|one|thing)?\\s+)?|(?:did|does|do|has|have|is|was)\\s+(?:some|any)(?:body|one)\\s+)([^,]+?)(?:,(?:\\s+and)?|\\s+and)\\s+(?:if\\s+so,?\\s+)?(${WH}|how many|how much)\\s*\\?+$`,
  'iu',
);
/** Fewer words than this before a second question leave no first one. */
export const SHORTEST = 3;
/** The questions of one sentence, each whole. */
export function questionsIn(sentence: string): string[] {
  const about = ABOUT_ALL.exec(sentence);
  const matter = about?.[1] ?? '';
  if (about && !isOwnAffair(matter) && !looksForeign(wordsOf(matter))) {
    const [before] = about;
    const texts = questionsIn(sentence.slice(before.length));
    // "Leaving out the moderators: who spoke?": what is left out stands as well behind the question.
    if (LEAVES_OUT.test(matter)) return texts.map((text) => `${text.replace(/[?.!\s]+$/, '')} ${matter}`);
    return texts.length === 1
      ? [sentence]
      : texts.map((text) => `${text.replace(/[?.!\s]+$/, '')} ${matter}`);
  }
  const each = OF_EACH.exec(sentence)?.groups;
  if (each !== undefined) {
    const { asked = '', where = '', one = '', other = '', rest = '' } = each;
    return [one, other].map((side) => `${asked} ${where} ${side}${rest}`);
  }
  const shared = SHARED.exec(sentence);
  if (shared) {
    const [, preposition = '', one = '', other = '', rest = ''] = shared;
    return [`${preposition}${one} ${rest}`, `${other} ${rest}`];
  }
  const either = EITHER_AND_WHO.exec(sentence);
  if (either) return [`${either[2]} ${either[1]}`];
  const texts: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NEXT_QUESTION)) {
    const before = sentence.slice(from, match.index).trim();
    if (before.split(/\s+/).length < SHORTEST || lacksVerb(before)) continue;
    texts.push(before);
    from = match.index + match[0].length;
  }
  texts.push(sentence.slice(from).trim());
  const first = texts.find((text) => ASKS.test(text));
  return texts.map((text) => (first === undefined || text === first ? text : filled(text, first)));
}

/** "Which employers' body and which union backed it": half a question, which its other half completes. */
function lacksVerb(text: string): boolean {
  return NAMES_SUBJECT.test(text) && !HAS_VERB.test(text);
}

/** What a second question leaves out, from the first: its subject ("which will shrink") or its verb ("who from Indonesia"). */
function filled(text: string, first: string): string {
  const subject = ONE_SUBJECT.exec(first);
  const lacking = NO_SUBJECT.exec(text);
  if (subject && lacking && subject[1]?.toLowerCase() === lacking[2]?.toLowerCase())
    return text.replace(NO_SUBJECT, (asks) => `${asks}${subject[2] ?? subject[3]} `);
  const verb = VERB_OF.exec(first);
  const none = NO_VERB.exec(text);
  if (verb && none && verb[1]?.toLowerCase() === none[1]?.toLowerCase())
    return text.replace(NO_VERB, (asks) => `${asks}${verb[2]} `);
  return text;
}
