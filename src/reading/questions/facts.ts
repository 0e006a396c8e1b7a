/** Facts of a session: when, where, in which language, who organized it, which goals it names. */
import type { Want } from '../query.ts';
import { EVENT, type Shape, shape } from './shape.ts';

const ROLES: readonly (readonly [RegExp, Want])[] = [
  [/^(?:moderat|chair|facilitat)/, 'moderators'],
  [/^(?:organi[sz]|host|held|conven|r[au]n)/, 'organizers'],
  [/^(?:fund|financ|paid|donor|put up|foot|pick|bankroll|b(?:ear|ore)|came up|cover)/, 'funders'],
  [/^(?:support|sponsor|back|partner)/, 'supporters'],
];

/** Expressions for paying for something. */
const PAID =
  '(?:put up|came up with) (?:the |some )?(?:money|cash|funds) for|put (?:the |some )?(?:money|cash|funds) into|foot(?:ed)? the bill (?:for|of)|picked up the (?:tab|bill) for|bankrolled|(?:bore|bear|covered) the (?:costs?|expenses) of';

const roleOf = (word: string): Want => ROLES.find(([pattern]) => pattern.test(word))?.[1] ?? 'speakers';

export const FACTS: readonly Shape[] = [
  shape(
    '^(?:when|on (?:what|which) (?:date|day)) (?:was|were|is) (?<rest>.+?) (?:published|issued|released|posted|dated)\\b.*$',
    (part) => ({ want: 'published', rest: part('rest') }),
  ),
  shape(
    '^(?:when|on (?:what|which) (?:date|day)) did (?<by>.+?) (?:publish|issue|release|post) (?:its |their |the |an? )?(?<rest>.+)$',
    (part) => ({ want: 'published', rest: `${part('by')} ${part('rest')}` }),
  ),
  shape(
    '^(?:what (?:is|was) )?(?:the )?(?:publication|release|issue) date (?:of|for)(?<rest>.*)$',
    (part) => ({
      want: 'published',
      rest: part('rest'),
    }),
  ),
  shape(
    '^(?:what (?:is|was) )?(?:the )?date of (?:publication|release|issue) (?:of|for)(?<rest>.*)$',
    (part) => ({
      want: 'published',
      rest: part('rest'),
    }),
  ),
  // When something began that is no event: what was said of it tells.
  shape(
    '^(?:(?:in )?(?:when|what year|which year)) (?:was|were|has|did) (?<rest>.+? (?:founded|established|set up|created|formed|introduced|launched))\\b(?<more>.*)$',
    (part) => ({
      want: 'date',
      rest: `${part('rest')} ${part('more')}`.replace(/ set up\\b/, ' founded').trim(),
    }),
  ),
  shape(
    '^(?:since when|since what year|since which year|how long) (?:does|do|has|have|did) (?<rest>.+?) (?:exist(?:ed)?|been (?:around|there|active|running)|operated?)$',
    (part) => ({ want: 'date', rest: `${part('rest')} founded` }),
  ),
  shape('^since when (?:was|were|is|are|does|do|did|has|have)\\b(?<rest>.*)$', (part) => ({
    want: 'date',
    rest: part('rest'),
  })),
  shape(
    '^(?:on |in )?(?:when|what date|which date|(?:what|which) (?:week ?)?days?(?: of the week)?|what dates|which dates|which year|what year|which month|what month)\\b(?: and (?:at )?(?:what|which) time(?: of (?:the )?day)?)?(?: (?:was|is|were|did|does|will|has))?(?<rest>.*)$',
    (part) => ({ want: 'date', rest: part('rest') }),
  ),
  shape('^(?:what (?:is|was) )?(?:the )?date (?:of|for)(?<rest>.*)$', (part) => ({
    want: 'date',
    rest: part('rest'),
  })),
  // "The aims of the webinar", "what was the session about": only of an event, since a policy has aims as well.
  shape(
    `^(?:what (?:was|is|were|are) )?(?:the |its )?(?:main )?(?:aims?|purposes?|objectives?|themes?|focus|subjects?|topics?|summary|description|agenda) (?:of|at|for|in) (?<rest>.*\\b${EVENT}\\b.*)$`,
    (part) => ({ want: 'summary', rest: part('rest') }),
  ),
  shape(
    `^(?:what|which (?:topics?|subjects?|themes?))(?! (?:\\S+ ){0,3}?(?:poll|vote|survey|quiz|remark|statement|recommendation)s? )(?: (?:did|does|was|were|is))? (?<rest>.*\\b${EVENT}\\b.*?) (?:set out to \\S+|aim(?:ed)?(?: (?:at|to|for))?(?: do| achieve)?|(?:all )?about|dealt? with|cover(?:ed)?|tr(?:y|ied) to \\S+|meant to \\S+|for)$`,
    (part) => ({ want: 'summary', rest: part('rest') }),
  ),
  shape(`^(?:summari[sz]e|(?:a |the )?summary of|sum up) (?<rest>.*\\b${EVENT}\\b.*)$`, (part) => ({
    want: 'summary',
    rest: part('rest'),
  })),
  // "Which countries did the research look at": of an event or its project, since much else is said of countries.
  shape(
    `^(?:which|what|all)(?: of)?(?: the)? countries(?: that| which)?\\b(?=.*\\b(?:${EVENT}|research|stud(?:y|ies)|project|archive|took part|take part|participated?|represented)\\b)(?: (?:did|does|do|were|was|are|is|has|have))?(?<rest>.*?)(?: (?:look(?:ed)? at|cover(?:ed)?|stud(?:y|ied)|examined?|compared?|included?|mention(?:ed)?|represented|took part|take part|participated?|involved))*(?<at>(?: (?:in|at|by|for) .*)?)$`,
    (part) => ({ want: 'countries', rest: `${part('rest')} ${part('at')}`.trim() }),
  ),
  shape(
    '^(?:from when (?:to|till|until) when|between (?:what|which) (?:times|hours))\\b(?: (?:was|is|did|does|will))?(?<rest>.*?)(?: (?:last|run|go on|take place|be held))?$',
    (part) => ({
      want: 'time',
      rest: part('rest'),
    }),
  ),
  shape('^(?:in )?(?:which|what) time ?zones?\\b(?: (?:was|is|are|were))?(?<rest>.*)$', (part) => ({
    want: 'time',
    rest: part('rest'),
  })),
  shape(
    `^(?:at |from |until |till )?(?:what|which) (?:time|hours?)\\b(?: (?:was|is|did|does|will))?(?<rest>.*?)(?: (?:start|begin|open|end|finish|last)s?(?: at)?)?$`,
    (part) => ({ want: 'time', rest: part('rest') }),
  ),
  shape(
    '^(?:where|in (?:which|what) (?:city|town|place|venue|room|location|building)(?: or (?:city|town|place|venue|room|location|building))?)\\b(?: (?:was|is|were|did|does))?(?<rest>.*)$',
    (part) => ({ want: 'place', rest: part('rest') }),
  ),
  // "Who were the moderators?", of no event: those of all.
  shape(
    '^(?:who (?:was|were|is|are) |list |show |name )?(?:all )?(?:the )?(?<by>moderators|panell?ists|keynotes)$',
    (part) => ({
      want: 'people',
      by: part('by'),
      rest: '',
    }),
  ),
  shape(
    '^who (?:was|were|is|are) (?:the |an? )?(?<role>moderators?|organi[sz]ers?|hosts?|funders?|donors?|supporters?|sponsors?|speakers?|panell?ists?|keynotes?|chairs?)(?: speakers?)?\\b(?: (?:of|at|for|in|on))?(?<rest>.*)$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape(
    '^who (?:was|were|is|are) (?<role>moderating|organi[sz]ing|hosting|funding|financing|supporting|sponsoring|chairing|facilitating)\\b(?<rest>.*)$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape(
    '^(?:the |all )?(?<role>moderators?|organi[sz]ers?|hosts?|funders?|donors?|supporters?|sponsors?|chairs?) (?:of|at|for|in|behind)\\b(?<rest>.*)$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape(
    `^(?:who|(?:which|what) (?:\\S+ ){0,2}?(?:organi[sz]ations?|groups?|bodies|agenc(?:y|ies)|ministr(?:y|ies)|institutions?|governments?|unions?|universit(?:y|ies)|banks?|compan(?:y|ies)|firms?|foundations?|countr(?:y|ies))) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|held|convened|funded|financed|paid for|${PAID}|supported|sponsored|backed|spoke at|spoke in|took part|participated|presented at)\\b(?: (?:in|at|by))?(?<rest>.*)$`,
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  // … and in the order of words that other languages leave behind: "who has the segment moderated".
  shape(
    '^(?:who|by whom) (?:was|were|has|have) (?<rest>.+?) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|funded|financed|supported|sponsored)(?: by)?$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape('^(?:which|what) (?:sdgs?|goals?|sustainable development goals?)\\b(?<rest>.*)$', (part) => ({
    want: 'goals',
    rest: part('rest'),
  })),
  shape(
    '^(?:(?:under )?(?:which|what)) (?:wsis )?action lines?\\b(?: (?:did|does|was|is|are|were))?(?<rest>.*?)(?: (?:fall|come|go|run) under| belong(?:s|ed)? to| cover(?:s|ed)?| serve(?:s|d)?| relate(?:s|d)? to| fall)?$',
    (part) => ({ want: 'lines', rest: part('rest') }),
  ),
];
