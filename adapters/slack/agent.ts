/**
 * Slack's agent view: the bot beside whatever somebody looks at. Suggested questions lead somewhere in the archive at hand; a
 * thread is called by its first answer; where an answer takes its time, the bot says that it is at work.
 *
 * None of this is the answer: what Slack refuses of it is noted and let be.
 */
import { cut } from '../../src/kit/cut.ts';
import { within } from '../../src/kit/waiting.ts';
import { LIMITS } from './limits.ts';
import type { Prompt, Request } from './ports.ts';
import { type AskedMessage, openedConversation } from './receive.ts';
import { oneLine } from './text.ts';

/** Whoever waits longer is told that the bot is at work, in milliseconds. */
const AT_WORK = 500;

/** Questions about the archive at hand, tried on it: each is found there. At most four. */
async function promptsFor({ host, says }: Request): Promise<readonly Prompt[]> {
  const { topics, events, people } = await host.engine.browse.overview();
  const [first, second, third] = topics;
  const [event] = events;
  const [person] = people;
  const { choice, own } = says;
  const likely = [
    ...(first === undefined ? [] : [choice.saidOn(first.label)]),
    ...(second === undefined ? [] : [choice.recommendationsOn([second.label])]),
    ...(person === undefined ? [] : [own.agent.whoIs(person.name)]),
    ...(event === undefined ? [] : [own.agent.whoSpokeAt(event.title)]),
    ...(third === undefined ? [] : [choice.sessionsOn(third.label)]),
  ].map(oneLine);
  const found = await Promise.all(
    likely.map(async (message) => (await host.ask({ text: message })).outcome === 'found'),
  );
  return likely
    .filter((_, place) => found[place])
    .slice(0, LIMITS.prompts.value)
    .map((message) => ({ title: cut(message, LIMITS.promptTitle.value), message }));
}

/** Offers questions where somebody opens a conversation with the bot. */
export function offerPrompts(request: Request): void {
  const place = openedConversation(request.body);
  if (place === undefined || !request.agent) return;
  request.delivery.later(() =>
    aside(request, 'prompts', async () => {
      const prompts = await promptsFor(request);
      if (prompts.length > 0) await request.api.suggest(place, request.says.own.agent.ask, prompts);
    }),
  );
}

/** Waits for the answer to a message, and tells in the agent view that it takes its time. */
export async function whileAtWork<T>(
  request: Request,
  { agent, place }: AskedMessage,
  answering: Promise<T>,
): Promise<T> {
  const { channel, threadTs } = place;
  if (agent === undefined || threadTs === undefined || (await within(answering, AT_WORK)).done)
    return answering;
  const { api, says } = request;
  const told = aside(request, 'status', () => api.setStatus({ channel, threadTs }, says.own.searching));
  // What is told after the answer would stand below it; what Slack takes long for must not hold the answer up.
  await within(told, AT_WORK);
  return answering;
}

/** Calls a thread of the agent view by its first answer. */
export function nameThread(request: Request, { agent, place }: AskedMessage, title: string): void {
  const { channel, threadTs } = place;
  const name = cut(oneLine(title), LIMITS.threadTitle.value);
  if (agent !== 'opens' || threadTs === undefined || name === '') return;
  request.delivery.later(() =>
    aside(request, 'title', () => request.api.setTitle({ channel, threadTs }, name)),
  );
}

async function aside({ host }: Request, kind: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    host.log.debug({ error, kind }, 'Slack took nothing beside the answer');
  }
}
