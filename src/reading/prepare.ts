/** Chat language written out: contractions and abbreviations become the words that they stand for. */
import { CONTRACTED, SHORT_FORMS, TAKES_IS } from '../lexicon/en/chat.ts';

const FORMS: ReadonlyMap<string, string> = new Map(Object.entries(SHORT_FORMS));
const ENDS: ReadonlyMap<string, string> = new Map(Object.entries(CONTRACTED));
const WITH_IS: ReadonlySet<string> = new Set(TAKES_IS);

/** Quoted text, tokens with a form of their own, and words; only words are written out. */
const PIECES = /"[^"]*"|\S*[:/@#]\S*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** "What is this plum fund thing": what somebody heard named asks for no help. One word alone may be the bot. */
const THIS_THING =
  /\b(what (?:is|was|are|were)) (?:this|that|these|those) (\S+(?: \S+){0,6}?) (?:thing|thingy|stuff|business)(?=[?.! ]*$)/i;
const THIS_NAME = /\b(what (?:is|was|are|were)) (?:this|that|these|those) (?=\p{Lu}|")/u;

/**
 * @param text a cleaned request
 * @returns the same with shortened words written out; quoted words and `field:value` stay as they are
 * @example writtenOut("whats abt the prez, who's there") // "what is about the presentation, who is there"
 */
export function writtenOut(text: string): string {
  // One letter alone is the beginning of a word, not a word of a chat.
  if (/^\p{L}$/u.test(text.trim())) return text;
  const written = text.replace(PIECES, (piece, at: number) => {
    if (/^"|[:/@#]/.test(piece)) return slashed(piece);
    return wordFor(piece, at === 0 || /[.?!]\s*$/.test(text.slice(0, at))) ?? piece;
  });
  return written.replace(THIS_THING, '$1 $2').replace(THIS_NAME, '$1 ');
}

/** True for a folded word that a chat has of its own. */
export function isShortForm(word: string): boolean {
  return FORMS.has(word);
}

/** "w/ her", "b/c": the chat's own slashes. */
function slashed(piece: string): string {
  if (/^w\/$/i.test(piece)) return 'with';
  if (/^w\/o$/i.test(piece)) return 'without';
  return /^b\/c$/i.test(piece) ? 'because' : piece;
}

function wordFor(piece: string, first: boolean): string | undefined {
  const small = piece.toLowerCase();
  const [head = '', tail] = small.split("'");
  if (tail === undefined) {
    // Capitals within a sentence are an abbreviation of somebody's own ("ORG", "W").
    const shouted = piece !== small && !(first && piece.slice(1) === small.slice(1));
    return shouted ? undefined : FORMS.get(small);
  }
  if (tail === 't') return FORMS.get(`${head}t`);
  if (tail === 's') return WITH_IS.has(head) ? `${piece.slice(0, head.length)} is` : undefined;
  if (tail === 'd' && WITH_IS.has(head)) return `${piece.slice(0, head.length)} did`;
  const end = ENDS.get(tail);
  return end === undefined ? undefined : `${piece.slice(0, head.length)} ${end}`;
}
