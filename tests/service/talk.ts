/** HTTP by hand, for what `fetch` does not let out: any Host header, half a request, a slow body. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { until } from '../support/until.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request on a connection of its own. */
export function ask(port: number, path: string, options: AskOptions = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** Resolves once nothing listens at `port` any more. */
export async function untilClosed(port: number): Promise<void> {
  await until(
    () =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve(false);
        });
        socket.once('error', () => resolve(true));
      }),
  );
}

export interface Wire {
  readonly socket: Socket;
  /** All that came so far. */
  received(): string;
  /** Resolves when the other side has closed, with all that came. */
  readonly closed: Promise<string>;
  send(text: string): void;
}

/** A bare connection, from another loopback address than usual where `from` says so. */
export function openWire(port: number, from?: string): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      ...(from === undefined ? {} : { localAddress: from }),
    });
    let text = '';
    const closed = new Promise<string>((done) => socket.once('close', () => done(text)));
    socket.once('error', reject);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    socket.once('connect', () =>
      resolve({ socket, received: () => text, closed, send: (more) => void socket.write(more) }),
    );
  });
}
