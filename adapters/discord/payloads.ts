/**
 * The parts of Discord's payloads that this adapter reads and writes, as plain JSON in Discord's own spelling.
 *
 * What comes in is described loosely (anything may be missing), what goes out exactly.
 * https://docs.discord.com/developers/interactions/receiving-and-responding,
 * https://docs.discord.com/developers/resources/message, https://docs.discord.com/developers/components/reference
 */

export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const COMMAND = { slash: 1, user: 2, message: 3, entryPoint: 4 } as const;
export const OPTION = { string: 3, boolean: 5 } as const;
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;
export const FLAG = { ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;
/** Where an interaction happens: in a server, in the bot's own direct messages, or between people. */
export const CONTEXT = { guild: 0, botDirect: 1, privateChannel: 2 } as const;
/** Who installed the app: a server or a person. */
export const INSTALL = { guild: 0, user: 1 } as const;
export const MESSAGE = { plain: 0, reply: 19 } as const;
/** Channels that are threads: of announcements, public, private. */
export const THREADS: readonly number[] = [10, 11, 12];

export interface User {
  readonly id: string;
  readonly bot?: boolean;
  readonly username?: string;
  readonly global_name?: string | null;
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly channel_type?: number;
  /** Absent in direct messages, or null. */
  readonly guild_id?: string | null;
  readonly author?: User;
  readonly webhook_id?: string;
  readonly type?: number;
  readonly flags?: number;
  readonly content?: string;
  readonly mentions?: readonly User[];
  readonly mention_roles?: readonly string[];
  readonly components?: readonly unknown[];
  readonly referenced_message?: Message | null;
  /** Of a forwarded message. */
  readonly message_snapshots?: readonly unknown[];
  readonly embeds?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly sticker_items?: readonly unknown[];
  readonly poll?: unknown;
  /** When somebody changed its text; null where nobody did. */
  readonly edited_timestamp?: string | null;
}

export interface ReceivedOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
}

export interface Interaction {
  readonly id: string;
  readonly application_id: string;
  readonly type: number;
  readonly token: string;
  readonly guild_id?: string | null;
  readonly channel_id?: string;
  readonly channel?: { readonly id?: string; readonly type?: number };
  readonly member?: { readonly user?: User };
  readonly user?: User;
  readonly locale?: string;
  readonly context?: number;
  readonly authorizing_integration_owners?: Readonly<Record<string, string>>;
  readonly message?: Message;
  readonly data?: {
    readonly name?: string;
    readonly type?: number;
    readonly options?: readonly ReceivedOption[];
    readonly target_id?: string;
    readonly resolved?: { readonly messages?: Readonly<Record<string, Message>> };
    readonly custom_id?: string;
    readonly component_type?: number;
    readonly values?: readonly string[];
    /** Of a form that was sent: labels, each with its component. */
    readonly components?: readonly unknown[];
  };
}

// Forms.

export interface GroupOption {
  readonly label: string;
  readonly value: string;
  readonly default?: true;
}

export interface TextInput {
  readonly type: 4;
  /** A single line. */
  readonly style: 1;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly required: false;
  readonly max_length: number;
  readonly value?: string;
}

/** One of two to ten. */
export interface RadioGroup {
  readonly type: 21;
  readonly custom_id: string;
  readonly required: true;
  readonly options: readonly GroupOption[];
}

export interface CheckboxGroup {
  readonly type: 22;
  readonly custom_id: string;
  readonly required: false;
  readonly min_values: 0;
  readonly max_values: number;
  readonly options: readonly GroupOption[];
}

export interface Label {
  readonly type: 18;
  readonly label: string;
  readonly description?: string;
  readonly component: TextInput | RadioGroup | CheckboxGroup;
}

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Label[];
}

// Components of version 2, and what they stand in.

export interface TextDisplay {
  readonly type: 10;
  readonly id?: number;
  readonly content: string;
}

export interface Button {
  readonly type: 2;
  readonly style: 1 | 2 | 3;
  readonly label: string;
  readonly custom_id: string;
}

export interface LinkButton {
  readonly type: 2;
  readonly style: 5;
  readonly label: string;
  readonly url: string;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

export interface Select {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
}

export interface Row {
  readonly type: 1;
  readonly components: readonly (Button | LinkButton)[] | readonly [Select];
}

export interface Section {
  readonly type: 9;
  readonly components: readonly TextDisplay[];
  readonly accessory: Button;
}

export interface Separator {
  readonly type: 14;
  readonly divider: boolean;
  readonly spacing: 1 | 2;
}

export interface Container {
  readonly type: 17;
  readonly accent_color: number;
  readonly components: readonly (TextDisplay | Section | Separator | Row)[];
}

/** Nobody is ever mentioned, whatever a text holds. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const;

/** The body of a message, whichever way it is sent. */
export interface MessageBody {
  readonly flags: number;
  readonly components: readonly (Container | TextDisplay | Row)[];
  readonly allowed_mentions: typeof NO_MENTIONS;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
}

/** The first reply to an interaction. */
export type Callback =
  | { readonly type: typeof CALLBACK.pong }
  | { readonly type: typeof CALLBACK.message; readonly data: MessageBody }
  | { readonly type: typeof CALLBACK.deferMessage; readonly data: { readonly flags: number } }
  | { readonly type: typeof CALLBACK.deferUpdate }
  | { readonly type: typeof CALLBACK.update; readonly data: MessageBody }
  | { readonly type: typeof CALLBACK.modal; readonly data: Modal }
  | { readonly type: typeof CALLBACK.choices; readonly data: { readonly choices: readonly Choice[] } };
