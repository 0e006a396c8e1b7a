/** Which sessions. */
import { EVENT, EVENTS, type Shape, shape } from './shape.ts';

const DID: readonly (readonly [RegExp, string])[] = [
  [/^(?:organi|host|conven|held|hold|run|ran)/, 'organized'],
  [/^(?:support|sponsor|back)/, 'supported'],
  [/^(?:fund|financ|pay|paid)/, 'funded'],
  [/^(?:moderat|chair|facilitat)/, 'moderated'],
];
const DOING =
  'organi[sz]ed?|hosted|host|convened?|held|hold|ran|run|supported|support|sponsor(?:ed)?|back(?:ed)?|fund(?:ed)?|financed?|pa(?:y|id) for|moderated?|chair(?:ed)?|facilitated?';
const participle = (verb: string): string => DID.find(([pattern]) => pattern.test(verb))?.[1] ?? '';

/** How people begin to tell the fact. */
const STATING =
  'how many (?:people|participants|attended|came|took|were|there)|what time|what hours?|which time|the (?:exact )?(?:time|hours?|attendance|venue|place|city|languages?|organi[sz]ers?|hosts?|funders?|chair|moderators?|number of (?:people|participants|attendees))|where|in which languages?|which languages?|who (?:paid|funded|financed|organi[sz]ed|hosted|held|chaired|moderated|facilitated)|when it (?:began|started)|(?:a |any )(?:venue|place|time|chair|moderator|funder|language)';

/** By which words people ask for a fact of an event. */
const STATED: readonly (readonly [RegExp, string])[] = [
  [/how many|attend|participants|turn-?out|number of/, 'attendance'],
  [/time|hours?|\bbeg[iau]n|start/, 'hours'],
  [/where|place|venue|city|town|location|country/, 'place'],
  [/language/, 'languages'],
  [/paid|fund|money|financ/, 'funders'],
  [/chair|moderat|facilitat/, 'moderators'],
  [/organi[sz]|host|held it|conven/, 'organizers'],
];
const factIn = (text: string): string | undefined => STATED.find(([pattern]) => pattern.test(text))?.[1];

export const SESSIONS: readonly Shape[] = [
  // "Which of the hearings do not say how many came?"
  shape(
    `^(?:which|what)(?: of)?(?: the| your| these)? (?:${EVENTS}|${EVENT}s)(?: in (?:the|your|this) archive)? (?:do|does|did) (?<not>not )?(?:say|tell|state|mention|give|show|name|record|report|reveal|indicate|specify)(?: at| us)? (?<fact>(?:${STATING}).*)$`,
    (part) => ({
      command: 'sessions',
      states: { fact: factIn(part('fact')) ?? 'attendance', not: part('not') !== '' },
      rest: '',
    }),
  ),
  // A webinar is an event of one kind: its word stays, so that it narrows the search.
  shape(
    `^(?:(?:what|which) (?:is|was|are|were) )?(?:your |the )*(?<which>oldest|earliest|newest|latest|most recent|(?:first|last)(?= (?:session|event)s?$))(?: of)?(?: your| the)* (?:(?:dated|known|recorded) )?(?:(?:sessions?|events?)\\b|(?=(?:${EVENTS})\\b))(?: (?:you know of|you know|you have|in the archive|on record))?(?<rest>.*)$`,
    (part) => ({
      command: 'sessions',
      want: /^(?:old|earl|first)/.test(part('which')) ? 'oldest' : 'newest',
      rest: part('rest'),
    }),
  ),
  // What an event is called, and of what kind it is, stands in the list of events.
  shape(
    `^(?:what|which) (?:is|was) (?:the )?(?:(?:full|exact|official|complete) )?(?:title|name|type|kind) of (?:event (?:was )?)?(?<rest>.*\\b${EVENT}\\b.*)$`,
    (part) => ({ command: 'sessions', rest: part('rest') }),
  ),
  shape(`^(?:what|which) (?:type|kind|sort) of (?:${EVENTS}) (?:was|is|were) (?<rest>.+)$`, (part) => ({
    command: 'sessions',
    rest: part('rest'),
  })),
  // "Which events did the ILO organize?" is "sessions organized by the ILO".
  shape(
    `^(?:which|what|(?:list|show)(?: me)?|all)?(?: of)?(?: the)? ?(?:${EVENTS}) (?:that |which )?(?:did |does |has |have |had )?(?!(?:was|were|is|are|been) )(?<by>.+?) (?<role>${DOING})(?<rest>(?: (?:in|on|during|before|after|since|about) .*)?)$`,
    (part) => ({
      command: 'sessions',
      rest: `${participle(part('role'))} by ${part('by')} ${part('rest')}`.trim(),
    }),
  ),
  shape(
    `^(?:which|what|any|all|list|show|find|give|get|are there|were there|is there|was there|search)(?: me)?(?: all| any| an?| of(?= the))?(?: the)?(?: other)? (?:${EVENTS})\\b(?: (?:in (?:the|your|this) archive|on record|fell|f[ae]lls?|happened|was|were|is|are|that|which|do you have|do we have|took place|have(?! no )|has(?! no )|deal(?:s|t)? with|address(?:es|ed)?|cover(?:s|ed)?|mention(?:s|ed)?|discuss(?:es|ed)?|talk(?:s|ed)? about|name(?:s|d)?|held|there|about|on|in|with)\\b)*(?<rest>.*?)(?:,? (?:and |but )?not (?:earlier|later|before(?: that)?|after(?: that)?))?$`,
    (part) => ({ command: 'sessions', rest: part('rest') }),
  ),
];
