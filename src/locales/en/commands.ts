/**
 * What the commands are told to be, in help, in the menus of chats and in manifests. An example's `argument` is what is typed
 * behind the command's name; another language takes examples of its own.
 */
export const commands = {
  sessions: {
    summary: 'Find sessions by topic, goal, country, organization, date or words',
    argument: {
      summary: 'Filters or words: sdg8, c7, e-learning, japan, ilo, may 2022, "a phrase"',
      hint: '[sdg8 | topic | country | organization | 2022 | words]',
    },
    examples: [
      { argument: 'sdg8', meaning: 'sessions on decent work and economic growth' },
      { argument: 'before 2021', meaning: 'sessions held before 2021' },
      { argument: 'singapore', meaning: 'sessions about Singapore, or with people from there' },
    ],
    details:
      'Lists the sessions that match everything you type. Goals, action lines, countries, organizations, topics and dates can be mixed with other words in any order. Sessions that only a curator connects with the subject are marked as related.',
  },
  speaker: {
    summary: 'Show who somebody is, where they spoke and what they said',
    argument: { summary: 'A name, in full or in part; small misspellings are forgiven', hint: 'NAME' },
    examples: [
      { argument: 'Popova', meaning: 'who Popova is and everything recorded of what she said' },
      { argument: 'Tay older workers', meaning: 'what Tay said on one subject' },
    ],
    details:
      'Shows the role and organization that a person had at each event, and everything recorded of what they said, with its place in the document. Add words to narrow it.',
  },
  recommendations: {
    summary: 'List what was recommended on a topic, by whom and to whom',
    argument: {
      summary: 'A topic, group or words: migration, gender, universities, msmes',
      hint: '[topic | group | country | words]',
    },
    examples: [
      { argument: 'migration', meaning: 'recommendations on labour migration' },
      { argument: 'universities', meaning: 'what universities should do' },
    ],
    details:
      'Lists recommendations, each with who made it, whom it is addressed to and where it stands. Those that a source only implies are marked as such.',
  },
  ask: {
    summary: 'Ask in your own words: who said what, how many, when, where',
    argument: { summary: 'A question, or words to look for in everything that was said', hint: 'QUESTION' },
    examples: [
      {
        argument: 'how many IT workers will Japan be short of by 2030?',
        meaning: 'how many IT workers Japan will lack by 2030, with the source',
      },
      { argument: 'who talked about brain circulation?', meaning: 'people and what they said' },
    ],
    details:
      'Looks through everything that was said, recommended, counted or voted on. Nothing is made up: each line comes from a document, and where the archive says nothing, the answer says so.',
  },
  open: {
    summary: 'Open one session, contribution, organization, topic or document',
    argument: { summary: 'A title, or the identifier in a line such as “open …”', hint: 'ID' },
    examples: [
      { argument: 'wsis-forum-2022-session-181', meaning: 'one session with its people, parts and goals' },
    ],
    details: 'Shows one thing in full, with everything that the documents state about it.',
  },
  help: {
    summary: 'Explain what can be asked, or one command',
    argument: { summary: 'The command to explain', hint: '[command]' },
    examples: [{ argument: 'sessions', meaning: 'what the sessions command understands' }],
    details: 'Shows the commands. Add the name of one, and that command is explained with examples.',
  },
};
