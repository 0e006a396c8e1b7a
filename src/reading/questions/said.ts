/** What somebody said or recommended. */
import { ABOUT, ADVISE, SAY, SAY_OR_NOUN, type Shape, shape } from './shape.ts';

const WHAT_DID = '^(?:and )?what (?:else )?(?:did|does|do|has|have|had)';

/** At least one word besides an article, so that "the report" is not cut in two. */
const MAKER = '(?<by>(?:(?:the|this|that|an?) \\S+|(?!(?:the|this|that|an?) )\\S+)(?: \\S+)*?)';

export const SAID: readonly Shape[] = [
  // "Charles: what did she say at the session?"
  shape(
    `^(?!(?:who|what|when|where|which|how|and|did|does) )(?<by>\\S+(?: \\S+){0,4}?)(?: and)? what (?:else )?(?:did|does|has|have) (?:s?he|they) (?:have to )?(?:${SAY}|${ADVISE})\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  // "What did we hear from Nepal": whoever spoke from there, and what was told of it.
  shape(
    `^what (?:else )?(?:did|do|have|could) (?:we|you|i|people|they|one|everybody) (?:hear|heard|learn|learned|learnt|get|got|get to hear) from (?<rest>.+)$`,
    (part) => ({ want: 'remarks', by: part('rest'), reported: true, rest: '' }),
  ),
  shape(
    '^what (?:was|were|is) (?:said|discussed|talked about|mentioned|told)(?: (?:there|about|on|at|in)\\b)*(?<rest>.*)$',
    (part) => ({ want: 'remarks', rest: part('rest') }),
  ),
  // "What did Ms Roy ask ministers to do?": what she recommended, with whom she asked it of among the words.
  shape(
    `${WHAT_DID} (?<by>.+?) (?:ask|asked|urge|urged|tell|told|want|wanted|advise|advised|call on|called on|expect|expected|demand of|demanded of|request|requested) (?<rest>.+?) to do\\b(?<more>.*)$`,
    (part) => ({
      want: 'remarks',
      by: part('by'),
      kinds: ['recommendation'],
      rest: `${part('rest')} ${part('more')}`.trim(),
    }),
  ),
  shape(
    `${WHAT_DID} (?<by>(?:(?!(?:${ADVISE})\\b)\\S+ )+?)(?:have to )?(?:${SAY})\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({
      want: 'remarks',
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  shape(`${WHAT_DID} (?<by>.+?) (?:have to )?(?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    want: 'remarks',
    by: part('by'),
    kinds: ['recommendation'],
    rest: part('rest'),
  })),
  shape(`${WHAT_DID} ${MAKER} (?:${SAY_OR_NOUN})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    want: 'remarks',
    by: part('by'),
    rest: part('rest'),
  })),
  shape(`^(?:and )?(?:did|does|has|have) (?<by>.+?) (?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    want: 'remarks',
    by: part('by'),
    kinds: ['recommendation'],
    rest: part('rest'),
  })),
  shape(`^(?:and )?(?:did|does|has|have) (?<by>.+?) (?:${SAY})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    want: 'remarks',
    by: part('by'),
    rest: part('rest'),
  })),
  shape(
    '^(?:(?:summari[sz]e|sum up|describe|outline|recap|what was in|what was said in) )?(?:the |an? )?(?:speech|talk|address|presentation|keynote|intervention|contribution)(?: given| held| made)? (?:of|by|from) (?<by>.+?)(?: (?:about|on|regarding|concerning) (?<rest>.*))?$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^(?:what (?:was|were|is|are) (?:the )?)?(?:views?|opinions?|positions?|remarks?|statements?|interventions?|contributions?|comments?|words?|quotes?|everything|anything|all)(?: said| made| given)? (?:of|by|from) (?<by>.+?)(?: (?:about|on|regarding|concerning) (?<rest>.*))?$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^(?:what|which) (?:numbers?|figures?|statistics|data) (?:did|does|do|has|have) (?<by>.+?) (?:give|gave|given|mention|mentioned|quote|quoted|cite|cited|present|presented|name|named|use|used|provide|provided|state|stated|report|reported)\\b(?: (?:about|on|for))?(?<rest>.*)$',
    (part) => ({ want: 'remarks', by: part('by'), kinds: ['figure'], rest: part('rest') }),
  ),
  // "Tell me what the minister said about visas": the question as a clause.
  shape(
    '^what (?!(?:is|are|was|were|has|have|had|should|could|would) )(?<by>.+?) (?:has |have |had )?(?:said|told|thought|argued|mentioned|stressed|explained|remarked|claimed|proposed|suggested|recommended|noted|stated) (?:about|on|regarding|concerning) (?<rest>.*)$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  // "Views on migration by the professor": the same with the maker behind the subject.
  shape(
    '^(?:what (?:was|were|is|are) (?:the )?)?(?:views?|opinions?|positions?|remarks?|statements?|comments?|quotes?|words?) (?:about|on|regarding|concerning) (?<rest>.+?) (?:by|from) (?<by>.+)$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
];
