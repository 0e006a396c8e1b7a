/**
 * Russian words in Latin letters, as names in passports and on conference pages are written (BGN/PCGN, without its
 * marks). Folding has already made й and и, ё and е the same.
 */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  `а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y
  ь= э=e ю=yu я=ya`
    .split(/\s+/)
    .map((pair) => pair.split('=')),
);

/** @param word a folded word. Undefined where it is not wholly of Russian letters. */
export function romanized(word: string): string | undefined {
  return /^[а-я]+$/.test(word) ? [...word].map((letter) => LATIN[letter] ?? letter).join('') : undefined;
}
