/**
 * Discord's rules for what a bot sends: the schemas generated from Discord's own specification, and the rules that those do not
 * know. Each gives back what is wrong; nothing where all is well.
 */
import * as spec from 'discord-api-spec/zod';

type Json = Readonly<Record<string, unknown>>;

const COMPONENTS_V2 = 1 << 15;

/** A body for `POST /channels/{id}/messages`. */
export function messageProblems(body: unknown): readonly string[] {
  return [...bySchema(spec.MessageCreateRequestSchema, body), ...messageRules(body), ...channelRules(body)];
}

/** A body for an edit or follow-up over an interaction's webhook. */
export function webhookProblems(body: unknown, method: 'POST' | 'PATCH'): readonly string[] {
  const schema =
    method === 'POST'
      ? spec.IncomingWebhookInteractionRequestSchema
      : spec.IncomingWebhookUpdateRequestPartialSchema;
  return [...bySchema(schema, body), ...messageRules(body), ...(method === 'PATCH' ? editRules(body) : [])];
}

/** A body for an interaction's callback. */
export function callbackProblems(body: unknown): readonly string[] {
  const type = isObject(body) ? body.type : undefined;
  const data = isObject(body) ? body.data : undefined;
  switch (type) {
    case 1:
      return bySchema(spec.PongInteractionCallbackRequestSchema, body);
    case 4:
      return [...bySchema(spec.CreateMessageInteractionCallbackRequestSchema, body), ...messageRules(data)];
    case 5:
      return bySchema(spec.CreateMessageInteractionCallbackRequestSchema, body);
    case 6:
      return bySchema(spec.UpdateMessageInteractionCallbackRequestSchema, body);
    case 7:
      return [
        ...bySchema(spec.UpdateMessageInteractionCallbackRequestSchema, body),
        ...messageRules(data),
        ...editRules(data),
      ];
    case 8:
      return [
        ...bySchema(spec.ApplicationCommandAutocompleteCallbackRequestSchema, body),
        ...choiceRules(data),
      ];
    case 9:
      return [...bySchema(spec.ModalInteractionCallbackRequestSchema, body), ...modalRules(data)];
    default:
      return [`type: ${String(type)} is no callback`];
  }
}

/** A body for creating (`POST`) or changing (`PATCH`) a command, in one server or everywhere. */
export function commandProblems(
  body: unknown,
  method: 'POST' | 'PATCH',
  scope: 'global' | 'guild',
): readonly string[] {
  const schema =
    method === 'POST'
      ? spec.ApplicationCommandCreateRequestSchema
      : spec.ApplicationCommandPatchRequestPartialSchema;
  return [...bySchema(schema, body), ...commandRules(body, scope)];
}

function bySchema(schema: spec.Schema, value: unknown): readonly string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : (result.error?.issues ?? []).flatMap((issue) => flatten(issue, []));
}

/** The deepest issues of nested unions, which say what is wrong rather than that something is. */
function flatten(issue: spec.Issue, above: readonly PropertyKey[]): readonly string[] {
  const path = [...above, ...issue.path];
  const deeper = (issue.errors ?? []).flatMap((branch) => branch.flatMap((inner) => flatten(inner, path)));
  return deeper.length > 0 ? deeper : [`${path.map(String).join('.')}: ${issue.message}`];
}

// What the specification leaves out.

function messageRules(body: unknown): readonly string[] {
  if (!isObject(body)) return [];
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const components = asArray(body.components);
  const embeds = asArray(body.embeds);
  const problems: string[] = [];
  const say = (bad: boolean, text: string) => bad && problems.push(text);
  const content = typeof body.content === 'string' ? body.content : '';
  say([...content].length > 2000, 'content: longer than 2000 characters');
  problems.push(...embedRules(embeds));
  if ((flags & COMPONENTS_V2) === 0) {
    say(content.trim() === '' && embeds.length === 0 && components.length === 0, 'an empty message');
    say(components.length > 5, 'components: more than 5 rows');
    say(
      components.some((component) => component.type !== 1),
      'components: only rows without the flag IS_COMPONENTS_V2',
    );
  } else {
    say(body.content !== undefined && body.content !== null, 'content: not beside components of version 2');
    say(embeds.length > 0, 'embeds: not beside components of version 2');
    say(components.length === 0, 'components: none');
  }
  return [...problems, ...componentRules(components), ...mentionRules(body)];
}

/** This project's own rule: nothing that is sent may mention anybody. */
function mentionRules(body: Json): readonly string[] {
  const allowed = body.allowed_mentions;
  const parse = isObject(allowed) ? allowed.parse : undefined;
  const silent = Array.isArray(parse) && parse.length === 0 && isObject(allowed);
  if (!silent) return ['allowed_mentions: parse is not []'];
  const named = ['users', 'roles'].some((list) => Array.isArray(allowed[list]) && allowed[list].length > 0);
  return named || allowed.replied_user === true ? ['allowed_mentions: somebody is mentioned'] : [];
}

/** This project's own rule: what Discord would take twice carries a nonce that makes it take it once. */
function channelRules(body: unknown): readonly string[] {
  if (!isObject(body)) return [];
  const nonce = typeof body.nonce === 'string' && body.nonce !== '';
  return nonce && body.enforce_nonce === true ? [] : ['nonce: a channel message without an enforced nonce'];
}

function editRules(body: unknown): readonly string[] {
  const flags = isObject(body) && typeof body.flags === 'number' ? body.flags : 0;
  return (flags & ~(COMPONENTS_V2 | 4)) === 0 ? [] : ['flags: an edit cannot set these'];
}

function embedRules(embeds: readonly Json[]): readonly string[] {
  const length = (value: unknown) => (typeof value === 'string' ? [...value].length : 0);
  let total = 0;
  const problems: string[] = [];
  for (const embed of embeds) {
    const fields = asArray(embed.fields);
    const nested = (key: string, inner: string) =>
      isObject(embed[key]) ? length((embed[key] as Json)[inner]) : 0;
    total +=
      length(embed.title) + length(embed.description) + nested('footer', 'text') + nested('author', 'name');
    for (const field of fields) {
      total += length(field.name) + length(field.value);
      if (String(field.name ?? '').trim() === '') problems.push('embeds: a field with an empty name');
      if (String(field.value ?? '').trim() === '') problems.push('embeds: a field with an empty value');
    }
  }
  return total > 6000 ? [...problems, 'embeds: more than 6000 characters in all'] : problems;
}

function componentRules(components: readonly Json[]): readonly string[] {
  const all = everyComponent(components);
  const problems: string[] = [];
  const say = (bad: boolean, text: string) => bad && problems.push(text);
  say(all.length > 40, `components: ${all.length}, more than 40`);
  const texts = all.filter(({ type }) => type === 10).map(({ content }) => String(content ?? ''));
  say(
    texts.reduce((sum, text) => sum + [...text].length, 0) > 4000,
    'components: more than 4000 characters of text',
  );
  say(
    texts.some((text) => text.trim() === ''),
    'components: a text of white space',
  );
  for (const id of repeated(all.map((component) => component.custom_id))) {
    problems.push(`components: custom_id ${id} repeated`);
  }
  for (const id of repeated(all.map((component) => component.id)))
    problems.push(`components: id ${id} repeated`);
  for (const component of all) problems.push(...(RULES[Number(component.type)]?.(component) ?? []));
  return problems;
}

/** Rules by type of component: rows, buttons, menus, sections. */
const RULES: Readonly<Record<number, (component: Json) => readonly string[]>> = {
  1: (row) => {
    const inner = asArray(row.components);
    const menus = inner.filter(({ type }) => type !== 2);
    if (menus.length > 0 && inner.length > 1) return ['components: a menu shares its row'];
    return inner.length === 0 ? ['components: an empty row'] : [];
  },
  2: (button) => {
    const link = button.style === 5;
    const problems: string[] = [];
    if (String(button.label ?? '').trim() === '' && !isObject(button.emoji))
      problems.push('components: a button without a label');
    if (link !== (typeof button.url === 'string'))
      problems.push('components: a url belongs to a link button');
    if (!link && typeof button.custom_id !== 'string')
      problems.push('components: a button without a custom_id');
    if (link && button.custom_id !== undefined) problems.push('components: a link button with a custom_id');
    return problems;
  },
  3: (menu) => {
    const options = asArray(menu.options);
    const problems = repeated(options.map(({ value }) => value)).map(
      (value) => `components: option ${value} repeated`,
    );
    const blank = options.some(({ label }) => String(label ?? '').trim() === '');
    return blank ? [...problems, 'components: an option without a label'] : problems;
  },
  9: (section) =>
    asArray(section.components).length > 3 ? ['components: a section of more than 3 texts'] : [],
};

/** All components, nested ones and a section's accessory included. */
export function everyComponent(components: readonly Json[]): readonly Json[] {
  return components.flatMap((component): readonly Json[] => [
    component,
    ...everyComponent(asArray(component.components)),
    ...(isObject(component.accessory) ? [component.accessory] : []),
  ]);
}

/** What the documentation says of forms beyond their schema: interactions/receiving-and-responding, components/reference. */
function modalRules(data: unknown): readonly string[] {
  const fields = isObject(data) ? asArray(data.components) : [];
  const inputs = fields.flatMap(({ component }) => (isObject(component) ? [component] : []));
  const problems: string[] = [];
  const say = (bad: boolean, text: string) => bad && problems.push(text);
  say(fields.length > 5, `form: ${fields.length} fields, more than 5`);
  for (const id of repeated(inputs.map(({ custom_id }) => custom_id)))
    problems.push(`form: custom_id ${id} repeated`);
  for (const input of inputs) {
    const options = asArray(input.options);
    for (const value of repeated(options.map((option) => option.value)))
      problems.push(`form: option ${value} repeated`);
    const chosen = options.filter((option) => option.default === true).length;
    say(input.type === 21 && chosen > 1, 'form: more than one choice of one');
    say(Number(input.max_values ?? 1) > Math.max(1, options.length), 'form: more to choose than there is');
    say(
      typeof input.value === 'string' && input.value.length > Number(input.max_length),
      'form: a value too long',
    );
  }
  for (const text of [
    ...fields.map(({ label }) => label),
    ...inputs.flatMap(({ options }) => asArray(options).map(({ label }) => label)),
  ])
    say(String(text ?? '').trim() === '', 'form: a blank label');
  return problems;
}

function choiceRules(data: unknown): readonly string[] {
  const choices = isObject(data) ? asArray(data.choices) : [];
  const long = choices.some(
    ({ name, value }) => [...String(name)].length > 100 || [...String(value)].length > 100,
  );
  return long ? ['choices: name or value longer than 100 characters'] : [];
}

/** Discord's pattern for names of slash commands and their options, always in lower case. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

function commandRules(body: unknown, scope: 'global' | 'guild'): readonly string[] {
  if (!isObject(body)) return [];
  const slash = (body.type ?? (body.description === undefined ? 3 : 1)) === 1;
  const options = asArray(body.options);
  const problems: string[] = [];
  const say = (bad: boolean, text: string) => bad && problems.push(text);
  const names = (value: Json) =>
    [value.name, ...Object.values(localizations(value.name_localizations))].map(String);
  const bad = (name: string) => !NAME.test(name) || name !== name.toLowerCase();
  say(slash && body.name !== undefined && names(body).some(bad), 'name: not in the pattern of names');
  say(
    options.some((option) => names(option).some(bad)),
    'options: a name not in the pattern of names',
  );
  say(slash && String(body.description ?? '') === '', 'description: none');
  say(!slash && String(body.description ?? '') !== '', 'description: not for this type');
  say(repeated(options.map(({ name }) => name)).length > 0, 'options: a name repeated');
  const firstOptional = options.findIndex((option) => option.required !== true);
  say(
    firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required === true),
    'options: a required one after an optional one',
  );
  const tables = [body, ...options].flatMap((value) => [
    value.name_localizations,
    value.description_localizations,
  ]);
  const unknown = tables
    .flatMap((table) => Object.keys(localizations(table)))
    .filter((key) => !LOCALES.includes(key));
  say(unknown.length > 0, `localizations: unknown ${unknown.join(', ')}`);
  say(characters(body) > 8000, 'more than 8000 characters in all');
  say(
    scope === 'guild' && (body.contexts !== undefined || body.integration_types !== undefined),
    'contexts and integration_types: only for global commands',
  );
  return problems;
}

const localizations = (value: unknown): Json => (isObject(value) ? value : {});

/** Names, descriptions and values, each counted in its longest localization. */
function characters(value: Json): number {
  const longest = (text: unknown, table: unknown) =>
    Math.max(0, ...[text, ...Object.values(localizations(table))].map((one) => String(one ?? '').length));
  return (
    longest(value.name, value.name_localizations) +
    longest(value.description, value.description_localizations) +
    asArray(value.options).reduce((sum, option) => sum + characters(option), 0) +
    asArray(value.choices).reduce(
      (sum, choice) => sum + String(choice.name).length + String(choice.value).length,
      0,
    )
  );
}

function repeated(values: readonly unknown[]): readonly string[] {
  const given = values.filter((value) => value !== undefined && value !== null).map(String);
  return [...new Set(given.filter((value, index) => given.indexOf(value) !== index))];
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asArray(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
