/**
 * discord-components-core, as far as it is used, in today's colours of Discord: the library's grey of small print is too
 * faint to be read by everybody. Rules are added before the first element is made.
 */
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-code.js';
import '@skyra/discord-components-core/discord-quote.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordHeader } from '@skyra/discord-components-core/discord-header.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordSubscript } from '@skyra/discord-components-core/discord-subscript.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';

/** A component of the library; its style sheets are kept in a list. */
interface Styled {
  elementStyles: unknown[];
}

function restyle(component: unknown, rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const styled = component as Styled;
  styled.elementStyles = [...styled.elementStyles, sheet];
}

restyle(
  DiscordMessages,
  `:host { background: #313338; border: 0; line-height: 1.375; }
   :host([light-theme]) { background: #fff; color: #2e3338; }`,
);
restyle(
  DiscordMessage,
  `:host { color: #dbdee1; padding-right: 16px; }
   :host([light-theme]) { color: #2e3338; }
   .discord-message-timestamp, :host([light-theme][light-theme]) .discord-message-timestamp { color: #a3a7ae; }
   :host([light-theme][light-theme]) .discord-message-timestamp { color: #5c5e66; }
   .discord-message-content { min-width: 0; line-height: 1.375; }
   :host(.private) { background: rgb(88 101 242 / 8%); box-shadow: inset 2px 0 #5865f2; }`,
);
restyle(
  DiscordHeader,
  `:host > * { margin: 0 0 4px; }
   :host([level="3"]) > * { margin-top: 6px; }`,
);
restyle(
  DiscordSubscript,
  'small { color: #a9adb3; } :host([light-theme][light-theme]) small { color: #5c5e66; }',
);
restyle(
  DiscordButton,
  `:host > :first-child { border-radius: 8px; }
   .secondary, .secondary.hoverable:hover { color: var(--on-secondary); background: var(--secondary); }
   .primary { background: #4752c4; }
   button:hover { filter: brightness(0.95); }
   button:focus-visible { outline: 2px solid #00a8fc; outline-offset: 2px; }`,
);
restyle(
  DiscordMention,
  `:host { color: #c9cdfb; background: rgb(88 101 242 / 30%); }
   :host([light-theme][light-theme]) { color: #3c45a5; background: #e6e8fd; }`,
);
restyle(
  DiscordCommand,
  `.discord-replied-message-username { color: #dbdee1; opacity: 1; }
   :host .discord-slash-command-name { color: #c9cdfb !important; opacity: 1; }`,
);
restyle(DiscordVerifiedAuthorTag, '.discord-application-tag { background: #4752c4; }');
