/** Who: for whom somebody spoke, who said what, who somebody is. */
import { ABOUT, ADVISE, SAY, SAY_OR_NOUN, type Shape, SOMEBODY, shape } from './shape.ts';

const PART = 'opening|closing|keynotes?|panel';
const partOf = (word: string): string => (word === 'panel' ? 'panellists' : word);

/** Who played a part: stands before the facts of a session, whose speakers are all of them. */
export const PARTS: readonly Shape[] = [
  shape(
    '^who (?:all )?(?:was|were|is|are) (?:all )?(?:there |present |here )?(?:at|in|on) (?<rest>.+)$',
    (part) => ({
      want: 'people',
      rest: `at ${part('rest')}`,
    }),
  ),
  // What somebody is stands before the facts of events: "where does Charles work" asks for no venue.
  shape(
    '^(?:where|for whom|(?:for )?(?:which|what) (?:organi[sz]ation|company|institution|university|union|ministry|firm|body|agency|association|federation|council|employer|department|office|country)) (?:does|did|do|is|was) (?<rest>(?!the ).+?) (?:work(?:ing)?|employed|teach|belong|represent|stand|speak|come|lead|head|chair|run)(?: for| at| in| to| from)?$',
    (part) => ({ want: 'role', rest: part('rest') }),
  ),
  shape(
    '^what (?:is|was) (?!the )(?<rest>(?:(?!(?:for|who|that|which|about|on|done|said|in|at) )\\S+ ){1,5}?)(?:job title|job|role|position|title|affiliation|occupation|profession)$',
    (part) => ({ want: 'role', rest: part('rest') }),
  ),
  shape(
    `^who (?:spoke|was|were|talked) (?:at|in|during|on) (?:the )?(?<by>${PART})\\b(?: (?:remarks|session|speech|speeches|discussion))?(?<rest>(?: (?:of|at|in) .*)?)$`,
    (part) => ({ want: 'people', by: partOf(part('by')), rest: part('rest') }),
  ),
  shape(
    `^(?:who (?:were|are) )?(?:list |show |name )?(?:me )?(?:the |all )?(?<by>${PART}) speakers?(?<rest>(?: (?:of|at|in) .*)?)$`,
    (part) => ({ want: 'people', by: partOf(part('by')), rest: part('rest') }),
  ),
];

export const PEOPLE: readonly Shape[] = [
  shape(
    '^(?:who|which (?:speakers?|people|persons?|experts?|panell?ists?)) (?:spoke|speaks|talked|appeared|was there|were there|came|participated|took part|presented) (?:for|on behalf of|from|as|representing)(?<by>.*)$',
    (part) => ({ want: 'people', by: part('by'), rest: '' }),
  ),
  shape(
    '^(?:who|which (?:speakers?|people|persons?)) (?:represented|represents|works? (?:for|at)|worked (?:for|at)|is from|was from|were from|came from|are from|from)(?<by>.*)$',
    (part) => ({ want: 'people', by: part('by'), rest: '' }),
  ),
  shape(
    '^(?:(?:the|all|any) )*(?:speakers?|people|persons?|panell?ists?|officials?|experts?) (?:from|of|for|representing|at)(?<by>.*)$',
    (part) => ({ want: 'people', by: part('by'), rest: '' }),
  ),
  shape(
    '^(?:who|which (?:speakers?|people)) (?:gave|made|held|delivered) (?:the |an? )?(?:two |three |four |five )?(?<by>opening|closing|keynotes?)\\b(?: (?:remarks|speech|speeches|address|addresses|session))?(?<rest>.*)$',
    (part) => ({ want: 'people', by: part('by'), rest: part('rest') }),
  ),
  shape('^(?:who|which (?:speakers?|people)) (?<by>opened|closed)\\b(?<rest>.*)$', (part) => ({
    want: 'people',
    by: part('by') === 'opened' ? 'opening' : 'closing',
    rest: part('rest'),
  })),
  shape(`^(?:${SOMEBODY}) (?:else )?(?:has |have |had )?(?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    want: 'people',
    kinds: ['recommendation'],
    rest: part('rest'),
  })),
  shape(
    `^(?:${SOMEBODY}) (?:else )?(?:has |have |had )?(?:${SAY}|${SAY_OR_NOUN}|deals? with|dealt with|worked on|works on|addressed|brought up|referred to|covered)\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({ want: 'people', rest: part('rest') }),
  ),
  // "Which Fujitsu manager spoke …": whom somebody stands for stands before what they are.
  shape(
    `^(?:which|what) (?<by>(?!of\\b|the\\b)(?:\\S+ ){1,3}?)(?:managers?|executives?|officials?|representatives?|experts?|speakers?|delegates?|employees?|researchers?|spokes\\S+|wom[ae]n|m[ae]n|lad(?:y|ies)|guys?) (?:spoke|talked|took part|participated|appeared|was there|were there)\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({ want: 'people', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^(?:what (?:is|was) )?(?:the )?(?:job|job title|office|affiliation|post|employer) of (?<rest>.+)$',
    (part) => ({ want: 'role', rest: part('rest') }),
  ),
  shape(
    '^who (?:is|was|are|were)(?<rest> .+?)(?: and what (?:did|does|do|has) (?:s?he|they) .*)?$',
    (part) => ({
      want: 'role',
      rest: part('rest'),
    }),
  ),
  shape(
    '^(?:did|does|has|have) (?:anyone|anybody|someone|somebody|any of them|any speaker) (?<rest>.*)$',
    (part) => ({
      want: 'people',
      rest: part('rest'),
    }),
  ),
  shape('^who\\b(?<rest>.*)$', (part) => ({ want: 'people', rest: part('rest') })),
];
