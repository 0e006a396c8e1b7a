/**
 * Plain questions: what the wording of a question says about what is wanted, taken off the words that are searched for.
 * The first shape that fits is used, so the order of the lists is the order of preference.
 */
import { EXCLUDING, PERSON_WORDS } from '../../lexicon/en/operators.ts';
import { SESSION_WANTS } from '../query.ts';
import { ABOUT_THE_BOT } from './about-the-bot.ts';
import { ADVICE } from './advice.ts';
import { COMPARE } from './compare.ts';
import { DOCUMENTS } from './documents.ts';
import { FACTS } from './facts.ts';
import { FIGURES } from './figures.ts';
import { KINDS } from './kinds.ts';
import { MEANING } from './meaning.ts';
import { ORGANIZATIONS_SHAPES } from './organizations.ts';
import { OVERVIEW } from './overview.ts';
import { PARTS, PEOPLE } from './people.ts';
import { SAID } from './said.ts';
import { SESSIONS } from './sessions.ts';
import { EVENT, type Reading } from './shape.ts';

export type { Reading } from './shape.ts';

const SHAPES = [
  ...ABOUT_THE_BOT,
  ...OVERVIEW,
  ...COMPARE,
  ...SAID,
  ...ADVICE,
  ...FIGURES,
  ...DOCUMENTS,
  ...PARTS,
  ...ORGANIZATIONS_SHAPES,
  ...FACTS,
  ...PEOPLE,
  ...SESSIONS,
  ...KINDS,
  ...MEANING,
];

const POLITE =
  /^(?:(?:and|but|also|or)(?= (?:what|who|which|when|where|how|why) )|hi|hello|hey|dear|(?:would|could) you be so kind as to(?: tell| show| give)?(?: me| us)?|rapporteur|please|pls|thanks|ok|okay|well|so|then|now|um|just|only(?= the )|(?:can|could|would|will) you(?: please| kindly)*(?: tell| show| give| find| remind| let)?(?: me| us)?(?: know)?|(?:remind|let) (?:me|us)(?: know)?|kindly(?: tell| show| give| remind)?(?: me| us)?|(?:i|we) (?:want|need|would like|d like|wish)(?: to)?(?: know| see| find| hear)?|do you know|(?:i am|im|we are) (?:looking|searching) for|tell (?:me|us)(?! (?:more )?about)|(?:show|give|find|get|list)(?: (?:me|us))?(?= (?:who|what|when|where|which|how|recommendations?|sessions?|(?:all )?(?:the )?(?:speakers?|people|panell?ists?)|everything|all)))\b ?/;

const GENERIC_SOURCE =
  /^(?:the )?(?:speakers?|participants?|panell?ists?|experts?|documents?|sources?|reports?|archive|people|webinar|session|event)\b/;

/** What a document is called. */
const DOCUMENT = '(?:page|report|news item|article|agenda)';

/** "In the ILO report, what …", "according to the ILO, who …": the place or the source before the question. */
const FRONT = new RegExp(
  `^(?:(?:in|at|during) (?:the |this |that )?(?<at>(?:[\\p{L}\\p{N}]+ ){0,6}?(?:${EVENT}|${DOCUMENT})(?: \\d+)?)|according to (?<by>.+?)) (?<rest>(?:what|who|which|how|when|where|why|did|does|was|were|is|are) .+)$`,
  'u',
);

/** "Who was it again that …", "who is the one who …". */
const WHO_WAS_IT =
  /^who (?:was it|is it|was the (?:one|person|speaker)|is the (?:one|person|speaker)|were the (?:ones|people|speakers)) (?:again )?(?:that |who )/;

/** "What is the name of the lady from Ireland who …". */
const PERSON = `(?:${[...PERSON_WORDS].join('|')})`;
const NAME_OF_SOMEBODY = new RegExp(
  `^(?:what (?:is|was|are|were) )?(?:the )?(?:full |first |last )?names? of (?:the |that |those |all )*(?<which>(?:\\S+ ){0,3}?)${PERSON}\\b (?<rest>.+)$`,
);
const POST =
  '(?:names?|functions?|posts?|positions?|roles?|jobs?|titles?|affiliations?|organi[sz]ations?|employers?)';
/** "What is her name and function": somebody whom the rest of the message describes. */
const NAME_OF_HER = new RegExp(
  `^what (?:is|was|are|were) (?:his|her|their) ${POST}(?: and (?:his |her |their )?${POST})* (?:the |that |those )?${PERSON}\\b (?<rest>.+)$`,
);

/** "Who the lady from the union": what is left of "The lady from the union, who was that?". */
const SOMEBODY_FROM = new RegExp(`^who (?:the|that) (?:${[...PERSON_WORDS].join('|')}) from (?<rest>.+)$`);

/** "The speakers based in Peru" are those from there. */
const BASED_IN =
  /(?<who>\b(?:who|speakers?|people|persons?|experts?|panell?ists?|participants?|moderators?)(?: (?:is|are|was|were))?) (?:based|living|working|located|residing) (?:in|at) /;

/** An event and nothing else. */
const EVENT_ALONE = new RegExp(
  `^(?!(?:of|at|in|during|from) )(?:the |this |that )?(?:[\\p{L}\\p{N}]+ ){0,3}${EVENT}$`,
  'u',
);

/** "in the 2020 webinar", "at the WSIS session": an event told by a few words and what kind of event it is. */
const AT_EVENT = new RegExp(
  ` ?\\b(?:in|at|during|from|of|behind) (?:the |this |that )?(?<at>(?:[\\p{L}\\p{N}]+ ){0,6}?(?:panel discussion|${EVENT}|${DOCUMENT})(?: \\d+)?)$`,
  'u',
);

/**
 * Reads a question.
 * @param words folded words, single spaces, no punctuation
 * @returns what the wording says, and the words left to search for; the words themselves where no shape fits
 */
export function readQuestion(words: string): Reading {
  let text = words;
  for (let round = 0; round < 5; round++) {
    const shorter = text.replace(POLITE, '');
    if (shorter === text || shorter === '') break;
    text = shorter;
  }
  const left = LEFT_OUT.exec(text)?.groups;
  if (left?.asked !== undefined) {
    const asked = readQuestion(left.asked);
    return { ...asked, rest: `${asked.rest} ${left.how} ${left.what}`.trim() };
  }
  const elsewhere = NOT_THERE.exec(text)?.groups?.asked;
  if (elsewhere !== undefined) {
    const asked = readQuestion(elsewhere);
    // What was said at one event was not said at the other.
    if (asked.at !== undefined) return asked;
  }
  const echoed = ECHOED.exec(text)?.groups;
  if (echoed !== undefined) text = `${echoed.asks} ${echoed.rest}`;
  text = text.replace(ATTENDED_BY, 'how many attended $<rest>');
  if (/^(?:and )?what\b/.test(text)) text = text.replace(REQUIRED, 'need requirements ');
  text = text
    .replace(WHO_WAS_IT, 'who ')
    .replace(NAME_OF_SOMEBODY, 'who $<which>$<rest>')
    .replace(NAME_OF_HER, 'who $<rest>')
    .replace(SOMEBODY_FROM, 'who from $<rest>')
    .replace(BASED_IN, '$<who> from ');
  const front = FRONT.exec(text)?.groups;
  if (front?.rest !== undefined) {
    const asked = readQuestion(front.rest);
    if (front.at !== undefined && asked.at === undefined) return { ...asked, at: front.at };
    if (front.by !== undefined && asked.by === undefined && !GENERIC_SOURCE.test(front.by))
      return { ...asked, by: front.by, reported: true };
    return asked;
  }
  const { rest, by } = takeSource(text);
  const reading = takeEvent(readShape(rest));
  return by !== undefined && reading.by === undefined ? { ...reading, by, reported: true } : reading;
}

/** "… besides the one on mesh size": what is left out stands apart from what is asked. */
const LEFT_OUT = new RegExp(
  `^(?<asked>.+?)(?: (?:is|are|was|were) there)? (?<how>${EXCLUDING.filter((one) => one.length > 'without'.length).join('|')}|except|besides) (?:the |that |those )?(?:ones? |those )?(?<what>(?:on|about|by|from|of) .+)$`,
);

/** "… at the hearing only, not at the workshop". */
const NOT_THERE = /^(?<asked>.+?)(?: only| alone)? (?:and |but )?not (?:at|in|during) .+$/;

const ATTENDED_BY = /^(?<rest>.+?) (?:was|were|got) attended by how many(?: \S+)?$/;
/** "The webinar was interpreted into how many languages": what is asked stands at the end. */
const ECHOED =
  /^(?<rest>(?!(?:how|what|which|who|whom|whose|when|where|why|in|at|on|to|for|according) ).+?) (?<asks>(?:in|into|on|at|to|for|from|with) (?:how many|how much|which|what|whom) (?:\S+ ?){1,3})$/;

/** "What do students need to get an internship": what is required for it. */
const REQUIRED =
  /\b(?:need|needs|needed|have|has|had|take|takes|must do) to (?=(?:get|obtain|enter|join|qualify|be (?:admitted|accepted|allowed|eligible)|receive|apply|become|come in|come to)\b)/;

function readShape(text: string): Reading {
  for (const { pattern, read } of SHAPES) {
    const match = pattern.exec(text);
    if (match) return read((name) => (match.groups?.[name] ?? '').trim());
  }
  return { rest: text };
}

/** "…, according to the speakers": a generic maker adds nothing; a named one is the maker. */
function takeSource(text: string): { rest: string; by?: string } {
  const match = /^(.*?)\b(?:according to|in the view of|in the words of) (.+)$/.exec(text);
  const [, before = '', source = ''] = match ?? [];
  if (!match || before.trim() === '') return { rest: text };
  return GENERIC_SOURCE.test(source) ? { rest: before.trim() } : { rest: before.trim(), by: source };
}

/** Takes the event off the end of what is searched for. */
function takeEvent(reading: Reading): Reading {
  // The words of such questions are those of the event, of the document, or name no other.
  const { want } = reading;
  const ofEvent =
    want !== undefined && (SESSION_WANTS.has(want) || want === 'materials' || want === 'published');
  if (ofEvent || reading.command === 'sessions') return reading;
  const part = reading.rest !== '' ? 'rest' : reading.to !== undefined ? 'to' : undefined;
  if (part === undefined) return reading;
  const text = reading[part] ?? '';
  // "Who opened the webinar?": the event is all that is left.
  const whole = reading.want === 'people' && EVENT_ALONE.test(text);
  const match = AT_EVENT.exec(whole ? ` at ${text}` : ` ${text}`);
  if (whole && match?.groups?.at) return { ...reading, [part]: '', at: match.groups.at };
  const at = match?.groups?.at;
  if (!match || at === undefined) return reading;
  return { ...reading, [part]: ` ${text}`.slice(0, match.index).trim(), at };
}
