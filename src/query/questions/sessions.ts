/** Which sessions. */
import { EVENTS, type Shape, shape } from './shape.ts';

export const SESSIONS: readonly Shape[] = [
  shape(
    `^(?:which|what|any|all|list|show|find|give|get|are there|were there|is there|was there|search)(?: me)?(?: all| any| an?)?(?: the)?(?: other)? (?:${EVENTS})\\b(?: (?:was|were|is|are|took place|have|has|deal(?:s|t)? with|address(?:es|ed)?|cover(?:s|ed)?|mention(?:s|ed)?|discuss(?:es|ed)?|talk(?:s|ed)? about|name(?:s|d)?|held|there|about|on|in|with)\\b)*(?<rest>.*)$`,
    (part) => ({ command: 'sessions', rest: part('rest') }),
  ),
];
