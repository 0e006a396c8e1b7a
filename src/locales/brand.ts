/** What the bot is called, in every language. */
export const PRODUCT = 'Rapporteur';
