/** Words by which questions are told; a slip in one of them loses the whole shape. */
export const QUESTION_WORDS: readonly string[] =
  `what which when where about many should said recommend recommended recommendation recommendations attended moderated
  participants organized moderated spoke talked people persons person session sessions speaker speakers webinar webinars
  meeting meetings`.split(/\s+/);

/** How people shorten the words of questions in a chat, and what they mean. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    wat: 'what',
    wot: 'what',
    wht: 'what',
    whats: 'what is',
    whos: 'who is',
    whens: 'when is',
    wheres: 'where is',
    hows: 'how is',
    whove: 'who have',
    re: 'about',
    abt: 'about',
    pls: 'please',
    plz: 'please',
    u: 'you',
    univ: 'university',
    unis: 'universities',
    uni: 'university',
    govt: 'government',
    govts: 'governments',
    intl: 'international',
    recs: 'recommendations',
    ppl: 'people',
  }),
);
