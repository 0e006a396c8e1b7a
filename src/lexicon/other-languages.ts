/**
 * Words of asking in French, Spanish, German, Italian, Russian, Arabic and Chinese. Folded words; Chinese words are written
 * together.
 */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Folded words; those that are English as well stand in SMALL. Chinese words are written together. */
export const EVENTS =
  set(`sesion sesiones seances sitzung sitzungen veranstaltung veranstaltungen sessione sessioni seminari eventi
  сессия сессии сессиях заседание заседания заседаниях мероприятие мероприятия جلسة جلسات الجلسة الجلسات 会议 活动`);
export const SPOKE =
  set(`parle parlent habla hablo hablaron hablado gesprochen sprach sprechen spricht parlato parla parlano
  говорил говорила говорили говорит выступал выступала выступали تحدث تحدثت يتحدث 谈到 讨论`);
export const WHO = set('qui quien quienes wer chi кто من 谁');
export const RECOMMENDED =
  set(`recommande recommandent recomendo recomienda recomendado recomendaron empfohlen empfahl empfiehlt
  raccomandato raccomanda рекомендовал рекомендовала рекомендовали рекомендует اوصى اوصت 建议`);
export const ASKING =
  set(`quel quelle quels quelles cuanto cuanta cuantos cuantas cuales dijo dicen sobre acerca welche welcher
  welches gesagt sagte quali quanti quante detto riguardo что какие какой какая сколько где когда сказал сказала сказали
  о об по про на в ما ماذا هي هو حول عن في قال قالت كم هل 哪些 什么 涉及 关于 有 说了 多少 的 了 吗`);
/** They mean something in English as well: no sign of another language, but nothing to search for in a line of one. */
export const SMALL = set(
  'chi ha hanno hat di da del della dei su sul sulla il lo gli per che y en de a al con por para si',
);

/** English words that are none in the others; beside them "sesion" is a slip. */
export const ENGLISH = set('the by of about which what with from how who whose when where');

/** Small words of French, German and Spanish by which a line of these languages is told. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `le la les des du qui quoi quel quelle quels quelles est sont sur dans pour avec que dit une au aux ont ce cette combien ou comment
  der die das und ein eine ist sind wer was wie welche welcher welches uber fur mit von zu nicht auf wurde wurden hat haben viele bis gibt werden
  el los las una unos quien que cual cuales cuantos cuantas sobre para con dijo es son como donde`
    .trim()
    .split(/\s+/),
);
