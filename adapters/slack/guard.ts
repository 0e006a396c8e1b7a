/**
 * Stands before Bolt at /slack/events: reads the body once, lets in what Slack signed within five minutes, refuses the
 * rest. As Express middleware, yet without Express: it needs Node's request and response alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log, Metrics } from '../../src/contract/adapter.ts';
import type { SignatureWatch } from '../../src/contract/troubles.ts';
import { readBody } from '../../src/kit/body.ts';
import { isWellFormed } from './shape.ts';
import { checkSignature } from './signature.ts';

interface GuardOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly signatures: SignatureWatch;
  /** True once the adapter stops: Slack is asked to come again. */
  readonly isStopping: () => boolean;
  /** True while events are not to be taken: Slack brings them again. */
  readonly isBusy: () => boolean;
  readonly now?: () => number;
}

/** The request with its raw body, which Bolt's receiver takes over in the place of the stream. */
type BufferedRequest = IncomingMessage & { rawBody?: Buffer };

export function createGuard(options: GuardOptions) {
  const now = options.now ?? Date.now;
  return async (request: BufferedRequest, response: ServerResponse, next: () => void): Promise<void> => {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      refuse(response, 405, 'Slack posts here.');
      return;
    }
    if (options.isStopping()) {
      response.setHeader('Retry-After', '5');
      refuse(response, 503, 'Stopping. Please come again.');
      return;
    }
    // A body that broke off leaves nobody to answer; it is refused like one that is too large.
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) {
      refuse(response, 413, 'The request is too large.');
      return;
    }
    const signature = header(request, 'x-slack-signature');
    if (signature === undefined && isCertificateCheck(request, body)) {
      response.writeHead(200).end();
      return;
    }
    const timestamp = header(request, 'x-slack-request-timestamp');
    const verdict = checkSignature({ body, timestamp, signature }, options.signingSecret, now());
    if (verdict === 'forged') options.signatures.forged();
    else if (verdict !== 'unsigned') options.signatures.genuine(now() - Number(timestamp) * 1000);
    if (verdict !== 'genuine') {
      // Whoever scans the internet comes by without a signature, again and again.
      options.log[verdict === 'unsigned' ? 'debug' : 'warn'](
        { verdict },
        'a request was refused: it does not carry a fresh signature of Slack',
      );
      options.metrics.count('failures', { kind: 'signature', verdict });
      refuse(response, 401, 'Not signed by Slack.');
      return;
    }
    if (!isWellFormed(body, header(request, 'content-type'))) {
      options.metrics.count('failures', { kind: 'malformed' });
      refuse(response, 400, 'This is not what Slack sends.');
      return;
    }
    // Before Bolt, which takes most of what a request costs. Commands and clicks, which are forms, come but once.
    if (options.isBusy() && header(request, 'content-type')?.startsWith('application/json') === true) {
      response.setHeader('Retry-After', '2');
      options.metrics.count('deliveries', { outcome: 'refused' });
      refuse(response, 503, 'Busy. Please come again.');
      return;
    }
    request.rawBody = body;
    next();
  };
}

/**
 * Slack looks at the certificate of a command's address now and then, unsigned, and wants nothing but a 200
 * (docs: interactivity/implementing-slash-commands). Nothing of such a request goes further.
 */
function isCertificateCheck(request: IncomingMessage, body: Buffer): boolean {
  if (body.length > 1000 || header(request, 'content-type') !== 'application/x-www-form-urlencoded')
    return false;
  return new URLSearchParams(body.toString()).get('ssl_check') === '1';
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  // The server itself has refused what is too large before it had all come.
  if (response.headersSent) return;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${reason}\n`);
}
