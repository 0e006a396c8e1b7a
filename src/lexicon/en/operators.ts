/** Words by which questions combine what is found: comparing, extremes, leaving out. Folded words. */

/** Words that set two things beside each other. */
export const COMPARING: readonly string[] = [
  'vs',
  'versus',
  'compare',
  'compares',
  'compared',
  'comparing',
  'comparison',
  'contrast',
  'differ',
  'differs',
  'differed',
  'difference',
  'differences',
  'disagree',
  'disagrees',
  'disagreed',
  'disagreement',
  'agree',
  'agrees',
  'agreed',
  'common',
  'similar',
  'similarities',
  'each',
  'both',
  'either',
  'neither',
  'respectively',
];

/** Words that stand between the two. */
export const BETWEEN_SIDES: ReadonlySet<string> = new Set(['vs', 'versus', 'or', 'than']);

/** Comparatives between two, as in "which was bigger, A or B"; what they compare stands in the entries. */
export const COMPARATIVES: readonly string[] = [
  'bigger',
  'larger',
  'smaller',
  'greater',
  'higher',
  'lower',
  'longer',
  'shorter',
  'more',
  'fewer',
  'less',
  'earlier',
  'later',
  'older',
  'newer',
  'first',
  'better',
  'worse',
  'cheaper',
  'costlier',
  'dearer',
];

/** Words that ask for the most. */
export const MOST: readonly string[] = [
  'highest',
  'most',
  'largest',
  'biggest',
  'greatest',
  'maximum',
  'max',
  'longest',
];
/** Words that ask for the least. */
export const LEAST: readonly string[] = [
  'lowest',
  'least',
  'smallest',
  'fewest',
  'minimum',
  'min',
  'shortest',
  'weakest',
];

/** Expressions in which such words set nothing against anything else. */
export const NO_EXTREMES: readonly string[] = [
  'one of the',
  'some of the',
  'most of',
  'most likely',
  'most out',
  'the most of',
  'at most',
  'at least',
  'not least',
  'last but not least',
  'most important',
  'most importantly',
  'most of all',
  'most recent',
  'most recently',
  'most common',
  'most relevant',
  'most useful',
];

/** Of these "the minimum" is one that is asked for, and sets nothing apart: "the minimum yearly salary". */
export const HAVE_MINIMUM: ReadonlySet<string> = new Set(
  'salary salaries wage wages pay income age requirement requirements standard standards hours'.split(' '),
);

/** Expressions after which something is left out. */
export const EXCLUDING: readonly string[] = [
  'besides',
  'except',
  'except for',
  'excluding',
  'other than',
  'apart from',
  'aside from',
  'not counting',
  'not including',
  'leaving out',
  'leaving aside',
  'minus',
  'but not',
  'and not',
  'not about',
  'not by',
  'not from',
  'not on',
  'not',
  'without',
];

/** What somebody does for an event, by what they are to it; every form of the verbs and nouns. */
export const ROLE_FORMS: Readonly<
  Record<'organizers' | 'supporters' | 'funders' | 'moderators', readonly string[]>
> = {
  organizers: [
    'organize',
    'organise',
    'organizer',
    'organiser',
    'organized',
    'organised',
    'organizing',
    'organising',
    'organizes',
    'organises',
    'host',
    'hosts',
    'hosted',
    'hosting',
    'convene',
    'convenes',
    'convened',
    'convening',
    'arrange',
    'arranged',
    'put on',
    'ran',
    'run',
  ],
  supporters: [
    'support',
    'supports',
    'supported',
    'supporting',
    'supporter',
    'supporters',
    'back',
    'backs',
    'backed',
    'backing',
    'backer',
    'backers',
    'sponsor',
    'sponsors',
    'sponsored',
    'sponsoring',
    'endorse',
    'endorsed',
  ],
  funders: [
    'fund',
    'funds',
    'funded',
    'funding',
    'funder',
    'funders',
    'finance',
    'finances',
    'financed',
    'financing',
    'paid',
    'pays',
    'pay',
    'donor',
    'donors',
    'bankrolled',
  ],
  moderators: [
    'moderate',
    'moderates',
    'moderated',
    'moderating',
    'moderator',
    'moderators',
    'chair',
    'chairs',
    'chaired',
    'chairing',
    'facilitate',
    'facilitates',
    'facilitated',
    'facilitating',
    'facilitator',
    'facilitators',
    'emcee',
    'mc',
  ],
};

/** Nouns for those who speak. */
export const PEOPLE_NOUNS: ReadonlySet<string> = new Set(
  `people persons person speakers speaker panellists panelists panellist panelist participants participant experts expert
  officials official guests guest delegates delegate women men presenters presenter representatives representative academics
  ministers researchers professors everybody everyone anybody anyone`
    .trim()
    .split(/\s+/),
);

/** Words for somebody that say neither name nor post ("the lady from …"). */
export const PERSON_WORDS: ReadonlySet<string> = new Set(
  `lady ladies guy guys man men woman women gentleman gentlemen person people persons someone somebody chap fellow bloke dude girl
  boy folks colleague colleagues rep reps representative representatives delegate delegates speaker speakers one ones`
    .trim()
    .split(/\s+/),
);

/** Words that ask what somebody is. */
export const PROFILE_WORDS: ReadonlySet<string> = new Set(
  `post posts position positions role roles job jobs title titles function affiliation organization organisation organizations
  organisations employer company institution office occupation profession work works working head heads director dean chair
  chairman chairwoman president professor faculty department`
    .trim()
    .split(/\s+/),
);
/** Verbs for being at the head of something. */
export const LEADING: ReadonlySet<string> = new Set(
  'heads heading headed leads leading led runs running directs directing directed manages chairs presides'.split(
    ' ',
  ),
);

/** Nouns for a number that somebody gave. */
export const FIGURE_NOUNS: ReadonlySet<string> = new Set([
  'number',
  'numbers',
  'figure',
  'figures',
  'value',
  'amount',
  'estimate',
  'estimates',
  'percentage',
  'share',
  'given',
  'named',
]);

/** Nouns that ask for a number where they are what a question asks for. */
export const FIGURE_HEADS: ReadonlySet<string> = new Set([
  'share',
  'percentage',
  'percent',
  'proportion',
  'number',
  'numbers',
  'figure',
  'figures',
  'amount',
  'rate',
  'budget',
  'cost',
  'costs',
  'price',
  'prices',
  'salary',
  'salaries',
  'average',
  'median',
  'size',
  'total',
  'statistic',
  'statistics',
]);

/** Nouns of which an event says itself how many there are. */
export const COUNTED_FACTS: Readonly<
  Record<
    string,
    'goals' | 'lines' | 'countries' | 'languages' | 'organizers' | 'supporters' | 'funders' | 'moderators'
  >
> = {
  organizers: 'organizers',
  organisers: 'organizers',
  hosts: 'organizers',
  supporters: 'supporters',
  sponsors: 'supporters',
  funders: 'funders',
  donors: 'funders',
  sdgs: 'goals',
  goals: 'goals',
  lines: 'lines',
  countries: 'countries',
  nations: 'countries',
  languages: 'languages',
};

/** Parts that people play at an event, by the words for them. */
export const PARTS_PLAYED: Readonly<Record<string, string>> = {
  closing: 'closing',
  opening: 'opening',
  opened: 'opening',
  closed: 'closing',
  keynote: 'keynote',
  keynotes: 'keynote',
  moderated: 'moderator',
  moderators: 'moderator',
  panellists: 'panellist',
  panelists: 'panellist',
};
/** What they hold there. */
export const PART_NOUNS: ReadonlySet<string> = new Set([
  'remarks',
  'speech',
  'speeches',
  'address',
  'addresses',
  'words',
  'gave',
  'held',
  'made',
  'delivered',
]);

/** Nouns for documents. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set([
  'publication',
  'publications',
  'paper',
  'papers',
  'document',
  'documents',
  'material',
  'materials',
  'reading',
  'readings',
  'literature',
  'recording',
  'recordings',
  'slides',
]);

/** Words of asking that the texts use as well: they put first what holds them and narrow nothing. */
export const TELLING_NOUNS: ReadonlySet<string> = new Set([
  'question',
  'questions',
  'discussion',
  'discussions',
  'point',
  'points',
  'example',
  'examples',
  'result',
  'results',
  'issue',
  'issues',
  'message',
  'messages',
  'advice',
  'need',
  'needs',
  'face',
  'faced',
  'use',
  'used',
  'result',
  'keep',
  'address',
  'propose',
  'proposed',
  'suggested',
  'held',
  'started',
  'end',
  'ended',
  'start',
  'begin',
  'began',
  'means',
  'became',
  'become',
  'becoming',
  'keep',
  'keeps',
  'kept',
  'opinion',
  'opinions',
  'view',
  'views',
  'information',
  'matter',
  'matters',
  'include',
  'includes',
  'included',
  'involve',
  'involved',
  'different',
  'various',
]);
