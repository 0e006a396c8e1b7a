/**
 * Slack's limits, each with where it is written. Renderers cut to these, and the tests' validator refuses beyond them.
 *
 * `types:` names a doc comment in the installed package `@slack/types` 3.2, `docs:` a page below
 * https://docs.slack.dev/, `schema:` Slack's manifest schema 2.0.0 (github.com/slackapi/manifest-schema).
 */
import type { Limit } from '../../src/contract/adapter.ts';

const characters = (value: number, source: string): Limit => ({ value, unit: 'characters', source });
const items = (value: number, source: string): Limit => ({ value, unit: 'items', source });
const milliseconds = (value: number, source: string): Limit => ({ value, unit: 'milliseconds', source });

export const LIMITS = {
  // Messages and views.
  messageBlocks: items(50, 'docs: reference/block-kit/blocks'),
  viewBlocks: items(100, 'types: BaseView.blocks'),
  /**
   * Slack refuses a message with `msg_blocks_too_long` at about 13,200 characters over all blocks, far below what the
   * single blocks allow, and counts more than the visible text (a message of 11,341 visible characters in rich_text was
   * refused). We count the UTF-8 bytes of the blocks' JSON, which no way of counting exceeds by much, and stay below.
   */
  messageBytes: {
    value: 12_000,
    unit: 'bytes',
    source: 'github.com/slackapi/bolt-js issues 2509 and 2867, less a margin',
  },
  /** A view as a whole; the documented error is `view_too_large`. */
  viewBytes: { value: 250_000, unit: 'bytes', source: 'docs: reference/methods/views.open (view_too_large)' },
  /** Longer fallback texts are cut by Slack at 40,000; 4,000 are recommended. */
  messageText: characters(4000, 'docs: reference/methods/chat.postMessage, "Truncating content"'),

  // Blocks.
  blockId: characters(255, 'types: Block.block_id'),
  headerText: characters(150, 'types: HeaderBlock.text'),
  sectionText: characters(3000, 'types: SectionBlock.text'),
  sectionFields: items(10, 'types: SectionBlock.fields'),
  sectionFieldText: characters(2000, 'types: SectionBlock.fields'),
  contextElements: items(10, 'types: ContextBlock.elements'),
  contextActions: items(5, 'types: ContextActionsBlock.elements'),
  actions: items(25, 'types: ActionsBlock.elements'),
  text: characters(3000, 'types: PlainTextElement.text and MrkdwnElement.text'),
  inputLabel: characters(2000, 'types: InputBlock.label'),
  inputHint: characters(2000, 'types: InputBlock.hint'),
  imageAlt: characters(2000, 'types: ImageBlock.alt_text'),
  /** The header counts, too. */
  tableRows: items(101, 'docs: reference/block-kit/blocks/data-table-block'),
  tableColumns: items(20, 'docs: reference/block-kit/blocks/data-table-block'),
  /** Over all cells of all tables of a message. */
  tableCharacters: characters(10_000, 'docs: reference/block-kit/blocks/data-table-block'),
  tablePage: items(100, 'types: DataTableBlock.page_size'),

  // Elements.
  actionId: characters(255, 'types: Action.action_id'),
  buttonText: characters(75, 'types: Button.text'),
  buttonLabel: characters(75, 'types: Button.accessibility_label'),
  buttonValue: characters(2000, 'types: Button.value'),
  url: characters(3000, 'types: Button.url'),
  placeholder: characters(150, 'types: Placeholdable.placeholder'),
  options: items(100, 'types: StaticSelect.options'),
  overflowOptions: items(5, 'types: Overflow.options'),
  optionText: characters(75, 'types: PlainTextOption.text'),
  optionValue: characters(75, 'types: OptionDescriptor.value'),
  optionDescription: characters(75, 'types: OptionDescriptor.description'),

  // Views.
  viewTitle: characters(24, 'types: ModalView.title'),
  viewButton: characters(24, 'types: ModalView.submit and close'),
  privateMetadata: characters(3000, 'types: BaseView.private_metadata'),
  callbackId: characters(255, 'types: BaseView.callback_id'),

  // The manifest.
  appName: characters(35, 'schema: display_information.name'),
  appDescription: characters(140, 'schema: display_information.description'),
  appLongDescription: characters(4000, 'schema: display_information.long_description'),
  botName: characters(80, 'schema: features.bot_user.display_name'),
  commands: items(50, 'schema: features.slash_commands'),
  commandName: characters(32, 'schema: features.slash_commands.command'),
  commandDescription: characters(2000, 'schema: features.slash_commands.description'),
  commandHint: characters(1000, 'schema: features.slash_commands.usage_hint'),
  shortcuts: items(10, 'schema: features.shortcuts'),
  shortcutName: characters(24, 'schema: features.shortcuts.name'),
  shortcutDescription: characters(150, 'schema: features.shortcuts.description'),
  unfurlDomains: items(5, 'schema: features.unfurl_domains'),

  agentDescription: characters(300, 'schema: features.agent_view.agent_description'),

  // The agent view.
  prompts: items(4, 'docs: reference/methods/assistant.threads.setSuggestedPrompts'),
  /** No limit is documented for what stands on a suggestion or heads a thread: what a button takes is read at once. */
  promptTitle: characters(75, 'types: Button.text, for want of one of its own'),
  threadTitle: characters(75, 'types: Button.text, for want of one of its own'),

  // Time.
  acknowledgement: milliseconds(3000, 'docs: interactivity/handling-user-interaction'),
  timestampSkew: milliseconds(300_000, 'docs: authentication/verifying-requests-from-slack'),
  /** From the first delivery of an event to the last: at once, after a minute, after five more, each waited for. */
  repeats: milliseconds(372_000, 'docs: apis/events-api (retries)'),
  responseUrlLife: milliseconds(1_800_000, 'docs: interactivity/handling-user-interaction'),
  responseUrlUses: items(5, 'docs: interactivity/handling-user-interaction'),
} as const satisfies Readonly<Record<string, Limit>>;
