/**
 * A workspace for tests: the real adapter with the real Bolt, people who type and click, and what each of them sees.
 * Requests go over signed HTTP or Socket Mode; replies are read off the counterpart.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackAdapter, type SlackTimes } from '../../../adapters/slack/adapter.ts';
import type { SlackConfig } from '../../../adapters/slack/config.ts';
import { sign } from '../../../adapters/slack/signature.ts';
import type { Connection, Host } from '../../../src/contract/adapter.ts';
import { watchWork } from '../../support/working.ts';
import { type Counterpart, startCounterpart } from './counterpart.ts';
import { validateMessage, validateOptions, validateView } from './validator.ts';

export const SECRET = 'aSecretOfSixteenOrMore';

/** Pauses are short; deadlines are for a busy machine, and tests of a deadline set their own. */
export const QUICK: Partial<SlackTimes> = {
  call: 20_000,
  retry: { tries: 4, deadline: 30_000, pause: 10 },
  patience: 20_000,
  start: 20_000,
  identityAgain: 50,
  socketPause: { first: 20, longest: 200 },
};

export interface Sent {
  /** HTTP status, or 200 where a socket envelope was acknowledged and 503 where it was not. */
  readonly status: number;
  /** Body of the acknowledgement: an answer to a command, options for a picker. */
  readonly ack: unknown;
  readonly milliseconds: number;
}

export interface Workspace {
  readonly slack: Counterpart;
  readonly connection: Connection;
  /** Origin of the adapter's own server. */
  readonly url: string;
  /** Sends a payload as Slack would: events as JSON, the rest as forms. */
  send(payload: Readonly<Record<string, unknown>>, options?: SendOptions): Promise<Sent>;
  /** Resolves when the adapter has no delivery in work. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Seconds that the timestamp is off. */
  readonly skew?: number;
  readonly retry?: number;
}

export interface WorkspaceOptions {
  readonly transport?: 'http' | 'socket';
  readonly config?: Partial<SlackConfig>;
  readonly times?: Partial<SlackTimes>;
  readonly slack?: Counterpart;
}

export async function openWorkspace(host: Host, options: WorkspaceOptions = {}): Promise<Workspace> {
  const transport = options.transport ?? 'http';
  const slack = options.slack ?? (await startCounterpart());
  const watched = watch(host);
  const adapter = createSlackAdapter({ ...QUICK, ...options.times });
  const config: SlackConfig = {
    workspace: { kind: 'one', botToken: 'xoxb-test' },
    commandPrefix: '',
    apiUrl: slack.apiUrl,
    ...(transport === 'http' ? { signingSecret: SECRET } : { appToken: 'xapp-test' }),
    ...options.config,
  };
  const connection = await adapter.open(config, watched.host);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://service').pathname;
    const route = connection.routes.find((one) => one.path === path);
    if (route === undefined) response.writeHead(404).end();
    else void route.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function overHttp(
    payload: Readonly<Record<string, unknown>>,
    { headers = {}, skew = 0, retry = 0 }: SendOptions,
  ): Promise<Sent> {
    const isForm = payload.type !== 'event_callback' && payload.type !== 'url_verification';
    const body = isForm ? formOf(payload) : JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000) + skew);
    const all: Record<string, string | undefined> = {
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': sign(body, timestamp, SECRET),
      ...(retry > 0 ? { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_error' } : {}),
      ...headers,
    };
    const started = performance.now();
    const reply = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: Object.fromEntries(
        Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined),
      ),
      body,
    });
    const text = await reply.text();
    return { status: reply.status, ack: parseAck(text), milliseconds: performance.now() - started };
  }

  async function overSocket(
    payload: Readonly<Record<string, unknown>>,
    { retry = 0 }: SendOptions,
  ): Promise<Sent> {
    const type =
      payload.type === 'event_callback'
        ? 'events_api'
        : 'command' in payload
          ? 'slash_commands'
          : 'interactive';
    const started = performance.now();
    const begun = watched.begun();
    const envelope = slack.socket.send(type, payload, retry);
    // No acknowledgement may come at all: that is known when the delivery has come to its end without one.
    const ended = watched
      .beginning(begun + 1)
      .then(watched.idle)
      .then(() => slack.socket.settled(envelope));
    const reply = await Promise.race([slack.socket.reply(envelope), ended]);
    const ack = reply?.payload;
    const filled = typeof ack === 'object' && ack !== null && Object.keys(ack).length > 0;
    return {
      status: reply === undefined ? 503 : 200,
      ack: filled ? ack : undefined,
      milliseconds: performance.now() - started,
    };
  }

  return {
    slack,
    connection,
    url,
    async send(payload, sendOptions = {}) {
      const sent = await (transport === 'http' ? overHttp : overSocket)(payload, sendOptions);
      validateAck(sent.ack);
      return sent;
    },
    idle: watched.idle,
    async stop() {
      await connection.stop(2_000);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (options.slack === undefined) await slack.stop();
    },
  };
}

/** The host with its deliveries counted, to know when nothing is in work. */
function watch(host: Host) {
  const inWork = new Set<Promise<unknown>>();
  const waiting = new Set<() => void>();
  let begun = 0;
  return {
    host: watchWork(host, (work) => {
      const settled: Promise<unknown> = work.catch(() => {}).finally(() => inWork.delete(settled));
      inWork.add(settled);
      begun += 1;
      for (const look of waiting) look();
    }),
    begun: () => begun,
    /** Resolves when the `count`th delivery has begun. */
    beginning: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (begun < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async idle() {
      // The acknowledgement may reach us before the claim is completed; one turn lets it begin.
      await new Promise((resolve) => setImmediate(resolve));
      while (inWork.size > 0) await Promise.all(inWork);
    },
  };
}

/** An acknowledgement is held to Slack's rules like everything else that is sent. */
function validateAck(ack: unknown): void {
  if (typeof ack !== 'object' || ack === null) return;
  if ('text' in ack || 'blocks' in ack) validateMessage(ack);
  else if ('view' in ack) validateView(ack.view);
  else if ('options' in ack) validateOptions(ack);
}

function formOf(payload: Readonly<Record<string, unknown>>): string {
  if ('command' in payload) return new URLSearchParams(payload as Record<string, string>).toString();
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function parseAck(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// What people do, as Slack's payloads.

const TEAM = { id: 'T0TEAM', domain: 'testers' };
const PERSON = { id: 'U0ANNA', username: 'anna', name: 'anna', team_id: 'T0TEAM' };

export function typedCommand(text: string, responseUrl: string, delivery: string = randomUUID()) {
  const [, command = '/rapporteur', rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [
    undefined,
    '/rapporteur',
    text,
  ];
  return {
    command,
    text: rest,
    response_url: responseUrl,
    trigger_id: delivery,
    user_id: PERSON.id,
    user_name: PERSON.name,
    team_id: TEAM.id,
    channel_id: 'C0TALK',
    channel_name: 'talk',
    api_app_id: 'A0APP',
    is_enterprise_install: 'false',
  };
}

let clock = 1_700_000_000;
/** A message timestamp, new at each call. */
export function newTs(): string {
  clock += 1;
  return `${clock}.000100`;
}

export interface Written {
  readonly threadTs?: string | undefined;
  readonly delivery?: string | undefined;
  readonly over?: Readonly<Record<string, unknown>>;
}

function event(body: Readonly<Record<string, unknown>>, delivery: string = randomUUID()) {
  return {
    type: 'event_callback',
    event_id: delivery,
    event_time: 1,
    team_id: TEAM.id,
    api_app_id: 'A0APP',
    authorizations: [
      { team_id: TEAM.id, enterprise_id: null, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
    ],
    event: body,
  };
}

export function writtenMention(text: string, { threadTs, delivery, over = {} }: Written = {}) {
  return event(
    {
      type: 'app_mention',
      user: PERSON.id,
      text: `<@U0BOT> ${text}`,
      ts: newTs(),
      channel: 'C0TALK',
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...over,
    },
    delivery,
  );
}

export function writtenDirect(text: string, { threadTs, delivery, over = {} }: Written = {}) {
  return event(
    {
      type: 'message',
      channel_type: 'im',
      user: PERSON.id,
      text,
      ts: newTs(),
      channel: 'D0ANNA',
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...over,
    },
    delivery,
  );
}

/** Slack's word that a direct message was changed: as it is now, and as it was. */
export function changedDirect(text: string, before: string, { threadTs, delivery, over = {} }: Written = {}) {
  const message = {
    type: 'message',
    user: PERSON.id,
    ts: newTs(),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...over,
  };
  return event(
    {
      type: 'message',
      subtype: 'message_changed',
      channel_type: 'im',
      channel: 'D0ANNA',
      hidden: true,
      ts: newTs(),
      message: { ...message, text, edited: { user: PERSON.id, ts: newTs() } },
      previous_message: { ...message, text: before },
    },
    delivery,
  );
}

export interface ClickOptions {
  /** The action as Slack sends it, for what is no button. */
  readonly sent?: Readonly<Record<string, unknown>>;
  readonly actionId: string;
  readonly value: string | undefined;
  readonly responseUrl: string | undefined;
  readonly channel?: string;
  readonly threadTs?: string | undefined;
  readonly ephemeral?: boolean;
  readonly view?: {
    readonly id: string;
    readonly type: 'home' | 'modal';
  };
  readonly delivery?: string | undefined;
  readonly type?: string;
  /** The message's own; a new one where absent. */
  readonly messageTs?: string;
}

export function pressedButton(options: ClickOptions) {
  const channel = options.channel ?? 'C0TALK';
  const inView = options.view !== undefined;
  return {
    type: 'block_actions',
    trigger_id: options.delivery ?? randomUUID(),
    team: TEAM,
    user: PERSON,
    api_app_id: 'A0APP',
    is_enterprise_install: false,
    enterprise: null,
    container: inView
      ? { type: 'view', view_id: options.view?.id }
      : {
          type: 'message',
          channel_id: channel,
          message_ts: options.messageTs ?? newTs(),
          is_ephemeral: options.ephemeral ?? false,
          ...(options.threadTs === undefined ? {} : { thread_ts: options.threadTs }),
        },
    ...(inView
      ? { view: { ...options.view, callback_id: 'answer' } }
      : { channel: { id: channel, name: 'talk' } }),
    ...(options.responseUrl === undefined ? {} : { response_url: options.responseUrl }),
    actions: [
      {
        type: options.type ?? 'button',
        action_id: options.actionId,
        block_id: 'b',
        value: options.value,
        action_ts: newTs(),
        ...(options.sent === undefined ? {} : { value: undefined, ...options.sent }),
      },
    ],
  };
}

export function appEvent(body: Readonly<Record<string, unknown>>, delivery?: string) {
  return event(body, delivery);
}

export { PERSON, TEAM };
