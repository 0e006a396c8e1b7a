/** Who the bot is in the one workspace that its token is for, learned at the start and, where that failed, later. */

import type { Log } from '../../src/contract/adapter.ts';
import { messageOf } from '../../src/kit/errors.ts';
import { within } from '../../src/kit/waiting.ts';
import { refusedToken, tokenRefusal, type WebApiClient } from './web-api.ts';

interface Who {
  readonly botUserId?: string;
  readonly botId?: string;
  readonly teamId?: string;
  /** The app has the agent view. */
  readonly agent?: true;
}

/** The scope that only apps with the agent view, or with the assistant before it, ask for. */
const AGENT_SCOPE = 'assistant:write';

/** Whether a token is of an app with the agent view. @param scopes of the token */
export const hasAgentView = (scopes: unknown): boolean =>
  Array.isArray(scopes) && scopes.includes(AGENT_SCOPE);

interface Identity {
  known(): Who;
  state(): { readonly ok: boolean; readonly detail: string };
  /**
   * Rejects where Slack refuses the token. Every other failure leaves the adapter at work: the bot can be asked and can
   * answer without knowing its name, and tries to learn it later.
   */
  learn(client: WebApiClient, token: string): Promise<void>;
  stop(): void;
}

/** Times in milliseconds: how long one try may take, and how long to rest before the next. */
export function createIdentity(
  log: Log,
  times: { readonly deadline: number; readonly again: number },
): Identity {
  let who: Who = {};
  let state = { ok: false, detail: 'asking Slack who the bot is' };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(client: WebApiClient, token: string): Promise<void> {
    const waited = await within(client.apiCall('auth.test', { token }), times.deadline);
    if (!waited.done) throw new Error(`Slack did not answer within ${times.deadline / 1000} s`);
    const { user_id, bot_id, team_id, user, team, response_metadata } = waited.value as Readonly<
      Record<string, unknown>
    >;
    const scopes = (response_metadata as { readonly scopes?: unknown } | undefined)?.scopes;
    who = {
      ...(typeof user_id === 'string' ? { botUserId: user_id } : {}),
      ...(typeof bot_id === 'string' ? { botId: bot_id } : {}),
      ...(typeof team_id === 'string' ? { teamId: team_id } : {}),
      ...(hasAgentView(scopes) ? { agent: true } : {}),
    };
    state = {
      ok: true,
      detail: `answering as ${String(user ?? 'the bot')} in ${String(team ?? 'its workspace')}`,
    };
  }

  function tryAgain(client: WebApiClient, token: string): void {
    if (stopped) return;
    timer = setTimeout(() => {
      ask(client, token).catch((error: unknown) => {
        fail(error);
        tryAgain(client, token);
      });
    }, times.again);
    timer.unref();
  }

  function fail(error: unknown): void {
    const refusal = tokenRefusal(error);
    state = {
      ok: false,
      detail:
        refusal === undefined
          ? `Slack's Web API cannot be reached (${messageOf(error)})`
          : refusedToken(refusal),
    };
    log.warn({ error }, state.detail);
  }

  return {
    known: () => who,
    state: () => state,
    async learn(client, token) {
      try {
        await ask(client, token);
      } catch (error) {
        const refusal = tokenRefusal(error);
        if (refusal !== undefined) throw new Error(refusedToken(refusal));
        fail(error);
        tryAgain(client, token);
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
