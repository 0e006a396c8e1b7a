/**
 * The commands as Discord wants them, made from the declarations, and the least that must be changed in what is
 * registered already. Pure; `register.ts` carries the changes out.
 */
import type { Declaration } from '../../src/commands/declaration.ts';
import { cut } from '../../src/kit/cut.ts';
import { LIMITS } from './limits.ts';
import { DESCRIPTIONS, NAMES, PRIVATE_OPTION, RELATED_MENU, WHO_MENU } from './localizations.ts';
import { COMMAND, CONTEXT, INSTALL, OPTION } from './payloads.ts';
import { saysIn } from './says.ts';

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
}

export interface CommandPayload {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly CommandOption[];
  readonly integration_types?: readonly number[];
  readonly contexts?: readonly number[];
}

/** A command as Discord gives it back: ours, and an id. */
export interface RegisteredCommand extends CommandPayload {
  readonly id: string;
}

/** `global`: everywhere, and for people who installed the app; `guild`: in one server, where changes show at once. */
export type Scope = 'global' | 'guild';

/** Characters that may be typed: a request has at most 500, the command's name included. */
const LONGEST_ARGUMENT = 460;

const PRIVATE = 'private';

/** Commands are registered in English, and in other languages by `localizations.ts`. */
const says = saysIn();

export function commandPayloads(
  declarations: readonly Declaration[],
  scope: Scope,
): readonly CommandPayload[] {
  // A command of one server cannot be installed by a person, and is in that server by nature.
  const reach =
    scope === 'guild'
      ? {}
      : {
          integration_types: [INSTALL.guild, INSTALL.user],
          contexts: [CONTEXT.guild, CONTEXT.botDirect, CONTEXT.privateChannel],
        };
  const slash = declarations.map(
    (declaration): CommandPayload => ({
      type: COMMAND.slash,
      name: declaration.name,
      ...localized('name_localizations', NAMES[declaration.name]),
      description: cut(declaration.summary, LIMITS.commandDescription.value),
      ...localized('description_localizations', DESCRIPTIONS[declaration.name]),
      options: [argument(declaration), privateOption()],
      ...reach,
    }),
  );
  const entry = (name: string, table: Readonly<Record<string, string>>): CommandPayload => ({
    type: COMMAND.message,
    name,
    ...localized('name_localizations', table),
    ...reach,
  });
  return [...slash, entry(says.chat.findRelated, RELATED_MENU), entry(says.chat.whoIsThis, WHO_MENU)];
}

function argument({ argument, completes }: Declaration): CommandOption {
  return {
    type: OPTION.string,
    name: argument.name,
    description: cut(argument.summary, LIMITS.commandDescription.value),
    required: argument.required,
    autocomplete: completes.length > 0,
    max_length: LONGEST_ARGUMENT,
  };
}

const privateOption = (): CommandOption => ({
  type: OPTION.boolean,
  name: PRIVATE,
  description: says.own.private,
  ...localized('description_localizations', PRIVATE_OPTION),
});

function localized(key: string, table: Readonly<Record<string, string>> | undefined) {
  return table === undefined ? {} : { [key]: table };
}

type Change =
  | { readonly do: 'create'; readonly command: CommandPayload }
  | { readonly do: 'update'; readonly id: string; readonly command: CommandPayload }
  | { readonly do: 'delete'; readonly id: string; readonly name: string };

/** What to do so that `registered` becomes `wanted`; nothing where nothing differs. Deletions first, to make room. */
export function changes(
  wanted: readonly CommandPayload[],
  registered: readonly RegisteredCommand[],
): readonly Change[] {
  const key = (command: CommandPayload) => `${command.type} ${command.name}`;
  const before = new Map(registered.map((command) => [key(command), command]));
  const after = new Set(wanted.map(key));
  const deletions = registered
    // Discord makes the entry point of an activity itself; it is not ours to delete.
    .filter((command) => command.type !== COMMAND.entryPoint && !after.has(key(command)))
    .map((command): Change => ({ do: 'delete', id: command.id, name: command.name }));
  const others = wanted.flatMap((command): readonly Change[] => {
    const old = before.get(key(command));
    if (old === undefined) return [{ do: 'create', command }];
    return same(command, old) ? [] : [{ do: 'update', id: old.id, command }];
  });
  return [
    ...deletions,
    ...others.filter(({ do: what }) => what === 'update'),
    ...others.filter(({ do: what }) => what === 'create'),
  ];
}

/** The body of an update: what is no longer wanted is named as null, because Discord keeps what is left out. */
export function updateBody({ type: _type, ...command }: CommandPayload): Readonly<Record<string, unknown>> {
  return { name_localizations: null, description_localizations: null, options: [], ...command };
}

function same(wanted: CommandPayload, old: RegisteredCommand): boolean {
  const fields = (command: CommandPayload) => {
    const reach = wanted.contexts === undefined ? {} : pickReach(command);
    return canonical({
      name_localizations: command.name_localizations,
      description: command.description || undefined,
      description_localizations: command.description_localizations,
      options: (command.options ?? []).map((option) => ({ ...option })),
      ...reach,
    });
  };
  return fields(wanted) === fields(old);
}

function pickReach({ contexts, integration_types }: CommandPayload) {
  return {
    contexts: [...(contexts ?? [])].sort((a, b) => a - b),
    integration_types: [...(integration_types ?? [])].sort((a, b) => a - b),
  };
}

/** JSON with sorted keys, and without what means the same as being absent: null, undefined, false, empty. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (inner === null || inner === false || key.endsWith('_localized')) return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) {
      return Array.isArray(inner) && inner.length === 0 ? undefined : inner;
    }
    const entries = Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  });
}
