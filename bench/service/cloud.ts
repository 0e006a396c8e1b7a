/** The vendors' side, as little of it as an answer needs: Slack's Web API says who the bot is, the connector of Teams takes messages. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Cloud {
  readonly url: string;
  /** The last message that the connector took. */
  last(): string;
  /** How many messages the connector took. */
  taken(): number;
  /** How many answers came by themselves: to a response_url, in the place of a deferral, or through the connector. */
  answers(): number;
  stop(): Promise<void>;
}

const ANSWERS = /^\/response\/|\/messages\/@original$|\/v3\/conversations\//;

export async function startCloud(): Promise<Cloud> {
  let last = '';
  let taken = 0;
  let answers = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    let reply: object = {
      ok: true,
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      team_id: 'T0TEAM',
      url: 'https://example.slack.com/',
    };
    const path = request.url ?? '';
    if (ANSWERS.test(path) && !body.includes('"type":"typing"')) answers++;
    if (path.includes('/v3/conversations/')) {
      last = body;
      taken++;
      reply = { id: `m-${taken}` };
    }
    const text = JSON.stringify(reply);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    last: () => last,
    taken: () => taken,
    answers: () => answers,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
