/** Which handler serves which kind of request. Knows Bolt's App by the few methods that it uses. */
import { answerCommand, answerMessage } from './asking.ts';
import { answerClick } from './clicking.ts';
import { publishHome } from './home.ts';
import type { Request } from './ports.ts';
import { installationOf, revokesBot } from './receive.ts';
import { answerRefine, completePicker } from './refine.ts';
import { answerShortcut, FIND_RELATED } from './shortcut.ts';
import { unfurlLinks } from './unfurl.ts';
import type { WebApiClient } from './web-api.ts';

/** What Bolt gives a listener, as far as it is used. */
export interface ListenerArguments {
  readonly body: object;
  readonly client: WebApiClient;
  readonly context: Readonly<Record<string, unknown>>;
}

type Ack = (body?: unknown) => Promise<void>;
type Listener<Arguments> = (args: Arguments) => Promise<void>;
type Register<Name, Arguments> = (name: Name, listener: Listener<Arguments>) => unknown;
type Acknowledging = ListenerArguments & { readonly ack: Ack };

export interface ListeningApp {
  readonly command: Register<RegExp, Acknowledging>;
  readonly event: Register<string, ListenerArguments>;
  readonly action: Register<RegExp, Acknowledging>;
  readonly options: Register<RegExp, Acknowledging>;
  readonly view: Register<string, Acknowledging>;
  readonly shortcut: Register<string, Acknowledging>;
}

export interface ListenerOptions {
  readonly requestOf: (args: ListenerArguments) => Request;
  /** Forgets a workspace's tokens; absent where there is one workspace by token. */
  readonly forget?: (installation: ReturnType<typeof installationOf>) => Promise<void>;
}

export function registerListeners(app: ListeningApp, { requestOf, forget }: ListenerOptions): void {
  // Whatever a command or a button is called, it is served: old messages and other names live on.
  const any = /^/;
  app.command(any, (args) => answerCommand(requestOf(args), args.ack));
  app.action(any, (args) => answerClick(requestOf(args), args.ack));
  app.options(any, (args) => completePicker(requestOf(args), args.ack));
  app.view('refine', (args) => answerRefine(requestOf(args), args.ack));
  app.shortcut(FIND_RELATED, (args) => answerShortcut(requestOf(args), args.ack));
  app.event('app_mention', (args) => answerMessage(requestOf(args)));
  app.event('message', (args) => answerMessage(requestOf(args)));
  app.event('app_home_opened', (args) => publishHome(requestOf(args)));
  app.event('link_shared', (args) => unfurlLinks(requestOf(args)));
  if (forget === undefined) return;
  app.event('app_uninstalled', ({ body }) => forget(installationOf(body)));
  app.event('tokens_revoked', async ({ body }) => {
    if (revokesBot(body)) await forget(installationOf(body));
  });
}
