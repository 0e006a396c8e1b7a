/** Drives the Slack adapter for the conformance suite: one workspace over signed HTTP, or over Socket Mode. */
import { slack } from '../../../adapters/slack/adapter.ts';
import type { Call, Counterpart } from '../../adapters/slack/counterpart.ts';
import { validateMessage } from '../../adapters/slack/validator.ts';
import { buttonsOf, visibleText } from '../../adapters/slack/visible.ts';
import {
  newTs,
  openWorkspace,
  pressedButton,
  type Sent,
  typedCommand,
  type Workspace,
  writtenDirect,
  writtenMention,
} from '../../adapters/slack/workspace.ts';
import type { Driver, Incoming, Outcome, Reply, Rig, Surface } from '../driver.ts';

/** Where a message stands, so that its buttons can be pressed there. */
interface Standing {
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly ephemeral: boolean;
}

export function slackDriver(transport: 'http' | 'socket'): Driver {
  return { adapter: slack, start: async (host) => createRig(await openWorkspace(host, { transport })) };
}

function createRig(workspace: Workspace): Rig {
  const counterpart = workspace.slack;

  async function send(surface: Surface, incoming: Incoming): Promise<Outcome> {
    const from = counterpart.calls.length;
    if (surface === 'command') {
      const payload = typedCommand(incoming.text, counterpart.responseUrl(), incoming.delivery);
      const sent = await workspace.send({ ...payload, ...commandSender(incoming) });
      return outcome(sent, from, { channel: 'C0TALK', threadTs: undefined, ephemeral: true });
    }
    const threadTs = incoming.thread === undefined ? undefined : threadOf(incoming.thread);
    const written = { threadTs, delivery: incoming.delivery, over: messageSender(incoming) };
    const payload =
      surface === 'mention' ? writtenMention(incoming.text, written) : writtenDirect(incoming.text, written);
    const standing = { channel: surface === 'mention' ? 'C0TALK' : 'D0ANNA', threadTs, ephemeral: false };
    return outcome(await workspace.send(payload), from, standing);
  }

  async function press(
    actionId: string,
    value: string,
    standing: Standing,
    type = 'button',
  ): Promise<Outcome> {
    const from = counterpart.calls.length;
    const responseUrl = counterpart.responseUrl();
    return outcome(
      await workspace.send(pressedButton({ actionId, value, responseUrl, type, ...standing })),
      from,
      standing,
    );
  }

  /** What came of a request: its acknowledgement's body, else the first message that went out for it. */
  async function outcome(sent: Sent, from: number, standing: Standing): Promise<Outcome> {
    await workspace.idle();
    if (sent.status >= 300) return 'refused';
    if (isMessage(sent.ack)) return seen(sent.ack, standing);
    const posted = counterpart.calls.slice(from).find(isShown);
    return posted === undefined ? 'silence' : seen(posted.body, standing, posted);
  }

  function seen(payload: Readonly<Record<string, unknown>>, standing: Standing, call?: Call): Reply {
    // A message in the place of another is seen by whoever saw that one.
    const replaced = payload.replace_original === true;
    const ephemeral = replaced
      ? standing.ephemeral
      : payload.response_type === 'ephemeral' || call?.method === 'chat.postEphemeral';
    const threadTs = typeof payload.thread_ts === 'string' ? payload.thread_ts : standing.threadTs;
    const stands: Standing = { ...standing, threadTs, ephemeral };
    const blocks = payload.blocks ?? [];
    return {
      visible: Array.isArray(blocks) && blocks.length > 0 ? visibleText(blocks) : String(payload.text),
      private: ephemeral,
      payload,
      buttons: buttonsOf(blocks).map(({ label, actionId, value, type }) => ({
        label,
        press: async () => {
          const reply = await press(actionId, value, stands, type);
          if (typeof reply === 'string') throw new Error(`pressing ${label} ended in ${reply}`);
          return reply;
        },
      })),
    };
  }

  return {
    surfaces: ['command', 'mention', 'direct'],
    send,
    pressOld: (line) => press('line:0', line, { channel: 'C0TALK', threadTs: undefined, ephemeral: false }),
    failApi: (how, count) => counterpart.fail(how, count),
    failuresLeft: () => counterpart.faultsLeft(),
    validate: validateMessage,
    async stop() {
      await workspace.stop();
      expectNoViolations(counterpart);
    },
  };
}

function expectNoViolations({ violations }: Counterpart): void {
  if (violations.length > 0) throw new Error(`Slack would have refused:\n${violations.join('\n')}`);
}

const THREADS = new Map<string, string>();

/** A thread's timestamp, the same for the same name. */
function threadOf(name: string): string {
  const known = THREADS.get(name);
  if (known !== undefined) return known;
  const ts = newTs();
  THREADS.set(name, ts);
  return ts;
}

function messageSender({ sender }: Incoming): Readonly<Record<string, unknown>> {
  if (sender === 'self') return { user: 'U0BOT', bot_id: 'B0BOT' };
  return sender === 'bot' ? { user: 'U0OTHER', bot_id: 'B0OTHER' } : {};
}

/** Slack lets no bot type commands; the case is only sent where somebody asks for it. */
function commandSender({ sender }: Incoming): Readonly<Record<string, string>> {
  return sender === 'self' ? { user_id: 'U0BOT' } : {};
}

function isShown({ method, outcome, body }: Call): boolean {
  return (
    outcome === 'ok' &&
    body.delete_original !== true &&
    (method === 'response_url' || method.startsWith('chat.post'))
  );
}

function isMessage(ack: unknown): ack is Readonly<Record<string, unknown>> {
  return typeof ack === 'object' && ack !== null && 'text' in ack;
}
