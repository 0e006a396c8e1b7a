/** Words by which questions are told; a slip in one of them loses the whole shape. */
export const QUESTION_WORDS: readonly string[] =
  `what which when where about many should said recommend recommended recommendation recommendations attended moderated
  participants organized moderated spoke talked people persons person session sessions speaker speakers webinar webinars
  meeting meetings`.split(/\s+/);

/** Expressions that belong to the form of a question and say nothing of its matter. */
export const FORM_PHRASES: readonly string[] = [
  'take place',
  'took place',
  'taken place',
  'taking place',
  'come up',
  'come up with',
  'bring up',
  'brought up',
  'talk about',
  'speak about',
  'a lot of',
  'what kind of',
  'in order to',
  'as well as',
  'such as',
  'so far',
  'at all',
  'in general',
  'for example',
  'for instance',
  'in short',
  'short summary',
  'short version',
  'find out',
];

/** Words behind a command that ask for all that it lists. */
export const LISTING_WORDS: readonly string[] =
  `all any every each everything list lists listing show give get find see display overview catalogue archive me us please you
  can could would there here is are was were have has had do does did be been the a an of in on to from and or with that
  which what these those them it its your our full complete whole entire recorded held made given available exist exists
  session sessions event events meeting meetings webinar webinars recommendation recommendations speaker speakers
  every available`.split(/\s+/);

/** What people put behind a slash to say what sort of thing they name. */
export const FACET_NOUNS: ReadonlySet<string> = new Set([
  'topic',
  'topics',
  'subject',
  'theme',
  'country',
  'goal',
  'sdg',
  'organization',
  'organisation',
  'org',
  'group',
  'event',
  'webinar',
  'year',
  'date',
]);
