/** What there is at all: "list topics", "which countries are covered", "what is new". Nothing narrows such a list. */
import type { Want } from '../query.ts';
import { type Shape, shape } from './shape.ts';

const NOUNS: readonly (readonly [string, Want])[] = [
  ['topics?|subjects?|themes?|keywords?', 'topics'],
  ['sdgs?|goals|sustainable development goals', 'goals'],
  ['(?:wsis )?action lines', 'lines'],
  ['countries|nations', 'countries'],
  ['documents|sources|reports|papers|publications|files|materials', 'materials'],
];

const BEFORE =
  '(?:(?:list|show|name|give|browse|see|display)(?: me| us)? |(?:what|which) |(?:are|is) there |what are )?(?:(?:all|the|your|of|any|other|available|different|main|possible|known) )*';
/** Words behind it that name nothing. */
const BEHIND =
  '(?: (?:are|is|were|do|does|have|has|there|you|i|we|one|can|could|it|they|the|this|that|your|in|on|of|archive|bot|cover|covers|covered|discuss|discussed|mention|mentioned|available|know|knows|ask|about|exist|included|record|recorded|touched|named|come|up|here|at|all|deal|dealt|with|search|for|by))*';

const NEW = '(?:new|newest|latest|most recent|recent|recently added|newly added)';

export const OVERVIEW: readonly Shape[] = [
  ...NOUNS.map(([noun, want]) => shape(`^${BEFORE}(?:${noun})${BEHIND}$`, () => ({ want, rest: '' }))),
  shape(
    `^(?:(?:what (?:is|are|s|was)|show(?: me)?|list|is there anything|are there any|anything|something|any) )?(?:the )?(?:${NEW}|news)(?: (?:additions|reports|documents|entries|items|material|things|news|here|there))?(?: (?:in|to|from|of) (?:the |this |your )?archive)?$`,
    () => ({ command: 'sessions', want: 'recent', rest: '' }),
  ),
  shape(
    '^what (?:(?:has|have) (?:been )?|was |were |got |is )?(?:recently |newly |last |just )?(?:added|changed|happened)(?: (?:recently|lately|last|since|here|(?:in|to) the archive))*$',
    () => ({ command: 'sessions', want: 'recent', rest: '' }),
  ),
  shape(
    '^(?:(?:show|list|give)(?: me| us)? )?(?:everything|it all|all of it|the whole archive)(?: (?:you have|you know|there is|in the archive))?$',
    () => ({
      command: 'sessions',
      rest: '',
    }),
  ),
];
