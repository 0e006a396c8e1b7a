/**
 * Plain questions: what the wording of a question says about what is wanted, taken off the words that are searched for.
 * Each rule is a shape of question; the first that fits is used. Rules see folded words with single spaces.
 */
import type { CommandName, Want } from './query.ts';

export interface Reading {
  readonly command?: CommandName;
  readonly want?: Want;
  /** Kinds of contribution that the question asks for. */
  readonly kinds?: readonly string[];
  /** Words that name who said it (a person, an organization or a group). */
  readonly by?: string;
  /** Words that name who is addressed; only where a group is known by them. */
  readonly to?: string;
  /** For `count`: what is counted. */
  readonly thing?: string;
  /** The words left to search for. */
  readonly rest: string;
}

interface Rule {
  readonly shape: RegExp;
  readonly read: (part: (name: string) => string) => Reading;
}

const SAY =
  'say|said|says|tell|told|think|thinks|thought|argue|argued|mention|mentioned|state|stated|note|noted|stress|stressed|explain|explained|emphasi[sz]ed?|remark|remarked|talk|talked|speak|spoke|claim|claimed|point out|pointed out|highlight|highlighted|discuss|discussed|report|reported|present|presented|underline|underlined|underscore|underscored|describe|described|believe|observe|observed|raise|raised|contribute|comment|commented|warn|warned|add|added|share|shared';
const ADVISE =
  'recommend|recommended|recommends|suggest|suggested|propose|proposed|advise|advised|advocate|advocated|urge|urged|call for|called for|want|wanted|demand|demanded|ask for|asked for';
const ABOUT = '(?: (?:about|on|of|regarding|concerning|with regard to|in relation to|around|for|that|to))?';
const SESSION = 'sessions?|events?|webinars?|meetings?|forums?|conferences?|talks?|segments?';
const ROLE_WORDS: readonly (readonly [RegExp, Want])[] = [
  [/^(?:moderated?|moderators?|chair(?:ed|s)?|facilitat(?:ed?|ors?)|hosted by)$/, 'moderators'],
  [/^(?:organi[sz](?:ed?|ers?)|hosts?|hosted|held|convened?|ran|run)$/, 'organizers'],
  [/^(?:fund(?:ed|s|ers?)?|financed?|paid for|donors?)$/, 'funders'],
  [/^(?:support(?:ed|ers?)?|sponsor(?:ed|s)?|backed|partners?)$/, 'supporters'],
  [
    /^(?:spoke at|spoke in|speakers?|panell?ists?|took part|participated|presented at|keynotes?)$/,
    'speakers',
  ],
];

function roleOf(word: string): Want {
  return ROLE_WORDS.find(([shape]) => shape.test(word))?.[1] ?? 'speakers';
}

const rule = (shape: string, read: Rule['read']): Rule => ({ shape: new RegExp(shape), read });

const RULES: readonly Rule[] = [
  // What somebody said or recommended.
  rule(
    `^(?:and )?what (?:else )?(?:did|does|do|has|have|had) (?<by>.+?) (?:have to )?(?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({
      by: part('by'),
      kinds: ['recommendation'],
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:and )?what (?:else )?(?:did|does|do|has|have|had) (?<by>.+?) (?:have to )?(?:${SAY})\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  rule(`^(?:and )?(?:did|does|has|have) (?<by>.+?) (?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    by: part('by'),
    kinds: ['recommendation'],
    rest: part('rest'),
  })),
  rule(`^(?:and )?(?:did|does|has|have) (?<by>.+?) (?:${SAY})\\b${ABOUT}(?<rest>.*)$`, (part) => ({
    by: part('by'),
    rest: part('rest'),
  })),
  rule(
    `^(?:what (?:was|were|is|are) (?:the )?)?(?:views?|opinions?|positions?|remarks?|statements?|interventions?|contributions?|comments?|words?|quotes?|everything|anything|all)(?: said| made| given)? (?:of|by|from) (?<by>.+?)(?: (?:about|on|regarding|concerning) (?<rest>.*))?$`,
    (part) => ({
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:what (?:was|were|are) (?:the )?|which |list |show |the )?(?:recommendations?|suggestions?|proposals?|advice)(?: made| given)? (?:of|by|from) (?<by>.+?)(?: (?:about|on|regarding|concerning|for|to) (?<rest>.*))?$`,
    (part) => ({
      command: 'recommendations',
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  // French, German and Spanish: the same few shapes.
  rule(
    `^(?:qua|que|qu a) (?:dit|declare|explique|recommande|a dit) (?<by>.+?)(?: (?:sur|de|a propos de|au sujet de|concernant) (?<rest>.*))?$`,
    (part) => ({
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  rule(
    `^was (?:hat |sagte |sagt )(?<by>.+?)(?: (?:uber|zu|zum|zur) (?<rest>.*?))?(?: (?:gesagt|empfohlen))?$`,
    (part) => ({
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  rule(
    `^que (?:dijo|dice|ha dicho|recomendo) (?<by>.+?)(?: (?:sobre|de|acerca de) (?<rest>.*))?$`,
    (part) => ({
      by: part('by'),
      rest: part('rest'),
    }),
  ),
  rule(`^(?:wer (?:ist|war)|qui (?:est|etait)|quien (?:es|era|fue)) (?<rest>.+)$`, (part) => ({
    want: 'role',
    rest: part('rest'),
  })),
  rule(
    `^(?:wer (?:sprach|hat)|qui a parle|quien hablo)(?: (?:uber|de|du|des|sobre))?(?<rest>.*?)(?: gesprochen)?$`,
    (part) => ({
      want: 'people',
      rest: part('rest'),
    }),
  ),

  // What somebody should do.
  rule(
    `^(?:and )?(?:what|which steps|which actions) (?:should|must|can|could|do|ought|shall|might|would) (?<to>.+?) (?:to )?(?:do|be doing|take|need to do|have to do)\\b(?<rest>.*)$`,
    (part) => ({
      command: 'recommendations',
      to: part('to'),
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:what|which) (?:is|are|was|were) (?<to>.+?) (?:supposed|asked|advised|recommended|urged|expected|called on|called upon) to do\\b(?<rest>.*)$`,
    (part) => ({
      command: 'recommendations',
      to: part('to'),
      rest: part('rest'),
    }),
  ),
  rule(`^how (?:should|must|can|could|may|might) (?<to>.+)$`, (part) => ({
    command: 'recommendations',
    to: part('to'),
    rest: '',
  })),
  rule(
    `^what (?:is|was|were|are|has been|have been) (?:being )?(?:recommended|suggested|proposed|advised|called for) (?:to|for) (?<to>.+)$`,
    (part) => ({
      command: 'recommendations',
      to: part('to'),
      rest: '',
    }),
  ),
  rule(
    `^what (?:is|was|were|are|has been|have been) (?:being )?(?:recommended|suggested|proposed|advised|called for)${ABOUT}(?<rest>.*)$`,
    (part) => ({
      command: 'recommendations',
      rest: part('rest'),
    }),
  ),
  rule(`^what (?:should|must|can|could|needs? to|has to) be done${ABOUT}(?<rest>.*)$`, (part) => ({
    command: 'recommendations',
    rest: part('rest'),
  })),
  rule(
    `^(?:what|which|any|list|show|give|are there|were there|find|get|all|the|what are the|what were the)(?: me)?(?: all| any)?(?: the)?(?: policy)? ?(?:recommendations?|suggestions)(?: (?:were|was|are|is|have been|exist|do you have))?(?: there)?(?: (?:made|given|recorded|addressed))?(?: to (?<to>.+)|${ABOUT}(?<rest>.*))$`,
    (part) => ({
      command: 'recommendations',
      ...(part('to') ? { to: part('to') } : {}),
      rest: part('rest'),
    }),
  ),

  // Figures of attendance before figures at large.
  rule(
    `^how (?:many|much) (?:people|participants?|persons?|attendees?|practitioners|guests|visitors|delegates)?(?: (?:had|have|were|was|did))? ?(?:attend(?:ed)?|took part|take part|participated|participate|join(?:ed)?|came|come|registered|were present|present|there)(?: (?:at|in|to|the|for|on))*(?<rest>.*)$`,
    (part) => ({
      want: 'attendance',
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:what (?:was|is) )?(?:the )?(?:attendance|number of (?:participants|attendees|people attending))(?: (?:of|at|in|for))?(?<rest>.*)$`,
    (part) => ({
      want: 'attendance',
      rest: part('rest'),
    }),
  ),
  rule(
    `^how many (?<thing>sessions|events|speakers|recommendations|documents|sources|topics|organi[sz]ations)(?: (?:are|were|is|was|do you have|have|exist|there|in|the archive|recorded|on|about))*(?<rest>.*)$`,
    (part) => ({
      want: 'count',
      thing: part('thing'),
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:how (?:many|much|large|big|high|long|old)|(?:at |by |to |for |in )?(?:what|which) (?:share|percentage|per cent|percent|proportion|number|amount|fraction|part)|what (?:is|was|are|were) the (?:share|percentage|proportion|number|amount|size|value|total|rate|figure|cost|loss))\\b(?<rest>.*)$`,
    (part) => ({
      want: 'figure',
      rest: part('rest'),
    }),
  ),

  // Facts of a session.
  rule(
    `^(?:on |in )?(?:when|what date|which date|what day|which day|which year|what year|which month|what month)\\b(?: (?:was|is|were|did|does|will|has))?(?<rest>.*)$`,
    (part) => ({
      want: 'date',
      rest: part('rest'),
    }),
  ),
  rule(`^(?:what (?:is|was) )?(?:the )?date (?:of|for)(?<rest>.*)$`, (part) => ({
    want: 'date',
    rest: part('rest'),
  })),
  rule(`^(?:at )?what time\\b(?: (?:was|is|did|does))?(?<rest>.*)$`, (part) => ({
    want: 'time',
    rest: part('rest'),
  })),
  rule(
    `^(?:where|in (?:which|what) (?:city|country|place|venue|room|location))\\b(?: (?:was|is|were|did|does))?(?<rest>.*)$`,
    (part) => ({
      want: 'place',
      rest: part('rest'),
    }),
  ),
  rule(`^(?:in )?(?:what|which) languages?\\b(?: (?:was|is|were|did))?(?<rest>.*)$`, (part) => ({
    want: 'languages',
    rest: part('rest'),
  })),
  rule(
    `^who (?:was|were|is|are) (?:the |an? )?(?<role>moderators?|organi[sz]ers?|hosts?|funders?|donors?|supporters?|sponsors?|speakers?|panell?ists?|keynotes?|chairs?)(?: speakers?)?\\b(?: (?:of|at|for|in|on))?(?<rest>.*)$`,
    (part) => ({
      want: roleOf(part('role')),
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:who|which organi[sz]ations?|what organi[sz]ations?) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|held|convened|funded|financed|paid for|supported|sponsored|backed|spoke at|spoke in|took part|participated|presented at)\\b(?: (?:in|at|by))?(?<rest>.*)$`,
    (part) => ({
      want: roleOf(part('role')),
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:who|by whom) (?:was|were) (?<rest>.+?) (?<role>moderated|chaired|facilitated|organi[sz]ed|hosted|funded|financed|supported|sponsored)(?: by)?$`,
    (part) => ({
      want: roleOf(part('role')),
      rest: part('rest'),
    }),
  ),
  rule(`^(?:which|what) (?:sdgs?|goals?|sustainable development goals?)\\b(?<rest>.*)$`, (part) => ({
    want: 'goals',
    rest: part('rest'),
  })),
  rule(`^(?:which|what) (?:wsis )?action lines?\\b(?<rest>.*)$`, (part) => ({
    want: 'lines',
    rest: part('rest'),
  })),

  // Documents.
  rule(
    `^(?:(?:give|show|send|get|find|is there|are there|do you have|have you got)(?: me| us)? )?(?:(?:an? |the |any )?(?:link|url|web ?address|address|download|pdf)s?(?: (?:to|of|for))?|(?:where (?:can|do) i (?:find|get|read|download))|(?:which|what) (?:documents?|papers?|materials?|publications?|recordings?)(?: (?:is|are|was|were|does|do))?|(?:an? |the |any )?(?:documents?|papers?|materials?|recordings?|presentations?|slides)(?: (?:of|from|for|on|about)))\\b(?<rest>.*)$`,
    (part) => ({
      want: 'materials',
      rest: part('rest'),
    }),
  ),

  // People.
  rule(
    `^(?:who|which (?:speakers?|people|persons?|experts?|panell?ists?)) (?:spoke|speaks|talked|appeared|was there|were there|came|participated|took part|presented) (?:for|on behalf of|from|as|representing)(?<rest>.*)$`,
    (part) => ({
      want: 'people',
      by: part('rest'),
      rest: '',
    }),
  ),
  rule(
    `^(?:who|which (?:speakers?|people|persons?)) (?:represented|represents|works? (?:for|at)|worked (?:for|at)|is from|was from|were from|came from|are from|from)(?<rest>.*)$`,
    (part) => ({
      want: 'people',
      by: part('rest'),
      rest: '',
    }),
  ),
  rule(
    `^(?:speakers?|people|persons?|panell?ists?|officials?|experts?) (?:from|of|for|representing|at)(?<rest>.*)$`,
    (part) => ({
      want: 'people',
      by: part('rest'),
      rest: '',
    }),
  ),
  rule(
    `^(?:who|which (?:speakers?|people|persons?|organi[sz]ations?)) (?:else )?(?:has |have |had )?(?:${ADVISE})\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({
      want: 'people',
      kinds: ['recommendation'],
      rest: part('rest'),
    }),
  ),
  rule(
    `^(?:who|which (?:speakers?|people|persons?|organi[sz]ations?)) (?:else )?(?:has |have |had )?(?:${SAY}|deals? with|dealt with|worked on|works on|addressed|brought up|referred to|covered)\\b${ABOUT}(?<rest>.*)$`,
    (part) => ({
      want: 'people',
      rest: part('rest'),
    }),
  ),
  rule(`^who (?:is|was|are|were)(?<rest> .+)$`, (part) => ({ want: 'role', rest: part('rest') })),
  rule(`^who\\b(?<rest>.*)$`, (part) => ({ want: 'people', rest: part('rest') })),

  // Sessions.
  rule(
    `^(?:which|what|any|all|list|show|find|give|get|are there|were there|is there|was there|search)(?: me)?(?: all| any| an?)?(?: the)?(?: other)? (?:${SESSION})\\b(?: (?:was|were|is|are|took place|have|has|deal(?:s|t)? with|address(?:es|ed)?|cover(?:s|ed)?|mention(?:s|ed)?|discuss(?:es|ed)?|talk(?:s|ed)? about|name(?:s|d)?|held|there|about|on|in|with))*(?<rest>.*)$`,
    (part) => ({
      command: 'sessions',
      rest: part('rest'),
    }),
  ),

  // What something is.
  rule(
    `^(?:(?:and )?what (?:is|are|was|were|does|do)|what|define|explain|describe|tell (?:me|us) (?:more )?about|what do you know about|what can you tell (?:me|us) about|information (?:on|about)|more (?:on|about))\\b(?<rest>.*?)(?: mean| stand for)?$`,
    (part) => ({
      want: 'meaning',
      rest: part('rest'),
    }),
  ),
];

const POLITE =
  /^(?:hi|hello|hey|dear|rapporteur|please|pls|thanks|ok|okay|well|so|then|now|um|just|(?:can|could|would|will) you(?: please)?(?: tell| show| give| find)?(?: me| us)?|(?:i|we) (?:want|need|would like|d like|wish)(?: to)?(?: know| see| find| hear)?|do you know|(?:i am|im|we are) (?:looking|searching) for|tell (?:me|us)(?! (?:more )?about)|(?:show|give|find|get|list)(?: (?:me|us))?(?= (?:who|what|when|where|which|how|recommendations?|sessions?|everything|all)))\b ?/;

/**
 * Reads a question.
 * @param words folded words, single spaces, no punctuation
 * @returns what the wording says, and the words left to search for; the words themselves where no rule fits
 */
export function readQuestion(words: string): Reading {
  let text = words;
  for (let round = 0; round < 5; round++) {
    const shorter = text.replace(POLITE, '');
    if (shorter === text || shorter === '') break;
    text = shorter;
  }
  // "…, according to the speakers": a generic maker adds nothing; a named one is the maker.
  let by: string | undefined;
  const according = /^(.*?)\b(?:according to|in the view of|in the words of) (.+)$/.exec(text);
  if (according?.[1] !== undefined && according[2] !== undefined) {
    const leading = according[1].trim() === '';
    const maker = leading ? (/^\S+(?: \S+)?/.exec(according[2])?.[0] ?? '') : according[2];
    const generic =
      /^(?:the )?(?:speakers?|participants?|panell?ists?|experts?|documents?|sources?|reports?|archive|people|webinar|session|event)\b/.test(
        according[2],
      );
    if (!leading) {
      text = according[1].trim();
      if (!generic) by = maker;
    }
  }
  for (const { shape, read } of RULES) {
    const match = shape.exec(text);
    if (!match) continue;
    const reading = read((name) => (match.groups?.[name] ?? '').trim());
    return by !== undefined && reading.by === undefined ? { ...reading, by } : reading;
  }
  return by !== undefined ? { by, rest: text } : { rest: text };
}
