/** Which organizations took part. Stands before the facts: what took part was no speaker. */
import { type Shape, shape } from './shape.ts';

const ORGANIZATIONS = 'organi[sz]ations?|institutions?|bodies|entities';
const TOOK_PART =
  'took part|take part|participated?|(?:were|was|are|is|been) (?:represented|present|involved)|had (?:people|speakers)|sent (?:people|speakers)';
const BEING = `${TOOK_PART}|attended|joined|spoke|(?:are|were) there|exist(?:ed)?|appear(?:ed)?`;
const ASKED =
  '(?:(?:which|what|list|show|name|give|are there|were there)(?: me| us)? )?(?:all |the |any |of the |other )*';

export const ORGANIZATIONS_SHAPES: readonly Shape[] = [
  shape(
    `^${ASKED}(?:${ORGANIZATIONS})(?<from>(?: (?:from|of|based in|on) .+?)?)(?: that| which| who| have| has| had)* (?:${BEING})\\b(?<rest>.*)$`,
    (part) => ({ want: 'organizations', rest: `${part('from')} ${part('rest')}`.trim() }),
  ),
  // "Which universities took part": a kind of organization.
  shape(
    `^(?:which|what) (?!(?:people|persons?|speakers?|experts?|panell?ists?|participants?|countr(?:y|ies)|sessions?|events?)\\b)(?<kind>\\S+(?: \\S+){0,3}?)(?: have| has| had)? (?:${TOOK_PART})\\b(?<rest>.*)$`,
    (part) => ({ want: 'organizations', rest: `${part('kind')} ${part('rest')}`.trim() }),
  ),
  shape(
    `^(?:(?:list|show|name|give)(?: me| us)? )?(?:all |the )*(?:organi[sz]ations)(?<rest>(?: (?:from|in|at|of|behind|based in) .*)?)$`,
    (part) => ({ want: 'organizations', rest: part('rest') }),
  ),
  shape(
    `^(?:which|what) (?:organi[sz]ations) (?:are|were|is) (?<rest>(?:from|in|at|of|based in) .*)$`,
    (part) => ({ want: 'organizations', rest: part('rest') }),
  ),
];
