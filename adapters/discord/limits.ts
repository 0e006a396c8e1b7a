/**
 * What Discord allows: one table, each limit with the page that states it. Texts are measured in UTF-16 units, which is
 * never less than the code points that Discord counts.
 */
import type { Limit } from '../../src/contract/adapter.ts';

const DOCS = 'https://docs.discord.com/developers';
const COMPONENTS = `${DOCS}/components/reference`;
const COMMANDS = `${DOCS}/interactions/application-commands`;
const INTERACTIONS = `${DOCS}/interactions/receiving-and-responding`;
const MESSAGES = `${DOCS}/resources/message`;

export const LIMITS = {
  /** Text of all text displays of one message together. */
  text: { value: 4000, unit: 'characters', source: `${COMPONENTS}#text-display` },
  /** Components of one message, nested ones and the container itself included. */
  components: { value: 40, unit: 'items', source: `${COMPONENTS}#component-object` },
  rowButtons: { value: 5, unit: 'items', source: `${COMPONENTS}#action-row` },
  sectionTexts: { value: 3, unit: 'items', source: `${COMPONENTS}#section` },
  buttonLabel: { value: 80, unit: 'characters', source: `${COMPONENTS}#button` },
  customId: { value: 100, unit: 'characters', source: `${COMPONENTS}#custom-id` },
  selectOptions: { value: 25, unit: 'items', source: `${COMPONENTS}#string-select` },
  optionLabel: { value: 100, unit: 'characters', source: `${COMPONENTS}#string-select` },
  optionValue: { value: 100, unit: 'characters', source: `${COMPONENTS}#string-select` },
  placeholder: { value: 150, unit: 'characters', source: `${COMPONENTS}#string-select` },
  /** Of a form, whose fields are labels with one component each. */
  modalTitle: { value: 45, unit: 'characters', source: `${INTERACTIONS}#interaction-response-object-modal` },
  modalFields: { value: 5, unit: 'items', source: `${INTERACTIONS}#interaction-response-object-modal` },
  label: { value: 45, unit: 'characters', source: `${COMPONENTS}#label` },
  labelDescription: { value: 100, unit: 'characters', source: `${COMPONENTS}#label` },
  groupOptions: { value: 10, unit: 'items', source: `${COMPONENTS}#checkbox-group` },
  groupOption: { value: 100, unit: 'characters', source: `${COMPONENTS}#checkbox-group` },
  textHint: { value: 100, unit: 'characters', source: `${COMPONENTS}#text-input` },
  textValue: { value: 4000, unit: 'characters', source: `${COMPONENTS}#text-input` },
  /** Classic messages, which only the shortest notices use. */
  content: { value: 2000, unit: 'characters', source: `${MESSAGES}#create-message` },
  nonce: { value: 25, unit: 'characters', source: `${MESSAGES}#create-message` },
  commandName: { value: 32, unit: 'characters', source: `${COMMANDS}#application-command-object` },
  commandDescription: { value: 100, unit: 'characters', source: `${COMMANDS}#application-command-object` },
  commandOptions: { value: 25, unit: 'items', source: `${COMMANDS}#application-command-object` },
  /** Names, descriptions and values of one command together, the longest localization of each. */
  command: { value: 8000, unit: 'characters', source: `${COMMANDS}#application-command-object` },
  commandsGlobal: { value: 100, unit: 'items', source: `${COMMANDS}#registering-a-command` },
  contextMenusGlobal: { value: 15, unit: 'items', source: `${COMMANDS}#registering-a-command` },
  choices: { value: 25, unit: 'items', source: `${COMMANDS}#autocomplete` },
  choiceName: { value: 100, unit: 'characters', source: `${COMMANDS}#application-command-object` },
  choiceValue: { value: 100, unit: 'characters', source: `${COMMANDS}#application-command-object` },
  /** The first reply to an interaction. */
  firstReply: { value: 3000, unit: 'milliseconds', source: `${INTERACTIONS}#interaction-callback` },
  /** How long an interaction's token takes follow-ups. */
  token: { value: 900_000, unit: 'milliseconds', source: `${INTERACTIONS}#followup-messages` },
  requests: { value: 50, unit: 'per second', source: `${DOCS}/topics/rate-limits#global-rate-limit` },
  /** Servers above which a bot must be sharded. */
  guildsPerShard: { value: 2500, unit: 'items', source: `${DOCS}/events/gateway#sharding` },
} as const satisfies Readonly<Record<string, Limit>>;
