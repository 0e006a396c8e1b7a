/** Many requests at once, each over a connection of its own; what became of each is told, and none stops the others. */
import { type Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Signed } from './platforms.ts';

/** What became of a request: answered or acknowledged, refused for a retry, anything else that was said, or nothing. */
export interface Fate {
  readonly status: number;
  /** Until the whole response was there, in milliseconds. */
  readonly took: number;
  readonly body: string;
}

const PATIENCE = 60_000;

/** One request over a connection of its own. Status 0: the connection broke. */
export function fateOf(port: number, { path, headers, body }: Signed, agent?: Agent): Promise<Fate> {
  const start = performance.now();
  return new Promise((resolve) => {
    const tell = (status: number, text: string): void =>
      resolve({ status, took: performance.now() - start, body: text });
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        agent: agent ?? false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        timeout: PATIENCE,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => tell(0, ''));
        response.on('end', () => tell(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
      },
    );
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => tell(0, ''));
    asking.end(body);
  });
}

/** All at once. They are made before, so that signing them takes no time of the burst. */
export function burst(port: number, requests: readonly Signed[]): Promise<Fate[]> {
  return Promise.all(requests.map((one) => fateOf(port, one)));
}

/** Opens `count` connections on which nothing is asked; gives what closes them. */
export async function idleSockets(port: number, count: number): Promise<() => void> {
  const sockets = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Socket>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => resolve(socket));
          socket.on('error', () => resolve(socket));
        }),
    ),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}
