/**
 * How messages reach the conversation of an activity, or its sender: three calls of the Bot Connector's REST API, as plain HTTP. No SDK, which
 * would make a client with two dozen steps for each message, and no turn that ends: an activity's address is good for hours.
 *
 * Source: Microsoft Learn, Bot Connector API: reply to activity, send to conversation, update activity,
 * create conversation.
 */
import type { Activity, Outgoing } from './activity.ts';
import { type CallOptions, callConnector } from './cloud.ts';
import { ConnectorError } from './failures.ts';
import type { Sender } from './turn.ts';

/** Speaks in the conversation of `activity`. A token that was just refused is replaced once. */
export function speakTo(activity: Activity, options: CallOptions): Sender {
  async function call(method: 'POST' | 'PUT', path: string, body: object): Promise<string> {
    const { serviceUrl = '' } = activity;
    const url = `${serviceUrl}${serviceUrl.endsWith('/') ? '' : '/'}v3/conversations${path === '' ? '' : `/${path}`}`;
    const json = JSON.stringify(body);
    try {
      return await callConnector({ url, method, body: json }, options);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.status !== 401) {
        throw error;
      }
      return callConnector({ url, method, body: json }, options);
    }
  }

  const conversation = encodeURIComponent(activity.conversation?.id ?? '');
  const answered = encodeURIComponent(activity.id ?? '');
  return {
    async send(message, only) {
      if (only !== undefined) {
        // Private messages are no replies, and name their receiver.
        const body = { ...addressed(message, activity), recipient: { ...only, isTargeted: true } };
        return call('POST', `${conversation}/activities${TARGETED}`, body);
      }
      const path = answered === '' ? '' : `/${answered}`;
      const reply = { ...addressed(message, activity), recipient: activity.from, replyToId: activity.id };
      return call('POST', `${conversation}/activities${path}`, reply);
    },
    async update(id, message, only) {
      const target = only === undefined ? '' : TARGETED;
      const body = { ...addressed(message, activity), id };
      await call('PUT', `${conversation}/activities/${encodeURIComponent(id)}${target}`, body);
    },
    async direct(message) {
      const { recipient: bot, from, conversation: asked } = activity;
      const tenantId = asked?.tenantId;
      // The same conversation however often it is made.
      const id = await call('POST', '', {
        isGroup: false,
        bot,
        members: [from],
        ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
      });
      const body = { ...addressed(message, activity), conversation: { id }, recipient: from };
      await call('POST', `${encodeURIComponent(id)}/activities`, body);
    },
  };
}

/** Source: Microsoft Learn, Send and receive targeted messages. A change of one names no receiver. */
const TARGETED = '?isTargetedActivity=true';

function addressed(message: Outgoing, { channelId, serviceUrl, conversation, recipient, locale }: Activity) {
  return { ...message, channelId, serviceUrl, conversation, from: recipient, locale };
}
