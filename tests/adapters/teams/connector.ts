/**
 * The Bot Connector of Teams on loopback: takes messages, changes and typing signs, checks what it is sent, and can
 * fail in the ways in which the real one does. Source of paths and codes: Microsoft Learn, Bot Connector REST API.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, close, type Issuer, json, listen } from './issuer.ts';
import { checkMessage } from './rules.ts';

/** What came in, in the order in which it came. */
export interface Recorded {
  readonly method: 'POST' | 'PUT';
  readonly conversation: string;
  /** Of a POST the message that is replied to, of a PUT the one that is changed. */
  readonly activity: string | undefined;
  /** Only its receiver sees it. */
  readonly targeted: boolean;
  readonly body: Message;
  /** Given to the message. */
  readonly id: string;
  readonly at: number;
}

export interface Message {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly entities?: unknown;
  readonly channelData?: { readonly feedbackLoop?: { readonly type: string } };
  readonly replyToId?: string;
  readonly recipient?: { readonly id?: string; readonly isTargeted?: boolean };
  readonly conversation?: { readonly id?: string };
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

/** The body that makes a conversation. */
interface Opening {
  readonly bot?: { readonly id?: string };
  readonly members?: readonly { readonly id?: string }[];
}

export type Failure =
  | { readonly status: number; readonly retryAfter?: string }
  | 'reset'
  | 'hang'
  /** The message is taken, and the response is lost. */
  | 'taken-then-reset';

export interface Connector {
  readonly origin: string;
  /** Messages that were taken, without typing signs. */
  readonly messages: readonly Recorded[];
  /** Everything that was taken. */
  readonly all: readonly Recorded[];
  /** How the next calls end; typing signs are never failed. */
  readonly failures: Failure[];
  /** Calls that came, failed ones included. */
  calls(): number;
  /** What broke a rule of the vendor's; a test that expects none looks here. */
  readonly broken: readonly string[];
  stop(): Promise<void>;
}

/** Makes a one-to-one conversation, the same for the same person. */
const CONVERSATIONS = /^\/(?:[a-z]+\/)?v3\/conversations$/u;
const PATH = /^\/(?:[a-z]+\/)?v3\/conversations\/([^/?]+)\/activities(?:\/([^/?]+))?(?:\?(.*))?$/u;

/** Without `issuer` no tokens are asked for. */
export async function startConnector(issuer?: Issuer): Promise<Connector> {
  const all: Recorded[] = [];
  const broken: string[] = [];
  const failures: Failure[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    void take(request, response);
  });
  const origin = await listen(server);

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opens = request.method === 'POST' && CONVERSATIONS.test(request.url ?? '');
    const path = opens ? ['', ''] : PATH.exec(request.url ?? '');
    const method = request.method;
    if (
      path === null ||
      (method !== 'POST' && method !== 'PUT') ||
      (method === 'PUT' && path[2] === undefined)
    ) {
      broken.push(`${request.method} ${request.url} is no path of the connector`);
      return refuse(response, 404, 'NotFound');
    }
    const text = await bodyOf(request);
    if (issuer !== undefined && !(await issuer.isBotToken(request.headers.authorization))) {
      broken.push('a call without a valid token');
      return refuse(response, 401, 'Unauthorized');
    }
    if (issuer === undefined && request.headers.authorization !== undefined) {
      broken.push('a token was sent where none is wanted');
    }
    const body = JSON.parse(text) as Message;
    const typing = body.type === 'typing';
    calls += typing ? 0 : 1;
    const failure = typing ? undefined : failures.shift();
    if (failure === 'hang') {
      return;
    }
    if (failure === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (typeof failure === 'object') {
      const wait: Record<string, string> =
        failure.retryAfter === undefined ? {} : { 'retry-after': failure.retryAfter };
      return json(
        response,
        failure.status,
        { error: { code: CODES[failure.status] ?? 'ServiceError', message: '' } },
        wait,
      );
    }

    if (opens) {
      const { members, bot } = body as unknown as Opening;
      const [person] = members ?? [];
      if (members?.length !== 1 || !person?.id || !bot?.id) {
        broken.push('a conversation of other than the bot and one person');
        return refuse(response, 400, 'BadSyntax');
      }
      return json(response, 201, { id: `a:direct-${person.id}` });
    }

    const recorded: Recorded = {
      method,
      conversation: decodeURIComponent(path[1] ?? ''),
      activity: path[2] === undefined ? undefined : decodeURIComponent(path[2]),
      targeted: new URLSearchParams(path[3]).get('isTargetedActivity') === 'true',
      body,
      id: `m-${all.length + 1}`,
      at: Date.now(),
    };
    const problems = [...checkMessage(body, Buffer.byteLength(text)), ...checkCall(recorded)];
    if (problems.length > 0) {
      broken.push(...problems);
      return refuse(response, 400, 'BadSyntax');
    }
    all.push(recorded);
    if (failure === 'taken-then-reset') {
      request.socket.resetAndDestroy();
      return;
    }
    json(response, method === 'POST' ? 201 : 200, { id: recorded.id });
  }

  return {
    origin,
    all,
    failures,
    broken,
    calls: () => calls,
    get messages() {
      return all.filter((one) => one.body.type !== 'typing');
    },
    stop: () => close(server),
  };
}

const CODES: Readonly<Record<number, string>> = {
  403: 'BotNotInConversationRoster',
  404: 'ActivityNotFoundInConversation',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'TooManyRequests',
};

/** Rules for private messages: a receiver when they are made, none when they are changed. */
function checkCall({ method, targeted, body, conversation, activity }: Recorded): readonly string[] {
  const problems: string[] = [];
  if (targeted && method === 'POST' && (!body.recipient?.id || body.recipient.isTargeted !== true)) {
    problems.push('a private message without its receiver');
  }
  if (targeted && method === 'POST' && (activity !== undefined || body.replyToId !== undefined)) {
    problems.push('a private message as a reply, which there is not');
  }
  if (targeted && method === 'PUT' && body.recipient !== undefined) {
    problems.push('a change of a private message with a receiver');
  }
  if (body.conversation?.id !== undefined && body.conversation.id !== conversation) {
    problems.push('the conversation in the body is not the one in the path');
  }
  return problems;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  json(response, status, { error: { code, message: 'refused by the counterpart' } });
}
