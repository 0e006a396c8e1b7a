/**
 * What Microsoft Teams allows, in one table. Values that only guard our own service stand at the end and say so.
 */
import type { Limit } from '../../src/contract/adapter.ts';

const SCHEMA = 'Teams app manifest schema v1.29 (developer.microsoft.com/json-schemas/teams/v1.29)';
const FORMAT = 'Microsoft Learn: Format your bot messages';
const CARDS = 'Microsoft Learn: Cards reference, Adaptive Cards in Teams';
const SEARCH = 'Microsoft Learn: Respond to search command';
const RATE = 'Microsoft Learn: Optimize your bot with rate limiting';
const TURN = 'Microsoft Learn: Bot Connector, the bot answers an activity within 15 seconds';
const CITATIONS = 'Microsoft Learn: Bot messages with AI-generated content, citations';
const SLASH = 'Microsoft Learn: Expose slash commands from agents and apps';

function limit(value: number, unit: Limit['unit'], source: string): Limit {
  return { value, unit, source };
}

export const LIMITS = {
  /** The message limit is about 100 KB counted in UTF-16; 80 KB is what is sure to be delivered. */
  messageBytes: limit(80_000, 'bytes', FORMAT),
  /** A card that an extension puts into a message: a larger one is not sent. */
  putBytes: limit(28_000, 'bytes', SEARCH),
  citations: limit(20, 'items', CITATIONS),
  citationName: limit(80, 'characters', CITATIONS),
  citationAbstract: limit(160, 'characters', CITATIONS),
  actionsInSet: limit(6, 'items', CARDS),
  /** Of what is offered to be ticked: more is a list that nobody reads. */
  choices: limit(12, 'items', 'our own guard: a dialog is seen at once'),
  turn: limit(15_000, 'milliseconds', TURN),
  search: limit(5_000, 'milliseconds', SEARCH),
  searchResults: limit(25, 'items', SEARCH),
  sendsPerSecond: limit(7, 'per second', RATE),

  manifestNameShort: limit(30, 'characters', SCHEMA),
  manifestNameFull: limit(100, 'characters', SCHEMA),
  manifestDescriptionShort: limit(80, 'characters', SCHEMA),
  manifestDescriptionFull: limit(4000, 'characters', SCHEMA),
  manifestDeveloperName: limit(32, 'characters', SCHEMA),
  manifestUrl: limit(2048, 'characters', SCHEMA),
  commandLists: limit(3, 'items', SCHEMA),
  commandsInList: limit(12, 'items', SCHEMA),
  commandTitle: limit(128, 'characters', SCHEMA),
  /** The schema allows 4000; 128 is what the menu shows, and what older schemas allowed. */
  commandDescription: limit(128, 'characters', SLASH),
  samplePrompts: limit(5, 'items', SCHEMA),
  samplePrompt: limit(128, 'characters', SCHEMA),
  extensionTitle: limit(32, 'characters', SCHEMA),
  extensionDescription: limit(128, 'characters', SCHEMA),

  // Our own, so that nobody can keep the service busy.
  searchSkip: limit(1000, 'items', 'our own guard: nobody scrolls further'),
} as const satisfies Record<string, Limit>;
