/** Papers, recordings, links. Stands before the places: "where can I download" asks for no venue. */
import { type Shape, shape } from './shape.ts';

const ASKED =
  '(?:(?:give|show|send|get|find|is there|are there|do you have|have you got)(?: me| us)? )?(?:an? |the |any )?';

export const DOCUMENTS: readonly Shape[] = [
  shape(
    `^${ASKED}(?:link|url|web ?address|address|download|pdf)s?(?: (?:to|of|for))?\\b(?<rest>.*)$`,
    (part) => ({ want: 'materials', rest: part('rest') }),
  ),
  shape(
    '^where (?:can|could|do|may) (?:i|we|one) (?:find|get|read|download|see|watch)\\b(?<rest>.*)$',
    (part) => ({
      want: 'materials',
      rest: part('rest'),
    }),
  ),
  shape(
    '^in (?:which|what) (?:documents?|papers?|reports?|sources?) (?:can|could|do|may) (?:i|we|one) (?:find|read|look|learn)(?: (?:something|anything|more))?\\b(?<rest>.*)$',
    (part) => ({ want: 'materials', rest: part('rest') }),
  ),
  shape(
    '^(?:are|is|were) (?:there )?(?:the |any )?(?:documents?|papers?|materials?|recordings?|presentations?|slides|videos?)\\b(?<rest>.*?)(?: (?:available|online|to download|somewhere))*$',
    (part) => ({ want: 'materials', rest: part('rest') }),
  ),
  shape('^(?:which|what) (?:edition|version|issue)s? (?:of )?(?<rest>.*)$', (part) => ({
    want: 'materials',
    rest: part('rest'),
  })),
  shape(
    '^(?:which|what) (?:background |further |related )?(?:documents?|papers?|materials?|publications?|recordings?|readings?|literature|references|sources)(?: (?:is|are|was|were|does|do|goes|go|belongs?|comes?))?\\b(?<rest>.*)$',
    (part) => ({ want: 'materials', rest: part('rest') }),
  ),
  shape(
    `^${ASKED}(?:background |further |related )?(?:documents?|papers?|materials?|recordings?|readings?|presentations?|slides)(?: (?:of|from|for|on|about))\\b(?<rest>.*)$`,
    (part) => ({ want: 'materials', rest: part('rest') }),
  ),
  shape(
    '^(?:(?:show|list|give|name)(?: me)? )?(?:all |the |your )+(?:documents|sources)(?<rest>.*)$',
    (part) => ({
      want: 'materials',
      rest: part('rest'),
    }),
  ),
];
