/** Words out of what Teams writes as HTML: tags go, characters are decoded, blanks are one. No markup is ever kept. */

/** Named characters that Teams' editor writes, beside accented letters: see `decode`. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  euro: '€',
  szlig: 'ß',
  aelig: 'æ',
  oslash: 'ø',
  shy: '',
  zwnj: '',
  zwj: '',
};
/** `eacute` and the like: a letter and the mark that is put on it. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

/** Character references become the characters they name; unknown ones stay as they are. Once only, as HTML does. */
export function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) {
      return named(name) ?? whole;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const blank = code === 0xa0;
    return blank ? ' ' : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function named(name: string): string | undefined {
  const known = NAMED[name.toLowerCase()];
  const mark = known === undefined ? MARKS[name.slice(1).toLowerCase()] : undefined;
  return mark === undefined ? known : `${name.charAt(0)}${mark}`.normalize('NFC');
}

/** HTML that is longer is not read to its end. */
const MOST_HTML = 50_000;

/** What a reply quotes, as Teams writes it: the message's author, time and beginning in a block of its own. */
const QUOTE = /<blockquote\b[^<>]*schema\.skype\.com\/Reply[^<>]*>(.*?)<\/blockquote>/gisu;

/** The words that somebody wrote: without what they quote, whom they mention, and what is attached. */
export function wordsOf(html: string): string {
  return wordsIn(
    html
      .slice(0, MOST_HTML)
      .replace(QUOTE, ' ')
      .replace(/<at\b[^<>]*>[^<>]*<\/at>/giu, ' ')
      .replace(/<(script|style|attachment)\b[^<>]*>[^<>]*<\/\1>/giu, ' '),
  );
}

/** The words that a reply quotes; '' where it quotes nothing. */
export function quotedIn(html: string): string {
  return [...html.slice(0, MOST_HTML).matchAll(QUOTE)]
    .map(([, quote = '']) => wordsIn(quote.replace(/<(strong|span)\b[^<>]*>[^<>]*<\/\1>/giu, ' ')))
    .join(' ')
    .trim();
}

/** Tags that never stand in the middle of a word. */
const BLOCKS = 'p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|pre|hr|attachment|img';

/** HTML without tags, but for mentions: those of Teams' editor (`<at>`), and the form in which clients keep them. */
export function mentionsAlone(html: string): string {
  return html
    .slice(0, MOST_HTML)
    .replace(QUOTE, ' ')
    .replace(/<span\b[^<>]*schema\.skype\.com\/Mention[^<>]*>([^<>]*)<\/span>/giu, '<at>$1</at>')
    .replace(/<(script|style|attachment)\b[^<>]*>[^<>]*<\/\1>/giu, ' ')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/giu, (tag, _slash, name: string) =>
      name.toLowerCase() === 'at' ? tag : IS_BLOCK.test(name) ? ' ' : '',
    );
}

const IS_BLOCK = new RegExp(`^(?:${BLOCKS})$`, 'iu');

/** `html` without what a reply quotes in it. */
export function withoutQuotes(html: string): string {
  return html.replace(QUOTE, ' ').replace(/<quoted\b[^<>]*>/giu, ' ');
}

function wordsIn(html: string): string {
  return decode(html.replace(/<[^<>]*>/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();
}
