/** Two or three side by side: countries, people, organizations, groups, events, topics. */
import { type Shape, shape } from './shape.ts';

const ON =
  '(?: (?:on|about|regarding|concerning|over|in terms of|when it comes to|with regard to) (?<rest>.*))?';
const SIDE = '(?<one>.+?)';
const OTHER = '(?<other>.+?)';
const VERSUS = '(?:and|with|to|vs|versus|against|or)';

export const COMPARE: readonly Shape[] = [
  // "Compare the estimates of the shortage": the figures that differ stand beside each other anyway.
  shape(
    '^(?:compare|contrast)(?: all| the| different)* (?:estimates?|figures?|numbers?|statistics|forecasts?|projections?)(?: (?:of|on|for|about))?(?<rest>.*)$',
    (part) => ({ want: 'figure', rest: part('rest') }),
  ),
  shape(
    '^(?:compare|contrast)(?: all| the| different)* (?:views?|opinions?|positions?|remarks?|statements?)(?: (?:of|on|about))?(?<rest>.*)$',
    (part) => ({ want: 'remarks', rest: part('rest') }),
  ),
  shape(
    `^(?:compare|contrast|comparison (?:of|between)|a comparison (?:of|between))(?: what)? ${SIDE} ${VERSUS} ${OTHER}(?: (?:say|said|says|recommend|recommended|think|thought|do|did))?${ON}$`,
    (part) => ({ want: 'compare', sides: [part('one'), part('other')], rest: part('rest') }),
  ),
  shape(`^${SIDE} (?:vs|versus|compared (?:with|to)) ${OTHER}${ON}$`, (part) => ({
    want: 'compare',
    sides: [part('one'), part('other')],
    rest: part('rest'),
  })),
  shape(
    `^how (?:do|does|did) (?:the )?(?:views? of |positions? of )?${SIDE} (?:and|or) ${OTHER} (?:differ|compare|disagree|diverge|agree)${ON}$`,
    (part) => ({ want: 'compare', sides: [part('one'), part('other')], rest: part('rest') }),
  ),
  shape(
    `^how (?:do|does|did) ${SIDE} (?:differ|compare|disagree|diverge) (?:from|to|with) ${OTHER}${ON}$`,
    (part) => ({ want: 'compare', sides: [part('one'), part('other')], rest: part('rest') }),
  ),
  shape(
    `^(?:what (?:is|are|was|were) )?(?:the )?(?:differences?|similarit(?:y|ies)) (?:between|of) ${SIDE} and ${OTHER}${ON}$`,
    (part) => ({ want: 'compare', sides: [part('one'), part('other')], rest: part('rest') }),
  ),
  shape(
    `^(?:what|where) (?:do|does|did) ${SIDE} and ${OTHER} (?:have in common|(?:dis)?agree)${ON}$`,
    (part) => ({
      want: 'compare',
      sides: [part('one'), part('other')],
      rest: part('rest'),
    }),
  ),
];
