/** Serves what the playground's script fetches, as data. */
import type { IncomingMessage } from 'node:http';
import type { Host } from '../../../src/contract/adapter.ts';
import { BODY_LIMIT, readBody } from '../../../src/kit/body.ts';
import { type Content, data } from '../respond.ts';
import { answerEverywhere, completeOn, pressOn } from './answer.ts';
import { type Call, receiveCall } from './receive.ts';

export async function serveCall(request: IncomingMessage, host: Host): Promise<Content> {
  const body = await readBody(request);
  if (body === undefined) return data(413, { error: `The body is larger than ${BODY_LIMIT} bytes.` });
  const call = receiveCall({
    method: request.method ?? 'GET',
    url: request.url ?? '',
    acceptLanguage: request.headers['accept-language'] ?? '',
    contentType: request.headers['content-type'] ?? '',
    body: body.toString('utf8'),
  });
  if (call.kind === 'refused') return data(call.status, { error: call.reason });
  const value = await resultOf(call, host);
  return value === undefined ? data(404, { error: 'There is no such column or field.' }) : data(200, value);
}

function resultOf(call: Exclude<Call, { kind: 'refused' }>, host: Host): Promise<unknown> {
  switch (call.kind) {
    case 'answer':
      return answerEverywhere(call.asked, host);
    case 'press':
      return pressOn(call.platform, call.press, host);
    case 'complete':
      return completeOn(call.platform, call.interaction, host);
  }
}
