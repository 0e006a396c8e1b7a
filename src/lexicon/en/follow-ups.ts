/** How people speak of what an answer showed. Folded words. */

/** The place of an item in words; `last` counts from the end. */
export const PLACES_IN_LIST: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  '9th': 9,
  tenth: 10,
  '10th': 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  last: -1,
};

/** Words that ask to see an item. */
export const OPENING: readonly string[] = [
  'open',
  'show',
  'see',
  'expand',
  'details',
  'detail',
  'more',
  'view',
  'read',
  'give',
  'tell',
  'explain',
  'pick',
  'choose',
  'select',
];

/** Words around the place of an item that say nothing more. */
export const AROUND_PLACE: readonly string[] = [
  'me',
  'the',
  'no',
  'nr',
  'number',
  'item',
  'entry',
  'result',
  'answer',
  'hit',
  'point',
  'option',
  'one',
  'on',
  'of',
  'about',
  'up',
  'please',
  'that',
  'in',
  'list',
  'from',
  'full',
];

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that point at what was shown: nothing but it says what they mean. */
export const POINTING = words(`
  that this it its so those these they them their theirs he him his she her hers there then such same
`);
/** Those that stand for people. */
export const POINTING_AT_PEOPLE = words('they them their theirs he him his she her hers those these');
/** Words that a question about what was shown is made of, and that say nothing themselves. */
export const AROUND_POINTING = words(`
  a an the is was were are be been being did do does has have had will would can could may i we you me us
  of in at on by from for to with as up out and again then exactly
  what which who whom whose when where how many much carry carries carried cover covers covered full exact official
`);
/** Saying, by every verb that a thread uses of it. */
export const SAYING = words(`
  say says said saying tell tells told claim claims claimed state stated mention mentioned argue argued make makes made made
  give gave given come came propose proposed recommend recommended suggest suggested point points pointed speak spoke spoken talk
  talked think thinks thought warn warned ask asked raise raised bring brought put words word claim quote quoted remark remarks
  figure figures number numbers statistic statistics estimate estimates data statement statements idea ideas proposal proposals view
  views opinion opinions report reported present presented show showed shown share shared cite cited publish published
`);
/** Being at an event. */
export const TAKING_PART = words(`
  spoke speak speaks talked attend attends attended attending participate participated take took taken part present presented came
  come joined join appear appeared people participants attendees there
`);
export const MORE_OF_IT = words('else other others another more further besides');
/** What somebody stands for. */
export const AFFILIATIONS = words(`
  organization organizations organisation organisations company companies institution institutions employer employers affiliation
  affiliations work works working employed represent represents represented representing behalf role roles job jobs title titles
  post posts position positions occupation country countries nationality chair chairs chaired head heads headed lead leads run runs direct
  directs
`);
/** Where something stands. */
export const DOCUMENTS_OF_IT = words(`
  source sources document documents report reports paragraph paragraphs page pages citation citations reference references written
  stand stands read reads find found published pdf link
`);
export const EVENTS_OF_IT = words(`
  event events session sessions webinar webinars meeting meetings conference conferences forum forums occasion panel panels hearing
  summit workshop seminar title titles name called named keyword keywords topic topics theme themes subject subjects tags agenda
`);
export const DATES_OF_IT = words('date dates day year month time hour');
export const PLACES_OF_IT = words('place city town venue location building room held happen happened');
export const LANGUAGES_OF_IT = words('language languages');
/** Whose words something is. */
export const ASKS_WHO = words('who whom whose');
/** Questions for what was only counted. */
export const ASKS_COUNTED: ReadonlySet<string> = new Set([
  'which',
  'which ones',
  'which one',
  'which are they',
  'which were they',
  'what are they',
  'what were they',
  'list them',
  'name them',
  'show them',
  'show me',
  'show me them',
  'who exactly',
  'who',
]);
/** Short questions that point at what was shown without a word for it. */
export const POINTING_ALONE: ReadonlySet<string> = new Set([
  'says who',
  'who says',
  'by whom',
  'from whom',
  'according to whom',
  'when',
  'where',
  'what else',
  'anything else',
  'who else',
  'source',
  'sources',
  'citation',
  'what source',
  'which source',
  'which document',
  'which report',
  'which paragraph',
  'what paragraph',
  'which page',
  'what event',
  'which event',
  'at which event',
  'at what event',
  'which session',
  'at which session',
  'what is the source',
  'what was the source',
  'what else was said',
]);

/** Lines that turn the pages of what was shown. */
export const NEXT_PAGE: ReadonlySet<string> = new Set([
  'more',
  'next',
  'next page',
  'next one',
  'next ones',
  'more of them',
  'more of these',
  'more results',
  'more entries',
  'show more',
  'show me more',
  'see more',
  'any more',
  'what else is there',
  'continue',
  'go on',
  'keep going',
  'carry on',
  'weiter',
  'suite',
  'suivant',
  'siguiente',
]);
export const PREVIOUS_PAGE: ReadonlySet<string> = new Set([
  'previous',
  'previous page',
  'prev',
  'prev page',
  'page before',
  'page back',
]);
export const FIRST_PAGE: ReadonlySet<string> = new Set([
  'first page',
  'back to the start',
  'start of the list',
]);
export const LAST_PAGE: ReadonlySet<string> = new Set(['last page', 'end of the list']);
/** … and that go back to what was shown before. */
export const GOING_BACK: ReadonlySet<string> = new Set([
  'back',
  'go back',
  'back to the list',
  'back to list',
  'go back to the list',
  'back to the results',
  'back to results',
  'take me back',
  'zuruck',
  'retour',
  'volver',
  'atras',
]);
/** Lines that ask how what was shown can be narrowed. */
export const REFINING: ReadonlySet<string> = new Set([
  'refine',
  'refine it',
  'refine this',
  'refine search',
  'refine the search',
  'refine these',
  'narrow',
  'narrow down',
  'narrow it',
  'narrow it down',
  'narrow this down',
  'narrow the list',
  'narrow the search',
  'filter',
  'filters',
  'filter it',
  'filter this',
  'filter these',
  'filter the list',
  'add a filter',
  'add filter',
  'how can i narrow this',
  'how can i refine this',
]);
/** Lines that ask to open something without saying what. */
export const OPENING_ALONE: ReadonlySet<string> = new Set([
  'open',
  'open it',
  'open one',
  'open item',
  'open an item',
  'open this',
  'open that',
]);

/** A verdict on the answer before: that it helped. */
export const HELPFUL: ReadonlySet<string> = new Set([
  'helpful',
  'useful',
  'yes helpful',
  'it was helpful',
  'this is helpful',
  'this was helpful',
  'the answer was helpful',
  'this answer is helpful',
  'this answer was helpful',
]);

/** A verdict on the answer before: that it did not help. */
export const UNHELPFUL: ReadonlySet<string> = new Set([
  'not helpful',
  'unhelpful',
  'not useful',
  'useless',
  'no not helpful',
  'not very helpful',
  'not really helpful',
  'it was not helpful',
  'that is not helpful',
  'that was not helpful',
  'this is not helpful',
  'this was not helpful',
  'the answer was not helpful',
  'this answer is not helpful',
  'this answer was not helpful',
  'that did not help',
  'that does not help',
  'this did not help',
  'this does not help',
]);
