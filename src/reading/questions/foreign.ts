/** The commonest shapes in French, German and Spanish, and the words by which these languages are told. */
import { type Shape, shape } from './shape.ts';

export const FOREIGN: readonly Shape[] = [
  shape(
    '^(?:quelles?|welche|que|cuales son las|listez? les|was fur) (?:sessions?|seances?|sitzungen|veranstaltungen|webinare|sesiones|eventos)\\b(?: (?:ont eu lieu|fanden|gab es|hubo|parlent|traitent|sobre|sur|uber|zu)\\b)*(?<rest>.*?)(?: statt)?$',
    (part) => ({ command: 'sessions', rest: part('rest') }),
  ),
  shape(
    '^(?:qua|que|qu a) (?:dit|declare|explique|recommande|a dit) (?<by>.+?)(?: (?:sur|de|a propos de|au sujet de|concernant) (?<rest>.*))?$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^was (?:hat |sagte |sagt )(?<by>.+?)(?: (?:uber|zu|zum|zur) (?<rest>.*?))?(?: (?:gesagt|empfohlen))?$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^que (?:dijo|dice|ha dicho|recomendo) (?:el |la )?(?:senora? )?(?<by>.+?)(?: (?:sobre|de|acerca de) (?<rest>.*))?$',
    (part) => ({ want: 'remarks', by: part('by'), rest: part('rest') }),
  ),
  shape(
    '^(?:wer (?:ist|war)|qui (?:est|etait)|quien (?:es|era|fue)|quem (?:e|foi|era)|chi (?:e|era)|siapa(?: itu)?|кто (?:такой|такая)) (?<rest>.+)$',
    (part) => ({
      want: 'role',
      rest: part('rest'),
    }),
  ),
  shape(
    '^(?:wer moderierte|qui a (?:anime|modere|preside)|quien modero|quem moderou|chi ha moderato|wer hat (?=.* moderiert$))(?<rest>.*?)(?: moderiert)?$',
    (part) => ({ want: 'moderators', rest: part('rest') }),
  ),
  shape(
    '^(?:wer organisierte|qui a organise|quien organizo|quem organizou|chi ha organizzato|wer hat (?=.* organisiert$))(?<rest>.*?)(?: organisiert)?$',
    (part) => ({ want: 'organizers', rest: part('rest') }),
  ),
  shape(
    '^(?:wer (?:sprach|hat)|qui a parle|quien hablo)(?: (?:uber|de|du|des|sobre))?(?<rest>.*?)(?: gesprochen)?$',
    (part) => ({ want: 'people', rest: part('rest') }),
  ),
];

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `le la les des du qui quoi quel quelle quels quelles est sont sur dans pour avec que dit une au aux ont ce cette combien ou comment
  der die das und ein eine ist sind wer was wie welche welcher welches uber fur mit von zu nicht auf wurde wurden hat haben viele bis gibt werden
  el los las una unos quien que cual cuales cuantos cuantas sobre para con dijo es son como donde`
    .trim()
    .split(/\s+/),
);
const SHORTEST_RUN = 2;

/** True where a line is hardly English: another script, or several function words of another language. */
export function looksForeign(words: readonly string[]): boolean {
  if (words.some((word) => /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(word)))
    return true;
  const foreign = words.filter(
    (word) => FUNCTION_WORDS.has(word) || /^(?:qua|qu|dune|lon|cest)$/.test(word),
  ).length;
  return foreign >= SHORTEST_RUN;
}
