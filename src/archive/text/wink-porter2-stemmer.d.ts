declare module 'wink-porter2-stemmer' {
  /** Porter's second English stemmer; takes one lower-case word. */
  const stem: (word: string) => string;
  export = stem;
}
