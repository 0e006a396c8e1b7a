/** The words that Teams' users read beside an Answer's own. English now; parameters are already formatted. */
const count = new Intl.NumberFormat('en');

function counted(number: number, one: string, many: string): string {
  return `${count.format(number)} ${number === 1 ? one : many}`;
}

export const WORDS = {
  related: 'Related',
  because: (reasons: string): string => `Why: ${reasons}`,
  cited: (label: string): string => `Source: ${label}`,
  openItem: (title: string): string => `Open: ${title}`,
  back: 'Back',
  findRelated: 'Find related sessions',
  findRelatedDescription: 'Look for sessions in the archive that are about the same subjects as this message',
  dialogTitle: 'From the archive',
  put: 'Put into a message',
  share: 'Share with everybody here',
  shared: 'Shared with everybody here.',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  thanks: 'Thank you. Your feedback was noted.',
  tryOne: 'Try one of these:',
  shortened: 'Some texts are shortened. Open an item to read all of it.',
  itemsLeft: (left: number): string =>
    `${counted(left, 'more item does', 'more items do')} not fit into one message. Add a filter to see fewer.`,
  moreFacts: (left: number): string => `${counted(left, 'more fact', 'more facts')}: open it to see all.`,
  moreCitations: (left: number): string => `and ${counted(left, 'more place', 'more places')}`,
  choicesLeft: (left: number): string =>
    `${counted(left, 'more suggestion is', 'more suggestions are')} not shown.`,
  sourcesLeft: (left: number): string => `and ${counted(left, 'more document', 'more documents')}`,
  untitled: 'Answer',

  welcomeTitle: 'Hello, I am Rapporteur',
  welcomePersonal:
    'I know what was said and recommended at your policy events, by whom, and where it is written. Type a line or a question, or press a button.',
  welcomeGroup:
    'I know what was said and recommended at your policy events, by whom, and where it is written. Mention me with a line or a question, for example “@Rapporteur sessions sdg8”.',

  unreadable: {
    attachment: 'I can read text only, no pictures or files. Type a line such as “sessions sdg8”, or “help”.',
    button:
      'This button holds nothing that I can read; its card may be from an older version. Type “help” to start anew.',
    words: 'This message holds no words that I can search for. Choose one with text.',
    command: 'I do not know this command. Type “help” to see what I can do.',
  },
  failed: 'Something went wrong while I was looking. Please ask again in a moment.',
  later: 'This takes longer than usual. The answer follows as a message.',
  stopping: 'I am being restarted. Please ask again in a minute.',
  searchEmpty:
    'Type a name, a topic or a few words: sessions, people and recommendations appear as you type.',
  searchNothing: 'Nothing in the archive matches. Try a topic such as “migration”, or part of a name.',
  searchFailed: 'The search did not work this time. Please type again in a moment.',
} as const;
