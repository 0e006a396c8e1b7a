/** How people tell what a question comes from: of themselves, of whom they know, of what they heard and want. */

/** Whom somebody tells of who asks for them or told them: "my boss wants …", "a colleague said …". */
export const ACQUAINTANCES: readonly string[] = `
boss bosses chief manager supervisor director editor ed teacher tutor prof professor lecturer advisor adviser trainer coach intern
colleague colleagues coworker workmate friend friends mate buddy pal neighbour neighbor flatmate roommate classmate team group class
office committee council board client customer mum mom mother dad father parents brother sister son daughter kid kids child aunt
auntie uncle cousin nephew niece nan gran granny grandma grandpa grandmother grandfather husband wife partner girlfriend boyfriend gf
bf fiance landlord doctor lawyer accountant minister ministry department secretary guy girl chap dude bloke person journalist
`
  .trim()
  .split(/\s+/);

/** What people do with what they were told, before they say what it was. */
export const HEARSAY: readonly string[] = `
heard hear read saw seen remember recall think thought believe know knew noticed understand understood said says say claimed claims
claim told tells mentioned mentions insists insisted swears swore argues argued reckons reckoned found feel guess suspect learned
learnt bet keeps kept forgot forget asked asks wonder wondered wonders wondering
`
  .trim()
  .split(/\s+/);

/** … and what may stand behind it: "heard of", "told me that there is". */
export const HEARSAY_LINKS: readonly string[] = [
  'of',
  'about',
  'that',
  'there is',
  'there was',
  'there are',
  'there were',
  'it was',
  'somewhere',
  'something about',
  'something on',
  'something like',
  'me',
  'us',
  'me that',
  'us that',
  'me about',
  'us about',
  'once',
  'yesterday',
  'today',
  'saying',
];

/** Verbs of wanting: what stands behind them is what is asked for. */
export const WANTING: readonly string[] = [
  'want',
  'wants',
  'need',
  'needs',
  'asks for',
  'asked for',
  'asks me for',
  'asked me for',
  'would like',
  'am after',
  'is after',
  'are after',
  'after',
  'am looking for',
  'is looking for',
  'are looking for',
  'looking for',
  'am searching for',
  'searching for',
  'am trying to find',
  'trying to find',
  'would love',
  'would appreciate',
  'wish for',
  'require',
  'requires',
  'could use',
  'must have',
];

/** Between wanting and what is wanted. */
export const WANTED_LINKS: readonly string[] = [
  'me to find',
  'me to get',
  'us to find',
  'to find',
  'to get',
  'to see',
  'to know',
  'to have',
  'to read',
  'to cite',
  'to quote',
  'from me',
  'from you',
];

/** What somebody is busy with who asks: "a slide on Peru", "my thesis about visas". */
export const ERRANDS: readonly string[] = `
slide slides deck poster memo note brief briefing thesis essay paper homework assignment dissertation article piece story report
presentation speech talk course class exam lecture blog post newsletter invite invitation proposal application grant leaflet flyer
chapter op-ed oped review project podcast
`
  .trim()
  .split(/\s+/);

/** Words of days and places of whoever asks, not of what is asked. */
export const CIRCUMSTANCES: readonly string[] = `
deadline laptop phone lunch coffee homework thesis slide slides deck memo invite notes boss prof editor screaming bored tired slept
sleep weekend bus train desk inbox typing keyboard wifi battery headache shift nightshift toddler meeting commute
`
  .trim()
  .split(/\s+/);

/** Requests that name nothing: "Can you settle it?" asks what was told before. */
export const BARE_REQUESTS: readonly string[] = `
settle help confirm check clarify clear assist advise enlighten sort solve verify remind ring bell clue idea ideas thoughts input
hint tip tips hand jog memory straight light shed able ideally somehow pointers luck right wrong true correct rigth
`
  .trim()
  .split(/\s+/);

/** Announcements of questions: "two things: …", "quick q - …". */
export const ANNOUNCEMENTS: readonly string[] = [
  'thing',
  'things',
  'question',
  'questions',
  'q',
  'qs',
  'one',
  'ones',
  'ask',
  'asks',
  'query',
  'queries',
  'point',
  'points',
];

/** How many and of what sort the announced questions are. */
export const ANNOUNCED: readonly string[] = [
  'a',
  'an',
  'one',
  'two',
  'three',
  'four',
  '1',
  '2',
  '3',
  '4',
  'some',
  'several',
  'couple of',
  'couple',
  'few',
  'last',
  'next',
  'just',
  'only',
  'quick',
  'short',
  'small',
  'little',
  'simple',
  'easy',
  'silly',
  'stupid',
  'dumb',
  'newbie',
  'random',
  'weird',
  'burning',
  'honest',
  'serious',
  'genuine',
  'curious',
  'general',
  'practical',
  'technical',
  'urgent',
  'final',
  'follow-up',
  'more',
  'another',
  'other',
  'my',
  'same',
];

/** Sentences that only try whether somebody is there. */
export const CALLS: readonly string[] = [
  'is this thing on',
  'is this on',
  'is anyone there',
  'is anybody there',
  'is someone there',
  'anyone there',
  'anybody there',
  'anybody home',
  'are you there',
  'are you awake',
  'are you alive',
  'are you online',
  'can you hear me',
  'you there',
  'does this work',
  'how are you',
  'how are you doing',
  'how is it going',
  'what is up',
  'how do you do',
  'is this working',
];

/** Laughs and sighs, wherever they stand. */
export const SIGHS: readonly string[] = [
  'lol',
  'lmao',
  'rofl',
  'haha',
  'hahaha',
  'hehe',
  'omg',
  'omfg',
  'ugh',
  'argh',
  'aargh',
  'yikes',
  'whew',
  'phew',
  'smh',
  'ngl',
  'fwiw',
  'erm',
  'umm',
  'uhm',
  'uh',
  'um',
  'hmm',
  'hmmm',
  'gosh',
  'oops',
];

/** Nouns for a part of a text: who is after "the passage where …" is after what it says. */
export const PASSAGES: readonly string[] = [
  'passage',
  'part',
  'bit',
  'place',
  'sentence',
  'paragraph',
  'section',
  'spot',
  'line',
  'moment',
  'quote',
  'statement',
];
