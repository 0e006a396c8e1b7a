/**
 * Words of asking in the languages that people write besides English: French, Spanish, German, Italian, Russian, Arabic
 * and Chinese. In a line that holds one of them they say what is wanted and are no words to search for; names, goals,
 * countries and topics around them are read as in any line.
 */
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Reading } from './questions/shape.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Folded words; those that are English as well stand in SMALL. Chinese words are written together. */
const EVENTS =
  set(`sesion sesiones seances sitzung sitzungen veranstaltung veranstaltungen sessione sessioni seminari eventi
  сессия сессии сессиях заседание заседания заседаниях мероприятие мероприятия جلسة جلسات الجلسة الجلسات 会议 活动`);
const SPOKE =
  set(`parle parlent habla hablo hablaron hablado gesprochen sprach sprechen spricht parlato parla parlano
  говорил говорила говорили говорит выступал выступала выступали تحدث تحدثت يتحدث 谈到 讨论`);
const WHO = set('qui quien quienes wer chi кто من 谁');
const RECOMMENDED =
  set(`recommande recommandent recomendo recomienda recomendado recomendaron empfohlen empfahl empfiehlt
  raccomandato raccomanda рекомендовал рекомендовала рекомендовали рекомендует اوصى اوصت 建议`);
const ASKING =
  set(`quel quelle quels quelles cuanto cuanta cuantos cuantas cuales dijo dicen sobre acerca welche welcher
  welches gesagt sagte quali quanti quante detto riguardo что какие какой какая сколько где когда сказал сказала сказали
  о об по про на в ما ماذا هي هو حول عن في قال قالت كم هل 哪些 什么 涉及 关于 有 说了 多少 的 了 吗`);
/** They mean something in English as well: no sign of another language, but nothing to search for in a line of one. */
const SMALL = set(
  'chi ha hanno hat di da del della dei su sul sulla il lo gli per che y en de a al con por para si',
);

const IDEOGRAPH = /\p{Script=Han}/u;
/** Chinese has no spaces: its words of asking, each character apart as the analyser gives them, longest first. */
const CHINESE = [...EVENTS, ...SPOKE, ...WHO, ...RECOMMENDED, ...ASKING]
  .filter((word) => IDEOGRAPH.test(word))
  .sort((one, other) => other.length - one.length);

const LONGEST = CHINESE[0]?.length ?? 1;

/** Puts Chinese words of asking together and leaves all else as it is. */
function joined(words: readonly string[]): readonly string[] {
  if (!words.some((word) => IDEOGRAPH.test(word))) return words;
  const result: string[] = [];
  for (let from = 0; from < words.length; ) {
    const word = CHINESE.find((one) => words.slice(from, from + one.length).join('') === one);
    result.push(word ?? (words[from] as string));
    from += word?.length ?? 1;
  }
  return result;
}

const ALL_ASKING: ReadonlySet<string> = new Set([
  ...[...WHO].filter((word) => !SMALL.has(word)),
  ...[EVENTS, SPOKE, RECOMMENDED, ASKING].flatMap((list) => [...list]),
]);
const isAsking = (word: string): boolean => ALL_ASKING.has(word);

/** English words that are none in the others; beside them "sesion" is a slip. */
const ENGLISH = set('the by of about which what with from how who whose when where');

/** True where a word of asking is of another language. */
export function asksInAnotherLanguage(words: readonly string[]): boolean {
  return !words.some((word) => ENGLISH.has(word)) && joined(words).some(isAsking);
}

/** What is left without the words of asking; the names of goals and other terms stay whole. */
function withoutAsking(words: readonly string[], vocabulary: Vocabulary): string {
  const left: string[] = [];
  for (let from = 0; from < words.length; ) {
    const term = vocabulary.at(words, from)?.length ?? 0;
    const [word = ''] = joined(words.slice(from, from + LONGEST));
    if (term > 1) left.push(...words.slice(from, from + term));
    else if (!isAsking(word) && !SMALL.has(word)) left.push(word);
    from += term > 1 ? term : IDEOGRAPH.test(word) ? word.length : 1;
  }
  return left.join(' ');
}

/**
 * Adds to a reading what the words of asking of another language say, and takes them off what is searched for.
 * @param folded the words of the whole line
 */
export function readOtherLanguage(folded: string, reading: Reading, vocabulary: Vocabulary): Reading {
  const all = joined(folded.split(' '));
  const plain = reading.command === undefined && reading.want === undefined;
  const read: Reading = { ...reading, rest: withoutAsking(reading.rest.split(' '), vocabulary) };
  if (all.some((word) => RECOMMENDED.has(word)))
    return { ...read, kinds: ['recommendation'], ...(plain ? { want: 'remarks' } : {}) };
  if (!plain) return read;
  if (all.some((word) => EVENTS.has(word))) return { ...read, command: 'sessions' };
  return all.some((word) => WHO.has(word)) && all.some((word) => SPOKE.has(word))
    ? { ...read, want: 'people' }
    : read;
}
