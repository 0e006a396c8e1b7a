/** Facts of a session: when, where, in which language, who organized it, which goals it names. */
import type { Want } from '../query.ts';
import { type Shape, shape } from './shape.ts';

const ROLES: readonly (readonly [RegExp, Want])[] = [
  [/^(?:moderated?|moderators?|chair(?:ed|s)?|facilitat(?:ed?|ors?)|hosted by)$/, 'moderators'],
  [/^(?:organi[sz](?:ed?|ers?)|hosts?|hosted|held|convened?|ran|run)$/, 'organizers'],
  [/^(?:fund(?:ed|s|ers?)?|financed?|paid for|donors?)$/, 'funders'],
  [/^(?:support(?:ed|ers?)?|sponsor(?:ed|s)?|backed|partners?)$/, 'supporters'],
];

const roleOf = (word: string): Want => ROLES.find(([pattern]) => pattern.test(word))?.[1] ?? 'speakers';

export const FACTS: readonly Shape[] = [
  shape(
    '^(?:when|on (?:what|which) (?:date|day)) (?:was|were|is) (?<rest>.+?) (?:published|issued|released|posted|dated)\\b.*$',
    (part) => ({ want: 'published', rest: part('rest') }),
  ),
  shape(
    '^(?:on |in )?(?:when|what date|which date|what day|which day|which year|what year|which month|what month)\\b(?: (?:was|is|were|did|does|will|has))?(?<rest>.*)$',
    (part) => ({ want: 'date', rest: part('rest') }),
  ),
  shape('^(?:what (?:is|was) )?(?:the )?date (?:of|for)(?<rest>.*)$', (part) => ({
    want: 'date',
    rest: part('rest'),
  })),
  shape('^(?:at )?what time\\b(?: (?:was|is|did|does))?(?<rest>.*)$', (part) => ({
    want: 'time',
    rest: part('rest'),
  })),
  shape(
    '^(?:where|in (?:which|what) (?:city|place|venue|room|location))\\b(?: (?:was|is|were|did|does))?(?<rest>.*)$',
    (part) => ({ want: 'place', rest: part('rest') }),
  ),
  shape(
    '^who (?:was|were|is|are) (?:the |an? )?(?<role>moderators?|organi[sz]ers?|hosts?|funders?|donors?|supporters?|sponsors?|speakers?|panell?ists?|keynotes?|chairs?)(?: speakers?)?\\b(?: (?:of|at|for|in|on))?(?<rest>.*)$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape(
    '^(?:who|(?:which|what) organi[sz]ations?) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|held|convened|funded|financed|paid for|supported|sponsored|backed|spoke at|spoke in|took part|participated|presented at)\\b(?: (?:in|at|by))?(?<rest>.*)$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape(
    '^(?:who|by whom) (?:was|were) (?<rest>.+?) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|funded|financed|supported|sponsored)(?: by)?$',
    (part) => ({ want: roleOf(part('role')), rest: part('rest') }),
  ),
  shape('^(?:which|what) (?:sdgs?|goals?|sustainable development goals?)\\b(?<rest>.*)$', (part) => ({
    want: 'goals',
    rest: part('rest'),
  })),
  shape('^(?:which|what) (?:wsis )?action lines?\\b(?<rest>.*)$', (part) => ({
    want: 'lines',
    rest: part('rest'),
  })),
];
