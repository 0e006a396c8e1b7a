/** The greeting of a person or a team that the bot was added to. */
import { lineOf } from '../../src/answer/line.ts';
import { COME_AGAIN, converse, deliver, EVERYBODY, type Response, type Turn } from './converse.ts';
import type { Received } from './received.ts';

/**
 * Teams reports one installation up to twice (`installationUpdate`, `conversationUpdate`), perhaps at the same moment;
 * it is greeted once, and again only after the bot was removed in between.
 */
export function welcome(
  turn: Turn,
  { place, scope, delivery }: Extract<Received, { kind: 'installed' }>,
): Promise<Response> {
  const { host } = turn.services;
  const greet = async (): Promise<void> => {
    await host.alone(`welcome:${place}`, async () => {
      if ((await host.installations.get(place)) !== undefined) return;
      const help = await host.ask({ text: lineOf.help() });
      const lead = scope === 'personal' ? turn.says.own.welcomePersonal : turn.says.own.welcomeGroup;
      const greeting = { ...help, title: turn.says.own.welcomeTitle, lead };
      await deliver({ ...turn, ...EVERYBODY }, greeting);
      await host.installations.put(place, { since: new Date().toISOString() });
    });
  };
  // Teams may tell of an installation before it takes messages there.
  return converse(turn, delivery, 'welcome', greet, async () => COME_AGAIN);
}
