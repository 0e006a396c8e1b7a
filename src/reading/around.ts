/**
 * What stands around a question and is none of it: greetings, excuses, calls, thanks, "could somebody tell me".
 */
import { CALLS, SIGHS } from '../lexicon/en/asides.ts';
import {
  CLAUSE_STARTS,
  CONJUNCTIONS,
  COURTESIES,
  DAY_GREETINGS,
  EXCUSES,
  FAREWELLS,
  GREETINGS,
} from '../lexicon/en/messages.ts';
import { contentOf, withoutAnnouncement, withoutApology, withoutIntroduction } from './asides.ts';
import { ASKS, any } from './asks.ts';
import { courtesyOf } from './courtesy.ts';
import { wordsOf } from './tokens.ts';

const GREETED =
  '(?:[ ,]+(?:there|all|everyone|everybody|team|folks|colleagues|friends|both|again|bot|rapporteur|@?\\p{L}+(?=[,:!])))*';
const GREETING = new RegExp(
  `^(?:(?:${any(GREETINGS)})\\b${GREETED}|(?:${any(DAY_GREETINGS)})(?:(?=[,!.:]|\\s+-|$)|(?=\\s+(?:all|everyone|everybody|team|folks|colleagues)\\b)${GREETED}))[\\s,:!.-]*`,
  'iu',
);
const COURTESY = new RegExp(`^(?:${any(COURTESIES)})\\b[^?]*$`, 'iu');
const EXCUSE = new RegExp(
  `^(?:(?:${any(EXCUSES)})(?:\\s+(?:you|u|all|everyone|again|so|with\\s+this))*|(?:sorry|apologies|pardon|forgive|excuse)\\s+(?:to|for|if|about|my|me|the|but)\\s[^,:!.?]{1,60})\\s*(?:[,:!.-]+\\s*|$)`,
  'iu',
);
const CALL = new RegExp(`^(?:${any(CALLS)})[\\s?!.]*$`, 'iu');
const FAREWELL = new RegExp(`[\\s,;.!(-]+(?:${any(FAREWELLS)})[\\s.!)]*(\\??)$`, 'iu');
const ONLY_FAREWELL = new RegExp(`^(?:${any(FAREWELLS)})[\\s.!)]*$`, 'iu');
/** Thanks before what is asked: "merci d'avance, who …". */
const THANKS_FIRST = new RegExp(`^(?:${any(FAREWELLS)})\\s*[,:!.-]+\\s+`, 'iu');
const SIGH = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any(SIGHS)})(?![\\p{L}\\p{N}-])[,.!]*\\s*`, 'giu');
/** "Could somebody tell me …": what follows is asked. */
const TELL_ME =
  '(?:can|could|would|will|might|do|does)\\s+(?:you|someone|somebody|anyone|anybody|anyone\\s+here|any\\s+of\\s+you)\\s+(?:(?:please|kindly|maybe|perhaps|quickly|happen\\s+to|possibly|just)\\s+)*(?:tell|remind|look\\s+up|check|find\\s+out|explain|know|remember|confirm)(?:\\s+(?:me|us|to\\s+me))?(?:\\s+again)?(?=[\\s,:]+(?:what|who|which|when|where|how|whose|in|at|if|whether)\\b)';
export const LEADING = new RegExp(
  `^(?:(?:${any([...CONJUNCTIONS, ...CLAUSE_STARTS])}|tell\\s+me(?!\\s+(?:about|more)\\b)|${TELL_ME}(?:\\s+(?:if|whether))?)[\\s,:]+)+(?=\\S)`,
  'iu',
);
/** Greetings, excuses and beginnings may stand one behind the other. */
const MOST_ROUNDS = 4;

/** "1) who …": the first of several. */
const NUMBERED = /^\s*\(?[1-4a-d][).]\s+/i;

/** A sentence without greetings, excuses, thanks and what only joins it to others; '' where nothing else is in it. */
export function bared(sentence: string): string {
  let text = withoutApology(sentence).replace(SIGH, '').replace(NUMBERED, '').trim();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text;
    if (CALL.test(text) || ONLY_FAREWELL.test(text) || courtesyOf(wordsOf(text), text) !== undefined)
      return '';
    text = text.replace(GREETING, '');
    if (!ASKS.test(text)) text = withoutIntroduction(text);
    if (COURTESY.test(text)) {
      const [, rest = ''] = /^[^,:-]*[,:-]+\s+(.+)$/.exec(text) ?? [];
      if (!ASKS.test(rest.replace(LEADING, ''))) return '';
      text = rest;
    }
    text = withoutAnnouncement(withoutFarewell(text.replace(EXCUSE, '').replace(THANKS_FIRST, '').trim()));
    text = text.replace(LEADING, '') || text;
    if (text === before) break;
  }
  return /[\p{L}\p{N}"]/u.test(text) ? text : '';
}

function withoutFarewell(sentence: string): string {
  let text = sentence;
  for (let shorter = text.replace(FAREWELL, '$1'); shorter !== text && shorter !== ''; ) {
    // "Who is Asante?": what else would be asked of may be a name.
    if (contentOf(shorter).length === 0 && contentOf(text).length > 0 && !/[,;.!(-]/.test(text)) return text;
    text = shorter;
    shorter = text.replace(FAREWELL, '$1');
  }
  return text;
}
