/**
 * Refuses what Slack would refuse, to the limits in `limits.ts` and the shapes in Slack's block reference, and what
 * this app must never send: markup, mentions, links that nobody wrote down. `validator.test.ts` shows each refusal.
 */
import { z } from 'zod';
import { LIMITS } from '../../../adapters/slack/limits.ts';

const filled = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .refine((text) => text.trim() !== '', 'blank text')
    .refine((text) => !/\p{Surrogate}/u.test(text), 'half a character');

const plain = (limit: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(limit), emoji: z.literal(false) });

const url = z.url({ protocol: /^https$/ }).max(LIMITS.url.value);
const actionId = z.string().min(1).max(LIMITS.actionId.value);
const blockId = { block_id: z.string().min(1).max(LIMITS.blockId.value).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plain(LIMITS.buttonText.value),
  value: z.string().min(1).max(LIMITS.buttonValue.value).optional(),
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: filled(LIMITS.buttonLabel.value).optional(),
});

const style = z
  .strictObject({ bold: z.literal(true).optional(), italic: z.literal(true).optional() })
  .optional();

// Of the rich text elements only those that cannot mention anybody.
const runs = z
  .array(
    z.discriminatedUnion('type', [
      // A run may hold blanks alone, between two others.
      z.strictObject({
        type: z.literal('text'),
        text: z
          .string()
          .min(1)
          .refine((text) => !/\p{Surrogate}/u.test(text)),
        style,
      }),
      z.strictObject({ type: z.literal('link'), url, text: filled(LIMITS.text.value), style }),
    ]),
  )
  .min(1);

const option = z.strictObject({
  text: plain(LIMITS.optionText.value),
  value: z.string().min(1).max(LIMITS.optionValue.value),
  description: plain(LIMITS.optionDescription.value).optional(),
});
const options = z.array(option).min(1).max(LIMITS.options.value);

const feedbackButton = z.strictObject({
  text: plain(LIMITS.buttonText.value),
  value: z.string().min(1).max(LIMITS.buttonValue.value),
  accessibility_label: filled(LIMITS.buttonLabel.value),
});

const header = z.strictObject({
  type: z.literal('header'),
  ...blockId,
  text: plain(LIMITS.headerText.value),
});
const divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const section = z.strictObject({
  type: z.literal('section'),
  ...blockId,
  text: plain(LIMITS.sectionText.value),
  accessory: button.optional(),
});
const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z.array(plain(LIMITS.text.value)).min(1).max(LIMITS.contextElements.value),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  ...blockId,
  elements: z.array(z.strictObject({ type: z.literal('rich_text_section'), elements: runs })).min(1),
});
const rawText = z.strictObject({ type: z.literal('raw_text'), text: filled(LIMITS.text.value) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: filled(LIMITS.text.value),
});
// The header holds no rich text, and all rows are equally long (docs: reference/block-kit/blocks/data-table-block).
const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...blockId,
    caption: filled(LIMITS.text.value),
    rows: z
      .tuple([z.array(z.union([rawText, rawNumber]))])
      .rest(z.array(z.union([rawText, rawNumber, richText])))
      .refine(
        (rows) => rows.length >= 2 && rows.length <= LIMITS.tableRows.value,
        'too few or too many rows',
      ),
    page_size: z.int().min(1).max(LIMITS.tablePage.value),
    row_header_column_index: z.int().min(0),
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size === 1, 'rows of unequal length')
  .refine(
    ({ rows, row_header_column_index }) =>
      rows[0].length >= 1 &&
      rows[0].length <= LIMITS.tableColumns.value &&
      row_header_column_index < rows[0].length,
    'columns',
  );
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder: plain(LIMITS.placeholder.value),
  options,
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z
    .array(option.extend({ url: url.optional() }))
    .min(1)
    .max(LIMITS.overflowOptions.value),
});
const actionsBlock = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z
    .array(z.union([button, staticSelect, overflow]))
    .min(1)
    .max(LIMITS.actions.value),
});
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockId,
  elements: z
    .array(
      z.strictObject({
        type: z.literal('feedback_buttons'),
        action_id: actionId,
        positive_button: feedbackButton,
        negative_button: feedbackButton,
      }),
    )
    .min(1)
    .max(LIMITS.contextActions.value),
});
const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plain(LIMITS.inputLabel.value),
  hint: plain(LIMITS.inputHint.value).optional(),
  optional: z.boolean(),
  element: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['external_select', 'multi_external_select']),
      action_id: actionId,
      placeholder: plain(LIMITS.placeholder.value),
      min_query_length: z.int().min(0),
    }),
    z.strictObject({
      type: z.literal('static_select'),
      action_id: actionId,
      options,
      initial_option: option.optional(),
    }),
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: actionId,
      max_length: z.int().min(1).max(3000),
      placeholder: plain(LIMITS.placeholder.value).optional(),
      initial_value: z.string().optional(),
    }),
  ]),
});

// Inputs belong into views, feedback buttons and tables into messages (docs: reference/block-kit/blocks, surfaces of each).
const shared = [header, divider, section, context, richText, actionsBlock] as const;
const messageBlock = z.discriminatedUnion('type', [...shared, contextActions, dataTable]);
const viewBlock = z.discriminatedUnion('type', [...shared, input]);

type AnyBlock = z.infer<typeof messageBlock> | z.infer<typeof viewBlock>;

const textIn = (cell: z.infer<typeof rawText | typeof rawNumber | typeof richText>): string =>
  cell.type === 'rich_text'
    ? cell.elements.flatMap(({ elements }) => elements.map(({ text }) => text)).join('')
    : cell.text;

/** Whatever holds for all blocks of one message or view together. */
function checkTogether(blocks: readonly AnyBlock[], mostBytes: number): void {
  const size = Buffer.byteLength(JSON.stringify(blocks), 'utf8');
  if (size > mostBytes) throw new Error(`the blocks take ${size} bytes, more than ${mostBytes}`);
  const cells = blocks.flatMap((block) => (block.type === 'data_table' ? block.rows.flat() : []));
  const characters = cells.reduce((sum, cell) => sum + textIn(cell).length, 0);
  if (characters > LIMITS.tableCharacters.value) throw new Error(`tables hold ${characters} characters`);
  const ids = blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map((one) => one.action_id) : [],
  );
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new Error(`action_id ${repeated} stands twice`);
}

const messageBlocks = z.array(messageBlock).min(1).max(LIMITS.messageBlocks.value);

/** The fallback text is read as mrkdwn: every `<`, `>` and `&` must be escaped. */
const fallback = filled(LIMITS.messageText.value).refine(
  (text) => !/[<>]|&(?!amp;|lt;|gt;)/.test(text),
  'unescaped mrkdwn in the fallback text',
);

/** Fields of `chat.postMessage`, `response_url` and a command's acknowledgement that this app uses. */
const message = z.strictObject({
  text: fallback,
  blocks: messageBlocks.optional(),
  channel: z.string().min(1).optional(),
  thread_ts: z.string().optional(),
  client_msg_id: z.uuid().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  parse: z.literal('none').optional(),
  link_names: z.literal(false).optional(),
  mrkdwn: z.literal(false).optional(),
  unfurl_links: z.literal(false).optional(),
  unfurl_media: z.literal(false).optional(),
});

const deletion = z.strictObject({ delete_original: z.literal(true) });

export function validateMessage(payload: unknown): void {
  if (deletion.safeParse(payload).success) return;
  // Bolt's client adds the workspace to every call; a private message names its reader.
  const { team_id: _team, user: _user, ...rest } = payload as Readonly<Record<string, unknown>>;
  const parsed = message.parse(rest);
  if (parsed.blocks !== undefined) checkTogether(parsed.blocks, LIMITS.messageBytes.value);
}

const viewBlocks = z.array(viewBlock).min(1).max(LIMITS.viewBlocks.value);
const view = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('modal'),
      callback_id: z.string().min(1).max(LIMITS.callbackId.value),
      title: plain(LIMITS.viewTitle.value),
      close: plain(LIMITS.viewButton.value),
      submit: plain(LIMITS.viewButton.value).optional(),
      private_metadata: z.string().max(LIMITS.privateMetadata.value).optional(),
      blocks: viewBlocks,
    })
    .refine(
      (modal) => modal.submit !== undefined || modal.blocks.every((block) => block.type !== 'input'),
      'a view with inputs needs submit',
    ),
  z.strictObject({ type: z.literal('home'), blocks: viewBlocks }),
]);

export function validateView(payload: unknown): void {
  const parsed = view.parse(payload);
  checkTogether(parsed.blocks, LIMITS.viewBytes.value);
}

/** The answer to a picker that loads its options. */
export function validateOptions(payload: unknown): void {
  z.strictObject({ options: z.array(option).max(LIMITS.options.value) }).parse(payload);
}

const entityField = z.strictObject({
  key: z.string().min(1),
  label: filled(LIMITS.text.value),
  type: z.literal('string'),
  value: filled(LIMITS.text.value),
  link: url.optional(),
  long: z.literal(true).optional(),
});
/** EntityMetadata of `@slack/types`, as far as this app uses it; nothing is marked as markup. */
const entity = z.strictObject({
  entity_type: z.literal('slack#/entities/content_item'),
  url,
  external_ref: z.strictObject({ id: z.string().min(1) }),
  entity_payload: z
    .strictObject({
      attributes: z.strictObject({
        title: z.strictObject({ text: filled(LIMITS.headerText.value) }),
        display_type: filled(LIMITS.text.value),
        product_name: filled(LIMITS.text.value),
      }),
      fields: z
        .strictObject({
          description: z.strictObject({ value: filled(LIMITS.text.value), long: z.literal(true) }),
        })
        .optional(),
      custom_fields: z.array(entityField),
      display_order: z.array(z.string()),
      actions: z.strictObject({
        primary_actions: z.array(
          z.strictObject({ text: filled(LIMITS.buttonText.value), action_id: actionId, url }),
        ),
      }),
    })
    .refine(
      ({ fields, custom_fields, display_order }) =>
        new Set(display_order).size === display_order.length &&
        display_order.every(
          (key) =>
            (key === 'description' && fields !== undefined) || custom_fields.some((one) => one.key === key),
        ),
      'display_order names what is not there',
    ),
});

/** A link's previews: blocks for each, and what some of them lead to, under the very links that were posted. */
export function validateUnfurl(payload: Readonly<Record<string, unknown>>): void {
  const parsed = z
    .object({
      unfurls: z.record(z.string(), z.strictObject({ blocks: messageBlocks })),
      metadata: z
        .strictObject({ entities: z.array(entity.extend({ app_unfurl_url: z.string() })).min(1) })
        .optional(),
    })
    .parse(payload);
  for (const { blocks } of Object.values(parsed.unfurls)) checkTogether(blocks, LIMITS.messageBytes.value);
  for (const { app_unfurl_url: posted } of parsed.metadata?.entities ?? [])
    if (!(posted in parsed.unfurls)) throw new Error(`${posted} was not posted`);
}

/** `entity.presentDetails`: the details, or why there are none. */
export function validateDetails(payload: Readonly<Record<string, unknown>>): void {
  const { team_id: _team, ...rest } = payload;
  const trigger = { trigger_id: z.string().min(1) };
  z.union([
    z.strictObject({ ...trigger, metadata: entity }),
    z.strictObject({ ...trigger, error: z.strictObject({ status: z.literal('not_found') }) }),
  ]).parse(rest);
}

const prompt = z.strictObject({
  title: filled(LIMITS.promptTitle.value),
  message: filled(LIMITS.messageText.value),
});
const inThread = { channel_id: z.string().regex(/^D/), thread_ts: z.string().min(1) };
const agentCalls: Readonly<Record<string, z.ZodType>> = {
  'assistant.threads.setStatus': z.strictObject({ ...inThread, status: filled(LIMITS.text.value) }),
  'assistant.threads.setTitle': z.strictObject({ ...inThread, title: filled(LIMITS.threadTitle.value) }),
  'assistant.threads.setSuggestedPrompts': z.strictObject({
    ...inThread,
    thread_ts: inThread.thread_ts.optional(),
    title: filled(LIMITS.text.value).optional(),
    prompts: z.array(prompt).min(1).max(LIMITS.prompts.value),
  }),
};

/** Calls beside the answers, to the arguments in `@slack/web-api` (AssistantThreads…Arguments). */
export function validateAgentCall(method: string, payload: Readonly<Record<string, unknown>>): void {
  const { team_id: _team, ...rest } = payload;
  (agentCalls[method] ?? z.never()).parse(rest);
}
