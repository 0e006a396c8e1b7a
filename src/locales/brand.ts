/** What the bot is called, in every language. */
export const PRODUCT = 'Rapporteur';

/** Our colour, as it stands in the mark (`brand/mark.svg`) and in the pages' style. */
export const ACCENT = '#0d5c63';
