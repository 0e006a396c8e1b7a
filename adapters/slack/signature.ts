/**
 * Whether a request comes from Slack, now: HMAC v0 over timestamp and raw body, and a timestamp within five minutes on
 * either side (docs: authentication/verifying-requests-from-slack). Bolt's own check lets future timestamps through.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

interface SignedRequest {
  readonly body: Uint8Array;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

type Verdict = 'genuine' | 'unsigned' | 'stale' | 'forged';

/** `now` in milliseconds. What is `stale` was signed by Slack, at another time than now. */
export function checkSignature(request: SignedRequest, secret: string, now: number): Verdict {
  const { timestamp, signature } = request;
  if (timestamp === undefined || signature === undefined) return 'unsigned';
  // Digits only: Number() alone would read '', hexadecimal and exponents.
  if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const expected = Buffer.from(sign(request.body, timestamp, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  return Math.abs(now - Number(timestamp) * 1000) > LIMITS.timestampSkew.value ? 'stale' : 'genuine';
}

/** The signature that Slack would send. */
export function sign(body: Uint8Array | string, timestamp: string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}
