/** English words that are written with a hyphen by some and as one word by others ("co-operation", "start-up"). */

/** Beginnings that the rest of the word is written together with, with or without a hyphen. */
export const JOINED_BEGINNINGS: readonly string[] = `
co re on off up out over under down pre anti multi inter intra semi sub infra ultra super hyper mini micro macro mega
bio eco geo neuro agri agro tele cyber socio electro hydro nano mid post counter extra
`
  .trim()
  .split(/\s+/);

/** Ends that are written together with the word before them, with or without a hyphen. */
export const JOINED_ENDS: readonly string[] = `
up ups down downs off offs out outs over overs in ins by bys back backs away aways being
`
  .trim()
  .split(/\s+/);
