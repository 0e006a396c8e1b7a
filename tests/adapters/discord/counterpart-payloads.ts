/** What Discord sends, built from the few things that a test is about; everything else is as Discord fills it. */

const EPOCH = 1_420_070_400_000n;
let counter = 0n;

/** A new id of Discord's kind: a time, and a count within it. */
export function snowflake(): string {
  counter = (counter + 1n) % 4_194_304n;
  return (((BigInt(Date.now()) - EPOCH) << 22n) | counter).toString();
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

export function user({ id, username, bot }: Person) {
  return {
    id,
    username,
    global_name: username,
    discriminator: '0',
    avatar: null,
    ...(bot === true ? { bot: true } : {}),
  };
}

export const ASKER: Person = { id: '800000000000000001', username: 'asker' };
export const OTHER: Person = { id: '800000000000000002', username: 'other' };
export const MACHINE: Person = { id: '800000000000000003', username: 'machine', bot: true };

export interface Place {
  readonly guildId?: string;
  readonly channelId: string;
  /** Discord's number for the kind of channel: 0 text, 1 direct, 11 thread. */
  readonly type: number;
}

export function messageCreate(options: {
  readonly id: string;
  readonly place: Place;
  readonly author: Person;
  readonly content: string;
  readonly mentions?: readonly Person[];
  readonly mentionRoles?: readonly string[];
  readonly replyTo?: unknown;
  readonly components?: readonly unknown[];
  readonly webhookId?: string;
  readonly type?: number;
}) {
  const { place, replyTo } = options;
  return {
    id: options.id,
    type: options.type ?? (replyTo === undefined ? 0 : 19),
    channel_id: place.channelId,
    channel_type: place.type,
    ...(place.guildId === undefined ? {} : { guild_id: place.guildId, member: member() }),
    author: user(options.author),
    content: options.content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: (options.mentions ?? []).map(user),
    mention_roles: options.mentionRoles ?? [],
    attachments: [],
    embeds: [],
    components: options.components ?? [],
    pinned: false,
    flags: 0,
    ...(replyTo === undefined ? {} : { referenced_message: replyTo }),
    ...(options.webhookId === undefined ? {} : { webhook_id: options.webhookId }),
  };
}

const member = () => ({
  roles: [],
  joined_at: '2024-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: '0',
});

export interface InteractionOptions {
  readonly id?: string;
  readonly place: Place;
  readonly author?: Person;
  readonly locale?: string;
  /** Installed by the server (true unless told otherwise) or only by the person. */
  readonly installedByServer?: boolean;
}

export function interactionCreate(
  applicationId: string,
  type: number,
  data: unknown,
  options: InteractionOptions,
  message?: unknown,
) {
  const { place } = options;
  const author = user(options.author ?? ASKER);
  const id = options.id ?? snowflake();
  const owners = options.installedByServer === false ? { '1': author.id } : { '0': place.guildId ?? '0' };
  return {
    id,
    application_id: applicationId,
    type,
    token: `token-of-${id}`,
    version: 1,
    data,
    channel_id: place.channelId,
    channel: { id: place.channelId, type: place.type },
    ...(place.guildId === undefined
      ? { user: author, context: 1 }
      : {
          guild_id: place.guildId,
          guild: { id: place.guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...member(), user: author },
          context: 0,
        }),
    locale: options.locale ?? 'en-US',
    app_permissions: '274877975552',
    entitlements: [],
    authorizing_integration_owners: owners,
    attachment_size_limit: 10_485_760,
    ...(message === undefined ? {} : { message }),
  };
}

export function guildCreate(id: string, roles: readonly unknown[]) {
  return {
    id,
    name: `Server ${id}`,
    owner_id: ASKER.id,
    unavailable: false,
    member_count: 3,
    large: false,
    joined_at: '2024-01-01T00:00:00.000Z',
    roles: [
      { id, name: '@everyone', permissions: '0', position: 0, color: 0, hoist: false, managed: false },
      ...roles,
    ],
    channels: [{ id: `${id}1`, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
    threads: [],
    members: [],
    emojis: [],
    stickers: [],
    features: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
