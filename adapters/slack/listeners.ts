/**
 * Which handler serves which kind of request. Knows Bolt's App by the one method that it uses: a middleware that looks at the
 * request once. With a listener for each kind, Bolt walks through all of them, promises and all, for every request.
 */
import { offerPrompts } from './agent.ts';
import { answerCommand, answerMessage } from './asking.ts';
import { answerClick } from './clicking.ts';
import { publishHome } from './home.ts';
import type { Request } from './ports.ts';
import { answerRefine, completePicker } from './refine.ts';
import { ASK, answerAsked, answerShortcut, FIND_RELATED, openAsk } from './shortcut.ts';
import { installationOf, revokesBot } from './team.ts';
import { showDetails, unfurlLinks } from './unfurl.ts';
import type { WebApiClient } from './web-api.ts';

type Ack = (body?: unknown) => Promise<void>;

/** What Bolt gives a middleware, as far as it is used: of the kinds one is there, and `ack` with all but events. */
export interface ListenerArguments {
  readonly body: object;
  readonly client: WebApiClient;
  readonly context: Readonly<Record<string, unknown>>;
  readonly ack: Ack;
  readonly command?: object;
  readonly action?: object;
  readonly options?: object;
  readonly view?: { readonly callback_id?: string };
  readonly shortcut?: { readonly callback_id?: string };
  readonly event?: { readonly type: string };
}

export interface ListeningApp {
  use(middleware: (args: ListenerArguments) => Promise<void>): unknown;
}

interface ListenerOptions {
  readonly requestOf: (args: ListenerArguments) => Request;
  /** Forgets a workspace's tokens; absent where there is one workspace by token. */
  readonly forget?: (installation: ReturnType<typeof installationOf>) => Promise<void>;
}

export function registerListeners(app: ListeningApp, options: ListenerOptions): void {
  app.use((args) => serve(args, options));
}

/** Whatever a command or a button is called, it is served: old messages and other names live on. */
async function serve(args: ListenerArguments, options: ListenerOptions): Promise<void> {
  const { body, ack, view, shortcut, event } = args;
  const { requestOf } = options;
  if (event !== undefined) return serveEvent(event.type, args, options);
  if (args.command !== undefined) return answerCommand(requestOf(args), ack);
  if (args.action !== undefined) return answerClick(requestOf(args), ack);
  if (args.options !== undefined) return completePicker(requestOf(args), ack);
  const submitted = (body as { readonly type?: unknown }).type === 'view_submission';
  if (submitted && view?.callback_id === 'refine') return answerRefine(requestOf(args), ack);
  if (submitted && view?.callback_id === 'ask') return answerAsked(requestOf(args), ack);
  if (shortcut?.callback_id === ASK) return openAsk(requestOf(args), ack);
  if (shortcut?.callback_id === FIND_RELATED) return answerShortcut(requestOf(args), ack);
}

async function serveEvent(
  type: string,
  args: ListenerArguments,
  { requestOf, forget }: ListenerOptions,
): Promise<void> {
  switch (type) {
    case 'app_mention':
    case 'message':
      return answerMessage(requestOf(args));
    case 'app_home_opened':
      await publishHome(requestOf(args));
      return offerPrompts(requestOf(args));
    // Apps that have the assistant in the place of the agent view.
    case 'assistant_thread_started':
      return offerPrompts(requestOf(args));
    case 'entity_details_requested':
      return showDetails(requestOf(args));
    case 'link_shared':
      return unfurlLinks(requestOf(args));
    case 'app_uninstalled':
      return forget?.(installationOf(args.body));
    case 'tokens_revoked':
      if (revokesBot(args.body)) await forget?.(installationOf(args.body));
  }
}
