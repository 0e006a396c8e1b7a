/** Sends requests to a server, several at a time, and waits for every answer. Bounded in number; stops at the first that fails. */
import { Agent, request } from 'node:http';
import type { Signed } from './platforms.ts';

const CONNECTIONS = 8;

export interface Load {
  /** Sends `count` requests. @throws Error naming the status of one that was not answered with 2xx. */
  send(port: number, count: number, next: () => Signed): Promise<{ readonly seconds: number }>;
  one(port: number, signed: Signed): Promise<string>;
  stop(): void;
}

export function createLoad(): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  function one(port: number, { path, headers, body }: Signed): Promise<string> {
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          timeout: 30_000,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const { statusCode = 0 } = response;
            if (statusCode >= 200 && statusCode < 300) resolve(text);
            else reject(new Error(`${path} answered ${statusCode}: ${text.slice(0, 200)}`));
          });
        },
      );
      asking.on('timeout', () => asking.destroy(new Error(`${path} gave no answer within 30 s`)));
      asking.on('error', reject);
      asking.end(body);
    });
  }

  return {
    one,
    async send(port, count, next) {
      let left = count;
      const start = performance.now();
      const work = async (): Promise<void> => {
        while (left > 0) {
          left--;
          await one(port, next());
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, work));
      return { seconds: (performance.now() - start) / 1_000 };
    },
    stop: () => agent.destroy(),
  };
}
