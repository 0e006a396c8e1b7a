/**
 * Everyday words that organizations and programmes are abbreviated to. In small letters they are the word; the
 * organization is meant where they stand in capitals. Small words and words of asking are such words anyway.
 */
export const EVERYDAY_ABBREVIATIONS: readonly string[] = `
act add age aid aim air all apt arc arch are arm art ask atlas base bat beam best bond bridge bright build call can cap car care
cast cat chain change child city class clean clear close coast code core cross cube cure day deal den drive earth east edge
end era eye face fact fair farm fast fear fee find fine fire first fish fit fix flag flow focus food force form forum free
front fund gain game gap gem global goal gold good grade grant green grow hand harm head heal heart help high home hope
horizon host hub idea ideal impact insight iris job join just key kid land law lead leaf learn leap left level life lift light
like line link live local long look loop main man map march mark mars matter may mega men merit mind mine mission mode more
move name nest net new next nice node north now oak ocean one open option orbit order pact page part party pass past path
pause peace pen plan play plus point pool port power press pride prime prism pro probe proof pulse quest race raise rank
rapid reach read real reform relief rest right ring rise road role root rose safe sage save scale scan school score sea seat
seed self sense serve set share ship sign skill smart social soil solid son source south space spark spring stage stand star
start steps stop store stream strive study sun surf swift table talk target task team tech term test tide time tip together
top touch track trade train transform trend tribe trust unit unite up value view vision vital voice vote wage walk war
watch water wave way web well west wide will win wise wish woman word work world youth zone
`
  .trim()
  .split(/\s+/);
