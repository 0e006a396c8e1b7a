/**
 * The vendor's rules for what is sent, re-written as checks: Adaptive Cards 1.5 (properties and enumerations as in the
 * schema at adaptivecards.io/explorer), what Teams adds to them, and the size of a message. The vendor's own parser has
 * its say as well.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';

// The package's ES module cannot be loaded by Node: its imports lack their endings.
const AdaptiveCards = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

const url = z
  .string()
  .max(2048)
  .regex(/^https:\/\/[^@\s]+$/u);
const data = z.strictObject({
  line: z.string().min(1).max(1000),
  from: z.string().min(1).optional(),
  share: z.literal(true).optional(),
  secret: z.literal(true).optional(),
  put: z.literal(true).optional(),
  refine: z.literal(true).optional(),
  filled: z.literal(true).optional(),
  msteams: z.strictObject({ type: z.literal('task/fetch') }).optional(),
  helpful: z.boolean().optional(),
  revision: z.string().max(100).optional(),
});
const mode = z.literal('secondary').optional();
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string().optional(),
  mode,
  url,
});
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  mode,
  title: z.string().min(1),
  tooltip: z.string().min(1).optional(),
  data,
});
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  mode,
  title: z.string().min(1),
  tooltip: z.string().min(1).optional(),
  verb: z.string().min(1),
  data,
  fallback: submit.optional(),
});
const action = z.union([openUrl, execute, submit]);

const spacing = z
  .enum([
    'default',
    'none',
    'small',
    'medium',
    'large',
    'extraLarge',
    'padding',
    'None',
    'Small',
    'Medium',
    'Large',
  ])
  .optional();
const size = z.enum(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']).optional();
const color = z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional();
const weight = z.enum(['Default', 'Lighter', 'Bolder']).optional();
const placed = { spacing, separator: z.boolean().optional() };

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  size,
  weight,
  color,
  isSubtle: z.boolean().optional(),
  underline: z.boolean().optional(),
  selectAction: openUrl.optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun).min(1),
  ...placed,
});
/** Markdown is read here: nothing that it could mean may stand in it. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z
    .string()
    .min(1)
    .regex(/^[^*_`~#>[\]\\|<&$\n{}]+$/u)
    .regex(/^(?!\d+[.)]|[-+] )/u),
  style: z.enum(['default', 'heading']),
  size,
  weight,
  wrap: z.literal(true),
  ...placed,
});
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  // Six in all, of which five stand beside each other; the others hide behind “…”.
  actions: z
    .array(action)
    .min(1)
    .max(6)
    .refine((all) => all.filter(({ mode }) => mode !== 'secondary').length <= 5),
  ...placed,
});
const container = z.strictObject({
  type: z.literal('Container'),
  items: z.array(z.union([richTextBlock, textBlock])).min(1),
  rtl: z.boolean().optional(),
  selectAction: action.optional(),
  ...placed,
});
const tableCell = z.strictObject({
  type: z.literal('TableCell'),
  items: z.array(richTextBlock).min(1),
  selectAction: action.optional(),
});
const table = z
  .strictObject({
    type: z.literal('Table'),
    columns: z
      .array(
        z.strictObject({
          width: z.int().min(1),
          horizontalCellContentAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
        }),
      )
      .min(2),
    firstRowAsHeaders: z.literal(true),
    showGridLines: z.boolean(),
    rows: z
      .array(
        z.strictObject({
          type: z.literal('TableRow'),
          style: z.enum(['default', 'emphasis']).optional(),
          cells: z.array(tableCell),
        }),
      )
      .min(2),
    fallback: container,
    ...placed,
  })
  .refine(({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length), {
    message: 'a row has more or fewer cells than there are columns',
  });
const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.string().min(1),
  label: z.string().min(1),
  placeholder: z.string(),
  maxLength: z.int().min(1),
  value: z.string().optional(),
  ...placed,
});
const inputChoices = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string().min(1),
  label: z.string().min(1),
  style: z.enum(['expanded', 'compact', 'filtered']),
  isMultiSelect: z.boolean(),
  choices: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        value: z
          .string()
          .min(1)
          .regex(/^[^,]*$/u),
      }),
    )
    .min(1),
  value: z.string().optional(),
  wrap: z.literal(true),
  ...placed,
});
const cardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.string(),
  version: z.literal('1.5'),
  rtl: z.boolean(),
  fallbackText: z.string().min(1),
  speak: z.string().min(1),
  body: z
    .array(z.union([richTextBlock, textBlock, container, table, actionSet, inputText, inputChoices]))
    .min(1),
  msteams: z.strictObject({ width: z.literal('Full') }),
});

/** Everything that is wrong with a card; empty where it is valid. */
export function checkCard(card: unknown): readonly string[] {
  const read = cardSchema.safeParse(card);
  const problems = read.success
    ? []
    : read.error.issues.map((one) => `card ${one.path.join('.')}: ${one.message}`);

  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  for (let index = 0; index < context.eventCount; index += 1) {
    problems.push(`adaptivecards: ${context.getEventAt(index).message}`);
  }
  problems.push(
    ...parsed.validateProperties().validationEvents.map((event) => `adaptivecards: ${event.message}`),
  );

  for (const text of stringsOf(card)) {
    if (/\{\{|\$\{/u.test(text)) {
      problems.push('a text holds {{ or ${, which clients or templates expand');
    }
    if (/\p{Surrogate}/u.test(text)) {
      problems.push('a text holds half a character');
    }
    // What is set apart from its line begins and ends so; nothing else turns what follows.
    const apart = /^\u2068(.*)\u2069$/su.exec(text)?.[1] ?? text;
    if (/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/u.test(apart)) {
      problems.push('a text holds control characters');
    }
  }
  return problems;
}

/** What a person reads in a card: texts, not the data of buttons and not addresses. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, one]) =>
    ['data', 'url', '$schema'].includes(name) ? [] : typeof one === 'string' ? [one] : stringsOf(one),
  );
}

/** Largest message that is sure to be delivered: 80 KB, counted in UTF-16 by Teams and in UTF-8 on the wire. */
export const MOST_BYTES = 80_000;
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** One entity about the message itself, without the label for what a model wrote. */
const messageEntity = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.literal(''),
  citation: z
    .array(
      z.strictObject({
        '@type': z.literal('Claim'),
        position: z.int().min(1),
        appearance: z.strictObject({
          '@type': z.literal('DigitalDocument'),
          name: z.string().min(1).max(80),
          abstract: z.string().min(1).max(160).optional(),
          url: url.optional(),
        }),
      }),
    )
    .min(1)
    .max(20),
});
const around = z.object({
  entities: z.array(messageEntity).length(1).optional(),
  channelData: z
    .strictObject({ feedbackLoop: z.strictObject({ type: z.enum(['default', 'custom']) }) })
    .optional(),
});

/** What is wrong around a message's content: its citations and the buttons below it. */
function checkAround(message: MessageLike): readonly string[] {
  const read = around.safeParse(message);
  if (!read.success) return read.error.issues.map((one) => `message ${one.path.join('.')}: ${one.message}`);
  const numbers = (read.data.entities?.[0]?.citation ?? []).map(({ position }) => position);
  const marked = [...(message.text ?? '').matchAll(/\[(\d+)\]/gu)].map(([, number]) => Number(number));
  return [
    ...(new Set(numbers).size === numbers.length ? [] : ['two citations have one number']),
    ...(numbers.length === 0 || numbers.join() === marked.join()
      ? []
      : [`the citations ${numbers.join()} are not those that the text marks, ${marked.join()}`]),
  ];
}

interface MessageLike {
  readonly type: string;
  readonly entities?: unknown;
  readonly channelData?: unknown;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

/** Everything that is wrong with a message. `bytes`: as it came over the wire. */
export function checkMessage(
  message: MessageLike,
  bytes = Buffer.byteLength(JSON.stringify(message)),
): readonly string[] {
  if (message.type === 'typing') {
    return [];
  }
  const problems: string[] = [];
  if (message.type !== 'message') {
    problems.push(`type ${message.type} is not sent by bots`);
  }
  const own = JSON.stringify({
    text: message.text,
    summary: message.summary,
    attachments: message.attachments,
    entities: message.entities,
  });
  if (own.length * 2 > MOST_BYTES || bytes > MOST_BYTES + 4000) {
    problems.push(`the message is too large: ${own.length * 2} bytes in UTF-16, ${bytes} on the wire`);
  }
  problems.push(...checkAround(message));
  if (!message.summary) {
    problems.push('no summary: notifications would say "sent a card"');
  }
  if (!message.text && !message.attachments?.length) {
    problems.push('the message is empty');
  }
  if (message.text !== undefined && /<at\b|\p{Surrogate}/iu.test(message.text)) {
    problems.push('the text mentions somebody or holds half a character');
  }
  for (const { contentType, content } of message.attachments ?? []) {
    problems.push(...(contentType === ADAPTIVE ? checkCard(content) : [`attachment of type ${contentType}`]));
  }
  return problems;
}

const dialog = z.strictObject({
  task: z.strictObject({
    type: z.literal('continue'),
    value: z.strictObject({
      title: z.string().min(1),
      width: z.enum(['small', 'medium', 'large']),
      height: z.enum(['small', 'medium', 'large']),
      card: z.strictObject({ contentType: z.literal(ADAPTIVE), content: z.unknown() }),
    }),
  }),
});

/** Everything that is wrong with a dialog. Its card knows `Action.Submit` alone: nothing answers `Action.Execute` there. */
export function checkDialog(body: unknown): readonly string[] {
  const read = dialog.safeParse(body);
  if (!read.success) {
    return read.error.issues.map((one) => `response ${one.path.join('.')}: ${one.message}`);
  }
  const { content } = read.data.task.value.card;
  return [
    ...(Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES ? ['the response is too large'] : []),
    ...(/Action\.Execute/u.test(JSON.stringify(content)) ? ['a card in a dialog has Action.Execute'] : []),
    ...checkCard(content),
  ];
}

const thumbnail = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
  content: z.strictObject({
    title: z
      .string()
      .min(1)
      .regex(/^[^<>]*$/u),
    text: z.string().regex(/^[^<>]*$/u),
  }),
});
const results = z.strictObject({
  composeExtension: z.union([
    z.strictObject({ type: z.literal('message'), text: z.string().min(1) }),
    z.strictObject({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z
        .array(
          z.union([
            thumbnail,
            z.strictObject({ contentType: z.literal(ADAPTIVE), content: z.unknown(), preview: thumbnail }),
          ]),
        )
        .max(25),
    }),
  ]),
});

/** Everything that is wrong with the response to a search. Cards in it carry no buttons: nobody would answer them. */
export function checkResults(body: unknown): readonly string[] {
  const read = results.safeParse(body);
  if (!read.success) {
    return read.error.issues.map((one) => `response ${one.path.join('.')}: ${one.message}`);
  }
  const problems = Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES ? ['the response is too large'] : [];
  if (read.data.composeExtension.type === 'result') {
    for (const one of read.data.composeExtension.attachments) {
      if (one.contentType === ADAPTIVE) {
        problems.push(...checkCard(one.content));
        if (/Action\.(Execute|Submit)/u.test(JSON.stringify(one.content))) {
          problems.push('a card of a search result has a button');
        }
      }
    }
  }
  return problems;
}
