/**
 * The least that a bot can be on each platform: the SDK as its documentation starts it, and constant answers. discord.js has no HTTP
 * server, so there it is Node's own with the check of the signature. Runs in a process of its own; says its port to the parent.
 *
 * Argument: the platform. On standard input, as JSON: its secrets and the answers.
 */
import { createPublicKey, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Credentials, Platform } from './platforms.ts';

export interface BareOptions {
  readonly credentials: Credentials;
  /** What our service answered to each of the lines, as the platform takes it. Given in turn, so that both send the same bytes. */
  readonly answers: readonly string[];
}

const [platform] = process.argv.slice(2) as [Platform];
const { credentials, answers } = JSON.parse(await text(process.stdin)) as BareOptions;
const messages = answers.map(
  (answer) => JSON.parse(answer) as { readonly type: string; readonly text: string },
);
let asked = 0;
const nextMessage = () => messages[asked++ % messages.length] as (typeof messages)[number];

/** https://docs.slack.dev/tools/bolt-js: ExpressReceiver, one listener that acknowledges with an answer. */
async function slack(): Promise<Server> {
  const { App, ExpressReceiver, LogLevel } = await import('@slack/bolt');
  const receiver = new ExpressReceiver({
    signingSecret: credentials.slackSecret,
    endpoints: '/slack/events',
    processBeforeResponse: true,
  });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BOT', botUserId: 'U0BOT' }),
  });
  app.command(/.*/, async ({ ack }) => {
    await ack(nextMessage());
  });
  return (await receiver.start({ port: 0, host: '127.0.0.1' } as unknown as number)) as Server;
}

/** https://docs.discord.com/developers/interactions/overview: check the signature, answer in the response. */
async function discord(): Promise<Server> {
  await import('discord.js');
  const key = createPublicKey({
    key: Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(credentials.publicKey, 'hex'),
    ]),
    format: 'der',
    type: 'spki',
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const signature = Buffer.from(`${request.headers['x-signature-ed25519']}`, 'hex');
    const signed = Buffer.concat([Buffer.from(`${request.headers['x-signature-timestamp']}`), body]);
    if (!verify(null, signed, key, signature)) {
      response.writeHead(401).end();
      return;
    }
    JSON.parse(body.toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(nextMessage()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Bot Framework SDK, sample 02.echo-bot: CloudAdapter behind Express; without an app id no token is asked for. */
async function teams(): Promise<Server> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const { default: express } = await import('express');
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const app = express();
  app.use(express.json());
  app.post('/api/messages', (request, response) => {
    void adapter.process(request as never, response as never, async (context) => {
      await context.sendActivity(nextMessage());
    });
  });
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

const server = await { slack, discord, teams }[platform]();
process.send?.({ port: (server.address() as AddressInfo).port });
