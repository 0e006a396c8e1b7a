/** How many, how much, what share: attendance before counts of the archive before figures that were given. */
import { type Shape, shape } from './shape.ts';

export const FIGURES: readonly Shape[] = [
  shape(
    '^how many (?:participants?|attendees?|practitioners|guests|visitors|delegates|listeners) (?:did|does|had|were)\\b(?: (?:at|in|there))?(?<rest>.*?)(?: (?:have|attract|draw|count|reach))?$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^(?:how (?:many|much)|(?:what (?:was|is) )?(?:the )?number of) (?:people|participants?|persons?|attendees?|practitioners|guests|visitors|delegates)?(?: (?:had|have|were|was|did))? ?(?:attend(?:ed|ing)?|took part|take part|taking part|participated|participate|join(?:ed)?|came|come|registered|were present|present|there)(?: (?:at|in|to|the|for|on))*(?<rest>.*)$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^(?:(?:what (?:was|is)|how (?:large|big|high) was) )?(?:the )?(?:attendance|audience|number of (?:participants|attendees|practitioners))(?: (?:of|at|in|for))?(?<rest>.*)$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^how many (?<thing>sessions|events|speakers|recommendations|documents|sources|topics|organi[sz]ations|people spoke|people)(?: (?:are|were|is|was|do you have|have|exist|there|in|the archive|recorded|held))*(?<rest>.*)$',
    (part) => ({ want: 'count', thing: part('thing').replace(/^people.*/, 'speakers'), rest: part('rest') }),
  ),
  shape(
    '^(?:in(?:to)? )?(?:how many|what|which) languages?\\b(?: (?:was|is|were|did))?(?<rest>.*)$',
    (part) => ({
      want: 'languages',
      rest: part('rest'),
    }),
  ),
  shape(
    '^(?:how (?:many|much|large|big|high|old)|(?:at |by |to |for |in )?(?:what|which) (?:share|percentage|per cent|percent|proportion|number|amount|fraction|part)|(?:what (?:is|was|are|were) )?(?:the )?(?:share|percentage|proportion|number|amount|size|value|total|rate|figure|cost|loss) of|what (?:is|was|are|were) the (?:[a-z]+ )?(?:share|percentage|proportion|number|amount|size|value|total|rate|figure|cost|loss))\\b(?<rest>.*)$',
    (part) => ({ want: 'figure', rest: part('rest') }),
  ),
  shape(
    `^how long (?:was|is|did|were) (?<rest>.*\\b(?:session|webinar|meeting|event|segment|forum)\\b.*)$`,
    (part) => ({
      want: 'time',
      rest: part('rest'),
    }),
  ),
  shape('^how long\\b(?<rest>.*)$', (part) => ({ want: 'figure', rest: part('rest') })),
];
