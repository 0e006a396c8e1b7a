/** How commands are typed in Slack: the one table that the manifest, the help and the README follow. */
import type { Typed } from '../../src/answer/typed.ts';
import { MAIN_COMMAND } from './receive.ts';

/**
 * Names that Slack keeps for itself, or that many apps want: `help` and `open` are Slack's own commands, `ask` is taken
 * in many workspaces. They are reached by `/rapporteur ask …`, and registered where a prefix sets them apart.
 */
export const LEFT_TO_MAIN: ReadonlySet<string> = new Set(['help', 'open', 'ask']);

/**
 * `/sessions`, but `/rapporteur open`; a question needs no command behind `/rapporteur`. With a prefix all are registered.
 * @param prefix what stands before the names of the registered commands (SLACK_COMMAND_PREFIX), '' for nothing
 * @example typedWith('rap-')('sessions') // '/rap-sessions'
 */
export const typedWith =
  (prefix: string): Typed =>
  (name) => {
    if (prefix !== '') return `/${prefix}${name}`;
    if (!LEFT_TO_MAIN.has(name)) return `/${name}`;
    return name === 'ask' ? `/${MAIN_COMMAND}` : `/${MAIN_COMMAND} ${name}`;
  };
