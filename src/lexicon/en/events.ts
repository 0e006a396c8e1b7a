/** Words that ask of an event to come. */
export const AHEAD: ReadonlySet<string> = new Set([
  'next',
  'upcoming',
  'forthcoming',
  'coming',
  'subsequent',
  'following',
  'tomorrow',
]);

/** What people call an event, whatever an archive calls it: what it is called there comes from its kinds and titles. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  `event events session sessions webinar webinars meeting meetings forum forums conference conferences segment segments panel
  panels workshop workshops seminar seminars summit summits dialogue dialogues hearing hearings roundtable roundtables
  consultation consultations congress assembly symposium colloquium talk talks gathering gatherings training trainings`
    .trim()
    .split(/\s+/),
);

/** Words for those who came to an event. */
export const ATTENDANCE_NOUNS: ReadonlySet<string> = new Set([
  'participants',
  'attendance',
  'attendees',
  'audience',
  'turnout',
  'crowd',
  'crowds',
  'attended',
  'visitors',
  'registered',
]);
