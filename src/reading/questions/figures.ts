/** How many, how much, what share: attendance before counts of the archive before figures that were given. */
import { EVENT, type Shape, shape } from './shape.ts';

/** Words for what the archive can count. */
export const COUNTED =
  /^(?:sessions|events|speakers|people|panell?ists|moderators|keynotes|recommendations|polls|votes|figures|practices|initiatives|statements|documents|sources|topics|organi[sz]ations|institutions)$/;

export const FIGURES: readonly Shape[] = [
  // "How many participants at the webinar": no verb, and of an event alone.
  shape(
    `^how many (?:participants?|attendees?|people|guests|delegates)(?: (?:there|were there|in all|in total))*(?: (?:at|in|for|to) (?:the )?)?(?<rest>(?:\\S+ ){0,4}${EVENT}\\b(?: of)?(?: \\S+){0,2})$`,
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^how many (?:participants?|attendees?|practitioners|guests|visitors|delegates|listeners) (?:did|does|had|were)\\b(?: (?:at|in|there))?(?<rest>.*?)(?: (?:have|attract|draw|count|reach))?$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^(?:how (?:many|much)|(?:what (?:was|is) )?(?:the )?number of) (?:people|participants?|persons?|attendees?|practitioners|guests|visitors|delegates)?(?: (?:had|have|were|was|did))? ?(?:attend(?:ed|ing)?|turned up|showed up|tuned in|logged (?:in|on)|connected|dialled in|signed in|took part|take part|taking part|participated|participate|join(?:ed)?|came|come|registered|were present|present|there)(?: (?:at|in|to|the|for|on))*(?<rest>.*)$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^(?:(?:what (?:was|is)|how (?:large|big|high) was) )?(?:the )?(?:attendance|audience(?! (?:votes?|polls?|voted|surveys?))|number of (?:participants|attendees|practitioners))(?: (?:of|at|in|for))?(?<rest>.*)$',
    (part) => ({ want: 'attendance', rest: part('rest') }),
  ),
  shape(
    '^(?:how many(?: of (?:the|these|those|your|our|all))*|(?:what is |what was )?(?:the )?(?:total )?number of) (?<how>(?:different |explicit |implied |implicit |policy )*)(?<thing>sessions|events|webinars|meetings|conferences|forums|speakers|panell?ists|moderators|keynote speakers|recommendations|documents|sources|topics|organi[sz]ations|institutions|polls|votes|figures|practices|initiatives|statements|people(?= (?:spoke|speak|are (?:in|there)|do you|moderated|said|talked|recommended|mentioned)))\\b(?: (?:are|were|is|was|do you have|do you know|have|has|had|exist|there|in|the archive|recorded|held|took part|take part|participated?|represented|involved|spoke|made|given|come up))*(?<rest>.*)$',
    (part) => {
      const thing = part('thing');
      // A kind of event is a word of the events counted.
      const kind = /^(webinar|meeting|conference|forum)s$/.exec(thing)?.[1];
      return {
        want: 'count',
        thing: kind === undefined ? thing : 'sessions',
        rest: [part('how'), kind, part('rest')].filter(Boolean).join(' '),
      };
    },
  ),
  shape(
    '^(?:in(?:to)? )?(?:how many|what|which) languages?\\b(?: (?:was|is|were|did))?(?<rest>.*)$',
    (part) => ({
      want: 'languages',
      rest: part('rest'),
    }),
  ),
  shape(
    '^how much (?<rest>(?:money|funding|budget)\\b.*|(?:did|does|do|was|were|is|are|will|would|has|have) .*\\b(?:costs?|spend|spent|pay|paid|invest(?:ed)?|earn(?:ed)?|budget)\\b.*)$',
    (part) => ({ want: 'figure', tells: 'money', rest: part('rest') }),
  ),
  shape(
    '^(?:what|how much) (?:does|did|do|will|would) it cost (?:(?:us|them|people|somebody|someone|you|one) )?(?:to )?(?<rest>.+)$',
    (part) => ({ want: 'figure', tells: 'money', rest: `cost ${part('rest')}` }),
  ),
  shape(
    '^(?:what (?:did|does|do|will|would) (?<thing>.+) cost|(?:what (?:is|was|were) )?the (?:budget|price|cost) (?:of|for) (?<of>.+))$',
    (part) => ({
      want: 'figure',
      tells: 'money',
      rest: `cost ${part('thing')}${part('of')}`,
    }),
  ),
  shape(
    '^how many (?:(?:hundred|thousand|million|billion|trillion)s? )?(?:of )?(?<unit>dollars|euros?|yen|pounds|francs|rupees|millions|billions)\\b(?<rest>.*)$',
    (part) => ({ want: 'figure', tells: 'money', rest: `${part('unit')} ${part('rest')}` }),
  ),
  shape('^how many (?<unit>years|months|weeks|days|hours|minutes)\\b(?<rest>.*)$', (part) => ({
    want: 'figure',
    tells: 'time',
    rest: `${part('unit')} ${part('rest')}`,
  })),
  shape(
    '^(?:(?:what|which) (?:is|was|are|were) )?(?:at |by |to |for |in )?(?:the |what |which )?(?<of>(?:[a-z]+ ){0,2}?)(?:share|percentage|per cent|percent|proportion|fraction) (?:of )?(?<rest>.*)$',
    (part) => ({
      want: 'figure',
      tells: 'share',
      rest: [part('of'), part('rest')].filter(Boolean).join(' '),
    }),
  ),
  shape(
    '^(?:how (?:many|much|large|big|high|old)|(?:at |by |to |for |in )?(?:what|which) (?:share|percentage|per cent|percent|proportion|number|amount|fraction|part)|(?:what (?:is|was|are|were) )?(?:the )?(?:share|percentage|proportion|number|amount|size|value|total|rate|figure|cost|loss) of|what (?:is|was|are|were) the (?<of>(?:[a-z]+ ){0,2})(?:share|percentage|proportion|number|amount|size|value|total|rate|figure|cost|loss))\\b(?<rest>.*)$',
    (part) => ({ want: 'figure', rest: [part('of'), part('rest')].filter(Boolean).join(' ') }),
  ),
  // "How did the number of hives change between 2010 and 2020?"
  shape(
    '^how (?:much )?(?:did|has|have|does|do) (?:the )?(?:number|share|percentage|proportion|amount|price|cost|rate|total) (?:of )?(?<rest>.+?) (?:change[ds]?|develop(?:ed|s)?|evolved?|r[io]se|risen|f[ae]ll|fallen|gr[eo]wn?|dropp?(?:ed)?|increased?|decreased?|(?:go|went|gone) (?:up|down))\\b(?<more>.*)$',
    (part) => ({ want: 'figure', rest: `${part('rest')} ${part('more')}`.trim() }),
  ),
  shape('^how long (?:was|is|did|does|will) (?:it|this|that)(?: (?:last|take|go on|run|be))?$', () => ({
    want: 'time',
    rest: '',
  })),
  shape(
    `^how long (?:was|is|did|were|does|will) (?<rest>(?:(?!behind|of|for|in|at|before|after|about)\\S+ ){0,6}${EVENT}\\b.*?)(?: (?:last|take|go on|run|be))?$`,
    (part) => ({
      want: 'time',
      rest: part('rest'),
    }),
  ),
  shape('^(?:for )?how long\\b(?<rest>.*)$', (part) => ({
    want: 'figure',
    tells: 'time',
    rest: part('rest'),
  })),
];
