/**
 * `/api/messages` as a plain request listener: reads an activity from the body, has it answered, writes the response.
 *
 * Only JSON is taken: a web page of another origin can post forms and plain text to this machine without being asked,
 * but not JSON. Bodies are limited in size and in time.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../../src/contract/adapter.ts';
import { BODY_LIMIT, readBody } from '../../src/kit/body.ts';
import { type Activity, readActivity } from './activity.ts';
import type { Response } from './converse.ts';

/** Answers an activity that came with the header `authorization`; rejects with `Refused` where the sender is not trusted. */
export type Process = (authorization: string, activity: Activity) => Promise<Response>;

/** The request is not taken: a status and one sentence for whoever debugs the connection. */
export class Refused extends Error {
  readonly status: number;
  /** What is wrong with the token, where that is the reason: its signature, or its time. */
  readonly token: 'forged' | 'untimely' | undefined;

  constructor(status: number, message: string, token?: 'forged' | 'untimely') {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.token = token;
  }
}

const BODY_TIME = 10_000;

export function listener(process: Process, log: Log): RequestListener {
  return (request, response) => {
    serve(request, process)
      .catch((error: unknown): Response => {
        const refused =
          error instanceof Refused ? error : new Refused(500, 'The request could not be handled.');
        // Whoever scans the internet comes by without a token, again and again.
        const level =
          refused.status === 401 && request.headers.authorization === undefined ? 'debug' : 'warn';
        log[level](
          { status: refused.status, ...(error instanceof Refused ? { reason: error.message } : { error }) },
          'a request was refused',
        );
        return {
          status: refused.status,
          body: { error: { code: CODES[refused.status] ?? 'ServiceError', message: refused.message } },
        };
      })
      .then((answer) => write(response, answer))
      .catch(() => response.destroy());
  };
}

/** Error codes of the Bot Connector's own responses. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BadArgument',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'MethodNotAllowed',
  413: 'MessageSizeTooBig',
  415: 'BadSyntax',
};

async function serve(request: IncomingMessage, process: Process): Promise<Response> {
  if (request.method !== 'POST') {
    throw new Refused(405, 'Activities come as POST.');
  }
  if (!/^application\/json\s*(;|$)/iu.test(request.headers['content-type'] ?? '')) {
    throw new Refused(415, 'Activities come as application/json.');
  }
  const content = readActivity(parse(await read(request)));
  if ('problem' in content) {
    throw new Refused(400, content.problem);
  }
  return process(request.headers.authorization ?? '', content.activity);
}

async function read(request: IncomingMessage): Promise<string> {
  const timer = setTimeout(
    () => request.destroy(new Refused(408, 'The body did not come in time.')),
    BODY_TIME,
  );
  try {
    const body = await readBody(request);
    if (body === undefined) {
      throw new Refused(413, `The activity is larger than ${BODY_LIMIT} bytes.`);
    }
    return body.toString('utf8');
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
}

function write(response: ServerResponse, { status, body }: Response): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  response.statusCode = status;
  if (status === 405) {
    response.setHeader('allow', 'POST');
  }
  if (status === 401) {
    response.setHeader('www-authenticate', 'Bearer');
  }
  if (status === 503) {
    response.setHeader('retry-after', '2');
  }
  if (body === undefined) {
    response.end();
  } else {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(body));
  }
}
