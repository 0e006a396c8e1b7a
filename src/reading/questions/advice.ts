/** What should be done: recommendations, by whom and to whom. */
import { ABOUT, type Shape, shape } from './shape.ts';

const NOUN = '(?:recommendations?|suggestions?|proposals?|advice|policy responses?)';
/** What stands before the noun; only how the recommendation was made narrows anything. */
const KINDS =
  '(?<how>(?: ?(?:explicit|implied|implicit|policy|main|key|specific|concrete|important|other|different))*)';
const howOf = (text: string): string => text.replace(/\b(?!explicit|implied|implicit)\w+/g, '').trim();

export const ADVICE: readonly Shape[] = [
  shape(
    `^(?:the |all )*(?<how>explicit|implied|implicit) (?:recommendations?|suggestions?|proposals?|advice)(?:${ABOUT} (?<rest>.+))?$`,
    (part) => ({ command: 'recommendations', rest: `${part('how')} ${part('rest')}`.trim() }),
  ),
  shape(
    `^(?:what (?:was|were|are) (?:the )?|which |list |show |the |any )*${KINDS} ?${NOUN}(?: made| given)? (?:of|by|from) (?<by>.+?)(?: (?:about|on|regarding|concerning|for|to) (?<rest>.*))?$`,
    (part) => ({
      command: 'recommendations',
      by: part('by'),
      rest: `${howOf(part('how'))} ${part('rest')}`.trim(),
    }),
  ),
  shape(
    '^(?:and )?(?:what|which steps|which actions) (?:should|must|can|could|do|ought|shall|might|would) (?<to>.+?) (?:to )?(?:do|be doing|take|need to do|have to do)\\b(?! that\\b)(?<rest>.*)$',
    (part) => ({ command: 'recommendations', to: part('to'), rest: part('rest') }),
  ),
  shape(
    '^(?:what|which) (?:is|are|was|were) (?<to>.+?) (?:supposed|asked|advised|recommended|urged|expected|called on|called upon) to do\\b(?<rest>.*)$',
    (part) => ({ command: 'recommendations', to: part('to'), rest: part('rest') }),
  ),
  // "What should students be taught?", "what should a contract contain?": who and what are words like others.
  shape('^(?:and )?what (?:should|must|ought|needs? to|ha(?:s|ve) to) (?<rest>(?!be done).+)$', (part) => ({
    rest: part('rest').replace(/\b(?:to )?be (?=\w)/, ''),
    kinds: ['recommendation'],
  })),
  shape('^how (?:should|must|can|could|may|might) (?<to>.+)$', (part) => ({
    command: 'recommendations',
    to: part('to'),
    rest: '',
  })),
  shape(
    '^what (?:is|was|were|are|has been|have been) (?:being )?(?:recommended|suggested|proposed|advised|called for) (?:to|for) (?<to>.+)$',
    (part) => ({ command: 'recommendations', to: part('to'), rest: '' }),
  ),
  shape(
    `^what (?:is|was|were|are|has been|have been) (?:being )?(?:recommended|suggested|proposed|advised|called for)${ABOUT}(?<rest>.*)$`,
    (part) => ({ command: 'recommendations', rest: part('rest') }),
  ),
  shape(`^what (?:should|must|can|could|needs? to|has to) be done${ABOUT}(?<rest>.*)$`, (part) => ({
    command: 'recommendations',
    rest: part('rest'),
  })),
  shape(
    `^(?:what|which|any|list|show|give|are there|were there|is there|find|get|all|the|what are the|what were the)(?: me)?(?: all| any)?(?: the)?${KINDS} ?${NOUN}(?: (?:were|was|are|is|have been|exist|do you have))?(?: there)?(?: (?:made|given|recorded|addressed|formulated))?(?: (?:to|for) (?<to>.+)|${ABOUT}(?<rest>.*))$`,
    (part) => ({
      command: 'recommendations',
      ...(part('to') ? { to: part('to') } : {}),
      rest: `${howOf(part('how'))} ${part('rest')}`.trim(),
    }),
  ),
];
