/** Drives the Slack adapter for the conformance suite: one workspace over signed HTTP, or over Socket Mode. */
import { randomUUID } from 'node:crypto';
import { slack } from '../../../adapters/slack/adapter.ts';
import type { Mention } from '../../../src/answer/mentions.ts';
import type { Host } from '../../../src/contract/adapter.ts';
import type { Call, Counterpart } from '../../adapters/slack/counterpart.ts';
import { validateMessage, validateView } from '../../adapters/slack/validator.ts';
import { buttonsOf, linksOf, visibleText } from '../../adapters/slack/visible.ts';
import {
  appEvent,
  changedDirect,
  newTs,
  openWorkspace,
  PERSON,
  pressedButton,
  type Sent,
  TEAM,
  typedCommand,
  type Workspace,
  writtenDirect,
  writtenMention,
} from '../../adapters/slack/workspace.ts';
import {
  type Driver,
  type Incoming,
  LONG,
  type OpenForm,
  type Outcome,
  type Reply,
  type Rig,
  type Surface,
  TAG,
  type Where,
} from '../driver.ts';
import { expectReply } from '../seeing.ts';

/** Where a message stands, so that its buttons can be pressed there. */
interface Standing {
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly ephemeral: boolean;
  /** The message's own; a new one where absent. */
  readonly messageTs?: string;
}

export function slackDriver(transport: 'http' | 'socket'): Driver {
  return {
    adapter: slack,
    ...(transport === 'socket' ? { drawnElsewhere: true } : {}),
    edits: ['mention', 'direct'],
    // In channels all that the bot says stands in the thread of who asked.
    replies: ['direct'],
    async start(host, { answer = LONG, call = LONG } = {}) {
      // A call that a busy machine let take too long is one more failure.
      const retry = { tries: 7, deadline: 30_000, pause: 10 };
      return createRig(
        await openWorkspace(host, { transport, times: { call, patience: answer, retry } }),
        host,
      );
    },
  };
}

/** `host`: of the app, which another workspace of it shares. */
function createRig(workspace: Workspace, host: Host): Rig {
  const counterpart = workspace.slack;
  /** Calls that an exchange has taken for its own: of several at the same moment, one. */
  const taken = new Set<Call>();

  /** The last call from `from` on that fits and that nobody has taken. */
  function take(from: number, fits: (call: Call) => boolean, first = false): Call | undefined {
    const fresh = counterpart.calls.slice(from).filter((call) => !taken.has(call) && fits(call));
    const call = first ? fresh[0] : fresh.at(-1);
    if (call !== undefined) taken.add(call);
    return call;
  }

  async function send(surface: Surface, incoming: Incoming): Promise<Outcome> {
    const from = counterpart.calls.length;
    if (surface === 'command') {
      const payload = typedCommand(incoming.text, counterpart.responseUrl(), incoming.delivery);
      const sent = await workspace.send({ ...payload, ...commandSender(incoming) });
      return outcome(sent, from, { channel: 'C0TALK', threadTs: undefined, ephemeral: true });
    }
    const { thread, below, message, delivery, text } = incoming;
    const threadTs =
      typeof below?.id === 'string' ? below.id : thread === undefined ? undefined : threadOf(thread);
    const over = {
      ...messageSender(incoming),
      ...carriedBy(incoming, surface),
      ...(message === undefined ? {} : { ts: threadOf(message) }),
      ...(incoming.edited === true && surface === 'mention'
        ? { edited: { user: PERSON.id, ts: newTs() } }
        : {}),
    };
    const written = { threadTs, delivery, over };
    const payload =
      surface === 'mention'
        ? writtenMention(text, written)
        : incoming.edited === true
          ? changedDirect(text, 'as it was', written)
          : writtenDirect(text, written);
    const standing = { channel: surface === 'mention' ? 'C0TALK' : 'D0ANNA', threadTs, ephemeral: false };
    return outcome(await workspace.send(payload), from, standing);
  }

  async function press(
    actionId: string,
    value: string,
    standing: Standing,
    sent?: Readonly<Record<string, unknown>>,
  ): Promise<Outcome> {
    const from = counterpart.calls.length;
    const responseUrl = counterpart.responseUrl();
    return outcome(
      await workspace.send(
        pressedButton({ actionId, value, responseUrl, ...(sent === undefined ? {} : { sent }), ...standing }),
      ),
      from,
      standing,
    );
  }

  /** What came of a request: its acknowledgement's body, else the first message that went out for it, else a view. */
  async function outcome(sent: Sent, from: number, standing: Standing): Promise<Outcome> {
    await workspace.idle();
    if (sent.status >= 300) return 'refused';
    if (isMessage(sent.ack)) return seen(sent.ack, standing);
    const posted = take(from, isShown, true);
    return posted === undefined ? viewOutcome(from) : seen(posted.body, standing, posted);
  }

  /** The view that is open after a request. */
  function viewOutcome(from: number): Outcome {
    const call = take(from, ({ method, outcome: how }) => how === 'ok' && method.startsWith('views.'));
    return call === undefined ? 'silence' : seenView(call.body.view as View);
  }

  function seenView(view: View): Reply {
    return {
      ...(view.callback_id === 'refine' ? { form: formOf(view) } : {}),
      visible: [visibleText(view.blocks), ...view.blocks.map(({ label }) => label?.text ?? '')].join('\n'),
      // Nobody sees the views of another.
      private: true,
      payload: view,
      buttons: buttonsOf(view.blocks).map(({ label, actionId, value, sent }) => ({
        label,
        press: async () => {
          const from = counterpart.calls.length;
          const at = { id: 'V0OPEN', type: view.type };
          await workspace.send(pressedButton({ actionId, value, sent, responseUrl: undefined, view: at }));
          await workspace.idle();
          return expectReply(viewOutcome(from));
        },
      })),
    };
  }

  function seen(payload: Readonly<Record<string, unknown>>, standing: Standing, call?: Call): Reply {
    // A message in the place of another is seen by whoever saw that one.
    const replaced = payload.replace_original === true;
    const ephemeral = replaced
      ? standing.ephemeral
      : payload.response_type === 'ephemeral' || call?.method === 'chat.postEphemeral';
    const threadTs = typeof payload.thread_ts === 'string' ? payload.thread_ts : standing.threadTs;
    // One message, however often it is clicked on.
    const stands: Standing = { ...standing, threadTs, ephemeral, messageTs: newTs() };
    const blocks = payload.blocks ?? [];
    return {
      visible: Array.isArray(blocks) && blocks.length > 0 ? visibleText(blocks) : String(payload.text),
      private: ephemeral,
      payload,
      ...(call?.ts === undefined ? {} : { id: call.ts }),
      ...(call?.method === 'chat.update' ? { replaced: true as const } : {}),
      links: linksOf(blocks),
      buttons: buttonsOf(blocks).map(({ label, actionId, value, sent }) => ({
        label,
        press: async () => {
          const reply = await press(actionId, value, stands, sent);
          if (typeof reply === 'string') throw new Error(`pressing ${label} ended in ${reply}`);
          return reply;
        },
      })),
    };
  }

  /** The form behind "Search…" in App Home, with its pickers. */
  async function openForm(): Promise<View> {
    const from = counterpart.calls.length;
    const view = { id: 'V0HOME', type: 'home' } as const;
    await workspace.send(
      pressedButton({ actionId: 'refine', value: 'sessions', responseUrl: undefined, view }),
    );
    await workspace.idle();
    return expectReply(viewOutcome(from)).payload as View;
  }

  function formOf(view: View): OpenForm {
    const fields = view.blocks.flatMap(({ block_id: block = '', element, label }) =>
      element === undefined ? [] : [{ block, id: element.action_id, element, label: label?.text ?? '' }],
    );
    return {
      fields: fields.map(({ block }) => block),
      async send(filled) {
        const values: Record<string, object> = {};
        for (const { block, id, element } of fields) {
          const given = filled[block];
          const initial = element.initial_option === undefined ? [] : [element.initial_option.value];
          const isPicker = element.type.endsWith('external_select');
          const chosen = await Promise.all(
            (given ?? initial).map(async (value) =>
              isPicker && !value.includes(':')
                ? ((await suggested({ block, id }, value))[0]?.value ?? value)
                : value,
            ),
          );
          values[block] = { [id]: stateOf(element.type, chosen) };
        }
        const from = counterpart.calls.length;
        const { ack } = await workspace.send(submission(view, values));
        await workspace.idle();
        const told = (ack ?? {}) as { errors?: Readonly<Record<string, string>>; view?: View };
        if (told.view !== undefined) return seenView(told.view);
        if (told.errors === undefined)
          return expectReply(
            await outcome({ status: 200, ack: undefined, milliseconds: 0 }, from, {
              channel: 'C0TALK',
              threadTs: undefined,
              ephemeral: true,
            }),
          );
        // Slack shows each below the field of that name.
        const rows = Object.entries(told.errors).map(([name, words]) => {
          const field = fields.find(({ block }) => block === name);
          if (field === undefined) throw new Error(`there is no field ${name}`);
          return `${field.label}: ${words}`;
        });
        return { visible: rows.join('\n'), private: true, payload: view, buttons: [], form: formOf(view) };
      },
    };
  }

  async function suggested(picker: Picker, typed: string): Promise<readonly Option[]> {
    const { ack } = await workspace.send({
      type: 'block_suggestion',
      action_id: picker.id,
      block_id: picker.block,
      value: typed,
      team: TEAM,
      user: PERSON,
      container: { type: 'view', view_id: 'V0FORM' },
    });
    return (ack as { options: readonly Option[] }).options;
  }

  const submission = (form: View, values: Readonly<Record<string, object>>) => ({
    type: 'view_submission',
    trigger_id: randomUUID(),
    team: TEAM,
    user: PERSON,
    view: {
      id: 'V0FORM',
      type: 'modal',
      callback_id: form.callback_id,
      private_metadata: form.private_metadata,
      state: { values },
    },
  });

  async function submit(form: View, { block, id }: Picker, value: string): Promise<Reply> {
    const values = {
      scope: { scope: { type: 'static_select', selected_option: { value: 'ask' } } },
      [block]: { [id]: stateOf('multi_external_select', [value]) },
    };
    const { ack } = await workspace.send(submission(form, values));
    return seenView((ack as { view: View }).view);
  }

  return {
    surfaces: ['command', 'mention', 'direct'],
    send,
    pressOld: (line) => press('line:0', line, { channel: 'C0TALK', threadTs: undefined, ephemeral: false }),
    async complete(typed) {
      const form = await openForm();
      const pickers = form.blocks.flatMap(({ block_id: block = '', element }) =>
        element?.type.endsWith('external_select') === true ? [{ block, id: element.action_id }] : [],
      );
      const offered = await Promise.all(
        pickers.map(async (picker) =>
          (await suggested(picker, typed)).map((option) => ({ picker, ...option })),
        ),
      );
      return offered.flat().map(({ picker, text, description, value }) => ({
        label: [picker.block, text.text, description?.text ?? ''].join(' '),
        choose: () => submit(form, picker, value),
      }));
    },
    async findRelated(message, delivery = randomUUID(), where = 'text') {
      const from = counterpart.calls.length;
      const sent = await workspace.send({
        type: 'message_action',
        callback_id: 'find_related',
        trigger_id: delivery,
        team: TEAM,
        user: PERSON,
        channel: { id: 'C0TALK' },
        message: { type: 'message', user: 'U0OTHER', ts: newTs(), text: '', ...messageWith(message, where) },
        response_url: counterpart.responseUrl(),
      });
      await workspace.idle();
      return sent.status >= 300 ? 'refused' : viewOutcome(from);
    },
    async suggested() {
      counterpart.grant('assistant:write', 'chat:write', 'commands', 'im:history');
      const agent = await openWorkspace(host, { slack: counterpart });
      const from = counterpart.calls.length;
      await agent.send(
        appEvent({ type: 'app_home_opened', user: PERSON.id, channel: 'D0ANNA', tab: 'messages' }),
      );
      await agent.idle();
      await agent.stop();
      const [call] = counterpart.calls
        .slice(from)
        .filter(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
      const prompts = (call?.body.prompts ?? []) as readonly { readonly message: string }[];
      return prompts.map(({ message }) => message);
    },
    async askAnywhere() {
      const from = counterpart.calls.length;
      await workspace.send({
        type: 'shortcut',
        callback_id: 'ask_archive',
        trigger_id: randomUUID(),
        team: TEAM,
        user: PERSON,
      });
      await workspace.idle();
      return formOf(expectReply(viewOutcome(from)).payload as View);
    },
    async openHome() {
      const from = counterpart.calls.length;
      await workspace.send(appEvent({ type: 'app_home_opened', user: PERSON.id, tab: 'home' }));
      return expectReply(viewOutcome(from));
    },
    failApi: (how, count) => counterpart.fail(how, count),
    refusePost: () => counterpart.fail({ error: 'restricted_action' }, 1, 'chat.postMessage'),
    failuresLeft: () => counterpart.faultsLeft(),
    validate(payload) {
      // A change names the message that it changes.
      const { ts: _, ...message } = payload as Readonly<Record<string, unknown>>;
      if (isView(payload)) validateView(payload);
      else validateMessage(message);
    },
    async stop() {
      await workspace.stop();
      expectNoViolations(counterpart);
    },
  };
}

interface View {
  readonly type: 'home' | 'modal';
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly {
    readonly block_id?: string;
    readonly label?: { readonly text: string };
    readonly element?: {
      readonly type: string;
      readonly action_id: string;
      readonly initial_option?: { readonly value: string };
    };
  }[];
}

/** What a field holds, as `view.state` has it. */
function stateOf(type: string, values: readonly string[]): object {
  const options = values.map((value) => ({ value }));
  if (type === 'multi_external_select') return { type, selected_options: options };
  if (type === 'plain_text_input') return { type, value: values[0] ?? null };
  return { type, selected_option: options[0] ?? null };
}

/** A field that completes what is typed. */
interface Picker {
  readonly block: string;
  readonly id: string;
}

interface Option {
  readonly text: { readonly text: string };
  readonly description?: { readonly text: string };
  readonly value: string;
}

function isView(payload: unknown): boolean {
  const { type } = (payload ?? {}) as { type?: unknown };
  return type === 'home' || type === 'modal';
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

const CANNOT = "This content can't be displayed.";

/** A message whose words stand there. */
function messageWith(words: string, where: Where): Readonly<Record<string, unknown>> {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: words } }];
  switch (where) {
    case 'text':
      return { text: words };
    case 'card':
      return { text: CANNOT, blocks };
    case 'forward':
      return {
        attachments: [{ is_share: true, fallback: CANNOT, message_blocks: [{ message: { blocks } }] }],
      };
    case 'file':
      return { subtype: 'file_share', files: [{ name: `${words}.pdf`, mimetype: 'application/pdf' }] };
  }
}

/** What a message has in the place of typed text alone. */
function carriedBy({ pieces, carries }: Incoming, surface: Surface): Readonly<Record<string, unknown>> {
  if (pieces !== undefined) return { text: pieces.map(written).join('') };
  if (carries === undefined) return {};
  const inner =
    carries === 'file' ? messageWith('report', 'file') : messageWith(carries.forwarded, 'forward');
  return { ...inner, text: surface === 'mention' ? '<@U0BOT>' : '' };
}

function written(piece: string | Mention): string {
  if (typeof piece === 'string')
    return piece.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  if (piece.whom === 'us') return '<@U0BOT>';
  if (piece.whom === 'person') return piece.name === '' ? '<@U0SOMEBODY>' : `<@U0PERSON|${piece.name}>`;
  return piece === TAG ? `<!subteam^S0TAG|@${piece.name}>` : '<@U0SOMEBOT>';
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
    (method === 'response_url' || method.startsWith('chat.post') || method === 'chat.update')
  );
}

function isMessage(ack: unknown): ack is Readonly<Record<string, unknown>> {
  return typeof ack === 'object' && ack !== null && 'text' in ack;
}
