/** All commands, in the order in which help and manifests list them, and the names that lines begin with. */

import type { CommandNames } from '../reading/parse.ts';
import type { CommandName } from '../reading/query.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { helpFor } from './help.ts';
import { open } from './open.ts';
import { recommendations } from './recommendations.ts';
import { sessions } from './sessions.ts';
import { speaker } from './speaker.ts';

const help = helpFor(() => Object.values(COMMANDS).map(({ shape }) => shape));

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  sessions,
  speaker,
  recommendations,
  ask,
  open,
  help,
};

/** A prefix of the product's own: `/rapporteur LINE` is the line itself. */
export function commandNames(): CommandNames {
  const bare = new Map<string, CommandName>();
  const slashed = new Map<string, CommandName>();
  for (const [name, { shape }] of Object.entries(COMMANDS) as [CommandName, Command][]) {
    bare.set(shape.name, name);
    for (const alias of shape.bare) bare.set(alias, name);
    for (const alias of shape.aliases) slashed.set(alias, name);
  }
  return { bare, slashed };
}
