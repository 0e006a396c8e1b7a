/** All commands as their users know them, in the order in which help and manifests list them. */
import type { Declaration } from './declaration.ts';

export const DECLARATIONS: readonly Declaration[] = [
  {
    name: 'sessions',
    aliases: ['session', 'events', 'event'],
    summary: 'Find sessions by topic, goal, country, organization, date or words',
    argument: {
      name: 'query',
      summary: 'Filters or words: sdg8, c7, e-learning, japan, ilo, may 2022, "a phrase"',
      required: false,
      hint: '[sdg8 | topic | country | organization | 2022 | words]',
    },
    completes: ['goal', 'topic', 'country', 'organization', 'action-line', 'session'],
    examples: [
      { argument: 'sdg8', meaning: 'sessions on decent work and economic growth' },
      { argument: 'before 2021', meaning: 'sessions held before 2021' },
      { argument: 'singapore', meaning: 'sessions about or with people from Singapore' },
    ],
    details:
      'Lists the sessions that match every filter. Goals, action lines, countries, organizations, topics and dates can be mixed with free words in any order. Sessions that only a curator relates to the subject are marked as related.',
  },
  {
    name: 'speaker',
    aliases: ['speakers', 'person', 'people', 'who'],
    summary: 'Show who somebody is, where they spoke and what they said',
    argument: {
      name: 'name',
      summary: 'A name, in full or in part; small misspellings are forgiven',
      required: true,
      hint: 'NAME',
    },
    completes: ['person'],
    examples: [
      { argument: 'Popova', meaning: 'who she is and everything recorded of what she said' },
      { argument: 'Tay migration', meaning: 'what he said on one subject' },
    ],
    details:
      'Shows the role and organization that a person had at each event, and every contribution with its place in the document. Add words or filters to narrow the contributions.',
  },
  {
    name: 'recommendations',
    aliases: ['recommendation', 'recommend'],
    summary: 'List what was recommended on a topic, by whom, to whom',
    argument: {
      name: 'topic',
      summary: 'A topic, group or words: migration, gender, universities, msmes',
      required: false,
      hint: '[topic | group | country | words]',
    },
    completes: ['topic', 'goal', 'country', 'organization', 'person'],
    examples: [
      { argument: 'migration', meaning: 'recommendations on labour migration' },
      { argument: 'universities', meaning: 'what universities should do' },
    ],
    details:
      'Lists recommendations, those said outright before those implied, each with who made it, whom it addresses and where it stands.',
  },
  {
    name: 'ask',
    aliases: ['question', 'search', 'find'],
    summary: 'Ask in plain words: who said what, how many, what is, when',
    argument: {
      name: 'question',
      summary: 'A question or words to look for in everything that was said',
      required: true,
      hint: 'QUESTION',
    },
    completes: ['topic', 'person', 'organization', 'session'],
    examples: [
      {
        argument: 'how many IT workers will Japan be short of by 2030?',
        meaning: 'a figure with its source',
      },
      { argument: 'who talked about brain circulation?', meaning: 'people and what they said' },
    ],
    details:
      'Looks through everything that was said, recommended, counted or voted for. Nothing is made up: each line stands in a document, and where the archive says nothing the answer says so.',
  },
  {
    name: 'open',
    aliases: ['show'],
    summary: 'Open one session, contribution, organization, topic or document',
    argument: {
      name: 'id',
      summary: 'The identifier that an answer shows, or a title',
      required: true,
      hint: 'ID',
    },
    completes: ['session', 'organization', 'topic', 'goal'],
    examples: [
      { argument: 'wsis-2022-session-181', meaning: 'one session with its people, parts and goals' },
    ],
    details:
      'Shows one thing in full, with everything that the documents state of it and what they leave open.',
  },
  {
    name: 'help',
    aliases: ['hi', 'hello', 'about'],
    summary: 'Explain what can be asked, or one command',
    argument: { name: 'command', summary: 'The command to explain', required: false, hint: '[command]' },
    completes: ['command'],
    examples: [{ argument: 'sessions', meaning: 'what the sessions command understands' }],
    details: 'Shows the commands with examples. The word help after a command explains that command.',
  },
];
