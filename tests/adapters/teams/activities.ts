/** Activities as Teams sends them, for tests. Shapes from Microsoft Learn; names and ids are made up. */
import { randomUUID } from 'node:crypto';
import { APP_ID } from './issuer.ts';

export type Json = Record<string, unknown>;

export const BOT = { id: `28:${APP_ID}`, name: 'Rapporteur' };
export const PERSON = {
  id: '29:1-person',
  name: 'Ada Example',
  aadObjectId: 'a0000000-0000-4000-8000-000000000001',
};
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

let count = 0;

/** A message in a one-to-one chat. */
export function personalMessage(text: string, over: Json = {}): Json {
  count += 1;
  return {
    type: 'message',
    id: `1760000000${String(count).padStart(3, '0')}`,
    timestamp: '2026-11-22T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: PERSON,
    recipient: BOT,
    conversation: { conversationType: 'personal', tenantId: 'tenant', id: 'a:1-personal' },
    text,
    textFormat: 'plain',
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' }],
    channelData: { tenant: { id: 'tenant' } },
    ...over,
  };
}

/** A message in a channel, with the mention that Teams puts at its beginning. */
export function channelMessage(text: string, over: Json = {}, thread = '1700000000000'): Json {
  return personalMessage(`<at>Rapporteur</at> ${text}\n`, {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: 'tenant',
      id: `19:channel@thread.tacv2;messageid=${thread}`,
    },
    entities: [{ type: 'mention', mentioned: BOT, text: '<at>Rapporteur</at>' }],
    channelData: {
      teamsChannelId: '19:channel@thread.tacv2',
      teamsTeamId: '19:team@thread.tacv2',
      channel: { id: '19:channel@thread.tacv2' },
      team: { id: '19:team@thread.tacv2' },
      tenant: { id: 'tenant' },
    },
    ...over,
  });
}

export function groupMessage(text: string, over: Json = {}): Json {
  return personalMessage(`<at>Rapporteur</at>&nbsp;${text}`, {
    conversation: {
      isGroup: true,
      conversationType: 'groupChat',
      tenantId: 'tenant',
      id: '19:group@thread.v2',
    },
    entities: [{ type: 'mention', mentioned: BOT, text: '<at>Rapporteur</at>' }],
    ...over,
  });
}

/** A slash command in a group: only the bot sees it. */
export function privateMessage(text: string, over: Json = {}): Json {
  return groupMessage('', { text, entities: [], recipient: { ...BOT, isTargeted: true }, ...over });
}

/** A press of an `Action.Execute`. */
export function executeInvoke(data: unknown, over: Json = {}): Json {
  return personalMessage('', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    text: undefined,
    replyToId: 'm-1',
    value: { action: { type: 'Action.Execute', verb: 'ask', data }, trigger: 'manual' },
    ...over,
  });
}

/** A press of an `Action.Submit`: a message without words. */
export function submitMessage(data: unknown, over: Json = {}): Json {
  return personalMessage('', { text: undefined, replyToId: 'm-1', value: data, ...over });
}

/** A verdict by Teams' own buttons below the message `replyToId`, whose form was sent. */
export function verdictInvoke(replyToId: string, reaction: string, over: Json = {}): Json {
  return personalMessage('', {
    type: 'invoke',
    name: 'message/submitAction',
    id: `f:${randomUUID()}`,
    text: undefined,
    replyToId,
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: 'in confidence' }) },
    },
    ...over,
  });
}

export function searchInvoke(query: string, skip = 0, pageSize = 25, over: Json = {}): Json {
  return personalMessage('', {
    type: 'invoke',
    name: 'composeExtension/query',
    id: `f:${randomUUID()}`,
    text: undefined,
    value: {
      commandId: 'search',
      parameters: [query === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query }],
      queryOptions: { skip, count: pageSize },
    },
    ...over,
  });
}

/** "Find related" in the menu of somebody's message; `html` is what stands in the message. */
export function menuInvoke(html: string, over: Json = {}, message: Json = {}): Json {
  return channelMessage('', {
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    id: `f:${randomUUID()}`,
    text: undefined,
    value: {
      commandId: 'related',
      commandContext: 'message',
      requestId: randomUUID(),
      messagePayload: {
        id: '1611060744833',
        replyToId: null,
        subject: null,
        body: { contentType: 'html', content: html },
        from: { user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Ada Example' } },
        mentions: [],
        attachments: [],
        ...message,
      },
      context: { theme: 'default' },
    },
    ...over,
  });
}

/** A button in the dialog that the menu opened. */
export function dialogInvoke(data: unknown, over: Json = {}): Json {
  return channelMessage('', {
    type: 'invoke',
    name: 'composeExtension/submitAction',
    id: `f:${randomUUID()}`,
    text: undefined,
    value: { commandId: 'related', commandContext: 'message', context: { theme: 'default' }, data },
    ...over,
  });
}

/** A button that opens a dialog over a conversation (`fetch`), or one in it; `data` with what was filled in. */
export function taskInvoke(what: 'fetch' | 'submit', data: unknown, over: Json = {}): Json {
  return channelMessage('', {
    type: 'invoke',
    name: `task/${what}`,
    id: `f:${randomUUID()}`,
    text: undefined,
    value: { data, context: { theme: 'default' } },
    ...over,
  });
}

/** A link that somebody puts into a message. */
export function linkInvoke(url: unknown): Json {
  return personalMessage('', {
    type: 'invoke',
    name: 'composeExtension/queryLink',
    id: `f:${randomUUID()}`,
    text: undefined,
    value: { url },
  });
}

/** What a reply that quotes looks like: the new form, with the quotation as a mark, an entity and a copy in HTML. */
export function quotingMessage(text: string, quoted: string, over: Json = {}): Json {
  return groupMessage('', {
    text: `<quoted messageId="1783419459151"/><at>Rapporteur</at> ${text}`,
    entities: [
      { type: 'mention', mentioned: BOT, text: '<at>Rapporteur</at>' },
      {
        type: 'quotedReply',
        quotedReply: { messageId: '1783419459151', senderName: 'Ada Example', preview: quoted },
      },
    ],
    attachments: [{ contentType: 'text/html', content: `${quotation(quoted)}<p>${text}</p>` }],
    ...over,
  });
}

/** A quotation as it stands in a message's HTML. */
export function quotation(quoted: string): string {
  return `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1783419459151">
<strong itemprop="mri" itemid="8:orgid:x">Ada Example</strong><span itemprop="time" itemid="1783419459151"></span>
<p itemprop="preview">${quoted}</p></blockquote>`;
}

/** What Teams sends when the app is added to a one-to-one chat: both of them. */
export function installedInChat(): readonly [Json, Json] {
  return [
    personalMessage('', { type: 'installationUpdate', action: 'add', text: undefined }),
    personalMessage('', { type: 'conversationUpdate', text: undefined, membersAdded: [BOT, PERSON] }),
  ];
}

/** The same for a team: the two may name different channels of it. */
export function installedInTeam(): readonly [Json, Json] {
  const base = channelMessage('');
  return [
    {
      ...base,
      id: 'install-1',
      type: 'installationUpdate',
      action: 'add',
      text: undefined,
      entities: [],
      conversation: { isGroup: true, conversationType: 'channel', id: '19:channel@thread.tacv2' },
    },
    {
      ...base,
      id: 'install-2',
      type: 'conversationUpdate',
      text: undefined,
      entities: [],
      conversation: { isGroup: true, conversationType: 'channel', id: '19:team@thread.tacv2' },
      membersAdded: [BOT],
      channelData: {
        eventType: 'teamMemberAdded',
        team: { id: '19:team@thread.tacv2' },
        tenant: { id: 'tenant' },
      },
    },
  ];
}
