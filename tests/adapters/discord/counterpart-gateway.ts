/**
 * Discord's Gateway: hello, identify, ready, heartbeats, dispatches with sequence numbers, resume with replay, invalid sessions,
 * reconnects and closing codes. Compression is off, as it is where the client asks for none.
 * https://docs.discord.com/developers/events/gateway
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildCreate, type Person, snowflake, user } from './counterpart-payloads.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly bot: Person;
  readonly guilds: readonly string[];
  /** Role that Discord made for the bot in a server. */
  readonly roleOf: (guild: string) => string;
  /** Fewer shards are refused with 4011. */
  readonly shardsNeeded: number;
}

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly sent: { readonly s: number; readonly payload: string }[];
  sequence: number;
  /** The last event that the client has told of having taken in, in how many heartbeats. */
  heard: number;
  heartbeats: number;
  valid: boolean;
  socket: WebSocket | undefined;
}

/**
 * Milliseconds between heartbeats of the client's own accord; Discord asks for 41 s. One that falls between a heartbeat that
 * `settle` asked for and its acknowledgement is taken for a dead connection, and then messages wait for the next one.
 */
const HEARTBEAT = 3_600_000;

/** Of the 1 << 1 members, 1 << 8 presences and 1 << 15 message content: those need Discord's approval. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

export class CounterpartGateway {
  readonly identifies: { readonly shard: number; readonly shards: number; readonly intents: number }[] = [];
  resumes = 0;
  /** A socket is accepted, and then nothing is said. */
  mute = false;
  /** The next identify is answered with this closing code. */
  refuseWith: number | undefined;
  readonly #options: GatewayOptions;
  readonly #sessions: Session[] = [];
  readonly #server = new WebSocketServer({ noServer: true });

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
    });
  }

  /** Sends an event to the shard that the server belongs to; direct messages belong to shard 0. Kept for a resume. */
  dispatch(event: string, data: object, guild?: string): void {
    for (const session of this.#sessions.filter((one) => one.valid)) {
      const shard = guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(session.shards));
      if (shard === session.shard) this.#send(session, event, data);
    }
  }

  /**
   * Resolves when the clients have taken in everything sent before: each is asked for heartbeats (opcode 1) until one says
   * that the last event came. They send some by themselves as well, so that their number alone would tell nothing.
   */
  async settle(): Promise<void> {
    await Promise.all(
      this.#sessions.map(async (session) => {
        const sent = session.sequence;
        while (session.heard < sent && session.socket?.readyState === 1) {
          const before = session.heartbeats;
          session.socket.send(JSON.stringify({ op: 1, d: null, s: null, t: null }));
          while (session.heartbeats === before && session.socket?.readyState === 1)
            await new Promise((resolve) => setTimeout(resolve, 2));
        }
      }),
    );
  }

  /** Connections that are open now. */
  get connected(): number {
    return this.#sessions.filter(({ socket }) => socket?.readyState === 1).length;
  }

  /** Cuts the connections as a network does, without a closing frame. */
  drop(): void {
    for (const { socket } of this.#sessions) socket?.terminate();
  }

  close(code: number): void {
    for (const { socket } of this.#sessions) socket?.close(code);
  }

  /** Asks the clients to come again (opcode 7). */
  askToReconnect(): void {
    for (const { socket } of this.#sessions)
      socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
  }

  /** Ends the sessions (opcode 9): a resume is refused. */
  invalidate(): void {
    for (const session of this.#sessions) {
      if (!session.valid) continue;
      session.valid = false;
      session.socket?.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    }
  }

  /** Forgets the sessions in silence, as after a long absence. */
  forget(): void {
    for (const session of this.#sessions) session.valid = false;
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #send(session: Session, event: string, data: object): void {
    session.sequence += 1;
    const payload = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, payload });
    if (session.socket?.readyState === 1) session.socket.send(payload);
  }

  #serve(socket: WebSocket): void {
    if (this.mute) return;
    let session: Session | undefined;
    socket.send(
      JSON.stringify({ op: 10, t: null, s: null, d: { heartbeat_interval: HEARTBEAT, _trace: [] } }),
    );
    socket.on('message', (raw: Buffer) => {
      const { op, d } = JSON.parse(raw.toString()) as { op: number; d: Record<string, unknown> };
      if (op === 1) {
        if (session !== undefined) {
          session.heard = Math.max(session.heard, Number(d));
          session.heartbeats += 1;
        }
        socket.send(JSON.stringify({ op: 11, t: null, s: null, d: null }));
      } else if (op === 2) session = this.#identify(socket, d);
      else if (op === 6) session = this.#resume(socket, d);
      else if (op !== 3) socket.close(4001);
    });
    socket.on('close', (code: number) => {
      if (session === undefined || session.socket !== socket) return;
      session.socket = undefined;
      // https://docs.discord.com/developers/events/gateway#initiating-a-disconnect
      if (code === 1000 || code === 1001) session.valid = false;
    });
    socket.on('error', () => undefined);
  }

  #identify(socket: WebSocket, d: Record<string, unknown>): Session | undefined {
    const [shard = 0, shards = 1] = (d.shard as [number, number] | undefined) ?? [0, 1];
    const intents = Number(d.intents);
    this.identifies.push({ shard, shards, intents });
    const refusal =
      this.refuseWith ??
      (d.token !== this.#options.token
        ? 4004
        : (intents & PRIVILEGED) !== 0
          ? 4014
          : shards < this.#options.shardsNeeded
            ? 4011
            : undefined);
    if (refusal !== undefined) {
      socket.close(refusal);
      return undefined;
    }
    const session: Session = {
      id: snowflake(),
      shard,
      shards,
      sent: [],
      sequence: 0,
      heard: 0,
      heartbeats: 0,
      valid: true,
      socket,
    };
    this.#sessions.push(session);
    const own = this.#options.guilds.filter(
      (guild) => Number((BigInt(guild) >> 22n) % BigInt(shards)) === shard,
    );
    const { bot } = this.#options;
    this.#send(session, 'READY', {
      v: 10,
      user: user(bot),
      guilds: own.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      session_type: 'normal',
      shard: [shard, shards],
      application: { id: bot.id, flags: 0 },
      private_channels: [],
    });
    for (const guild of own) {
      const role = {
        id: this.#options.roleOf(guild),
        name: bot.username,
        managed: true,
        tags: { bot_id: bot.id },
        permissions: '0',
        position: 1,
        color: 0,
        hoist: false,
      };
      this.#send(session, 'GUILD_CREATE', guildCreate(guild, [role]));
    }
    return session;
  }

  #resume(socket: WebSocket, d: Record<string, unknown>): Session | undefined {
    this.resumes += 1;
    const session = this.#sessions.find(({ id, valid }) => id === d.session_id && valid);
    if (session === undefined || d.token !== this.#options.token) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return undefined;
    }
    session.socket = socket;
    for (const { s, payload } of session.sent) if (s > Number(d.seq)) socket.send(payload);
    this.#send(session, 'RESUMED', { _trace: [] });
    return session;
  }

  /** Set when the server listens. */
  url = '';
}
